import ArabicText

/// One pass over a document's event triggers in text order.
struct EventExtraction {
  let reading: ClauseReading
  let lexicon: PoliticalLexicon
  let subjects: SubjectSearch
  let arguments: ArgumentSearch
  /// What was found.
  private(set) var events: [Event] = []
  /// The subject of the last finite verb of the sentence under way, or of its first noun phrase.
  private var subject: Int?
  /// The last subject of a main clause, for sentences that begin with a verb without one.
  private var discourse: Int?
  /// Who was accused last in the sentence under way: قتل in `اتهمه بقتل` is his deed.
  private var accused: Int?

  /// Starts the pass.
  init(reading: ClauseReading, lexicon: PoliticalLexicon) {
    self.reading = reading
    self.lexicon = lexicon
    subjects = SubjectSearch(reading: reading, lexicon: lexicon, prefersKnown: true)
    arguments = ArgumentSearch(reading: reading, lexicon: lexicon)
  }

  /// No prose tells more in one sentence; the bound keeps a report linear in its text, whatever the text.
  private static let mostPerSentence = 32

  /// Finds all events.
  mutating func run(_ document: borrowing Document) {
    for sentence in reading.text.sentences where !sentence.tokens.isEmpty {
      let range = sentence.tokens
      accused = nil
      subject = subjects.main(of: range, document)?.entity
      let before = events.count
      for token in range where reading.words[token].isArabic {
        guard events.count - before < Self.mostPerSentence else { break }
        if let speaker = arguments.speakerOfCue(token, document) { subject = speaker }
        guard let match = trigger(token, range) else {
          trackSubject(token, range, document)
          continue
        }
        switch match.reading.form.kind {
        case .past, .present, .jussive: verb(match, range, document)
        case .participle: participle(match, range, document)
        case .masdar, .noun: noun(match, range, document)
        }
      }
      if let subject { discourse = subject }
    }
  }

  /// The event reading of a token that fits where it stands.
  private func trigger(_ token: Int, _ sentence: Range<Int>) -> Match? {
    let word = reading.words[token]
    guard word.mention < 0, word.function == .none, !word.matches.isEmpty else { return nil }
    let candidates = reading.matches[word.matches].filter {
      $0.reading.lexicon == .event && hasCompanion($0, sentence)
    }
    guard !candidates.isEmpty else { return nil }
    let nominal = candidates.filter { !$0.reading.form.isFinite && $0.reading.form.kind != .participle }
    let best: (Match, Match) -> Bool = { first, second in
      (lexicon.events[first.reading.entry].companion == nil ? 0 : 1)
        < (lexicon.events[second.reading.entry].companion == nil ? 0 : 1)
    }
    if let finite = candidates.filter({
      $0.reading.form.isFinite && standsAsVerb($0, sentence, !nominal.isEmpty)
    }).max(by: best) {
      return finite
    }
    if let noun = nominal.max(by: best) { return noun }
    return candidates.first { $0.reading.form.kind == .participle }
  }

  private func hasCompanion(_ match: Match, _ sentence: Range<Int>) -> Bool {
    guard let companion = lexicon.events[match.reading.entry].companion else { return true }
    let reach = match.reading.form.isFinite ? 9 : 4
    return (match.token + 1..<min(match.token + reach, sentence.upperBound)).contains {
      arguments.isWord($0, companion)
    }
  }

  private func standsAsVerb(_ match: Match, _ sentence: Range<Int>, _ hasNoun: Bool) -> Bool {
    let token = match.token
    if match.reading.form.kind == .jussive {
      return token > sentence.lowerBound && reading.words[token - 1].function == .negation
    }
    guard hasNoun else { return true }
    guard token > sentence.lowerBound else { return true }
    let before = reading.words[token - 1]
    if before.function == .complementiser, reading.letters(token - 1).count > 2, before.attached == 0 {
      return true
    }
    if before.function == .preposition || before.function == .complementiser || before.function == .all
      || before.function == .demonstrative
    {
      return false
    }
    if match.conjunction > 0 { return before.punctuation != .none }
    if before.mention >= 0 { return true }
    return !before.isArabic || before.function != .none
  }

