import ArabicText
import LinguisticAnnotation

/// Who does what a finite event verb says: an actor of the text, somebody whom nothing names, or whoever acted before.
struct EventSubjects {
  /// What stands in the place of a subject.
  enum Found {
    /// Somebody known.
    case actor(Actor)
    /// A noun that is nobody in particular: شخصان، الحافلة.
    case unnamed
    /// Nothing: the subject is the one before.
    case elided
  }
  let reading: ClauseReading
  let lexicon: PoliticalLexicon
  let subjects: SubjectSearch
  let arguments: ArgumentSearch

  /// The subject of a verb; `chain` is who acted before it in the sentence.
  func find(
    _ match: Match, _ entry: EventEntry, chain: Int?, in sentence: Range<Int>, _ document: borrowing Document
  ) -> Found {
    if let adjacent = adjacent(match, sentence, document) { return .actor(adjacent) }
    if let state = nationals(before: match, sentence, document) { return .actor(state) }
    if let group = group(before: match, sentence, document) { return .actor(group) }
    if isOfDocument(match, sentence, document) {
      // وقعوا رسالة تطالب الحكومة بالتحقيق: who issues what is written says it.
      guard let issuer = issuer(chain, before: match.token, sentence, document) else { return .unnamed }
      return .actor(Actor(entity: issuer, tokens: match.token..<match.token))
    }
    if match.suffix == .none,
      let described = arguments.described(at: match.token + 1, sentence.upperBound, document),
      !isAccusative(match.token + 1)
    {
      return .actor(described)
    }
    if match.conjunction == 0, match.token > sentence.lowerBound,
      let people = arguments.described(at: match.token - 1, match.token, document)
    {
      // الروس هاجموا
      return .actor(people)
    }
    if match.conjunction == 0, match.token - 2 >= sentence.lowerBound, isCommonNoun(match.token - 1),
      reading.words[match.token - 1].hasArticle, reading.words[match.token - 2].function == .demonstrative
    {
      // هذه الجماعة هاجمت; هذا التحرك سيساعد: a thing is nobody.
      return arguments.described(at: match.token - 2, match.token, document).map { .actor($0) } ?? .unnamed
    }
    if match.conjunction == 0, isWithin(match.token + 1), entry.slots.contains(.object),
      !entry.isPassiveAlone,
      let chain, match.token > sentence.lowerBound, reading.words[match.token - 1].function != .relative,
      !lexicon.keywords.timeNouns.contains(reading.bareLetters(match.token - 1)),
      Gender(of: document.entities[chain], lexicon: lexicon).agrees(with: match.reading.form.person)
    {
      // قدم بلاغا يتهم فيه المسؤولين: who gave it says what stands in it.
      return .actor(Actor(entity: chain, tokens: match.token..<match.token))
    }
    if match.conjunction == 0, match.token - 2 >= sentence.lowerBound,
      reading.words[match.token - 1].function == .demonstrative, reading.words[match.token - 1].mention < 0,
      reading.words[match.token - 2].function == .complementiser
        || reading.words[match.token - 2].punctuation != .none
    {
      // إن ذلك سيسمح بالعودة: a thing.
      return .unnamed
    }
    if match.conjunction == 0, isOblique(match.token + 1),
      let after = subjects.following(match.token, in: sentence, document)
    {
      // مدينة تسيطر عليها القوات
      if !entry.slots.contains(.object) { return .actor(after) }
    } else if followsCommonNoun(match, sentence) || followsThing(match, sentence) {
      return .unnamed
    }
    if match.suffix == .none, entry.slots.contains(.object), isClosedNoun(match.token + 1, sentence) {
      if let before = subjects.explicit(match, in: sentence, document),
        before.tokens.upperBound == match.token,
        Gender(of: document.entities[before.entity], lexicon: lexicon).agrees(with: match.reading.form.person)
      {
        // الجيش يقصف مركبة سورية
        return .actor(before)
      }
      if let state = arguments.actors.nationality(match.token + 2) {
        // استهدفت غارات إسرائيلية المدينة
        return .actor(Actor(entity: state, tokens: match.token + 1..<match.token + 3))
      }
      return .unnamed
    }
    guard let actor = subjects.explicit(match, in: sentence, document) else {
      let isRelative = match.suffix == .none && beginsRelativeClause(match, sentence)
      return isRelative || isUnnamed(match, entry, chain, sentence, document) ? .unnamed : .elided
    }
    if actor.tokens.lowerBound == match.token + 1, isReason(match.token + 1, sentence) {
      // احتجزت تطبيقا لعقوبات: why, not who.
      return .elided
    }
    if let role = role(before: actor, match.token, document) { return .actor(role) }
    if actor.tokens.upperBound < match.token - 1, match.suffix == .none,
      beginsRelativeClause(match, sentence),
      isThing(match.token - 2, after: actor.tokens.upperBound)
    {
      // تونس بعد الانتفاضة التي أطاحت: the clause is about the noun before it, which is nobody.
      return .unnamed
    }
    if actor.tokens.upperBound <= match.token {
      if isOfThing(match, sentence) { return .unnamed }
      if match.conjunction == 0, match.token > sentence.lowerBound,
        reading.words[match.token - 1].function == .relative, reading.words[match.token - 1].hasConjunction,
        !Gender(of: document.entities[actor.entity], lexicon: lexicon).agrees(with: match.reading.form.person)
      {
        // هجوم القوات على جنازة الشاب، والتي اقتحمت: not of who was named last.
        return .elided
      }
      if isResumed(match, sentence) {
        return subjects.following(match.token, in: sentence, document).map { .actor($0) } ?? .unnamed
      }
      if match.conjunction == 0,
        !Gender(of: document.entities[actor.entity], lexicon: lexicon).agrees(
          with: match.reading.form.person),
        let after = subjects.following(match.token, in: sentence, document),
        Gender(of: document.entities[after.entity], lexicon: lexicon).agrees(with: match.reading.form.person)
      {
        return .actor(after)
      }
      return standsInPhrase(actor, sentence) ? .unnamed : .actor(actor)
    }
    if document.entities[actor.entity].kind == .organization,
      !reading.isNamed[actor.entity] || reading.words[actor.tokens.lowerBound].hasArticle,
      isAccusative(actor.tokens.lowerBound)
    {
      // يتهم المتمردين: a sound plural in ين is no subject.
      return chain == nil || chain == actor.entity ? .unnamed : .elided
    }
    if match.suffix == .none, let last = actor.tokens.last,
      reading.words[last].mention < 0 || actor.tokens.count == 2,
      let isFeminine = arguments.actors.isFeminineNationality(last),
      match.reading.form.person == (isFeminine ? .masculine : .feminine)
    {
      // طالب الأطراف السودانية: the adjective shows that the verb is not theirs.
      return chain == nil ? .unnamed : .elided
    }
    // بحثا قضايا, طالبوا الوزير: a verb before its subject is singular, so those were named before.
    if match.reading.form.person == .dual || match.reading.form.person == .plural { return .elided }
    return isObject(actor, of: match, entry, chain, sentence, document) ? .elided : .actor(actor)
  }

