import ArabicText
import LinguisticAnnotation

/// Accusations by what is said: `أكد أن الوجود الأميركي هو السبب في زعزعة الأمن` accuses the United States.
struct ContentAccusation: ContentRules {
  let search: ContentSearch

  /// Acts of speech that blame nobody by themselves, so that what is said tells.
  static let plainActs: Set<String> = [
    "affirm", "say", "add", "explain", "report", "judge", "point_out", "warn", "reply", "claim", "declare",
    "describe", "conclude", "comment", "write",
  ]

  /// An event for each statement of plain reporting whose content blames an actor of another side.
  func events(_ events: [Event], _ document: borrowing Document) -> [Event] {
    var victims: Set<Int> = []
    for event in events where event.type == "ASSAULT" && event.source == nil {
      // An army or a group may be hit and blamed.
      guard let target = event.target else { continue }
      if document.entities[target].kind == .person || document.entities[target].sector == "CVL" {
        victims.insert(target)
      }
    }
    var out: [Event] = []
    let told = Set(events.lazy.filter { $0.type == "ACCUSE" }.compactMap(\.attributedTo))
    for (index, statement) in document.statements.enumerated() where !told.contains(index) {
      guard let speaker = statement.speaker, !statement.isNegated, Self.plainActs.contains(statement.act),
        document.entities[speaker].sector != "MED",
        let (blame, target, how) = blame(
          in: statement, index, by: speaker, sparing: victims, document)
      else { continue }
      var event = Event(
        type: "ACCUSE", cameo: "112", source: speaker, target: target, trigger: blame..<blame + 1,
        lemma: statement.lemma,
        evidence: statement.cue.lowerBound..<max(statement.cue.upperBound, statement.content.upperBound),
        rule: "event.statement.blame" + how, confidence: 0.55)
      if event.evidence.lowerBound > statement.content.lowerBound { event.evidence = statement.content }
      event.mode = "disapprove"
      event.attributedTo = index
      out.append(event)
    }
    return out
  }

  /// The first word of blame, not denied, with whom it blames. O(content) for the words, since few of them blame.
  private func blame(
    in statement: Statement, _ index: Int, by speaker: Int, sparing victims: Set<Int>,
    _ document: borrowing Document
  ) -> (word: Int, target: Int, how: String)? {
    for word in statement.content
    where Int(reading.saying[word]) == index && reading.words[word].mention < 0
      && lexicon.blame.contains(reading.bareLetters(word))
    {
      let before = max(statement.content.lowerBound, word - 5)..<word
      guard
        !before.contains(where: {
          reading.words[$0].function == .negation || lexicon.keywords.lack.contains(reading.letters($0))
        }), !before.suffix(3).contains(where: { lexicon.keywords.combat.contains(reading.bareLetters($0)) })
      else { continue }
      if let (target, how) = blamed(statement, word, speaker, document),
        !victims.contains(target)
      {
        return (word, target, how)
      }
    }
    return nil
  }

  /// Accusations by telling what another does to one's own side, or for its rebels: `قال الوزير إن الجيش المجاور قصف القرى`,
  /// `إن الدولة المجاورة تسلح المتمردين`.
  func told(_ events: [Event], _ document: borrowing Document) -> [Event] {
    var out: [Event] = []
    for event in events {
      let isHelpOfRebels =
        ["AID", "SUPPORT", "COOPERATE"].contains(event.type)
        && event.target.map { document.entities[$0].sector == "REB" } ?? false
      guard ["ASSAULT", "COERCE"].contains(event.type) || isHelpOfRebels, let doer = event.source,
        let index = event.attributedTo,
        !event.isFuture, !event.isHypothetical, !event.isNegated,
        let speaker = document.statements[index].speaker, speaker != doer, isParty(speaker, document),
        document.statements[index].act != "deny",
        document.entities[doer].kind != .location
      else { continue }
      let (own, other) = (document.entities[speaker].country, document.entities[doer].country)
      guard let own, let target = event.target, document.entities[target].country == own else { continue }
      // Within one country a camp's report of a battle is no accusation.
      guard let other, own != other else { continue }
      var accusation = Event(
        type: "ACCUSE", cameo: "112", source: speaker, target: doer, trigger: event.trigger,
        lemma: event.lemma,
        evidence: event.evidence, rule: "event.statement.told", confidence: 0.5)
      accusation.mode = "allege"
      accusation.attributedTo = index
      out.append(accusation)
    }
    return out
  }

