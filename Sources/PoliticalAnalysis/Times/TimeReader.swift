import ArabicText
import MarsadReport

/// Reads expressions of time from a text: a small grammar, tried at one token.
struct TimeReader {
  let text: TokenizedText
  let terms: TermMatches
  let lexicon: TimeLexicon
  let numbers: NumberLexicon
  /// What relative times are counted from.
  let today: CivilDate?

  /// What a rule has read: until where, and the date.
  private typealias Read = (end: Int, date: Report.Date?)

  /// The expression that begins at a token, nil where none does.
  func expression(at start: Int) -> TimeExpression? {
    guard isCandidate(start) else { return nil }
    var at = start
    // عصر أمس، مساء يوم الثلاثاء: a part of the day and يوم lead to a date.
    if word(at, .part) != nil, at + 1 < text.tokens.count { at += 1 }
    if let unit = word(at, .unit), unit.unit == .day, day(at + 1) != nil { at += 1 }
    let isLed = at > start
    guard var read = isLed ? day(at) : day(at) ?? relative(at) ?? calendarUnit(at) ?? clock(at) else {
      return nil
    }
    if word(read.end, .part) != nil { read.end += 1 }
    if let clock = clock(read.end) { read.end = clock.end }
    let whole = text.bytes(of: start..<read.end)
    let lower =
      terms.at(start, .time)?.bytes(in: text).lowerBound
      ?? terms.at(start, .month)?.bytes(in: text).lowerBound ?? whole.lowerBound
    return TimeExpression(tokens: start..<read.end, bytes: lower..<whole.upperBound, date: read.date)
  }

  /// Whether anything at a token can begin an expression: what most tokens fail fast.
  private func isCandidate(_ token: Int) -> Bool {
    text.tokens[token].kind == .number || terms.at(token, .time) != nil || terms.at(token, .month) != nil
      || terms.at(token, .number) != nil
  }

  // MARK: Days

  private func day(_ at: Int) -> Read? { namedDay(at) ?? weekday(at) ?? dayOfMonth(at) ?? numeric(at) }

  /// أمس، اليوم الأحد
  private func namedDay(_ at: Int) -> Read? {
    guard let match = terms.at(at, .time), lexicon.words[match.entry].kind == .day, !match.hasPronoun else {
      return nil
    }
    let end = match.tokens.upperBound
    let name = word(end, .weekday)
    let date = today.map { today in
      let said = today.adding(days: lexicon.words[match.entry].number)
      // Where the named weekday is another, the article is older than its date says: the last such day is meant.
      return day(name.map { said.adding(days: -((said.weekday - $0.number + 7) % 7)) } ?? said)
    }
    return (name == nil ? end : end + 1, date)
  }

  /// الثلاثاء، الثلاثاء الماضي، الثلاثاء 5 أبريل 2022
  private func weekday(_ at: Int) -> Read? {
    guard let name = word(at, .weekday) else { return nil }
    if let exact = dayOfMonth(at + 1) ?? numeric(at + 1) { return exact }
    let step = word(at + 1, .step)
    let date = today.map { today in
      let back = (today.weekday - name.number + 7) % 7
      let days =
        switch step?.number {
        case 1: 7 - back
        case -1: back == 0 ? -7 : -back
        default: -back
        }
      return day(today.adding(days: days))
    }
    return (step == nil ? at + 1 : at + 2, date)
  }

  /// 5 أبريل/نيسان 2022، الخامس من شهر أبريل الماضي
  private func dayOfMonth(_ at: Int) -> Read? {
    guard let number = integer(at), (1...31).contains(number) else { return nil }
    var next = at + 1
    if isLead(next), terms.at(next, .month) == nil { next += 1 }
    if isUnit(next, .month) { next += 1 }
    guard let (month, end) = month(next) else { return nil }
    let (year, last) = year(after: end)
    guard let year = year ?? guess(month, stepAt: end) else { return (last, nil) }
    let civil =
      month.calendar == .gregorian
      ? CivilDate(year: year, month: month.number, day: number)
      : CivilDate(hijriYear: year, month: month.number, day: number)
    return (max(last, step(end)), civil.map(day))
  }

