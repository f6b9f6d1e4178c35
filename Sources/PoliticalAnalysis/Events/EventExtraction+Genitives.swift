import ArabicText

/// The genitive, pronoun or adjective of nationality of an event's noun, and which side it is.
extension EventExtraction {
  /// The genitive or possessive, and which side it is; false where the noun is nobody's whom the text could mean.
  func readGenitive(
    _ match: Match, _ entry: EventEntry, _ found: inout NounEvent, _ sentence: Range<Int>,
    _ document: borrowing Document
  ) -> Bool {
    if match.suffix != .none {
      if match.suffix == .us || match.suffix == .me || match.suffix == .you,
        arguments.quotedSpeaker(around: match.token, document) == nil || entry.isWeak
      {
        return false
      }
      let holder =
        entry.genitive == .target && !hasOwnObject(match, sentence)
        ? arguments.pronoun(match, nil, sentence, document).first
        : joinedHolder(match, document) ?? arguments.speakerOfCue(match.token, document)
          ?? announcer(match, document) ?? owner(match, sentence, document)
      found.genitive = holder.map { Actor(entity: $0, tokens: match.token..<found.after) }
    } else if !match.hasArticle, !match.reading.form.isIndefinite {
      // اتصالا بالرئيس: an accusative with tanwin has no genitive.
      found.genitive = arguments.genitive(at: found.after, sentence, document)
    }
    if match.suffix == .none, entry.genitive != .none,
      readNationalities(match, entry, &found, sentence, document)
    {
      return true
    }
    if let companion = companion(match, entry, sentence), companion > match.token + 1, match.suffix == .none,
      let doer = arguments.genitive(at: match.token + 1, sentence, document),
      doer.tokens.upperBound <= companion
    {
      // إطلاق الدولة سراح فلان: the noun's companion has the object.
      found.source = doer.entity
      found.after = companion + 1
      if entry.genitive == .target || entry.slots.contains(.object) {
        found.targets = arguments.genitive(at: found.after, sentence, document).map { [$0.entity] } ?? []
      }
      found.rule = "event.noun.genitive"
      return true
    }
    if match.suffix == .none, let released = arguments.companionPronoun(match, entry, nil, sentence, document)
    {
      // إطلاق سراحه
      found.targets = [released]
      found.rule = "event.noun.genitive"
      return true
    }
    guard let genitive = found.genitive else { return true }
    found.after = max(found.after, genitive.tokens.upperBound)
    let isDoer =
      match.suffix != .none
      ? hasOwnObject(match, sentence) : isDoer(genitive, sentence, document)
    if match.preposition == lexicon.alphabet.lam, ["SUPPORT", "AID"].contains(entry.type),
      entry.slots.contains(.object), match.suffix == .none,
      !isDoer,
      entry.genitive == .source, subject != genitive.entity
    {
      // لدعم البلاد: what one acts for is done to whom it names.
      found.targets = [genitive.entity]
      found.source = subject.flatMap {
        document.entities[$0].sector == "MED" || isAskedFor(match, sentence) ? nil : $0
      }
      found.rule = "event.noun.purpose"
      return true
    }
    if !isDoer, match.suffix == .none, let doer = continuer(match, entry, genitive, sentence, document) {
      // واصلت الدولة قصف المدينة: who goes on with it does it.
      found.source = doer
      found.targets = [genitive.entity]
    } else if entry.genitive == .target, !isDoer {
      found.targets = [genitive.entity]
    } else if entry.genitive == .source, match.suffix == .none,
      arguments.isThing(at: genitive.tokens.lowerBound, of: genitive.entity, sentence, document)
    {
      // رفض زيادة أجور الموظفين: whose the thing is does not do what is done to it.
      guard entry.slots.contains(.object),
        let doer = doerOfObject(match, entry, genitive.entity, sentence, document)
      else {
        found.genitive = nil
        return true
      }
      found.source = doer
      found.targets = [genitive.entity]
      found.rule = "event.noun.purpose"
      return true
    } else if entry.genitive != .none {
      found.source = genitive.entity
    }
    found.rule = "event.noun.genitive"
    return true
  }

  /// Whether a verbal noun with a pronoun has an object of its own, so that the pronoun is its doer: `غزوه أوكرانيا`, `قصفها للمدينة`.
  private func hasOwnObject(_ match: Match, _ sentence: Range<Int>) -> Bool {
    if arguments.hasObject(after: match.token, sentence) { return true }
    guard match.token + 1 < sentence.upperBound else { return false }
    let next = reading.words[match.token + 1]
    return next.attached == lexicon.alphabet.lam && next.mention >= 0
  }

  /// Who does what a verbal noun says as the object of a verb of beginning or going on, right behind that verb's subject.
  private func continuer(
    _ match: Match, _ entry: EventEntry, _ genitive: Actor, _ sentence: Range<Int>,
    _ document: borrowing Document
  ) -> Int? {
    guard entry.slots.contains(.object), entry.genitive == .source, match.preposition == 0,
      match.conjunction == 0, match.token - 1 > sentence.lowerBound,
      reading.words[match.token - 1].mention >= 0,
      let light = arguments.lightVerb(before: match.token, entry.type, sentence), !light.isTarget,
      light.match.reading.form.isFinite, lexicon.lightVerbs[light.match.reading.entry].types.isEmpty,
      let subject = subjects.explicit(light.match, in: sentence, document),
      subject.tokens.lowerBound > light.match.token, subject.tokens.upperBound == match.token,
      subject.entity != genitive.entity
    else { return nil }
    return subject.entity
  }

  /// The word that belongs to the noun: سراح, in `إطلاق سراح`.
  private func companion(_ match: Match, _ entry: EventEntry, _ sentence: Range<Int>) -> Int? {
    Range(match.token + 1, below: min(match.token + 5, sentence.upperBound)).first { token in
      entry.companions.contains { arguments.isWord(token, $0) }
    }
  }

  /// Whose doing an adjective of nationality says it is: `إدانة أردنية`, `القصف الإسرائيلي`, `المحادثات الأميركية الإيرانية`.
  private func readNationalities(
    _ match: Match, _ entry: EventEntry, _ found: inout NounEvent, _ sentence: Range<Int>,
    _ document: borrowing Document
  ) -> Bool {
    // تدفق الأسلحة الإيرانية: the adjective is of the word that belongs to the noun.
    let hasArticle =
      match.hasArticle
      || entry.hasCompanion && found.after > match.token + 1
        && reading.words[found.after - 1].hasArticle
    let states = arguments.nationalities(
      after: found.after, withArticle: hasArticle, sentence, document)
    guard let first = states.first else { return false }
    found.after = first.tokens.upperBound
    found.source = first.entity
    found.rule = "event.noun.nationality"
    if states.count > 1, entry.isReciprocal || entry.slots.contains(.between) {
      found.after = states[1].tokens.upperBound
      found.targets = [states[1].entity]
    }
    return true
  }
}
