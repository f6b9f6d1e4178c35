import ArabicText

/// The offices that the knowledge file tells who held.
enum Post: String, CaseIterable, Sendable {
  case president, premier, monarch, crown, foreign, defence, interior, speaker, leader, secretary, chairman,
    director
  case commissioner, representative, prosecutor, envoy
}

/// That somebody held an office for some time: knowledge, which is evidence and never goes against what a text says.
struct OfficeTerm: Sendable {
  /// Whose office it was.
  enum Owner: Sendable, Equatable {
    /// A state, by ISO code.
    case state(String)
    /// A body, by its index among the known things.
    case body(Int)
  }

  var post: Post
  var owner: Owner
  /// The first and the last day, as year × 10,000 + month × 100 + day; one that is open does not end.
  var days: ClosedRange<Int>

  /// Whether it covers a day; whether it does on some day where none is given.
  func covers(_ day: Int?) -> Bool { day.map(days.contains) ?? true }
}

extension OfficeTerm {
  /// Reads two columns, `YYYY`, `YYYY-MM` or `YYYY-MM-DD` each, the second `-` for what has not ended.
  static func days(_ row: LexiconFile.Row, _ from: Int, _ to: Int) throws(LexiconError) -> ClosedRange<Int> {
    guard let first = day(row.fields[from], month: 1, day: 1) else { throw row.fault(from, "a date") }
    guard let until = row.optional(to) else { return first...Int.max }
    guard let last = day(until, month: 12, day: 31), last >= first else {
      throw row.fault(to, "a date that is not before the first")
    }
    return first...last
  }

  /// The day of a publication time in RFC 3339.
  static func day(ofPublication time: String?) -> Int? {
    time.flatMap { day(String($0.prefix(10)), month: 1, day: 1) }
  }

  private static func day(_ text: String, month: Int, day: Int) -> Int? {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard (1...3).contains(parts.count), parts[0].utf8.count == 4 else { return nil }
    var numbers: [Int] = []
    for part in parts {
      guard let number = Int(part) else { return nil }
      numbers.append(number)
    }
    let (m, d) = (numbers.count > 1 ? numbers[1] : month, numbers.count > 2 ? numbers[2] : day)
    guard (1...12).contains(m), (1...31).contains(d) else { return nil }
    return numbers[0] * 10_000 + m * 100 + d
  }
}
