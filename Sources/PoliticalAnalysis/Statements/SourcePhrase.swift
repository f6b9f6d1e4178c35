import ArabicText

/// `وفق الأمم المتحدة`, `نقلا عن مسؤول`, `ونقلت الوكالة عن مصدر قوله إن`: speakers outside the subject's place.
extension ComplementSearch {
  /// A source named by a preposition.
  struct Source {
    var speaker: Int
    /// The first token after it.
    var end: Int
  }

  /// Whether a source phrase begins here.
  func isSourcePhrase(_ token: Int) -> Bool {
    let letters = reading.bareLetters(token)
    guard reading.words[token].mention < 0 else { return false }
    if lexicon.keywords.asSaid.contains(reading.letters(token)) { return true }
    // على ما أكد الوزير
    if lexicon.keywords.ala.contains(letters), token + 2 < reading.words.count,
      lexicon.keywords.whatSaid.contains(reading.letters(token + 1)),
      reading.matches[reading.words[token + 2].matches].contains(where: {
        $0.reading.lexicon == .speech && $0.reading.form.isFinite && $0.suffix == .none
      })
    {
      return true
    }
    if lexicon.keywords.ala.contains(letters), token + 1 < reading.words.count,
      lexicon.keywords.limit.contains(reading.letters(token + 1))
    {
      return true
    }
    return lexicon.keywords.according.contains(letters)
      || lexicon.keywords.according.contains(letters.dropFirst(letters.first == lexicon.alphabet.waw ? 1 : 0))
  }

  /// The source that the phrase names, if it is somebody who can speak.
  func sourcePhrase(_ token: Int, _ sentence: Range<Int>, _ document: borrowing Document) -> Source? {
    guard token + 1 < sentence.upperBound else { return nil }
    let next = reading.letters(token + 1)
    guard !lexicon.keywords.echo.contains(next) || lexicon.keywords.whatSaid.contains(next) else {
      return nil
    }
    var start = token + 1
    if let said = saidBy(token, sentence) {
      start = said < sentence.upperBound ? afterDate(said, sentence) : said
      guard start < sentence.upperBound else { return nil }
    }
    // وفق وصف بكين
    if start == token + 1, lexicon.keywords.word.contains(next), start + 1 < sentence.upperBound {
      start += 1
    }
    // بحسب بيان للوزارة
    let isDative =
      next.first == lexicon.alphabet.lam && lexicon.keywords.documents.contains(next.dropFirst())
    if isDative || lexicon.keywords.documents.contains(next), !reading.words[start].hasArticle {
      return owner(of: start, sentence, document).map {
        Source(speaker: $0.entity, end: $0.tokens.upperBound)
      }
    }
    if reading.words[start].attached != 0, reading.words[start].mention >= 0 {
      let mention = document.mentions[reading.words[start].mention]
      return Source(speaker: mention.entity, end: mention.tokens.upperBound)
    }
    if reading.words[start].function == .preposition { start += 1 }
    let search = ActorSearch(reading: reading, lexicon: lexicon)
    guard let actor = search.actor(at: start, limit: sentence.upperBound, in: document),
      actor.tokens.upperBound - start < 12
    else { return nil }
    return Source(speaker: actor.entity, end: actor.tokens.upperBound)
  }

  /// Where the source stands after `وفق ما أفاد به`, `حسبما ذكرت`, `على حد قول`; nil where the phrase is none of these.
  private func saidBy(_ token: Int, _ sentence: Range<Int>) -> Int? {
    let keys = lexicon.keywords
    if keys.limit.contains(reading.letters(token + 1)) {
      guard token + 2 < sentence.upperBound, keys.word.contains(reading.letters(token + 2)) else {
        return sentence.upperBound
      }
      return token + 3
    }
    var verb = token + 1
    if keys.whatSaid.contains(reading.letters(verb)) {
      verb += 1
    } else if !keys.asSaid.contains(reading.letters(token)) {
      return nil
    }
    guard verb < sentence.upperBound,
      reading.matches[reading.words[verb].matches].contains(where: {
        $0.reading.lexicon == .speech && $0.reading.form.isFinite && $0.reading.form.person != .first
      })
    else { return sentence.upperBound }
    var next = verb + 1
    if next < sentence.upperBound, keys.prepositionPronouns.contains(reading.letters(next)) { next += 1 }
    return next
  }

  /// Whom a relayer quotes: the actor after عن.
  func relayed(_ cue: Int, to limit: Int, _ document: borrowing Document) -> Actor? {
    let search = ActorSearch(reading: reading, lexicon: lexicon)
    for token in Range(cue + 1, below: limit) where lexicon.keywords.an.contains(reading.letters(token)) {
      return search.actor(at: token + 1, limit: limit, in: document)
    }
    return nil
  }

