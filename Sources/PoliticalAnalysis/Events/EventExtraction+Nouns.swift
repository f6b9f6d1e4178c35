import ArabicText
import LinguisticAnnotation

/// Events that a verbal noun or an event's noun says.
extension EventExtraction {
  /// Reads the event that a noun says, in the order in which Arabic says its parts: genitive, objects, agent, light verb.
  mutating func noun(_ match: Match, _ sentence: Range<Int>, _ document: borrowing Document) {
    let entry = lexicon.events[match.reading.entry]
    if isNoDeed(match, entry, sentence, document) { return }
    var found = NounEvent(after: match.token + 1)
    if entry.hasCompanion { found.after = min(found.after + 1, sentence.upperBound) }
    guard readGenitive(match, entry, &found, sentence, document) else { return }
    readSides(match, entry, &found, sentence, document)
    readDoer(match, entry, &found, sentence, document)
    guard readLightVerb(match, entry, &found, sentence, document) else { return }
    readConcerned(match, entry, &found, sentence, document)
    guard isWorthTelling(match, entry, found, sentence, document),
      found.source != nil || !found.rule.hasPrefix("event.noun")
        || !isBackground(match, entry, sentence, document)
    else { return }
    let evidence = match.token..<max(match.token + 1, arguments.clauseEnd(after: match.token, sentence))
    add(match, entry, found.source, found.targets, found.rule, evidence, sentence, document)
    if entry.type == "REQUEST", let genitive = found.genitive ?? found.lightSubject,
      found.source == genitive.entity
    {
      for other in arguments.coordinated(after: genitive.tokens.upperBound, document).prefix(2)
      where !found.targets.contains(other) {
        add(
          match, entry, other, found.targets, found.rule + ".coordinated", evidence, sentence, document)
      }
    }
  }

  /// Whether the noun stands for what does not take place.
  private func isNoDeed(
    _ match: Match, _ entry: EventEntry, _ sentence: Range<Int>, _ document: borrowing Document
  ) -> Bool {
    if ["CONSULT", "CONCEDE"].contains(entry.type), let last = events.last, last.type == "REJECT",
      last.trigger.upperBound <= match.token, last.trigger.lowerBound > match.token - 9,
      (last.trigger.upperBound..<match.token).allSatisfy({ reading.words[$0].mention >= 0 })
    {
      // ألغت اجتماعا: it does not take place.
      return true
    }
    if entry.lemma == "احتل", match.hasArticle,
      !arguments.nationalities(after: match.token + 1, withArticle: true, sentence, document).isEmpty
    {
      // الاحتلال الإسرائيلي: a name of who occupies.
      return true
    }
    if isUnreal(match.token, sentence) || isPortfolio(match, sentence) { return true }
    if isUndone(noun: match, entry, sentence, document) || isVote(match, entry, sentence) { return true }
    if ["CONSULT", "AID", "COOPERATE"].contains(entry.type), isCancelled(match.token, sentence, document) {
      return true
    }
    // وقف لإطلاق النار
    return entry.type == "ASSAULT" && match.token > sentence.lowerBound
      && lexicon.keywords.ceasing.contains(reading.bareLetters(match.token - 1))
  }

