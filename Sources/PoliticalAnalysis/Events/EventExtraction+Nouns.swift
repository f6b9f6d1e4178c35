import ArabicText

/// Events that a verbal noun or an event's noun says.
extension EventExtraction {
  mutating func noun(_ match: Match, _ sentence: Range<Int>, _ document: borrowing Document) {
    let entry = lexicon.events[match.reading.entry]
    if entry.type == "CONSULT", let last = events.last, last.type == "REJECT",
      last.trigger.upperBound <= match.token, last.trigger.lowerBound > match.token - 9,
      (last.trigger.upperBound..<match.token).allSatisfy({ reading.words[$0].mention >= 0 })
    {
      // ألغت اجتماعا: it does not take place.
      return
    }
    if isUnreal(match.token, sentence) { return }
    // وقف لإطلاق النار
    if entry.type == "ASSAULT", match.token > sentence.lowerBound,
      lexicon.keywords.ceasing.contains(reading.bareLetters(match.token - 1))
    {
      return
    }
    var source: Int?
    var targets: [Int] = []
    var after = match.token + 1
    if entry.hasCompanion { after = min(after + 1, sentence.upperBound) }
    var rule = "event.noun"
    let genitive: Actor?
    if match.suffix != .none {
      if match.suffix == .us || match.suffix == .me || match.suffix == .you,
        arguments.quotedSpeaker(around: match.token, document) == nil || entry.isWeak
      {
        return
      }
      let holder =
        entry.genitive == .target && !arguments.hasObject(after: match.token, sentence)
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
      let isDoer =
        match.suffix != .none
        ? arguments.hasObject(after: match.token, sentence) : isDoer(genitive, sentence, document)
      if entry.genitive == .target, !isDoer {
        targets = [genitive.entity]
      } else if entry.genitive != .none {
        source = genitive.entity
      }
      rule = "event.noun.genitive"
    }
    if entry.isReciprocal || entry.slots.contains(.between),
      let pair = arguments.between(after: match.token, sentence, events, document)
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
    if entry.slots.contains(.min), source == nil, match.preposition != 0, !match.hasArticle,
      let origin = arguments.origin(after: match.token, sentence, document)
    {
      // بطلب من الحكومة
      source = origin
      targets = [subject].compactMap { $0 }.filter { $0 != origin }
      rule = "event.noun.origin"
    }
    if let agent = arguments.agent(after: match.token, entry, sentence, document) { source = agent }
    if source == nil, match.preposition == lexicon.alphabet.ba, let accused, !targets.contains(accused) {
      source = accused
    }
    if targets.isEmpty, entry.isReciprocal, let genitive, source == genitive.entity {
      targets = Array(arguments.coordinated(after: genitive.tokens.upperBound, document).prefix(1))
    }
    if source == nil, genitive == nil, entry.genitive == .source, !entry.slots.contains(.li),
      let possessor = arguments.possessor(after: match.token, sentence, document)
    {
      source = possessor.entity
      targets.removeAll { $0 == possessor.entity }
      rule = "event.noun.possessor"
    }
    if source == nil,
      let doer = arguments.relativeDoer(after: match.token, sentence, subjects, subject, document)
    {
      // هجوم شنته الجماعة
      source = doer
      rule = "event.light_verb.relative"
    }
    if source == nil, entry.slots.contains(.with) || entry.type == "CONSULT", !targets.isEmpty, let subject,
      !targets.contains(subject),
      match.token > sentence.lowerBound,
      reading.words[match.token - 1].function == .preposition || match.reading.form.isIndefinite
        || match.hasArticle,
      !match.hasArticle || isMeetingWith(match, entry, sentence),
      !match.hasArticle || targets.allSatisfy({ arguments.areSides(subject, $0, document) }),
      !isOthersDoing(match.token - 2),
      arguments.lightVerb(before: match.token, entry.type, sentence)?.isTarget != true
    {
      source = subject
      rule = "event.noun.subject"
    }
    if source == nil, entry.type == "PROTEST", match.reading.form.isIndefinite, let subject {
      // احتجاجا على
      source = subject
      rule = "event.noun.subject"
    }
    var lightSubject: Actor?
    if source == nil, let light = arguments.lightVerb(before: match.token, entry.type, sentence),
      isNear(light.match, match, entry, sentence, document)
    {
      let explicit =
        light.match.reading.form.isFinite ? subjects.explicit(light.match, in: sentence, document) : nil
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
    } else if match.hasArticle, source == nil || targets.isEmpty, !tellsAlone(entry, match, sentence) {
      return
    }
    if targets.isEmpty, match.preposition != 0, entry.slots.contains(.object), let holder = genitive?.entity,
      source == holder, match.suffix == .none, let subject, subject != holder
    {
      // لمساندة المقاومة: what one acts for or by is done to whom it names.
      targets = [holder]
      source = subject
      rule = "event.noun.purpose"
    }
    if targets.isEmpty, entry.type == "AGREE", rule == "event.noun.genitive", let source, let subject,
      isTold(match.token, sentence), match.token > 0,
      !lexicon.keywords.after.contains(reading.letters(match.token - 1)),
      arguments.areSides(source, subject, document)
    {
      // أعلنت الحكومة موافقة الدولة الأخرى: who tells of a consent has asked for it.
      targets = [subject]
      rule += ".announced"
    }
    if targets.isEmpty, !isLegal(entry), let source,
      let concerned = concerned(match, entry, after, source, sentence, document)
    {
      targets = concerned
      rule += ".concerned"
    }
    if targets.isEmpty, let source, entry.type == "SUPPORT", let last = events.last,
      last.type == "CONSULT", sentence.contains(last.trigger.lowerBound),
      let partner = arguments.partner(of: source, events)
    {
      // تلقى اتصالا من الوزير عبر فيه عن شكره
      targets = [partner]
      rule += ".partner"
    }
    let isToldAlone = tellsAlone(entry, match, sentence)
    if entry.type == "AGREE", match.hasArticle, rule == "event.noun.between", !isDone(match.token, sentence) {
      return
    }
    guard source != nil || !targets.isEmpty || isToldAlone else { return }
    switch entry.type {
    case "COERCE": if targets.isEmpty { return }
    case "AID": if targets.isEmpty || source == nil { return }
    case "ACCUSE" where entry.lemma.hasPrefix("اتهام") || entry.lemma == "اتهم": if targets.isEmpty { return }
    case "ASSAULT", "CONCEDE":
      if targets.isEmpty, !rule.hasPrefix("event.light_verb"), rule != "event.noun.possessor", !isToldAlone {
        return
      }
    case "PROTEST":
      // A government that protests calls the ambassador; it does not march.
      if let source, document.entities[source].kind == .gpe || document.entities[source].sector == "GOV" {
        return
      }
    case "MOBILIZE", "RETREAT": break
    case "SANCTION" where rule == "event.light_verb": if source == nil { return }
    case "AGREE" where targets.isEmpty && rule == "event.noun.genitive":
      // A consent that is needed, or would be welcome, is not given.
      if !isTold(match.token, sentence) { return }
    case "ACCUSE" where isLegal(entry):
      // A complaint is lodged by somebody, against whom or not.
      if source == nil || (targets.isEmpty && !rule.hasPrefix("event.light_verb")) { return }
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

  /// Whether it is a complaint or a suit.
  private func isLegal(_ entry: EventEntry) -> Bool {
    entry.cameo.hasPrefix("114") || entry.cameo.hasPrefix("115")
  }

  /// Whether a noun is what somebody announces, or what something came after: `أعلن موافقة`, `عن موافقة`, `بعد موافقة`.
  private func isTold(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard token > sentence.lowerBound else { return true }
    if reading.words[token].function == .none, Int(reading.cueOf[token - 1]) >= 0 { return true }
    let before = reading.letters(token - 1)
    return lexicon.keywords.an.contains(before) || lexicon.keywords.after.contains(before)
      || (reading.words[token - 1].mention >= 0 && Int(reading.saying[token]) >= 0)
  }

  /// Whether a noun of attitude stands right behind its light verb and subject: `أعربت تركيا عن رفضها`; deeds may stand farther.
  private func isNear(
    _ light: Match, _ match: Match, _ entry: EventEntry, _ sentence: Range<Int>,
    _ document: borrowing Document
  ) -> Bool {
    guard ["AGREE", "SUPPORT", "REJECT"].contains(entry.type) else { return true }
    let subject = subjects.following(light.token, in: sentence, document)
    return match.token - max(light.token, (subject?.tokens.upperBound ?? 0) - 1) <= 5
  }

  /// Whether a verb of happening governs the noun: `تم خلال الزيارة التوقيع`.
  private func isDone(_ token: Int, _ sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, token - 5)..<token).contains {
      lexicon.keywords.light.contains(reading.bareLetters($0))
    }
  }

