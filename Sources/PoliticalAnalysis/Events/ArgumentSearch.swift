import ArabicText

/// Finds an event's actors around its trigger.
struct ArgumentSearch {
  let reading: ClauseReading
  let lexicon: PoliticalLexicon
  let actors: ActorSearch

  /// Makes the search over one document's reading.
  init(reading: ClauseReading, lexicon: PoliticalLexicon) {
    self.reading = reading
    self.lexicon = lexicon
    actors = ActorSearch(reading: reading, lexicon: lexicon, prefersKnown: true)
  }

  /// Whether the token is the word, with or without the article or a suffix pronoun.
  func isWord(_ token: Int, _ word: [Letter]) -> Bool {
    var letters = reading.letters(token)
    if letters.starts(with: [lexicon.alphabet.alef, lexicon.alphabet.lam]) { letters = letters.dropFirst(2) }
    if let first = letters.first, first == lexicon.alphabet.ba, word.first != first {
      letters = letters.dropFirst()
    }
    if letters.starts(with: [lexicon.alphabet.alef, lexicon.alphabet.lam]) { letters = letters.dropFirst(2) }
    return letters.starts(with: word.dropLast()) && letters.count <= word.count + 2
      && letters.count >= word.count
  }

  /// The clause's end: the next complementiser, relative, other finite cue or stop.
  func clauseEnd(after trigger: Int, _ sentence: Range<Int>) -> Int {
    var token = trigger + 1
    while token < sentence.upperBound, token < trigger + 28 {
      let word = reading.words[token]
      if word.punctuation == .comma || word.punctuation == .stop || word.punctuation == .colon { break }
      if word.function == .complementiser || word.function == .conjunction { break }
      token += 1
    }
    return token
  }

  /// The targets that the frame's slots name after the subject.
  func targets(
    of match: Match, _ entry: EventEntry, from start: Int, source: Int?, _ sentence: Range<Int>,
    _ document: borrowing Document
  ) -> [Int] {
    if entry.slots.contains(.object), match.suffix != .none,
      match.reading.form.isFinite || match.reading.form.kind == .participle
    {
      return pronoun(match, source, sentence, document)
    }
    let end = slotEnd(start, sentence)
    if entry.slots.contains(.with), entry.slots.contains(.object) {
      for token in start..<max(start, end) {
        if let actor = slot(token, reading.words[token], .with, end, document), actor.entity != source {
          return [actor.entity] + coordinated(after: actor.tokens.upperBound, document)
        }
      }
    }
    if entry.slots.contains(.object), start < end,
      let suffixed = reading.matches[reading.words[start].matches].first(where: {
        $0.reading.form.kind == .masdar && $0.suffix != .none && $0.preposition == 0
      })
    {
      // ويرفض مقابلته
      let found = pronoun(suffixed, source, sentence, document)
      if !found.isEmpty { return found }
    }
    if entry.slots.contains(.object), let object = object(at: start, end, document), object.entity != source {
      return [object.entity] + coordinated(after: object.tokens.upperBound, document)
    }
    var token = match.token + 1
    while token < end {
      let word = reading.words[token]
      if token >= start || word.function == .preposition {
        if let actor = slot(token, word, entry.slots, end, document), actor.entity != source {
          return [actor.entity] + coordinated(after: actor.tokens.upperBound, document)
        }
      }
      token += 1
    }
    return []
  }

  private func slotEnd(_ start: Int, _ sentence: Range<Int>) -> Int {
    var token = start
    var commas = 0
    while token < sentence.upperBound, token < start + 22 {
      let word = reading.words[token]
      if word.punctuation == .comma {
        commas += 1
        // An aside of time or apposition: بحث الوزير، أمس، مع …
        if commas > 2 || (token > start + 6) { break }
      }
      if word.punctuation == .stop || word.punctuation == .colon || word.function == .complementiser { break }
      if token > start, isPlainVerb(token) { break }
      if token > start, lexicon.keywords.about.contains(reading.letters(token)), word.mention < 0,
        token > start + 3
      {
        break
      }
      token += 1
    }
    return token
  }

  private func isPlainVerb(_ token: Int) -> Bool {
    let range = reading.words[token].matches
    guard !range.isEmpty, reading.words[token].mention < 0 else { return false }
    return reading.matches[range].allSatisfy {
      $0.reading.form.isFinite && $0.reading.form.kind != .jussive && $0.reading.form.person != .first
    }
  }

