import ArabicText

/// Gives an entity to those who speak without a name, so that what they say has a speaker.
///
/// The entity stage knows names and a list of descriptions. Who else stands where a verb of saying has its subject, or
/// after a word for a source, is somebody too: `أوضح التحالف أن`, `ويتهم الانفصاليون الجيش`, `لكن المتخصصين يرون أن`.
struct SpeakerMentions {
  let reading: ClauseReading
  let lexicon: PoliticalLexicon
  private let subjects: SubjectSearch
  let phrase: SpeakerPhrase

  /// A description that nobody had taken.
  struct Found {
    var head: Int
    var tokens: Range<Int>
    /// Whether it is a person's name that no list knows.
    var isName = false
    /// Whether it is the name in quotation marks of what its head says: قناة «كان».
    var isQuoted = false
  }

  /// Makes the search over one document's reading.
  init(reading: ClauseReading, lexicon: PoliticalLexicon) {
    self.reading = reading
    self.lexicon = lexicon
    subjects = SubjectSearch(reading: reading, lexicon: lexicon)
    phrase = SpeakerPhrase(reading: reading, lexicon: lexicon)
  }

  /// Adds mentions and entities to the document.
  func add(to document: inout Document) {
    cutPrepositions(&document)
    var found: [Found] = []
    var longer: [(mention: Int, end: Int)] = []
    for sentence in reading.text.sentences {
      for token in sentence.tokens where reading.words[token].isArabic && reading.words[token].mention < 0 {
        if let start = sourceStart(token, sentence.tokens) {
          read(at: start, sentence.tokens, document, &found, &longer) { head, end in
            // عن وزارة خارجيتها: another's than the ministry before.
            phrase.isHuman(head)
              && (end > head + 1 || reading.words[head].hasArticle || phrase.kind(head) == .person
                || !lexicon.speakers.takesUp(phrase.stem(head)))
          }
          continue
        }
        guard let match = verb(token) else { continue }
        let entry = lexicon.speech[match.reading.entry]
        before(token, match, sentence.tokens, document, &found, &longer)
        // After a verb that has its subject before it stands its object: تركيا تشدد الأمن.
        let isPreceded =
          match.conjunction == 0 && token > sentence.tokens.lowerBound
          && reading.words[token - 1].mention >= 0
        guard !isPreceded, let start = subjects.subjectStart(after: token, in: sentence.tokens) else {
          continue
        }
        if isOwned(start, sentence.tokens) {
          // وأوضح تقرير المجلة أن
          read(at: start + 1, sentence.tokens, document, &found, &longer) { head, _ in phrase.isHuman(head) }
          continue
        }
        // A verb that takes no object can only have its subject there.
        let isSure = entry.nominal.isEmpty && entry.clause.contains(.bare)
        read(at: start, sentence.tokens, document, &found, &longer, isSure: isSure) { head, end in
          isSubject(head, end, match, entry, sentence.tokens, isCounted: head > start)
        }
      }
    }
    var counts = Array(repeating: 0, count: document.entities.count)
    for mention in document.mentions { counts[mention.entity] += 1 }
    for (mention, end) in longer {
      // مصدر في الشركة is none of the sources before.
      let entity = document.mentions[mention].entity
      if counts[entity] > 1, document.mentions[mention].tokens.count == 1,
        lexicon.keywords.nameless.contains(reading.bareLetters(document.mentions[mention].tokens.lowerBound))
      {
        document.mentions[mention].entity = document.entities.count
        document.entities.append(document.entities[entity])
        counts.append(1)
        counts[entity] -= 1
      }
      document.mentions[mention].tokens = document.mentions[mention].tokens.lowerBound..<end
      document.mentions[mention].bytes =
        document.mentions[mention].bytes.lowerBound..<document.text.tokens[end - 1].bytes.upperBound
    }
    dropJoined(longer.map(\.mention), &document)
    link(found, &document)
    relink(&document)
  }

