import ArabicLanguage
import LinguisticAnnotation

/// Learns lemmas: a table of known words, and a ranking perceptron over edit scripts for the others.
public struct LemmaTrainer {
  /// A word with its tag and undiacritised lemma.
  package struct Example: Sendable, Hashable {
    package var word: [UInt8]
    package var tag: PartOfSpeech
    package var lemma: String
  }

  /// Passes over the words.
  public var epochs = 8
  /// A script must be seen with so many different words.
  public var scriptMinimum = 2

  private let examples: [Example]
  private let frequency: HashedShorts
  private let spelling: Spelling

  package init(_ examples: [Example], frequency: HashedShorts, spelling: Spelling) {
    self.examples = examples
    self.frequency = frequency
    self.spelling = spelling
  }

  /// Strips short vowels and the like, wasla to bare alef: an undiacritised lemma.
  package static func undiacritised(_ lemma: String) -> String {
    var view = String.UnicodeScalarView()
    for scalar in lemma.unicodeScalars {
      switch scalar.value {
      case 0x64B...0x652, 0x670, 0x640: continue
      case 0x671: view.append("\u{627}")
      default: view.append(scalar)
      }
    }
    return String(view)
  }

  /// Trains and returns the lemmatiser.
  package func train(progress: (Double) -> Void) -> Lemmatizer {
    var counts: [UInt32: [String: Int]] = [:]
    for example in examples {
      let key = Lemmatizer.key(FeatureHash.hash(example.word), example.tag)
      counts[key, default: [:]][example.lemma, default: 0] += 1
    }
    let known = counts.compactMapValues { lemmas in
      lemmas.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }
    let types = Array(Set(examples)).sorted {
      $0.word.lexicographicallyPrecedes($1.word)
        || ($0.word == $1.word && ($0.tag.rawValue, $0.lemma) < ($1.tag.rawValue, $1.lemma))
    }
    var scriptCounts: [LemmaScript: Int] = [:]
    for type in types where Lemmatizer.inflects(type.tag) && type.word.allSatisfy(LetterCode.isArabic) {
      if let script = LemmaScript(from: type.word, to: LetterCode.fold(type.lemma)) {
        scriptCounts[script, default: 0] += 1
      }
    }
    let scripts = scriptCounts.filter { $0.value >= scriptMinimum }
      .sorted { ($1.value, $0.key.hash) < ($0.value, $1.key.hash) }.map(\.key)
    let none = WeightTable(width: 1, keys: [], weights: [])
    let ranker = Lemmatizer(
      known: [:], scripts: scripts, weights: none, spelling: spelling, frequency: frequency)
    let weights = AveragedWeights(width: 1)
    var random = SeededGenerator(seed: 13)
    var order = types.indices.filter {
      Lemmatizer.inflects(types[$0].tag) && types[$0].word.allSatisfy(LetterCode.isArabic)
    }
    var features = FeatureVector()
    for epoch in 0..<epochs {
      order.shuffle(using: &random)
      for (done, index) in order.enumerated() {
        learn(types[index], ranker, weights, &features)
        if done % 500 == 0 {
          progress((Double(epoch) + Double(done) / Double(order.count)) / Double(epochs))
        }
      }
    }
    return Lemmatizer(
      known: known, scripts: scripts, weights: weights.table(threshold: 4), spelling: spelling,
      frequency: frequency)
  }

  private func learn(
    _ type: Example, _ ranker: Lemmatizer, _ weights: AveragedWeights, _ features: inout FeatureVector
  ) {
    let target = LetterCode.fold(type.lemma)
    let hash = FeatureHash.hash(type.word)
    var guess: (index: Int, score: Int32) = (-1, Int32.min)
    var gold: (index: Int, score: Int32) = (-1, Int32.min)
    for index in ranker.candidates(type.word[...]) {
      ranker.extract(index, type.word[...], hash, type.tag, into: &features)
      let score = weights.sum(features)
      if ranker.scripts[index].apply(type.word[...]) == target {
        if score > gold.score { gold = (index, score) }
      } else if score > guess.score {
        guess = (index, score)
      }
    }
    weights.step()
    guard gold.index >= 0, guess.index >= 0, guess.score + 1 > gold.score else { return }
    ranker.extract(gold.index, type.word[...], hash, type.tag, into: &features)
    weights.update(features, label: 0, by: 1)
    ranker.extract(guess.index, type.word[...], hash, type.tag, into: &features)
    weights.update(features, label: 0, by: -1)
  }
}
