import LinguisticAnnotation
import Testing

@testable import ArabicLanguage

struct GazetteerTests {
  private func folded(_ phrase: String) -> [[UInt8]] {
    phrase.split(separator: " ").map { LetterCode.fold($0) }
  }

  private func bit(_ kind: Gazetteer.Kind) -> UInt32 { 1 << UInt32(kind.rawValue) }

  private func hashes(_ phrase: String) -> [UInt64] { folded(phrase).map { FeatureHash.hash($0) } }

  /// An annotator that cuts and knows nothing.
  private func emptyAnnotator() -> SentenceAnnotator {
    let weights = WeightTable(width: 1, keys: [], weights: [])
    return SentenceAnnotator(
      segmenter: Segmenter(weights: weights, listed: ListedSplits([:]), statistics: HashedShorts()),
      statistics: WordStatistics())
  }

  private var gazetteer: Gazetteer {
    Gazetteer([
      folded("الأردن"): bit(.country), folded("مجلس"): bit(.organizationHead),
      folded("مجلس الأمن"): bit(.body), folded("مجلس الأمن الدولي"): bit(.body),
      folded("كوريا الشمالية"): bit(.country),
    ])
  }

  @Test func `a listed word has the bits of its lists`() {
    let words = hashes("زار الأردن أمس")
    #expect(gazetteer.bits(stems: words, surfaces: words) == [0, bit(.country), 0])
  }

  @Test func `a word is found by its stem, and as written where the stem is not listed`() {
    let stems = hashes("الأردن ردن")
    let surfaces = hashes("والأردن الأردن")
    #expect(gazetteer.bits(stems: stems, surfaces: surfaces) == [bit(.country), bit(.country)])
  }

  @Test func `the longest entry marks its first word and the words after it`() {
    let words = hashes("قرر مجلس الأمن الدولي")
    let begins = UInt32(1) << UInt32(Gazetteer.Kind.allCases.count + 4)
    #expect(
      gazetteer.bits(stems: words, surfaces: words)
        == [0, bit(.organizationHead) | begins, begins << 1, begins << 1])
  }

  @Test func `the beginning of an entry is no entry`() {
    let words = hashes("كوريا الجنوبية")
    #expect(gazetteer.bits(stems: words, surfaces: words) == [0, 0])
    let cut = hashes("كوريا")
    #expect(gazetteer.bits(stems: cut, surfaces: cut) == [0])
  }

  @Test func `a token that is in every list has no more features than a decision may have`() {
    let everything = (UInt32(1) << UInt32(Gazetteer.Kind.allCases.count)) - 1
    let gazetteer = Gazetteer([folded("محمد"): everything, folded("محمد محمد"): everything])
    var annotator = emptyAnnotator()
    annotator.takeWords(FoldedTokens([String](repeating: "محمد", count: 5)))
    annotator.takeTags([.properNoun, .properNoun, .properNoun, .properNoun, .properNoun])
    let none = EntityRecognizer(weights: WeightTable(width: 9, keys: [], weights: []), transitions: [])
    var input = annotator.entityInput(EntityModel(first: none, second: none, gazetteer: gazetteer))
    input.guesses = [1, 2, 3, 4, 5]
    var features = FeatureVector()
    for token in 0..<input.count {
      EntityFeatures.extract(input, token, into: &features)
      #expect(features.count < FeatureVector.capacity)
    }
  }

  @Test func `the features of an unknown word do not tell which word it is`() {
    func features(of word: String, _ sight: EntityFeatures.Sight) -> Set<UInt32> {
      var annotator = emptyAnnotator()
      annotator.takeWords(FoldedTokens(["قال", word, "أمس"]))
      annotator.takeTags([.verb, .properNoun, .adverb])
      var features = FeatureVector()
      EntityFeatures.extract(annotator.entityInput(nil), 1, sight: sight, into: &features)
      return Set(features.keys)
    }
    // They share their first and last three letters and their length class.
    #expect(features(of: "مستبشرات", .whole) != features(of: "مستنكرات", .whole))
    #expect(features(of: "مستبشرات", .context) == features(of: "مستنكرات", .context))
    #expect(features(of: "مستبشرات", .unknownWord) == features(of: "مستنبشرات", .unknownWord))
  }
}