  /// Whether a document stands there and right after it, with the article, whose it is: تقرير المجلة.
  private func isOwned(_ start: Int, _ sentence: Range<Int>) -> Bool {
    guard start + 1 < sentence.upperBound, !reading.words[start].hasArticle, reading.words[start].mention < 0,
      lexicon.keywords.documents.contains(reading.letters(start)), reading.words[start + 1].mention < 0
    else { return false }
    return reading.words[start + 1].hasArticle && lexicon.speakers.takesUp(phrase.stem(start + 1))
  }

  /// Takes a preposition off the end of a description whose body nobody knows: القيادي في.
  private func cutPrepositions(_ document: inout Document) {
    for index in document.mentions.indices where document.mentions[index].kind == .nominal {
      let tokens = document.mentions[index].tokens
      guard tokens.count > 1, let last = tokens.last, reading.words[last].function == .preposition,
        reading.words[last].attached == 0,
        !lexicon.keywords.prepositionPronouns.contains(reading.letters(last))
      else { continue }
      document.mentions[index].tokens = tokens.dropLast()
      document.mentions[index].bytes =
        document.mentions[index].bytes.lowerBound..<document.text.tokens[last - 1].bytes.upperBound
    }
  }

  private func verb(_ token: Int) -> Match? {
    guard reading.words[token].function == .none,
      token == 0 || !lexicon.keywords.lack.contains(reading.bareLetters(token - 1))
    else { return nil }
    return reading.matches[reading.words[token].matches].first {
      $0.reading.lexicon == .speech && $0.reading.form.isFinite && $0.reading.form.person != .first
        && $0.suffix == .none
    }
  }

  /// Reads a phrase where a speaker can stand, or the rest of one whose beginning has a mention.
  private func read(
    at start: Int, _ sentence: Range<Int>, _ document: borrowing Document, _ found: inout [Found],
    _ longer: inout [(mention: Int, end: Int)], isSure: Bool = false, _ accepts: (Int, Int) -> Bool
  ) {
    let mention = reading.words[start].mention
    if mention >= 0 {
      let it = document.mentions[mention]
      guard it.kind == .nominal, it.tokens.lowerBound == start, !reading.words[start].hasArticle,
        lexicon.speakers.speaker(phrase.stem(start)) != nil, longer.last?.mention != mention
      else { return }
      let end = phrase.continued(from: it.tokens.upperBound, limit: sentence.upperBound, document)
      if end > it.tokens.upperBound, isFree(it.tokens.upperBound..<end, document) {
        longer.append((mention, end))
      }
      return
    }
    var head = start
    if reading.words[head].function == .all || reading.text.tokens[head].kind == .number { head += 1 }
    if head == start, lexicon.keywords.quantities.contains(reading.letters(head)),
      !reading.words[head].hasConjunction
    {
      head += 1
    }
    if head < sentence.upperBound, head > start, lexicon.keywords.min.contains(reading.letters(head)) {
      head += 1
    }
    guard head < sentence.upperBound, isHead(head), found.last?.head != head,
      !isMedium(after: head, document)
    else { return }
    if let name = quotedName(after: head) {
      var end = name.upperBound + 1
      while end < sentence.upperBound, reading.words[end].hasArticle, reading.words[end].mention < 0 {
        end += 1
      }
      if accepts(head, end) { found.append(Found(head: head, tokens: name, isQuoted: true)) }
      return
    }
    if !phrase.isHuman(head), !reading.words[head].hasArticle,
      let end = phrase.nameEnd(head, sentence.upperBound, isSure: isSure), accepts(head, end)
    {
      found.append(Found(head: head, tokens: start..<end, isName: true))
      return
    }
    let end = phrase.end(head: head, limit: sentence.upperBound, document)
    guard
      phrase.isOfPerson(head, end, document)
        || lexicon.keywords.nameless.contains(reading.bareLetters(head))
        || !announcesName(end, isTitle: phrase.kind(head) == .person, sentence, document), accepts(head, end)
    else { return }
    found.append(Found(head: head, tokens: start..<end))
  }

  /// نشرت صحيفة نيويورك تايمز: the paper has its name.
  private func isMedium(after head: Int, _ document: borrowing Document) -> Bool {
    guard head + 1 < reading.words.count, !reading.words[head].hasArticle,
      lexicon.speakers.takesUp(phrase.stem(head)), reading.words[head + 1].mention >= 0
    else { return false }
    let name = document.mentions[reading.words[head + 1].mention]
    return name.kind == .name && name.tokens.lowerBound == head + 1
      && document.entities[name.entity].sector == "MED"
  }