  /// Whether الذي or the like stands right before a verb.
  private func beginsRelativeClause(_ match: Match, _ sentence: Range<Int>) -> Bool {
    guard match.conjunction == 0, match.token > sentence.lowerBound else { return false }
    let before = reading.words[match.token - 1]
    return before.function == .relative && before.mention < 0
  }

  /// Whether the verb tells of a common noun that opens what is said: `قال إن السبب الذي دعا إلى النقل`.
  private func isOfThing(_ match: Match, _ sentence: Range<Int>) -> Bool {
    let noun = match.token - 2
    guard noun > sentence.lowerBound, beginsRelativeClause(match, sentence), isCommonNoun(noun),
      reading.words[noun].hasArticle
    else { return false }
    return reading.words[noun - 1].function == .complementiser
      || reading.words[noun - 1].punctuation == .openQuote
  }

  /// How far behind its verb the pronoun of a relative clause is looked for.
  private static let resumptiveReach = 3

  /// Whether a relative clause takes up its noun by a pronoun behind a preposition, so that the noun does not act in it:
  /// `المدينة التي يسيطر على جزء منها الانفصاليون`.
  private func isResumed(_ match: Match, _ sentence: Range<Int>) -> Bool {
    guard match.suffix == .none, beginsRelativeClause(match, sentence) else { return false }
    for token in Range(
      match.token + 1, below: min(sentence.upperBound, match.token + 1 + Self.resumptiveReach))
    {
      if reading.words[token].mention >= 0 || reading.words[token].punctuation != .none { return false }
      if isOblique(token) { return true }
    }
    return false
  }