  /// Whether a speaker is a side rather than somebody who reports.
  func isParty(_ speaker: Int, _ document: borrowing Document) -> Bool {
    let entity = document.entities[speaker]
    guard entity.kind != .location, entity.sector != "MED", entity.sector != "NGO" else { return false }
    return entity.country != nil || reading.isNamed[speaker]
  }

  /// What a speaker says that he or his state will do, or never will: `إن بلاده ستقدم`, `لن ندخل في جدال مع`.
  func intentions(_ events: [Event], _ document: borrowing Document) -> [Event] {
    var out: [Event] = []
    for (index, statement) in document.statements.enumerated() {
      guard let speaker = statement.speaker, !statement.isNegated, statement.act != "deny",
        isParty(speaker, document)
      else { continue }
      for token in statement.content.prefix(60) where Int(reading.saying[token]) == index {
        guard let intention = intention(at: token, statement, document) else { continue }
        if intention == .will, isAgainst(from: token + 1) { continue }
        let sentence = reading.sentence(of: token)
        let named = arguments.concerned(from: token + 1, sentence, speaker, document).first {
          document.entities[$0].kind != .gpe || document.entities[$0].sector != nil
        }
        let target =
          named ?? (intention == .refusal ? sides.opponent(of: speaker, before: token, events) : nil)
        guard target != nil || intention == .refusal else { continue }
        var event = Event(
          type: intention.type, cameo: intention.cameo, source: speaker, target: target,
          trigger: token..<token + 1, lemma: intention == .will ? "س" : "لن",
          evidence: token..<max(token + 1, arguments.clauseEnd(after: token, sentence)),
          rule: intention.rule, confidence: 0.5)
        event.attributedTo = index
        event.status = .promised
        event.isFuture = true
        out.append(event)
        break
      }
    }
    return out
  }

  /// What a speaker will do, will not do, or will not give up.
  private enum Intention {
    case will, refusal, loyalty
    var type: String { self == .will ? "AGREE" : self == .refusal ? "REJECT" : "SUPPORT" }
    var cameo: String { self == .will ? "030" : self == .refusal ? "120" : "051" }
    var rule: String {
      switch self {
      case .will: "event.statement.intention"
      case .refusal: "event.statement.refusal"
      case .loyalty: "event.statement.loyalty"
      }
    }
  }

  /// What a word of one's own says will be or will not be done; nil where it says neither.
  private func intention(at token: Int, _ statement: Statement, _ document: borrowing Document) -> Intention?
  {
    guard token > statement.content.lowerBound || statement.content.lowerBound > 0,
      reading.words[token].mention < 0,
      !reading.matches[reading.words[token].matches].contains(where: { $0.reading.lexicon == .event }),
      !lexicon.keywords.light.contains(reading.bareLetters(token))
    else { return nil }
    let letters = reading.bareLetters(token)
    let alphabet = lexicon.alphabet
    let before = token - 1
    let isOwn =
      before >= 0
      && (lexicon.keywords.ownState.contains(reading.bareLetters(before))
        || (reading.words[before].function == .complementiser && reading.letters(before).count > 2
          && reading.letters(before).last != alphabet.nun)
        || isOwnState(reading.words[before].mention, statement.speaker, document))
    if lexicon.keywords.lan.contains(letters), token + 1 < statement.content.upperBound {
      let verb = reading.letters(token + 1)
      guard isOwn || (statement.isQuoted && verb.first == alphabet.nun && verb.count > 3) else { return nil }
      if lexicon.keywords.abandon.contains(verb) { return .loyalty }
      return lexicon.keywords.refused.contains(verb.dropFirst()) ? .refusal : nil
    }
    guard !lexicon.keywords.willBe.contains(letters), letters.count > 4, letters.first == alphabet.sin,
      let second = letters.dropFirst().first, document.tag(of: token) != .noun,
      document.tag(of: token) != .adjective
    else {
      return nil
    }
    if statement.isQuoted, second == alphabet.nun { return document.tag(of: token) == .noun ? nil : .will }
    return isOwn && (second == alphabet.ta || second == alphabet.ya) ? .will : nil
  }

