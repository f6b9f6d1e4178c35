import ArabicLanguage
import LinguisticAnnotation

/// Learns to cut orthographic words: an averaged ranking perceptron over the candidate splits of each token.
public struct SegmenterTrainer {
  /// Passes over the corpus.
  public var epochs = 6
  /// A split that no rule makes is listed if the corpus has it at least so often.
  public var listedMinimum = 2

  private let statistics: HashedShorts
  private let sentences: [CorpusSentence]

  package init(sentences: [CorpusSentence], statistics: HashedShorts) {
    self.sentences = sentences
    self.statistics = statistics
  }

  /// Trains and returns the segmenter.
  package func train(progress: (Double) -> Void) -> Segmenter {
    let listed = listSplits()
    let weights = AveragedWeights(width: 1)
    var extractor = SegmentFeatures(frequency: statistics)
    var features = FeatureVector()
    var goldFeatures = FeatureVector()
    var bestFeatures = FeatureVector()
    var candidates: [SegmentCandidate] = []
    let folded = sentences.map { FoldedTokens($0.map(\.surface)) }
    let golds = sentences.map { $0.map { $0.words.map { LetterCode.fold($0.form) } } }
    var generator = SeededGenerator(seed: 4)
    var order = Array(sentences.indices)
    for epoch in 0..<epochs {
      order.shuffle(using: &generator)
      for (done, sentence) in order.enumerated() {
        let tokens = folded[sentence]
        for index in 0..<tokens.count {
          candidates.removeAll(keepingCapacity: true)
          listed.appendCandidates(of: tokens, index, to: &candidates)
          guard candidates.count > 1 else { continue }
          var best = (index: -1, score: Int32.min)
          var gold = -1
          for (choice, candidate) in candidates.enumerated() {
            extractor.extract(candidate, index, tokens, into: &features)
            let score = weights.sum(features)
            let isGold = gold < 0 && listed.words(of: tokens, index, candidate) == golds[sentence][index]
            if isGold {
              gold = choice
              swap(&goldFeatures, &features)
              if score > best.score {
                best = (choice, score)
                bestFeatures = goldFeatures
              }
            } else if score + 1 > best.score {
              best = (choice, score)
              swap(&bestFeatures, &features)
            }
          }
          weights.step()
          if gold >= 0, best.index != gold {
            weights.update(goldFeatures, label: 0, by: 1)
            weights.update(bestFeatures, label: 0, by: -1)
          }
        }
        if done % 500 == 0 {
          progress((Double(epoch) + Double(done) / Double(order.count)) / Double(epochs))
        }
      }
    }
    return Segmenter(weights: weights.table(), listed: listed, statistics: statistics)
  }

  /// The splits that no rule makes, by token.
  func listSplits() -> ListedSplits {
    var counts: [UInt32: [[[UInt8]]: Int]] = [:]
    let none = ListedSplits([:])
    for sentence in sentences {
      let tokens = FoldedTokens(sentence.map(\.surface))
      for (index, token) in sentence.enumerated() where token.words.count > 1 {
        let gold = token.words.map { LetterCode.fold($0.form) }
        var candidates: [SegmentCandidate] = []
        SegmentCandidate.appendAll(of: tokens[index], to: &candidates)
        if candidates.contains(where: { none.words(of: tokens, index, $0) == gold }) { continue }
        counts[FeatureHash.key(tokens.hash(index)), default: [:]][gold, default: 0] += 1
      }
    }
    return ListedSplits(
      counts.compactMapValues { ways in
        let kept = ways.filter { $0.value >= listedMinimum }.sorted {
          ($1.value, $0.key.flatMap { $0 }.count) < ($0.value, $1.key.flatMap { $0 }.count)
            || ($0.value == $1.value && $0.key.description < $1.key.description)
        }
        return kept.isEmpty ? nil : kept.prefix(3).map(\.key)
      })
  }
}
