import LinguisticAnnotation

/// The best sequence of entity labels for given scores, by Viterbi's algorithm; an inside label only continues its
/// own type.
package struct LabelDecoder: Sendable {
  /// Score of label `b` after label `a` at `a * count + b`; row `count` stands for the sentence's start.
  package var transitions: [Int32]
  private var best: [Int32] = []
  private var from: [UInt8] = []

  package init(transitions: [Int32]) { self.transitions = transitions }

  package static func follows(_ before: Int, _ after: Int) -> Bool {
    // An inside label has an even index above 0; what may precede it are itself and the begin label below it.
    after == 0 || after % 2 == 1 || before == after || before == after - 1
  }

  /// `scores` holds `count` values a token. O(tokens × labels²).
  package mutating func decode(_ scores: [Int32], tokens: Int) -> [Int] {
    let labels = EntityLabel.count
    guard tokens > 0 else { return [] }
    let floor = Int32.min / 2
    best.removeAll(keepingCapacity: true)
    best.append(contentsOf: repeatElement(floor, count: tokens * labels))
    from.removeAll(keepingCapacity: true)
    from.append(contentsOf: repeatElement(0, count: tokens * labels))
    for label in 0..<labels where Self.follows(0, label) {
      best[label] = scores[label] &+ transitions[labels * labels + label]
    }
    for at in 1..<max(1, tokens) {
      for label in 0..<labels {
        var highest = Int32.min
        var source = 0
        for before in 0..<labels where Self.follows(before, label) {
          let score = best[(at - 1) * labels + before] &+ transitions[before * labels + label]
          if score > highest {
            highest = score
            source = before
          }
        }
        best[at * labels + label] = highest &+ scores[at * labels + label]
        from[at * labels + label] = UInt8(source)
      }
    }
    var last = 0
    for label in 1..<labels where best[(tokens - 1) * labels + label] > best[(tokens - 1) * labels + last] {
      last = label
    }
    var path = [Int](repeating: 0, count: tokens)
    for at in stride(from: tokens - 1, through: 0, by: -1) {
      path[at] = last
      last = Int(from[at * labels + last])
    }
    return path
  }
}