  /// The name in quotation marks after a noun for a body, where no list knows it.
  private func quotedName(after head: Int) -> Range<Int>? {
    let open = head + 1
    guard phrase.kind(head) == .organization, open < reading.words.count,
      lexicon.speakers.takesUp(phrase.stem(head)),
      reading.words[open].punctuation == .openQuote, let close = reading.close(of: open), close > open + 1,
      close < open + 6, (open + 1..<close).allSatisfy({ reading.words[$0].mention < 0 })
    else { return nil }
    return open + 1..<close
  }

  /// Whether a name follows that the phrase is the title or kind of: الرئيس الأوكراني فولوديمير زيلينسكي, وكالة «تاس».
  private func announcesName(
    _ end: Int, isTitle: Bool, _ sentence: Range<Int>, _ document: borrowing Document
  ) -> Bool {
    guard end < sentence.upperBound else { return false }
    var token = end
    if [.openQuote, .openBracket].contains(reading.words[token].punctuation), token + 1 < sentence.upperBound
    {
      if reading.words[token].punctuation == .openQuote, let close = reading.close(of: token),
        close < token + 6
      {
        return true
      }
      token += 1
    }
    // What a title governs may stand between: المبعوث الأميركي لإيران روبرت مالي.
    if reading.words[token].punctuation == .comma { token += 1 }
    for place in Range(token, below: min(token + (isTitle ? 12 : 2), sentence.upperBound)) {
      let word = reading.words[place]
      if word.mention >= 0 {
        let mention = document.mentions[word.mention]
        if mention.kind == .name, document.entities[mention.entity].kind == .person, word.attached == 0,
          !word.hasConjunction
        {
          return true
        }
        if isTitle { continue }
        return false
      }
      // المسؤول عن الملف في الحزب فلان, not شدد النائب خلال لقاء مع فلان.
      if word.function == .preposition, isTitle {
        guard
          lexicon.keywords.fi.contains(reading.letters(place))
            || lexicon.keywords.ila.contains(reading.letters(place))
            || lexicon.keywords.inName.contains(reading.letters(place))
            || lexicon.keywords.an.contains(reading.letters(place)) && place == token
        else { return false }
        continue
      }
      // المتحدث باسم الوزارة (البنتاغون) فلان
      if word.punctuation == .closeBracket, isTitle { continue }
      guard word.isArabic, word.function == .none else { return false }
    }
    return false
  }

  /// Whether no mention reaches over the borders of the tokens.
  private func isFree(_ tokens: Range<Int>, _ document: borrowing Document) -> Bool {
    tokens.allSatisfy { token in
      let mention = reading.words[token].mention
      guard mention >= 0 else { return true }
      return tokens.contains(document.mentions[mention].tokens.lowerBound)
        && document.mentions[mention].tokens.upperBound <= tokens.upperBound
    }
  }

  private func isHead(_ token: Int, mayBeJoined: Bool = false) -> Bool {
    let letters = reading.letters(token)
    guard phrase.isPlainNoun(token), letters.count > 2, !reading.words[token].hasConjunction || mayBeJoined
    else {
      return false
    }
    let stem = phrase.stem(token)
    if lexicon.speakers.speaker(stem) != nil { return true }
    if lexicon.keywords.documents.contains(letters) { return false }
    if lexicon.speakers.isContent(stem) || lexicon.keywords.timeNouns.contains(stem) { return false }
    // بوقف, لضمان: a preposition and its noun.
    if !reading.words[token].hasArticle, phrase.isPrefixed(letters) { return false }
    return !reading.matches[reading.words[token].matches].contains {
      $0.reading.form.kind == .masdar || $0.reading.form.kind == .noun
        || $0.reading.form.kind == .participle && $0.reading.form.isIndefinite
    }
  }

