/// The stages around entities, statements and events: what they need first, and what follows from them.
public struct DetailStages: Sendable {
  /// Before entities: where the terms of all lists stand.
  public let before: [any AnalysisStage]
  /// After events, in order.
  public let after: [any AnalysisStage]

  /// Loads the lexicons that these stages need.
  public init(_ source: some LexiconSource) throws(LexiconError) {
    var index = TermIndex()
    let numbers = try NumberLexicon(try source.rows("numbers.tsv", columns: 3), index: &index)
    let times = try TimeLexicon(
      months: try source.rows("months.tsv", columns: 3), words: try source.rows("time-words.tsv", columns: 3),
      index: &index)
    let quantities = try QuantityLexicon(
      units: try source.rows("units.tsv", columns: 3), befell: try source.rows("counted-by.tsv", columns: 2),
      index: &index)
    let tone = try ToneLexicon(try source.rows("tone.tsv", columns: 3), index: &index)
    let topics = try TopicLexicon(try source.rows("topics.tsv", columns: 3), index: &index)
    let framing = try FramingLexicon(
      try source.rows("framing.tsv", columns: 4), states: try source.rows("states.tsv", columns: 5),
      index: &index)
    for row in try source.rows("function-words.tsv", columns: 2).rows {
      index.add(row.fields[0], list: .function, entry: row.line)
    }
    let coordinates = try CoordinateLexicon(try source.rows("coordinates.tsv", columns: 5))
    let goldstein = try GoldsteinLexicon(try source.rows("goldstein.tsv", columns: 2))
    let statistics = try WordDocumentLexicon(try source.rows("word-documents.tsv", columns: 2))
    let brief = try BriefLexicon(
      events: try source.rows("brief-events.tsv", columns: 3),
      acts: try source.rows("brief-acts.tsv", columns: 2))
    let confidence = try ConfidenceLexicon(try source.rows("confidence.tsv", columns: 2))
    before = [TermStage(index: index)]
    after = [
      ConfidenceStage(lexicon: confidence), TimeStage(lexicon: times, numbers: numbers),
      PlaceStage(coordinates: coordinates),
      QuantityStage(lexicon: quantities, numbers: numbers),
      EventDetailStage(goldstein: goldstein, topics: topics),
      FramingStage(lexicon: framing), RelationStage(), ToneStage(lexicon: tone), TopicStage(lexicon: topics),
      KeyphraseStage(statistics: statistics), SalienceStage(), SummaryStage(), BriefStage(lexicon: brief),
    ]
  }
}
