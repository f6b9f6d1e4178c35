import ArabicText
import LinguisticAnnotation

/// Which words tell that somebody speaks: finite verbs, participles and nouns of saying where they stand as such.
extension StatementExtraction {
  /// The speech reading of a token that can be a cue where it stands.
  func cue(_ token: Int, _ sentence: Range<Int>) -> Match? {
    // عدم ذكر اسمه: what is not done.
    if token > sentence.lowerBound, lexicon.keywords.lack.contains(reading.bareLetters(token - 1)) {
      return nil
    }
    let candidates = reading.matches[reading.words[token].matches].filter { $0.reading.lexicon == .speech }
    if let noun = candidates.first(where: { $0.suffix != .none && isNounCue($0, sentence) }) { return noun }
    return candidates.first { $0.reading.form.isFinite && isFiniteCue($0, sentence) }
      ?? candidates.first { $0.reading.form.kind == .participle && isParticipleCue($0, sentence) }
      ?? candidates.first { $0.reading.form.kind == .masdar && isNounCue($0, sentence) }
  }

  private func isFiniteCue(_ match: Match, _ sentence: Range<Int>) -> Bool {
    let token = match.token
    guard reading.words[token].mention < 0, match.reading.form.person != .first else { return false }
    // Those who are quoted do not report: نتوقع من الحكومة أن …
    if let last = statements.last, last.isQuoted, last.content.contains(token) { return false }
    // لم تحدث: after the negation stands a present form, whatever past it looks like.
    if match.reading.form.kind == .past, token > sentence.lowerBound,
      lexicon.keywords.lam.contains(reading.letters(token - 1))
    {
      return false
    }
    if match.reading.form.kind == .jussive,
      token == sentence.lowerBound || !lexicon.keywords.lam.contains(reading.letters(token - 1))
    {
      return false
    }
    if carried[token] { return false }
    if inQuote(token, sentence) { return false }
    if match.conjunction == 0, token > sentence.lowerBound, isPlainNoun(token - 1),
      reading.matches[reading.words[token].matches].contains(where: { !$0.reading.form.isFinite })
    {
      return false
    }
    if match.conjunction == 0, isRatherNoun(match, sentence) { return false }
    // طلب عدم ذكر اسمه
    if token + 1 < sentence.upperBound, lexicon.keywords.anonymity.contains(reading.letters(token)),
      lexicon.keywords.lack.contains(reading.letters(token + 1))
    {
      return false
    }
    if lexicon.keywords.passive.contains(reading.bareLetters(token)), token + 1 < sentence.upperBound,
      reading.words[token + 1].function == .complementiser && match.reading.form.person == .masculine
        || match.conjunction == 0 && token > sentence.lowerBound && isPlainNoun(token - 1)
    {
      return false
    }
    // دفع ثمن باهظ: a noun after the noun that governs it.
    if match.conjunction == 0, reading.words[token].tag == .noun, token > sentence.lowerBound,
      isPlainNoun(token - 1), reading.words[token - 1].tag == .noun
    {
      return false
    }
    // أكد الطرفان حرصهما على الحوار ورفض العنف: of two or several, the one form is a noun.
    if match.conjunction > 0, match.reading.form.kind == .past, match.reading.form.person == .masculine,
      reading.matches[reading.words[token].matches].contains(where: { $0.reading.form.kind == .masdar }),
      let last = lastVerb, sentence.contains(last.token), isOneOfTwo(last.token + 1)
    {
      return false
    }
    if token > sentence.lowerBound, match.conjunction == 0 {
      let before = reading.words[token - 1]
      // إلى ذلك أكد, في تصريح له قال: a circumstance that is complete.
      let isClosed =
        before.function == .demonstrative && token - 2 >= sentence.lowerBound
        && (reading.words[token - 2].function == .preposition
          || token - 3 >= sentence.lowerBound && reading.words[token - 3].function == .preposition)
        || before.function == .preposition
          && lexicon.keywords.prepositionPronouns.contains(reading.letters(token - 1))
      if before.function == .preposition || before.function == .demonstrative, !isClosed { return false }
      // لا يريد أن يرى: wishes to see are no view.
      if before.function == .complementiser, match.reading.form.kind == .present,
        lexicon.speech[match.reading.entry].act == "judge"
      {
        return false
      }
      // الأمر الذي يشير إلى أن، ما يشير إلى أن: what was told, not who.
      if token >= sentence.lowerBound + 2 {
        if before.function == .relative, lexicon.keywords.matter.contains(reading.bareLetters(token - 2)) {
          return false
        }
        if match.reading.form.kind == .present,
          lexicon.keywords.whatSaid.contains(reading.letters(token - 1)),
          reading.words[token - 2].punctuation == .comma
        {
          return false
        }
      }
      // مما يهدد: what was told, not who.
      if lexicon.keywords.fromWhat.contains(reading.letters(token - 1)) { return false }
      if before.function == .all { return false }
      if match.reading.form.person == .masculine,
        lexicon.keywords.impersonal.contains(reading.letters(token)),
        token + 1 < sentence.upperBound,
        reading.words[token + 1].function == .complementiser
          || lexicon.keywords.ila.contains(reading.letters(token + 1)),
        before.mention < 0
      {
        return false
      }
    } else if token + 1 < sentence.upperBound, lexicon.keywords.awaited.contains(reading.letters(token)),
      reading.words[token + 1].function == .complementiser
    {
      // ويتوقع أن: by nobody.
      return false
    } else if token == sentence.lowerBound, match.reading.form.kind == .present,
      lexicon.keywords.impersonal.contains(reading.letters(token)), token + 1 < sentence.upperBound,
      reading.words[token + 1].function == .complementiser
        || reading.words[token + 1].function == .preposition
    {
      return false
    }
    return true
  }

