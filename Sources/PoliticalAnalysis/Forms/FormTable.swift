import ArabicText

/// All written forms of the political lexicons, looked up by folded letters.
struct FormTable: Sendable {
  /// One meaning of a written form.
  struct Reading: Sendable {
    /// Which lexicon it stands in.
    var lexicon: Lexicon
    /// Which line of that lexicon.
    var entry: Int
    /// What the form says.
    var form: VerbForm
  }
  /// The lexicons that share the table.
  enum Lexicon: UInt8, Sendable { case speech, event, light }

  private var slots: [UInt64: [Reading]] = [:]

  /// Adds a verb's or noun's form.
  mutating func add(_ written: VerbParadigm.Written, lexicon: Lexicon, entry: Int) {
    let letters = Folding.letters(of: String(String.UnicodeScalarView(written.scalars)).utf8)
    let reading = Reading(lexicon: lexicon, entry: entry, form: written.form)
    slots[Self.hash(letters[...]), default: []].append(reading)
  }

  /// What the letters can mean, nil if nothing.
  func readings(_ letters: ArraySlice<Letter>) -> [Reading]? {
    slots[Self.hash(letters)]
  }

  /// FNV-1a over the letters: a key instead of the letters themselves, since 2^64 keys and some 10^4 forms do not collide.
  static func hash(_ letters: ArraySlice<Letter>) -> UInt64 {
    var value: UInt64 = 0xcbf2_9ce4_8422_2325
    for letter in letters { value = (value ^ UInt64(letter)) &* 0x100_0000_01b3 }
    return value
  }
}