  private func object(at start: Int, _ end: Int, _ document: borrowing Document) -> Actor? {
    var token = skipPhrase(start, end)
    while token < end, reading.words[token].mention < 0,
      [.adverb, .demonstrative].contains(reading.words[token].function)
        || [.closeBracket, .closeQuote].contains(reading.words[token].punctuation)
    {
      token += 1
    }
    guard token < end else { return nil }
    let word = reading.words[token]
    guard word.punctuation == .none || word.punctuation == .openBracket || word.punctuation == .openQuote,
      word.attached == 0
    else { return nil }
    if word.function != .none, word.mention < 0, word.function != .all { return nil }
    return actors.actor(at: token, limit: min(end, token + 9), in: document)
  }

  /// Past one prepositional phrase between a verb and its object: `دعا خلال زيارته تلك أهالي المدينة`.
  private func skipPhrase(_ start: Int, _ end: Int) -> Int {
    guard start + 2 < end else { return start }
    let word = reading.words[start]
    if word.mention < 0, lexicon.keywords.adverbialBa.contains(reading.letters(start)), word.function == .none
    {
      var token = start + 1
      guard token < end, reading.words[token].mention >= 0 else { return token }
      let first = reading.words[token].mention
      while token < end,
        reading.words[token].mention == first
          || reading.words[token].hasConjunction && reading.words[token].mention >= 0
      {
        token += 1
      }
      return token
    }
    guard word.function == .preposition, word.mention < 0, reading.words[start + 1].mention < 0 else {
      return start
    }
    var token = start + 2
    while token < end, reading.words[token].mention < 0,
      reading.words[token].function == .demonstrative || reading.words[token].function == .adverb
        || (reading.words[token].function == .none && reading.words[token].hasArticle
          && reading.words[start + 1].hasArticle)
    {
      token += 1
    }
    return token
  }

  private func slot(
    _ token: Int, _ word: Word, _ slots: EventEntry.Slots, _ end: Int, _ document: borrowing Document
  ) -> Actor? {
    let letters = reading.bareLetters(token)
    let keys = lexicon.keywords
    if word.function == .preposition, word.mention < 0 {
      if slots.contains(.ala) && keys.alaPronoun.contains(letters)
        || slots.contains(.with) && keys.withPronoun.contains(letters)
        || slots.contains(.ila) && keys.ilaPronoun.contains(letters)
        || slots.contains(.li) && keys.liPronoun.contains(letters)
        || slots.contains(.against) && keys.againstPronoun.contains(letters)
      {
        return back(from: token, document).map { Actor(entity: $0, tokens: token..<token + 1) }
      }
      let fits =
        slots.contains(.with) && keys.with.contains(letters)
        || slots.contains(.ila) && keys.ila.contains(letters)
        || slots.contains(.ala) && keys.ala.contains(letters)
        || slots.contains(.an) && keys.an.contains(letters)
        || slots.contains(.min) && keys.min.contains(letters) && !isMeans(token + 1)
        || slots.contains(.fi) && keys.fi.contains(letters)
        || slots.contains(.against) && keys.against.contains(letters)
        || slots.contains(.toward) && keys.toward.contains(letters)
      guard fits, token + 1 < end else { return nil }
      return phrase(at: token + 1, end, document)
    }
    if word.mention >= 0, word.attached != 0 {
      let isLi = word.attached == lexicon.alphabet.lam && slots.contains(.li)
      let isBa = word.attached == lexicon.alphabet.ba && slots.contains(.ba)
      if isLi || isBa {
        let mention = document.mentions[word.mention]
        return Actor(entity: mention.entity, tokens: token..<mention.tokens.upperBound)
      }
    }
    if word.mention < 0, word.function == .none, let first = letters.first, letters.count > 3,
      first == lexicon.alphabet.ba && slots.contains(.ba)
        || (first == lexicon.alphabet.lam && slots.contains(.li)
          && (word.attached != 0 || keys.roles.contains(letters.dropFirst())
            || keys.nounHeadsOfForce.contains(letters.dropFirst())))
    {
      if keys.adverbialBa.contains(letters) { return nil }
      if keys.roles.contains(letters.dropFirst()) { return roleActor(token, end, document) }
      let near = phrase(at: token + 1, end, document)
      if let near, !actors.isVague(near.entity, document) { return near }
      return relativeActor(token + 1, end, document) ?? near
    }
    return nil
  }