  /// Whether the phrase after a verb is its subject rather than what was said.
  private func isSubject(
    _ head: Int, _ end: Int, _ match: Match, _ entry: SpeechEntry, _ sentence: Range<Int>, isCounted: Bool
  ) -> Bool {
    guard isCounted || agrees(head, match.reading.form.person), match.reading.form.person != .plural,
      !isAccusative(head)
    else { return false }
    let isHuman =
      phrase.isHuman(head) || phrase.nameEnd(head, sentence.upperBound, isSure: entry.nominal.isEmpty) == end
    // يهدد الجفاف ب: things threaten nobody with words.
    if entry.act == "threaten", !isHuman { return false }
    if isHuman, !entry.nominal.contains(.bare), !Self.addressingActs.contains(entry.act) { return true }
    let hasArticle = reading.words[head].hasArticle
    let next = subjects.afterAsides(end, sentence)
    guard next < sentence.upperBound else { return isHuman && hasArticle }
    let word = reading.words[next]
    if word.punctuation == .colon || word.punctuation == .openQuote { return isHuman || hasArticle }
    let keys = lexicon.keywords
    let letters = reading.letters(next)
    if word.function == .complementiser {
      if word.attached != 0 {
        // ووصف الأزمة بأنها: one noun before the clause is what it is said of.
        let isOfObject = entry.nominal.contains(.bare) && !entry.clause.contains(.bare)
        return !isOfObject && (entry.clause.contains(.ba) || entry.clause.contains(.bare))
      }
      return entry.clause.contains(.bare) && (isHuman || hasArticle || !entry.nominal.contains(.bare))
    }
    let links = entry.clause.union(entry.nominal)
    let isLinked =
      links.contains(.ila) && keys.ila.contains(letters) || links.contains(.ala) && keys.ala.contains(letters)
      || links.contains(.an) && keys.an.contains(letters)
      || links.contains(.min) && keys.min.contains(letters)
      || links.contains(.fi) && keys.fi.contains(letters)
      || links.contains(.ba) && letters.first == lexicon.alphabet.ba && word.function == .none
        && letters.count > 3
    if isLinked {
      if Self.addressingActs.contains(entry.act) { return isNominative(head) }
      return isHuman || (hasArticle && !entry.nominal.contains(.bare))
    }
    // Two noun phrases after a verb: who says it, then to whom or what.
    let opensNoun = word.mention >= 0 ? word.attached == 0 : word.isArabic && phrase.isPlainNoun(next)
    if opensNoun, !word.hasConjunction { return isHuman || hasArticle }
    return isHuman && !Self.addressingActs.contains(entry.act)
  }

  /// Whether the word is indefinite in the accusative, and so no subject: `قال معلقا على`.
  private func isAccusative(_ head: Int) -> Bool {
    let letters = reading.bareLetters(head)
    return letters.last == lexicon.alphabet.alef && lexicon.speakers.speaker(letters) == nil
  }

  /// Acts whose verb has the addressee as its object: one noun alone after it is rather that (وحث الأطراف على).
  private static let addressingActs: Set<String> = ["demand", "accuse", "inform", "advise"]

  /// Whether the word is a subject by its ending: المتظاهرون, الجانبان.
  private func isNominative(_ token: Int) -> Bool {
    let stem = phrase.stem(token)
    guard stem.count > 4, stem.last == lexicon.alphabet.nun, let before = stem.dropLast().last else {
      return false
    }
    return before == lexicon.alphabet.waw || before == lexicon.alphabet.alef
  }

  private func agrees(_ head: Int, _ person: VerbForm.Person) -> Bool {
    let stem = phrase.stem(head)
    let isFeminine = phrase.endsInTehMarbuta(head)
    let isPlural =
      stem.count > 4 && stem.suffix(2).elementsEqual([lexicon.alphabet.waw, lexicon.alphabet.nun])
    switch person {
    case .masculine: return !isFeminine || lexicon.speakers.speaker(stem) == .person
    case .feminine: return !isPlural
    default: return true
    }
  }

