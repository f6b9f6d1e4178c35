/// What a code point is to the tokenizer.
enum CharacterClass: UInt8 {
  case blank, newline, arabic, digit, latin, punctuation, other

  /// The class of a code point. O(1).
  static func of(_ scalar: UInt32) -> CharacterClass {
    switch scalar {
    case 0x0A, 0x0D, 0x2028, 0x2029, 0x85: return .newline
    case 0...0x20, 0x7F...0xA0: return .blank
    case 0x30...0x39: return .digit
    case 0x41...0x5A, 0x61...0x7A: return .latin
    case 0x21...0x7E: return .punctuation
    case 0xAB, 0xBB, 0xA1, 0xBF, 0xB7: return .punctuation
    case 0xC0...0x24F where scalar != 0xD7 && scalar != 0xF7: return .latin
    case 0x370...0x5FF: return .latin  // Greek, Cyrillic, Armenian, Hebrew: foreign letters all the same
    case 0x660...0x669, 0x6F0...0x6F9: return .digit
    case 0x60C, 0x61B, 0x61F, 0x66A...0x66D, 0x6D4: return .punctuation
    // Zero-width and directional controls stand for nothing that is read; between words they part them.
    case 0x61C, 0x200B...0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF: return .blank
    case 0x600...0x6FF: return Folding.isArabic(scalar) ? .arabic : .other
    case 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return .blank
    case 0x2010...0x205E, 0x3001...0x3003, 0x3008...0x3011: return .punctuation
    default: return .other
    }
  }
}
