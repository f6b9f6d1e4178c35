import ArabicText
import LinguisticAnnotation

/// Reads the noun phrase of somebody who speaks without a name: `مسؤول حكومي رفيع المستوى`, `المهندسون والعلماء`,
/// `مصدر عسكري موال للنظام`, `عمداء كليات الحقوق`.
struct SpeakerPhrase {
  let reading: ClauseReading
  let lexicon: PoliticalLexicon

  /// The end of the phrase whose head is at `head`, before `limit`.
  func end(head: Int, limit: Int, _ document: borrowing Document) -> Int {
    let limit = min(limit, head + 14)
    var token = head + 1
    if reading.words[head].hasArticle {
      // القناة 12 الإسرائيلية, القناة الـ12
      let isSpelled = reading.letters(token < limit ? token : head).elementsEqual([
        lexicon.alphabet.alef, lexicon.alphabet.lam,
      ])
      let number = isSpelled ? token + 1 : token
      if number < limit, reading.text.tokens[number].kind == .number, kind(head) == .organization {
        token = number + 1
      }
      token = adjectives(token, of: head, limit)
      // المهندسون والعلماء
      if token < limit, isPlainNoun(token), reading.words[token].hasConjunction,
        reading.words[token].hasArticle,
        isHuman(token)
      {
        token = adjectives(token + 1, of: token, limit)
      }
      return complements(token, limit, document)
    }
    if !hasNunation(head), let genitive = genitive(token, limit, document) {
      return continued(from: genitive, limit: limit, document)
    }
    return continued(from: token, limit: limit, document)
  }

  /// The end of a name that no list knows: a run of words that stops where a name does (سلام سرحان، مؤسس …). Only
  /// where the language engine ran: it tells names and nouns from the rest.
  func nameEnd(_ head: Int, _ limit: Int, isSure: Bool) -> Int? {
    var token = head
    while token < min(limit, head + 4) {
      let word = reading.words[token]
      guard word.isArabic, word.mention < 0, word.function == .none, word.attached == 0, !word.hasConjunction,
        let tag = word.tag, [.properNoun, .noun, .adjective, .other].contains(tag),
        token > head || tag == .properNoun || tag == .other || isSure && tag == .noun
      else { break }
      token += 1
    }
    guard token > head, token < limit, reading.letters(token - 1).count > 2, !hasPronoun(head) else {
      return nil
    }
    let next = reading.words[token]
    let stops =
      [.comma, .colon, .dash, .openQuote, .openBracket].contains(next.punctuation)
      || [.complementiser, .preposition, .relative].contains(next.function) || next.attached != 0
      || next.hasConjunction
    return stops ? token : nil
  }

  /// Whether the word is a noun with a pronoun: حزنه, مخاوفها.
  private func hasPronoun(_ token: Int) -> Bool {
    let letters = reading.letters(token)
    guard reading.words[token].tag == .noun, letters.count > 3 else { return false }
    if letters.last == lexicon.alphabet.ha { return !endsInTehMarbuta(token) }
    return letters.count > 4 && letters.suffix(2).elementsEqual([lexicon.alphabet.ha, lexicon.alphabet.alef])
  }

  /// The end of an indefinite phrase that has come to `start`: its adjectives and what they take.
  func continued(from start: Int, limit: Int, _ document: borrowing Document) -> Int {
    var token = start
    while token < limit, token < start + 3, isAdjective(token) { token += 1 }
    // مسؤولون ودبلوماسيون غربيون
    if token < limit, start > 0, let joined = joined(token, document) { return min(joined, limit) }
    if token < limit, start > 0, isOneOfSeveral(token) {
      token += 1
      let second = token
      while token < limit, token < second + 3, isAdjective(token) { token += 1 }
    }
    return complements(token, limit, document)
  }

  /// The end of another description of several people joined there, that has its mention: `خبراء ومحللون سياسيون`.
  private func joined(_ token: Int, _ document: borrowing Document) -> Int? {
    let mention = reading.words[token].mention
    guard mention >= 0, reading.words[token].hasConjunction, !reading.words[token].hasArticle else {
      return nil
    }
    let it = document.mentions[mention]
    let noun = reading.bareLetters(token)
    guard it.kind == .nominal, it.tokens.lowerBound == token,
      lexicon.speakers.speaker(noun) == .organization, isSoundPlural(noun) || isSoundPlural(stem(token - 1))
    else { return nil }
    return it.tokens.upperBound
  }

