/// The punctuation that shapes quotations and clauses.
enum Punctuation: UInt8, Sendable {
  case none, comma, colon, stop, openQuote, closeQuote, straightQuote, dash, openBracket, closeBracket, ellipsis, other

  /// What a punctuation token's UTF-8 says.
  init(_ bytes: ArraySlice<UInt8>) {
    var value: UInt32 = 0
    for byte in bytes.prefix(3) { value = value << 8 | UInt32(byte) }
    switch value {
    case 0x2C, 0xD88C, 0x3B, 0xD89B: self = .comma
    case 0x3A: self = .colon
    case 0x2E, 0x21, 0x3F, 0xD89F: self = .stop
    case 0xE2809C, 0xC2AB, 0xE28098: self = .openQuote
    case 0xE2809D, 0xC2BB, 0xE28099: self = .closeQuote
    case 0x22: self = .straightQuote
    case 0x2D, 0xE28093, 0xE28094: self = .dash
    case 0x28, 0x5B: self = .openBracket
    case 0x29, 0x5D: self = .closeBracket
    case 0xE280A6: self = .ellipsis
    default: self = .other
    }
  }
}
