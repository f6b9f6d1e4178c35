public import MarsadReport

/// A named place in the text, with where it lies as far as the gazetteer knows.
public struct PlaceExpression: Sendable, Equatable {
  /// The tokens that it touches.
  public var tokens: Range<Int>
  /// Exactly what it covers, in bytes, without leading clitics.
  public var bytes: Range<Int>
  /// Where it lies.
  public var location: Report.Location

  /// Makes an expression from its parts.
  public init(tokens: Range<Int>, bytes: Range<Int>, location: Report.Location) {
    self.tokens = tokens
    self.bytes = bytes
    self.location = location
  }
}