  /// The two sides that بين names, or the targets that the frame's slots name.
  private func readSides(
    _ match: Match, _ entry: EventEntry, _ found: inout NounEvent, _ sentence: Range<Int>,
    _ document: borrowing Document
  ) {
    if entry.isReciprocal || entry.slots.contains(.between),
      let pair = arguments.between(after: match.token, sentence, events, document)
    {
      found.source = pair.0
      found.targets = [pair.1]
      found.rule = "event.noun.between"
      return
    }
    if ["CONSULT", "AGREE", "COOPERATE"].contains(entry.type),
      let pair = arguments.gathered(after: match.token, subject, sentence, document)
    {
      found.source = pair.0
      found.targets = [pair.1]
      found.rule = "event.noun.between"
      return
    }
    if found.rule == "event.noun.nationality", !found.targets.isEmpty { return }
    if entry.slots.contains(.between), found.source == nil,
      let pair = arguments.pairOfDualVerb(before: match.token, sentence, events, document)
    {
      // الدولتان تردان بمناورات مشتركة
      found.source = pair.0
      found.targets = [pair.1]
      found.rule = "event.noun.pair"
      return
    }
    if entry.type == "COOPERATE", found.targets.isEmpty,
      let joined = arguments.participants(after: match.token, sentence, document)
    {
      // مناورات بمشاركة الجيش وحليفه
      let all = joined.filter { $0 != found.source }
      if found.source == nil, all.count > 1 {
        found.source = all[0]
        found.targets = [all[1]]
      } else {
        found.targets = all
      }
      if !found.targets.isEmpty {
        found.rule = "event.noun.participants"
        return
      }
    }
    if found.targets.isEmpty, entry.type == "ASSAULT",
      let victim = arguments.relativeVictim(after: match.token, sentence, document)
    {
      found.targets = [victim.entity]
      return
    }
    let targets = arguments.targets(
      of: match, entry, from: found.after, source: found.source, sentence, document)
    if targets.isEmpty, found.targets.isEmpty,
      ["SANCTION", "COERCE"].contains(entry.type) || entry.cameo == "042",
      let met = arguments.met(after: match.token, sentence, document)
    {
      found.targets = [met.entity]
      return
    }
    if targets.isEmpty {
      if entry.slots.contains(.object), found.targets.isEmpty || entry.genitive == .target,
        let doer = found.genitive?.entity,
        let object = arguments.liObject(at: found.after, sentence, excluding: doer, document)
      {
        // استقبال الملك للوزير
        found.source = doer
        found.targets = [object]
      }
      return
    }
    if found.targets.isEmpty {
      found.targets = targets
    } else if entry.genitive == .target, let holder = found.targets.first,
      entry.slots.contains(.li) || entry.slots.contains(.ala)
    {
      // قصف الجيش للمدينة: with an object of its own the genitive is the doer.
      found.source = holder
      found.targets = targets
    }
  }

  /// The subject of the light verb; false where a noun with the article only takes up what was told.
  private func readLightVerb(
    _ match: Match, _ entry: EventEntry, _ found: inout NounEvent, _ sentence: Range<Int>,
    _ document: borrowing Document
  ) -> Bool {
    if found.source != nil, found.targets.isEmpty, match.suffix == .none,
      let light = arguments.lightVerb(before: match.token, entry.type, sentence), light.isTarget,
      let holder = light.match.reading.form.isFinite
        ? subjects.explicit(light.match, in: sentence, document)?.entity
        : willing(light.match, sentence, document), holder != found.source
    {
      // صد الجيش هجمات المتمردين
      found.targets = [holder]
    }
    guard found.source == nil,
      let light = arguments.lightVerb(before: match.token, entry.type, sentence),
      isNear(light.match, match, entry, sentence, document)
    else {
      return !match.hasArticle || (found.source != nil && !found.targets.isEmpty)
        || tellsAlone(entry, match, sentence)
    }
    if entry.type == "ASSAULT", !light.match.reading.form.isFinite, isUnreal(light.match.token, sentence) {
      // خشية من تنفيذ الجماعة هجمات
      return false
    }
    if !light.match.reading.form.isFinite, match.suffix == .none, isSpokenOf(light.match, sentence) {
      // إن تشديد العقوبات, قرار لتشديد العقوبات
      return false
    }
    if !light.match.reading.form.isFinite, isOnlyWanted(light.match.token, sentence) {
      // لوح بفرض عقوبات, طلب فرض حظر
      return false
    }
    var explicit =
      light.match.reading.form.isFinite ? subjects.explicit(light.match, in: sentence, document) : nil
    if let behind = explicit, behind.tokens.lowerBound > match.token {
      // أصدرت النيابة أمرا بمنع سفر الوزير: whose the deed is stands before it.
      explicit = nil
    }
    if ["SANCTION", "COERCE"].contains(entry.type), light.match.reading.form.isFinite,
      explicit.map({ $0.tokens.lowerBound < light.match.token }) ?? true,
      light.match.token + 2 == match.token,
      lexicon.keywords.alaPronoun.contains(reading.letters(match.token - 1))
    {
      // لو فرضت عليها عقوبات: what follows is the subject of a passive, and the pronoun means whom it is laid upon.
      found.targets = arguments.back(from: match.token - 1, document).map { [$0] } ?? []
      found.rule = "event.light_verb.passive"
      return true
    }
    if explicit == nil, light.match.reading.form.isFinite, !light.isTarget,
      hasUnnamedSubject(light.match, before: match.token, sentence, document)
    {
      return !match.hasArticle || tellsAlone(entry, match, sentence)
    }
    let isGoverned =
      !light.match.reading.form.isFinite && light.match.preposition == 0
      && Self.forced.contains(entry.type) && isGoverned(light.match.token, sentence, document)
    let holder = explicit?.entity ?? willing(light.match, sentence, document) ?? (isGoverned ? nil : subject)
    found.lightSubject = explicit
    if found.targets.isEmpty, entry.slots.contains(.with), let explicit {
      found.targets = Array(
        arguments.coordinated(after: explicit.tokens.upperBound, document).prefix(1))
    }
    if light.isTarget {
      found.source = arguments.origin(after: match.token, sentence, document)
      if let holder, holder != found.source { found.targets = [holder] }
    } else if let holder, !found.targets.contains(holder) {
      found.source = holder
    }
    found.rule = "event.light_verb"
    return true
  }

