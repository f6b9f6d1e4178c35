import ArabicText
import LinguisticAnnotation

/// Nouns that take up who spoke before: `المسؤول الأممي`, `المتحدث ذاته`, `النائب الحركي`, `ودانت الشبكة`.
extension StatementExtraction {
  /// Whether a noun with the article, of an entity that nothing else describes, rather takes up who spoke last.
  func takesUpSpeaker(_ subject: Actor, _ speaker: Int, _ document: borrowing Document) -> Bool {
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

  /// Whether a description that stands nowhere else means who spoke last: after a verb that goes on (`وتابع رئيس القسم`), or
  /// with a word for the same (`المستشار في السفارة ذاتها`).
  func goesOn(_ subject: Actor, _ match: Match, _ document: borrowing Document) -> Bool {
    let tokens = subject.tokens
    guard let lastSpeaker, lastSpeaker != subject.entity, tokens.lowerBound > match.token,
      isMentionedOnce[subject.entity], !reading.isNamed[subject.entity],
      document.entities[subject.entity].kind == .person, document.entities[lastSpeaker].kind == .person,
      reading.words[tokens.lowerBound].mention >= 0, isDefinite(tokens),
      !lexicon.keywords.nameless.contains(reading.bareLetters(tokens.lowerBound))
    else { return false }
    let (country, own) = (document.entities[subject.entity].country, document.entities[lastSpeaker].country)
    guard country == nil || own == nil || country == own,
      Gender(of: document.entities[lastSpeaker], lexicon: lexicon).agrees(with: match.reading.form.person)
    else { return false }
    let next = tokens.upperBound
    // القيادي في الحزب: a definite description of somebody of no rank is nobody new.
    let head = reading.bareLetters(tokens.lowerBound)
    if reading.words[tokens.lowerBound].hasArticle, lexicon.keywords.anyOfficial.contains(head),
      let last = statements.last, last.speaker == lastSpeaker,
      reading.text.tokens[match.token].paragraph <= reading.text.tokens[last.cue.lowerBound].paragraph + 1,
      next == reading.words.count || !lexicon.keywords.inName.contains(reading.letters(next))
    {
      return true
    }
    return lexicon.speech[match.reading.entry].act == "add"
      || next < reading.words.count && lexicon.keywords.selfsame.contains(reading.letters(next))
  }

  /// Whether a description is definite, by its article or by what its head governs: رئيس القسم, not مسؤول في القسم.
  private func isDefinite(_ tokens: Range<Int>) -> Bool {
    if reading.words[tokens.lowerBound].hasArticle { return true }
    guard tokens.count > 1 else { return false }
    let second = tokens.lowerBound + 1
    let word = reading.words[second]
    return word.function != .preposition && word.attached == 0
      && (word.hasArticle || lexicon.keywords.roles.contains(reading.letters(second))
        || tokens.dropFirst().contains { reading.words[$0].hasArticle } && word.tag == .noun)
  }

  /// Who spoke last, where the sentence is about المتحدث and no more is said of him: `ووجه المتحدث انتقادات`.
  func selfReference(_ subject: Actor, _ document: borrowing Document) -> Int? {
    let token = subject.tokens.lowerBound
    guard let lastSpeaker, lastSpeaker != subject.entity, document.entities[lastSpeaker].kind == .person,
      reading.words[token].mention >= 0, document.mentions[reading.words[token].mention].tokens.count == 1,
      lexicon.keywords.selfReference.contains(reading.letters(token)), !reading.isNamed[subject.entity],
      subject.tokens.count == 1,
      token + 1 == reading.words.count || !lexicon.keywords.inName.contains(reading.letters(token + 1))
    else { return nil }
    return lastSpeaker
  }

  /// Whether a title with the article and the name after it are of somebody described by the same noun before.
  func names(_ subject: Actor, _ described: Int, _ document: borrowing Document) -> Bool {
    let (person, other) = (document.entities[subject.entity], document.entities[described])
    let title = subject.tokens.lowerBound
    guard reading.isNamed[subject.entity], !reading.isNamed[described], person.kind == .person,
      other.kind == .person, person.country == nil || other.country == nil || person.country == other.country,
      reading.words[title].hasArticle, subject.tokens.count > 1,
      let mention = document.mentions.last(where: {
        $0.entity == described && $0.tokens.lowerBound < title
          && !reading.words[$0.tokens.lowerBound].hasArticle
      })
    else { return false }
    let noun = reading.bareLetters(mention.tokens.lowerBound)
    return noun.elementsEqual(reading.bareLetters(title).dropFirst(2))
      && !lexicon.keywords.nameless.contains(noun)
  }

  // MARK: documents

  /// Remembers whose document stands between a cue and what was said: `قال الجيش في بيان إن`.
  mutating func learnDocument(_ tokens: Range<Int>, of speaker: Int?) {
    guard let speaker else { return }
    for token in tokens.prefix(24) where reading.words[token].isArabic && !reading.words[token].hasArticle {
      var letters = reading.letters(token)
      if letters.last == lexicon.alphabet.alef { letters = letters.dropLast() }
      if letters.count > 4, letters.first == lexicon.alphabet.ba,
        !lexicon.keywords.documents.contains(letters)
      {
        letters = letters.dropFirst()
      }
      if lexicon.keywords.documents.contains(letters) { documentOwners[FormTable.hash(letters)] = speaker }
    }
  }

  /// Whose the document is that the noun with the article takes up: `البيان`, `للتقرير`; where none was told of, who spoke
  /// last.
  func owner(ofTakenUp token: Int) -> Int? {
    // ال and لل are two letters.
    documentOwners[FormTable.hash(reading.bareLetters(token).dropFirst(2))] ?? lastSpeaker
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
  func isSpokenTo(_ token: Int) -> Bool {
    reading.letters(token).first == lexicon.alphabet.lam && reading.words[token].hasProclitic != false
  }

  /// `المسؤول الذي فضل عدم ذكر اسمه`: the last speaker without a name.
  func anonymous(_ subject: Actor, _ document: borrowing Document) -> Actor? {
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

  /// Whom a noun with the article that is nobody's mention takes up: the last speaker of its kind; what follows the noun
  /// is no part of it (`واتهمت الصحيفة الجانب الآخر`).
  func takenUp(
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
}
