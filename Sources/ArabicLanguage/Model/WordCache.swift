/// What was worked out for words, kept for the next time they come: a bounded cache, a place a word, the newer pushing
/// out the older. Words are compared by their letters, so that what is found is what working it out again would give.
package struct WordCache<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    var hash: UInt64
    var letters: [UInt8]
    var value: Value
  }

  private var entries: [Entry?]

  /// Makes a cache of `capacity` places, a power of two.
  package init(capacity: Int) {
    precondition(capacity > 0 && capacity & (capacity - 1) == 0)
    entries = Array(repeating: nil, count: capacity)
  }

  /// The value kept for a word; `hash` is that of its letters with whatever else the value hangs on.
  package subscript(_ hash: UInt64, _ letters: ArraySlice<UInt8>) -> Value? {
    get {
      guard let entry = entries[place(hash)], entry.hash == hash, entry.letters.elementsEqual(letters) else {
        return nil
      }
      return entry.value
    }
    set {
      entries[place(hash)] = newValue.map { Entry(hash: hash, letters: Array(letters), value: $0) }
    }
  }

  private func place(_ hash: UInt64) -> Int {
    Int(truncatingIfNeeded: (hash &* 0x9E37_79B9_7F4A_7C15) >> 32) & (entries.count - 1)
  }
}
