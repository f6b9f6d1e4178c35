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

  /// `البيان الذي لفت إلى`: whose the document is that a relative clause tells of.
  private func author(before verb: Int, _ sentence: Range<Int>) -> Actor? {
    guard verb >= sentence.lowerBound + 2, reading.words[verb - 1].function == .relative else { return nil }
    let noun = verb - 2
    guard reading.words[noun].hasArticle, reading.words[noun].mention < 0,
      lexicon.keywords.documents.contains(reading.bareLetters(noun).dropFirst(2))
    else { return nil }
    return owner(ofTakenUp: noun).map { Actor(entity: $0, tokens: noun..<noun + 1) }
  }

  /// Whether the one noun phrase after a verb is whom it addresses, since the verb always has an object: `وحثت الأطراف على`,
  /// `ودعت كل القوى إلى`.
  private func isSoleObject(_ subject: Actor, _ match: Match, _ sentence: Range<Int>) -> Bool {
    let entry = lexicon.speech[match.reading.entry]
    let first = subject.tokens.lowerBound
    let isAddressing =
      lexicon.keywords.addressing.contains(Folding.letters(of: entry.lemma.utf8)[...])
      || entry.act == "demand" && reading.words[first].function == .all
    guard first > match.token, match.suffix == .none, isAddressing else { return false }
    var next = subjects.afterAsides(subject.tokens.upperBound, sentence)
    // ودعا كافة الأطراف في المفاوضات إلى
    if next + 2 < sentence.upperBound, reading.words[first].function == .all,
      lexicon.keywords.fi.contains(reading.letters(next))
    {
      next =
        Range(next + 2, below: min(next + 5, sentence.upperBound)).first {
          reading.words[$0].function == .preposition
        } ?? next
    }
    guard next < sentence.upperBound else { return false }
    let word = reading.words[next]
    let (letters, links) = (reading.letters(next), entry.clause.union(entry.nominal))
    // وصف الوزير بأن الحل قريب: only what looks back at the noun is said of it.
    if entry.act == "describe", word.function == .complementiser,
      !lexicon.keywords.asWhat.contains(letters)
    {
      return false
    }
    return word.function == .complementiser && word.attached == 0
      || links.contains(.ala) && lexicon.keywords.ala.contains(letters)
      || links.contains(.ila) && lexicon.keywords.ila.contains(letters)
      || links.contains(.ba)
        && (word.attached == lexicon.alphabet.ba
          || reading.matches[word.matches].contains { $0.preposition == lexicon.alphabet.ba })
  }

  /// `تساءل مخاطبا الوزير`: a participle after the verb has its object there.
  private func isAddressed(after verb: Int, _ sentence: Range<Int>) -> Bool {
    let next = verb + 1
    guard next + 1 < sentence.upperBound, reading.words[next].mention < 0,
      reading.words[next + 1].mention >= 0
    else { return false }
    let letters = reading.letters(next)
    return letters.count > 4 && letters.first == lexicon.alphabet.mim && letters.last == lexicon.alphabet.alef
      && !lexicon.keywords.roles.contains(letters)
      && lexicon.speakers.speaker(letters.dropLast()) == nil
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

  /// Whether the word is a plural that a verb before it is feminine with: السلطات, دول, القوى.
  private func isPluralOfThings(_ token: Int) -> Bool {
    let letters = reading.bareLetters(token)
    let stem = reading.words[token].hasArticle ? letters.dropFirst(2) : letters
    return lexicon.keywords.pluralsOfThings.contains(stem)
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
    if let author = author(before: match.token, sentence) { return author }
    if isAddressed(after: match.token, sentence) { return nil }
    if let topic = topic(of: match, sentence, document) { return topic }
    if match.reading.form.person != .plural,
      let start = subjects.subjectStart(after: match.token, in: sentence)
    {
      if match.reading.form.person == .masculine, isFeminineByAdjective(start) { return nil }
      if lexicon.keywords.honorifics.contains(reading.letters(start)) { return nil }
      if lexicon.keywords.documents.contains(reading.letters(start)) {
        if let owner = complements.owner(of: start, sentence, document) { return owner }
        // كشفت دراسة حديثة أن: nobody's but its own.
        if !reading.words[start].hasArticle, reading.words[start].mention >= 0 {
          let mention = document.mentions[reading.words[start].mention]
          return Actor(entity: mention.entity, tokens: mention.tokens)
        }
        return owner(ofTakenUp: start).map { Actor(entity: $0, tokens: start..<start + 1) }
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
    if let lastSpeaker, lastSpeaker != subject.entity, isSoleObject(subject, match, sentence) { return nil }
    // كانوا قد انتقدوا بيانات الوكالة: a plural verb has its subject before it.
    if match.reading.form.person == .plural, subject.tokens.lowerBound > match.token { return nil }
    // وحذرت السياسيين من: an accusative after the verb is whom it addresses.
    if subject.tokens.lowerBound > match.token, isAccusative(subject.tokens.lowerBound, document) {
      return nil
    }
    let entity = document.entities[subject.entity]
    // أكد مجددا التزام بلاده: what the speaker's own state does is no speech of its own.
    if let last = subject.tokens.last, last > match.token + 1, subject.tokens.lowerBound > match.token,
      lexicon.keywords.ownState.contains(reading.letters(last))
    {
      return nil
    }
    // على نهر الفولغا، التي قالت: no place speaks.
    if entity.kind == .location {
      return nearestPerson(before: match.token, sentence, document).map {
        Actor(entity: $0, tokens: match.token..<match.token + 1)
      }
    }
    // A place or body of feminine form is no subject of a masculine verb: ودعا إيران إلى.
    let head = reading.words[subject.tokens.lowerBound]
    if match.reading.form.person == .masculine, subject.tokens.lowerBound > match.token,
      entity.kind == .organization,
      isFeminineNoun(subject.tokens.lowerBound) || isPluralOfThings(subject.tokens.lowerBound)
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
    if goesOn(subject, match, document), let lastSpeaker {
      return Actor(entity: lastSpeaker, tokens: subject.tokens)
    }
    // المصدر نفسه, المسؤول where nobody was described so: who was speaking.
    if let anonymous = anonymous(subject, document) { return anonymous }
    var seen: [Int] = []
    for candidate in [lastSpeaker, lastActor] + statements.suffix(6).reversed().map(\.speaker) {
      guard let candidate, !seen.contains(candidate) else { continue }
      seen.append(candidate)
      // قالت الناطقة is not he who spoke last.
      let speaker = document.entities[candidate]
      let isOther =
        match.reading.form.person == .feminine && speaker.kind == .person && speaker.isFeminine == false
      if !isOther, takesUpSpeaker(subject, candidate, document) {
        return Actor(entity: candidate, tokens: subject.tokens)
      }
      // A noun alone takes up nobody but who spoke last.
      if subject.tokens.count == 1 { break }
    }
    return subject
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
      ? [sentenceSubject, lastSpeaker, addressee(in: sentence), lastActor]
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
    return order.first { $0 != nil } ?? headlineSubject(after: match.token, document)
  }

  /// Whom the statement before addresses in the same sentence: `ويتهم معارضون الوزير بالتقصير، في حين قال إن`.
  private func addressee(in sentence: Range<Int>) -> Int? {
    guard let last = statements.last, sentence.contains(last.cue.lowerBound) else { return nil }
    return last.addressees.first
  }

  /// Whom the rest of the headline names, where nobody spoke before: `أقر بالخطأ.. الوزير يعتذر`.
  private func headlineSubject(after token: Int, _ document: borrowing Document) -> Int? {
    guard let headline = reading.text.tokens.first?.paragraph else { return nil }
    for sentence in reading.text.sentences.prefix(4)
    where sentence.paragraph == headline && sentence.tokens.lowerBound > token {
      if let main = subjects.main(of: sentence.tokens, document) { return main.entity }
    }
    return nil
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
        && (before.function == .none || before.function == .relative || before.mention >= 0)
  }

  /// `بيانا للوزارة قالت فيه`, `رسالة أكد فيها الوزير`: who comes after the verb, else the nearest before it that agrees.
  private func tellsWithin(_ match: Match, _ sentence: Range<Int>, _ document: borrowing Document) -> Actor? {
    let next = match.token + 2
    if next < sentence.upperBound, !opensContent(next, lexicon.speech[match.reading.entry]),
      let actor = subjects.following(match.token, in: sentence, document),
      !isSoleObject(actor, match, sentence)
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
      case let next = afterDative(actor.tokens.upperBound, sentence), next < sentence.upperBound,
      reading.words[next].function == .complementiser
        || [.colon, .openQuote].contains(reading.words[next].punctuation),
      !reading.words[next].hasConjunction
    else { return nil }
    return reading.words[actor.tokens.lowerBound].mention >= 0 ? actor : nil
  }

  /// The token after whom it is said to: `قال الوزير للصحيفة إن`, `قال الوزير لوكالة الأنباء إن`.
  private func afterDative(_ start: Int, _ sentence: Range<Int>) -> Int {
    guard start < sentence.upperBound, isSpokenTo(start) else { return start }
    return Range(start + 1, below: min(start + 5, sentence.upperBound)).first {
      !reading.words[$0].isArabic || reading.words[$0].function != .none
    } ?? start
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
