import ArabicLanguage
import ArabicText
import LinguisticAnnotation
import Testing

@Suite struct EngineTests {
  private static let text =
    "وقال رئيس الحكومة اللبنانية نجيب ميقاتي للصحافيين إن حكومته لن تستقيل. زار الوفد بغداد، ثم عاد."

  @Test func `the shipped models annotate news, and write CoNLL-U that reads back as trees`() throws {
    let engine = try TestEngine.shared
    let text = Tokenizer.tokenize(Array(Self.text.utf8))
    let sentences = engine.annotate(text)
    var writer = CoNLLUWriter()
    writer.write(sentences, of: text.utf8, document: "news")
    let reader = CoNLLUReader(writer.output)
    #expect(reader.faults.isEmpty)
    #expect(reader.sentences.count == sentences.count)
    for tree in reader.sentences { #expect(tree.words.count { $0.head == nil } == 1) }
    let first = try #require(reader.sentences.first)
    #expect(first.words.prefix(2).map(\.form) == ["و", "قال"])
    #expect(first.words.contains { $0.form == "الصحافيين" })
    #expect(first.words.contains { $0.form == "حكومة" })
    #expect(first.words.first { $0.form == "قال" }?.tag == .verb)
  }

  @Test func `offsets stay inside their tokens and the same text gives the same answer`() throws {
    let engine = try TestEngine.shared
    let text = Tokenizer.tokenize(Array((Self.text + " ءءء\u{64B} لل ﷲ 12٪ \u{200F}").utf8))
    let sentences = engine.annotate(text)
    #expect(sentences == engine.annotate(text))
    for sentence in sentences {
      for token in sentence.tokens {
        for word in sentence.words[token.words] {
          #expect(
            word.bytes.lowerBound >= token.bytes.lowerBound && word.bytes.upperBound <= token.bytes.upperBound
          )
        }
      }
    }
  }
}