  /// A form without a conjunction that is rather another word: ردا على, نقلا عن, وكرر رفض التعاون, عبر الفيديو.
  private func isRatherNoun(_ match: Match, _ sentence: Range<Int>) -> Bool {
    let word = reading.words[match.token]
    if match.reading.form.person == .dual,
      reading.matches[word.matches].contains(where: { $0.reading.form.isIndefinite && $0.suffix == .none })
    {
      return true
    }
    guard let tag = word.tag, tag != .verb, match.token > sentence.lowerBound else { return false }
    let before = reading.words[match.token - 1]
    // وقد عبر الرئيس عن: only a verb comes after the particle.
    if before.function == .auxiliary { return false }
    // وكان الوزير عبر في حوار عن
    if before.mention >= 0, [.past, .auxiliary].contains(reading.words[sentence.lowerBound].function) {
      return false
    }
    // من جانبه عبر الوزير عن
    if lexicon.keywords.sides.contains(reading.letters(match.token - 1)) { return false }
    return before.tag == .verb || tag == .adposition && before.punctuation == .none
  }

  private func isOneOfTwo(_ token: Int) -> Bool {
    token < reading.words.count && lexicon.keywords.duals.contains(reading.letters(token))
  }

  /// A noun that is nobody: a word like a verb after it is its genitive (بارقة أمل).
  private func isPlainNoun(_ token: Int) -> Bool {
    let word = reading.words[token]
    return word.isArabic && word.mention < 0 && word.function == .none && !word.hasArticle
      && !reading.matches[word.matches].contains { $0.reading.form.isFinite }
  }

  private func inQuote(_ token: Int, _ sentence: Range<Int>) -> Bool {
    let open = Int(reading.quotes.enclosing[token])
    let length = open >= 0 ? Int(reading.quotes.partner[open]) - open : 0
    // One quoted verb («تمنى») is the reporter's.
    return length > 2
  }
  private func isParticipleCue(_ match: Match, _ sentence: Range<Int>) -> Bool {
    let token = match.token
    guard !match.hasArticle, match.preposition == 0, match.suffix == .none, reading.words[token].mention < 0
    else { return false }
    // أشار مجددا إلى
    if reading.words[token].function == .adverb, token > sentence.lowerBound,
      reading.words[token - 1].punctuation != .comma
    {
      return false
    }
    if token == sentence.lowerBound {
      return match.reading.form.person != .masculine || match.reading.form.isIndefinite
    }
    // Circumstantial accusative: مؤكدا, or after a comma مؤكدة / مؤكدين.
    let before = reading.words[token - 1]
    let afterPause = before.punctuation == .comma || before.punctuation == .dash || match.conjunction > 0
    switch match.reading.form.person {
    case .masculine: return match.reading.form.isIndefinite
    default:
      // احتجاجات ومطالبات: a noun beside a noun.
      let ending = reading.letters(token).suffix(2)
      if match.conjunction > 0, ending.elementsEqual([lexicon.alphabet.alef, lexicon.alphabet.ta]) {
        return false
      }
      return afterPause || before.mention >= 0
    }
  }

  func isNounCue(_ match: Match, _ sentence: Range<Int>) -> Bool {
    let token = match.token
    guard token + 1 < sentence.upperBound, !match.hasArticle || match.reading.form.kind == .masdar else {
      return false
    }
    let next = reading.words[token + 1]
    if isSaying(match) {
      // قوله إن, قولها: «…», بالقول إن, بقوله لرويترز إن
      if [.openQuote, .colon].contains(next.punctuation) { return true }
      return Range(token + 1, below: min(token + 6, sentence.upperBound)).contains {
        reading.words[$0].function == .complementiser
      }
    }
    if match.suffix != .none {
      // أمله في أن
      guard match.reading.form.kind == .masdar, match.suffix != .us, match.suffix != .me else { return false }
      return next.function == .complementiser
        || next.function == .preposition && token + 2 < sentence.upperBound
          && reading.words[token + 2].function == .complementiser
    }
    // سارعت الوزارة إلى الإعراب عن, واكتفى بالتأكيد على
    if match.hasArticle {
      let act = lexicon.speech[match.reading.entry].act
      return ["affirm", "express", "say", "announce"].contains(act) && token > sentence.lowerBound
        && !inQuote(token, sentence)
        && (match.preposition == lexicon.alphabet.ba && match.conjunction == 0
          || match.preposition == 0 && lexicon.keywords.ila.contains(reading.letters(token - 1)))
        && [.preposition, .complementiser].contains(next.function) && next.mention < 0
    }
    // إعلان الوزارة عن …
    // في تصريح صحافي: where it was said, not by whom.
    if token > sentence.lowerBound,
      lexicon.keywords.situationPrepositions.contains(reading.letters(token - 1)),
      lexicon.keywords.situations.contains(reading.letters(token))
    {
      return false
    }
    return !inQuote(token, sentence) && !match.hasArticle && match.preposition == 0
      && (next.mention >= 0 || lexicon.keywords.roles.contains(reading.letters(token + 1)))
      && next.attached == 0
  }

  /// Whether the noun is قول with the pronoun or article that stands for the speaker.
  func isSaying(_ match: Match) -> Bool {
    match.reading.form.kind == .masdar && lexicon.keywords.saying.contains(reading.letters(match.token))
  }
}
