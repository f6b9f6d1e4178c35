import ArabicLanguage
import LinguisticAnnotation

/// A tree with the words as the parser sees them.
package struct ParserExample: Sendable {
  package var input: ParserInput
  /// Head of every word; the root's is the number of words.
  package var heads: [Int]
  /// Relations by name.
  package var relations: [String]
  /// How many times an error counts.
  package var weight: Int32 = 1

  package init(_ sentence: TreeSentence, tags: [PartOfSpeech]? = nil, _ statistics: WordStatistics) {
    let sequence = Self.sequence(sentence, statistics)
    input = ParserInput()
    input.load(sequence, tags: (tags ?? sentence.words.map(\.tag)).map(\.rawValue))
    heads = sentence.words.map { $0.head ?? sentence.words.count }
    relations = sentence.words.map { String($0.relation.split(separator: ":")[0]) }
  }

  /// The words of a tree sentence. Where the treebank does not say what is written together, nothing is.
  static func sequence(_ sentence: TreeSentence, _ statistics: WordStatistics) -> WordSequence {
    var sequence = WordSequence()
    for word in sentence.words { sequence.append(LetterCode.fold(word.form), joined: false, statistics) }
    return sequence
  }
}

/// Learns to parse: transitions by averaged perceptron with the dynamic oracle of Goldberg & Nivre 2013, then the
/// relations of gold arcs.
public struct ParserTrainer {
  /// Passes over the trees.
  public var epochs = 12
  /// A seed of order and exploration for each member of the committee whose mean is the model.
  public var seeds: [UInt64] = [5]

  private let examples: [ParserExample]

  package init(_ examples: [ParserExample]) { self.examples = examples }

  /// Trains and returns the parser.
  package func train(progress: (Double) -> Void) -> DependencyParser {
    let names = Array(Set(examples.flatMap(\.relations))).sorted()
    var transitions: [AveragedWeights] = []
    var relations: [AveragedWeights] = []
    for (number, seed) in seeds.enumerated() {
      let member = member(seed, names) { progress((Double(number) + $0) / Double(seeds.count)) }
      transitions.append(member.transitions)
      relations.append(member.relations)
    }
    return DependencyParser(
      transitions: AveragedWeights.mean(transitions, threshold: 4),
      relations: AveragedWeights.mean(relations, threshold: 4), relationNames: names)
  }

  /// One averaged perceptron each for transitions and relations.
  private func member(
    _ seed: UInt64, _ names: [String], progress: (Double) -> Void
  ) -> (transitions: AveragedWeights, relations: AveragedWeights) {
    let transitions = AveragedWeights(width: 3)
    let relations = AveragedWeights(width: names.count)
    let numbers = Dictionary(uniqueKeysWithValues: names.enumerated().map { ($1, $0) })
    var random = SeededGenerator(seed: seed)
    var order = Array(examples.indices)
    var state = ParserState()
    var features = FeatureVector()
    var scores = [Int32](repeating: 0, count: max(3, names.count))
    for epoch in 0..<epochs {
      order.shuffle(using: &random)
      for (done, index) in order.enumerated() {
        let example = examples[index]
        learnTransitions(example, epoch, &state, &features, &scores, transitions, &random)
        learnRelations(example, numbers, &features, &scores, relations)
        if done % 50 == 0 {
          progress((Double(epoch) + Double(done) / Double(order.count)) / Double(epochs))
        }
      }
    }
    return (transitions, relations)
  }

  private func learnTransitions(
    _ example: ParserExample, _ epoch: Int, _ state: inout ParserState, _ features: inout FeatureVector,
    _ scores: inout [Int32], _ weights: AveragedWeights, _ random: inout SeededGenerator
  ) {
    state.start(count: example.heads.count)
    while !state.isFinal {
      ParserFeatures.extract(state, example.input, into: &features)
      for c in 0..<3 { scores[c] = 0 }
      weights.add(features, to: &scores)
      let guess = DependencyParser.best(state, scores)
      let costs = state.costs(gold: example.heads)
      let list = [costs.shift, costs.left, costs.right]
      let least = list.filter { $0 >= 0 }.min() ?? 0
      var target = guess
      if list[guess.rawValue] != least {
        var highest = Int32.min
        for t in ParserState.Transition.allCases
        where list[t.rawValue] == least && scores[t.rawValue] > highest {
          highest = scores[t.rawValue]
          target = t
        }
        weights.update(features, label: target.rawValue, by: example.weight)
        weights.update(features, label: guess.rawValue, by: -example.weight)
      }
      weights.step()
      state.apply(epoch >= 1 && random.next() % 10 < 9 ? guess : target)
    }
  }

  private func learnRelations(
    _ example: ParserExample, _ numbers: [String: Int], _ features: inout FeatureVector,
    _ scores: inout [Int32], _ weights: AveragedWeights
  ) {
    var leftmost: [Int] = []
    var rightmost: [Int] = []
    DependencyParser.edges(example.heads, &leftmost, &rightmost)
    for i in example.heads.indices {
      RelationFeatures.extract(
        i, heads: example.heads, example.input, leftmost: leftmost, rightmost: rightmost, into: &features)
      for c in 0..<weights.width { scores[c] = 0 }
      weights.add(features, to: &scores)
      let guess = Tagger.argmax(scores, weights.width)
      weights.step()
      if let gold = numbers[example.relations[i]], guess != gold {
        weights.update(features, label: gold, by: example.weight)
        weights.update(features, label: guess, by: -example.weight)
      }
    }
  }
}