  /// A plural right before a plural verb, whatever it is in its own clause: `إطلاق نار لمسلحين استهدفوا الجيش`.
  private func group(before match: Match, _ sentence: Range<Int>, _ document: borrowing Document) -> Actor? {
    let last = match.token - 1
    guard match.conjunction == 0, match.reading.form.person == .plural, last >= sentence.lowerBound,
      reading.words[last].mention >= 0
    else { return nil }
    let mention = document.mentions[reading.words[last].mention]
    guard mention.kind == .nominal, mention.tokens.upperBound == match.token,
      document.entities[mention.entity].kind == .organization
    else { return nil }
    return Actor(entity: mention.entity, tokens: mention.tokens)
  }

  /// Who without a name or article stands right before كان, which begins what is told of him: `قوة إسرائيلية كانت بصدد`.
  func indefinite(before token: Int, _ sentence: Range<Int>, _ document: borrowing Document) -> Actor? {
    let last = token - 1
    guard last > sentence.lowerBound, !reading.words[token].hasConjunction else { return nil }
    if reading.words[last].mention >= 0 {
      let mention = document.mentions[reading.words[last].mention]
      guard mention.kind == .nominal, mention.tokens.upperBound == token,
        document.entities[mention.entity].kind != .gpe, document.entities[mention.entity].kind != .location,
        mention.tokens.allSatisfy({ !reading.words[$0].hasArticle })
      else { return nil }
      return Actor(entity: mention.entity, tokens: mention.tokens)
    }
    guard !reading.words[last].hasArticle, !reading.words[last].hasConjunction, isCommonNoun(last - 1),
      !reading.words[last - 1].hasArticle, let state = arguments.actors.nationality(last)
    else { return nil }
    return Actor(entity: state, tokens: last - 1..<token)
  }

  /// The state of somebody without a name right before the verb, by his adjective: `محلل فرنسي ينتقد الحكومة`.
  private func nationals(before match: Match, _ sentence: Range<Int>, _ document: borrowing Document)
    -> Actor?
  {
    let adjective = match.token - 1
    guard match.conjunction == 0, match.suffix == .none, adjective > sentence.lowerBound,
      reading.words[adjective].mention < 0, !reading.words[adjective].hasArticle,
      !reading.words[adjective].hasConjunction, isCommonNoun(adjective - 1),
      !reading.words[adjective - 1].hasArticle,
      ![.verb, .adjective].contains(reading.words[adjective - 1].tag),
      let isFeminine = arguments.actors.isFeminineNationality(adjective),
      match.reading.form.person == (isFeminine ? .feminine : .masculine),
      let state = arguments.actors.nationality(adjective)
    else { return nil }
    return Actor(entity: state, tokens: adjective - 1..<match.token)
  }

  /// How far before a verb the noun of something written may stand, past its adjectives.
  private static let documentReach = 3

