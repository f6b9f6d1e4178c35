import ArabicText
import LinguisticAnnotation

/// Who does what an event's noun says, where no genitive tells it.
extension EventExtraction {
  /// Who does it where no genitive says so: من, an agent, a possessor, a relative clause, who acts in the sentence.
  func readDoer(
    _ match: Match, _ entry: EventEntry, _ found: inout NounEvent, _ sentence: Range<Int>,
    _ document: borrowing Document
  ) {
    if entry.slots.contains(.min), found.source == nil, match.preposition != 0, !match.hasArticle,
      let origin = arguments.origin(after: match.token, sentence, document)
    {
      // بطلب من الحكومة
      found.source = origin
      found.targets = [subject].compactMap { $0 }.filter { $0 != origin }
      found.rule = "event.noun.origin"
    }
    if let agent = arguments.agent(after: match.token, entry, sentence, document) { found.source = agent }
    if entry.type == "AGREE", found.source == nil, let holder = predicated(match, sentence, document) {
      found.source = holder
      found.targets.removeAll { $0 == holder }
      found.rule = "event.noun.predicate"
    }
    if found.source == nil, match.preposition == lexicon.alphabet.ba, let accused,
      !found.targets.contains(accused)
    {
      found.source = accused
    }
    if found.targets.isEmpty, entry.isReciprocal, let genitive = found.genitive,
      found.source == genitive.entity
    {
      found.targets = Array(
        arguments.coordinated(after: genitive.tokens.upperBound, document).prefix(1))
    }
    if found.source == nil, found.genitive == nil, entry.genitive == .source, !entry.slots.contains(.li),
      let possessor = arguments.possessor(after: match.token, sentence, document)
    {
      found.source = possessor.entity
      found.targets.removeAll { $0 == possessor.entity }
      found.rule = "event.noun.possessor"
    }
    if found.source == nil, found.genitive == nil, entry.genitive == .source, !entry.slots.contains(.min),
      !entry.hasCompanion || entry.type == "AID", found.after < sentence.upperBound,
      reading.words[found.after].mention < 0,
      lexicon.keywords.min.contains(reading.letters(found.after)),
      arguments.lightVerb(before: match.token, entry.type, sentence)?.isTarget != true,
      let origin = arguments.origin(after: match.token, sentence, document)
    {
      // ترحيب من الحكومة, بدعم من الحكومة
      found.source = origin
      found.targets.removeAll { $0 == origin }
      if found.targets.isEmpty, match.preposition == lexicon.alphabet.ba, let subject, subject != origin {
        found.targets = [subject]
      }
      found.rule = "event.noun.origin"
    }
    if found.source == nil, entry.type == "AID", entry.hasCompanion,
      let origin = arguments.origin(after: match.token + 1, sentence, document),
      !found.targets.contains(origin)
    {
      // وصول أسلحة للمتمردين من الدولة
      found.source = origin
      found.rule = "event.noun.origin"
    }
    if found.source == nil, entry.type == "PROTEST",
      let caller = arguments.caller(after: match.token, sentence, document)
    {
      found.source = caller.entity
      found.rule = "event.noun.caller"
    }
    if found.source == nil, entry.type != "CONSULT" || !entry.isWeak,
      let doer = arguments.relativeDoer(after: match.token, sentence, subjects, subject, document)
    {
      // هجوم شنته الجماعة
      found.source = doer.entity
      found.rule = "event.light_verb.relative"
      if found.targets.isEmpty, entry.slots.contains(.ila), doer.tokens.lowerBound > match.token {
        // الزيارة التي قام بها الوزير إلى الجزائر
        found.targets = arguments.targets(
          of: match, entry, from: doer.tokens.upperBound, source: doer.entity, sentence, document)
      }
      if found.targets.isEmpty, entry.isReciprocal || entry.slots.contains(.between) {
        // المباحثات التي أجراها الوزير ونظيره
        let others = arguments.coordinated(after: doer.tokens.upperBound, document)
        found.targets = Array(others.prefix(1))
      }
    }
    if found.source == nil, entry.type == "ASSAULT", match.suffix == .none, match.preposition == 0,
      let doer = arguments.answering(
        for: match.token, subject: subject, accused: accused, sentence, document),
      !found.targets.contains(doer)
    {
      // تقف خلف اغتيال العقيد
      found.source = doer
      found.rule = "event.noun.answering"
    }
    if found.source == nil, entry.type == "ASSAULT",
      let claimant = arguments.claimant(after: match.token, sentence, document)
    {
      // هجوم أسفر عن قتلى وتبناه التنظيم
      found.source = claimant.entity
      found.rule = "event.noun.claimed"
    }
    if found.source == nil || found.rule == "event.noun.genitive", entry.type == "ASSAULT", let subject,
      found.source != subject, arguments.isClaimed(match.token, accused: accused, sentence)
    {
      found.targets += [found.source].compactMap { $0 }.filter { !found.targets.contains($0) }
      found.source = subject
      found.rule = "event.noun.claimed"
    }
    if found.source == nil, entry.type == "COERCE", !found.targets.isEmpty, match.preposition == 0,
      opensContent(match.token, document), let speaker = arguments.speaker(around: match.token, document),
      document.entities[speaker].sector == "GOV", !found.targets.contains(speaker)
    {
      // أعلن الرئيس حل البرلمان
      found.source = speaker
      found.rule = "event.noun.announced"
    }
    if found.source == nil, entry.isKilling, let victim = found.targets.first,
      opensContent(match.token, document),
      let speaker = arguments.speaker(around: match.token, document), isEnemyArmy(speaker, victim, document)
    {
      // أعلن الجيش مقتل جنود جاره
      found.source = speaker
      found.rule = "event.noun.announced"
    }
    if found.source == nil, match.preposition == lexicon.alphabet.lam,
      ["SUPPORT", "AID"].contains(entry.type),
      match.reading.form.kind == .masdar, !found.targets.isEmpty, !isAskedFor(match, sentence), let subject,
      !found.targets.contains(subject), document.entities[subject].sector != "MED"
    {
      // للدفاع عن البلاد, لإغاثة المدينة: what one acts for is done to whom it names.
      found.source = subject
      found.rule = "event.noun.purpose"
    }
    if found.source == nil, entry.type == "AID", match.reading.form.kind == .masdar, !found.targets.isEmpty,
      isTried(match, sentence, document), !isAskedFor(match, sentence), let subject,
      !found.targets.contains(subject), document.entities[subject].sector != "MED"
    {
      found.source = subject
      found.rule = "event.noun.purpose"
    }
    if found.source == nil, let doer = joinedDoer(match, entry, found, document) {
      // إقدام الجيش على اقتحام المدينة والاعتداء على السكان
      found.source = doer
      found.rule = "event.noun.joined"
    }
    if found.source == nil, let subject,
      isSubjects(match, entry, found, subject, sentence, document)
    {
      found.source = subject
      found.rule = "event.noun.subject"
    }
  }

