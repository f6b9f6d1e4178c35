import ArabicText

/// Finds reported speech: who said what, by speech verbs, participles, nouns of saying, and headline colons.
public struct StatementStage: AnalysisStage {
  private let lexicon: PoliticalLexicon

  /// Makes the stage from its lexicons.
  public init(lexicon: PoliticalLexicon) { self.lexicon = lexicon }

  /// Fills `statements`.
  public func annotate(_ document: inout Document) {
    var reading = ClauseReading(document, lexicon: lexicon)
    SpeakerMentions(reading: reading, lexicon: lexicon).add(to: &document)
    reading.renumber(document)
    var extraction = StatementExtraction(reading: reading, lexicon: lexicon)
    extraction.run(&document)
    // A quotation whose marks enclose nothing but marks says nothing.
    document.statements = extraction.statements.filter { !$0.content.isEmpty }
      .sorted { $0.cueBytes.lowerBound < $1.cueBytes.lowerBound }
    document.merge(entities: extraction.mergedEntities, mentions: extraction.movedMentions)
  }
}
