import ArabicText
import LinguisticAnnotation

/// Who says what a cue tells: the subject in the text, whom a noun takes up, or whom an elided subject means.
extension StatementExtraction {
  /// A person whose title and name show no gender has that of the verbs right before the name: `وحذرت فاينشتاين من`.
  func learnGenders(_ document: inout Document) {
    for (index, mention) in document.mentions.enumerated() where mention.kind == .name {
      let verb = mention.tokens.lowerBound - 1
      guard verb >= 0, document.entities[mention.entity].kind == .person,
        document.entities[mention.entity].isFeminine == nil, reading.words[verb + 1].mention == index,
        !reading.words[verb + 1].hasConjunction, reading.words[verb + 1].attached == 0
      else { continue }
      let matches = reading.matches[reading.words[verb].matches]
      guard !matches.isEmpty,
        matches.allSatisfy({ $0.reading.form.isFinite && $0.reading.form.person == .feminine })
      else { continue }
      document.entities[mention.entity].isFeminine = true
    }
  }

  /// Whether a noun phrase that was said begins here, as far as its head tells.
  func opensContent(_ token: Int, _ entry: SpeechEntry) -> Bool {
    entry.takesNominal && entry.nominal.contains(.bare) && complements.opensNoun(token)
  }

  /// Whether the word is a plural in ين with the article, and no name (الكرملين).
  private func isAccusative(_ token: Int, _ document: borrowing Document) -> Bool {
    let letters = reading.letters(token)
    let mention = reading.words[token].mention
    if mention >= 0, document.mentions[mention].kind == .name { return false }
    return reading.words[token].hasArticle && letters.count > 5 && !lexicon.speakers.isOffice(letters)
      && letters.suffix(2).elementsEqual([lexicon.alphabet.ya, lexicon.alphabet.nun])
  }

  /// Whether a noun stands there that is nobody and no name: الجمود, الأزمة.
  func isThing(_ token: Int) -> Bool {
    guard token < reading.words.count else { return false }
    let word = reading.words[token]
    guard word.isArabic, word.mention < 0, word.function == .none, word.hasArticle, word.attached == 0 else {
      return false
    }
    return lexicon.speakers.speaker(reading.bareLetters(token).dropFirst(2)) == nil
  }

  /// Whether an indefinite noun stands there that is neither somebody nor a document: ضمانات, لافتة.
  func isThingNoun(_ token: Int) -> Bool {
    let word = reading.words[token]
    var letters = reading.bareLetters(token)
    // تقريرا يؤكد: the accusative of a document.
    if letters.last == lexicon.alphabet.alef { letters = letters.dropLast() }
    return word.isArabic && word.mention < 0 && word.function == .none && !word.hasArticle
      && word.tag == .noun
      && lexicon.speakers.speaker(letters) == nil && !lexicon.keywords.documents.contains(letters)
      && !lexicon.keywords.situations.contains(letters)
      && !lexicon.keywords.within.contains(reading.letters(min(token + 2, reading.words.count - 1)))
  }

  /// `أما الوزير فقال`: the topic whose comment the verb with ف is.
  private func topic(of match: Match, _ sentence: Range<Int>, _ document: borrowing Document) -> Actor? {
    guard match.conjunction > 0, reading.letters(match.token).first == lexicon.alphabet.fa else { return nil }
    let reach = max(sentence.lowerBound, match.token - 25)..<match.token
    guard let topic = reach.last(where: { lexicon.keywords.topic.contains(reading.letters($0)) }) else {
      return nil
    }
    return subjects.actors.actor(at: topic + 1, limit: match.token, in: document)
  }

  private func isFeminineNoun(_ token: Int) -> Bool {
    reading.words[token].hasArticle
      && reading.text.utf8[reading.text.tokens[token].bytes].suffix(2).elementsEqual([0xD8, 0xA9])
  }

  /// Whether an adjective shows that a noun without ة goes with a feminine verb: الأطراف السودانية, المصادر المحلية.
  private func isFeminineByAdjective(_ noun: Int) -> Bool {
    guard noun + 1 < reading.words.count, reading.words[noun].hasArticle, reading.words[noun + 1].hasArticle,
      !reading.words[noun + 1].hasConjunction
    else { return false }
    func isFeminine(_ token: Int) -> Bool {
      reading.text.utf8[reading.text.tokens[token].bytes].suffix(2).elementsEqual([0xD8, 0xA9])
    }
    return isFeminine(noun + 1) && !isFeminine(noun)
  }

