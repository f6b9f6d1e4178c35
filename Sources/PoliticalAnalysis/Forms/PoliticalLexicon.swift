import ArabicText

/// The speech and event lexicons, inflected and ready to be looked up.
///
/// A class, since every search of every document holds it: a value of so many tables would be counted and copied with
/// each of them.
public final class PoliticalLexicon: Sendable {
  /// All their written forms.
  let forms: FormTable
  /// Lines of the speech verbs.
  let speech: [SpeechEntry]
  /// Lines of the event verbs and nouns.
  let events: [EventEntry]
  /// Lines of the light verbs.
  let lightVerbs: [LightVerb]
  /// The closed classes.
  let functionWords = FunctionWords()
  /// Clitic letters.
  let alphabet = Alphabet()
  /// Words that decide a rule one by one.
  let keywords: Keywords

  /// Nouns for who speaks and for what is said.
  let speakers: SpeakerLexicon
  /// Words that blame, in all their written forms with and without article.
  let blame: Keywords.Set
  /// Phrases that take a stand.
  let stances: StanceLexicon
  /// Adjectives of nationality, by hash of their folded letters without article, to ISO 3166-1 alpha-3.
  let nationalities: [UInt64: String]
  /// What a state is called, by ISO 3166-1 alpha-3; the Latin name may be empty.
  let stateNames: [String: (name: String, latin: String)]

  /// Loads the lexicons.
  public init(_ source: some LexiconSource) throws(LexiconError) {
    keywords = try Keywords(try source.rows("keywords.tsv", columns: 2))
    speakers = try SpeakerLexicon(source)
    stances = try StanceLexicon(source)
    blame = Keywords.Set(
      try source.rows("event_blame.tsv", columns: 2).rows.map { row in
        ["", "ال", "بال", "لل", "و", "وال", "ل", "ب"].map { $0 + row.fields[0] }.joined(separator: " ")
      }.joined(separator: " "))
    var nationalities: [UInt64: String] = [:]
    var stateNames: [String: (name: String, latin: String)] = [:]
    for row in try source.rows("states.tsv", columns: 5).rows {
      for adjective in row.fields[2].split(separator: ";") {
        nationalities[FormTable.hash(Folding.letters(of: adjective.utf8)[...])] = row.fields[0]
      }
      let name = row.fields[1].split(separator: ";").first.map(String.init) ?? row.fields[0]
      stateNames[row.fields[0]] = (name, row.fields[4])
    }
    self.nationalities = nationalities
    self.stateNames = stateNames
    let entries = try LexiconEntries(source)
    forms = entries.forms
    speech = entries.speech
    events = entries.events
    lightVerbs = entries.lightVerbs
  }
}
