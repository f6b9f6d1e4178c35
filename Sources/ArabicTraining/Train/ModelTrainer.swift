import ArabicLanguage
import ArabicText
import Foundation
import LinguisticAnnotation

/// Trains every layer in order; each sees the layers before it.
///
/// Everything is seeded and single-threaded: the same data gives the same files.
public struct ModelTrainer {
  /// Reports a step's name and how much of it is done, 0 to 1.
  public typealias Progress = (_ step: String, _ done: Double) -> Void

  let data: TrainingData
  let progress: Progress
  /// Sentences whose names train: ANERcorp's, then further texts', then those of the raw news, which no test part holds.
  let namedSentences: [EntityCorpus.Sentence]
  private let paragraphs: [[UInt8]]

  /// Prepares training: reads the raw news.
  ///
  /// - Parameter onFault: called with every line of the news that is no article; throws to stop there.
  public init(
    _ data: TrainingData,
    onFault: (CorpusError) throws(CorpusError) -> Void = { (fault) throws(CorpusError) in throw fault },
    progress: @escaping Progress
  ) throws(CorpusError) {
    let parts = [
      ("words and tags (ud-padt/words-upos)", data.train.sentences.isEmpty),
      ("trees (ud-padt/derived) that no test part holds", data.treeTrain.isEmpty),
      ("names (anercorp)", data.entityTrain.sentences.isEmpty),
    ]
    for (part, isEmpty) in parts where isEmpty {
      throw CorpusError(file: data.folder.path, line: 0, reason: "no sentence to train on with \(part)")
    }
    self.data = data
    self.progress = progress
    var paragraphs: [[UInt8]] = []
    try RawNews.forEachParagraph(in: data.news, onFault: onFault) { paragraphs.append(Array($0.utf8)) }
    self.paragraphs = paragraphs
    namedSentences = try Self.namedSentences(data, paragraphs, onFault: onFault)
  }

  private static func namedSentences(
    _ data: TrainingData, _ paragraphs: [[UInt8]], onFault: (CorpusError) throws(CorpusError) -> Void
  ) throws(CorpusError) -> [EntityCorpus.Sentence] {
    var further = data.furtherNames.flatMap(\.sentences)
    let wanted = data.newsNames.labels.count
    if wanted > 0 {
      var met: Set<UInt64> = []
      for paragraph in paragraphs {
        further += data.newsNames.sentences(of: Tokenizer.tokenize(paragraph), met: &met)
      }
      let missing = data.newsNames.labels.keys.filter { !met.contains($0) }.sorted()
      if let first = missing.first {
        try onFault(
          CorpusError(
            file: data.news.path, line: 0,
            reason: "\(missing.count) of \(wanted) sentences whose names are marked stand in no text there, "
              + "\(StandoffNames.column(first)) first"))
      }
    }
    let tested = SentenceIndex(data.entityTest.sentences.map(\.words))
    return data.entityTrain.sentences + further.filter { !tested.holds($0.words) }
  }

  /// What the files say of their origin.
  public static let trainedOn =
    "PADT train (words, tags; CC BY-NC-SA 3.0), PADT dev of 2016 (trees, lemmas, features), UD PUD 1-600 (noun "
    + "gender; CC BY-SA 3.0), ANERcorp train of CAMeL Lab, further texts whose names are marked (names), names of "
    + "AQMAR (CC BY-SA 3.0) and Wojood's sample (MIT), statistics of raw news; no test part"

  /// A layer that can be trained by itself.
  public enum Layer: String, Sendable, CaseIterable {
    case statistics, segmenter, tagger, features, lemmas, parser, entities
  }

  /// Trains all models.
  public func train() -> TrainedModels {
    let (frequency, spelling) = countNews()
    let segmenter = trainSegmenter(frequency)
    let (cluster, coarse) = clusters(segmenter)
    let statistics = WordStatistics(frequency: frequency, cluster: cluster, coarseOfFine: coarse)
    let tagger = trainTagger(statistics)
    var annotator = SentenceAnnotator(segmenter: segmenter, statistics: statistics)
    return TrainedModels(
      models: LanguageModels(
        statistics: statistics, spelling: spelling, segmenter: segmenter, tagger: tagger,
        features: trainFeatures(statistics), lemmatizer: trainLemmatizer(frequency, spelling),
        parser: trainParser(statistics), entities: entityModel(&annotator, tagger)))
  }

  /// Trains some layers anew on top of the others of an engine; `statistics` needs all of them.
  public func train(_ layers: Set<Layer>, of engine: LanguageEngine) -> TrainedModels {
    if layers.contains(.statistics) { return train() }
    var models = engine.models
    let statistics = models.statistics
    if layers.contains(.segmenter) { models.segmenter = trainSegmenter(statistics.frequency) }
    if layers.contains(.tagger) { models.tagger = trainTagger(statistics) }
    if layers.contains(.features) { models.features = trainFeatures(statistics) }
    if layers.contains(.lemmas) {
      models.lemmatizer = trainLemmatizer(statistics.frequency, models.spelling)
    }
    if layers.contains(.parser) { models.parser = trainParser(statistics) }
    if layers.contains(.entities) {
      var annotator = SentenceAnnotator(segmenter: models.segmenter, statistics: statistics)
      models.entities = entityModel(&annotator, models.tagger)
    }
    return TrainedModels(models: models)
  }

  private func trainSegmenter(_ frequency: HashedShorts) -> Segmenter {
    var trainer = SegmenterTrainer(sentences: data.train.sentences, statistics: frequency)
    trainer.epochs = 8
    return trainer.train { progress("segmenter", $0) }
  }

