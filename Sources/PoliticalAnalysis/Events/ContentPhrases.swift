import ArabicText

/// What a speaker thinks of another side by a phrase that says so: `إن القرار غير مقبول`, `لن نقبل شروط الدولة`.
struct ContentPhrases: ContentRules {
  let search: ContentSearch

  /// At most one phrase of each type for each statement, with one event for each whom it is about.
  /// - Complexity: O(content) for the words, since few of them open phrases.
  func events(_ events: [Event], _ document: borrowing Document) -> [Event] {
    let accusation = ContentAccusation(search: search)
    var out: [Event] = []
    for (index, statement) in document.statements.enumerated() {
      guard let speaker = statement.speaker, !statement.isNegated, statement.act != "deny",
        accusation.isParty(speaker, document)
      else { continue }
      var told: Set<String> = []
      for token in statement.content where Int(reading.saying[token]) == index {
        guard reading.words[token].mention < 0,
          let (phrase, tokens) = lexicon.stances.phrase(
            at: token, limit: statement.content.upperBound, reading),
          !told.contains(phrase.type), !isTold(phrase, tokens, speaker, events),
          !isNegated(tokens.lowerBound, statement),
          phrase.type != "AGREE" || !accusation.isAgainst(from: tokens.upperBound),
          phrase.type != "ACCUSE" || !isRuledOut(tokens.lowerBound, statement)
        else { continue }
        let targets = targets(of: phrase, tokens, statement, speaker, events, document)
        if targets.isEmpty, phrase.type != "REJECT" { continue }
        told.insert(phrase.type)
        for target in targets.isEmpty ? [nil] : targets.map(Optional.some) {
          out.append(event(phrase, tokens, speaker, target, index))
        }
      }
    }
    return out
  }

  private func event(
    _ phrase: StanceLexicon.Phrase, _ tokens: Range<Int>, _ speaker: Int, _ target: Int?, _ index: Int
  ) -> Event {
    let sentence = reading.sentence(of: tokens.lowerBound)
    var event = Event(
      type: phrase.type, cameo: Self.codes[phrase.type] ?? "010", source: speaker, target: target,
      trigger: tokens, lemma: phrase.lemma,
      evidence: tokens
        .lowerBound..<max(
          tokens.upperBound, arguments.clauseEnd(after: tokens.upperBound - 1, sentence)),
      rule: "event.statement.phrase", confidence: 0.5)
    event.mode = phrase.type == "ACCUSE" ? "disapprove" : nil
    event.attributedTo = index
    event.status =
      ["REQUEST": .calledFor, "THREATEN": .threatened, "AGREE": .promised][phrase.type] ?? .stated
    return event
  }

  /// CAMEO codes of what is only said.
  private static let codes = [
    "ACCUSE": "111", "REJECT": "120", "SUPPORT": "051", "AGREE": "030", "REQUEST": "100", "THREATEN": "130",
  ]

  /// Whether a verb or noun of the lexicons says it here already.
  private func isTold(_ phrase: StanceLexicon.Phrase, _ tokens: Range<Int>, _ speaker: Int, _ events: [Event])
    -> Bool
  {
    let first = events.partitionPoint { $0.trigger.lowerBound >= tokens.lowerBound - Self.nearness }
    for event in events[first...] {
      guard event.trigger.lowerBound < tokens.upperBound + Self.nearness else { break }
      if event.type == phrase.type, event.source == speaker { return true }
    }
    return false
  }

  private static let nearness = 5

  /// Whether a negation stands before the phrase: `لا تبدو مستعدة`.
  private func isNegated(_ token: Int, _ statement: Statement) -> Bool {
    (max(statement.content.lowerBound, token - 3)..<token).contains {
      reading.words[$0].function == .negation
    }
  }

