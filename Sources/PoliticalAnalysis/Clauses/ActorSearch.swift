import ArabicText
import LinguisticAnnotation

/// Reads the actor out of a noun phrase: its head, or the person that a title announces.
struct ActorSearch {
  let reading: ClauseReading
  let lexicon: PoliticalLexicon
  /// Whether somebody with a name or country is looked for behind a bare noun (مواقع لجبهة النصرة): right for events,
  /// where actors are states and groups, wrong for speakers.
  var prefersKnown = false
  /// Whether one role may stand right after another for the same person (رئيس اللجنة وزير العدل السابق سامي الحداد): after
  /// a verb that takes no object, since else the second is whom it addresses.
  var chainsRoles = false

  /// متحدث باسم وزير الطاقة فلان: the name behind the description is another's.
  private func speaksForNext(_ mention: Mention, _ limit: Int, _ document: borrowing Document) -> Bool {
    let next = mention.tokens.upperBound
    guard mention.kind == .nominal, next < limit, !reading.words[mention.tokens.lowerBound].hasArticle,
      mention.tokens.contains(where: { reading.bareLetters($0).elementsEqual(Self.inNameOf) }),
      reading.words[next].mention >= 0
    else { return false }
    let name = document.mentions[reading.words[next].mention]
    return name.kind == .name && name.entity != mention.entity && isPerson(name.entity, document)
  }

  /// The actor of the noun phrase that begins at `start`, nil where it has none before `limit`.
  ///
  /// A title goes before its bearer (رئيس الوزراء العراقي مصطفى الكاظمي), so that after one the first person is the
  /// actor and an organisation on the way (رئيس المجلس الأعلى…) is part of the title.
  func actor(at start: Int, limit: Int, in document: borrowing Document) -> Actor? {
    var token = start
    var isRole = false
    var seen = 0
    var fallback: Actor?
    while token < min(limit, start + 24) {
      let word = reading.words[token]
      if word.mention >= 0 {
        let mention = document.mentions[word.mention]
        let isAttached = word.attached != 0 && mention.tokens.lowerBound == token
        if isAttached, !isRole, seen == 0 { return nil }
        let found = Actor(entity: mention.entity, tokens: start..<mention.tokens.upperBound)
        if isPerson(mention.entity, document) {
          if mention.kind == .name { return found }
          // A role in words of its own, then perhaps its bearer's name; a second role is somebody else.
          if fallback != nil, !chainsRoles || word.hasConjunction || isAttached { return fallback }
          // متحدث باسم الوزير فلان: the name is the minister's.
          if speaksFor(mention) { return found }
          // A source has no name.
          if lexicon.keywords.nameless.contains(reading.bareLetters(token)) { return found }
          if speaksForNext(mention, limit, document) { return found }
          isRole = true
          fallback = fallback ?? found
          seen += 1
          let end = max(mention.tokens.upperBound, token + 1)
          // A name may stand at the end of a title: النائب سامي الحداد.
          token =
            (word.hasArticle ? (token + 1..<end).first { reading.words[$0].mention != word.mention } : nil)
            ?? end
          continue
        }
        if prefersKnown, !isRole, isVague(mention.entity, document) {
          return known(after: mention.tokens.upperBound, from: start, limit, document) ?? found
        }
        if !isRole || word.hasConjunction && fallback != nil { return fallback ?? found }
        token = max(mention.tokens.upperBound, token + 1)
        seen += 1
        continue
      }
      switch word.punctuation {
      case .none: break
      case .openQuote:
        // A quoted name is short; a quotation is what was said.
        guard let close = reading.close(of: token), close < min(limit, token + 6) else { return fallback }
        token += 1
        continue
      case .openBracket, .closeQuote, .closeBracket:
        token += 1
        continue
      case .comma:
        if isRole, let bearer = bearer(after: token, from: start, limit, document) { return bearer }
        if isRole, token + 1 < limit, reading.words[token + 1].mention >= 0,
          isPerson(document.mentions[reading.words[token + 1].mention].entity, document)
        {
          token += 1
          continue
        }
        return fallback
      default: return fallback
      }
      switch word.function {
      case .none: break
      case .preposition:
        let letters = reading.bareLetters(token)
        if isRole, lexicon.functionWords.kind(letters) == .preposition, seen < 12, !word.hasConjunction {
          // الرئيس في اتصال مع نظيره: where it was said is no part of who says it.
          if lexicon.keywords.fi.contains(letters), token + 1 < limit,
            lexicon.keywords.situations.contains(reading.letters(token + 1))
          {
            return fallback
          }
          if lexicon.keywords.fi.contains(letters) || letters.elementsEqual(Self.inNameOf)
            || letters.elementsEqual(Self.at)
            || lexicon.keywords.min.contains(letters)
            || lexicon.keywords.an.contains(letters)
              && lexicon.keywords.official.contains(reading.bareLetters(start))
            || lexicon.keywords.ila.contains(letters) && token + 1 < limit && isPlace(token + 1, document)
          {
            token += 1
            continue
          }
        }
        if lexicon.keywords.min.contains(letters), token > start,
          isQuantity(token - 1) || reading.words[token - 1].function == .all
        {
          token += 1
          continue
        }
        return fallback
      case .adverb, .all, .demonstrative:
        token += 1
        continue
      default: return fallback
      }
      if reading.matches[word.matches].contains(where: { $0.reading.form.isFinite && isVerbForm($0) }),
        seen > 0,
        !word.hasArticle, isRole ? word.hasConjunction : true, !looksNominal(token)
      {
        return fallback
      }
      if seen > 0, prefersKnown, !isRole, word.tag == .noun, !word.hasArticle, word.attached == 0,
        !word.hasConjunction, reading.words[token - 1].mention < 0, reading.words[token - 1].hasArticle
      {
        // ناشدت المانحين توفير الدواء: behind an article no genitive can follow.
        return fallback
      }
      if let fallback, isRole, !chainsRoles, word.attached == 0, !word.hasConjunction,
        lexicon.keywords.roles.contains(reading.bareLetters(token))
          || lexicon.speakers.isOffice(reading.bareLetters(token))
      {
        // وزير الخارجية الشيخ فلان: how its bearer is addressed.
        if token + 1 < limit, lexicon.keywords.addresses.contains(reading.letters(token)),
          reading.words[token + 1].mention >= 0
        {
          token += 1
          continue
        }
        // استقبل الوزير المصري الوزير الفرنسي فلانا: a role that nobody's name has taken is somebody of its own.
        return fallback
      }
      if fallback != nil, word.hasConjunction,
        lexicon.keywords.counterparts.contains(reading.bareLetters(token))
      {
        // وزير الخارجية السعودي ونظيره المصري فلان: another.
        return fallback
      }
      if seen > 0, prefersKnown,
        lexicon.keywords.byForce.contains(reading.letters(token))
          || lexicon.keywords.adverbialBa.contains(reading.letters(token))
      {
        // وفد رفيع المستوى بقيادة الوزير: who leads it is another.
        return fallback
      }
      if token == start + 1, reading.text.tokens[token - 1].kind == .number, isTanwin(token),
        token + 1 < limit,
        !lexicon.keywords.min.contains(reading.letters(token + 1)), nationality(token + 1) == nil
      {
        // 32 شخصا: those counted are nobody whom the text names.
        return nil
      }
      if seen == 0 {
        if word.attached != 0 || startsPhrase(token) { return nil }
        let letters = reading.bareLetters(token)
        isRole = lexicon.keywords.roles.contains(letters) || lexicon.speakers.isOffice(letters)
      } else if fallback == nil, let state = nationality(token) {
        fallback = Actor(entity: state, tokens: start..<token + 1)
        if !isRole {
          let next = token + 1
          if next >= limit || reading.words[next].mention < 0 || reading.words[next].hasConjunction
            || reading.words[next].attached != 0
          {
            return fallback
          }
        }
      }
      seen += 1
      token += 1
    }
    return fallback
  }

