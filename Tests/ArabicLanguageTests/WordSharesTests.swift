import ArabicLanguage
import ArabicTraining
import LinguisticAnnotation
import Testing

/// What words give alone is kept for the next time they come; nothing may be told from that but time.
@Suite struct WordSharesTests {
  private static let width = PartOfSpeech.allCases.count

  /// Sentences in which words recur, at the ends too, joined and apart, short and long.
  private let sentences: [WordSequence] = [
    ["قال", "ال", "وزير", "إن", "ال", "حكومة", "قال"], ["و"], [], ["ال", "وزير"],
    ["مستقبل", "مستقبلي", "ال", "و", "قال"],
  ].map { words in
    var sequence = WordSequence()
    for (at, word) in words.enumerated() {
      sequence.append(LetterCode.fold(word), joined: at % 3 == 2, WordStatistics())
    }
    return sequence
  }

  /// The tags by all features of each decision at once.
  private func plainTags(_ sentence: WordSequence, _ weights: WeightTable) -> [PartOfSpeech] {
    var (tags, vector, scores) = ([PartOfSpeech](), FeatureVector(), [Int32]())
    var (previous, second) = (UInt64(100), UInt64(100))
    for i in 0..<sentence.count {
      TagFeatures.extract(sentence, i, previous: previous, second: second, into: &vector)
      weights.score(vector, into: &scores)
      let best = Tagger.argmax(scores, Self.width)
      tags.append(PartOfSpeech(rawValue: UInt8(best)) ?? .other)
      (second, previous) = (previous, UInt64(best))
    }
    return tags
  }

  /// A table with a random row for every feature that any tags before give rise to.
  private func table(seed: UInt64) -> WeightTable {
    var random = SeededGenerator(seed: seed)
    var (keys, vector) = (Set<UInt32>(), FeatureVector())
    for sentence in sentences {
      for i in 0..<sentence.count {
        for tags in 0..<400 {
          TagFeatures.extract(
            sentence, i, previous: UInt64(tags % 20), second: UInt64(tags / 20), into: &vector)
          keys.formUnion(vector.keys)
        }
      }
    }
    let weights = (0..<keys.count * Self.width).map { _ in Int16.random(in: -300...300, using: &random) }
    return WeightTable(width: Self.width, keys: keys.sorted(), weights: weights)
  }

  @Test func `tags by kept shares are those by all features, also with another tagger's work between`() {
    let tables = [table(seed: 3), table(seed: 4)]
    let plain = tables.map { table in sentences.map { plainTags($0, table) } }
    #expect(plain[0] != plain[1])
    var work = Tagger.Workspace()
    for round in 0..<6 {
      let which = round / 2 % 2
      let tagger = Tagger(weights: tables[which])
      #expect(sentences.map { tagger.tag($0, &work) } == plain[which])
    }
  }
}
