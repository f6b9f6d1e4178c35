/// What all searches of what is said work with, made once for a document.
struct ContentSearch {
  let reading: ClauseReading
  let lexicon: PoliticalLexicon
  let actors: ActorSearch
  let arguments: ArgumentSearch
  let sides: OtherSide
  let tally: SideTally

  /// Makes it over one document's reading and the events that its verbs and nouns tell, in linear time.
  init(reading: ClauseReading, lexicon: PoliticalLexicon, _ events: [Event], _ document: borrowing Document) {
    self.reading = reading
    self.lexicon = lexicon
    actors = ActorSearch(reading: reading, lexicon: lexicon, prefersKnown: true)
    arguments = ArgumentSearch(reading: reading, lexicon: lexicon)
    sides = OtherSide(reading: reading, document)
    tally = SideTally(events, document)
  }
}

/// Rules that find events in what is said; each works with what one search holds.
protocol ContentRules {
  /// What the rules work with.
  var search: ContentSearch { get }
}

extension ContentRules {
  var reading: ClauseReading { search.reading }
  var lexicon: PoliticalLexicon { search.lexicon }
  var actors: ActorSearch { search.actors }
  var arguments: ArgumentSearch { search.arguments }
  var sides: OtherSide { search.sides }
  var tally: SideTally { search.tally }
}