  /// Whether an indefinite noun of something written stands right before a present verb, which tells what is in it:
  /// `رسالة تطالب الحكومة`, `بيانا صحفيا يدعو إلى`.
  private func isOfDocument(_ match: Match, _ sentence: Range<Int>, _ document: borrowing Document) -> Bool {
    guard match.conjunction == 0, match.reading.form.kind == .present, match.suffix == .none,
      match.reading.form.person == .masculine || match.reading.form.person == .feminine
    else { return false }
    for token in stride(
      from: match.token - 1, through: max(sentence.lowerBound + 1, match.token - Self.documentReach), by: -1)
    {
      let word = reading.words[token]
      guard word.isArabic, word.function == .none, !word.hasArticle else { return false }
      if lexicon.keywords.papers.contains(reading.letters(token)) {
        let letters = reading.letters(token)
        let isFeminine = letters.last == lexicon.alphabet.ha
        return isFeminine == (match.reading.form.person == .feminine)
      }
    }
    return false
  }

  /// Who issues what is written: who acts in the sentence, unless that is a paper which tells of it; else who was named last.
  private func issuer(
    _ chain: Int?, before token: Int, _ sentence: Range<Int>, _ document: borrowing Document
  ) -> Int? {
    if let chain, document.entities[chain].sector != "MED" { return chain }
    for index in arguments.recentMentions(before: token) {
      let mention = document.mentions[index]
      guard mention.tokens.lowerBound >= sentence.lowerBound else { return nil }
      let entity = document.entities[mention.entity]
      if entity.kind != .location, entity.sector != "MED" { return mention.entity }
    }
    return nil
  }

  /// Whether a common noun with its adjective, both without the article, stands in the subject's place, so that a name
  /// behind them is the object: `استهدفت غارات جوية غزة`.
  private func isClosedNoun(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard token + 1 < sentence.upperBound else { return false }
    func isBare(_ at: Int, _ tag: PartOfSpeech) -> Bool {
      let word = reading.words[at]
      return word.tag == tag && word.mention < 0 && word.function == .none && word.attached == 0
        && !word.hasArticle && !word.hasConjunction
    }
    // أمين عام الحزب, أحد كبار مساعدي الرئيس: a title is somebody.
    return isBare(token, .noun) && isBare(token + 1, .adjective)
      && !lexicon.keywords.quantities.contains(reading.letters(token))
      && !lexicon.keywords.roles.contains(reading.letters(token))
  }

  /// A name right before the verb, joined by و to something else: `الهدنة والتحالف يتهم`.
  private func adjacent(_ match: Match, _ sentence: Range<Int>, _ document: borrowing Document) -> Actor? {
    let before = match.token - 1
    guard match.conjunction == 0, before > sentence.lowerBound, reading.words[before].mention >= 0 else {
      return nil
    }
    let mention = document.mentions[reading.words[before].mention]
    let first = mention.tokens.lowerBound
    guard reading.words[first].hasConjunction, reading.words[first].attached == 0,
      first > sentence.lowerBound,
      match.reading.form.person != .plural,
      match.reading.form.person != .dual,
      Gender(of: document.entities[mention.entity], lexicon: lexicon).agrees(with: match.reading.form.person)
    else { return nil }
    return Actor(entity: mention.entity, tokens: mention.tokens)
  }

  /// Whether a name before the verb is the end of a phrase whose head is nobody: `عمداء الكليات في تونس يرفضون`.
  private func standsInPhrase(_ actor: Actor, _ sentence: Range<Int>) -> Bool {
    let before = actor.tokens.lowerBound - 1
    guard before > sentence.lowerBound, reading.words[before].function == .preposition,
      reading.words[before].mention < 0
    else { return false }
    return reading.words[before - 1].isArabic && reading.words[before - 1].function == .none
  }

