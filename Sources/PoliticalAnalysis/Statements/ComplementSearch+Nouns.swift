import ArabicText
import LinguisticAnnotation

/// Noun phrases that were said: `أكد عزم بلاده على`, `رحب بالجهود`, `دعا إلى الحوار`.
extension ComplementSearch {
  /// The clause that an `إلى أن` further on brings where the first إلى is part of the speaker's title.
  func laterClause(
    _ token: Int, _ entry: SpeechEntry, _ sentence: Range<Int>, _ limit: Int
  ) -> Content? {
    let links: [(SpeechEntry.Links, Keywords.Set)] = [
      (.ila, lexicon.keywords.ila), (.ala, lexicon.keywords.ala), (.an, lexicon.keywords.an),
      (.min, lexicon.keywords.min), (.fi, lexicon.keywords.fi),
    ]
    let letters = reading.letters(token)
    guard
      let preposition = links.first(where: { entry.clause.contains($0.0) && $0.1.contains(letters) })?.1
    else { return nil }
    for ahead in Range(token + 1, below: min(token + 30, sentence.upperBound)) {
      if reading.matches[reading.words[ahead].matches].contains(where: { $0.reading.form.isFinite })
        || [.complementiser, .relative].contains(reading.words[ahead].function)
      {
        guard ahead > token + 2, reading.words[ahead].function == .complementiser,
          preposition.contains(reading.letters(ahead - 1))
        else { return nil }
        return clause(ahead, sentence, limit)
      }
    }
    return nil
  }

  /// The clause that says what something is described as, after where it was said and what: `وصف الوزير في رسالة للصحيفة
  /// الاتفاق بأنه «جيد»`.
  func description(from token: Int, _ sentence: Range<Int>) -> Int? {
    for ahead in Range(token, below: min(token + 30, sentence.upperBound)) {
      let word = reading.words[ahead]
      if lexicon.keywords.asWhat.contains(reading.letters(ahead)) { return ahead }
      if word.function == .complementiser || word.punctuation == .colon || borders.opensCue(ahead) {
        return nil
      }
    }
    return nil
  }

  func nounPhrase(
    _ token: Int, start: Int, _ entry: SpeechEntry, _ sentence: Range<Int>, _ limit: Int
  ) -> Content? {
    let letters = reading.letters(token)
    let keys = lexicon.keywords
    let links = entry.nominal
    var first: Int?
    if links.contains(.ila),
      keys.ila.contains(letters) || links.contains(.ala) && keys.ala.contains(letters)
        || links.contains(.an) && keys.an.contains(letters)
        || links.contains(.min) && keys.min.contains(letters)
        || links.contains(.fi) && keys.fi.contains(letters)
    {
      first = token + 1
    } else if links.contains(.ala), keys.ala.contains(letters) {
      first = token + 1
    } else if links.contains(.an), keys.an.contains(letters) {
      first = token + 1
    } else if links.contains(.min), keys.min.contains(letters) {
      first = token + 1
    } else if links.contains(.fi), keys.fi.contains(letters) {
      first = token + 1
    } else if links.contains(.li), letters.first == lexicon.alphabet.lam, letters.count > 3,
      reading.words[token].function == .none, reading.words[token].mention < 0,
      reading.words[token].hasProclitic != false,
      !(links.contains(.ila)
        && Range(token + 1, below: min(token + 26, sentence.upperBound)).contains {
          keys.ila.contains(reading.letters($0))
        })
    {
      first = token
    } else if links.contains(.ba), letters.count == 1, letters.first == lexicon.alphabet.ba,
      token + 1 < sentence.upperBound, reading.words[token + 1].punctuation == .openQuote
    {
      // بـ"الافتقار إلى الإرادة"
      first = token + 1
    } else if links.contains(.ba), keys.withWhat.contains(letters) {
      first = token
    } else if links.contains(.ba), letters.first == lexicon.alphabet.ba,
      letters.count > 3 || letters.count == 3 && reading.words[token].hasProclitic == true,
      reading.words[token].function == .none,
      reading.words[token].mention < 0 || reading.words[token].attached != 0,
      reading.words[token].hasProclitic != false || reading.words[token].attached != 0,
      !keys.adverbialBa.contains(letters) || isHelp(token, entry, sentence)
    {
      first = token
    } else if links.contains(.bare),
      token == start || start > 0 && token == start + 1 && keys.within.contains(reading.letters(start))
        || reading.words[token - 1].punctuation == .comma && !borders.isCircumstantial(token)
        || opensLater(token) || lexicon.keywords.stress.contains(letters),
      !keys.roles.contains(reading.bareLetters(token)), !keys.adverbialBa.contains(letters),
      !borders.opensCue(token), entry.act != "inform" || informs(token),
      reading.words[token].mention < 0 || ["describe", "judge"].contains(entry.act),
      [.none, .all, .demonstrative].contains(reading.words[token].function),
      reading.words[token].attached == 0, !reading.words[token].hasConjunction
    {
      first = token
    }
    // التأكيد على دعم بلاده
    if let stressed = first, stressed + 1 < sentence.upperBound,
      lexicon.keywords.stress.contains(reading.letters(stressed)),
      keys.ala.contains(reading.letters(stressed + 1))
    {
      first = stressed + 2
    }
    guard let first, first < sentence.upperBound, reading.words[first].function != .complementiser,
      reading.words[first].function != .relative
    else { return nil }
    if reading.words[first].punctuation == .openQuote,
      let quote = quoted(first, limit), quote.count > 3
    {
      return made(quote, isQuoted: true, ".nominal.quote")
    }
    let tokens = trimmed(first..<borders.nominalEnd(from: first, sentence: sentence))
    guard tokens.count > 0 else { return nil }
    var content = made(tokens, isQuoted: false, ".nominal")
    content.isNominal = true
    return content
  }

