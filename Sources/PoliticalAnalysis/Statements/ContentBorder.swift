import ArabicText

/// Where reported speech that is not in quotation marks ends.
struct ContentBorder {
  let reading: ClauseReading
  let lexicon: PoliticalLexicon

  /// The end of the content that begins at `start`: the next cue of its own level, a source phrase, or the sentence's end.
  func end(from start: Int, sentence: Range<Int>, limit: Int) -> Int {
    var token = start
    var straightOpen = false
    var depth = 0
    var stop = sentence.upperBound
    let limit = min(limit, start + 800)
    let bound = min(sentence.upperBound, limit)
    while token < limit {
      if token >= sentence.upperBound, depth == 0, !straightOpen { break }
      let word = reading.words[token]
      switch word.punctuation {
      case .straightQuote: straightOpen.toggle()
      case .openQuote: depth += 1
      case .closeQuote: depth = max(0, depth - 1)
      case .comma where depth == 0 && !straightOpen && token > start:
        if token + 1 < limit, breaks(after: token, sentence) { return token }
      default:
        if depth == 0, !straightOpen, token > start + 1, word.isArabic, isHardBreak(token, sentence) {
          return token
        }
      }
      token += 1
      stop = token
    }
    return min(max(stop, bound), limit)
  }

  /// The end of a noun phrase that was said: before a relative clause or circumstance set off by a comma, too.
  func nominalEnd(from start: Int, sentence: Range<Int>) -> Int {
    let end = end(from: start, sentence: sentence, limit: sentence.upperBound)
    guard start + 2 < end else { return end }
    for token in start + 2..<end - 1 where reading.words[token].punctuation == .comma {
      let next = reading.words[token + 1]
      let letters = reading.bareLetters(token + 1)
      if next.function == .relative || lexicon.keywords.after.contains(letters)
        || (next.function == .complementiser && next.hasConjunction)
      {
        return token
      }
    }
    return end
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

  /// Whether a new clause of the reporter's begins after a comma.
  private func breaks(after comma: Int, _ sentence: Range<Int>) -> Bool {
    let next = comma + 1
    let word = reading.words[next]
    guard word.isArabic else { return false }
    if opensCue(next) { return true }
    if isCircumstantial(next) { return true }
    if lexicon.keywords.andPast.contains(reading.letters(next)) { return true }
    if lexicon.keywords.andThat.contains(reading.letters(next)), next + 1 < sentence.upperBound,
      lexicon.keywords.after.contains(reading.letters(next + 1))
    {
      return true
    }
    if word.function == .conjunction, next + 1 < sentence.upperBound {
      for ahead in next + 1..<min(next + 4, sentence.upperBound)
      where opensCue(ahead) || isFiniteSpeech(ahead) { return true }
    }
    if lexicon.keywords.according.contains(reading.bareLetters(next)) { return true }
    if lexicon.keywords.fi.contains(reading.letters(next)), next + 1 < sentence.upperBound,
      lexicon.keywords.asides.contains(reading.letters(next + 1))
    {
      return true
    }
    if lexicon.keywords.whereas.contains(reading.letters(next)) { return true }
    if lexicon.keywords.ala.contains(reading.letters(next)), next + 1 < sentence.upperBound,
      lexicon.keywords.limit.contains(reading.letters(next + 1))
    {
      return true
    }
    return false
  }

  /// A cue that ends the speech before it even without a comma: `… والعراقي واضاف ان`.
  private func isHardBreak(_ token: Int, _ sentence: Range<Int>) -> Bool {
    let word = reading.words[token]
    if lexicon.keywords.according.contains(reading.letters(token)), token + 1 < sentence.upperBound {
      return reading.words[token + 1].mention >= 0
        || lexicon.keywords.echo.contains(reading.letters(token + 1))
    }
    guard !word.matches.isEmpty else { return false }
    return reading.matches[word.matches].contains { match in
      guard match.reading.lexicon == .speech else { return false }
      let entry = lexicon.speech[match.reading.entry]
      let form = match.reading.form
      if form.isFinite, form.person != .first, form.kind != .jussive, match.conjunction > 0 {
        return leads(token, entry, sentence) || (form.kind == .present && entry.nominal.contains(.bare))
      }
      if form.kind == .participle, form.isIndefinite, match.preposition == 0 {
        return leads(token, entry, sentence)
      }
      return false
    }
  }

  /// Whether the cue's clause follows soon.
  private func leads(_ token: Int, _ entry: SpeechEntry, _ sentence: Range<Int>) -> Bool {
    (token + 1..<min(token + 5, sentence.upperBound)).contains { ahead in
      let word = reading.words[ahead]
      return word.function == .complementiser || word.punctuation == .colon || word.punctuation == .openQuote
    } && !entry.clause.isEmpty
  }

  /// Whether a speech cue opens here: وأضاف, مؤكدا.
  func opensCue(_ token: Int) -> Bool {
    let word = reading.words[token]
    guard word.isArabic, word.mention < 0 else { return false }
    return reading.matches[word.matches].contains { match in
      guard match.reading.lexicon == .speech else { return false }
      let form = match.reading.form
      if form.isFinite { return match.conjunction > 0 && form.person != .first && form.kind != .jussive }
      if form.kind == .participle {
        return !match.hasArticle && match.preposition == 0 && match.suffix == .none
          && (form.isIndefinite || form.person != .masculine)
      }
      return false
    }
  }

  /// A participle in the accusative after a pause tells of the reporter's subject: `، موجها انتقادات`.
  private func isCircumstantial(_ token: Int) -> Bool {
    let letters = reading.letters(token)
    return reading.words[token].mention < 0 && letters.count > 4 && letters.first == lexicon.alphabet.mim
      && letters.last == lexicon.alphabet.alef
  }

  private func isFiniteSpeech(_ token: Int) -> Bool {
    reading.matches[reading.words[token].matches].contains {
      $0.reading.lexicon == .speech && $0.reading.form.isFinite
    }
  }
}