  /// Whether an indefinite description is of one who speaks in the name of somebody with an office.
  private func speaksFor(_ mention: Mention) -> Bool {
    let first = mention.tokens.lowerBound
    guard !reading.words[first].hasArticle else { return false }
    return mention.tokens.dropFirst().dropLast().contains {
      lexicon.keywords.inName.contains(reading.letters($0))
        && (lexicon.keywords.roles.contains(reading.letters($0 + 1))
          || lexicon.speakers.isOffice(reading.letters($0 + 1)))
    }
  }

  /// Who bears a title that a comma parts from the name: `أستاذ القانون بالجامعة، الدكتور سامي الحداد، أن`.
  private func bearer(after comma: Int, from start: Int, _ limit: Int, _ document: borrowing Document)
    -> Actor?
  {
    var token = comma + 1
    while token < min(limit, comma + 4), reading.words[token].mention < 0,
      lexicon.keywords.roles.contains(reading.letters(token))
    {
      token += 1
    }
    guard token < limit, reading.words[token].mention >= 0 else { return nil }
    let mention = document.mentions[reading.words[token].mention]
    let end = mention.tokens.upperBound
    guard mention.kind == .name, isPerson(mention.entity, document), mention.tokens.lowerBound == token,
      !reading.words[token].hasConjunction, reading.words[token].attached == 0,
      end >= reading.words.count || [.comma, .stop].contains(reading.words[end].punctuation)
        || reading.words[end].function == .complementiser
    else { return nil }
    return Actor(entity: mention.entity, tokens: start..<end)
  }

  /// Whether nothing is known of an entity but a noun.
  func isVague(_ entity: Int, _ document: borrowing Document) -> Bool {
    document.entities[entity].country == nil && !reading.isNamed[entity]
  }