  /// `تعهدت المجموعة بدعم المزارعين`: help that is spoken of, not whose help somebody had (بدعم من).
  private func isHelp(_ token: Int, _ entry: SpeechEntry, _ sentence: Range<Int>) -> Bool {
    lexicon.keywords.help.contains(reading.letters(token)) && !entry.nominal.contains(.bare)
      && token + 1 < sentence.upperBound && !lexicon.keywords.min.contains(reading.letters(token + 1))
  }

  /// Whether a noun opens what somebody is told: `أبلغ الوزير نظيره رفضه`, not `يبلغ عدد سكانها`.
  private func informs(_ token: Int) -> Bool {
    opensNoun(token) && !lexicon.keywords.quantities.contains(reading.letters(token))
      && !Range(token + 1, below: min(token + 8, reading.words.count)).contains {
        reading.text.tokens[$0].kind == .number
      }
  }

  /// The end of a second speaker known by the first: `أكد الوزير ونظيره المصري سامي الحداد ضرورة الحوار`.
  func afterCounterpart(_ token: Int, _ sentence: Range<Int>) -> Int? {
    let letters = reading.letters(token)
    guard letters.first == lexicon.alphabet.waw, lexicon.keywords.counterparts.contains(letters.dropFirst())
    else { return nil }
    var end = token + 1
    while end < min(token + 9, sentence.upperBound),
      reading.words[end].mention >= 0 || reading.words[end].hasArticle
    {
      end += 1
    }
    return end
  }

  /// Whether a noun of what can be said stands here after a closed phrase: `أكد الوزير في اتصال مع نظيره ضرورة الحوار`.
  func opensLater(_ token: Int) -> Bool {
    token > 0 && closesPhrase(token - 1) && opensNoun(token)
  }

  /// What was said where it begins with a quotation: all of it, or the phrase that a quoted word or two begin
  /// (أكدت «تصميمها» على المضي).
  func quotedNoun(_ open: Int, _ sentence: Range<Int>, _ limit: Int) -> Content? {
    guard let quote = quoted(open, limit), !quote.isEmpty, reading.close(of: open) != nil else { return nil }
    let after = quote.upperBound + 1
    var content: Content
    if quote.count > 4 || after >= sentence.upperBound || reading.words[after].punctuation != .none {
      guard quote.count > 1 else { return nil }
      content = closed(quote, sentence, limit, ".nominal.quote")
    } else {
      guard reading.words[after].function == .preposition || reading.words[after].attached != 0 else {
        return nil
      }
      let tokens = trimmed(open..<borders.nominalEnd(from: open, sentence: sentence))
      content = made(tokens, isQuoted: false, ".nominal")
    }
    content.isNominal = true
    return content
  }

  /// Whether a noun that opens what was said stands here, rather than one for who says it.
  func opensNoun(_ token: Int) -> Bool {
    let word = reading.words[token]
    guard word.isArabic, word.mention < 0, word.function == .none, !word.hasArticle, !word.hasConjunction,
      word.attached == 0
    else { return false }
    let letters = reading.letters(token)
    if lexicon.speakers.speaker(letters) != nil { return false }
    return lexicon.speakers.isContent(letters) || isVerbalNoun(letters, word)
      || reading.matches[word.matches].contains {
        $0.reading.form.kind == .masdar && $0.conjunction == 0 && $0.preposition == 0
      }
  }

  /// Whether a noun has the pattern of a derived verb's noun: تفعيل, إفعال, استفعال, انفعال and افتعال, مفاعلة.
  private func isVerbalNoun(_ letters: ArraySlice<Letter>, _ word: Word) -> Bool {
    guard word.tag == .noun, letters.count >= 5, let first = letters.first, let last = letters.last else {
      return false
    }
    let alphabet = lexicon.alphabet
    let before = letters[letters.endIndex - 2]
    if first == alphabet.ta, letters.count == 5, before == alphabet.ya { return true }
    if first == alphabet.alef, before == alphabet.alef, last != alphabet.alef, letters.count <= 7 {
      return true
    }
    return first == alphabet.mim && letters.count == 6 && last == alphabet.ha
      && letters[letters.startIndex + 2] == alphabet.alef
  }

  /// Whether no genitive can follow the word: it ends a name, has the article or a pronoun, or is an adverb or adjective.
  private func closesPhrase(_ token: Int) -> Bool {
    let word = reading.words[token]
    if word.mention >= 0 || word.hasArticle || word.function == .adverb || word.tag == .adjective {
      return true
    }
    if [.closeQuote, .closeBracket, .dash].contains(word.punctuation) { return true }
    if reading.text.tokens[token].kind == .number { return true }
    let letters = reading.letters(token)
    let hasPronoun =
      word.tag == .noun && letters.count > 3
      && (letters.last == lexicon.alphabet.ha
        || letters.suffix(2).elementsEqual([lexicon.alphabet.ha, lexicon.alphabet.alef]))
      && !reading.text.utf8[reading.text.tokens[token].bytes].suffix(2).elementsEqual([0xD8, 0xA9])
    return hasPronoun || lexicon.keywords.prepositionPronouns.contains(letters)
      || lexicon.keywords.months.contains(reading.letters(token))
  }
}