  /// Whether what follows the verb is its object, because somebody before it is its subject: `وصل الوزير أمس والتقى الرئيس`.
  private func isObject(
    _ actor: Actor, of match: Match, _ entry: EventEntry, _ chain: Int?, _ sentence: Range<Int>,
    _ document: borrowing Document
  ) -> Bool {
    guard entry.slots.contains(.object), !entry.isPassiveAlone, !entry.subjectIsTarget, match.suffix == .none,
      entry.type != "REQUEST", match.reading.form.person != .first, let chain, chain != actor.entity,
      match.token > sentence.lowerBound
    else { return false }
    let before = reading.words[match.token - 1]
    let isMeeting =
      before.function == .conjunction && entry.type == "CONSULT"
      && lexicon.keywords.also.contains(reading.bareLetters(match.token - 1))
    let isContinued =
      isMeeting || (match.conjunction > 0 && before.punctuation != .stop)
      || before.function == .complementiser
      || before.function == .negation || isOblique(match.token + 1)
    guard isContinued,
      Gender(of: document.entities[chain], lexicon: lexicon).agrees(with: match.reading.form.person)
    else { return false }
    let next = actor.tokens.upperBound
    guard next < sentence.upperBound else { return true }
    let word = reading.words[next]
    // Another noun phrase after it would be the object.
    if word.mention >= 0 { return word.attached != 0 || word.hasConjunction }
    return !word.isArabic || word.function != .none || word.hasConjunction || word.attached != 0
      || reading.letters(next).first == lexicon.alphabet.ba
      || reading.letters(next).first == lexicon.alphabet.lam
  }

  /// Whether the verb tells of an indefinite noun right before it, which is nobody: `قرارا يستهدف`.
  private func followsCommonNoun(_ match: Match, _ sentence: Range<Int>) -> Bool {
    let before = match.token - 1
    guard match.conjunction == 0, before > sentence.lowerBound, isCommonNoun(before),
      !reading.words[before].hasArticle, reading.words[before - 1].mention < 0
    else { return false }
    if match.reading.form.kind == .past, match.reading.form.person == .plural {
      // أن ثلاثين شخصا قتلوا: who is counted has no name.
      return reading.text.tokens[before - 1].kind == .number
        || lexicon.keywords.counts.contains(reading.bareLetters(before - 1))
    }
    guard match.reading.form.kind == .present else { return false }
    if reading.words[before].tag == .adjective, isCommonNoun(before - 1),
      reading.words[before - 1].tag == .noun, !reading.words[before - 1].hasArticle
    {
      // دولا كبيرة تدعم: some, of whom the clause tells.
      return true
    }
    if reading.words[before - 1].function == .preposition, reading.words[before].tag == .noun {
      // صوت على قرار يدين: it is about the noun.
      return true
    }
    let letters = reading.letters(before)
    return letters.last == lexicon.alphabet.alef && letters.count > 3
      && !reading.matches[reading.words[before].matches].contains { $0.reading.form.isFinite }
  }

  /// Whether the noun before a relative clause is a thing with a preposition before it, which stands behind the last actor.
  private func isThing(_ last: Int, after actor: Int) -> Bool {
    var token = last
    while token > actor,
      reading.text.tokens[token].kind == .number
        || reading.words[token].tag == .adjective && reading.words[token].mention < 0
          && isCommonNoun(token - 1)
    {
      token -= 1
    }
    guard token > actor, isCommonNoun(token) else { return false }
    let before = reading.words[token - 1]
    if reading.words[token].hasArticle, token - 1 >= actor, before.mention < 0,
      before.function == .complementiser || before.tag == .verb && before.function == .none
    {
      // قالت الصحيفة إن الرصاصة التي أصابته
      return true
    }
    return (actor..<token).contains {
      reading.words[$0].function == .preposition && reading.words[$0].mention < 0
    }
  }

  /// Whether an accusative with ل behind it says why something is done.
  private func isReason(_ token: Int, _ sentence: Range<Int>) -> Bool {
    let letters = reading.letters(token)
    return token + 1 < sentence.upperBound && isCommonNoun(token) && letters.count > 4
      && letters.last == lexicon.alphabet.alef
      && (reading.words[token + 1].attached == lexicon.alphabet.lam
        || reading.letters(token + 1).first == lexicon.alphabet.lam && reading.words[token + 1].mention < 0)
  }

