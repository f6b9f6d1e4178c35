import ArabicLanguage
import ArabicText
import ArabicTraining
import LinguisticAnnotation
import Testing

/// The same text, the same bytes: whoever asks, how often, beside whom.
@Suite struct DeterminismTests {
  private static let texts: [String] = {
    var strange = StrangeTexts(seed: 7)
    let news = [
      "التقى وزير الخارجية المصري سامح شكري نظيره الأردني أيمن الصفدي في عمّان. وأكد شكري أن القاهرة تدعم الحل.",
      "أعلنت الأمم المتحدة في جنيف أنّ المفاوضات ستُستأنف للمرة الثالثة.\nوقالت إنها لن تشارك بوفدها.",
    ]
    return news + (0..<20).map { _ in strange.next(pieces: 30) }
  }()

  /// Everything that is written of a text.
  private static func bytes(_ text: String, _ engine: LanguageEngine) -> [UInt8] {
    let text = Tokenizer.tokenize(Array(text.utf8))
    let sentences = engine.annotate(text)
    var trees = CoNLLUWriter()
    trees.write(sentences, of: text.utf8, document: "d")
    var names = EntityColumnsWriter()
    names.write(sentences, of: text.utf8)
    return Array((trees.output + names.output).utf8)
  }

  @Test func `a text gives the same bytes again, from another engine, and after other texts`() throws {
    let engine = try TestEngine.shared
    let alone = Self.texts.map { Self.bytes($0, engine) }
    #expect(Self.texts.reversed().map { Self.bytes($0, engine) } == alone.reversed())
    // What one engine remembers of the texts before must not show: another one has them the other way round.
    let other = try LanguageEngine.bundled()
    #expect(Self.texts.reversed().map { Self.bytes($0, other) } == alone.reversed())
  }

  @Test func `threads at the same time give the same bytes`() async throws {
    let engine = try TestEngine.shared
    let alone = Self.texts.map { Self.bytes($0, engine) }
    let found = await withTaskGroup(of: [[UInt8]].self) { group in
      for _ in 0..<2 { group.addTask { @concurrent in Self.texts.map { Self.bytes($0, engine) } } }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(found == [alone, alone])
  }
}