  private mutating func trackSubject(_ token: Int, _ sentence: Range<Int>, _ document: borrowing Document) {
    guard reading.words[token].mention < 0 else { return }
    guard
      let match = reading.matches[reading.words[token].matches].first(where: {
        $0.reading.form.isFinite && $0.reading.lexicon != .event && $0.reading.form.person != .first
          && $0.reading.form.kind != .jussive
      })
    else { return }
    if let actor = subjects.explicit(match, in: sentence, document) { subject = actor.entity }
  }

  private mutating func verb(_ match: Match, _ sentence: Range<Int>, _ document: borrowing Document) {
    let entry = lexicon.events[match.reading.entry]
    var actor: Actor?
    var rule = "event.verb.subject"
    if match.reading.form.person == .first {
      guard let speaker = arguments.speaker(around: match.token, document) else { return }
      actor = Actor(entity: speaker, tokens: match.token..<match.token)
      rule = "event.verb.first_person"
    } else if arguments.isOwnState(match.token - 1, sentence),
      let speaker = arguments.speaker(around: match.token, document)
    {
      actor = Actor(entity: speaker, tokens: match.token - 1..<match.token)
    } else if match.token > sentence.lowerBound, arguments.isOwnPronoun(match.token - 1),
      let speaker = arguments.speaker(around: match.token, document)
    {
      // قال إنه بحث مع: who speaks of himself.
      actor = Actor(entity: speaker, tokens: match.token - 1..<match.token)
    } else {
      actor = subjects.explicit(match, in: sentence, document)
    }
    if let found = actor, found.tokens.lowerBound > match.token, entry.slots.contains(.object),
      match.suffix == .none,
      let chain = subject, chain != found.entity, !agrees(found.entity, match, document),
      agrees(chain, match, document)
    {
      // وحذرت رعاياها: what follows does not agree, so it is the object of somebody named before.
      actor = nil
    }
    if let found = actor, found.tokens.lowerBound > match.token, match.conjunction > 0, entry.isPassiveAlone,
      match.token > sentence.lowerBound, match.reading.form.person == .feminine, let chain = subject,
      chain != found.entity,
      Gender(of: document.entities[found.entity], lexicon: lexicon) != .feminine,
      Gender(of: document.entities[chain], lexicon: lexicon) == .feminine
    {
      // داهمت الشرطة الحي واعتقلت مهاجرين
      actor = nil
    }
    var after = match.token + 1
    if let actor, actor.tokens.lowerBound > match.token { after = actor.tokens.upperBound }
    var targets = arguments.targets(
      of: match, entry, from: after, source: actor?.entity ?? subject, sentence, document)
    var source = actor?.entity
    if source == nil, !entry.subjectIsTarget {
      if let chain = [subject, discourse].first(where: { $0.map { agrees($0, match, document) } ?? false }) {
        source = chain
      }
      rule = "event.verb.elided"
    }
    let agent = arguments.agent(after: match.token, sentence, document)
    if targets.isEmpty, match.suffix == .none,
      let companion = arguments.companionPronoun(match, entry, actor?.entity, sentence, document)
    {
      targets = [companion]
      if source == companion { source = nil }
    }
    if entry.subjectIsTarget {
      targets = (actor?.entity ?? (match.conjunction == 0 ? subject : nil)).map { [$0] } ?? []
      source = agent ?? (entry.type == "THREATEN" ? arguments.speaker(around: match.token, document) : nil)
      rule = "event.verb.intransitive"
    } else if entry.isPassiveAlone, targets.isEmpty, match.suffix == .none,
      actor != nil || match.conjunction == 0 || !arguments.hasObject(after: match.token, sentence)
    {
      if let actor { targets = [actor.entity] } else if let source { targets = [source] }
      source = agent
      rule = "event.verb.passive"
    } else if agent != nil, targets.isEmpty, let was = source {
      targets = [was]
      source = agent
    } else if entry.isReciprocal, targets.isEmpty, let actor {
      targets = Array(arguments.coordinated(after: actor.tokens.upperBound, document).prefix(1))
    }
    if let source { subject = source }
    if entry.needsTarget || entry.isReciprocal, targets.isEmpty { return }
    if entry.isWeak, targets.isEmpty || source == nil { return }
    if source == nil, targets.isEmpty { return }
    let end = arguments.clauseEnd(after: match.token, sentence)
    add(match, entry, source, targets, rule, match.token..<end, sentence, document)
    if let genitive = actor, !entry.subjectIsTarget, !entry.isPassiveAlone,
      entry.type == "REQUEST" || entry.type == "AGREE"
    {
      for other in arguments.coordinated(after: genitive.tokens.upperBound, document).prefix(2)
      where !targets.contains(other) {
        add(match, entry, other, targets, rule + ".coordinated", match.token..<end, sentence, document)
      }
    }
  }

