import ArabicLanguage
import LinguisticAnnotation

/// Learns morphological features of words with their tags: one averaged perceptron a feature, over shared rows.
public struct FeatureTaggerTrainer {
  /// A sentence with gold tags and features. `silent` lists features that the treebank does not annotate on some tags.
  package struct Example: Sendable {
    package var words: WordSequence
    package var tags: [UInt8]
    package var features: [MorphologicalFeatures]
    /// Whether nouns carry gender in this treebank (PADT's do not).
    package var nounsHaveGender: Bool
  }

  /// Passes over the corpus.
  public var epochs = 8

  private let examples: [Example]

  package init(_ examples: [Example]) { self.examples = examples }

  /// Trains and returns the tagger.
  package func train(progress: (Double) -> Void) -> FeatureTagger {
    var allowed = [UInt64](repeating: 0, count: PartOfSpeech.allCases.count)
    for example in examples {
      for (tag, features) in zip(example.tags, example.features) {
        for name in MorphologicalFeatures.Name.allCases where isSaid(name, tag, example) {
          allowed[Int(tag)] |= 1 << UInt64(name.firstClass + features[name])
        }
      }
    }
    let width = MorphologicalFeatures.Name.classCount
    let weights = AveragedWeights(width: width)
    let chooser = FeatureTagger(weights: WeightTable(width: 1, keys: [], weights: []), allowed: allowed)
    var features = FeatureVector()
    var scores = [Int32](repeating: 0, count: width)
    var random = SeededGenerator(seed: 31)
    var order = Array(examples.indices)
    for epoch in 0..<epochs {
      order.shuffle(using: &random)
      for (done, index) in order.enumerated() {
        let example = examples[index]
        var previous = MorphologicalFeatures()
        for i in example.tags.indices {
          let mask = allowed[Int(example.tags[i])]
          FeatureTagger.extract(example.words, i, tags: example.tags, previous: previous, into: &features)
          for c in 0..<width { scores[c] = 0 }
          weights.add(features, to: &scores)
          weights.step()
          previous = MorphologicalFeatures()
          for name in MorphologicalFeatures.Name.allCases {
            let guess = chooser.best(scores, name.rawValue, mask)
            previous[name] = guess
            let gold = example.features[i][name]
            guard guess != gold, isSaid(name, example.tags[i], example) else { continue }
            weights.update(features, label: name.firstClass + gold, by: 1)
            weights.update(features, label: name.firstClass + guess, by: -1)
          }
        }
        if done % 100 == 0 {
          progress((Double(epoch) + Double(done) / Double(order.count)) / Double(epochs))
        }
      }
    }
    return FeatureTagger(weights: weights.table(threshold: 6), allowed: allowed)
  }

  private func isSaid(_ name: MorphologicalFeatures.Name, _ tag: UInt8, _ example: Example) -> Bool {
    name != .gender || example.nounsHaveGender || tag != PartOfSpeech.noun.rawValue
  }
}