  /// Whether a genitive does what its noun says, because ل joins the object: `اغتيال إسرائيل لقياداتها`.
  private func isDoer(_ genitive: Actor, _ sentence: Range<Int>, _ document: borrowing Document) -> Bool {
    let next = genitive.tokens.upperBound
    guard next < sentence.upperBound, document.entities[genitive.entity].kind != .person,
      reading.words[next].mention < 0, reading.words[next].function == .none
    else {
      guard next < sentence.upperBound, document.entities[genitive.entity].kind != .person,
        reading.words[next].mention >= 0,
        reading.words[next].attached == 0, !reading.words[next].hasConjunction
      else { return false }
      // إعدام المملكة رجل الدين: a person right behind a body or state is its object.
      return document.entities[document.mentions[reading.words[next].mention].entity].kind == .person
    }
    let letters = reading.letters(next)
    return letters.count > 4 && letters.first == lexicon.alphabet.lam
      && (letters.last == lexicon.alphabet.ha
        || letters.last == lexicon.alphabet.alef && letters.dropLast().last == lexicon.alphabet.ha)
      && !lexicon.keywords.nounsInLam.contains(letters)
  }

  /// Whether the noun stands under a word of what may never be: `في حال هجوم`, `خشية اندلاع مواجهات`.
  private func isUnreal(_ token: Int, _ sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, token - 2)..<token).contains {
      reading.words[$0].mention < 0 && lexicon.keywords.unreal.contains(reading.bareLetters($0))
    }
  }

  /// Whether مع follows a definite noun of meeting at once: `المحادثات مع إيران` are those of who speaks of them.
  private func isMeetingWith(_ match: Match, _ entry: EventEntry, _ sentence: Range<Int>) -> Bool {
    entry.type == "CONSULT" && match.token + 1 < sentence.upperBound
      && lexicon.keywords.with.contains(reading.letters(match.token + 1))
  }

  /// Whether a noun is an event though nobody in it has a name: `مظاهرات حاشدة`, `مقتل ثلاثة أشخاص`.
  private func tellsAlone(_ entry: EventEntry, _ match: Match, _ sentence: Range<Int>) -> Bool {
    if entry.isWeak { return false }
    if entry.type == "PROTEST" { return entry.hasCompanion || !match.hasArticle }
    return entry.type == "ASSAULT" && entry.genitive == .target && !match.hasArticle && match.suffix == .none
      && arguments.hasObject(after: match.token, sentence)
  }
}
