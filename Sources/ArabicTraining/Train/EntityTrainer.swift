import ArabicLanguage
import LinguisticAnnotation

/// Learns named entities: the structured averaged perceptron of Collins 2002.
public struct EntityTrainer {
  /// Passes over the corpus.
  public var epochs = 8
  /// How much of a token is seen.
  package var sight = EntityFeatures.Sight.whole
  /// In how many of a hundred sights of a token its word is kept from the learner, as most names of a new text are
  /// new (after the feature bagging of Sutton, Sindelar & McCallum 2006).
  public var unknownShare: UInt64 = 15
  /// Added to every wrong label's score while learning, so that the gold sequence wins by a margin.
  public var margin: Int32 = 2
  /// The same for the label outside on a token of an entity: more, so that names are found rather than missed
  /// (Mohit et al. 2012).
  public var missMargin: Int32 = 3
  /// A seed of the order for each member of the committee whose mean is the model.
  public var seeds: [UInt64] = [23]

  private let inputs: [EntityInput]
  private let golds: [[Int]]

  package init(inputs: [EntityInput], golds: [[Int]]) {
    self.inputs = inputs
    self.golds = golds
  }

  /// Trains and returns the recogniser.
  package func train(progress: (Double) -> Void) -> EntityRecognizer {
    var members: [Member] = []
    for (number, seed) in seeds.enumerated() {
      members.append(member(seed) { progress((Double(number) + $0) / Double(seeds.count)) })
    }
    return EntityRecognizer(
      weights: AveragedWeights.mean(members.map(\.weights), threshold: 5), transitions: mean(members),
      sight: sight)
  }

  /// One averaged perceptron and its scores of label sequences.
  private struct Member {
    var weights: AveragedWeights
    var transitions: [Int32]
  }

  private func mean(_ members: [Member]) -> [Int32] {
    (members.first?.transitions ?? []).indices.map { at in
      members.reduce(0) { $0 + $1.transitions[at] } / Int32(members.count)
    }
  }

  private func member(_ seed: UInt64, progress: (Double) -> Void) -> Member {
    let labels = EntityLabel.count
    let weights = AveragedWeights(width: labels)
    let links = AveragedWeights(width: labels)
    let linkFeatures = (0...labels).map { before -> FeatureVector in
      var features = FeatureVector()
      features.add(499, UInt64(before))
      return features
    }
    var random = SeededGenerator(seed: seed)
    var order = Array(inputs.indices)
    var decoder = LabelDecoder(transitions: [])
    var features: [FeatureVector] = []
    var row = [Int32](repeating: 0, count: labels)
    for epoch in 0..<epochs {
      order.shuffle(using: &random)
      for (done, index) in order.enumerated() {
        let input = inputs[index]
        let gold = golds[index]
        var scores: [Int32] = []
        while features.count < input.count { features.append(FeatureVector()) }
        for i in 0..<input.count {
          let isHidden = sight == .whole && unknownShare > 0 && random.next() % 100 < unknownShare
          EntityFeatures.extract(input, i, sight: isHidden ? .unknownWord : sight, into: &features[i])
          for c in 0..<labels { row[c] = c == gold[i] ? 0 : c == 0 ? missMargin : margin }
          weights.add(features[i], to: &row)
          scores.append(contentsOf: row)
        }
        decoder.transitions = Self.matrix(links, linkFeatures)
        let guess = decoder.decode(scores, tokens: input.count)
        weights.step()
        links.step()
        if guess != gold {
          for i in 0..<input.count {
            if guess[i] != gold[i] {
              weights.update(features[i], label: gold[i], by: 1)
              weights.update(features[i], label: guess[i], by: -1)
            }
            let goldBefore = i > 0 ? gold[i - 1] : labels
            let guessBefore = i > 0 ? guess[i - 1] : labels
            if guess[i] != gold[i] || guessBefore != goldBefore {
              links.update(linkFeatures[goldBefore], label: gold[i], by: 1)
              links.update(linkFeatures[guessBefore], label: guess[i], by: -1)
            }
          }
        }
        if done % 200 == 0 {
          progress((Double(epoch) + Double(done) / Double(order.count)) / Double(epochs))
        }
      }
    }
    let table = links.table(threshold: 0)
    let transitions = linkFeatures.flatMap { feature -> [Int32] in
      var row = [Int32](repeating: 0, count: table.paddedWidth)
      table.add(feature, to: &row)
      return Array(row.prefix(labels))
    }
    return Member(weights: weights, transitions: transitions)
  }

  private static func matrix(_ links: AveragedWeights, _ features: [FeatureVector]) -> [Int32] {
    features.flatMap { feature -> [Int32] in
      var row = [Int32](repeating: 0, count: EntityLabel.count)
      links.add(feature, to: &row)
      return row
    }
  }
}