  /// The phrase that stands between its clause's beginning and the verb: `لكن المتخصصين يرون`.
  private func before(
    _ verb: Int, _ match: Match, _ sentence: Range<Int>, _ document: borrowing Document,
    _ found: inout [Found],
    _ longer: inout [(mention: Int, end: Int)]
  ) {
    guard match.conjunction == 0, verb - 1 >= sentence.lowerBound else { return }
    // وكانت القناة 12 قد أفادت
    if reading.words[verb - 1].function == .auxiliary, reading.words[verb - 1].mention < 0,
      verb - 2 > sentence.lowerBound, !reading.words[verb - 1].hasConjunction
    {
      return before(verb - 1, match, sentence, document, &found, &longer)
    }
    var start = verb - 1
    while start > sentence.lowerBound, start > verb - 8, !opensClause(start, sentence) { start -= 1 }
    guard opensClause(start, sentence) else { return }
    let mention = reading.words[start].mention
    if mention >= 0 {
      // وكان مسؤول كبير في الإدارة الأميركية أعلن
      let it = document.mentions[mention]
      guard it.kind == .nominal, it.tokens.lowerBound == start, !reading.words[start].hasArticle,
        it.tokens.upperBound < verb, lexicon.speakers.speaker(phrase.stem(start)) != nil,
        phrase.continued(from: it.tokens.upperBound, limit: verb, document) == verb,
        isFree(it.tokens.upperBound..<verb, document)
      else { return }
      longer.append((mention, verb))
      return
    }
    // 20 دولة تتعهد
    let head = reading.text.tokens[start].kind == .number ? start + 1 : start
    guard head < verb, phrase.isPlainNoun(verb - 1) || reading.words[verb - 1].mention >= 0,
      isHead(head, mayBeJoined: true),
      phrase.isHuman(head) || reading.words[head].hasArticle,
      phrase.end(head: head, limit: verb, document) == verb,
      phrase.isHuman(head) || leadsToClause(verb, sentence)
    else { return }
    found.append(Found(head: head, tokens: start..<verb))
  }

  private func leadsToClause(_ verb: Int, _ sentence: Range<Int>) -> Bool {
    Range(verb + 1, below: min(verb + 4, sentence.upperBound)).contains {
      reading.words[$0].function == .complementiser
    }
  }

  private func opensClause(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard token > sentence.lowerBound else { return true }
    if reading.words[token].hasConjunction { return true }
    let before = reading.words[token - 1]
    return [.complementiser, .conjunction, .past].contains(before.function)
      || [.comma, .openQuote, .colon].contains(before.punctuation)
  }

  /// Where a source stands after وفق, بحسب, نقلا عن, or after the عن of a relaying verb.
  private func sourceStart(_ token: Int, _ sentence: Range<Int>) -> Int? {
    guard token + 1 < sentence.upperBound else { return nil }
    let keys = lexicon.keywords
    let letters = reading.bareLetters(token)
    // وبحسب مسؤول
    let isJoined = letters.first == lexicon.alphabet.waw && keys.according.contains(letters.dropFirst())
    if isJoined || keys.according.contains(letters) || keys.asSaid.contains(letters) {
      // وفقا لما أعلنه الجيش, حسبما أفادت المسؤولة
      var next = token + 1
      if keys.whatSaid.contains(reading.letters(next)) {
        next += 1
      } else if !keys.asSaid.contains(letters) {
        return next
      }
      guard next + 1 < sentence.upperBound,
        reading.matches[reading.words[next].matches].contains(where: {
          $0.reading.lexicon == .speech && $0.reading.form.isFinite
        })
      else { return keys.asSaid.contains(letters) ? nil : token + 1 }
      if keys.prepositionPronouns.contains(reading.letters(next + 1)), next + 2 < sentence.upperBound {
        next += 1
      }
      return next + 1
    }
    if keys.min.contains(letters), token > sentence.lowerBound,
      (max(sentence.lowerBound, token - 6)..<token).contains(where: {
        keys.learned.contains(reading.bareLetters($0))
      })
    {
      return token + 1
    }
    guard keys.an.contains(letters), token > sentence.lowerBound else { return nil }
    // بيان صادر عن أهالي القرية
    if keys.issued.contains(reading.letters(token - 1)) { return token + 1 }
    if keys.accordingTo.contains(reading.letters(token - 1)) { return token + 1 }
    let reach = max(sentence.lowerBound, token - 8)..<token
    return reach.contains { keys.source.contains(reading.bareLetters($0)) } ? token + 1 : nil
  }
}
