import ArabicText
import LinguisticAnnotation

/// Where reported speech that is not in quotation marks ends.
struct ContentBorder {
  let reading: ClauseReading
  let lexicon: PoliticalLexicon
  /// Whether each token stands between two dashes of its sentence.
  private let asides: [Bool]
  /// The form of the cue whose content is looked for.
  var cue: VerbForm?
  /// The end of the headline, 0 where the text has none.
  let headlineEnd: Int
  /// Whether that cue opens its sentence: a participle there is only the circumstance of the main verb.
  var opensSentence = false

  /// Reads the dashes of a document.
  init(reading: ClauseReading, lexicon: PoliticalLexicon) {
    self.reading = reading
    self.lexicon = lexicon
    var asides = Array(repeating: false, count: reading.words.count)
    for sentence in reading.text.sentences {
      var isInside = false
      for token in sentence.tokens {
        asides[token] = isInside
        if reading.words[token].punctuation == .dash { isInside.toggle() }
      }
    }
    self.asides = asides
    let first = reading.text.tokens.first?.paragraph
    let end = reading.text.tokens.prefix(40).firstIndex { $0.paragraph != first }
    headlineEnd = end ?? 0
  }

  /// The end of the content that begins at `start`: the next cue of its own level, a source phrase, or the sentence's end.
  func end(from start: Int, sentence: Range<Int>, limit: Int, isNominal: Bool = false) -> Int {
    var token = start
    let limit = min(limit, start + 800)
    let around = start < reading.words.count ? reading.quotes.enclosing[start] : -1
    // -الذي يقول إنه يضم مليون عضو-: what is told in an aside ends with it.
    let isAside = isAside(start)
    while token < limit {
      if token >= sentence.upperBound { break }
      let word = reading.words[token]
      switch word.punctuation {
      case .openQuote:
        // What stands in quotation marks has no border of the reporter's; it may end in a later sentence.
        if let close = reading.close(of: token), close < limit { token = close }
      case .closeQuote:
        if around >= 0, reading.quotes.partner[token] == around { return token }
      case .dash where isAside && token > start: return token
      case .comma where token > start:
        if token + 1 < limit, breaks(after: token, sentence) { return token }
        if opensSentence, cue?.kind == .participle, token + 1 < limit, reading.words[token + 1].tag == .verb {
          return token
        }
        if token + 2 < limit, beginsSpeech(token + 1) { return clauseOpening(token, from: start) }
      default:
        if token > (isNominal ? start : start + 1), word.isArabic,
          isHardBreak(token, sentence, isNominal: isNominal) || opensHeadline(token, from: start)
        {
          return token
        }
      }
      token += 1
    }
    return min(max(token, min(sentence.upperBound, limit)), limit)
  }

  /// The end of a noun phrase that was said: before a relative clause or circumstance set off by a comma, too.
  func nominalEnd(from start: Int, sentence: Range<Int>) -> Int {
    let end = end(from: start, sentence: sentence, limit: sentence.upperBound, isNominal: true)
    guard start + 2 < end else { return end }
    for token in start + 2..<end - 1 where reading.quotes.enclosing[token] == reading.quotes.enclosing[start]
    {
      // … إلى حوار أوائل العام, … لكن: when and what else is the reporter's.
      let letters = reading.letters(token)
      if lexicon.keywords.however.contains(letters)
        || lexicon.keywords.partsOfTime.contains(letters) && isTime(token + 1)
      {
        return token
      }
    }
    for token in start + 2..<end - 1 where reading.words[token].punctuation == .comma {
      guard reading.quotes.enclosing[token] == reading.quotes.enclosing[start] else { continue }
      let next = reading.words[token + 1]
      let letters = reading.bareLetters(token + 1)
      // …، بدأت في اليوم التالي; …، وأحال المتهمين: what happened else.
      if next.tag == .verb, next.function == .none, next.mention < 0,
        let first = letters.first == lexicon.alphabet.waw ? letters.dropFirst().first : letters.first,
        first != lexicon.alphabet.ya, first != lexicon.alphabet.ta
      {
        return token
      }
      if Mark(reading.text.tokens[token], reading.text.utf8) == .semicolon || next.function == .relative
        || next.function == .conjunction || lexicon.keywords.andPast.contains(reading.letters(token + 1))
        || lexicon.keywords.after.contains(letters)
        || lexicon.keywords.circumstances.contains(reading.letters(token + 1))
        || isOccasioned(token + 1)
      {
        return token
      }
    }
    return end
  }