  /// Whether an indefinite noun for several people is joined there to another: خبراء ومحللون.
  private func isOneOfSeveral(_ token: Int) -> Bool {
    let letters = reading.letters(token)
    let noun = letters.dropFirst()
    return letters.first == lexicon.alphabet.waw && reading.words[token].mention < 0 && isPlainNoun(token)
      && lexicon.speakers.speaker(letters) == nil && lexicon.speakers.speaker(noun) == .organization
      && (isSoundPlural(noun) || isSoundPlural(stem(token - 1)))
  }

  /// Whether a noun has the plural of people: محللون, دبلوماسيين.
  private func isSoundPlural(_ noun: ArraySlice<Letter>) -> Bool {
    noun.count > 4 && SoundPlural.isEnding(of: noun)
  }

  /// The end of the genitive that begins at `start`, through at most two nouns: كليات الحقوق والعلوم السياسية.
  private func genitive(_ start: Int, _ limit: Int, _ document: borrowing Document) -> Int? {
    var token = start
    while token < limit, token < start + 2, isNoun(token) { token += 1 }
    guard token < limit else { return nil }
    let word = reading.words[token]
    if word.mention >= 0 {
      let mention = document.mentions[word.mention]
      guard word.attached == 0, !word.hasConjunction, mention.tokens.lowerBound == token,
        document.entities[mention.entity].kind != .person || mention.kind == .nominal
          || token == start && lexicon.keywords.ofPersons.contains(stem(start - 1))
      else { return nil }
      let end = bearerEnd(mention, limit, document)
      // مجلسي النواب والشورى: of two bodies, the second is named by what tells it alone.
      let isOfTwo = stem(start - 1).last == lexicon.alphabet.ya || stem(token - 1).last == lexicon.alphabet.ya
      if isOfTwo, end < limit, isPlainNoun(end), reading.words[end].hasConjunction,
        reading.words[end].hasArticle
      {
        return adjectives(end + 1, of: end, limit)
      }
      return end
    }
    guard word.hasArticle, !word.hasConjunction, isPlainNoun(token), isArticle(token) else { return nil }
    token = adjectives(token + 1, of: token, limit)
    if token < limit, isPlainNoun(token), reading.words[token].hasConjunction, reading.words[token].hasArticle
    {
      token = adjectives(token + 1, of: token, limit)
    }
    return token
  }

  /// Whether somebody's office stands there without the article: متحدث باسم وزير الدفاع.
  private func isOffice(_ token: Int) -> Bool {
    reading.words[token].mention < 0 && !reading.words[token].hasArticle
      && lexicon.keywords.roles.contains(reading.letters(token))
  }

  /// Whether the phrase is what somebody named in it has, so that no name is announced: مكتب الوزير, ناطق بلسان الوزير.
  func isOfPerson(_ head: Int, _ end: Int, _ document: borrowing Document) -> Bool {
    if !reading.words[head].hasArticle,
      Range(head + 1, below: end - 1).contains(where: {
        lexicon.keywords.inName.contains(reading.letters($0)) && isOffice($0 + 1)
      })
    {
      return true
    }
    guard end > head + 1, reading.words[end - 1].mention >= 0,
      document.entities[document.mentions[reading.words[end - 1].mention].entity].kind == .person
    else { return false }
    return lexicon.keywords.ofPersons.contains(stem(head))
      || (head + 1..<end).contains { lexicon.keywords.inName.contains(reading.letters($0)) }
  }

  /// The end of a person's description in the genitive, through the name that follows it: مكتب رئيس الوزراء سامي الحداد.
  private func bearerEnd(_ mention: Mention, _ limit: Int, _ document: borrowing Document) -> Int {
    let end = mention.tokens.upperBound
    guard mention.kind == .nominal, document.entities[mention.entity].kind == .person, end < limit,
      reading.words[end].mention >= 0, reading.words[end].attached == 0, !reading.words[end].hasConjunction
    else { return end }
    let name = document.mentions[reading.words[end].mention]
    let isBearer = name.kind == .name && document.entities[name.entity].kind == .person
    return isBearer ? min(name.tokens.upperBound, limit) : end
  }

