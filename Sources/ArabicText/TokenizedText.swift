/// A text cut into tokens, sentences and paragraphs, with offsets kept in bytes and in code points.
public struct TokenizedText: Sendable {
  /// The text itself, valid UTF-8.
  public let utf8: [UInt8]
  /// All tokens in text order.
  public let tokens: [Token]
  /// All sentences in text order; together they hold every token.
  public let sentences: [Sentence]
  /// The folded letters of all Arabic tokens, one after another; `Token.letters` are ranges of it.
  public let letters: [Letter]

  /// Makes a tokenized text from its parts.
  public init(utf8: [UInt8], tokens: [Token], sentences: [Sentence], letters: [Letter]) {
    self.utf8 = utf8
    self.tokens = tokens
    self.sentences = sentences
    self.letters = letters
  }
}