  /// Whether the token stands between two dashes.
  func isAside(_ token: Int) -> Bool { token < asides.count && asides[token] }

  private func isTime(_ token: Int) -> Bool {
    let letters = reading.letters(token)
    if lexicon.keywords.months.contains(letters) || reading.text.tokens[token].kind == .number { return true }
    return lexicon.keywords.timeNouns.contains(
      reading.words[token].hasArticle ? letters.dropFirst(2) : letters)
  }

  /// Whether the token can only be a finite verb of saying.
  func isPlainSpeech(_ token: Int) -> Bool {
    let word = reading.words[token]
    guard word.mention < 0, token > 0, reading.words[token - 1].function != .relative else { return false }
    var isSpeech = false
    for match in reading.matches[word.matches] {
      if !match.reading.form.isFinite { return false }
      if match.reading.lexicon == .speech, match.reading.form.person != .first,
        match.reading.form.kind != .jussive
      {
        isSpeech = isSpeech || lexicon.speech[match.reading.entry].clause.contains(.bare)
      }
    }
    return isSpeech
  }

  /// Whether a verb of saying stands there as a main clause's does: past, without a conjunction, and not about a noun
  /// before it (`صورا، قال فيها`).
  private func beginsSpeech(_ token: Int) -> Bool {
    isPlainSpeech(token)
      && !reading.matches[reading.words[token].matches].contains {
        $0.reading.form.kind != .past && !isOthersSpeech(token) || $0.conjunction > 0
      }
      && !lexicon.keywords.prepositionPronouns.contains(reading.letters(token + 1))
  }

  /// `…، يقول خبراء إن`: also in the present, where somebody else comes between the verb and its clause.
  private func isOthersSpeech(_ token: Int) -> Bool {
    guard token + 2 < reading.words.count, reading.words[token + 1].isArabic,
      reading.words[token + 1].function == .none || reading.words[token + 1].mention >= 0
    else { return false }
    return Range(token + 2, below: min(token + 10, reading.words.count)).first {
      reading.words[$0].function == .complementiser || reading.words[$0].punctuation != .none
    }.map { reading.words[$0].function == .complementiser && !reading.words[$0].hasConjunction } ?? false
  }

  /// The comma before the circumstance that opens the reporter's clause: `…، وفي بيان نشره المكتب، أكد الوزير`.
  private func clauseOpening(_ comma: Int, from start: Int) -> Int {
    for earlier in (max(start + 1, comma - 24)..<max(start + 1, comma)).reversed()
    where reading.words[earlier].punctuation == .comma {
      let next = reading.words[earlier + 1]
      if next.hasConjunction, next.function == .preposition || next.attached != 0 { return earlier }
    }
    return comma
  }

