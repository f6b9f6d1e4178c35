import ArabicText
import MarsadTestSupport
import Testing

@Suite struct TokenizerTests {
  private func tokens(_ text: String) -> [String] {
    let cut = Tokenizer.tokenize(Array(text.utf8))
    return cut.tokens.indices.map { cut.string(tokens: $0..<$0 + 1) }
  }

  private func sentences(_ text: String) -> [String] {
    let cut = Tokenizer.tokenize(Array(text.utf8))
    return cut.sentences.map { cut.string(tokens: $0.tokens) }
  }

  @Test func `words keep diacritics and tatweel, marks stand alone`() {
    #expect(
      tokens("أكّدَ «الوزيـر»، قائلًا: نعم!") == ["أكّدَ", "«", "الوزيـر", "»", "،", "قائلًا", ":", "نعم", "!"])
  }

  @Test func `numbers keep their separators but not a full stop at the end`() {
    #expect(tokens("بلغ 3.14 و ٢٬٠٠٠ في 2022.") == ["بلغ", "3.14", "و", "٢٬٠٠٠", "في", "2022", "."])
  }

  @Test func `sentences end at stops, not after initials, and take their closing quote along`() {
    #expect(
      sentences("قال: “لن نقبل.” ثم غادر. والتقى أ. محمد؟\nفقرة ثانية")
        == ["قال: “لن نقبل.”", "ثم غادر.", "والتقى أ. محمد؟", "فقرة ثانية"])
  }

  @Test func `folding makes the spellings of one word equal`() {
    for (a, b) in [
      ("الإيراني", "الايرانى"), ("خصوصًا", "خصوصا"), ("الأمـن", "الامن"), ("مؤتمر", "موتمر"),
      ("جمهورية", "جمهوريه"),
    ] {
      #expect(Folding.letters(of: a.utf8) == Folding.letters(of: b.utf8))
    }
    #expect(Folding.letters(of: "علم".utf8) != Folding.letters(of: "عمل".utf8))
  }

  @Test func `offsets in bytes and code points agree on any text`() {
    var generator = SeededGenerator(seed: 20_260_101)
    let alphabet: [Unicode.Scalar] = Array(
      "ابتوفلكةىئؤ ً ـ“”«».،؟\n\r\t0٣aZ-'\u{200F}\u{0}é漢😀\u{654}".unicodeScalars)
    for _ in 0..<400 {
      var text = String.UnicodeScalarView()
      for _ in 0..<Int.random(in: 0..<120, using: &generator) {
        text.append(alphabet.randomElement(using: &generator) ?? " ")
      }
      let scalars = Array(text)
      let cut = Tokenizer.tokenize(Array(String(text).utf8))
      var last = 0
      for (index, token) in cut.tokens.enumerated() {
        var view = String.UnicodeScalarView()
        view.append(contentsOf: scalars[token.scalars])
        #expect(cut.string(bytes: token.bytes) == String(view))
        #expect(token.scalars.lowerBound >= last && !token.scalars.isEmpty)
        #expect(cut.sentences[token.sentence].tokens.contains(index))
        last = token.scalars.upperBound
      }
      #expect(cut.sentences.map(\.tokens.count).reduce(0, +) == cut.tokens.count)
    }
  }

  @Test func `bytes that are no UTF-8 are cut without a trap`() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 0..<80, using: &generator)).map { _ in
        UInt8.random(in: 0...255, using: &generator)
      }
      let cut = Tokenizer.tokenize(bytes)
      #expect(cut.tokens.allSatisfy { $0.bytes.upperBound <= bytes.count })
    }
  }
}

@Suite struct WordReadingTests {
  private func stems(_ word: String) -> [String] {
    let cut = Tokenizer.tokenize(Array(word.utf8))
    return WordReadings(cut, 0).map { reading in
      cut.string(bytes: cut.byte(ofLetter: reading.stem.lowerBound, in: 0)..<cut.utf8.count)
    }
  }

  @Test func `proclitics come off in every admissible way`() {
    #expect(stems("وبالعراق") == ["وبالعراق", "بالعراق", "العراق"])
    #expect(stems("للولايات") == ["للولايات", "لولايات", "لولايات"])
    #expect(stems("وَلِلعراق") == ["وَلِلعراق", "لِلعراق", "لعراق", "لعراق"])
    #expect(stems("من") == ["من"])
  }

  @Test func `the lam of an article without its alef is told`() {
    let cut = Tokenizer.tokenize(Array("للعراق".utf8))
    #expect(
      WordReadings(cut, 0).filter(\.hasElidedAlef).map {
        String(decoding: cut.letters[$0.stem], as: UTF8.self)
      } == ["lErAq"])
  }

  @Test func `enclitic pronouns come off and leave a stem`() {
    func enclitic(_ word: String) -> String? {
      let letters = Folding.letters(of: word.utf8)
      return Enclitic.longest(of: letters.indices, in: letters).map {
        String(decoding: letters[$0.pronoun], as: UTF8.self)
      }
    }
    #expect(enclitic("لقاؤه") == "h")
    #expect(enclitic("بلادهما") == "hmA")
    #expect(enclitic("قولها") == "hA")
    #expect(enclitic("له") == nil)
  }
}

@Suite struct FingerprintTests {
  @Test func `spelling does not change a fingerprint and a small edit changes it little`() {
    let text = (0..<200).map { "كلمة\($0 % 37) سياسية رقم \($0)" }.joined(separator: " ")
    func fingerprint(_ text: String) -> UInt64 { SimHash.fingerprint(Tokenizer.tokenize(Array(text.utf8))) }
    #expect(fingerprint("أكد الإيراني") == fingerprint("اكّد الايرانى"))
    #expect((fingerprint(text) ^ fingerprint(text + " وختم")).nonzeroBitCount < 8)
    #expect((fingerprint(text) ^ fingerprint("نص آخر لا علاقة له بما سبق من كلام")).nonzeroBitCount > 12)
  }

  @Test(arguments: [
    ("أكد الوزير أن الحكومة ستواصل العمل", "ar"), ("The minister said that work goes on", "mul"),
    ("وزیر امور خارجه گفت که دولت به کار خود ادامه می‌دهد", "fa"),
    ("وزیر خارجہ نے کہا ہے کہ حکومت کام جاری رکھے گی", "ur"),
    ("1234 !!", "und"), ("", "und"),
  ]) func `language is told by script and letters`(text: String, code: String) {
    #expect(LanguageCheck(Tokenizer.tokenize(Array(text.utf8))).code == code)
  }
}