  /// The subject in the text, nil where it is elided or a pronoun in disguise (معاليه).
  func finiteSubject(
    _ match: Match, _ sentence: Range<Int>, _ document: borrowing Document
  ) -> Actor? {
    // شدد خلالها الرئيسان: of two, the one whom the sentence is about.
    if let pair = subjects.subjectStart(after: match.token, in: sentence), reading.words[pair].mention < 0,
      lexicon.keywords.duals.contains(reading.letters(pair)), let first = sentenceSubject ?? lastSpeaker
    {
      return Actor(entity: first, tokens: pair..<pair + 1)
    }
    if refersBack(match, sentence) {
      return reading.words[match.token - 1].punctuation == .comma
        ? nil : tellsWithin(match, sentence, document)
    }
    if let topic = topic(of: match, sentence, document) { return topic }
    if let start = subjects.subjectStart(after: match.token, in: sentence) {
      if match.reading.form.person == .masculine, isFeminineByAdjective(start) { return nil }
      if lexicon.keywords.honorifics.contains(reading.letters(start)) { return nil }
      if lexicon.keywords.documents.contains(reading.letters(start)) {
        return complements.owner(of: start, sentence, document)
          ?? lastSpeaker.map { Actor(entity: $0, tokens: start..<start + 1) }
      }
      // أكد استعداد الحكومة: what was said comes at once, its subject is elided or stands before.
      if opensContent(start, lexicon.speech[match.reading.entry]) {
        return subjects.explicit(match, in: sentence.lowerBound..<match.token + 1, document)
      }
    }
    let entry = lexicon.speech[match.reading.entry]
    if let taken = takenUp(match, sentence, document) { return taken.speaker }
    let search = entry.nominal.isEmpty && entry.clause.contains(.bare) ? plainSubjects : subjects
    guard
      let subject = saidBy(match, entry, sentence, document)
        ?? search.explicit(match, in: sentence, document)
    else { return nil }
    // وحذرت السياسيين من: an accusative after the verb is whom it addresses.
    if subject.tokens.lowerBound > match.token, isAccusative(subject.tokens.lowerBound, document) {
      return nil
    }
    let entity = document.entities[subject.entity]
    // A place or body of feminine form is no subject of a masculine verb: ودعا إيران إلى.
    let head = reading.words[subject.tokens.lowerBound]
    if match.reading.form.person == .masculine, subject.tokens.lowerBound > match.token,
      entity.kind == .organization, isFeminineNoun(subject.tokens.lowerBound)
    {
      return nil
    }
    if match.reading.form.person == .masculine, entity.kind == .gpe, subject.tokens.count == 1,
      !head.hasArticle,
      head.mention >= 0, Gender(of: entity, lexicon: lexicon) == .feminine
    {
      return nil
    }
    // المتحدث, المتحدث لهسبريس in a longer report is who was speaking.
    if subject.tokens.count == 1 || subject.tokens.count == 2 && isSpokenTo(subject.tokens.lowerBound + 1),
      let lastSpeaker, document.entities[lastSpeaker].kind == .person,
      lexicon.keywords.selfReference.contains(reading.letters(subject.tokens.lowerBound)),
      subject.tokens.upperBound == reading.words.count
        || !lexicon.keywords.inName.contains(reading.letters(subject.tokens.upperBound))
    {
      return Actor(entity: lastSpeaker, tokens: subject.tokens)
    }
    // المصدر نفسه, المسؤول where nobody was described so: who was speaking.
    if let anonymous = anonymous(subject, document) { return anonymous }
    var seen: [Int] = []
    for candidate in [lastSpeaker, lastActor] + statements.suffix(6).reversed().map(\.speaker) {
      guard let candidate, !seen.contains(candidate) else { continue }
      seen.append(candidate)
      if takesUpSpeaker(subject, candidate, document) {
        return Actor(entity: candidate, tokens: subject.tokens)
      }
      // A noun alone takes up nobody but who spoke last.
      if subject.tokens.count == 1 { break }
    }
    return subject
  }

  /// Whether a noun with the article, of an entity that nothing else describes, rather takes up who spoke last.
  private func takesUpSpeaker(_ subject: Actor, _ speaker: Int, _ document: borrowing Document) -> Bool {
    let token = subject.tokens.lowerBound
    let letters = reading.bareLetters(token)
    let stem = letters.dropFirst(2)
    guard reading.words[token].hasArticle, lexicon.speakers.takesUp(stem), isOnlyTakenUp[subject.entity],
      isSameKind(subject.tokens, speaker, document)
    else {
      return false
    }
    let isSource = lexicon.keywords.theSource.contains(letters)
    return isSource || lexicon.speakers.speaker(stem) == document.entities[speaker].kind
  }

