/// The verbs and phrases of the brief.
struct BriefLexicon: Sendable {
  /// An event's verb phrase.
  struct Phrase: Sendable {
    var masculine: String
    var feminine: String
  }
  /// By PLOVER type.
  private(set) var events: [String: Phrase] = [:]
  /// By act: the verb, past, third person masculine.
  private(set) var acts: [String: String] = [:]

  /// Reads both files.
  init(events: LexiconFile, acts: LexiconFile) throws(LexiconError) {
    for row in events.rows {
      self.events[row.fields[0]] = Phrase(masculine: row.fields[1], feminine: row.fields[2])
    }
    for row in acts.rows { self.acts[row.fields[0]] = row.fields[1] }
  }
}
