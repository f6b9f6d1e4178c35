/// Finds who did what to whom, by the frames of verbs, verbal nouns and light verbs.
public struct EventStage: AnalysisStage {
  private let lexicon: PoliticalLexicon

  /// Makes the stage from its lexicons.
  public init(lexicon: PoliticalLexicon) { self.lexicon = lexicon }

  /// Fills `events`; reads `statements`.
  public func annotate(_ document: inout Document) {
    let countries = ActorCountries(lexicon: lexicon)
    countries.fillMain(&document)
    let states = AdjectiveStates(lexicon: lexicon)
    let mentioned = document.entities.count
    states.add(to: &document)
    let reading = ClauseReading(document, lexicon: lexicon)
    var extraction = EventExtraction(reading: reading, lexicon: lexicon)
    extraction.run(document)
    DeedsSpokenOf(reading: reading).correct(&extraction.events, document)
    EventStory(lexicon: lexicon).fill(&extraction.events, document)
    let search = ContentSearch(reading: reading, lexicon: lexicon, extraction.events, document)
    let content = ContentAccusation(search: search)
    document.events = EventSelection.select(
      extraction.events + content.events(extraction.events, document)
        + content.told(extraction.events, document)
        + ContentDemands(reading: reading, lexicon: lexicon).events(document)
        + ContentStance(search: search).events(extraction.events, document)
        + ContentPhrases(search: search).events(extraction.events, document)
        + content.intentions(extraction.events, document) + content.ties(extraction.events, document),
      in: document)
    states.prune(from: mentioned, in: &document)
    countries.fill(&document)
  }
}
