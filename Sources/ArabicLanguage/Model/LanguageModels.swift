/// All models of the language engine, as one immutable value that threads share.
package struct LanguageModels: Sendable {
  package var statistics: WordStatistics
  package var spelling: Spelling
  package var segmenter: Segmenter
  package var tagger: Tagger
  package var features: FeatureTagger
  package var lemmatizer: Lemmatizer
  package var parser: DependencyParser
  package var entities: EntityModel

  package init(
    statistics: WordStatistics, spelling: Spelling, segmenter: Segmenter, tagger: Tagger,
    features: FeatureTagger,
    lemmatizer: Lemmatizer, parser: DependencyParser, entities: EntityModel
  ) {
    self.statistics = statistics
    self.spelling = spelling
    self.segmenter = segmenter
    self.tagger = tagger
    self.features = features
    self.lemmatizer = lemmatizer
    self.parser = parser
    self.entities = entities
  }

  /// Names of the files, one a layer.
  package static let fileNames = [
    "statistics.model", "segmenter.model", "tagger.model", "features.model", "lemmas.model", "parser.model",
    "entities.model",
  ]

  /// Bytes held in tables, about what the models take of memory.
  package var residentBytes: Int {
    segmenter.weights.residentBytes + tagger.weights.residentBytes + features.weights.residentBytes
      + lemmatizer.weights.residentBytes + parser.transitions.residentBytes + parser.relations.residentBytes
      + entities.first.weights.residentBytes + entities.second.weights.residentBytes
      + entities.paired.residentBytes + entities.priors.residentBytes + entities.beliefs.residentBytes
      + entities.pairs.residentBytes + entities.gazetteer.entries.residentBytes
      + statistics.frequency.residentBytes
      + statistics.cluster.residentBytes + spelling.codes.residentBytes
  }
}

/// Two recognisers and what raw text says of words as names.
package struct EntityModel: Sendable {
  /// Labels a sentence by itself.
  package var first: EntityRecognizer { didSet { paired = PairedTable(first.weights, second.weights) } }
  /// Labels it knowing what the first made of the same words elsewhere in the text.
  package var second: EntityRecognizer { didSet { paired = PairedTable(first.weights, second.weights) } }
  /// The weights of both.
  private(set) var paired: PairedTable
  /// Codes of how often contexts of a word call for an entity, by the word's hash.
  package var priors: HashedShorts
  /// Codes of how often the word was taken for one in raw text.
  package var beliefs: HashedShorts
  /// The same of the words of pairs (`EntityInput.pair`).
  package var pairs: HashedShorts
  /// What reference lists say.
  package var gazetteer: Gazetteer

  package init(
    first: EntityRecognizer, second: EntityRecognizer, priors: HashedShorts = HashedShorts(),
    beliefs: HashedShorts = HashedShorts(), pairs: HashedShorts = HashedShorts(),
    gazetteer: Gazetteer = Gazetteer()
  ) {
    self.first = first
    self.second = second
    paired = PairedTable(first.weights, second.weights)
    self.priors = priors
    self.beliefs = beliefs
    self.pairs = pairs
    self.gazetteer = gazetteer
  }
}
