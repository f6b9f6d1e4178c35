import ArabicLanguage
import LinguisticAnnotation

/// Learns parts of speech: an averaged perceptron that sees its own earlier choices, as it will in use.
public struct TaggerTrainer {
  /// Passes over the corpus.
  public var epochs = 6

  private let sentences: [WordSequence]
  private let golds: [[PartOfSpeech]]

  package init(sentences: [WordSequence], golds: [[PartOfSpeech]]) {
    self.sentences = sentences
    self.golds = golds
  }

  /// Trains and returns the tagger.
  package func train(progress: (Double) -> Void) -> Tagger {
    let classes = PartOfSpeech.allCases.count
    let weights = AveragedWeights(width: classes)
    var features = FeatureVector()
    var scores = [Int32](repeating: 0, count: classes)
    var generator = SeededGenerator(seed: 17)
    var order = Array(sentences.indices)
    for epoch in 0..<epochs {
      order.shuffle(using: &generator)
      for (done, index) in order.enumerated() {
        let sentence = sentences[index]
        var previous: UInt64 = 100
        var second: UInt64 = 100
        for i in 0..<sentence.count {
          TagFeatures.extract(sentence, i, previous: previous, second: second, into: &features)
          for c in 0..<classes { scores[c] = 0 }
          weights.add(features, to: &scores)
          let best = Tagger.argmax(scores, classes)
          let gold = Int(golds[index][i].rawValue)
          weights.step()
          if best != gold {
            weights.update(features, label: gold, by: 1)
            weights.update(features, label: best, by: -1)
          }
          second = previous
          previous = UInt64(best)
        }
        if done % 200 == 0 {
          progress((Double(epoch) + Double(done) / Double(order.count)) / Double(epochs))
        }
      }
    }
    return Tagger(weights: weights.table())
  }
}