  /// Whether و joins another deed of whose the genitive is: `دعم الحكومة ووقوفها إلى جانب جارتها`.
  private func isTakenUp(_ token: Int, _ sentence: Range<Int>) -> Bool {
    sentence.contains(token)
      && reading.matches[reading.words[token].matches].contains {
        $0.conjunction > 0 && $0.suffix != .none && $0.reading.lexicon == .event && $0.reading.form.isNominal
      }
  }

  /// Whether ل joins an object behind a genitive, so that this is the doer: `دعم الحكومة للتحالف`.
  private func hasLiObject(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard token < sentence.upperBound, reading.words[token].isArabic, !reading.words[token].hasConjunction
    else {
      return false
    }
    let letters = reading.letters(token)
    return reading.words[token].attached == lexicon.alphabet.lam
      || reading.words[token].mention < 0 && letters.first == lexicon.alphabet.lam && letters.count > 3
  }

  /// Types of deeds that somebody does to another, so that what must or may be done is not done by who speaks of it.
  private static let forced: Set<String> = ["SANCTION", "COERCE", "ASSAULT", "AID", "RETREAT", "MOBILIZE"]

  /// Whether a finite light verb has a subject that is nobody: `قام المئات برشق`, `شن مسلحون هجوما`.
  private func hasUnnamedSubject(
    _ light: Match, before noun: Int, _ sentence: Range<Int>, _ document: borrowing Document
  ) -> Bool {
    let next = light.token + 1
    guard light.suffix == .none, next < noun, reading.words[next].mention < 0,
      reading.words[next].function == .none, reading.words[next].attached == 0,
      document.tag(of: next) == .noun, !lexicon.keywords.timeNouns.contains(reading.bareLetters(next))
    else { return false }
    let letters = reading.letters(next)
    let isPlural =
      letters.count > 4 && letters.last == lexicon.alphabet.nun
      && letters.dropLast().last == lexicon.alphabet.waw
    return isPlural || reading.words[next].hasArticle && light.reading.form.kind == .past
  }

  /// Whether a verbal noun hangs on another noun, or on when or why something is: `ضرورة فرض عقوبات`, `في أعقاب بدء العملية`.
  private func isGoverned(_ token: Int, _ sentence: Range<Int>, _ document: borrowing Document) -> Bool {
    guard token > sentence.lowerBound, reading.words[token].attached == 0,
      !reading.words[token].hasConjunction
    else { return false }
    let before = reading.words[token - 1]
    guard before.isArabic, before.mention < 0 else { return false }
    let letters = reading.letters(token - 1)
    if lexicon.keywords.after.contains(letters) || lexicon.keywords.wake.contains(letters)
      || lexicon.keywords.whenAndWhy.contains(letters)
    {
      return true
    }
    return before.function == .none && document.tag(of: token - 1) == .noun && !before.hasArticle
      && Int(reading.cueOf[token - 1]) < 0
  }

