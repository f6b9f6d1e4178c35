import ArabicTraining

/// Texts as no newspaper prints them, from a seed.
struct StrangeTexts {
  private var random: SeededGenerator

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  /// Words, marks and characters that break programs, each with what may be between it and the next.
  private static let pieces: [String] = [
    "وقال", "الرئيس", "للصحافيين", "بحكومتها", "مِصْرُ", "الوزَّارة", "ال\u{64E}\u{651}ت\u{651}\u{64E}ي", "كـتـاب",
    "ـــ",
    "\u{64B}", "\u{64E}\u{651}", "ا\u{654}حمد", "أ", "ﷲ", "ﻻ", "ﷺ", "لل", "مما", "،", "؟", "«", "»", "...",
    "…", ".", "!",
    "٢٬٠٠٠", "3.14", "1,5", "12٪", "COVID-19", "Cafe\u{301}", "e", "\u{301}", "\u{315}\u{300}", "Å",
    "\u{212B}",
    "\u{340}", "क\u{93C}ि", "\u{1112}\u{1161}\u{11AB}", "\u{1112}", "\u{1161}", "中文", "😀", "👨‍👩‍👧‍👦", "🇱🇧",
    "\u{FE0F}",
    "#وسم", "# text = x", "1-2", "_", "-", "@someone", "http://example.org/?q=ا", "a\tb", "\u{0}",
    "\u{1B}[2J",
    "\u{200F}", "و\u{200C}قال", "\u{FEFF}", "\u{AD}", "\u{E000}", "\u{FFFF}", "\u{10FFFF}", "\u{600}١٢",
    "\u{6DD}",
    "\u{2028}", "\u{85}", "\u{A0}", "\u{3000}", "۱۲۳", "گفت", "پارلمان", "ИТАР", "ΑΒΓ", "שלום", "()", "[",
    "\"", "'",
    "O", "B-PERS",
  ]

  private static let gaps = [" ", " ", " ", " ", "", "", "\n", "\n\n", "  ", "\r\n", "\t", " \u{200E}", "\r"]

  /// The next text, of up to so many pieces.
  mutating func next(pieces limit: Int) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...limit, using: &random) {
      var piece = Self.pieces.randomElement(using: &random) ?? ""
      if Int.random(in: 0..<60, using: &random) == 0 {
        piece = String(repeating: piece, count: Int.random(in: 2...300, using: &random))
      }
      text += piece + (Self.gaps.randomElement(using: &random) ?? "")
    }
    return text
  }

  /// A text of sentences, a word or mark a line, an empty line between sentences.
  mutating func nextWords(count limit: Int) -> String {
    var text = ""
    for _ in 0..<Int.random(in: 0...limit, using: &random) {
      let piece = Self.pieces.randomElement(using: &random) ?? ""
      let isWord = !piece.unicodeScalars.contains {
        $0.properties.isWhitespace || $0.properties.generalCategory == .control
      }
      if isWord { text += piece + (Bool.random(using: &random) ? "\n" : "\r\n") }
      if Int.random(in: 0..<8, using: &random) == 0 { text += "\n" }
    }
    return text
  }
}
