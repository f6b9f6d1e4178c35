/// A punctuation token by what it does in a sentence.
public enum Mark: Sendable, Equatable {
  case comma, semicolon, colon, stop, exclamation, question, ellipsis, dash
  case openingQuote, closingQuote, straightQuote, openingBracket, closingBracket
  case other

  /// Reads a token's mark; `other` where it is no punctuation.
  public init(_ token: Token, _ utf8: [UInt8]) {
    guard token.kind == .punctuation, utf8.indices.contains(token.bytes.lowerBound) else {
      self = .other
      return
    }
    var decoder = UTF8Decoder(), scalar: UInt32 = 0
    for byte in utf8[token.bytes] {
      if let value = decoder.feed(byte) {
        scalar = value
        break
      }
    }
    self =
      switch scalar {
      case 0x2C, 0x60C, 0x3001: .comma
      case 0x3B, 0x61B: .semicolon
      case 0x3A: .colon
      case 0x2E, 0x6D4: token.bytes.count > 1 && scalar == 0x2E ? .ellipsis : .stop
      case 0x21: .exclamation
      case 0x3F, 0x61F: .question
      case 0x2026: .ellipsis
      case 0x2D, 0x2010...0x2015: .dash
      // Arabic prose uses “ ” and ” “ alike; « and » are sure.
      case 0xAB, 0x201C, 0x2018, 0x201E, 0x2039: .openingQuote
      // Web publishing software makes the mark that closes a quotation after a digit a double prime: في سنة 2008″.
      case 0xBB, 0x201D, 0x2019, 0x203A, 0x2033: .closingQuote
      case 0x22, 0x27: .straightQuote
      case 0x28, 0x5B, 0x7B: .openingBracket
      case 0x29, 0x5D, 0x7D: .closingBracket
      default: .other
      }
  }
}
