import ArabicLanguage
import ArabicTraining
import LinguisticAnnotation
import Testing

@Suite struct ModelFileTests {
  private static let corpus = TokenCorpus(
    String(
      repeating:
        "وقال و قال الوزير في بيروت\t_ CCONJ VERB NOUN ADP X\nولد وزير للدولة ل الدولة\tNOUN NOUN _ ADP NOUN\n",
      count: 20), file: "tiny")

  private static func segmenterFile() -> [UInt8] {
    let segmenter = SegmenterTrainer(sentences: corpus.sentences, statistics: HashedShorts()).train { _ in }
    var writer = ModelWriter(kind: "segmenter.model", trainedOn: "a test")
    writer.write(segmenter.weights)
    return writer.file()
  }

  @Test func `a tiny corpus is learned, and the same bytes come twice`() {
    let sentences = Self.corpus.sentences
    let segmenter = SegmenterTrainer(sentences: sentences, statistics: HashedShorts()).train { _ in }
    var annotator = SentenceAnnotator(segmenter: segmenter, statistics: WordStatistics())
    annotator.segment(FoldedTokens(["وقال", "ولد", "للدولة"]))
    #expect(annotator.spans.map(\.words.count) == [2, 1, 2])
    #expect(Self.segmenterFile() == Self.segmenterFile())
  }

  @Test func `a whole file is read, one that is not is refused with the reason`() throws {
    let good = Self.segmenterFile()
    var reader = try ModelReader(good, file: "f", kind: "segmenter.model")
    #expect(reader.trainedOn == "a test")
    #expect(try reader.readTable(width: 1).count > 0)
    try reader.finish()

    func refusal(_ bytes: [UInt8], kind: String = "segmenter.model") -> ModelError? {
      do throws(ModelError) {
        _ = try ModelReader(bytes, file: "f", kind: kind)
        return nil
      } catch { return error }
    }
    #expect(refusal([]) == .notAModel(file: "f"))
    #expect(refusal(Array("MARSADXX".utf8) + good.dropFirst(8)) == .notAModel(file: "f"))
    #expect(
      refusal(Array(good.dropLast())) == .wrongLength(file: "f", found: good.count - 1, expected: good.count))
    #expect(refusal(Array(good.prefix(12))) == .wrongLength(file: "f", found: 12, expected: 28))
    var other = good
    other[8] = 9
    #expect(refusal(other) == .wrongVersion(file: "f", found: 9, expected: 2))
    other = good
    other[good.count / 2] ^= 1
    #expect(refusal(other) == .damaged(file: "f"))
    #expect(refusal(other)?.description.contains("marsad-train train") == true)
    guard case .malformed = refusal(good, kind: "tagger.model") else {
      Issue.record("a model of another kind was taken")
      return
    }
  }

  @Test func `no damage to a file makes the reader trap`() {
    let good = Self.segmenterFile()
    var random = SeededGenerator(seed: 1)
    for _ in 0..<200 {
      var bytes = good
      for _ in 0..<3 {
        bytes[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
      }
      bytes = Array(bytes.prefix(Int.random(in: 0...bytes.count, using: &random)))
      if var reader = try? ModelReader(bytes, file: "f", kind: "segmenter.model") {
        _ = try? reader.readTable(width: 1)
      }
    }
  }
}