  /// Whether what follows a noun that takes up the speaker leaves room for that: `المسؤول الأممي`, not the minister of
  /// another state nor `المتحدث باسم الحركة`.
  private func isSameKind(_ tokens: Range<Int>, _ speaker: Int, _ document: borrowing Document) -> Bool {
    let next = tokens.upperBound
    if next < reading.words.count, reading.words[tokens.lowerBound].mention >= 0 {
      if lexicon.keywords.selfsame.contains(reading.letters(next)) { return true }
      if lexicon.keywords.inName.contains(reading.letters(next)) { return false }
    }
    guard tokens.count > 1 else { return true }
    let (head, adjective) = (tokens.lowerBound, tokens.lowerBound + 1)
    guard tokens.dropFirst().allSatisfy({ reading.words[$0].hasArticle && reading.words[$0].attached == 0 })
    else { return false }
    if let state = subjects.actors.nationality(adjective),
      document.entities[state].country != document.entities[speaker].country
    {
      return false
    }
    let letters = reading.bareLetters(head)
    let name = Folding.letters(of: String(document.entities[speaker].name.prefix { $0 != " " }).utf8)
    if name.elementsEqual(letters) { return true }
    return lexicon.keywords.selfReference.contains(letters) || lexicon.keywords.theSource.contains(letters)
      || lexicon.keywords.anyOfficial.contains(letters) || hasRole(speaker, like: adjective, document)
  }

  /// Whether the word is a dative: المتحدث لهسبريس.
  private func isSpokenTo(_ token: Int) -> Bool {
    reading.letters(token).first == lexicon.alphabet.lam && reading.words[token].hasProclitic != false
  }

  /// `المسؤول الذي فضل عدم ذكر اسمه`: the last speaker without a name.
  private func anonymous(_ subject: Actor, _ document: borrowing Document) -> Actor? {
    let next = subject.tokens.upperBound
    guard next + 1 < reading.words.count, reading.words[subject.tokens.lowerBound].hasArticle,
      reading.words[next].function == .relative,
      lexicon.keywords.anonymity.contains(reading.letters(next + 1))
    else { return nil }
    let unnamed = statements.suffix(8).last { statement in
      statement.speaker.map { !reading.isNamed[$0] && document.entities[$0].kind == .person } ?? false
    }
    return unnamed?.speaker.map { Actor(entity: $0, tokens: subject.tokens) }
  }

  /// Whether a role of the speaker has the adjective: المبعوث الأممي for the head of البعثة الأممية.
  private func hasRole(_ speaker: Int, like adjective: Int, _ document: borrowing Document) -> Bool {
    func stem(_ token: Int) -> ArraySlice<Letter> {
      let letters = reading.letters(token)
      return letters.last == lexicon.alphabet.ha ? letters.dropLast() : letters
    }
    let wanted = stem(adjective)
    return document.entities[speaker].roles.contains { role in role.tokens.contains { stem($0) == wanted } }
  }

  func elided(_ match: Match, _ sentence: Range<Int>, _ document: borrowing Document) -> Int? {
    let person = match.reading.form.person
    func agrees(_ entity: Int?) -> Bool {
      guard let entity else { return false }
      let it = document.entities[entity]
      return Gender(of: it, lexicon: lexicon).agrees(with: person)
        && (person != .masculine || !Gender.isPlural(it, lexicon: lexicon))
    }
    if refersBack(match, sentence), let near = nearestPerson(before: match.token, sentence, document),
      agrees(near)
    {
      return near
    }
    if match.token < contentEnd, match.reading.form.isFinite, let inner = withinContent(match, document),
      agrees(inner)
    {
      return inner
    }
    let isParticiple = match.reading.form.kind == .participle
    // تعهدت سلوى … مؤكدة: of the verb's gender, whatever is known of the name's.
    if isParticiple, let lastVerb, sentence.contains(lastVerb.token), lastVerb.person == person {
      return lastVerb.speaker
    }
    let opens =
      match.token == sentence.lowerBound || (match.token <= sentence.lowerBound + 3 && match.conjunction > 0)
    let order =
      isParticiple || !opens
      ? [sentenceSubject, lastSpeaker, lastActor]
      : [lastSpeaker, lastActor, sentenceSubject]
    if let found = order.first(where: agrees) { return found ?? nil }
    // The last earlier speaker that agrees.
    if person == .masculine,
      let earlier = statements.suffix(40).last(where: { agrees($0.speaker) && isPerson($0.speaker, document) }
      )?.speaker
    {
      return earlier
    }
    if let earlier = statements.suffix(40).last(where: { agrees($0.speaker) })?.speaker { return earlier }
    return order.first { $0 != nil } ?? nil
  }

  /// Who is meant by an elided subject within what another says: who spoke last there, else whom it is about.
  private func withinContent(_ match: Match, _ document: borrowing Document) -> Int? {
    guard
      let outer = statements.suffix(24).last(where: {
        $0.cue.lowerBound < match.token && $0.content.contains(match.token) && !$0.isQuoted
      })
    else { return nil }
    if let inner = statements.last, inner.cue.lowerBound > outer.cue.lowerBound { return inner.speaker }
    return subjects.main(of: outer.content.lowerBound..<match.token, document)?.entity
  }

