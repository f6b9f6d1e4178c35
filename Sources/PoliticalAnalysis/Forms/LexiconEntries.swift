import ArabicText

/// Reads the lines of speech verbs, event verbs and nouns, and light verbs, and inflects them.
struct LexiconEntries {
  private(set) var forms = FormTable()
  private(set) var speech: [SpeechEntry] = []
  private(set) var events: [EventEntry] = []
  private(set) var lightVerbs: [LightVerb] = []

  /// Reads the files.
  init(_ source: some LexiconSource) throws(LexiconError) {
    for row in try source.rows("speech_verbs.tsv", columns: 9).rows { addSpeech(row.fields) }
    for row in try source.rows("event_verbs.tsv", columns: 10).rows { try addEventVerb(row) }
    for row in try source.rows("event_nouns.tsv", columns: 7).rows { try addEventNoun(row) }
    for row in try source.rows("event_light_verbs.tsv", columns: 7).rows { try addLightVerb(row) }
  }

  private mutating func addLightVerb(_ row: LexiconFile.Row) throws(LexiconError) {
    let fields = row.fields
    guard fields[4] == "source" || fields[4] == "target" else { throw row.fault(4, "source or target") }
    let types = fields[5] == "-" ? [] : fields[5].split(separator: ",").map(String.init)
    guard Self.types.isSuperset(of: types) else { throw row.fault(5, "PLOVER event types, or -") }
    for written in VerbParadigm.forms(
      past: fields[0], present: fields[1], masdar: fields[2], participle: fields[3])
    {
      forms.add(written, lexicon: .light, entry: lightVerbs.count)
    }
    lightVerbs.append(LightVerb(subjectIsTarget: fields[4] == "target", types: Set(types)))
  }

  private mutating func addSpeech(_ row: [String]) {
    let index = speech.count
    speech.append(
      SpeechEntry(
        lemma: row[0].filter { $0 != "(" && $0 != ")" }, act: row[4], clause: Self.links(row[5]),
        nominal: Self.links(row[6]), takesNominal: row[7] == "yes", isGuarded: row[0].hasPrefix("(")))
    for written in VerbParadigm.forms(
      past: row[0].filter { $0 != "(" && $0 != ")" }, present: row[1], masdar: row[2], participle: row[3])
    {
      forms.add(written, lexicon: .speech, entry: index)
    }
  }

  private static func links(_ field: String) -> SpeechEntry.Links {
    let names: [Substring: SpeechEntry.Links] = [
      "0": .bare, "ب": .ba, "إلى": .ila, "على": .ala, "عن": .an, "من": .min, "في": .fi, "ل": .li,
    ]
    return field.split(separator: ",").reduce(into: []) { $0.formUnion(names[$1] ?? []) }
  }

  private mutating func addEventVerb(_ line: LexiconFile.Row) throws(LexiconError) {
    let row = line.fields
    try Self.check(line, type: 4, frame: 7)
    let index = events.count
    var head = row.prefix(4).map { String($0.prefix { $0 != " " }) }
    var entry = Self.event(
      lemma: row[0], type: row[4], mode: row[5], cameo: row[6], frame: row[7], genitive: row[8])
    if let space = row[0].firstIndex(of: " "), !row[0].contains("(") {
      entry.companions = Self.companions(row[0][space...])
    }
    events.append(entry)
    let past = row[0].contains("(") ? "-" : head[0]
    if entry.hasCompanion, !row[2].contains(" ") {
      // The noun of شن هجوما stands alone: هجوم.
      entry.companions = []
      for written in VerbParadigm.forms(past: "-", present: "-", masdar: row[2], participle: "-") {
        forms.add(written, lexicon: .event, entry: events.count)
      }
      events.append(entry)
      head[2] = "-"
    }
    for written in VerbParadigm.forms(past: past, present: head[1], masdar: head[2], participle: head[3]) {
      forms.add(written, lexicon: .event, entry: index)
    }
  }

  private mutating func addEventNoun(_ line: LexiconFile.Row) throws(LexiconError) {
    let row = line.fields
    try Self.check(line, type: 1, frame: 4)
    let index = events.count
    var entry = Self.event(
      lemma: row[0], type: row[1], mode: row[2], cameo: row[3], frame: row[4], genitive: row[5])
    let words = row[0].split(separator: " ").map(String.init)
    if words.count > 1 { entry.companions = Self.companions(words[1][...]) }
    events.append(entry)
    for written in VerbParadigm.nounForms(Array(words[0].unicodeScalars), .noun) {
      forms.add(written, lexicon: .event, entry: index)
    }
  }

  private static func companions(_ words: Substring) -> [[UInt8]] {
    words.split(separator: "/").map { Folding.letters(of: $0.utf8) }
  }

  private static let types: Set<String> = [
    "AGREE", "CONSULT", "SUPPORT", "CONCEDE", "COOPERATE", "AID", "RETREAT", "REQUEST", "ACCUSE", "REJECT",
    "THREATEN",
    "PROTEST", "SANCTION", "MOBILIZE", "COERCE", "ASSAULT",
  ]
  private static let slots: [String: EventEntry.Slots] = [
    "o": .object, "ب": .ba, "إلى": .ila, "على": .ala, "عن": .an, "من": .min, "في": .fi, "ل": .li, "مع": .with,
    "ضد": .against, "بحق": .against, "تجاه": .toward, "باتجاه": .toward, "بين": .between,
  ]
  private static let flags: Set<String> = ["recip", "pass", "t", "need", "weak", "first", "-"]

  private static func check(_ row: LexiconFile.Row, type: Int, frame: Int) throws(LexiconError) {
    guard types.contains(row.fields[type]) else { throw row.fault(type, "a PLOVER event type") }
    for part in row.fields[frame].split(separator: ",")
    where slots[String(part)] == nil && !flags.contains(String(part)) {
      throw row.fault(frame, "slots (o or a preposition) and flags (recip, pass, t, need, weak, first)")
    }
  }

  private static func event(
    lemma: String, type: String, mode: String, cameo: String, frame: String, genitive: String
  ) -> EventEntry {
    let fields = frame.split(separator: ",")
    var entry = EventEntry(
      lemma: lemma, type: type, mode: mode == "-" ? nil : mode, cameo: cameo,
      slots: fields.reduce(into: []) { $0.formUnion(slots[String($1)] ?? []) },
      genitive: genitive == "s" ? .source : genitive == "o" ? .target : .none)
    entry.isReciprocal = fields.contains("recip")
    entry.isPassiveAlone = fields.contains("pass")
    entry.subjectIsTarget = fields.contains("t")
    entry.needsTarget = fields.contains("need")
    entry.isWeak = fields.contains("weak")
    entry.isFirstPersonOnly = fields.contains("first")
    return entry
  }
}