  private mutating func participle(_ match: Match, _ sentence: Range<Int>, _ document: borrowing Document) {
    let entry = lexicon.events[match.reading.entry]
    guard !match.hasArticle, match.preposition == 0, match.token > sentence.lowerBound else { return }
    let before = reading.words[match.token - 1]
    let form = match.reading.form
    guard
      form.isIndefinite || (form.person != .masculine && (before.punctuation == .comma || before.hasArticle))
    else { return }
    let source = arguments.speakerOfCue(match.token, document) ?? subject
    let targets = arguments.targets(
      of: match, entry, from: match.token + 1, source: source, sentence, document)
    guard !targets.isEmpty else { return }
    add(
      match, entry, source, targets, "event.participle",
      match.token..<arguments.clauseEnd(after: match.token, sentence),
      sentence, document)
  }

  private mutating func noun(_ match: Match, _ sentence: Range<Int>, _ document: borrowing Document) {
    let entry = lexicon.events[match.reading.entry]
    var source: Int?
    var targets: [Int] = []
    var after = match.token + 1
    if entry.companion != nil { after = min(after + 1, sentence.upperBound) }
    var rule = "event.noun"
    let genitive: Actor?
    if match.suffix != .none {
      let holder =
        entry.genitive == .target
        ? arguments.pronoun(match, nil, sentence, document).first
        : arguments.speakerOfCue(match.token, document) ?? subject
      genitive = holder.map { Actor(entity: $0, tokens: match.token..<after) }
    } else if match.hasArticle {
      genitive = nil
    } else {
      genitive = arguments.genitive(at: after, sentence, document)
    }
    if let genitive {
      after = max(after, genitive.tokens.upperBound)
      if entry.genitive == .target {
        targets = [genitive.entity]
      } else if entry.genitive == .source {
        source = genitive.entity
      }
      rule = "event.noun.genitive"
    }
    if entry.isReciprocal || entry.slots.contains(.between),
      let pair = arguments.between(after: match.token, sentence, document)
    {
      source = pair.0
      targets = [pair.1]
      rule = "event.noun.between"
    } else {
      let found = arguments.targets(of: match, entry, from: after, source: source, sentence, document)
      if !found.isEmpty, targets.isEmpty {
        targets = found
      } else if entry.genitive == .target, !found.isEmpty, let holder = targets.first,
        entry.slots.contains(.li) || entry.slots.contains(.ala)
      {
        // قصف الجيش للمدينة: with an object of its own the genitive is the doer.
        source = holder
        targets = found
      }
    }
    if let agent = arguments.agent(after: match.token, sentence, document) { source = agent }
    if source == nil, match.preposition == lexicon.alphabet.ba, let accused, !targets.contains(accused) {
      source = accused
    }
    if targets.isEmpty, entry.isReciprocal, let genitive, source == genitive.entity {
      targets = Array(arguments.coordinated(after: genitive.tokens.upperBound, document).prefix(1))
    }
    if source == nil,
      let doer = arguments.relativeDoer(after: match.token, sentence, subjects, subject, document)
    {
      // هجوم شنته الجماعة
      source = doer
      rule = "event.light_verb.relative"
    }
    if source == nil, entry.slots.contains(.with), !targets.isEmpty, let subject, !targets.contains(subject),
      match.token > sentence.lowerBound, reading.words[match.token - 1].function == .preposition,
      !match.hasArticle
    {
      source = subject
      rule = "event.noun.subject"
    }
    var lightSubject: Actor?
    if source == nil, let light = arguments.lightVerb(before: match.token, sentence) {
      let explicit = subjects.explicit(light.match, in: sentence, document)
      let holder = explicit?.entity ?? subject
      lightSubject = explicit
      if targets.isEmpty, entry.slots.contains(.with), let explicit {
        targets = Array(arguments.coordinated(after: explicit.tokens.upperBound, document).prefix(1))
      }
      if light.isTarget {
        source = arguments.origin(after: match.token, sentence, document)
        if let holder, holder != source { targets = [holder] }
      } else if let holder, !targets.contains(holder) {
        source = holder
      }
      rule = "event.light_verb"
    } else if match.hasArticle, source == nil || targets.isEmpty {
      return
    }
    guard source != nil || !targets.isEmpty else { return }
    switch entry.type {
    case "COERCE": if targets.isEmpty { return }
    case "ACCUSE" where entry.lemma.hasPrefix("اتهام") || entry.lemma == "اتهم": if targets.isEmpty { return }
    case "ASSAULT", "CONCEDE":
      if targets.isEmpty, !rule.hasPrefix("event.light_verb") { return }
    case "PROTEST", "MOBILIZE", "RETREAT": break
    default:
      if source == nil || (targets.isEmpty && (entry.type != "AGREE" || rule == "event.noun")) { return }
    }
    if entry.isWeak, source == nil || targets.isEmpty { return }
    let evidence = match.token..<max(match.token + 1, arguments.clauseEnd(after: match.token, sentence))
    add(match, entry, source, targets, rule, evidence, sentence, document)
    if entry.type == "REQUEST", let genitive = genitive ?? lightSubject, source == genitive.entity {
      for other in arguments.coordinated(after: genitive.tokens.upperBound, document).prefix(2)
      where !targets.contains(other) {
        add(match, entry, other, targets, rule + ".coordinated", evidence, sentence, document)
      }
    }
  }

