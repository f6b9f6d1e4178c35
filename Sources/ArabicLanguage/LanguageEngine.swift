import ArabicText
import LinguisticAnnotation

/// The Arabic language engine: text in; words, tags, lemmas, features, trees and names out. Immutable, shared by
/// threads; no network, no clock, no floating point, so the same text gives the same bytes on every machine.
public struct LanguageEngine: Sendable {
  /// What `annotate` does, in its order: for measuring what each takes.
  package enum Layer: String, CaseIterable, Sendable {
    case folding, segmentation, tags, features, parse, entities, annotation
    case entityLabels = "entity labels"

    /// The layer's place among all.
    package var index: Int { Self.allCases.firstIndex(of: self) ?? 0 }
  }

  package let models: LanguageModels
  private let forms: WordForms
  private let pool = AnnotatorPool()

  package init(models: LanguageModels) {
    self.models = models
    forms = WordForms(spelling: models.spelling, listed: models.segmenter.listed)
  }

  /// Loads the models of a folder, or says which file is wrong and how to rebuild it.
  public init(_ directory: ModelDirectory) throws(ModelError) {
    let models = try LanguageModels(folder: directory.path) { (name) throws(ModelError) in
      try directory.read(name)
    }
    self.init(models: models)
  }

  /// The engine with the models that ship with the package, or those in MARSAD_MODELS.
  public static func bundled() throws(ModelError) -> LanguageEngine {
    try LanguageEngine(ModelDirectory.find())
  }

  /// Annotates every sentence of a text with these layers and those that they need. O(tokens).
  ///
  /// - Parameter takingWords: the tokens are syntactic words already, clitics apart, and are not cut.
  public func annotate(
    _ text: TokenizedText, layers: AnnotationLayers = .all, takingWords: Bool = false
  ) -> [AnnotatedSentence] {
    annotate(text, layers: layers, takingWords: takingWords) { _ in }
  }

  /// The same, telling which layer is about to start.
  @inline(__always)
  package func annotate(
    _ text: TokenizedText, layers: AnnotationLayers = .all, takingWords: Bool = false,
    onLayer: (Layer) -> Void
  ) -> [AnnotatedSentence] {
    let layers = layers.withFoundations
    var annotator =
      pool.take() ?? SentenceAnnotator(segmenter: models.segmenter, statistics: models.statistics)
    defer { pool.give(annotator) }
    var result: [AnnotatedSentence] = []
    result.reserveCapacity(text.sentences.count)
    var folded = FoldedTokens()
    var inputs: [EntityInput] = []
    for sentence in text.sentences {
      onLayer(.folding)
      folded.removeAll()
      let tokens = text.tokens[sentence.tokens]
      for token in tokens { folded.appendFolding(text.utf8, token.bytes) }
      onLayer(.segmentation)
      if takingWords {
        annotator.takeWords(folded, joined: WordJoins.guess(folded))
      } else {
        annotator.segment(folded)
      }
      result.append(annotate(&annotator, text, tokens, layers, onLayer))
      onLayer(.entities)
      if layers.contains(.entities) { inputs.append(annotator.entityInput(models.entities)) }
    }
    onLayer(.entityLabels)
    guard layers.contains(.entities) else { return result }
    for (index, labels) in models.entities.labels(inputs, &annotator.labelling).enumerated() {
      result[index].entities = EntityLabel.spans(labels.map { EntityLabel(index: $0) })
    }
    return result
  }

  private func annotate(
    _ annotator: inout SentenceAnnotator, _ text: TokenizedText, _ tokens: ArraySlice<Token>,
    _ layers: AnnotationLayers, _ onLayer: (Layer) -> Void
  ) -> AnnotatedSentence {
    onLayer(.tags)
    if layers.contains(.tags) { annotator.tag(models.tagger) }
    onLayer(.features)
    let features = layers.contains(.features) ? annotator.features(models.features) : nil
    onLayer(.parse)
    let tree = layers.contains(.tree) ? annotator.parse(models.parser) : nil
    onLayer(.annotation)
    var sentence = AnnotatedSentence(tokens: [], words: [], entities: [])
    sentence.tokens.reserveCapacity(tokens.count)
    sentence.words.reserveCapacity(annotator.words.count)
    for (index, token) in tokens.enumerated() {
      let span = annotator.spans[index]
      let next = token.bytes.upperBound < text.utf8.count ? tokens.startIndex + index + 1 : text.tokens.count
      sentence.tokens.append(
        AnnotatedToken(
          bytes: token.bytes, words: span.words, stem: span.stem,
          spaceAfter: next >= text.tokens.count || text.tokens[next].spaceBefore
            || text.tokens[next].paragraph != token.paragraph))
      let context = annotator.words.hash(span.words.lowerBound - 1)
      let parts = forms.forms(
        of: annotator.tokens, index, span.cut, text: text.utf8, bytes: token.bytes, context: context)
      for (number, part) in parts.enumerated() {
        let word = span.words.lowerBound + number
        let tag =
          layers.contains(.tags) ? PartOfSpeech(rawValue: annotator.tags[word]) ?? .other : .other
        let lemma =
          layers.contains(.lemmas)
          ? models.lemmatizer.lemma(annotator.words, word, tag, form: part.form, &annotator.lemmatizing) : ""
        let head = tree.flatMap { $0.heads[word] == $0.heads.count ? nil : $0.heads[word] }
        let relation = tree.map {
          head == nil ? "root" : models.parser.relationNames[Int($0.relations[word])]
        }
        sentence.words.append(
          AnnotatedWord(
            bytes: part.bytes, form: part.form, lemma: lemma, tag: tag,
            features: features?[word] ?? MorphologicalFeatures(), head: head, relation: relation ?? ""))
      }
    }
    return sentence
  }
}