  /// `بالجهود الدبلوماسية التي يبذلها العراق`: who does what is spoken of.
  private func relativeActor(_ start: Int, _ end: Int, _ document: borrowing Document) -> Actor? {
    for token in start..<max(start, min(end, start + 7)) where reading.words[token].mention >= 0 {
      let mention = document.mentions[reading.words[token].mention]
      if actors.isVague(mention.entity, document) { continue }
      return Actor(entity: mention.entity, tokens: token..<mention.tokens.upperBound)
    }
    return nil
  }

  private func roleActor(_ start: Int, _ end: Int, _ document: borrowing Document) -> Actor? {
    for token in start + 1..<max(start + 1, min(end, start + 12)) where reading.words[token].mention >= 0 {
      let mention = document.mentions[reading.words[token].mention]
      if document.entities[mention.entity].kind == .person {
        return Actor(entity: mention.entity, tokens: start..<mention.tokens.upperBound)
      }
    }
    return relativeActor(start + 1, end, document)
  }

  private func phrase(at start: Int, _ end: Int, _ document: borrowing Document) -> Actor? {
    guard start < end else { return nil }
    let word = reading.words[start]
    if word.function == .relative || word.function == .complementiser { return nil }
    return actors.actor(at: start, limit: min(end, start + 12), in: document)
  }

  private func isMeans(_ token: Int) -> Bool {
    reading.words.indices.contains(token) && lexicon.keywords.byMeans.contains(reading.letters(token))
  }

  /// Whether a noun follows at once, though nobody that has a name: `فقتل 32 شخصا`.
  func hasObject(after verb: Int, _ sentence: Range<Int>) -> Bool {
    guard verb + 1 < sentence.upperBound else { return false }
    let word = reading.words[verb + 1]
    if reading.text.tokens[verb + 1].kind == .number { return true }
    return word.isArabic && word.function == .none && word.attached == 0
      && reading.letters(verb + 1).first != lexicon.alphabet.ba
  }

  /// Who does what a noun says in a relative clause with a light verb: `هجوم شنته الجماعة`, `زيارة أجراها أمس`.
  func relativeDoer(
    after noun: Int, _ sentence: Range<Int>, _ subjects: SubjectSearch, _ subject: Int?,
    _ document: borrowing Document
  ) -> Int? {
    let reach = noun + 1..<max(noun + 1, min(sentence.upperBound, noun + 7))
    for token in reach {
      if reading.words[token].punctuation != .none { return nil }
      guard reading.words[token].mention < 0,
        let match = reading.matches[reading.words[token].matches].first(where: {
          $0.reading.lexicon == .light && $0.reading.form.isFinite && ($0.suffix == .him || $0.suffix == .her)
            && !lexicon.lightSubjectIsTarget[$0.reading.entry]
        })
      else { continue }
      return subjects.following(match.token, in: sentence, document)?.entity ?? subject
    }
    return nil
  }

  /// Mentions joined by و to the one that ends at `end`.
  func coordinated(after end: Int, _ document: borrowing Document) -> [Int] {
    var out: [Int] = []
    var token = end
    while token < reading.words.count, out.count < 3 {
      let word = reading.words[token]
      if word.punctuation == .closeQuote || word.punctuation == .closeBracket {
        token += 1
        continue
      }
      guard word.mention >= 0, word.hasConjunction, word.attached == 0 else { break }
      let mention = document.mentions[word.mention]
      guard mention.tokens.lowerBound == token else { break }
      out.append(mention.entity)
      token = mention.tokens.upperBound
    }
    return out
  }

  /// The genitive of a verbal noun: `اغتيال الفريق قاسم سليماني`, `لقاء وزير الخارجية`.
  func genitive(at start: Int, _ sentence: Range<Int>, _ document: borrowing Document) -> Actor? {
    guard start < sentence.upperBound else { return nil }
    let word = reading.words[start]
    if word.mention >= 0, word.attached == 0, !word.hasConjunction {
      return actors.actor(at: start, limit: sentence.upperBound, in: document)
    }
    guard word.isArabic || word.punctuation == .none, word.function == .none || word.function == .all,
      word.attached == 0, !word.hasConjunction
    else { return nil }
    return actors.actor(at: start, limit: min(sentence.upperBound, start + 10), in: document)
  }

