import ArabicText

/// The speech and event lexicons, inflected and ready to be looked up.
public struct PoliticalLexicon: Sendable {
  /// All their written forms.
  var forms = FormTable()
  /// Lines of the speech verbs.
  var speech: [SpeechEntry] = []
  /// Lines of the event verbs and nouns.
  var events: [EventEntry] = []
  /// Whether the subject of a light verb is the source (أجرى) or the target (تلقى) of its noun.
  var lightSubjectIsTarget: [Bool] = []
  /// The closed classes.
  let functionWords = FunctionWords()
  /// Clitic letters.
  let alphabet = Alphabet()
  /// Words that decide a rule one by one.
  let keywords = Keywords()

  /// Builds the lexicons from their tables.
  public init(speechVerbs: [[String]], eventVerbs: [[String]], eventNouns: [[String]], lightVerbs: [[String]]) {
    for row in speechVerbs where row.count >= 8 { addSpeech(row) }
    for row in eventVerbs where row.count >= 9 { addEventVerb(row) }
    for row in eventNouns where row.count >= 6 { addEventNoun(row) }
    for row in lightVerbs where row.count >= 4 {
      for written in VerbParadigm.forms(past: row[0], present: row[1], masdar: row[2], participle: "-") {
        forms.add(written, lexicon: .light, entry: lightSubjectIsTarget.count)
      }
      lightSubjectIsTarget.append(row[3] == "t")
    }
  }

  private mutating func addSpeech(_ row: [String]) {
    let index = speech.count
    speech.append(
      SpeechEntry(
        lemma: row[0].filter { $0 != "(" && $0 != ")" }, act: row[4], clause: Self.links(row[5]), nominal: Self.links(row[6]), takesNominal: row[7] == "yes"))
    let past = row[0].hasPrefix("(") ? "-" : row[0]
    for written in VerbParadigm.forms(past: past, present: row[1], masdar: row[2], participle: row[3]) {
      forms.add(written, lexicon: .speech, entry: index)
    }
  }

  private static func links(_ field: String) -> SpeechEntry.Links {
    let names: [Substring: SpeechEntry.Links] = [
      "0": .bare, "ب": .ba, "إلى": .ila, "على": .ala, "عن": .an, "من": .min, "في": .fi, "ل": .li,
    ]
    return field.split(separator: ",").reduce(into: []) { $0.formUnion(names[$1] ?? []) }
  }

  private mutating func addEventVerb(_ row: [String]) {
    let index = events.count
    let head = row.prefix(4).map { String($0.prefix { $0 != " " }) }
    var entry = Self.event(lemma: row[0], type: row[4], mode: row[5], cameo: row[6], frame: row[7], genitive: row[8])
    if let space = row[0].firstIndex(of: " "), !row[0].contains("(") {
      entry.companion = ArabicFold.letters(of: String(row[0][space...]))
    }
    events.append(entry)
    let past = row[0].contains("(") ? "-" : head[0]
    for written in VerbParadigm.forms(past: past, present: head[1], masdar: head[2], participle: head[3]) {
      forms.add(written, lexicon: .event, entry: index)
    }
  }

  private mutating func addEventNoun(_ row: [String]) {
    let index = events.count
    var entry = Self.event(lemma: row[0], type: row[1], mode: row[2], cameo: row[3], frame: row[4], genitive: row[5])
    let words = row[0].split(separator: " ").map(String.init)
    if words.count > 1 { entry.companion = ArabicFold.letters(of: words[1]) }
    events.append(entry)
    for written in VerbParadigm.nounForms(Array(words[0].unicodeScalars), .noun) {
      forms.add(written, lexicon: .event, entry: index)
    }
  }

  private static func event(
    lemma: String, type: String, mode: String, cameo: String, frame: String, genitive: String
  ) -> EventEntry {
    let names: [Substring: EventEntry.Slots] = [
      "o": .object, "ب": .ba, "إلى": .ila, "على": .ala, "عن": .an, "من": .min, "في": .fi, "ل": .li, "مع": .with,
      "ضد": .against, "بحق": .against, "تجاه": .toward, "باتجاه": .toward, "بين": .between, "ضيفا على": .ala,
    ]
    let fields = frame.split(separator: ",")
    var entry = EventEntry(
      lemma: lemma, type: type, mode: mode == "-" ? nil : mode, cameo: cameo,
      slots: fields.reduce(into: []) { $0.formUnion(names[$1] ?? []) },
      genitive: genitive == "s" ? .source : genitive == "o" ? .target : .none)
    entry.isReciprocal = fields.contains("recip")
    entry.isPassiveAlone = fields.contains("pass")
    entry.subjectIsTarget = fields.contains("t")
    entry.needsTarget = fields.contains("need")
    entry.isWeak = fields.contains("weak")
    return entry
  }
}