  /// Whether the word is a noun for people by list or by its ending: المعارضون, يمنيون.
  func isHuman(_ token: Int) -> Bool {
    let stem = self.stem(token)
    if lexicon.speakers.speaker(stem) != nil { return true }
    // انفصاليو الإقليم: a plural in construct.
    if stem.count > 5, stem.suffix(2).elementsEqual([lexicon.alphabet.ya, lexicon.alphabet.waw]),
      token + 1 < reading.words.count
    {
      let next = reading.words[token + 1]
      return next.hasArticle && next.attached == 0 || next.mention >= 0 && next.attached == 0
    }
    guard stem.count > 4, stem.last == lexicon.alphabet.nun else { return false }
    return stem[stem.endIndex - 2] == lexicon.alphabet.waw
  }

  /// What kind of speaker the noun is.
  func kind(_ token: Int) -> Entity.Kind { lexicon.speakers.speaker(stem(token)) ?? .organization }

  /// A word's letters without conjunction and article.
  func stem(_ token: Int) -> ArraySlice<Letter> {
    // وسائل, وزارة begin with a و of their own.
    let whole = withoutArticle(reading.letters(token))
    if lexicon.speakers.speaker(whole) != nil { return whole }
    let bare = withoutArticle(reading.bareLetters(token))
    // لكن مسؤولا كبيرا قال: the accusative.
    if bare.last == lexicon.alphabet.alef, lexicon.speakers.speaker(bare.dropLast()) != nil {
      return bare.dropLast()
    }
    return bare
  }

  /// A word's stem without the ending that changes with the case: مسؤولون and مسؤولين are one.
  func base(_ token: Int) -> ArraySlice<Letter> { SoundPlural.base(stem(token)) }

  private func withoutArticle(_ letters: ArraySlice<Letter>) -> ArraySlice<Letter> {
    letters.starts(with: [lexicon.alphabet.alef, lexicon.alphabet.lam]) && letters.count > 3
      ? letters.dropFirst(2) : letters
  }

  /// Whether the word can only be a noun or adjective here.
  func isPlainNoun(_ token: Int) -> Bool {
    let word = reading.words[token]
    guard word.isArabic, word.function == .none, word.mention < 0, word.attached == 0 else { return false }
    let matches = reading.matches[word.matches]
    return word.hasArticle || isHuman(token) || !matches.contains { $0.reading.form.isFinite }
      || matches.contains { !$0.reading.form.isFinite }
  }

  private func adjectives(_ start: Int, of head: Int, _ limit: Int) -> Int {
    var token = start
    while token < limit, token < start + 3, reading.words[token].hasArticle,
      !reading.words[token].hasConjunction,
      isPlainNoun(token), isArticle(token), agrees(token, with: head),
      token == start || endsInTehMarbuta(token) == endsInTehMarbuta(token - 1)
    {
      token += 1
    }
    return token
  }

  /// Whether ال is the article and not the word's own, as in التزام.
  private func isArticle(_ token: Int) -> Bool {
    let matches = reading.matches[reading.words[token].matches]
    return matches.isEmpty || matches.contains { $0.hasArticle }
  }

  /// Whether an adjective with the article can belong to the noun: another noun after it is not its own.
  private func agrees(_ adjective: Int, with head: Int) -> Bool {
    let isFeminine = endsInTehMarbuta(adjective)
    if endsInTehMarbuta(head) { return isFeminine }
    let alphabet = lexicon.alphabet
    let ending = stem(adjective).suffix(2)
    switch (stem(head).dropLast().last, stem(head).last) {
    case (alphabet.alef, alphabet.ta):
      return isFeminine || ending.elementsEqual([alphabet.alef, alphabet.ta])
    case (alphabet.waw, alphabet.nun), (alphabet.ya, alphabet.nun):
      return [[alphabet.waw, alphabet.nun], [alphabet.ya, alphabet.nun]].contains(Array(ending))
    case (alphabet.alef, alphabet.nun): return true
    default: return true
    }
  }

  func endsInTehMarbuta(_ token: Int) -> Bool {
    reading.text.utf8[reading.text.tokens[token].bytes].suffix(2).elementsEqual([0xD8, 0xA9])
  }