  /// 12/4/2022، 2022-04-12
  private func numeric(_ at: Int) -> Read? {
    guard at + 4 < text.tokens.count, text.tokens[at].kind == .number, text.tokens[at + 2].kind == .number,
      text.tokens[at + 4].kind == .number, isSeparator(at + 1), isSeparator(at + 3),
      let first = integer(at), let second = integer(at + 2), let third = integer(at + 4)
    else { return nil }
    let civil =
      first > 31
      ? CivilDate(year: first, month: second, day: third) : CivilDate(year: third, month: second, day: first)
    guard let civil, (1000...2100).contains(civil.year) else { return nil }
    return (at + 5, day(civil))
  }

  // MARK: Months, years and other units

  private func calendarUnit(_ at: Int) -> Read? { monthAlone(at) ?? yearNumber(at) ?? unit(at) ?? decade(at) }

  /// أبريل 2022، شهر مارس، نيسان الماضي: a name alone can be another word (مارس، رجب), so something must vouch for it.
  private func monthAlone(_ at: Int) -> Read? {
    let named = isUnit(at, .month) ? at + 1 : at
    guard let (month, end) = month(named) else { return nil }
    let (year, last) = year(after: end)
    let isPaired = terms.at(named, .month).map { end > $0.tokens.upperBound } ?? false
    let isLedIn = named > at || isPaired || (at > 0 && isLead(at - 1)) || prefixed(at)
    guard year != nil || word(end, .step) != nil || isLedIn else { return nil }
    guard month.calendar == .gregorian, let year = year ?? guess(month, stepAt: end),
      let civil = CivilDate(year: year, month: month.number, day: 1)
    else { return (max(last, step(end)), nil) }
    return (max(last, step(end)), .init(value: civil.isoMonth, precision: .month))
  }

  /// عام 2011، في 2019
  private func yearNumber(_ at: Int) -> Read? {
    let isSaid = word(at, .year) != nil || isUnit(at, .year)
    let number = isSaid ? at + 1 : at
    guard number < text.tokens.count, text.tokens[number].kind == .number, let year = integer(number),
      (1900...2100).contains(year) || (isSaid && (1000...2100).contains(year)),
      isSaid || (at > 0 && isLead(at - 1)), terms.at(number + 1, .unit) == nil || isSaid,
      let civil = CivilDate(year: year, month: 1, day: 1)
    else { return nil }
    return (number + 1, .init(value: civil.isoYear, precision: .year))
  }

  /// الأسبوع الماضي، هذا العام، الأيام الأخيرة
  private func unit(_ at: Int) -> Read? {
    if let this = word(at, .step), this.number == 0, let unit = unitWithArticle(at + 1) {
      return (at + 2, moved(unit, by: 0))
    }
    guard let unit = unitWithArticle(at) else { return nil }
    if let step = word(at + 1, .step) { return (at + 2, moved(unit, by: step.number)) }
    return word(at + 1, .span) == nil ? nil : (at + 2, nil)
  }

  /// قبل ثلاثة أيام، منذ عام، بعد يومين
  private func relative(_ at: Int) -> Read? {
    guard let ago = word(at, .ago), terms.at(at, .time)?.hasPronoun == false else { return nil }
    if let dual = word(at + 1, .dual) { return (at + 2, moved(dual.unit, by: 2 * ago.number)) }
    if let match = terms.at(at + 1, .time), lexicon.words[match.entry].kind == .unit, !match.hasArticle,
      !match.hasPronoun, integer(at + 2).map({ $0 < 1000 }) ?? true
    {
      return (at + 2, moved(lexicon.words[match.entry].unit, by: ago.number))
    }
    guard let number = numbers.read(at + 1, text, terms), number.value < 1000,
      let unit = word(number.tokens.upperBound, .unit)
    else { return nil }
    return (number.tokens.upperBound + 1, moved(unit.unit, by: Int(number.value) * ago.number))
  }

  private func decade(_ at: Int) -> Read? {
    guard let decade = word(at, .decade) else { return nil }
    return (at + 1, .init(value: "\(decade.number / 10)", precision: .decade))
  }

  /// الساعة 10:30
  private func clock(_ at: Int) -> Read? {
    guard word(at, .clock) != nil, let hour = integer(at + 1), (0...24).contains(hour) else { return nil }
    guard at + 3 < text.tokens.count, text.string(bytes: text.tokens[at + 2].bytes) == ":",
      let minute = integer(at + 3), (0...59).contains(minute)
    else { return (at + 2, .init(value: "T\(CivilDate.padded(hour))", precision: .time)) }
    return (at + 4, .init(value: "T\(CivilDate.padded(hour)):\(CivilDate.padded(minute))", precision: .time))
  }