  /// Whether what blames is only said not to be, or to be forbidden: `عدم التدخل في الشؤون`, `رفض كل صور التدخل`.
  private func isRuledOut(_ token: Int, _ statement: Statement) -> Bool {
    (max(statement.content.lowerBound, token - 4)..<token).contains { place in
      reading.words[place].mention < 0
        && (lexicon.keywords.lack.contains(reading.bareLetters(place))
          || lexicon.keywords.combat.contains(reading.bareLetters(place))
          || reading.matches[reading.words[place].matches].contains {
            $0.reading.lexicon == .event && lexicon.events[$0.reading.entry].type == "REJECT"
          })
    }
  }

  private func targets(
    of phrase: StanceLexicon.Phrase, _ tokens: Range<Int>, _ statement: Statement, _ speaker: Int,
    _ events: [Event], _ document: borrowing Document
  ) -> [Int] {
    let isHostile = ["ACCUSE", "THREATEN"].contains(phrase.type)
    for place in phrase.places {
      let found =
        (place == .before
        ? subject(before: tokens.lowerBound, statement, speaker, document)
        : object(after: tokens.upperBound, statement, speaker, document))
        .filter { !isHostile || tally.isFoe($0, of: speaker, document) }
      if !found.isEmpty { return found }
    }
    switch phrase.type {
    case "REJECT", "THREATEN", "ACCUSE":
      return sides.opponent(of: speaker, before: tokens.lowerBound, events).map { [$0] } ?? []
    case "AGREE", "SUPPORT":
      return
        (statement.addressees.first { sides.isOther($0, speaker, document) }
        ?? sides.partner(of: speaker, before: tokens.lowerBound, events)).map { [$0] } ?? []
    default: return []
    }
  }

  /// How far from a phrase stands whom it is about.
  private static let reach = 24, objectReach = 12

  /// The subject of the phrase's clause, with those that و joins to it; else who is named nearest before it.
  private func subject(
    before token: Int, _ statement: Statement, _ speaker: Int, _ document: borrowing Document
  ) -> [Int] {
    let start = max(statement.content.lowerBound, token - Self.reach)
    var clause = token
    while clause > start {
      let word = reading.words[clause - 1]
      if word.mention < 0, word.function == .complementiser || word.function == .conjunction { break }
      if [.stop, .colon].contains(word.punctuation) { break }
      clause -= 1
    }
    let isWhole = clause > start || clause == statement.content.lowerBound
    if clause < token, isWhole, let actor = actors.actor(at: clause, limit: token, in: document),
      sides.isOther(actor.entity, speaker, document)
    {
      return [actor.entity]
        + arguments.coordinated(after: actor.tokens.upperBound, document).filter {
          sides.isOther($0, speaker, document)
        }
    }
    for place in (clause..<token).reversed() {
      let mention = reading.words[place].mention
      let entity = mention >= 0 ? document.mentions[mention].entity : actors.nationality(place)
      if let entity, sides.isOther(entity, speaker, document) { return [entity] }
    }
    return []
  }

  /// Who is named behind the phrase in its clause, with those that و joins to him.
  private func object(
    after end: Int, _ statement: Statement, _ speaker: Int, _ document: borrowing Document
  ) -> [Int] {
    for token in Range(end, below: min(statement.content.upperBound, end + Self.objectReach)) {
      let word = reading.words[token]
      if [.stop, .colon].contains(word.punctuation) || word.punctuation == .comma && token > end + 1 {
        break
      }
      if word.mention < 0, word.function == .conjunction { break }
      if word.mention >= 0 {
        let mention = document.mentions[word.mention]
        guard sides.isOther(mention.entity, speaker, document), !sides.isCity(mention.entity, document) else {
          continue
        }
        return [mention.entity]
          + arguments.coordinated(after: mention.tokens.upperBound, document).filter {
            sides.isOther($0, speaker, document)
          }
      }
      if let state = actors.nationality(token), sides.isOther(state, speaker, document) { return [state] }
    }
    return []
  }
}