  /// Whether what will be done is done against somebody: `ستواصل الضغط على`, `عازمة على التصدي ل`.
  func isAgainst(from start: Int) -> Bool {
    for token in Range(start, below: min(start + 7, reading.words.count)) {
      if [.stop, .colon, .comma].contains(reading.words[token].punctuation) { return false }
      guard reading.words[token].mention < 0 else { continue }
      // تعميق التعاون في مكافحة الجريمة مع
      if lexicon.keywords.ties.contains(reading.letters(token)) { return false }
      if lexicon.keywords.combat.contains(reading.bareLetters(token))
        || lexicon.keywords.retaliation.contains(reading.bareLetters(token))
        || reading.matches[reading.words[token].matches].contains(where: {
          $0.reading.lexicon == .event && Self.adverse.contains(lexicon.events[$0.reading.entry].type)
            && !lexicon.events[$0.reading.entry].isWeak && !lexicon.events[$0.reading.entry].hasCompanion
        })
      {
        return true
      }
    }
    return false
  }

  private static let adverse: Set<String> = [
    "ASSAULT", "COERCE", "SANCTION", "THREATEN", "ACCUSE", "REJECT", "MOBILIZE",
  ]

  /// Whether a mention is the speaker's own state or body: `قال الوزير إن فرنسا لن تتخلى عن`.
  private func isOwnState(_ mention: Int, _ speaker: Int?, _ document: borrowing Document) -> Bool {
    guard mention >= 0, let speaker else { return false }
    let entity = document.mentions[mention].entity
    let (own, other) = (document.entities[speaker], document.entities[entity])
    if entity == speaker { return true }
    guard other.country != nil, other.country == own.country else { return false }
    // الوزارة لن ترفع: the body that he speaks for.
    return other.kind == .gpe
      || other.kind == .organization && other.sector == own.sector && own.sector != nil
  }

  /// The will to closer ties: `شدد على أهمية تعزيز العلاقات مع فرنسا`, `بين البلدين`.
  func ties(_ events: [Event], _ document: borrowing Document) -> [Event] {
    var out: [Event] = []
    for (index, statement) in document.statements.enumerated() {
      guard let speaker = statement.speaker, !statement.isNegated, isParty(speaker, document) else {
        continue
      }
      for token in statement.content.prefix(40)
      where Int(reading.saying[token]) == index
        && lexicon.keywords.strengthen.contains(reading.letters(token))
      {
        let reach = Range(token + 1, below: min(token + 4, statement.content.upperBound))
        guard let noun = reach.first(where: { lexicon.keywords.ties.contains(reading.letters($0)) }) else {
          continue
        }
        let sentence = reading.sentence(of: token)
        var others: [Int] = []
        if let pair = arguments.between(after: noun, sentence, events, document) {
          others = [pair.0, pair.1]
        } else if let with = Range(noun + 1, below: min(noun + 5, sentence.upperBound)).first(where: {
          lexicon.keywords.with.contains(reading.letters($0))
        }), let actor = arguments.actors.actor(at: with + 1, limit: sentence.upperBound, in: document) {
          others = [actor.entity]
        }
        guard let target = others.first(where: { arguments.areSides(speaker, $0, document) }) else {
          continue
        }
        var event = Event(
          type: "AGREE", cameo: "030", source: speaker, target: target, trigger: token..<token + 1,
          lemma: "تعزيز",
          evidence: token..<max(token + 1, arguments.clauseEnd(after: token, sentence)),
          rule: "event.statement.ties", confidence: 0.5)
        event.attributedTo = index
        event.status = .stated
        out.append(event)
        break
      }
    }
    return out
  }

