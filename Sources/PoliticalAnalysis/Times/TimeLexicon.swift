/// The words that expressions of time are made of: months of three naming systems and the Hijri calendar, weekdays,
/// words for days, units, steps.
struct TimeLexicon: Sendable {
  /// A month of a calendar.
  struct Month: Sendable {
    enum Calendar: String, CaseIterable, Sendable { case gregorian, hijri }
    var calendar: Calendar
    var number: Int
  }
  /// What a word does in an expression of time.
  enum Kind: String, CaseIterable, Sendable {
    case weekday, day, part, unit, dual, step, span, ago, lead, year, clock, decade
  }
  /// A unit of time.
  enum Unit: String, CaseIterable, Sendable { case day, week, month, year, decade, hour, minute }
  /// One word with what it does; `number` is a weekday, an offset or a year, `unit` stands for units and duals.
  struct Word: Sendable {
    var kind: Kind
    var number = 0
    var unit = Unit.day
  }

  private(set) var months: [Month] = []
  private(set) var words: [Word] = []

  /// Reads both files and enters their phrases into the index.
  init(months: LexiconFile, words: LexiconFile, index: inout TermIndex) throws(LexiconError) {
    for row in months.rows {
      let number = try row.integer(2)
      guard (1...12).contains(number) else { throw row.fault(2, "a month, 1 to 12") }
      index.add(row.fields[0], list: .month, entry: self.months.count)
      self.months.append(Month(calendar: try row.word(1), number: number))
    }
    for row in words.rows {
      var word = Word(kind: try row.word(1))
      switch word.kind {
      case .weekday, .day, .step, .ago, .decade: word.number = try row.integer(2)
      case .unit, .dual: word.unit = try row.word(2)
      case .part, .span, .lead, .year, .clock: break
      }
      index.add(row.fields[0], list: .time, entry: self.words.count)
      self.words.append(word)
    }
  }
}