  /// Whether a new clause of the reporter's begins after a comma.
  private func breaks(after comma: Int, _ sentence: Range<Int>) -> Bool {
    let next = comma + 1
    let word = reading.words[next]
    guard word.isArabic else { return false }
    if opensCue(next), !disagrees(next), saysSomething(next, sentence) { return true }
    if isCircumstantial(next) || isReporters(next, sentence) { return true }
    if lexicon.keywords.andPast.contains(reading.letters(next)) {
      return next + 1 < sentence.upperBound && reading.words[next + 1].mention >= 0
        || Range(next + 1, below: min(next + 6, sentence.upperBound)).contains(where: isFiniteSpeech)
    }
    if isOccasioned(next) { return true }
    // وجاء ذلك خلال
    let came = reading.letters(next).dropFirst(reading.letters(next).first == lexicon.alphabet.waw ? 1 : 0)
    if next + 1 < sentence.upperBound,
      lexicon.keywords.came.contains(reading.letters(next))
        || lexicon.keywords.came.contains(came),
      reading.words[next + 1].function == .demonstrative
    {
      return true
    }
    if word.function == .conjunction, next + 1 < sentence.upperBound {
      for ahead in Range(next + 1, below: min(next + 4, sentence.upperBound))
      where (opensCue(ahead) || isFiniteSpeech(ahead)) && !isInPresent(ahead) { return true }
    }
    if lexicon.keywords.according.contains(reading.bareLetters(next)) { return true }
    // … حسبما أفاد المكتب, but not the reporter's كما شهدت
    if lexicon.keywords.asSaid.contains(reading.letters(next)), next + 1 < sentence.upperBound,
      isFiniteSpeech(next + 1), !lexicon.keywords.also.contains(reading.letters(next))
    {
      return true
    }
    // … "بحرارة"، إذ يتطلب الأمر: after a quotation's end the reporter gives the reason.
    if word.function == .conjunction, comma > 0, reading.words[comma - 1].punctuation == .closeQuote,
      lexicon.keywords.since.contains(reading.letters(next))
    {
      return true
    }
    if lexicon.keywords.fi.contains(reading.bareLetters(next)), next + 1 < sentence.upperBound,
      lexicon.keywords.asides.contains(reading.letters(next + 1))
    {
      return true
    }

    // وفي تلك الأثناء
    if lexicon.keywords.fi.contains(reading.bareLetters(next)), next + 2 < sentence.upperBound,
      reading.words[next].hasConjunction || reading.letters(next).first == lexicon.alphabet.waw,
      reading.words[next + 1].function == .demonstrative,
      lexicon.keywords.timeNouns.contains(reading.letters(next + 2).dropFirst(2))
    {
      return true
    }

    if lexicon.keywords.ala.contains(reading.letters(next)), next + 1 < sentence.upperBound,
      lexicon.keywords.limit.contains(reading.letters(next + 1))
    {
      return true
    }
    return false
  }

  /// A cue that ends the speech before it even without a comma: `… والعراقي واضاف ان`.
  private func isHardBreak(_ token: Int, _ sentence: Range<Int>, isNominal: Bool) -> Bool {
    let word = reading.words[token]
    if lexicon.keywords.according.contains(reading.letters(token)), token + 1 < sentence.upperBound {
      // فالدولتان -وفق وصفه- شاركتا
      if isAside(token) { return false }
      return reading.words[token + 1].mention >= 0
        || lexicon.keywords.echo.contains(reading.letters(token + 1))
    }
    guard !word.matches.isEmpty else { return false }
    return reading.matches[word.matches].contains { match in
      guard match.reading.lexicon == .speech else { return false }
      let entry = lexicon.speech[match.reading.entry]
      let form = match.reading.form
      if form.isFinite, form.person != .first, form.kind != .jussive, match.conjunction > 0, !disagrees(token)
      {
        return leads(token, entry, sentence) || (form.kind == .present && entry.nominal.contains(.bare))
          || (isNominal && !form.needsSuffix && leadsToNoun(token, entry, sentence))
      }
      if form.kind == .participle, form.isIndefinite, match.preposition == 0, word.function != .adverb {
        return leads(token, entry, sentence)
      }
      return false
    }
  }

  /// Whether a finite cue that takes no noun phrase has its clause somewhere behind it: not `، ونشرت صورا`.
  private func saysSomething(_ token: Int, _ sentence: Range<Int>) -> Bool {
    let cues = reading.matches[reading.words[token].matches].filter { $0.reading.lexicon == .speech }
    guard !cues.isEmpty,
      cues.allSatisfy({
        $0.reading.form.isFinite && !lexicon.speech[$0.reading.entry].takesNominal
          && lexicon.speech[$0.reading.entry].nominal.isEmpty
      })
    else { return true }
    return Range(token + 1, below: min(token + 25, sentence.upperBound)).contains { ahead in
      let word = reading.words[ahead]
      return word.function == .complementiser || word.function == .demonstrative && ahead < token + 4
        || word.punctuation == .colon || word.punctuation == .openQuote
    }
  }

  /// Whether the cue's clause follows soon.
  private func leads(_ token: Int, _ entry: SpeechEntry, _ sentence: Range<Int>) -> Bool {
    Range(token + 1, below: min(token + 5, sentence.upperBound)).contains { ahead in
      let word = reading.words[ahead]
      return word.function == .complementiser || word.punctuation == .colon || word.punctuation == .openQuote
    } && !entry.clause.isEmpty
  }