  private func trainTagger(_ statistics: WordStatistics) -> Tagger {
    let sequences = data.train.sentences.map { Self.sequence($0, statistics) }
    let tags = data.train.sentences.map { $0.flatMap { $0.words.map(\.tag) } }
    return TaggerTrainer(sentences: sequences, golds: tags).train { progress("tagger", $0) }
  }

  private func trainFeatures(_ statistics: WordStatistics) -> FeatureTagger {
    let padt = data.treeTrain.map { Self.featureExample($0, statistics, nounsHaveGender: false) }
    let pud = data.pudTrain.map { Self.featureExample($0, statistics, nounsHaveGender: true) }
    return FeatureTaggerTrainer(padt + pud).train { progress("features", $0) }
  }

  private func trainLemmatizer(_ frequency: HashedShorts, _ spelling: Spelling) -> Lemmatizer {
    let examples = data.treeTrain.flatMap(Self.lemmaExamples)
    return LemmaTrainer(examples, frequency: frequency, spelling: spelling)
      .train { progress("lemmas", $0) }
  }

  private func trainParser(_ statistics: WordStatistics) -> DependencyParser {
    var trainer = ParserTrainer(data.treeTrain.map { ParserExample($0, statistics) })
    trainer.seeds = [5, 1005, 2005, 3005, 4005]
    return trainer.train { progress("parser", $0) }
  }

  // MARK: - Raw news

  private func countNews() -> (HashedShorts, Spelling) {
    var counts: [UInt32: Int] = [:]
    var spelling = SpellingTrainer()
    for sentence in data.train.sentences { spelling.count(sentence) }
    var folded = FoldedTokens()
    for (index, paragraph) in paragraphs.enumerated() {
      if index % 1000 == 0 { progress("news", Double(index) / Double(paragraphs.count)) }
      let text = Tokenizer.tokenize(paragraph)
      folded.removeAll()
      for token in text.tokens { folded.appendFolding(text.utf8, token.bytes) }
      for (index, token) in text.tokens.enumerated() {
        counts[FeatureHash.key(folded.hash(index)), default: 0] += 1
        // Of words without alef or final ya only one spelling is known.
        guard token.kind == .arabic,
          folded[index].contains(LetterCode.alef) || folded[index].last == LetterCode.ya
        else { continue }
        spelling.countNews(String(decoding: text.utf8[token.bytes], as: UTF8.self))
      }
    }
    let kept = counts.filter { $0.value >= 2 }.sorted { $0.key < $1.key }
    let classes = kept.map { UInt16(min(15, 64 - UInt64($0.value).leadingZeroBitCount)) }
    progress("news", 1)
    return (HashedShorts(keys: kept.map(\.key), values: classes), spelling.train())
  }

  private func clusters(_ segmenter: Segmenter) -> (HashedShorts, [UInt16]) {
    var annotator = SentenceAnnotator(segmenter: segmenter, statistics: WordStatistics())
    var sentences: [[UInt64]] = []
    forEachNewsSentence(step: 2) { folded in
      annotator.segment(folded)
      sentences.append(annotator.words.words.hashes)
    }
    let found = ClusterTrainer().train(sentences: sentences) { progress("clusters", $0) }
    return (found.cluster, found.coarse)
  }

  /// Every sentence of every `step`-th paragraph of the raw news.
  func forEachNewsSentence(step: Int, _ body: (FoldedTokens) -> Void) {
    var folded = FoldedTokens()
    for index in stride(from: 0, to: paragraphs.count, by: step) {
      if index % 600 == 0 { progress("reading news", Double(index) / Double(paragraphs.count)) }
      let text = Tokenizer.tokenize(paragraphs[index])
      for sentence in text.sentences {
        folded.removeAll()
        for token in text.tokens[sentence.tokens] { folded.appendFolding(text.utf8, token.bytes) }
        body(folded)
      }
    }
    progress("reading news", 1)
  }

  // MARK: - Examples

  static func sequence(_ sentence: CorpusSentence, _ statistics: WordStatistics) -> WordSequence {
    var sequence = WordSequence()
    for token in sentence {
      for (part, word) in token.words.enumerated() {
        sequence.append(LetterCode.fold(word.form), joined: part > 0, statistics)
      }
    }
    return sequence
  }

  static func featureExample(
    _ sentence: TreeSentence, _ statistics: WordStatistics, nounsHaveGender: Bool
  ) -> FeatureTaggerTrainer.Example {
    FeatureTaggerTrainer.Example(
      words: ParserExample.sequence(sentence, statistics), tags: sentence.words.map(\.tag.rawValue),
      features: sentence.words.map { MorphologicalFeatures(column: $0.features) },
      nounsHaveGender: nounsHaveGender)
  }

  static func lemmaExamples(_ sentence: TreeSentence) -> [LemmaTrainer.Example] {
    sentence.words.filter { $0.lemma != "_" && Lemmatizer.inflects($0.tag) }.map {
      LemmaTrainer.Example(
        word: LetterCode.fold($0.form), tag: $0.tag, lemma: LemmaTrainer.undiacritised($0.lemma))
    }
  }
}

/// Models as they come from training, ready to be written.
public struct TrainedModels: Sendable {
  package let models: LanguageModels

  /// The files, by name.
  public func files() -> [(name: String, bytes: [UInt8])] { models.files(trainedOn: ModelTrainer.trainedOn) }
}