  private func isPerson(_ entity: Int?, _ document: borrowing Document) -> Bool {
    entity.map { document.entities[$0].kind == .person } ?? false
  }

  /// Whether the verb looks back at a noun before a comma: `اتصالا من الرئيس، عبر فيه`.
  func refersBack(_ match: Match, _ sentence: Range<Int>) -> Bool {
    guard match.conjunction == 0, match.token > sentence.lowerBound + 1, match.token + 1 < sentence.upperBound
    else { return false }
    let next = reading.letters(match.token + 1)
    let before = reading.words[match.token - 1]
    return before.punctuation == .comma && lexicon.keywords.prepositionPronouns.contains(next)
      || lexicon.keywords.within.contains(next) && before.isArabic
        && (before.function == .none || before.mention >= 0)
  }

  /// `بيانا للوزارة قالت فيه`, `رسالة أكد فيها الوزير`: who comes after the verb, else the nearest before it that agrees.
  private func tellsWithin(_ match: Match, _ sentence: Range<Int>, _ document: borrowing Document) -> Actor? {
    let next = match.token + 2
    if next < sentence.upperBound, !opensContent(next, lexicon.speech[match.reading.entry]),
      let actor = subjects.following(match.token, in: sentence, document)
    {
      return actor
    }
    for earlier in (max(sentence.lowerBound, match.token - 20)..<match.token).reversed()
    where reading.words[earlier].mention >= 0 {
      let mention = document.mentions[reading.words[earlier].mention]
      if Gender(of: document.entities[mention.entity], lexicon: lexicon).agrees(
        with: match.reading.form.person),
        document.entities[mention.entity].kind != .location
      {
        return Actor(entity: mention.entity, tokens: mention.tokens)
      }
    }
    return nil
  }

  /// Who stands between a verb of saying and its clause: `تقول طهران إن`, whatever stands before the verb.
  private func saidBy(
    _ match: Match, _ entry: SpeechEntry, _ sentence: Range<Int>, _ document: borrowing Document
  ) -> Actor? {
    guard entry.nominal.isEmpty, entry.clause.contains(.bare), match.suffix == .none, entry.act != "inform",
      let actor = plainSubjects.following(match.token, in: sentence, document),
      actor.tokens.upperBound < sentence.upperBound,
      reading.words[actor.tokens.upperBound].function == .complementiser
        || [.colon, .openQuote].contains(reading.words[actor.tokens.upperBound].punctuation),
      !reading.words[actor.tokens.upperBound].hasConjunction
    else { return nil }
    return reading.words[actor.tokens.lowerBound].mention >= 0 ? actor : nil
  }

  /// Whom a noun with the article that is nobody's mention takes up: the last speaker of its kind; what follows the noun
  /// is no part of it (`واتهمت الصحيفة الجانب الآخر`).
  private func takenUp(
    _ match: Match, _ sentence: Range<Int>, _ document: borrowing Document
  ) -> (speaker: Actor?, end: Int)? {
    guard let end = takenUpEnd(match.token, sentence), end < sentence.upperBound else { return nil }
    let next = reading.words[end]
    let noun = reading.text.utf8[reading.text.tokens[end - 1].bytes].suffix(2).elementsEqual([0xD8, 0xA9])
    let isObject =
      noun && next.hasArticle && next.attached == 0
      && !reading.text.utf8[reading.text.tokens[end].bytes].suffix(2).elementsEqual([0xD8, 0xA9])
    guard isObject else { return nil }
    let kind = lexicon.speakers.speaker(reading.bareLetters(end - 1).dropFirst(2))
    let known = ([lastSpeaker] + statements.suffix(12).reversed().map(\.speaker)).first {
      $0.map { document.entities[$0].kind == kind } ?? false
    }
    return (known.flatMap { $0 }.map { Actor(entity: $0, tokens: end - 1..<end) }, end)
  }

  /// The end of a noun after the verb that takes up who spoke without being anybody's mention: `ودانت الشبكة الجريمة`.
  func takenUpEnd(_ verb: Int, _ sentence: Range<Int>) -> Int? {
    guard let start = subjects.subjectStart(after: verb, in: sentence), reading.words[start].mention < 0,
      reading.words[start].hasArticle, lexicon.speakers.takesUp(reading.bareLetters(start).dropFirst(2))
    else { return nil }
    return start + 1
  }

  /// `تلقى اتصالا من الرئيس، عبر فيه عن`: the one named last.
  private func nearestPerson(before token: Int, _ sentence: Range<Int>, _ document: borrowing Document)
    -> Int?
  {
    for earlier in (max(sentence.lowerBound, token - 60)..<token).reversed()
    where reading.words[earlier].mention >= 0 {
      let entity = document.mentions[reading.words[earlier].mention].entity
      if document.entities[entity].kind == .person { return entity }
    }
    return nil
  }
}
