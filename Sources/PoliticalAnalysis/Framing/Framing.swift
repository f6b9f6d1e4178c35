/// Loaded language or a propaganda technique, and whom it is turned at.
public struct Framing: Sendable, Equatable {
  /// The technique's name in the lexicon: `loaded_language`, `name_calling`, …
  public var technique: String
  /// The tokens that it touches.
  public var tokens: Range<Int>
  /// Exactly what it covers, in bytes, without leading clitics.
  public var bytes: Range<Int>
  /// Index into `Document.entities`, nil where nobody is aimed at.
  public var target: Int?
  /// −1 against … 1 in favour.
  public var polarity: Double

  /// Makes a framing from its parts.
  public init(technique: String, tokens: Range<Int>, bytes: Range<Int>, target: Int?, polarity: Double) {
    self.technique = technique
    self.tokens = tokens
    self.bytes = bytes
    self.target = target
    self.polarity = polarity
  }
}