  /// Whether a noun phrase that was said follows the cue at once: `ندد بالهجوم وطالب بوقفه`.
  private func leadsToNoun(_ token: Int, _ entry: SpeechEntry, _ sentence: Range<Int>) -> Bool {
    guard entry.takesNominal, token + 1 < sentence.upperBound else { return false }
    let letters = reading.letters(token + 1)
    let keys = lexicon.keywords
    if entry.nominal.contains(.ba), letters.first == lexicon.alphabet.ba, letters.count > 3 { return true }
    return entry.nominal.contains(.ala) && keys.ala.contains(letters)
      || entry.nominal.contains(.ila) && keys.ila.contains(letters)
      || entry.nominal.contains(.an) && keys.an.contains(letters)
      || entry.nominal.contains(.min) && keys.min.contains(letters)
  }

  /// Whether a verb without a subject of its own cannot be the speaker's, whose verb has the other gender: what it tells
  /// is part of what was said (`قالت إن الوزير نفى الخبر، وأكد أن`).
  private func disagrees(_ token: Int) -> Bool {
    if isInPresent(token) { return !isOthersSpeech(token) }
    guard let cue, cue.isFinite, cue.person == .masculine || cue.person == .feminine,
      token + 1 < reading.words.count
    else { return false }
    let other: VerbForm.Person = cue.person == .masculine ? .feminine : .masculine
    let matches = reading.matches[reading.words[token].matches]
    guard !matches.isEmpty,
      matches.allSatisfy({ $0.reading.form.isFinite && $0.reading.form.person == other })
    else { return false }
    let next = reading.words[token + 1]
    if next.function == .complementiser || next.punctuation == .openQuote || next.punctuation == .colon {
      return true
    }
    guard next.isArabic else { return false }
    if next.function == .preposition || next.attached != 0 || next.hasProclitic == true { return true }
    return false
  }

  /// Whether a verb in the present after a cue in the past is part of what was said (`قالت إن الدولة تدعم الحوار، وترفض
  /// العنف`), but for views, which reporters tell in the present.
  private func isInPresent(_ token: Int) -> Bool {
    guard cue?.kind == .past else { return false }
    let matches = reading.matches[reading.words[token].matches]
    return !matches.isEmpty
      && matches.allSatisfy {
        $0.reading.form.kind == .present
          && !($0.reading.lexicon == .speech && lexicon.speech[$0.reading.entry].act == "judge")
      }
  }

  /// Whether a speech cue opens here: وأضاف, مؤكدا.
  func opensCue(_ token: Int) -> Bool {
    let word = reading.words[token]
    guard word.isArabic, word.mention < 0, word.function != .adverb || word.hasConjunction else {
      return false
    }
    let afterPause =
      token == 0 || [.comma, .dash].contains(reading.words[token - 1].punctuation) || word.hasConjunction
    // في مدينة: a noun that looks like a participle.
    let isGoverned = token > 0 && reading.words[token - 1].function == .preposition
    return reading.matches[word.matches].contains { match in
      guard match.reading.lexicon == .speech else { return false }
      let form = match.reading.form
      if form.isFinite { return match.conjunction > 0 && form.person != .first && form.kind != .jussive }
      if form.kind == .participle {
        return !match.hasArticle && match.preposition == 0 && match.suffix == .none && !isGoverned
          && (form.isIndefinite || form.person != .masculine && afterPause)
      }
      return false
    }
  }

  /// A participle in the accusative after a pause tells of the reporter's subject: `، موجها انتقادات`.
  func isCircumstantial(_ token: Int) -> Bool {
    let letters = reading.letters(token)
    return reading.words[token].mention < 0 && letters.count > 4 && letters.first == lexicon.alphabet.mim
      && letters.last == lexicon.alphabet.alef
      && (letters.dropLast().last != lexicon.alphabet.ha
        || lexicon.keywords.objectParticiples.contains(letters))
  }

  /// Whether a verb of saying stands there: not عبر before a noun, nor حذرا.
  func isFiniteSpeech(_ token: Int) -> Bool {
    let word = reading.words[token]
    guard word.tag != .adposition, word.tag != .adjective, word.function != .preposition || word.tag == .verb
    else { return false }
    return reading.matches[reading.words[token].matches].contains {
      $0.reading.lexicon == .speech && $0.reading.form.isFinite
    }
  }
}