  /// Whether the word ends in the ن that a genitive takes away: مسؤولون, شخصان.
  private func hasNunation(_ token: Int) -> Bool {
    let stem = stem(token)
    guard stem.count > 4, stem.last == lexicon.alphabet.nun, let before = stem.dropLast().last else {
      return false
    }
    return [lexicon.alphabet.waw, lexicon.alphabet.ya, lexicon.alphabet.alef].contains(before)
  }

  private func isNoun(_ token: Int) -> Bool {
    let word = reading.words[token]
    let letters = reading.letters(token)
    guard isPlainNoun(token), !word.hasArticle, !word.hasConjunction, letters.count > 2 else { return false }
    // An accusative (بيانا) is what is done, not who does it.
    // مجلسي النواب والشورى: a dual in the genitive, no adjective.
    let isDual =
      letters.last == lexicon.alphabet.ya && lexicon.speakers.speaker(letters.dropLast()) == .organization
      && token + 1 < reading.words.count && reading.words[token + 1].hasArticle
    return letters.last != lexicon.alphabet.alef && !isPrefixed(letters) && (isDual || !isAdjective(token))
  }

  /// Whether an indefinite word is an adjective by list or as one of origin (حكومي, أميركية, محليون).
  private func isAdjective(_ token: Int) -> Bool {
    let word = reading.words[token]
    var letters = reading.letters(token)
    guard isPlainNoun(token), !word.hasArticle, !word.hasConjunction, letters.count > 2 else { return false }
    if lexicon.keywords.speakerAdjectives.contains(letters) { return true }
    if letters.last == lexicon.alphabet.alef {
      letters = letters.dropLast()
      if lexicon.keywords.speakerAdjectives.contains(letters) { return true }
    }
    if letters.count > 5, letters.last == lexicon.alphabet.nun { letters = letters.dropLast(2) }
    if endsInTehMarbuta(token) { letters = letters.dropLast() }
    return letters.count > 3 && letters.last == lexicon.alphabet.ya
  }

  /// Whether a word begins with ب or ل for a preposition, as far as its letters tell.
  func isPrefixed(_ letters: ArraySlice<Letter>) -> Bool {
    guard let first = letters.first else { return false }
    if first == lexicon.alphabet.ba { return !lexicon.keywords.nounsInBa.contains(letters) }
    return first == lexicon.alphabet.lam && !lexicon.keywords.nounsInLam.contains(letters)
  }

  /// What an adjective takes with it (موال للنظام, مطلع على الملف), and the body that somebody is of (في الشرطة).
  private func complements(_ start: Int, _ limit: Int, _ document: borrowing Document) -> Int {
    let keys = lexicon.keywords
    var token = start
    if token > 0, token < limit, keys.level.contains(reading.letters(token)) { token += 1 }
    if let place = place(token, limit, document) { return place }
    if token > 0, token + 1 < limit, keys.takingAdjectives.contains(reading.letters(token - 1)) {
      if reading.words[token].attached == lexicon.alphabet.lam { return extent(token, limit, document) }
      if keys.takenPrepositions.contains(reading.letters(token)), reading.words[token].mention < 0 {
        return extent(token + 1, limit, document)
      }
    }
    guard token + 1 < limit,
      keys.fi.contains(reading.letters(token)) || keys.inName.contains(reading.letters(token))
        || token == start && start > 0 && keys.nameless.contains(reading.bareLetters(start - 1))
          && keys.min.contains(reading.letters(token))
    else { return token }
    let next = token + 1
    if isOffice(next), keys.inName.contains(reading.letters(token)) {
      var end = genitive(next + 1, limit, document) ?? next + 1
      while end < limit, reading.words[end].hasArticle, reading.words[end].tag == .adjective,
        reading.words[end].mention < 0, !reading.words[end].hasConjunction
      {
        end += 1
      }
      return end
    }
    let mention = reading.words[next].mention
    if mention >= 0 {
      let it = document.mentions[mention]
      // في الشرطة, بلسان الوزير
      let isBody =
        (document.entities[it.entity].kind == .organization || keys.inName.contains(reading.letters(token)))
        && it.tokens.lowerBound == next
      guard isBody else { return token }
      let end = adjectives(it.tokens.upperBound, of: next, limit)
      // مصدر من قوات المعارضة
      guard it.kind == .nominal, !reading.words[next].hasArticle, end < limit,
        reading.words[end].mention >= 0,
        reading.words[end].hasArticle, reading.words[end].attached == 0, !reading.words[end].hasConjunction
      else { return end }
      return min(document.mentions[reading.words[end].mention].tokens.upperBound, limit)
    }
    if token == start, start > 0, token + 1 < limit, keys.nameless.contains(reading.bareLetters(start - 1)),
      keys.min.contains(reading.letters(token)), reading.words[next].mention >= 0
    {
      let it = document.mentions[reading.words[next].mention]
      if it.tokens.lowerBound == next {
        let end = adjectives(it.tokens.upperBound, of: next, limit)
        // مصدر من قوات المعارضة
        guard end < limit, reading.words[end].mention >= 0, reading.words[end].hasArticle,
          reading.words[end].attached == 0, !reading.words[end].hasConjunction,
          !reading.words[next].hasArticle
        else { return end }
        return min(document.mentions[reading.words[end].mention].tokens.upperBound, limit)
      }
    }
    // مصدر في «ديناكوم»: a source is of whatever body stands there.
    if token == start, start > 0, keys.nameless.contains(reading.bareLetters(start - 1)),
      keys.fi.contains(reading.letters(token)) || keys.min.contains(reading.letters(token)),
      isPlainNoun(next), !keys.situations.contains(reading.letters(next)),
      !isTime(next)
    {
      let genitive = reading.words[next].hasArticle ? nil : genitive(next + 1, limit, document)
      return genitive ?? adjectives(next + 1, of: next, limit)
    }
    guard lexicon.speakers.speaker(stem(next)) == .organization, isPlainNoun(next) else { return token }
    if reading.words[next].hasArticle { return adjectives(next + 1, of: next, limit) }
    return genitive(next + 1, limit, document) ?? token
  }

