/// Something counted or measured: 10 قتلى، 500 مليون دولار.
public struct Quantity: Sendable, Equatable {
  /// The tokens that it touches, number and unit.
  public var tokens: Range<Int>
  /// Exactly what it covers, in bytes, without leading clitics.
  public var bytes: Range<Int>
  /// The number.
  public var value: Double
  /// `person`, `USD`, `percent`, …; nil where the text names none that the lexicon has.
  public var unit: String?
  /// What is counted: `dead`, `wounded`, `arrested`, …; nil where unknown.
  public var of: String?

  /// Makes a quantity from its parts.
  public init(tokens: Range<Int>, bytes: Range<Int>, value: Double, unit: String?, of: String?) {
    self.tokens = tokens
    self.bytes = bytes
    self.value = value
    self.unit = unit
    self.of = of
  }
}
