/// A moment as RFC 3339 writes it, kept as milliseconds since 1970-01-01T00:00:00Z.
public struct Timestamp: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Milliseconds since 1970-01-01T00:00:00Z.
  public let milliseconds: Int64

  /// The years that RFC 3339 can write, 0000 to 9999, in milliseconds.
  public static let range: ClosedRange<Int64> = -62_167_219_200_000...253_402_300_799_999

  /// A moment by its milliseconds, held within `range`.
  public init(milliseconds: Int64) {
    self.milliseconds = min(max(milliseconds, Self.range.lowerBound), Self.range.upperBound)
  }

  /// Orders moments by time.
  public static func < (left: Self, right: Self) -> Bool { left.milliseconds < right.milliseconds }

  /// Reads `2021-04-09T12:30:00.5+03:00` (RFC 3339 section 5.6; a blank may stand for T, a leap second is the next
  /// second's first moment, digits beyond milliseconds are dropped); nil for anything else.
  public init?(rfc3339 text: some Collection<UInt8>) {
    var digits = Digits(bytes: Array(text))
    guard let year = digits.number(of: 4), digits.take("-"), let month = digits.number(of: 2),
      digits.take("-"),
      let day = digits.number(of: 2), digits.take("T") || digits.take("t") || digits.take(" "),
      let hour = digits.number(of: 2), digits.take(":"), let minute = digits.number(of: 2), digits.take(":"),
      let second = digits.number(of: 2), (1...12).contains(month),
      (1...Self.days(inMonth: month, year: year)).contains(day), hour < 24, minute < 60, second <= 60,
      let fraction = digits.fraction(), let offset = digits.zone(), digits.isAtEnd
    else { return nil }
    let days = Self.days(fromYear: year, month: month, day: day)
    let seconds = Int64(days) * 86_400 + Int64(hour * 3600 + minute * 60 + second) - Int64(offset * 60)
    guard Self.range.contains(seconds * 1000 + Int64(fraction)) else { return nil }
    milliseconds = seconds * 1000 + Int64(fraction)
  }

  /// `2021-04-09T09:30:00.500Z`.
  public var description: String {
    let days = Int((milliseconds - (milliseconds % 86_400_000 + 86_400_000) % 86_400_000) / 86_400_000)
    let rest = Int(milliseconds - Int64(days) * 86_400_000)
    let (year, month, day) = Self.civil(fromDays: days)
    var text: [UInt8] = []
    text.reserveCapacity(24)
    func append(_ value: Int, width: Int, then mark: Unicode.Scalar) {
      var divisor = [1, 10, 100, 1000][width - 1]
      while divisor > 0 {
        text.append(UInt8(ascii: "0") + UInt8(value / divisor % 10))
        divisor /= 10
      }
      text.append(UInt8(ascii: mark))
    }
    append(year, width: 4, then: "-")
    append(month, width: 2, then: "-")
    append(day, width: 2, then: "T")
    append(rest / 3_600_000, width: 2, then: ":")
    append(rest / 60_000 % 60, width: 2, then: ":")
    append(rest / 1000 % 60, width: 2, then: ".")
    append(rest % 1000, width: 3, then: "Z")
    return String(decoding: text, as: UTF8.self)
  }

  // The Gregorian calendar by eras of 400 years from 1 March: H. Hinnant, "chrono-Compatible Low-Level Date Algorithms".
  private static func days(fromYear year: Int, month: Int, day: Int) -> Int {
    let shifted = month <= 2 ? year - 1 : year
    let era = (shifted >= 0 ? shifted : shifted - 399) / 400
    let yearOfEra = shifted - era * 400
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return era * 146_097 + yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear - 719_468
  }

  private static func civil(fromDays days: Int) -> (year: Int, month: Int, day: Int) {
    let shifted = days + 719_468
    let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
    let dayOfEra = shifted - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let march = (5 * dayOfYear + 2) / 153
    let month = march < 10 ? march + 3 : march - 9
    return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfYear - (153 * march + 2) / 5 + 1)
  }

  private static func days(inMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  private struct Digits {
    let bytes: [UInt8]
    var index = 0
    var isAtEnd: Bool { index == bytes.count }

    mutating func take(_ mark: Unicode.Scalar) -> Bool {
      guard index < bytes.count, bytes[index] == UInt8(ascii: mark) else { return false }
      index += 1
      return true
    }

    mutating func digit() -> Int? {
      guard index < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index]) else {
        return nil
      }
      index += 1
      return Int(bytes[index - 1] - UInt8(ascii: "0"))
    }

    mutating func number(of count: Int) -> Int? {
      var value = 0
      for _ in 0..<count {
        guard let digit = digit() else { return nil }
        value = value * 10 + digit
      }
      return value
    }

    /// Milliseconds of a fraction of a second, 0 where there is none.
    mutating func fraction() -> Int? {
      guard take(".") else { return 0 }
      guard var value = digit() else { return nil }
      var places = 1
      while let next = digit() {
        if places < 3 { value = value * 10 + next }
        places += 1
      }
      for _ in 0..<max(0, 3 - places) { value *= 10 }
      return value
    }

    /// Minutes east of Greenwich.
    mutating func zone() -> Int? {
      if take("Z") || take("z") { return 0 }
      let sign = take("+") ? 1 : take("-") ? -1 : 0
      guard sign != 0, let hours = number(of: 2), take(":"), let minutes = number(of: 2), hours < 24,
        minutes < 60
      else { return nil }
      return sign * (hours * 60 + minutes)
    }
  }
}