  /// Whose the vague noun is: its genitive, what follows ل, or the state of an adjective of nationality.
  private func known(after end: Int, from start: Int, _ limit: Int, _ document: borrowing Document) -> Actor?
  {
    for token in Range(end, below: min(limit, end + 4)) {
      let word = reading.words[token]
      if word.punctuation != .none || ![.none, .demonstrative].contains(word.function) && word.mention < 0 {
        return nil
      }
      // التحالف بقيادة دولة: who leads it is another.
      if word.mention < 0, lexicon.keywords.adverbialBa.contains(reading.letters(token)) { return nil }
      // مقتل الجنود بغارة أميركية; مسلح 38 سائحا: a phrase of its own.
      if reading.text.tokens[token].kind == .number || word.mention < 0 && startsPhrase(token) { return nil }
      if word.mention >= 0 {
        let mention = document.mentions[word.mention]
        if word.attached == 0, token == mention.tokens.lowerBound, mention.kind == .nominal, isTanwin(token) {
          return nil
        }
        if token == end, end > start, reading.words[end - 1].hasArticle, nationality(token) == nil,
          word.attached != lexicon.alphabet.lam
        {
          // دعا التحالف الأمم المتحدة: a definite noun has no genitive, so that what follows is the object.
          return nil
        }
        guard token <= end + 1, word.attached == 0 || word.attached == lexicon.alphabet.lam,
          !word.hasConjunction,
          !isVague(mention.entity, document)
        else {
          if let state = nationality(token) { return Actor(entity: state, tokens: start..<token + 1) }
          continue
        }
        return Actor(entity: mention.entity, tokens: start..<mention.tokens.upperBound)
      }
      if let state = nationality(token) { return Actor(entity: state, tokens: start..<token + 1) }
    }
    return nil
  }

  /// The entity of the state that an adjective of nationality means: الوجود الأميركي.
  func nationality(_ token: Int) -> Int? {
    var letters = reading.bareLetters(token)
    if reading.words[token].hasArticle, letters.starts(with: [lexicon.alphabet.alef, lexicon.alphabet.lam]) {
      letters = letters.dropFirst(2)
    }
    if let country = lexicon.nationalities[FormTable.hash(letters)] { return reading.states[country] }
    // شابا فلسطينيا: an accusative; سوريا and روسيا are names.
    guard letters.count > 4, letters.last == lexicon.alphabet.alef, reading.words[token].mention < 0,
      let country = lexicon.nationalities[FormTable.hash(letters.dropLast())]
    else { return nil }
    return reading.states[country]
  }

  /// Whether an adjective of nationality is feminine; nil for any other word.
  func isFeminineNationality(_ token: Int) -> Bool? {
    guard nationality(token) != nil else { return nil }
    let letters = reading.letters(token)
    if letters.last == lexicon.alphabet.ya { return false }
    return letters.last == lexicon.alphabet.ha && letters.dropLast().last == lexicon.alphabet.ya ? true : nil
  }

  /// `عدد من`, `سلسلة من`, `9 من`: what counts is what follows.
  private func isQuantity(_ token: Int) -> Bool {
    reading.text.tokens[token].kind == .number
      || lexicon.keywords.quantities.contains(reading.bareLetters(token))
      || lexicon.keywords.counts.contains(reading.bareLetters(token))
  }

  private func isTanwin(_ token: Int) -> Bool {
    let letters = reading.letters(token)
    return letters.count > 3 && letters.last == lexicon.alphabet.alef
  }

  /// Whether the word begins with the preposition ب rather than being a word in ب.
  private func startsPhrase(_ token: Int) -> Bool {
    let letters = reading.letters(token)
    guard letters.first == lexicon.alphabet.ba else { return false }
    if lexicon.keywords.adverbialBa.contains(letters) { return true }
    if reading.matches[reading.words[token].matches].contains(where: {
      $0.preposition == lexicon.alphabet.ba && $0.reading.form.kind == .masdar
    }) {
      return true
    }
    guard letters.count > 4 else { return false }
    return !lexicon.keywords.nounsInBa.contains(letters)
  }

  /// Whether a finite reading is all that the word has.
  private func looksNominal(_ token: Int) -> Bool {
    reading.matches[reading.words[token].matches].contains { !$0.reading.form.isFinite }
  }

  /// `المبعوث إلى اليمن`
  private func isPlace(_ token: Int, _ document: borrowing Document) -> Bool {
    let mention = reading.words[token].mention
    return mention >= 0
      && [.gpe, .location].contains(document.entities[document.mentions[mention].entity].kind)
  }

  private func isVerbForm(_ match: Match) -> Bool {
    match.reading.form.kind == .past || match.reading.form.kind == .present
  }

  private func isPerson(_ entity: Int, _ document: borrowing Document) -> Bool {
    document.entities[entity].kind == .person
  }

  // Folded once: the words are asked for at every preposition.
  private static let inNameOf = Folding.letters(of: "باسم".utf8)
  private static let at = Folding.letters(of: "لدى".utf8)
}
