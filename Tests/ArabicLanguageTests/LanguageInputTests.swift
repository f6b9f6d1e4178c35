import ArabicLanguage
import ArabicText
import ArabicTraining
import LinguisticAnnotation
import Testing

@Suite struct LanguageInputTests {
  private func annotate(_ text: String, as input: LanguageInput) throws -> [AnnotatedSentence] {
    try TestEngine.shared.annotate(Array(text.utf8), as: input)
  }

  private func tokens(_ text: String, as input: LanguageInput) throws -> [[String]] {
    let utf8 = Array(text.utf8)
    return try annotate(text, as: input).map { sentence in
      sentence.tokens.map { String(decoding: utf8[$0.bytes], as: UTF8.self) }
    }
  }

  private func fault(_ text: [UInt8], as input: LanguageInput) throws -> LineFault? {
    do throws(LineFault) {
      _ = try input.tokenize(text)
      return nil
    } catch { return error }
  }

  @Test func `a line is a sentence, however many stops it holds`() throws {
    let lines = "قال. ثم مضى!\r\n\n  عاد الوفد\n"
    #expect(try tokens(lines, as: .sentences) == [["قال", ".", "ثم", "مضى", "!"], ["عاد", "الوفد"]])
    #expect(try tokens(lines, as: .text).count == 3)
  }

  @Test func `a line is a token, and an empty line ends a sentence`() throws {
    let lines = "\u{FEFF}وقال\n3.5%\r\n \n\n. . .\n".replacing(" . ", with: "")
    #expect(try tokens(lines, as: .tokens) == [["وقال", "3.5%"], [".."]])
    let cut = try annotate("وقال\nالوزير\n", as: .tokens)
    #expect(cut.first?.words.map(\.form) == ["و", "قال", "الوزير"])
  }

  @Test func `words are taken as they are`() throws {
    let sentences = try annotate("و\nقال\nه\nوقال\n", as: .words)
    #expect(sentences.first?.words.map(\.form) == ["و", "قال", "ه", "وقال"])
    #expect(sentences.first?.words.first?.tag == .coordinator)
  }

  @Test(arguments: [LanguageInput.tokens, .words])
  func `a line with more than a word is refused by its number, with what to do`(input: LanguageInput) throws {
    let fault = try #require(try fault(Array("قال\n\nبغداد B-LOC\n".utf8), as: input))
    #expect(fault.line == 3)
    #expect(fault.reason.contains("U+0020") && fault.reason.contains("“بغداد·B-LOC”"))
    #expect(fault.reason.contains("columns"))
    #expect(try self.fault(Array("ا\u{2028}ب".utf8), as: input)?.line == 1)
  }

  @Test(arguments: LanguageInput.allCases)
  func `bytes that are not UTF-8 are refused by their line`(input: LanguageInput) throws {
    let fault = try #require(try fault(Array("قال\nا".utf8) + [0xC7, 0x0A], as: input))
    #expect(fault.line == 2)
    #expect(fault.description == "2: not UTF-8 from byte 3 of the line on; convert the file (iconv -t utf-8)")
  }

  @Test func `names go out as two columns and come back as the same spans`() throws {
    let lines = "زار\nنجيب\nميقاتي\nبغداد\n.\n\nوعاد\nميقاتي\n"
    let utf8 = Array(lines.utf8)
    let sentences = try annotate(lines, as: .tokens)
    var writer = EntityColumnsWriter()
    writer.write(sentences, of: utf8)
    let corpus = EntityCorpus(writer.output, file: "out")
    #expect(corpus.faults.isEmpty)
    #expect(corpus.sentences.map(\.words) == [["زار", "نجيب", "ميقاتي", "بغداد", "."], ["وعاد", "ميقاتي"]])
    #expect(corpus.sentences.map { EntityLabel.spans($0.labels) } == sentences.map(\.entities))
    #expect(writer.output.contains("بغداد B-LOC\n") && writer.output.hasSuffix("\n\n"))
  }

  @Test func `two columns hold any text`() throws {
    var texts = StrangeTexts(seed: 6)
    for _ in 0..<40 {
      let text = texts.next(pieces: 30)
      let utf8 = Array(text.utf8)
      let sentences = try annotate(text, as: .text)
      var writer = EntityColumnsWriter()
      writer.write(sentences, of: utf8)
      let corpus = EntityCorpus(writer.output, file: "out")
      #expect(corpus.faults.isEmpty, "\(text.debugDescription)")
      #expect(corpus.sentences.map(\.words.count) == sentences.map(\.tokens.count))
      #expect(corpus.sentences.map { EntityLabel.spans($0.labels) } == sentences.map(\.entities))
    }
  }

  @Test func `adjacent names of one type stay two`() {
    let sentence = AnnotatedSentence(
      tokens: (0..<3).map {
        AnnotatedToken(bytes: $0..<($0 + 1), words: $0..<($0 + 1), stem: $0, spaceAfter: true)
      },
      words: [],
      entities: [EntitySpan(type: .person, tokens: 0..<1), EntitySpan(type: .person, tokens: 1..<3)])
    var writer = EntityColumnsWriter()
    writer.write([sentence], of: Array("abc".utf8))
    #expect(writer.output == "a B-PERS\nb B-PERS\nc I-PERS\n\n")
  }

  @Test func `clitics given as words are taken for written together`() {
    #expect(
      WordJoins.guess(FoldedTokens(["و", "قال", "كتاب", "ه", ".", "ها"])) == [
        false, true, false, true, false, false,
      ])
    #expect(WordJoins.guess(FoldedTokens([])).isEmpty)
  }
}