  /// `مسؤول بمحافظة مأرب`, `مصدر بوزارة الدفاع`: the end of where somebody is.
  private func place(_ token: Int, _ limit: Int, _ document: borrowing Document) -> Int? {
    guard token + 1 < limit, !reading.words[token].hasArticle, reading.words[token].function == .none else {
      return nil
    }
    let mention = reading.words[token].mention
    if mention >= 0 {
      let it = document.mentions[mention]
      guard reading.words[token].attached == lexicon.alphabet.ba, it.tokens.lowerBound == token,
        [.gpe, .organization].contains(document.entities[it.entity].kind)
      else { return nil }
      return min(it.tokens.upperBound, limit)
    }
    let letters = reading.letters(token)
    guard letters.first == lexicon.alphabet.ba, reading.words[token + 1].mention >= 0,
      lexicon.keywords.areas.contains(letters.dropFirst())
        || lexicon.speakers.speaker(letters.dropFirst()) == .organization,
      reading.words[token + 1].attached == 0, !reading.words[token + 1].hasConjunction
    else { return nil }
    let it = document.mentions[reading.words[token + 1].mention]
    return it.tokens.lowerBound == token + 1
      ? adjectives(min(it.tokens.upperBound, limit), of: token, limit) : nil
  }

  private func isTime(_ token: Int) -> Bool {
    lexicon.keywords.timeNouns.contains(stem(token)) || lexicon.keywords.earlier.contains(stem(token))
  }

  private func extent(_ token: Int, _ limit: Int, _ document: borrowing Document) -> Int {
    let mention = reading.words[token].mention
    let end = adjectives(
      mention >= 0 ? document.mentions[mention].tokens.upperBound : token + 1, of: token, limit)
    // مطلع على مسودة التقرير
    if mention < 0, !reading.words[token].hasArticle, end == token + 1, end < limit,
      reading.words[end].hasArticle,
      reading.words[end].attached == 0, isPlainNoun(end)
    {
      return adjectives(end + 1, of: end, limit)
    }
    // مقرب من الفرنسي ميشال بلاتيني
    guard end < limit, reading.words[end].mention >= 0, reading.words[end].attached == 0,
      !reading.words[end].hasConjunction, reading.words[token].hasArticle
    else { return end }
    let name = document.mentions[reading.words[end].mention]
    let isName = name.kind == .name && document.entities[name.entity].kind == .person
    return isName && name.tokens.lowerBound == end ? min(name.tokens.upperBound, limit) : end
  }
}
