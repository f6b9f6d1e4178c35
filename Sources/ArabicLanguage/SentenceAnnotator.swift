import LinguisticAnnotation

/// One thread's run through the layers, sentence by sentence, with the buffers it reuses.
package struct SentenceAnnotator: Sendable {
  /// The words of one orthographic word.
  package struct Span: Sendable, Equatable {
    package var words: Range<Int>
    package var stem: Int
    package var cut: SegmentCandidate
  }

  package let segmenter: Segmenter
  package let statistics: WordStatistics
  package private(set) var tokens = FoldedTokens()
  package private(set) var spans: [Span] = []
  package private(set) var words = WordSequence()
  package private(set) var tags: [UInt8] = []
  private var segmenting: Segmenter.Workspace
  package var tagging = Tagger.Workspace()
  package var parsing = DependencyParser.Workspace()
  package var labelling = EntityRecognizer.Workspace()
  package var inflecting = FeatureTagger.Workspace()
  package var lemmatizing = Lemmatizer.Workspace()

  package init(segmenter: Segmenter, statistics: WordStatistics) {
    self.segmenter = segmenter
    self.statistics = statistics
    segmenting = segmenter.workspace()
  }

  /// Cuts the tokens of a sentence into words. O(tokens).
  package mutating func segment(_ sentence: FoldedTokens) {
    tokens = sentence
    spans.removeAll(keepingCapacity: true)
    words.removeAll()
    for (index, cut) in segmenter.segment(tokens, &segmenting).enumerated() { append(cut, index) }
  }

  /// Takes the tokens of a sentence as words, uncut.
  package mutating func takeWords(_ sentence: FoldedTokens, joined: [Bool] = []) {
    tokens = sentence
    spans.removeAll(keepingCapacity: true)
    words.removeAll()
    for index in 0..<sentence.count {
      words.append(sentence[index], joined: index < joined.count && joined[index], statistics)
      let whole = SegmentCandidate(stem: 0..<sentence[index].count)
      spans.append(Span(words: index..<(index + 1), stem: index, cut: whole))
    }
  }

  private mutating func append(_ cut: SegmentCandidate, _ index: Int) {
    let first = words.count
    var stem = first
    if cut.isWhole {
      words.append(tokens[index], joined: false, statistics)
    } else {
      let parts = segmenter.listed.words(of: tokens, index, cut)
      for (number, part) in parts.enumerated() { words.append(part, joined: number > 0, statistics) }
      if cut.listed < 0 { stem += (cut.conjunction > 0 ? 1 : 0) + (cut.preposition > 0 ? 1 : 0) }
    }
    spans.append(Span(words: first..<words.count, stem: stem, cut: cut))
  }

  /// Tags the words. O(words).
  package mutating func tag(_ tagger: Tagger) {
    tags.removeAll(keepingCapacity: true)
    for tag in tagger.tag(words, &tagging) { tags.append(tag.rawValue) }
  }

  /// Takes gold tags.
  package mutating func takeTags(_ gold: [PartOfSpeech]) { tags = gold.map(\.rawValue) }

  /// The tokens as the entity model sees them. O(tokens).
  package func entityInput(_ model: EntityModel?) -> EntityInput {
    var input = EntityInput()
    input.reserveCapacity(spans.count)
    for (index, span) in spans.enumerated() {
      input.append(surface: tokens.hash(index), stem: span.stem, words: span.words, words, tags: tags)
    }
    if let model { input.lookUp(model) }
    return input
  }

  /// Features of all words. O(words).
  package mutating func features(_ model: FeatureTagger) -> [MorphologicalFeatures] {
    var result: [MorphologicalFeatures] = []
    result.reserveCapacity(words.count)
    var previous = MorphologicalFeatures()
    for i in 0..<words.count {
      previous = model.features(words, i, tags: tags, previous: previous, &inflecting)
      result.append(previous)
    }
    return result
  }

  /// Heads and relation classes of all words. O(words).
  package mutating func parse(_ parser: DependencyParser) -> (heads: [Int], relations: [UInt8]) {
    parsing.input.load(words, tags: tags)
    let heads = parser.heads(&parsing)
    return (heads, parser.relations(heads, &parsing))
  }
}