  /// How far a word of blame may stand from whom it blames.
  private static let reach = 24

  /// The actor of the content that is blamed: not one of the speaker's side.
  private func blamed(
    _ statement: Statement, _ blame: Int, _ speaker: Int,
    _ document: borrowing Document
  ) -> (Int, String)? {
    let country = document.entities[speaker].country
    func isOther(_ entity: Int) -> Bool {
      // دول المنطقة: nobody in particular.
      if document.entities[entity].sector == "IGO", actors.isVague(entity, document) { return false }
      if sides.isOther(entity, speaker, document) { return true }
      return entity != speaker && document.entities[entity].kind != .location
        && (country == nil || document.entities[entity].country != country
          || (document.entities[entity].kind == .organization
            && (reading.isNamed[entity]
              || document.entities[entity].sector != document.entities[speaker].sector)
            && document.entities[speaker].kind == .organization))
    }
    func isFoe(_ entity: Int) -> Bool {
      isOther(entity) && tally.isFoe(entity, of: speaker, document)
    }
    func other(at token: Int) -> Int? {
      let mention = reading.words[token].mention
      let entity = mention >= 0 ? document.mentions[mention].entity : actors.nationality(token)
      return entity.flatMap { isOther($0) ? $0 : nil }
    }
    let end = statement.content.upperBound
    if statement.act == "describe",
      let described = Range(statement.cue.upperBound, below: statement.content.lowerBound)
        .filter({ reading.words[$0].attached == 0 }).compactMap({ other(at: $0) }).first
    {
      // وصف الرئيس نظيره بأنه مجرم
      return (described, ".described")
    }
    // What follows a verb is whom it harms: تهدد المنطقة, unless a pronoun is that already: ارتكبتها القوات.
    let letters = reading.letters(blame)
    let hasObject =
      document.tag(of: blame) == .verb
      && !(letters.last == lexicon.alphabet.alef && letters.dropLast().last == lexicon.alphabet.ha)
    // Whose it is: جرائم النظام، المؤامرة الإيرانية.
    if !hasObject, blame + 1 < end, !reading.words[blame + 1].hasConjunction,
      reading.words[blame + 1].attached == 0,
      let holder = other(at: blame + 1)
    {
      return (holder, ".holder")
    }
    // Else the content's own subject, else who is named nearest to the blame.
    let start = statement.content.lowerBound
    // تحقيق في الجريمة, هذه الجريمة: what is spoken of need not be the subject's.
    let isSpokenOf =
      blame > start && reading.words[blame].hasArticle
      && [.preposition, .demonstrative].contains(reading.words[blame - 1].function)
    if !isSpokenOf, let subject = actors.actor(at: start, limit: end, in: document), isOther(subject.entity),
      isFoe(subject.entity), subject.tokens.upperBound <= blame,
      blame - subject.tokens.upperBound <= Self.reach,
      reading.text.tokens[start].sentence == reading.text.tokens[blame].sentence
    {
      return (subject.entity, ".clause")
    }
    for token in Range(blame, below: min(end, blame + (hasObject ? 1 : 7))) {
      if let near = other(at: token), isFoe(near) { return (near, ".near") }
    }
    guard isParty(speaker, document), document.entities[speaker].sector != nil else { return nil }
    if isSpokenOf { return tally.villain(where: isFoe).map { ($0, ".foe") } }
    for token in (max(start, blame - Self.reach / 2)..<max(start, blame)).reversed() {
      if let before = other(at: token), isFoe(before) { return (before, ".before") }
    }
    return hasObject ? nil : tally.villain(where: isFoe).map { ($0, ".foe") }
  }
}