  /// Whom what comes between a cue and its content gives for the source: `نقلا عن مسؤول`.
  func quotedSource(_ tokens: Range<Int>, _ document: borrowing Document) -> Actor? {
    guard
      let token = tokens.first(where: {
        lexicon.keywords.accordingTo.contains(reading.letters($0)) && $0 + 1 < tokens.upperBound
          && lexicon.keywords.an.contains(reading.letters($0 + 1))
      })
    else { return nil }
    return ActorSearch(reading: reading, lexicon: lexicon).actor(
      at: token + 2, limit: tokens.upperBound, in: document)
  }

  /// The token after when something was said: `في فبراير/ شباط`, `في 3 مايو`.
  private func afterDate(_ start: Int, _ sentence: Range<Int>) -> Int {
    func isDate(_ token: Int) -> Bool {
      token < sentence.upperBound
        && (lexicon.keywords.months.contains(reading.letters(token))
          || reading.text.tokens[token].kind == .number || reading.words[token].punctuation == .other)
    }
    guard lexicon.keywords.fi.contains(reading.letters(start)), isDate(start + 1) else { return start }
    var token = start + 1
    while isDate(token) { token += 1 }
    return token
  }

  /// Whose document it is: `بيان الوزارة`, `بيان للوزارة`, `بيان صادر عن الوزارة`, `بيان نشرته الوزارة`.
  func owner(of document: Int, _ sentence: Range<Int>, _ analysed: borrowing Document) -> Actor? {
    let search = ActorSearch(reading: reading, lexicon: lexicon)
    var token = document + 1
    // وأكد البيان رفض العرض
    if token < sentence.upperBound, opensNoun(token) { return nil }
    let isTalk = lexicon.keywords.talks.contains(reading.letters(document))
    let isInterview = lexicon.keywords.interviews.contains(reading.letters(document))
    while token < min(document + (isInterview ? 12 : 7), sentence.upperBound) {
      let word = reading.words[token]
      // حوار أجرته صحيفة اليوم مع الوزير, تصريح لوكالة الأنباء: the words are not the paper's.
      let isPress =
        isTalk && word.mention >= 0
        && analysed.entities[analysed.mentions[word.mention].entity].sector == "MED"
      let isWith = isInterview && lexicon.keywords.with.contains(reading.letters(token))
      if isPress || isWith, word.mention >= 0 || word.function == .preposition {
        token += 1
        continue
      }
      if isInterview, lexicon.keywords.with.contains(reading.letters(token - 1)) {
        return search.actor(at: token, limit: sentence.upperBound, in: analysed)
      }
      // بيانات حركة «السلام»
      if word.punctuation == .openQuote, token > document + 1, reading.words[token + 1].mention >= 0 {
        token += 1
        continue
      }
      if word.punctuation != .none || word.function == .complementiser { return nil }
      if word.mention >= 0 {
        let mention = analysed.mentions[word.mention]
        if word.attached == lexicon.alphabet.lam || word.attached == 0 {
          return search.actor(at: token, limit: sentence.upperBound, in: analysed).map {
            Actor(entity: $0.entity, tokens: document..<$0.tokens.upperBound)
          } ?? Actor(entity: mention.entity, tokens: document..<mention.tokens.upperBound)
        }
        return nil
      }
      let letters = reading.letters(token)
      if lexicon.keywords.roles.contains(letters) {
        return search.actor(at: token, limit: sentence.upperBound, in: analysed).map {
          Actor(entity: $0.entity, tokens: document..<$0.tokens.upperBound)
        }
      }
      let isLinked =
        word.function == .none || lexicon.keywords.an.contains(letters)
        || lexicon.keywords.min.contains(letters)
      guard isLinked else { return nil }
      token += 1
    }
    return nil
  }

  /// What a document says: a clause, a quotation, or what follows a colon.
  func stated(after start: Int, _ sentence: Range<Int>, _ limit: Int) -> Content? {
    for token in Range(start, below: min(start + 14, sentence.upperBound)) {
      let word = reading.words[token]
      if word.function == .complementiser, reading.words[token - 1].function != .preposition {
        return clause(token, sentence, limit)
      }
      if word.punctuation == .colon {
        return token + 1 < limit ? spoken(token + 1, sentence, limit, ".colon") : nil
      }
      if word.punctuation == .openQuote, let quote = quoted(token, limit), quote.count > 4 {
        return closed(quote, sentence, limit, ".quote")
      }
    }
    return nil
  }
}
