import ArabicLanguage
import LinguisticAnnotation

/// Learns parts of speech: an averaged perceptron that sees its own earlier choices, as it will in use.
public struct TaggerTrainer {
  /// Passes over the corpus.
  public var epochs = 8
  /// Added to every wrong tag's score while learning, so that the right one wins by a margin.
  public var margin: Int32 = 3
  /// In how many of a hundred sights of a word it is kept from the learner.
  public var unknownShare: UInt64 = 5
  /// A seed of the order for each member of the committee whose mean is the model.
  public var seeds: [UInt64] = [17, 1017, 2017, 3017, 4017]

  private let sentences: [WordSequence]
  private let golds: [[PartOfSpeech]]

  package init(sentences: [WordSequence], golds: [[PartOfSpeech]]) {
    self.sentences = sentences
    self.golds = golds
  }

  /// Trains and returns the tagger.
  package func train(progress: (Double) -> Void) -> Tagger {
    var members: [AveragedWeights] = []
    for (number, seed) in seeds.enumerated() {
      members.append(member(seed) { progress((Double(number) + $0) / Double(seeds.count)) })
    }
    return Tagger(weights: AveragedWeights.mean(members))
  }

  private func member(_ seed: UInt64, progress: (Double) -> Void) -> AveragedWeights {
    let classes = PartOfSpeech.allCases.count
    let weights = AveragedWeights(width: classes)
    var features = FeatureVector()
    var scores = [Int32](repeating: 0, count: classes)
    var generator = SeededGenerator(seed: seed)
    var order = Array(sentences.indices)
    for epoch in 0..<epochs {
      order.shuffle(using: &generator)
      for (done, index) in order.enumerated() {
        let sentence = sentences[index]
        var previous: UInt64 = 100
        var second: UInt64 = 100
        for i in 0..<sentence.count {
          let gold = Int(golds[index][i].rawValue)
          let isHidden = unknownShare > 0 && generator.next() % 100 < unknownShare
          TagFeatures.extract(
            sentence, i, previous: previous, second: second, knowsWord: !isHidden, into: &features)
          for c in 0..<classes { scores[c] = 0 }
          weights.add(features, to: &scores)
          // What it will choose in use is what the next word sees; what it learns from must win by the margin.
          let choice = Tagger.argmax(scores, classes)
          for c in 0..<classes where c != gold { scores[c] += margin }
          let rival = Tagger.argmax(scores, classes)
          weights.step()
          if rival != gold {
            weights.update(features, label: gold, by: 1)
            weights.update(features, label: rival, by: -1)
          }
          second = previous
          previous = UInt64(choice)
        }
        if done % 200 == 0 {
          progress((Double(epoch) + Double(done) / Double(order.count)) / Double(epochs))
        }
      }
    }
    return weights
  }
}
