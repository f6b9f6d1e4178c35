import ArabicText
import LinguisticAnnotation

/// What a speaker thinks of another side where no word of his blames or supports: what he says that it does not do or is up to
/// (`إن الحكومة لا تستجيب`, `إن النظام يحاول كسب الوقت`), and what good he says of it (`إن الدولة حليف موثوق`).
struct ContentStance: ContentRules {
  let search: ContentSearch

  /// At most one event of each type for each statement. O(content): few of its words open clauses or praise.
  func events(_ events: [Event], _ document: borrowing Document) -> [Event] {
    let content = ContentAccusation(search: search)
    let threats = ContentThreats(search: search)
    var out: [Event] = []
    for (index, statement) in document.statements.enumerated() {
      guard let speaker = statement.speaker, !statement.isNegated,
        content.isParty(speaker, document)
      else { continue }
      if Self.threateningActs.contains(statement.act),
        let found = threats.threat(statement, index, speaker, events, document)
      {
        out.append(
          event("THREATEN", "130", nil, speaker, found, "event.statement.or_else", index, document))
      }
      guard ContentAccusation.plainActs.contains(statement.act) else { continue }
      if let found = criticism(statement, index, speaker, document) {
        out.append(
          event("ACCUSE", "111", "disapprove", speaker, found, "event.statement.criticism", index, document))
      }
      if let found = praise(statement, index, speaker, document) {
        out.append(
          event("SUPPORT", "051", nil, speaker, found, "event.statement.praise", index, document))
      }
    }
    return out
  }

  /// Acts of speech that can threaten by a condition.
  private static let threateningActs = ContentAccusation.plainActs.union(["threaten"])

  /// The word that tells and whom it tells of.
  private typealias Found = (word: Int, target: Int)

  private func event(
    _ type: String, _ cameo: String, _ mode: String?, _ source: Int, _ found: Found, _ rule: String,
    _ index: Int, _ document: borrowing Document
  ) -> Event {
    let sentence = reading.sentence(of: found.word)
    var event = Event(
      type: type, cameo: cameo, source: source, target: found.target,
      trigger: found.word..<found.word + 1, lemma: reading.text.string(tokens: found.word..<found.word + 1),
      evidence: found.word..<max(found.word + 1, arguments.clauseEnd(after: found.word, sentence)),
      rule: rule, confidence: 0.5)
    event.mode = mode
    event.attributedTo = index
    event.status = .stated
    return event
  }

  /// A clause about another side that denies a deed of it or tells what it is up to.
  private func criticism(
    _ statement: Statement, _ index: Int, _ speaker: Int, _ document: borrowing Document
  ) -> Found? {
    let end = statement.content.upperBound
    for token in statement.content where Int(reading.saying[token]) == index {
      let opens =
        token == statement.content.lowerBound || reading.words[token - 1].function == .complementiser
        || lexicon.keywords.however.contains(reading.bareLetters(token - 1))
      if opens, reading.words[token].function == .negation, token + 2 < end,
        !lexicon.keywords.lan.contains(reading.letters(token)),
        reading.words[token + 1].mention < 0, document.tag(of: token + 1) == .verb,
        !lexicon.keywords.still.contains(reading.letters(token + 1)), reading.words[token + 2].attached == 0,
        reading.words[token + 2].mention >= 0 || reading.words[token + 2].hasArticle,
        let actor = actors.actor(at: token + 2, limit: min(end, token + 10), in: document),
        isOther(actor.entity, speaker, document)
      {
        // لا تناقش الحكومة المقترحات
        return (token, actor.entity)
      }
      guard opens, reading.words[token].attached == 0,
        let actor = actors.actor(at: token, limit: min(end, token + 10), in: document),
        isOther(actor.entity, speaker, document)
      else { continue }
      let verb = actor.tokens.upperBound
      guard verb < end, reading.words[verb].mention < 0 else { continue }
      if lexicon.keywords.attempt.contains(reading.letters(verb)),
        !lexicon.keywords.neutralAttempt.contains(reading.letters(verb)) || isHarm(after: verb, end)
      {
        return (verb, actor.entity)
      }
      if reading.words[verb].function == .negation, verb + 1 < end, reading.words[verb + 1].mention < 0,
        document.tag(of: verb + 1) == .verb, !lexicon.keywords.lan.contains(reading.letters(verb)),
        !lexicon.keywords.still.contains(reading.letters(verb + 1))
      {
        // What it never will do may be its good right, and what it still does nobody denies.
        return (verb, actor.entity)
      }
    }
    return nil
  }

  /// How far behind a verb of trying what is tried may stand.
  private static let attemptReach = 9

  /// Whether what somebody is up to is called bad: `تسعى إلى زعزعة الأمن`, against `تسعى إلى توفير السكن`.
  private func isHarm(after verb: Int, _ end: Int) -> Bool {
    Range(verb + 1, below: min(end, verb + Self.attemptReach)).contains { token in
      reading.words[token].mention < 0
        && (lexicon.blame.contains(reading.bareLetters(token))
          || lexicon.keywords.harm.contains(reading.bareLetters(token))
          || reading.matches[reading.words[token].matches].contains {
            $0.reading.lexicon == .event && !$0.reading.form.isFinite
              && Self.harmful.contains(lexicon.events[$0.reading.entry].type)
          })
    }
  }
  private static let harmful: Set<String> = ["ASSAULT", "COERCE", "SANCTION", "THREATEN", "REJECT"]

  /// A word of praise that is not denied, with whom it praises in its clause.
  private func praise(
    _ statement: Statement, _ index: Int, _ speaker: Int, _ document: borrowing Document
  ) -> Found? {
    let content = statement.content
    for token in content
    where Int(reading.saying[token]) == index && reading.words[token].mention < 0
      && lexicon.keywords.praise.contains(reading.bareLetters(token))
    {
      let before = max(content.lowerBound, token - 5)..<token
      guard !before.contains(where: { reading.words[$0].function == .negation }) else { continue }
      if token + 1 < content.upperBound, reading.words[token + 1].mention >= 0,
        reading.words[token + 1].attached == 0
      {
        // حليفة دمشق: whose ally somebody is tells who he is.
        continue
      }
      let near =
        Array(before.reversed()) + Array(Range(token + 1, below: min(content.upperBound, token + 7)))
      for place in near {
        let mention = reading.words[place].mention
        let entity = mention >= 0 ? document.mentions[mention].entity : actors.nationality(place)
        if let entity, isOther(entity, speaker, document) { return (token, entity) }
      }
    }
    return nil
  }

  private func isOther(_ entity: Int, _ speaker: Int, _ document: borrowing Document) -> Bool {
    sides.isOther(entity, speaker, document)
  }
}
