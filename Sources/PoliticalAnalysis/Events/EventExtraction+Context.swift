import ArabicText

/// What a trigger's surroundings say of its type, voice and actors.
extension EventExtraction {
  /// Whether a verb's only argument suffers it: `قتل شرطي`; not so where a noun phrase follows: `اعتقلت الشرطة عشرين شابا`.
  func isPassive(
    _ match: Match, _ actor: Actor?, _ sentence: Range<Int>, _ document: borrowing Document
  ) -> Bool {
    guard let actor else {
      return match.conjunction == 0 || !arguments.hasObject(after: match.token, sentence)
    }
    if actor.tokens.lowerBound > match.token, lexicon.events[match.reading.entry].type == "COERCE",
      Self.authorities.contains(document.entities[actor.entity].sector ?? "")
    {
      // احتجزت السلطات في الميناء سفينة: authorities arrest.
      return false
    }
    if actor.tokens.lowerBound < match.token, arguments.hasObject(after: match.token, sentence),
      !lexicon.keywords.timeNouns.contains(reading.letters(match.token + 1))
    {
      // إن قواته قتلت عشرة: with a noun behind the verb it is active.
      return false
    }
    guard actor.tokens.lowerBound > match.token, actor.tokens.upperBound < sentence.upperBound,
      !reading.words[actor.tokens.upperBound].hasConjunction
    else { return true }
    return !arguments.hasObject(after: actor.tokens.upperBound - 1, sentence)
  }

  /// Sectors of bodies that arrest.
  private static let authorities: Set<String> = ["GOV", "MIL", "COP", "JUD", "SPY"]

  /// Whether what threatens is a thing, not somebody in words: `قرارات تهدد السلام`, against `هدد بالرد`.
  func isDanger(_ match: Match, _ entry: EventEntry, _ sentence: Range<Int>) -> Bool {
    guard entry.lemma == "هدد", match.reading.form.kind == .present, match.token > sentence.lowerBound else {
      return false
    }
    let before = reading.words[match.token - 1]
    let isClause = [.relative, .demonstrative].contains(before.function) && before.mention < 0
    let follows = before.isArabic && before.mention < 0 && before.function == .none
    guard isClause || follows || match.conjunction > 0 else { return false }
    return !(Range(match.token + 1, below: min(match.token + 8, sentence.upperBound))).contains {
      reading.words[$0].attached == lexicon.alphabet.ba
        || (reading.words[$0].isArabic && reading.words[$0].mention < 0
          && reading.letters($0).first == lexicon.alphabet.ba && reading.letters($0).count > 3)
    }
  }

  /// Whether a verb in the subjunctive tells of words or consent that are wished for: `قبل أن توافق`, `يجب أن يشكروا`.
  func isUnrealized(_ match: Match, _ entry: EventEntry, _ sentence: Range<Int>) -> Bool {
    guard match.reading.form.kind == .present, match.conjunction == 0, match.token > sentence.lowerBound
    else {
      return false
    }
    // حتى لا يوافق
    let isDenied =
      reading.words[match.token - 1].function == .negation && match.token - 1 > sentence.lowerBound
    let before = isDenied ? match.token - 2 : match.token - 1
    guard reading.words[before].mention < 0,
      lexicon.keywords.until.contains(reading.bareLetters(before))
        || lexicon.keywords.lest.contains(reading.letters(before))
        || reading.words[before].function == .complementiser && reading.letters(before).count == 2
    else { return false }
    return ["AGREE", "SUPPORT", "CONCEDE", "REJECT", "THREATEN"].contains(entry.type)
  }

  /// Whether an actor only tells what is said here: a news agency, unnamed sources.
  func isReporter(_ entity: Int, _ token: Int, _ document: borrowing Document) -> Bool {
    guard arguments.speaker(around: token, document) == entity else { return false }
    return document.entities[entity].sector == "MED"
      || (document.entities[entity].country == nil && !reading.isNamed[entity])
  }

  /// Whether both sides do it.
  func isMutual(_ entry: EventEntry) -> Bool {
    entry.isReciprocal
      || (entry.slots.contains(.with) && ["CONSULT", "AGREE", "COOPERATE"].contains(entry.type))
  }

