import ArabicText
import LinguisticAnnotation

/// One pass over a document's event triggers in text order.
struct EventExtraction {
  let reading: ClauseReading
  let lexicon: PoliticalLexicon
  let subjects: SubjectSearch
  let actors: EventSubjects
  let arguments: ArgumentSearch
  /// What was found.
  var events: [Event] = []
  /// The subject of the last finite verb of the sentence under way, or of its first noun phrase.
  var subject: Int?
  /// The last subject of a main clause, for sentences that begin with a verb without one.
  private var discourse: Int?
  /// Who was accused last in the sentence under way: قتل in `اتهمه بقتل` is his deed.
  var accused: Int?
  /// Who spoke last in the sentence under way: `قال الوزير إن …، وطلب من`.
  private var teller: Int?

  /// Starts the pass.
  init(reading: ClauseReading, lexicon: PoliticalLexicon) {
    self.reading = reading
    self.lexicon = lexicon
    subjects = SubjectSearch(reading: reading, lexicon: lexicon, prefersKnown: true)
    arguments = ArgumentSearch(reading: reading, lexicon: lexicon)
    actors = EventSubjects(reading: reading, lexicon: lexicon, subjects: subjects, arguments: arguments)
  }

  /// No prose tells more in one sentence; the bound keeps a report linear in its text, whatever the text.
  private static let mostPerSentence = 32