  /// Whether the verb stands in a relative clause of an attack, which is nobody: `التفجير الذي استهدف المسجد`.
  private func followsThing(_ match: Match, _ sentence: Range<Int>) -> Bool {
    let relative = match.token - 1
    guard match.suffix == .none, relative > sentence.lowerBound, beginsRelativeClause(match, sentence) else {
      return false
    }
    for token in stride(from: relative - 1, through: max(sentence.lowerBound, relative - 3), by: -1) {
      let word = reading.words[token]
      guard word.isArabic, word.mention < 0, word.function == .none else { return false }
      if reading.matches[word.matches].contains(where: {
        $0.reading.lexicon == .event && !$0.reading.form.isFinite && $0.hasArticle
          && ["ASSAULT", "PROTEST"].contains(lexicon.events[$0.reading.entry].type)
      }) {
        return true
      }
    }
    return false
  }

  /// Whether the word is a sound plural in the case of objects.
  private func isAccusative(_ token: Int) -> Bool {
    let letters = reading.letters(token)
    return letters.count > 5 && SoundPlural.isOblique(letters)
  }

  /// Whether the word says in what somebody says something: فيه، فيها.
  private func isWithin(_ token: Int) -> Bool {
    reading.words.indices.contains(token) && lexicon.keywords.within.contains(reading.letters(token))
  }

  private func isOblique(_ token: Int) -> Bool {
    reading.words.indices.contains(token)
      && lexicon.keywords.prepositionPronouns.contains(reading.letters(token))
  }

  private func isUnnamed(
    _ match: Match, _ entry: EventEntry, _ chain: Int?, _ sentence: Range<Int>, _ document: borrowing Document
  ) -> Bool {
    let before = match.token - 1
    if match.conjunction == 0, before > sentence.lowerBound, isCommonNoun(before),
      reading.words[before].hasArticle,
      [.complementiser, .conjunction].contains(reading.words[before - 1].function)
        || reading.words[before - 1].punctuation != .none
    {
      return true
    }
    var next = match.token + 1
    while next < sentence.upperBound, reading.words[next].mention < 0,
      reading.words[next].function == .adverb || isOblique(next)
    {
      next += 1
    }
    guard match.suffix == .none, next < sentence.upperBound, isCommonNoun(next),
      reading.words[next].attached == 0,
      !reading.words[next].hasConjunction, reading.letters(next).first != lexicon.alphabet.ba
    else { return false }
    if lexicon.keywords.roles.contains(reading.letters(next)) { return true }
    let letters = reading.letters(next)
    let alphabet = lexicon.alphabet
    if letters.count > 4, let last = letters.last, last == alphabet.nun {
      // Nominative: شخصان، متظاهرون.
      let vowel = letters[letters.endIndex - 2]
      if vowel == alphabet.waw || vowel == alphabet.alef { return true }
    }
    guard let chain else { return false }
    return !Gender(of: document.entities[chain], lexicon: lexicon).agrees(with: match.reading.form.person)
  }

  /// A role right behind the verb whose bearer is not the name further on, since that stands in a phrase of a deed:
  /// `اتهم المدعي العام أربعة بقتل الوزير`.
  private func role(before actor: Actor, _ verb: Int, _ document: borrowing Document) -> Actor? {
    guard actor.tokens.lowerBound == verb + 1, let last = actor.tokens.last,
      reading.words[verb + 1].mention >= 0, reading.words[last].mention >= 0
    else { return nil }
    let role = document.mentions[reading.words[verb + 1].mention]
    let bearer = document.mentions[reading.words[last].mention].tokens.lowerBound
    guard role.entity != actor.entity, role.tokens.upperBound < bearer else { return nil }
    let isInDeed = (role.tokens.upperBound..<bearer).contains { token in
      reading.words[token].mention < 0
        && reading.matches[reading.words[token].matches].contains {
          $0.preposition == lexicon.alphabet.ba && $0.reading.lexicon == .event
        }
    }
    return isInDeed ? Actor(entity: role.entity, tokens: role.tokens) : nil
  }

  private func isCommonNoun(_ token: Int) -> Bool {
    let word = reading.words[token]
    return word.isArabic && word.mention < 0 && word.function == .none
  }
}