  /// Whether a verb with على or إلى says that somebody works for what the noun says: `تعمل الدولة على تزويد حليفتها`.
  private func isTried(_ match: Match, _ sentence: Range<Int>, _ document: borrowing Document) -> Bool {
    guard match.preposition == 0, match.token - 2 >= sentence.lowerBound,
      lexicon.keywords.ala.contains(reading.letters(match.token - 1))
        || lexicon.keywords.ila.contains(reading.letters(match.token - 1))
    else { return false }
    let verb = match.token - 2
    return document.tag(of: verb) == .verb && reading.words[verb].mention < 0
      || reading.words[verb].mention >= 0
        && document.tag(of: document.mentions[reading.words[verb].mention].tokens.lowerBound - 1) == .verb
  }

  /// Whether somebody was asked for what the noun says: `ناشد الوزير الدولة لتزويد الجيش`.
  func isAskedFor(_ match: Match, _ sentence: Range<Int>) -> Bool {
    guard let last = events.last, last.type == "REQUEST", sentence.contains(last.trigger.lowerBound) else {
      return false
    }
    return last.trigger.lowerBound > match.token - Self.joinedReach
  }

  /// Whether an army, or those who speak for one, tells of the death of another state's people.
  private func isEnemyArmy(_ speaker: Int, _ victim: Int, _ document: borrowing Document) -> Bool {
    let (one, other) = (document.entities[speaker], document.entities[victim])
    guard let country = one.country, let others = other.country else { return false }
    return country != others && ["MIL", "REB"].contains(one.sector ?? "")
  }

  /// How far before a noun another may stand to which و joins it.
  private static let joinedReach = 10

  /// Who does the deed to which و joins the noun: `قصف الجيش للقرية والاعتداء على سكانها`.
  private func joinedDoer(
    _ match: Match, _ entry: EventEntry, _ found: NounEvent, _ document: borrowing Document
  ) -> Int? {
    guard match.conjunction > 0, ["ASSAULT", "COERCE"].contains(entry.type), !entry.isKilling,
      let last = events.last, ["ASSAULT", "COERCE"].contains(last.type), let source = last.source,
      last.rule.hasPrefix("event.noun") || last.rule.hasPrefix("event.light_verb"),
      last.trigger.lowerBound > match.token - Self.joinedReach, !found.targets.contains(source),
      (last.trigger.upperBound..<match.token).allSatisfy({
        [.none, .openQuote, .closeQuote].contains(reading.words[$0].punctuation)
      })
    else { return nil }
    return source
  }

  /// Whether who acts in the sentence does what the noun says: `وصل لإجراء محادثات مع الوزير`, `احتجاجا على القرار`.
  private func isSubjects(
    _ match: Match, _ entry: EventEntry, _ found: NounEvent, _ subject: Int, _ sentence: Range<Int>,
    _ document: borrowing Document
  ) -> Bool {
    if entry.type == "PROTEST" { return match.reading.form.isIndefinite }
    if match.reading.form.isIndefinite, match.reading.form.kind == .masdar, match.preposition == 0,
      ["SUPPORT", "REJECT", "ACCUSE", "AGREE"].contains(entry.type), !entry.isWeak, !found.targets.isEmpty,
      !found.targets.contains(subject),
      arguments.lightVerb(before: match.token, entry.type, sentence) == nil
    {
      // دعما للحكومة، تضامنا مع الأسرى: what somebody does something for.
      return true
    }
    guard
      entry.slots.contains(.with) && (entry.type != "ASSAULT" || !entry.isWeak)
        || entry.type == "CONSULT" && !entry.isWeak, !found.targets.isEmpty,
      !found.targets.contains(subject), match.token > sentence.lowerBound
    else { return false }
    // بالتعاون مع الشرطة
    if entry.type == "COOPERATE", match.preposition == lexicon.alphabet.ba { return isWith(match, sentence) }
    // اعتبر أن التفاوض مع الدولة خيانة: what one speaks of need not be done.
    if match.hasArticle, reading.words[match.token - 1].function == .complementiser { return false }
    guard !hasForeignGenitive(match, sentence, document),
      reading.words[match.token - 1].function == .preposition || match.reading.form.isIndefinite
        || match.hasArticle,
      !match.hasArticle || entry.type == "CONSULT" && isWith(match, sentence),
      !match.hasArticle || found.targets.allSatisfy({ arguments.areSides(subject, $0, document) }),
      !isOthersDoing(match.token - 2)
    else { return false }
    return arguments.lightVerb(before: match.token, entry.type, sentence)?.isTarget != true
  }
}
