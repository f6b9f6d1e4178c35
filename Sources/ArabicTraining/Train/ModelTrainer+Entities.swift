import ArabicLanguage
import LinguisticAnnotation

/// Trains the entity layer: what raw news says of words, then the two passes.
extension ModelTrainer {
  func entityModel(_ annotator: inout SentenceAnnotator, _ tagger: Tagger) -> EntityModel {
    let golds = namedSentences.map { $0.labels.map(\.index) }
    let gazetteer = Gazetteer(NameLists(folders: data.nameFolders, data: data.folder).entries)
    let plain = namedSentences.map { Self.entityInput($0.words, &annotator, tagger, nil) }
    var contextTrainer = EntityTrainer(inputs: plain, golds: golds)
    contextTrainer.sight = .context
    contextTrainer.margin = 0
    contextTrainer.missMargin = 0
    let context = contextTrainer.train { progress("entity contexts", $0) }
    var first = EntityTrainer(inputs: plain, golds: golds).train { progress("entities, first", $0) }

    var priors = EntityStatistics()
    var seen = NewsNames()
    forEachNewsSentence(step: 1) { folded in
      annotator.segment(folded)
      annotator.tag(tagger)
      let input = annotator.entityInput(nil)
      priors.count(input, context.labels(input, &annotator.labelling))
      seen.count(input, first.labels(input, &annotator.labelling))
    }
    var model = EntityModel(
      first: first, second: first, priors: priors.codes(minimum: 4), beliefs: seen.beliefs, pairs: seen.pairs,
      gazetteer: gazetteer)

    // Once more with a recogniser that knows what the first round found.
    var inputs = Self.lookedUp(plain, model)
    first = EntityTrainer(inputs: inputs, golds: golds).train { progress("entities, second", $0) }
    seen = NewsNames()
    forEachNewsSentence(step: 2) { folded in
      annotator.segment(folded)
      annotator.tag(tagger)
      let input = annotator.entityInput(model)
      seen.count(input, first.labels(input, &annotator.labelling))
    }
    (model.beliefs, model.pairs) = (seen.beliefs, seen.pairs)
    inputs = Self.lookedUp(plain, model)
    return Self.twoPassModel(inputs, golds, model) { progress("entities", $0) }
  }

  /// Sentences that were cut and tagged already, with what a model knows of their words.
  private static func lookedUp(_ plain: [EntityInput], _ model: EntityModel) -> [EntityInput] {
    var inputs = plain
    for index in inputs.indices { inputs[index].lookUp(model) }
    return inputs
  }

  /// How a recogniser labels the words of raw news, by themselves and in pairs.
  private struct NewsNames {
    private var words = EntityStatistics()
    private var pairsOfWords = EntityStatistics()

    mutating func count(_ input: EntityInput, _ labels: [Int]) {
      words.count(input, labels)
      pairsOfWords.countPairs(input, labels)
    }

    var beliefs: HashedShorts { words.codes(minimum: 4) }
    var pairs: HashedShorts { pairsOfWords.codes(minimum: 4, named: true) }
  }

  /// What the second pass adds to every label but outside, in the weights' units of 1/64: the perceptron misses more
  /// names than it invents. Chosen on the last sixth of the training part (docs/decisions/0012).
  private static let inclination: Int32 = 20 * 64

  /// Rows without a weight of this many 1/64 are left out once all is learned: two in five, which changes next to nothing
  /// but the size of the tables.
  private static let leastWeight = 20

  /// Trains the two passes. What the first pass makes of a training sentence is learned from the other quarters of the
  /// corpus, so that the second pass sees it err as it will on new text.
  static func twoPassModel(
    _ inputs: [EntityInput], _ golds: [[Int]], _ bare: EntityModel, progress: (Double) -> Void
  ) -> EntityModel {
    var model = bare
    var work = EntityRecognizer.Workspace()
    let folds = 4
    var labels = [[Int]](repeating: [], count: inputs.count)
    for fold in 0..<folds {
      let held = (inputs.count * fold / folds)..<(inputs.count * (fold + 1) / folds)
      let others = inputs.indices.filter { !held.contains($0) }
      let part = EntityTrainer(inputs: others.map { inputs[$0] }, golds: others.map { golds[$0] })
        .train { progress((Double(fold) + $0) / Double(folds + 4)) }
      for index in held { labels[index] = part.labels(inputs[index], &work) }
    }
    let committee: [UInt64] = [23, 1023, 2023, 3023, 4023]
    var trainer = EntityTrainer(inputs: inputs, golds: golds)
    trainer.seeds = committee
    model.first = trainer.train { progress((4 + 2 * $0) / 8) }
    var repeated = inputs
    var repeats = EntityRepeats()
    repeats.fill(&repeated, labels)
    trainer = EntityTrainer(inputs: repeated, golds: golds)
    trainer.seeds = committee
    model.second = trainer.train { progress((6 + 2 * $0) / 8) }
    model.second.inclination = inclination
    model.first.prune(below: leastWeight)
    model.second.prune(below: leastWeight)
    return model
  }

  /// The words of a sentence of an entity corpus as the model sees them.
  static func entityInput(
    _ words: [String], _ annotator: inout SentenceAnnotator, _ tagger: Tagger, _ model: EntityModel?
  ) -> EntityInput {
    annotator.segment(FoldedTokens(words))
    annotator.tag(tagger)
    return annotator.entityInput(model)
  }
}