  /// Who does to a genitive what a noun says that an object can follow, where another verb or a preposition governs the
  /// noun: `اتهمه بقصف المدينة`, `لدعم الحكومة`, `واصلت روسيا قصف المدينة`.
  func doerOfObject(
    _ match: Match, _ entry: EventEntry, _ holder: Int, _ sentence: Range<Int>, _ document: borrowing Document
  ) -> Int? {
    if match.preposition == lexicon.alphabet.ba, let accused, accused != holder { return accused }
    // لرفض الدولة السماح له: with an object of its own the noun has its doer in the genitive.
    if entry.type == "REJECT", let last = genitiveEnd(match, sentence, document), last < sentence.upperBound,
      reading.words[last].mention < 0, reading.words[last].hasArticle, reading.words[last].attached == 0,
      reading.words[last].tag == .noun
    {
      return nil
    }
    if match.preposition != 0 { return subject == holder ? nil : subject }
    guard match.conjunction == 0,
      let light = arguments.lightVerb(before: match.token, entry.type, sentence), !light.isTarget,
      light.match.reading.form.isFinite, Int(reading.cueOf[light.match.token]) < 0,
      let doer = subjects.explicit(light.match, in: sentence, document)?.entity ?? subject, doer != holder
    else { return nil }
    return doer
  }

  private func genitiveEnd(_ match: Match, _ sentence: Range<Int>, _ document: borrowing Document) -> Int? {
    arguments.genitive(at: match.token + 1, sentence, document)?.tokens.upperBound
  }

  /// The target where nothing in the noun's frame names one.
  private func readConcerned(
    _ match: Match, _ entry: EventEntry, _ found: inout NounEvent, _ sentence: Range<Int>,
    _ document: borrowing Document
  ) {
    guard found.targets.isEmpty else { return }
    if let holder = found.genitive?.entity, found.source == holder, match.suffix == .none,
      entry.slots.contains(.object), let doer = doerOfObject(match, entry, holder, sentence, document)
    {
      if entry.type == "CONSULT", let last = events.last, last.type == "REQUEST", let guest = last.target,
        guest != holder, last.trigger.lowerBound > match.token - 9
      {
        // دعا الوفد لزيارة العاصمة: who is invited visits.
        found.targets = [holder]
        found.source = guest
        found.rule = "event.noun.invited"
        return
      }
      // لمساندة المقاومة، واصلت روسيا قصف المدينة: whom the noun names is its object.
      found.targets = [holder]
      found.source = doer
      found.rule = "event.noun.purpose"
      return
    }
    if entry.type == "SUPPORT", let holder = found.genitive?.entity, found.source == holder,
      match.suffix == .none, entry.genitive == .source, entry.slots.contains(.object),
      entry.slots.contains(.li),
      !hasLiObject(found.after, sentence), !isTakenUp(found.after, sentence)
    {
      // مؤتمر دعم الدولة: whom nothing else follows is supported; not by who asks for it, or for its end.
      let isOthers =
        isAskedFor(match, sentence)
        || match.token > sentence.lowerBound
          && lexicon.keywords.combat.contains(reading.bareLetters(match.token - 1))
      found.source = subject.flatMap {
        !isOthers && arguments.areSides($0, holder, document) ? $0 : nil
      }
      found.targets = [holder]
      found.rule = "event.noun.genitive.object"
      return
    }
    if entry.type == "PROTEST", let against = arguments.protested(after: match.token, sentence, document),
      against.entity != found.source
    {
      found.targets = [against.entity]
      return
    }
    guard let source = found.source else { return }
    if entry.type == "AGREE", entry.lemma == "وافق", found.rule == "event.noun.genitive", let subject,
      isTold(match.token, sentence, document), match.token > 0,
      !lexicon.keywords.after.contains(reading.letters(match.token - 1)),
      arguments.areSides(source, subject, document)
    {
      // أعلنت الحكومة موافقة الدولة الأخرى: who tells of a consent has asked for it.
      found.targets = [subject]
      found.rule += ".announced"
      return
    }
    var after = found.after
    if let genitive = found.genitive, genitive.entity == source {
      // تهديدات الوزير والرئيس: whom it is about stands behind all who do it.
      after = max(
        after,
        arguments.coordinatedActors(after: genitive.tokens.upperBound, document).last?.tokens.upperBound ?? 0)
    }
    if !isLegal(entry), let concerned = concerned(match, entry, after, source, sentence, document) {
      found.targets = concerned
      found.rule += ".concerned"
      return
    }
    if entry.type == "SUPPORT", let last = events.last, last.type == "CONSULT",
      sentence.contains(last.trigger.lowerBound), let partner = arguments.partner(of: source, events)
    {
      // تلقى اتصالا من الوزير عبر فيه عن شكره
      found.targets = [partner]
      found.rule += ".partner"
    }
  }

