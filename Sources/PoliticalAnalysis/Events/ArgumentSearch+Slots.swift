import ArabicText
import LinguisticAnnotation

/// Actors in the places that a frame names: behind a preposition, by a pronoun, in a relative clause.
extension ArgumentSearch {
  func slot(
    _ token: Int, _ word: Word, _ slots: EventEntry.Slots, _ end: Int, _ document: borrowing Document
  ) -> Actor? {
    let letters = reading.bareLetters(token)
    let keys = lexicon.keywords
    if slots.contains(.li), word.mention < 0, keys.favour.contains(letters) {
      // صوت لصالح الحكومة
      return phrase(at: token + 1, end, document)
    }
    if word.function == .preposition, word.mention < 0 {
      if slots.contains(.ala) && keys.alaPronoun.contains(letters)
        || slots.contains(.with) && keys.withPronoun.contains(letters)
        || slots.contains(.ila) && keys.ilaPronoun.contains(letters)
        || slots.contains(.li) && keys.liPronoun.contains(letters)
        || slots.contains(.an) && keys.anPronoun.contains(letters)
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
      if slots.contains(.against), keys.fi.contains(letters), token + 2 < end, isWord(token + 1, Self.right) {
        // الاعتداءات في حق السكان
        return phrase(at: token + 2, end, document)
      }
      // وعلى رأسهم الوزير: one of those named before.
      if slots.contains(.fi), token + 2 < end, isFor(token + 2) {
        // مؤتمر دعم سوريا: what a meeting is for is not who meets.
        return nil
      }
      guard fits, token + 1 < end, !keys.atHead.contains(reading.letters(token + 1)) else { return nil }
      if keys.ala.contains(letters), keys.lands.contains(reading.letters(token + 1)) {
        // الهجوم على أراضيها
        return back(from: token + 1, document).map { Actor(entity: $0, tokens: token + 1..<token + 2) }
      }
      if keys.with.contains(letters), token > 0, reading.words[token - 1].mention < 0,
        reading.words[token - 1].hasArticle, reading.letters(token - 1).first == lexicon.alphabet.ba,
        !reading.matches[reading.words[token - 1].matches].contains(where: { $0.reading.lexicon == .event })
      {
        // الوفد المكلف بالعلاقات مع الدولة: with whom somebody else deals.
        return nil
      }
      return phrase(at: token + 1, end, document)
    }
    if token > 0, lexicon.keywords.anti.contains(reading.letters(token - 1)) { return nil }
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
          && (word.attached != 0 || word.hasProclitic == true && adjective(behind: token, end) != nil
            || keys.roles.contains(letters.dropFirst())
            || keys.counts.contains(letters.dropFirst())
            || lexicon.functionWords.kind(letters.dropFirst()) == .all
            || isOwned(token, end)
            || keys.nounHeadsOfForce.contains(letters.dropFirst())))
    {
      if keys.adverbialBa.contains(letters) { return nil }
      if keys.roles.contains(letters.dropFirst()) { return roleActor(token, end, document) }
      if token + 1 < end, word.attached != 0 || word.hasProclitic == true || first == lexicon.alphabet.ba,
        let state = adjective(behind: token, end)
      {
        return state
      }
      if first == lexicon.alphabet.lam,
        keys.counts.contains(letters.dropFirst())
          || lexicon.functionWords.kind(letters.dropFirst()) == .all
      {
        return phrase(at: token + 1, end, document)
      }
      if first == lexicon.alphabet.lam, !keys.nounHeadsOfForce.contains(letters.dropFirst()),
        token + 1 >= end || reading.words[token + 1].mention < 0
      {
        return nil
      }
      let near = phrase(at: token + 1, end, document)
      if let near, !actors.isVague(near.entity, document) { return near }
      return relativeActor(token + 1, end, document) ?? near
    }
    return nil
  }

  /// The state whose adjective is a noun's with ب or ل, past others with the article: `بالاعتداء الإسرائيلي`,
  /// `بالجهود الدبلوماسية السعودية`.
  private func adjective(behind noun: Int, _ end: Int) -> Actor? {
    for token in Range(noun + 1, below: min(end, noun + 4)) {
      let word = reading.words[token]
      guard word.isArabic, word.mention < 0, word.function == .none, !word.hasConjunction else { return nil }
      if let state = actors.nationality(token) { return Actor(entity: state, tokens: noun..<token + 1) }
      guard word.hasArticle, word.attached == 0 else { return nil }
    }
    return nil
  }

  /// Whether a noun says what the one before it is for: دعم, in `مؤتمر دعم سوريا`.
  private func isFor(_ token: Int) -> Bool {
    reading.words[token].mention < 0
      && reading.matches[reading.words[token].matches].contains {
        $0.reading.lexicon == .event && $0.reading.form.kind == .masdar && !$0.hasArticle
          && ["SUPPORT", "AID"].contains(lexicon.events[$0.reading.entry].type)
      }
  }

  /// Whose a noun right behind ب is by its pronoun: `ندد بسياساتها`.
  func possessed(_ token: Int, _ match: Match, _ source: Int?, _ document: borrowing Document)
    -> Actor?
  {
    let entry = lexicon.events[match.reading.entry]
    guard entry.slots.contains(.ba), !entry.isWeak, match.reading.form.isFinite,
      reading.words[token].mention < 0, reading.words[token].function == .none,
      document.tag(of: token) == .noun
    else { return nil }
    let letters = reading.letters(token)
    guard letters.count > 5, letters.first == lexicon.alphabet.ba, let last = letters.last,
      last == lexicon.alphabet.ha && !reading.endsInTehMarbuta(token)
        || last == lexicon.alphabet.alef && letters.dropLast().last == lexicon.alphabet.ha,
      !lexicon.keywords.adverbialBa.contains(letters),
      !lexicon.keywords.ownState.contains(letters.dropFirst())
    else { return nil }
    return back(from: token, document, excluding: source).map { Actor(entity: $0, tokens: token..<token + 1) }
  }

  /// `بالجهود الدبلوماسية التي يبذلها العراق`: who does what is spoken of.
  private func relativeActor(_ start: Int, _ end: Int, _ document: borrowing Document) -> Actor? {
    for token in Range(start, below: min(end, start + 7)) where reading.words[token].mention >= 0 {
      let mention = document.mentions[reading.words[token].mention]
      if actors.isVague(mention.entity, document) || isVictim(token, reading.sentence(of: token)) { continue }
      return Actor(entity: mention.entity, tokens: token..<mention.tokens.upperBound)
    }
    return nil
  }

  private func roleActor(_ start: Int, _ end: Int, _ document: borrowing Document) -> Actor? {
    for token in Range(start + 1, below: min(end, start + 12)) where reading.words[token].mention >= 0 {
      let mention = document.mentions[reading.words[token].mention]
      if document.entities[mention.entity].kind == .person {
        return Actor(entity: mention.entity, tokens: start..<mention.tokens.upperBound)
      }
    }
    return relativeActor(start + 1, end, document)
  }
}
