import ArabicText
import LinguisticAnnotation

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

  /// حق, in `في حق`: against.
  static let right = Folding.letters(of: "حق".utf8)

  /// Finds the subjects of clauses beside the one at hand.
  var subjects: SubjectSearch { SubjectSearch(reading: reading, lexicon: lexicon, prefersKnown: true) }

  /// Whether the token is the word, with or without the article or a suffix pronoun.
  func isWord(_ token: Int, _ word: [Letter]) -> Bool {
    var letters = reading.letters(token)
    // The article; إلكتروني has none.
    func dropArticle() {
      if letters.starts(with: [lexicon.alphabet.alef, lexicon.alphabet.lam]), !letters.starts(with: word) {
        letters = letters.dropFirst(2)
      }
    }
    dropArticle()
    if let first = letters.first, first == lexicon.alphabet.ba, word.first != first {
      letters = letters.dropFirst()
    }
    dropArticle()
    guard letters.count >= word.count, letters.count <= word.count + (word.count > 2 ? 2 : 0) else {
      return false
    }
    guard word.count > 3, word.last == lexicon.alphabet.ha else { return letters.starts(with: word) }
    // A feminine ending changes before a pronoun: عضويتها.
    let ending = letters.dropFirst(word.count - 1).first
    return letters.starts(with: word.dropLast())
      && (ending == lexicon.alphabet.ha || ending == lexicon.alphabet.ta)
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
    let behind = entry.slots.contains(.object) ? skipAside(start, sentence.upperBound) : start
    let end = slotEnd(behind, sentence, document)
    if entry.slots.contains(.with), entry.slots.contains(.object) {
      for token in Range(start, below: end) {
        if let actor = slot(token, reading.words[token], .with, end, document), actor.entity != source {
          return joined(actor, document)
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
    let isClosed =
      match.suffix != .none && start < end && reading.words[start].function == .demonstrative
      && !match.reading.form.isFinite
    if entry.slots.contains(.object), start < end, lexicon.keywords.him.contains(reading.letters(start)) {
      // متهما إياه
      return back(from: start, document, excluding: source).map { [$0] } ?? []
    }
    if entry.slots.contains(.object), !isClosed,
      let object = object(at: start, end, source, skips: match.reading.form.isFinite, document),
      object.entity != source
    {
      return joined(object, document)
    }
    if tellsOfNoun(match, sentence) { return [] }
    var slots = entry.slots
    if slots.contains(.object), match.reading.form.isFinite || match.reading.form.kind == .participle {
      // هدد بعرقلة انضمام فنلندا للحلف: a verb has its object without ل, which only its noun needs.
      slots.remove(.li)
    }
    var token = match.token + 1
    while token < end {
      let word = reading.words[token]
      if token > match.token + 1, takesOver(token, entry) { break }
      if word.mention < 0, lexicon.keywords.kin.contains(reading.letters(token)) { break }
      if slots.contains(.li), token >= start, isPurpose(token) { break }
      if token >= start || word.function == .preposition {
        if let actor = slot(token, word, slots, end, document) ?? possessed(token, match, source, document),
          actor.entity != source
        {
          return joined(actor, document)
        }
      }
      token += 1
    }
    return []
  }

  /// Whether a noun behind ل is somebody's: `لجهود الأمم المتحدة`, `لموقف الرئيس`.
  func isOwned(_ token: Int, _ end: Int) -> Bool {
    guard token + 1 < end, reading.words[token + 1].mention >= 0 else { return false }
    let next = reading.words[token + 1]
    return next.attached == 0 && !next.hasConjunction
      && !lexicon.keywords.nounsInLam.contains(reading.bareLetters(token))
  }

  /// Whether ل joins a verbal noun with its own pronoun, not somebody: `دعمه لانضمامهما إلى الحلف`.
  private func isPurpose(_ token: Int) -> Bool {
    let word = reading.words[token]
    guard word.mention < 0, word.function == .none, reading.letters(token).first == lexicon.alphabet.lam
    else { return false }
    if reading.matches[word.matches].contains(where: {
      $0.preposition == lexicon.alphabet.lam && $0.reading.lexicon == .event && !$0.reading.form.isFinite
    }) {
      return true
    }
    let letters = reading.letters(token)
    return letters.count > 5
      && (letters.last == lexicon.alphabet.ha
        || (letters.last == lexicon.alphabet.alef
          && [lexicon.alphabet.ha, lexicon.alphabet.mim].contains(letters.dropLast().last ?? 0)))
  }

  /// Whether a verb's preposition takes up a common noun right before it: `مناطق تسيطر عليها المعارضة`.
  private func tellsOfNoun(_ match: Match, _ sentence: Range<Int>) -> Bool {
    guard match.reading.form.isFinite, match.conjunction == 0, match.token - 1 > sentence.lowerBound,
      match.token + 1 < sentence.upperBound,
      lexicon.keywords.alaPronoun.contains(reading.letters(match.token + 1))
        || lexicon.keywords.ilaPronoun.contains(reading.letters(match.token + 1))
    else { return false }
    let before = reading.words[match.token - 1]
    return before.isArabic && before.mention < 0 && before.function == .none && !before.hasArticle
  }

  /// Whether a noun further right has first claim to what follows: `شكوى بشأن التجسس على الرئيس`.
  private func takesOver(_ token: Int, _ entry: EventEntry) -> Bool {
    guard reading.words[token].mention < 0, !reading.words[token].hasConjunction else { return false }
    return reading.matches[reading.words[token].matches].contains {
      guard $0.reading.lexicon == .event, $0.reading.form.kind == .masdar || $0.reading.form.kind == .noun,
        $0.suffix == .none
      else { return false }
      let other = lexicon.events[$0.reading.entry]
      return !other.hasCompanion && !other.slots.subtracting(.object).isDisjoint(with: entry.slots)
    }
  }

  func slotEnd(_ start: Int, _ sentence: Range<Int>, _ document: borrowing Document) -> Int {
    var token = start
    var commas = 0
    while token < sentence.upperBound, token < start + 22 {
      let word = reading.words[token]
      if word.punctuation == .comma {
        if let close = closesAside(token, sentence) {
          // في مدينة درعا، جنوب البلاد، ضد القوات
          token = close + 1
          continue
        }
        commas += 1
        // An aside of time or apposition: بحث الوزير، أمس، مع …
        if commas > 2 || (token > start + 6) { break }
      }
      if [.stop, .colon, .ellipsis].contains(word.punctuation) || word.function == .complementiser { break }
      if token > start, opensClause(token, sentence, document) { break }
      if token > start, isPlainVerb(token), !lexicon.keywords.called.contains(reading.letters(token)) {
        break
      }
      if token > start, lexicon.keywords.about.contains(reading.letters(token)), word.mention < 0,
        token > start + 3
      {
        break
      }
      token += 1
    }
    return token
  }

  /// Where an aside of place or time between two commas closes, if a preposition goes on behind it.
  private func closesAside(_ open: Int, _ sentence: Range<Int>) -> Int? {
    guard open + 2 < sentence.upperBound, !reading.words[open + 1].hasConjunction else { return nil }
    for token in Range(open + 1, below: min(sentence.upperBound - 1, open + 7)) {
      switch reading.words[token].punctuation {
      case .none: if isPlainVerb(token) || reading.words[token].function == .complementiser { return nil }
      case .comma:
        let next = reading.words[token + 1]
        return next.function == .preposition && next.mention < 0 ? token : nil
      default: return nil
      }
    }
    return nil
  }

  func isPlainVerb(_ token: Int) -> Bool {
    let range = reading.words[token].matches
    guard !range.isEmpty, reading.words[token].mention < 0 else { return false }
    // انتقادات حادة، جولة عمل: written like verbs.
    if [.adjective, .noun].contains(reading.words[token].tag) { return false }
    return reading.matches[range].allSatisfy {
      hasCompanion($0, reading.words.count) && $0.reading.form.isFinite && $0.reading.form.kind != .jussive
        && $0.reading.form.person != .first
    }
  }

  /// Whether the word that an entry asks for follows, where it asks for one.
  func hasCompanion(_ match: Match, _ end: Int) -> Bool {
    guard match.reading.lexicon == .event else { return true }
    let entry = lexicon.events[match.reading.entry]
    guard entry.hasCompanion else { return true }
    // بيان نشرته الوكالة … جنود: the pronoun is the verb's object.
    if match.reading.form.isFinite, match.suffix != .none, !entry.slots.contains(.object) { return false }
    let reach = match.reading.form.isFinite ? 9 : 4
    for token in Range(match.token + 1, below: min(match.token + reach, end)) where !isWithinName(token) {
      if reading.words[token].function == .relative && reading.words[token].mention < 0
        || reading.words[token].punctuation == .ellipsis
      {
        return false
      }
      for companion in entry.companions where isWord(token, companion) { return true }
      // توقف الشركات ورفع الدعم: another deed has what follows.
      if opensDeed(token) { return false }
    }
    return false
  }

  /// Whether a word is inside a name or description behind its first word: أمن, in مجلس الأمن.
  private func isWithinName(_ token: Int) -> Bool {
    let mention = reading.words[token].mention
    return mention >= 0 && token > 0 && reading.words[token - 1].mention == mention
  }

  /// Whether و begins another deed here: a verb or a verbal noun of its own.
  private func opensDeed(_ token: Int) -> Bool {
    let word = reading.words[token]
    guard word.mention < 0, word.hasConjunction, !word.hasArticle else { return false }
    return reading.matches[word.matches].contains {
      $0.conjunction > 0 && $0.reading.lexicon != .speech && $0.reading.form.kind != .noun
    }
  }

  private func object(
    at start: Int, _ end: Int, _ source: Int?, skips: Bool, _ document: borrowing Document
  ) -> Actor? {
    // قتلوا في قصف روسي للمدينة: whom the attack was at is not the verb's object.
    if skips, start < end, isInAttack(start, end) { return nil }
    var token = skips ? skipPlace(skipPhrase(skipAside(start, end), end), end, document) : start
    while token < end, reading.words[token].mention < 0,
      [.adverb, .demonstrative, .all].contains(reading.words[token].function)
        || lexicon.keywords.prepositionPronouns.contains(reading.letters(token))
        || [.closeBracket, .closeQuote, .openQuote, .straightQuote].contains(reading.words[token].punctuation)
    {
      if reading.words[token].function == .all, token + 2 < end,
        lexicon.keywords.min.contains(reading.letters(token + 1))
      {
        // هاجم كلا من الوزير ورئيس المجلس
        return phrase(at: token + 2, end, document)
      }
      if let described = described(at: token, end, document, excluding: source) { return described }
      token += 1
    }
    guard token < end else { return nil }
    let word = reading.words[token]
    // قتلا في هجوم شنه مسلحون: behind another verb begins its own clause.
    if token > start, word.mention < 0,
      word.tag == .verb
        || reading.matches[word.matches].contains(where: { $0.reading.form.isFinite && $0.suffix != .none })
    {
      return nil
    }
    guard word.punctuation == .none || word.punctuation == .openBracket,
      word.attached == 0
    else { return nil }
    if word.function != .none, word.mention < 0, word.function != .all { return nil }
    if word.mention < 0, reading.letters(token).count > 4,
      reading.letters(token).last == lexicon.alphabet.alef,
      !lexicon.keywords.sites.contains(reading.letters(token)), token + 1 < end,
      reading.letters(token + 1).first == lexicon.alphabet.lam
    {
      // تطبيقا للعقوبات: why, not whom.
      return nil
    }
    return described(at: token, end, document)
      ?? holder(ofPlaceAt: token, end, document)
      ?? occupant(of: actors.actor(at: token, limit: min(end, token + 9), in: document), end, document)
      ?? holder(ofThingAt: token, end, document)
  }

  /// How long an aside may be between a verb and its object, and how long one is that may say anything.
  private static let asideReach = 16
  private static let shortAside = 8

  /// Past an aside between commas or dashes: `دعت الحكومة، حسب المصدر ذاته، المجلس إلى`.
  private func skipAside(_ start: Int, _ end: Int) -> Int {
    guard start < end, [.comma, .dash].contains(reading.words[start].punctuation),
      let close = Range(start + 1, below: min(end, start + Self.asideReach)).first(where: {
        reading.words[$0].punctuation == reading.words[start].punctuation
      })
    else { return start }
    // A long one tells nothing of its own.
    let isLong = close > start + Self.shortAside
    if isLong,
      (start + 1..<close).contains(where: {
        Int(reading.cueOf[$0]) >= 0 || reading.words[$0].function == .complementiser
      })
    {
      return start
    }
    return close + 1
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

  /// How many phrases of time and place may stand between a subject and its object.
  private static let mostPhrases = 3

  /// Past where and when, if somebody stands right behind: `استقبل الرئيس اليوم في أنقرة وزير الخارجية`.
  private func skipPlace(_ start: Int, _ end: Int, _ document: borrowing Document) -> Int {
    var token = start
    for _ in 0..<Self.mostPhrases where token + 1 < end {
      let word = reading.words[token]
      guard word.mention < 0 else { break }
      if word.function == .adverb || lexicon.keywords.timeNouns.contains(reading.letters(token)) {
        token += 1
      } else if lexicon.keywords.fi.contains(reading.letters(token)), reading.words[token + 1].mention >= 0 {
        let place = document.mentions[reading.words[token + 1].mention]
        guard [.gpe, .location].contains(document.entities[place.entity].kind) else { return start }
        token = place.tokens.upperBound
      } else {
        break
      }
    }
    guard token > start, token < end else { return start }
    let word = reading.words[token]
    let isSomebody =
      word.mention >= 0 && word.attached == 0 && !word.hasConjunction
      || lexicon.keywords.roles.contains(reading.letters(token))
    return isSomebody ? token : start
  }

  func isMeans(_ token: Int) -> Bool {
    reading.words.indices.contains(token) && lexicon.keywords.byMeans.contains(reading.letters(token))
  }

  /// Whether a noun follows at once, though nobody that has a name: `فقتل 32 شخصا`.
  func hasObject(after verb: Int, _ sentence: Range<Int>) -> Bool {
    guard verb + 1 < sentence.upperBound else { return false }
    let word = reading.words[verb + 1]
    let isCounted =
      reading.text.tokens[verb + 1].kind == .number
      || lexicon.keywords.counts.contains(reading.letters(verb + 1))
    if isCounted {
      // احتجزت ثلاثة أيام: how long, not whom.
      return verb + 2 >= sentence.upperBound || !lexicon.keywords.spans.contains(reading.letters(verb + 2))
    }
    // اعتقل لساعات, اغتيلت وهي في طريقها
    let isAside =
      word.hasProclitic == true && !word.hasConjunction
      && reading.letters(verb + 1).first == lexicon.alphabet.lam
      || lexicon.keywords.circumstances.contains(reading.letters(verb + 1))
    return !isAside && word.isArabic && word.function == .none && word.attached == 0
      && reading.letters(verb + 1).first != lexicon.alphabet.ba
  }

  /// Who says the words around a token.
  func speaker(around token: Int, _ document: borrowing Document) -> Int? {
    let index = reading.saying.indices.contains(token) ? Int(reading.saying[token]) : -1
    return index >= 0 ? document.statements[index].speaker : nil
  }

  /// Who says the words around a token, where they are quoted: we are those who speak in quotations only.
  func quotedSpeaker(around token: Int, _ document: borrowing Document) -> Int? {
    let index = reading.saying.indices.contains(token) ? Int(reading.saying[token]) : -1
    guard index >= 0 else { return nil }
    let statement = document.statements[index]
    // قال: أناشد الدول
    let isSpoken =
      statement.content.lowerBound > 0
      && reading.words[statement.content.lowerBound - 1].punctuation == .colon
    return statement.isQuoted || isSpoken ? statement.speaker : nil
  }

  /// Who says it, where the token itself is a cue or stands in what was said.
  func speakerOfCue(_ token: Int, _ document: borrowing Document) -> Int? {
    let index = reading.cueOf.indices.contains(token) ? Int(reading.cueOf[token]) : -1
    return index >= 0 ? document.statements[index].speaker : nil
  }
}