  /// Whether enough is said of the event for it to be one.
  private func isWorthTelling(
    _ match: Match, _ entry: EventEntry, _ found: NounEvent, _ sentence: Range<Int>,
    _ document: borrowing Document
  ) -> Bool {
    let (source, targets) = (found.source, found.targets)
    if entry.type == "AGREE", match.hasArticle, found.rule == "event.noun.between",
      !isDone(match.token, sentence)
    {
      return false
    }
    if entry.isWeak, source == nil || targets.isEmpty { return false }
    let isToldAlone = tellsAlone(entry, match, sentence)
    guard source != nil || !targets.isEmpty || isToldAlone else { return false }
    switch entry.type {
    case "COERCE": return !targets.isEmpty || isToldAlone
    case "AID": return source != nil && !targets.isEmpty
    case "ACCUSE" where entry.lemma.hasPrefix("اتهام") || entry.lemma == "اتهم": return !targets.isEmpty
    case "ASSAULT", "CONCEDE":
      // قدم استقالته: nobody else need be named.
      if entry.mode == "resign" {
        // دعوات إلى استقالته
        return source != nil && match.preposition == 0
          && !lexicon.keywords.ila.contains(reading.letters(max(sentence.lowerBound, match.token - 1)))
      }
      return !targets.isEmpty || found.rule.hasPrefix("event.light_verb")
        || found.rule == "event.noun.possessor" || found.rule == "event.noun.claimed" || isToldAlone
    case "PROTEST" where source == nil && match.preposition == lexicon.alphabet.lam:
      // لقطع الطريق أمام الإرهاب: what is meant to be.
      return false
    case "PROTEST":
      // A government that protests calls the ambassador; it does not march.
      return source.map { document.entities[$0].kind != .gpe && document.entities[$0].sector != "GOV" }
        ?? true
    case "MOBILIZE", "RETREAT": return true
    case "SANCTION" where found.rule == "event.light_verb": return source != nil
    case "THREATEN" where found.rule == "event.light_verb" && !match.hasArticle: return source != nil
    case "AGREE" where targets.isEmpty && found.rule == "event.noun.genitive":
      // A consent that is needed, or would be welcome, is not given.
      return isTold(match.token, sentence, document) || isVoiced(match, entry, sentence)
    case "ACCUSE" where isLegal(entry):
      // A complaint is lodged by somebody, against whom or not.
      return source != nil && (!targets.isEmpty || found.rule.hasPrefix("event.light_verb"))
    case "REJECT" where targets.isEmpty && found.rule == "event.noun.genitive":
      // أعلن رفضه تعيين اللجنة: what is refused is nobody's.
      return source != nil && isTold(match.token, sentence, document)
    case "REQUEST" where targets.isEmpty, "ACCUSE" where targets.isEmpty:
      // جددت الدولة دعوتها إلى الحوار, أعربت عن إدانتها الهجوم: of whom, and whose, nobody says.
      return source != nil && !entry.needsTarget && isVoiced(match, entry, sentence)
        && (match.suffix != .none || reading.words[found.genitive?.tokens.lowerBound ?? 0].mention >= 0)
    default:
      return source != nil && (!targets.isEmpty || (entry.type == "AGREE" && found.rule != "event.noun"))
    }
  }
}