  /// Whom words are about, where their frame names nobody.
  func concerned(
    _ match: Match, _ entry: EventEntry, _ after: Int, _ source: Int, _ sentence: Range<Int>,
    _ document: borrowing Document
  ) -> [Int]? {
    guard
      ["REJECT", "ACCUSE", "SUPPORT", "THREATEN", "REQUEST", "AGREE", "SANCTION"].contains(entry.type),
      !entry.isWeak || (entry.type == "AGREE" && !match.reading.form.isFinite),
      !entry.needsTarget || entry.slots.contains(.object), entry.slots != [.min], entry.cameo != "090"
    else { return nil }
    // Who promises something for another state promises it; what two agree on is between them.
    if entry.type == "AGREE", entry.isReciprocal || entry.slots.contains(.between) || entry.hasCompanion {
      return nil
    }
    if entry.slots.contains(.object),
      Range(after, below: min(after + 6, sentence.upperBound)).contains(where: { arguments.isDual($0) })
    {
      let joined = arguments.joined(before: match.token, excluding: source, document)
      return joined.isEmpty ? nil : joined
    }
    if entry.type == "REJECT",
      Range(after, below: min(after + 2, sentence.upperBound)).contains(where: {
        lexicon.keywords.disclosure.contains(reading.letters($0))
      })
    {
      // رفض التعليق على: what he does not speak of is not whom he refuses.
      return nil
    }
    if let doer = doer(ofNounAt: after, source, sentence) { return [doer] }
    if entry.type == "ACCUSE", takenUp(from: after, sentence) != nil {
      // تدين هذه الجريمة: nobody knows whose it is.
      return nil
    }
    // أصرت الدولة على رفع العقوبات الأميركية: what one insists on is another's to do.
    let isInsistence = entry.type == "REQUEST" && entry.hasCompanion
    let found = arguments.concerned(
      from: after, sentence, source,
      byAdjective: !["SUPPORT", "REQUEST"].contains(entry.type) || isInsistence,
      ofOneself: ["AGREE", "SUPPORT", "REQUEST"].contains(entry.type),
      entersClauses: !["AGREE", "REQUEST"].contains(entry.type), document)
    if entry.type == "AGREE" || isInsistence, !found.allSatisfy({ arguments.areSides(source, $0, document) })
    {
      return nil
    }
    return found.isEmpty ? nil : found
  }

  /// Who did what a definite noun takes up: `رفضت موسكو العقوبات`, `ندد بالهجوم`.
  func doer(ofNounAt start: Int, _ source: Int, _ sentence: Range<Int>) -> Int? {
    for token in Range(start, below: min(start + 2, sentence.upperBound)) {
      let types = reading.matches[reading.words[token].matches].filter {
        $0.reading.lexicon == .event && $0.hasArticle && !$0.reading.form.isFinite
      }.map { lexicon.events[$0.reading.entry].type }.filter { $0 != "CONSULT" }
      guard !types.isEmpty else { continue }
      return events.suffix(16).last { types.contains($0.type) && $0.source != nil && $0.source != source }?
        .source
    }
    guard takenUp(from: start, sentence) != nil else { return nil }
    // رفض الحزب هذه الإجراءات: whose they are was told.
    return events.suffix(24).last {
      Self.measures.contains($0.type) && $0.source != nil && $0.source != source
    }?.source
  }

  /// A demonstrative with a common noun near by, which takes up what was told: `هذه الإجراءات`.
  private func takenUp(from start: Int, _ sentence: Range<Int>) -> Int? {
    for token in Range(start, below: min(start + Self.demonstrativeReach, sentence.upperBound - 1)) {
      let word = reading.words[token]
      let isPlace = token > start && lexicon.keywords.fi.contains(reading.letters(token - 1))
      if word.mention >= 0 && !isPlace || [.stop, .colon, .comma].contains(word.punctuation) { return nil }
      if lexicon.keywords.these.contains(reading.letters(token)), reading.words[token + 1].hasArticle,
        reading.words[token + 1].mention < 0
      {
        return token
      }
    }
    return nil
  }

  /// How far behind a verb's subject a demonstrative may stand.
  private static let demonstrativeReach = 6

  /// What one calls measures, steps, decisions.
  private static let measures: Set<String> = ["COERCE", "SANCTION", "ASSAULT", "MOBILIZE"]

