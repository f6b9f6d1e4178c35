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

extension TokenizedText {
  /// The folded letters of a token; empty where it is not Arabic.
  public func letters(of token: Int) -> ArraySlice<Letter> { letters[tokens[token].letters] }

  /// The text of a range of bytes, as it stands.
  public func string(bytes: Range<Int>) -> String { String(decoding: utf8[bytes], as: UTF8.self) }

  /// The text of a run of tokens, as it stands, blanks between them included; empty for an empty run.
  public func string(tokens range: Range<Int>) -> String { string(bytes: bytes(of: range)) }

  /// What a token does as punctuation; `other` where it is none.
  public func mark(_ token: Int) -> Mark { Mark(tokens[token], utf8) }

  /// Where in the text the `letter`-th folded letter of a token begins, in bytes: how a span begins after a clitic.
  /// O(length of the token).
  public func byte(ofLetter letter: Int, in token: Int) -> Int {
    var seen = 0, start = tokens[token].bytes.lowerBound
    var decoder = UTF8Decoder()
    for index in tokens[token].bytes {
      if utf8[index] & 0xC0 != 0x80 { start = index }
      guard let scalar = decoder.feed(utf8[index]) else { continue }
      let folded = Folding.letter(of: scalar)
      guard folded != Folding.vanishes, folded != Folding.none else { continue }
      if seen == letter { return start }
      seen += 1
    }
    return tokens[token].bytes.upperBound
  }
}
