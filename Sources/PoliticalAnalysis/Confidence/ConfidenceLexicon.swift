/// What each clue does to the odds that an event is right, learned on annotated articles (`scripts/calibrate`): logistic
/// regression, its weights as factors.
struct ConfidenceLexicon: Sendable {
  private var factors: [String: Double] = [:]
  /// Events of less confidence are left out; 0 keeps all.
  private(set) var least = 0.0

  /// Reads clues and factors, and the row `least`.
  init(_ file: LexiconFile) throws(LexiconError) {
    for row in file.rows {
      let value = try row.number(1)
      if row.fields[0] == "least" {
        guard (0..<1).contains(value) else { throw row.fault(1, "a share from 0 to 1") }
        least = value
      } else {
        guard value > 0, value < 1000 else { throw row.fault(1, "a factor above 0 and below 1000") }
        factors[row.fields[0]] = value
      }
    }
  }

  /// How sure one may be by these clues, in hundredths from 0 to 1; nil where none of them is listed.
  func confidence(by clues: [String]) -> Double? {
    var odds = 1.0
    var isKnown = false
    for clue in clues {
      guard let factor = factors[clue] else { continue }
      odds *= factor
      isKnown = true
    }
    return isKnown ? (100 * odds / (1 + odds)).rounded() / 100 : nil
  }
}