  // MARK: Parts

  private func word(_ at: Int, _ kind: TimeLexicon.Kind) -> TimeLexicon.Word? {
    guard let match = terms.at(at, .time), match.tokens.count == 1, !match.hasPronoun else { return nil }
    let word = lexicon.words[match.entry]
    return word.kind == kind ? word : nil
  }

  private func isLead(_ at: Int) -> Bool {
    word(at, .lead) != nil || word(at, .ago) != nil || word(at, .year) != nil || isUnit(at, .month)
  }

  private func isUnit(_ at: Int, _ unit: TimeLexicon.Unit) -> Bool { word(at, .unit)?.unit == unit }

  private func unitWithArticle(_ at: Int) -> TimeLexicon.Unit? {
    guard let match = terms.at(at, .time), match.hasArticle, lexicon.words[match.entry].kind == .unit else {
      return nil
    }
    return lexicon.words[match.entry].unit
  }

  /// Whether a preposition is written onto a month's name (بمارس, لأبريل).
  private func prefixed(_ at: Int) -> Bool { terms.at(at, .month).map { $0.preposition != 0 } ?? false }

  /// A month's name, or two of one month (أبريل/نيسان), and where it ends.
  private func month(_ at: Int) -> (month: TimeLexicon.Month, end: Int)? {
    guard let match = terms.at(at, .month), !match.hasPronoun else { return nil }
    let month = lexicon.months[match.entry]
    let end = match.tokens.upperBound
    if isSeparator(end), let other = terms.at(end + 1, .month),
      lexicon.months[other.entry].number == month.number
    {
      return (month, other.tokens.upperBound)
    }
    return (month, end)
  }

  /// The year after a month, and where it ends; nil and the month's end where there is none.
  private func year(after end: Int) -> (Int?, Int) {
    let number = word(end, .year) != nil || isUnit(end, .year) || word(end, .lead) != nil ? end + 1 : end
    guard number < text.tokens.count, text.tokens[number].kind == .number, let year = integer(number),
      (1300...2100).contains(year)
    else { return (nil, end) }
    return (year, number + 1)
  }

  private func step(_ at: Int) -> Int { word(at, .step) == nil ? at : at + 1 }

  /// The year of a month without one: the last such month, unless the text says the next.
  private func guess(_ month: TimeLexicon.Month, stepAt at: Int) -> Int? {
    guard let today, month.calendar == .gregorian else { return nil }
    switch word(at, .step)?.number {
    case 1: return month.number > today.month ? today.year : today.year + 1
    case -1: return month.number < today.month ? today.year : today.year - 1
    case 0: return today.year
    default: return month.number > today.month + 2 ? today.year - 1 : today.year
    }
  }

  private func moved(_ unit: TimeLexicon.Unit, by count: Int) -> Report.Date? {
    guard let today, abs(count) < 10_000 else { return nil }
    switch unit {
    case .day: return day(today.adding(days: count))
    case .week: return .init(value: today.adding(days: 7 * count).isoWeek, precision: .week)
    case .month: return .init(value: today.adding(months: count).isoMonth, precision: .month)
    case .year: return .init(value: today.adding(months: 12 * count).isoYear, precision: .year)
    case .decade: return .init(value: "\(today.adding(months: 120 * count).year / 10)", precision: .decade)
    case .hour, .minute: return nil
    }
  }

  private func day(_ date: CivilDate) -> Report.Date { .init(value: date.isoDay, precision: .day) }

  private func integer(_ at: Int) -> Int? {
    guard at < text.tokens.count, text.tokens[at].kind == .number else { return nil }
    return NumberLexicon.digits(text.utf8[text.tokens[at].bytes]).flatMap(Int.init(exactly:))
  }

  private func isSeparator(_ at: Int) -> Bool {
    guard at < text.tokens.count, text.tokens[at].bytes.count == 1 else { return false }
    let byte = text.utf8[text.tokens[at].bytes.lowerBound]
    return byte == UInt8(ascii: "/") || byte == UInt8(ascii: "-")
  }
}
