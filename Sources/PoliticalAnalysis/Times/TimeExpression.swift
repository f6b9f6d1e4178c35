public import MarsadReport

/// An expression of time: أمس، الثلاثاء 5 أبريل 2022، منذ عام 1979.
public struct TimeExpression: Sendable, Equatable {
  /// The tokens that it touches.
  public var tokens: Range<Int>
  /// Exactly what it covers, in bytes, without leading clitics.
  public var bytes: Range<Int>
  /// The date or time as exact as the text gives it; nil for a relative time with nothing to count from.
  public var date: Report.Date?

  /// Makes an expression from its parts.
  public init(tokens: Range<Int>, bytes: Range<Int>, date: Report.Date?) {
    self.tokens = tokens
    self.bytes = bytes
    self.date = date
  }
}