  /// `بين الجيش والمتمردين`.
  func between(after trigger: Int, _ sentence: Range<Int>, _ document: borrowing Document) -> (Int, Int)? {
    let reach = trigger + 1..<min(sentence.upperBound, trigger + 12)
    guard
      let token = reach.first(where: {
        lexicon.keywords.between.contains(reading.letters($0)) && reading.words[$0].mention < 0
      }),
      let first = actors.actor(at: token + 1, limit: sentence.upperBound, in: document)
    else { return nil }
    if let second = coordinated(after: first.tokens.upperBound, document).first {
      return (first.entity, second)
    }
    // وكبير المفاوضين الإيرانيين علي باقري: a title, or an apposition, before the second.
    for next in first.tokens
      .upperBound..<max(first.tokens.upperBound, min(sentence.upperBound, first.tokens.upperBound + 10))
    {
      let word = reading.words[next]
      if word.mention >= 0, document.mentions[word.mention].entity != first.entity,
        reading.letters(next).first == lexicon.alphabet.waw || word.hasConjunction
          || isAfterWaw(next, first.tokens.upperBound)
      {
        return (first.entity, document.mentions[word.mention].entity)
      }
      if word.punctuation == .stop { break }
    }
    return nil
  }

  private func isAfterWaw(_ token: Int, _ start: Int) -> Bool {
    (start..<token).contains {
      reading.letters($0).first == lexicon.alphabet.waw && reading.words[$0].isArabic
    }
  }

  /// `من قبل الجيش`, `على يد مسلحين`.
  func agent(after trigger: Int, _ sentence: Range<Int>, _ document: borrowing Document) -> Int? {
    let end = min(sentence.upperBound, trigger + 14)
    guard trigger + 1 < end else { return nil }
    for token in trigger + 1..<end {
      let word = reading.words[token]
      if word.punctuation == .comma || word.punctuation == .stop { return nil }
      guard word.function == .preposition, word.mention < 0, isMeans(token + 1),
        lexicon.keywords.min.contains(reading.letters(token))
          || lexicon.keywords.ala.contains(reading.letters(token))
      else { continue }
      return actors.actor(at: token + 2, limit: sentence.upperBound, in: document)?.entity
    }
    return nil
  }

  /// `اتصالا من الأمين العام`.
  func origin(after trigger: Int, _ sentence: Range<Int>, _ document: borrowing Document) -> Int? {
    let end = min(sentence.upperBound, trigger + 6)
    for token in trigger + 1..<max(trigger + 1, end)
    where lexicon.keywords.min.contains(reading.letters(token)) {
      return actors.actor(at: token + 1, limit: sentence.upperBound, in: document)?.entity
    }
    return nil
  }

  /// The light verb whose object the noun is.
  func lightVerb(before noun: Int, _ sentence: Range<Int>) -> (match: Match, isTarget: Bool)? {
    var token = noun - 1
    while token >= sentence.lowerBound, token >= noun - 14 {
      let word = reading.words[token]
      if word.function == .complementiser || word.function == .relative || word.punctuation == .stop {
        return nil
      }
      if word.mention < 0, word.function == .none,
        let match = reading.matches[word.matches].first(where: {
          $0.reading.lexicon == .light && $0.reading.form.isFinite && $0.reading.form.kind != .jussive
        })
      {
        return (match, lexicon.lightSubjectIsTarget[match.reading.entry])
      }
      if isPlainVerb(token) { return nil }
      token -= 1
    }
    return nil
  }

  /// Who says the words around a token.
  func speaker(around token: Int, _ document: borrowing Document) -> Int? {
    let index = reading.saying.indices.contains(token) ? Int(reading.saying[token]) : -1
    return index >= 0 ? document.statements[index].speaker : nil
  }

  /// Who says it, where the token itself is a cue or stands in what was said.
  func speakerOfCue(_ token: Int, _ document: borrowing Document) -> Int? {
    let index = reading.cueOf.indices.contains(token) ? Int(reading.cueOf[token]) : -1
    return index >= 0 ? document.statements[index].speaker : nil
  }
}
