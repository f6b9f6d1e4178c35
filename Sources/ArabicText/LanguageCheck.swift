/// Which language a text is in, as far as this library needs to know: Arabic, a neighbour in its script, or another.
public struct LanguageCheck: Sendable, Equatable {
  /// ISO 639-1: `ar`, `fa`, `ur`, `en` (Latin script, whatever the language is said by `mul`), or `und`.
  public var code: String
  /// 0…1: the share of the letters that speak for it.
  public var confidence: Double

  /// Looks at the scripts, and inside Arabic script at letters and little words that only one of the languages has. O(n).
  public init(_ text: TokenizedText) {
    var arabic = 0, latin = 0, persian = 0, urdu = 0, article = 0, words = 0
    var decoder = UTF8Decoder()
    for byte in text.utf8 {
      guard let scalar = decoder.feed(byte) else { continue }
      switch scalar {
      case 0x67E, 0x686, 0x698, 0x6AF, 0x6A9, 0x6CC: persian += 1
      case 0x679, 0x688, 0x691, 0x6BA, 0x6BE, 0x6C1, 0x6D2: urdu += 1
      default: break
      }
      switch CharacterClass.of(scalar) {
      case .arabic: arabic += 1
      case .latin: latin += 1
      default: break
      }
    }
    for token in text.tokens where token.kind == .arabic {
      words += 1
      let letters = text.letters[token.letters]
      if letters.count > 3, letters.starts(with: [Folding.alef, Folding.lam]) { article += 1 }
    }
    let total = arabic + latin
    guard total > 0 else {
      (code, confidence) = ("und", 0)
      return
    }
    let share = Double(max(arabic, latin)) / Double(total)
    if latin > arabic {
      (code, confidence) = ("mul", share)
    } else if urdu * 25 > arabic {
      (code, confidence) = ("ur", share)
    } else if persian * 20 > arabic, article * 8 < words {
      (code, confidence) = ("fa", share)
    } else {
      (code, confidence) = ("ar", share * (1 - Double(min(persian + urdu, arabic)) / Double(max(arabic, 1))))
    }
  }
}
