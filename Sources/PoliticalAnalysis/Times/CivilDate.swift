/// A day of the Gregorian calendar, with the arithmetic that relative dates need (no clock, no time zone).
///
/// Day numbers count from 1970-01-01; conversions after Howard Hinnant, "chrono-compatible low-level date algorithms".
struct CivilDate: Equatable {
  var year: Int
  var month: Int
  var day: Int

  /// A day that exists; nil for 31 June.
  init?(year: Int, month: Int, day: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year)
    else { return nil }
    (self.year, self.month, self.day) = (year, month, day)
  }

  /// The day part of an RFC 3339 time; nil where it is not one.
  init?(rfc3339 text: String) {
    let head = Array(text.utf8.prefix(10))
    guard head.count == 10, head[4] == UInt8(ascii: "-"), head[7] == UInt8(ascii: "-") else { return nil }
    func number(_ range: Range<Int>) -> Int? { Int(String(decoding: head[range], as: UTF8.self)) }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
    self.init(year: year, month: month, day: day)
  }

  /// The day so many days after 1970-01-01.
  init(dayNumber: Int) {
    let shifted = dayNumber + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let shiftedMonth = (5 * dayOfYear + 2) / 153
    day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
    month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
    year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  }

  /// The day of a date of the tabular Islamic calendar (civil epoch), which is within a day of the observed one.
  init?(hijriYear year: Int, month: Int, day: Int) {
    guard (1...1700).contains(year), (1...12).contains(month), (1...30).contains(day) else { return nil }
    let julianDay = day + (59 * (month - 1) + 1) / 2 + (year - 1) * 354 + (3 + 11 * year) / 30 + 1_948_439
    self.init(dayNumber: julianDay - 2_440_588)
  }

  /// Days since 1970-01-01.
  var dayNumber: Int {
    let shiftedYear = month <= 2 ? year - 1 : year
    let era = (shiftedYear >= 0 ? shiftedYear : shiftedYear - 399) / 400
    let yearOfEra = shiftedYear - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  /// 1 Monday … 7 Sunday.
  var weekday: Int { ((dayNumber + 3) % 7 + 7) % 7 + 1 }

  /// The day so many days later.
  func adding(days: Int) -> CivilDate { CivilDate(dayNumber: dayNumber + days) }

  /// The same day so many months later, or that month's last day.
  func adding(months: Int) -> CivilDate {
    let total = year * 12 + month - 1 + months
    let (year, month) = (total / 12, total % 12 + 1)
    var moved = self
    (moved.year, moved.month, moved.day) = (year, month, min(day, Self.days(in: month, of: year)))
    return moved
  }

  /// `2022-W14`: the ISO 8601 week.
  var isoWeek: String {
    let thursday = adding(days: 4 - weekday)
    guard let first = CivilDate(year: thursday.year, month: 1, day: 1) else { return isoYear }
    return "\(thursday.isoYear)-W\(Self.padded((thursday.dayNumber - first.dayNumber) / 7 + 1))"
  }
  /// `2022-04-05`.
  var isoDay: String { "\(isoMonth)-\(Self.padded(day))" }
  /// `2022-04`.
  var isoMonth: String { "\(isoYear)-\(Self.padded(month))" }
  /// `2022`.
  var isoYear: String { String(repeating: "0", count: max(0, 4 - "\(year)".count)) + "\(year)" }

  /// Two digits.
  static func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private static func days(in month: Int, of year: Int) -> Int {
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }
}
