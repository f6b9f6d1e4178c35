import ArabicLanguage
import Foundation
import LinguisticAnnotation

/// Measures a set of models on the parts of the corpora.
public struct Evaluation {
  /// A line of the table.
  public struct Figure: Sendable {
    /// What was measured, and on what.
    public let name: String
    /// The value.
    public let value: String
  }

  private let engine: LanguageEngine
  private let data: TrainingData

  /// Prepares measuring the models of an engine.
  public init(_ engine: LanguageEngine, _ data: TrainingData) {
    self.engine = engine
    self.data = data
  }

  /// All figures, dev and test apart.
  public func figures() -> [Figure] {
    var result: [Figure] = []
    func add(_ name: String, _ value: Double) {
      result.append(Figure(name: name, value: String(format: "%.2f", value)))
    }
    for (part, corpus) in [("dev", data.dev), ("test", data.test)] {
      let raw = RawTextScore(corpus.sentences, engine)
      add("PADT \(part): word segmentation F1, exact forms (CoNLL 2018)", raw.exact.f1)
      add("PADT \(part): word segmentation F1, folded forms", raw.folded.f1)
      add("PADT \(part): UPOS F1 from raw text, exact forms", raw.exactTags.f1)
      add("PADT \(part): UPOS F1 from raw text, folded forms", raw.foldedTags.f1)
      add("PADT \(part): UPOS accuracy on gold words", goldTagAccuracy(corpus))
    }
    for (part, trees) in [("1-600", data.pudTrain), ("601-750 (test)", data.pudTest)] {
      add("PUD \(part): word segmentation F1, by position", PositionScore.score(trees, engine).f1)
    }
    for (part, trees) in [("train part of 2016", data.treeTrain), ("test of 2016", data.treeTest)] {
      let score = TreeScore(trees, engine.models)
      add("PADT \(part), \(score.words) words: UAS on gold words and tags", score.unlabelled)
      add("PADT \(part): LAS", score.labelled)
      add("PADT \(part): lemma accuracy, undiacritised", score.lemmas)
      add("PADT \(part): lemma accuracy, undiacritised, hamza folded", score.foldedLemmas)
      add("PADT \(part): all features right, gold tags", score.features)
    }
    result += entityFigures()
    return result
  }

  /// Only the words are known, as anybody's script can hand them in, not which of them are written together.
  private func goldTagAccuracy(_ corpus: TokenCorpus) -> Double {
    var annotator = SentenceAnnotator(
      segmenter: engine.models.segmenter, statistics: engine.models.statistics)
    var (right, all) = (0, 0)
    for sentence in corpus.sentences {
      let words = FoldedTokens(sentence.flatMap { $0.words.map(\.form) })
      annotator.takeWords(words, joined: WordJoins.guess(words))
      annotator.tag(engine.models.tagger)
      for (guess, gold) in zip(annotator.tags, sentence.flatMap { $0.words.map(\.tag.rawValue) }) {
        all += 1
        if guess == gold { right += 1 }
      }
    }
    return 100 * Double(right) / Double(max(1, all))
  }

  private func entityFigures() -> [Figure] {
    var annotator = SentenceAnnotator(
      segmenter: engine.models.segmenter, statistics: engine.models.statistics)
    var all = SpanScore()
    var types = [SpanScore](repeating: SpanScore(), count: EntityType.allCases.count)
    let inputs = data.entityTest.sentences.map {
      ModelTrainer.entityInput($0.words, &annotator, engine.models.tagger, engine.models.entities)
    }
    let labels = engine.models.entities.labels(inputs, &annotator.labelling)
    for (sentence, found) in zip(data.entityTest.sentences, labels) {
      let guess = Set(EntityLabel.spans(found.map { EntityLabel(index: $0) }))
      let gold = Set(EntityLabel.spans(sentence.labels))
      all.count(gold: gold, predicted: guess)
      for type in EntityType.allCases {
        types[Int(type.rawValue)].count(
          gold: gold.filter { $0.type == type }, predicted: guess.filter { $0.type == type })
      }
    }
    let parts = EntityType.allCases.map {
      Figure(
        name: "ANERcorp test (CAMeL split): \($0.label) F1",
        value: String(format: "%.2f", types[Int($0.rawValue)].f1))
    }
    return [
      Figure(
        name: "ANERcorp test (CAMeL split): micro F1 (P, R)",
        value: String(format: "%.2f (%.2f, %.2f)", all.f1, all.precision, all.recall))
    ] + parts
  }
}

extension SpanScore {
  /// Precision in percent.
  public var precision: Double { predicted == 0 ? 0 : 100 * Double(correct) / Double(predicted) }
  /// Recall in percent.
  public var recall: Double { gold == 0 ? 0 : 100 * Double(correct) / Double(gold) }

  mutating func count<Item: Hashable>(gold items: Set<Item>, predicted guesses: Set<Item>) {
    gold += items.count
    predicted += guesses.count
    correct += items.intersection(guesses).count
  }
}