  /// The type in its context: a promise of revenge threatens, and a person attacks a person in words.
  func type(
    _ entry: EventEntry, _ match: Match, _ source: Int?, _ target: Int?, _ sentence: Range<Int>,
    _ document: borrowing Document
  ) -> String {
    if entry.type == "AGREE",
      Range(match.token + 1, below: min(match.token + 4, sentence.upperBound)).contains(where: {
        lexicon.keywords.retaliation.contains(reading.letters($0))
      })
    {
      return "THREATEN"
    }
    if ["ASSAULT", "COERCE", "SANCTION"].contains(entry.type), match.reading.form.isFinite,
      isForetold(match, sentence), let speaker = arguments.speaker(around: match.token, document),
      source.map({ $0 == speaker || isSameSide($0, speaker, document) }) ?? false
    {
      // سنضرب القاعدة, قال الوزير إن الجيش سيقصف المدينة: who says what force he will use threatens.
      return "THREATEN"
    }
    if entry.type == "COOPERATE", !match.reading.form.isFinite, isWished(match, sentence) { return "AGREE" }
    if entry.type == "THREATEN", entry.lemma == "حذر", let source, let target,
      document.entities[source].kind != .person, document.entities[target].sector != "GOV",
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
    if target == nil, let source, document.entities[source].kind == .gpe,
      entry.lemma == "أطلق صاروخ" || entry.lemma == "أطلق صواريخ"
    {
      // A state that fires missiles at nobody tests them.
      return "MOBILIZE"
    }
    if entry.lemma == "هاجم", match.reading.form.isFinite, let source, let target,
      document.entities[source].kind == .person, document.entities[target].kind != .location
    {
      return "ACCUSE"
    }
    return entry.type
  }

  /// Whether somebody only comes to his own state's seat, or an army holds a place that it defends: `وصل الرئيس إلى القصر`,
  /// `القوات التي تدافع عن المدينة`.
  func isHome(_ entry: EventEntry, _ source: Int?, _ targets: [Int], _ document: borrowing Document) -> Bool {
    guard let source, let target = targets.first else { return false }
    let (one, other) = (document.entities[source], document.entities[target])
    if entry.cameo == "042", entry.isWeak, !entry.slots.contains(.object) {
      return one.country != nil && one.country == other.country && other.kind != .person
    }
    return entry.cameo == "052" && ["MIL", "REB"].contains(one.sector ?? "")
      && (other.kind == .location || other.kind == .gpe && other.sector == nil)
  }

  /// Whether a verb tells what is to come.
  private func isForetold(_ match: Match, _ sentence: Range<Int>) -> Bool {
    match.isFuture || match.token > sentence.lowerBound && reading.words[match.token - 1].function == .future
  }

  /// Whether a state's or its bodies' deed is spoken of by one of theirs.
  private func isSameSide(_ source: Int, _ speaker: Int, _ document: borrowing Document) -> Bool {
    guard let country = document.entities[source].country else { return false }
    return country == document.entities[speaker].country && !arguments.areSides(source, speaker, document)
  }

  /// How far before a noun of working together the verb of will may stand that governs it.
  private static let wishReach = 6

  /// Whether somebody only wants what the noun says: `تتطلع الدولة إلى تعزيز الشراكة مع جارتها`.
  private func isWished(_ match: Match, _ sentence: Range<Int>) -> Bool {
    for token in stride(
      from: match.token - 1, through: max(sentence.lowerBound, match.token - Self.wishReach), by: -1)
    {
      if reading.words[token].punctuation != .none { return false }
      if reading.words[token].mention < 0,
        reading.matches[reading.words[token].matches].contains(where: {
          $0.reading.lexicon == .event && $0.reading.form.isFinite && arguments.hasCompanion($0, match.token)
            && lexicon.events[$0.reading.entry].type == "AGREE" && lexicon.events[$0.reading.entry].isWeak
            && !lexicon.events[$0.reading.entry].isReciprocal
        })
      {
        return true
      }
    }
    return false
  }

  func agrees(_ entity: Int, _ match: Match, _ document: borrowing Document) -> Bool {
    if match.reading.form.person == .plural, document.entities[entity].kind != .organization { return false }
    return Gender(of: document.entities[entity], lexicon: lexicon).agrees(with: match.reading.form.person)
  }

  /// Whether a noun before says whose doing it is: `مشاركتهما في مناورات`.
  func isOthersDoing(_ token: Int) -> Bool {
    guard token >= 0, reading.words[token].isArabic else { return false }
    let letters = reading.letters(token)
    return letters.count > 4 && letters.last == lexicon.alphabet.alef
      && letters.dropLast().last == lexicon.alphabet.mim && letters.dropLast(2).last == lexicon.alphabet.ha
  }
}