  /// Finds all events.
  mutating func run(_ document: borrowing Document) {
    for sentence in reading.text.sentences where !sentence.tokens.isEmpty {
      let range = sentence.tokens
      accused = nil
      teller = nil
      subject = beginsWithVerb(range) ? nil : subjects.main(of: range, document)?.entity
      let before = events.count
      for token in range where reading.words[token].isArabic {
        guard events.count - before < Self.mostPerSentence else { break }
        if !isAside(token, range, document), let speaker = arguments.speakerOfCue(token, document) {
          subject = speaker
          teller = speaker
        }
        clauseSubject(token, range, document)
        protesters(token, range, document)
        guard let match = trigger(token, range, document) else {
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

  /// The subject of a clause that a complementiser opens: `إن مقاتلي الحركة تمكنوا من …`.
  private mutating func clauseSubject(_ token: Int, _ sentence: Range<Int>, _ document: borrowing Document) {
    guard reading.words[token].function == .complementiser, token + 1 < sentence.upperBound else { return }
    if arguments.isOwnPronoun(token) {
      if let speaker = arguments.speaker(around: token + 1, document),
        isMeant(speaker, byPronounOf: token, document)
      {
        subject = speaker
      }
      return
    }
    // إن "الرئيس عندما زار …"
    let start =
      reading.words[token + 1].punctuation == .openQuote && token + 2 < sentence.upperBound
      ? token + 2 : token + 1
    let next = reading.words[start]
    guard
      next.mention >= 0 || next.hasArticle
        || lexicon.keywords.nounHeadsOfForce.contains(reading.letters(start)),
      next.attached == 0
    else { return }
    if let actor = arguments.actors.actor(at: start, limit: sentence.upperBound, in: document) {
      subject = actor.entity
    }
  }

  /// Whether somebody is only said to have said what stands before: `-كما يرى الكاتب-`. He does not act.
  private func isAside(_ cue: Int, _ sentence: Range<Int>, _ document: borrowing Document) -> Bool {
    let index = Int(reading.cueOf[cue])
    return index >= 0 && cue > sentence.lowerBound && document.statements[index].content.lowerBound < cue
      && lexicon.keywords.asSaid.contains(reading.bareLetters(cue - 1))
  }

  /// Whether the pronoun of a complementiser can be somebody's: `أنها` is no man's.
  private func isMeant(_ speaker: Int, byPronounOf token: Int, _ document: borrowing Document) -> Bool {
    let letters = reading.letters(token)
    let gender = Gender(of: document.entities[speaker], lexicon: lexicon)
    if letters.last == lexicon.alphabet.ha { return gender != .feminine }
    guard letters.suffix(2) == [lexicon.alphabet.ha, lexicon.alphabet.alef] else { return true }
    return gender == .feminine || gender != .masculine && document.entities[speaker].kind != .person
  }

  private mutating func trackSubject(_ token: Int, _ sentence: Range<Int>, _ document: borrowing Document) {
    guard reading.words[token].mention < 0 else { return }
    if reading.words[token].function == .past,
      let actor = actors.indefinite(before: token, sentence, document)
    {
      // على قوة إسرائيلية كانت بصدد اعتقال نشطاء
      subject = actor.entity
      return
    }
    if lexicon.keywords.compel.contains(reading.letters(token)), token + 2 < sentence.upperBound,
      reading.words[token + 1].mention >= 0, reading.words[token + 1].attached == 0,
      let actor = arguments.actors.actor(at: token + 1, limit: sentence.upperBound, in: document),
      actor.tokens.upperBound < sentence.upperBound,
      lexicon.keywords.ila.contains(reading.letters(actor.tokens.upperBound))
        || lexicon.keywords.ala.contains(reading.letters(actor.tokens.upperBound))
    {
      // ما دفع الدولة إلى الرد: who is driven to something does it.
      subject = actor.entity
      return
    }
    if lexicon.keywords.acting.contains(reading.bareLetters(token)), token + 1 < sentence.upperBound,
      reading.words[token + 1].mention >= 0, reading.words[token + 1].attached == 0,
      !reading.words[token + 1].hasConjunction,
      let actor = arguments.actors.actor(at: token + 1, limit: sentence.upperBound, in: document)
    {
      // قيام الدولة بعمل بالتعاون مع أخرى: whose act it is does what follows.
      subject = actor.entity
      return
    }
    let finite = reading.matches[reading.words[token].matches].first {
      $0.reading.form.isFinite && $0.reading.form.person != .first && $0.reading.form.kind != .jussive
        && arguments.hasCompanion($0, sentence.upperBound)
    }
    guard let match = finite else {
      // A verb that no list has: وأخذت الشرطة جوازه.
      if reading.words[token].function == .none, document.tag(of: token) == .verb,
        token + 1 < sentence.upperBound,
        reading.words[token + 1].mention >= 0, reading.words[token + 1].attached == 0,
        let actor = subjects.following(token, in: sentence, document)
      {
        subject = actor.entity
      }
      return
    }
    guard
      match.reading.lexicon != .event
        || !reading.matches[reading.words[token].matches].contains(where: { !$0.reading.form.isFinite })
    else { return }
    if let actor = subjects.explicit(match, in: sentence, document) { subject = actor.entity }
  }

  private mutating func verb(_ match: Match, _ sentence: Range<Int>, _ document: borrowing Document) {
    let entry = lexicon.events[match.reading.entry]
    var actor: Actor?
    var rule = "event.verb.subject"
    var isUnnamed = false
    if entry.type == "REJECT", match.token > sentence.lowerBound,
      reading.words[match.token - 1].function == .negation
    {
      // لم ترفض: no refusal, and no consent either.
      return
    }
    if isDanger(match, entry, sentence) || isUnrealized(match, entry, sentence) { return }
    if isUndone(match, entry, sentence) { return }
    if entry.type == "AGREE", entry.cameo == "057", !entry.hasCompanion, signsAlone(match, sentence) {
      return
    }
    if entry.isFirstPersonOnly, match.reading.form.person != .first,
      !arguments.speaksOfOwn(match.token - 1, sentence, document)
    {
      return
    }
    // ما وقع من اعتداء: what happened was not signed.
    if entry.type == "AGREE", entry.lemma == "وقع", match.token + 1 < sentence.upperBound,
      lexicon.keywords.min.contains(reading.letters(match.token + 1))
        || lexicon.keywords.fi.contains(reading.letters(match.token + 1))
    {
      return
    }
    // شدد الوزير، خبير الشأن الأمني، على: a cue is words, no deed.
    if Int(reading.cueOf[match.token]) >= 0, Self.deeds.contains(entry.type) { return }
    // داعيا الله أن: nobody in the news is asked.
    if entry.type == "REQUEST", match.token + 1 < sentence.upperBound,
      lexicon.keywords.god.contains(reading.letters(match.token + 1))
    {
      return
    }
    // دفع الثمن: who has paid is not threatened.
    if entry.type == "THREATEN", entry.subjectIsTarget, match.reading.form.kind == .past { return }
    if match.reading.form.person == .first {
      guard let speaker = arguments.quotedSpeaker(around: match.token, document) else { return }
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
      switch actors.find(match, entry, chain: subject, in: sentence, document) {
      case .actor(let found): actor = found
      case .unnamed:
        isUnnamed = true
        rule = "event.verb.unnamed"
      case .elided: break
      }
    }
    if let found = actor, found.tokens.lowerBound > match.token, entry.slots.contains(.object),
      match.suffix == .none,
      let chain = subject ?? discourse, chain != found.entity, !agrees(found.entity, match, document),
      agrees(chain, match, document), reading.words[found.tokens.lowerBound].mention >= 0
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
    var released: Int?
    if let found = actor, entry.hasCompanion, entry.slots.contains(.object),
      found.tokens.lowerBound == match.token + 1, reading.words[match.token + 1].mention < 0,
      entry.companions.contains(where: { reading.letters(match.token + 1).elementsEqual($0) })
    {
      // أطلق سراح فلان: what follows the noun that belongs to the verb is its object.
      released = found.entity
      actor = nil
    }
    if let found = actor, entry.hasCompanion, !entry.slots.contains(.object), !entry.subjectIsTarget,
      Self.acts.contains(entry.type), found.tokens.lowerBound == match.token + 1,
      reading.words[match.token + 1].mention < 0, !reading.words[match.token + 1].hasArticle,
      entry.companions.contains(where: { arguments.isWord(match.token + 1, $0) })
    {
      // ألغي اجتماع المجلس: whose the thing is that the verb asks for does not do it.
      actor = nil
    }
    var after = match.token + 1
    var isKinOfAnother = false
    if let actor, actor.tokens.lowerBound > match.token {
      // دعا الوزير ورئيس الوفد الحكومة إلى: the object stands behind all subjects.
      after =
        arguments.coordinatedActors(after: actor.tokens.upperBound, document).last?.tokens.upperBound
        ?? arguments.behindDescription(actor.tokens.upperBound, of: actor.entity, sentence, document)
      after = arguments.behindAlias(after, sentence)
      if let behind = arguments.behindKin(after, of: actor, sentence, document) {
        after = behind
        isKinOfAnother = true
      }
    }
    after = min(after, sentence.upperBound)
    var targets = arguments.targets(
      of: match, entry, from: after, source: actor?.entity ?? (isUnnamed ? nil : subject), sentence,
      document)
    if targets.isEmpty, entry.slots.contains(.object),
      !isKinOfAnother || entry.type == "CONSULT",
      let actor, after > actor.tokens.upperBound,
      match.token < actor.tokens.upperBound,
      arguments.coordinated(after: actor.tokens.upperBound, document).isEmpty
    {
      // نصح فلان رئيس الحكومة بالاستقالة: what looks like his description is whom he speaks to.
      targets = arguments.targets(
        of: match, entry, from: actor.tokens.upperBound, source: actor.entity, sentence, document)
    }
    if let released { targets = [released] }
    if targets.isEmpty, entry.slots.contains(.between), let actor,
      let pair = arguments.between(after: match.token, sentence, events, document),
      actor.entity != pair.0, actor.entity != pair.1
    {
      // توسطت الدولة بين الحكومة والمتمردين
      targets = [pair.0, pair.1]
    }
    if targets.isEmpty, match.suffix == .none, entry.slots.contains(.object), let actor,
      ["ASSAULT", "COERCE"].contains(entry.type), arguments.hasObject(after: after - 1, sentence),
      let state = arguments.nationalities(after: after + 1, withArticle: false, sentence, document).first,
      arguments.areSides(actor.entity, state.entity, document)
    {
      // اعتقلت الشرطة شابا فلسطينيا
      targets = [state.entity]
    }
    var source = actor?.entity
    if isUnnamed, entry.type == "COERCE", match.conjunction == 0, match.token > sentence.lowerBound,
      reading.words[match.token - 1].function == .relative
    {
      // الثورة التي أطاحت بالرئيس, الأراضي التي استولت عليها: nobody, or who was told before.
      return
    }
    if isUnnamed {
      subject = nil
    } else if source == nil, !entry.subjectIsTarget {
      if let chain = [subject, teller, discourse].first(where: {
        $0.map { $0 != released && agrees($0, match, document) } ?? false
      }),
        let chain, !isReporter(chain, match.token, document)
      {
        source = chain
      }
      rule = "event.verb.elided"
    }
    if source == nil, !isUnnamed, !entry.subjectIsTarget, reading.text.tokens[match.token].paragraph == 0,
      match.reading.form.kind == .past || match.reading.form.kind == .present,
      let named = announcedSubject(match.token, sentence, document), agrees(named, match, document),
      !targets.contains(named)
    {
      source = named
    }
    let agent = arguments.agent(after: match.token, entry, sentence, document)
    if targets.isEmpty, match.suffix == .none,
      let companion = arguments.companionPronoun(match, entry, actor?.entity, sentence, document)
    {
      targets = [companion]
      if source == companion { source = nil }
    }
    if entry.subjectIsTarget {
      targets = (actor?.entity ?? (match.conjunction == 0 && !isUnnamed ? subject : nil)).map { [$0] } ?? []
      source = agent ?? (entry.type == "THREATEN" ? arguments.speaker(around: match.token, document) : nil)
      // يدفع ثمن علاقته: nobody threatens.
      if entry.type == "THREATEN", source == nil { return }
      if entry.type == "THREATEN", let target = targets.first, let source,
        document.entities[target].country == document.entities[source].country
      {
        targets = []
      }
      rule = "event.verb.intransitive"
    } else if entry.isPassiveAlone, targets.isEmpty, match.suffix == .none,
      isPassive(match, actor, sentence, document)
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
    if targets.isEmpty, isMutual(entry), match.conjunction == 0,
      match.reading.form.person == .dual || match.reading.form.person == .plural,
      let two = arguments.pair(before: match.token, sentence, events, document)
    {
      // الوزير ونظيره بحثا, إن الجانبين بحثا
      source = two.0
      targets = [two.1]
      rule = "event.verb.pair"
    } else if targets.isEmpty, isMutual(entry),
      arguments.isDual(match.token + 1) || match.reading.form.person == .dual,
      let two = arguments.pair(ofDualAt: match.token + 1, sentence, document)
        ?? arguments.two(before: match.token, events, document)
    {
      // واتفق الجانبان على
      source = two.0
      targets = [two.1]
      rule = "event.verb.dual"
    }
    if targets.isEmpty, let source, entry.type == "CONSULT", match.reading.form.person == .first,
      let partner = arguments.partner(of: source, events)
    {
      // بحثنا ملفات عدة
      targets = [partner]
      rule += ".partner"
    }
    if targets.isEmpty, !isLegal(entry), let source, !isUnnamed, match.suffix == .none,
      let concerned = concerned(match, entry, after, source, sentence, document)
    {
      targets = concerned
      rule += ".concerned"
    }
    if let source { subject = source }
    if isHome(entry, source, targets, document) { return }
    // نساعدكم: those spoken to have no name.
    if match.suffix == .you, targets.isEmpty { return }
    // مفاوضات تستهدف إنهاء الحرب: what is aimed at is no victim.
    if entry.lemma == "استهدف", targets.isEmpty, match.reading.form.kind == .present { return }
    let isSaidOfUs = match.reading.form.person == .first && entry.type == "REQUEST"
    // حذر من أن: whom it threatens need not be named.
    let isWarning =
      entry.lemma == "حذر" && targets.isEmpty && source.map { reading.isNamed[$0] } ?? false
      && warnsOf(after, sentence)
    if entry.needsTarget && !isWarning || entry.isReciprocal || isSaidOfUs, targets.isEmpty { return }
    if entry.isWeak, targets.isEmpty || source == nil { return }
    if entry.type == "SUPPORT", entry.slots.contains(.object), targets.isEmpty { return }
    // وقتل ثلاثة أشخاص: told though nobody in it has a name.
    let isToldAlone =
      (entry.type == "ASSAULT" || entry.mode == "arrest") && !entry.isWeak
      && (entry.isPassiveAlone || entry.subjectIsTarget)
      && arguments.hasObject(after: match.token, sentence)
    if source == nil, targets.isEmpty, !isToldAlone { return }
    let end = arguments.clauseEnd(after: match.token, sentence)
    add(match, entry, source, targets, rule, match.token..<end, sentence, document)
    if let genitive = actor, !entry.subjectIsTarget, !entry.isPassiveAlone, !entry.isReciprocal,
      Self.shared.contains(entry.type)
    {
      for other in arguments.coordinated(after: genitive.tokens.upperBound, document).prefix(2)
      where !targets.contains(other) {
        add(match, entry, other, targets, rule + ".coordinated", match.token..<end, sentence, document)
      }
    }
  }

  /// Whether من أن follows a warning's subject: what it warns of is told.
  private func warnsOf(_ after: Int, _ sentence: Range<Int>) -> Bool {
    Range(after, below: min(sentence.upperBound - 1, after + Self.warningReach)).contains {
      lexicon.keywords.min.contains(reading.letters($0)) && reading.words[$0].mention < 0
        && reading.words[$0 + 1].function == .complementiser
    }
  }

  /// How far behind the subject of a warning من may stand.
  private static let warningReach = 4

  /// Types of what each of several subjects does by himself.
  private static let shared: Set<String> = [
    "REQUEST", "AGREE", "ACCUSE", "REJECT", "SUPPORT", "THREATEN", "SANCTION",
  ]

  /// Types of what is done rather than said.
  private static let deeds: Set<String> = ["MOBILIZE", "COERCE", "ASSAULT", "RETREAT"]

  /// Types whose verbs have a thing as their object, never as their subject.
  private static let acts: Set<String> = [
    "AGREE", "REJECT", "CONSULT", "SUPPORT", "CONCEDE", "SANCTION", "AID",
  ]

  mutating func add(
    _ match: Match, _ entry: EventEntry, _ source: Int?, _ targets: [Int], _ rule: String,
    _ evidence: Range<Int>,
    _ sentence: Range<Int>, _ document: borrowing Document
  ) {
    var targets = targets
    if targets.isEmpty, entry.type == "AGREE", let accused, accused != source,
      type(entry, match, source, nil, sentence, document) == "THREATEN"
    {
      // اتهمت طهران إسرائيل … وتعهدت بالانتقام
      targets = [accused]
    }
    if entry.type == "ACCUSE", let target = targets.first { accused = target }
    // في لقاء مع قناة: an interview is no meeting of sides.
    let isInterview = entry.type == "CONSULT"
    let real = targets.filter { $0 != source && !(isInterview && document.entities[$0].sector == "MED") }
    if !targets.isEmpty, real.isEmpty { return }
    for target in real.isEmpty ? [nil] : real.map(Optional.some) {
      // سنوقفها: no state is arrested.
      if entry.mode == "arrest", match.suffix != .none, let target, document.entities[target].kind == .gpe {
        continue
      }
      var event = Event(
        type: type(entry, match, source, target, sentence, document), cameo: entry.cameo, source: source,
        target: target, trigger: match.token..<match.token + 1,
        lemma: entry.lemma, evidence: evidence, rule: rule,
        confidence: (entry.isWeak ? 0.5 : 0.7) + (source != nil ? 0.1 : 0) + (target != nil ? 0.1 : 0))
      event.mode = entry.mode
      EventStatus.mark(&event, match, sentence, reading, lexicon, document)
      // لن تطرد اللاجئين: what is not done is no event.
      if event.isNegated, event.type != "REJECT" { continue }
      // نفت الوزارة أن يكون قد خطف: a deed that is denied.
      if event.status == .denied, ["ASSAULT", "COERCE", "MOBILIZE", "AID"].contains(event.type) { continue }
      events.append(event)
    }
  }
}