  /// The type in its context: a promise of revenge threatens, and a person attacks a person in words.
  private func type(
    _ entry: EventEntry, _ match: Match, _ source: Int?, _ target: Int?, _ sentence: Range<Int>,
    _ document: borrowing Document
  ) -> String {
    if entry.type == "AGREE",
      (match.token + 1..<min(match.token + 4, sentence.upperBound)).contains(where: {
        lexicon.keywords.retaliation.contains(reading.letters($0))
      })
    {
      return "THREATEN"
    }
    if entry.type == "THREATEN", entry.lemma == "حذر", let source, let target,
      let country = document.entities[source].country, country == document.entities[target].country
    {
      // A state that warns its own citizens asks them to take care.
      return "REQUEST"
    }
    if ["SUPPORT", "AGREE", "COOPERATE"].contains(entry.type), match.token > sentence.lowerBound,
      reading.words[match.token - 1].function == .negation
    {
      return "REJECT"
    }
    if entry.lemma == "هاجم", match.reading.form.isFinite, let source, let target,
      document.entities[source].kind == .person, document.entities[target].kind != .location
    {
      return "ACCUSE"
    }
    return entry.type
  }

  private func agrees(_ entity: Int, _ match: Match, _ document: borrowing Document) -> Bool {
    Gender(of: document.entities[entity], lexicon: lexicon).agrees(with: match.reading.form.person)
  }

  private mutating func add(
    _ match: Match, _ entry: EventEntry, _ source: Int?, _ targets: [Int], _ rule: String,
    _ evidence: Range<Int>,
    _ sentence: Range<Int>, _ document: borrowing Document
  ) {
    var targets = targets
    if targets.isEmpty, entry.type == "AGREE", rule == "event.verb.elided",
      type(entry, match, source, nil, sentence, document) == "THREATEN",
      let last = events.last, last.source == source, last.trigger.lowerBound >= sentence.lowerBound,
      let target = last.target
    {
      // اتهمت طهران إسرائيل … وتعهدت بالانتقام
      targets = [target]
    }
    if entry.type == "ACCUSE", let target = targets.first { accused = target }
    let real = targets.filter { $0 != source }
    if !targets.isEmpty, real.isEmpty { return }
    for target in real.isEmpty ? [nil] : real.map(Optional.some) {
      var event = Event(
        type: type(entry, match, source, target, sentence, document), cameo: entry.cameo, source: source,
        target: target, trigger: match.token..<match.token + 1,
        lemma: entry.lemma, evidence: evidence, rule: rule,
        confidence: (entry.isWeak ? 0.5 : 0.7) + (source != nil ? 0.1 : 0) + (target != nil ? 0.1 : 0))
      event.mode = entry.mode
      EventStatus.mark(&event, match, sentence, reading, lexicon, document)
      events.append(event)
    }
  }
}
