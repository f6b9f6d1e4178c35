import ArabicText

extension EntityReader {
  /// Names of the gazetteers: the longest at each token, from left to right.
  mutating func readGazetteerNames() {
    var token = 0
    while token < text.tokens.count {
      defer { token += 1 }
      guard isFree(token), let found = knownName(at: token), found.match.tokens.allSatisfy(isFree)
      else {
        continue
      }
      let entity = lexicon.known[found.value]
      let end =
        switch entity.class {
        case .person: withAncestors(found.match.tokens.upperBound)
        case .organization: withNews(found.match.tokens.upperBound, entity)
        case .state, .capital, .city, .region, .landmark: found.match.tokens.upperBound
        }
      if accept(
        NameSpan(
          tokens: found.match.tokens.lowerBound..<end, clitics: found.match.clitics, kind: entity.kind,
          known: found.value,
          country: entity.country, sector: entity.sector, isFeminine: entity.isFeminine)) != nil
      {
        token = end - 1
      }
    }
  }

  /// وكالة تاس للأنباء
  private func withNews(_ end: Int, _ entity: KnownEntity) -> Int {
    entity.sector == "MED" && continues(end) && isFree(end)
      && Self.news.contains(FNV1a.hash(text.letters(of: end))) ? end + 1 : end
  }

  private static let news = hashes("للأنباء")

  /// Where a known person's name ends with the fathers and the house that a text adds: محمد بن راشد بن سعيد آل مكتوم.
  private func withAncestors(_ start: Int) -> Int {
    var end = start
    while end < start + 8, continues(end), isArabic(end), isFree(end),
      Self.lineage.contains(FNV1a.hash(text.letters(of: end))), continues(end + 1), isArabic(end + 1),
      isFree(end + 1), !isFunction(end + 1)
    {
      let isHalf = senses.isWord(end + 1) { $0.isPrefix } && continues(end + 2) && isArabic(end + 2)
      end += isHalf ? 3 : 2
    }
    return end
  }

  private static let lineage = hashes("بن ابن بنت آل")

  /// The gazetteer's name that begins at a token, if the words around it allow one.
  func knownName(at token: Int) -> (match: PhraseMatch, value: Int)? {
    guard
      var found = senses.longest(
        at: token,
        { sense in
          if case .known(let index) = sense { index } else { nil }
        })
    else { return nil }
    found.value = quotedBody(found.match) ?? homonym(found.match, found.value)
    guard found.match.tokens.count == 1 else { return found }
    let isBare = found.match.clitics == 0
    // A word that has a plainer reading as it stands: كان, وقال.
    if isFunction(token) { return nil }
    let letters = text.letters(of: token).dropFirst(found.match.clitics)
    let isDefinite =
      letters.starts(with: [Folding.alef, Folding.lam]) || !isBare && letters.first == Folding.lam
    let entity = lexicon.known[found.value]
    // وتركيا: a state after و alone, though the vocabulary has learnt the two as one word.
    let isJoinedState =
      found.match.clitics == 1 && found.match.conjunction == Folding.waw && letters.count > 3
      && (entity.class == .state || entity.class == .capital)
    if isBare, entity.kind == .gpe, isFamilyName(token) { return nil }
    if entity.class == .state, isDefinite,
      letters.dropFirst(letters.first == Folding.alef ? 2 : 1).elementsEqual(Self.desert)
    {
      return isDisputedDesert(token) ? found : nil
    }
    if evidence.supports(entity.kind, at: token) { return found }
    if !isBare, !isDefinite, !isJoinedState,
      lexicon.isOrdinaryAsWritten(text, token)
        || senses.isWord(token, { $0.isFirstName || $0.isNationality })
    {
      return nil
    }
    if isDirection(token) { return nil }
    // السعودية: an adjective after a noun with the article.
    if isBare, senses.nationality(token) != nil, continues(token), isArabic(token - 1),
      bearsArticle(token - 1),
      !Self.neighbours.contains(FNV1a.hash(text.letters(of: token - 1))),
      span(at: token - 1)?.kind != .person
    {
      return nil
    }
    if !isBare, text.tokens[token].letters.count - found.match.clitics < 3 { return nil }
    if senses[token].contains(where: { $0.match.tokens.count == 1 && $0.sense.isAmbiguous }) {
      return isCued(token, found.match, entity.kind) ? found : nil
    }
    return found
  }

  /// ملف الصحراء, where the article speaks of Morocco or Algeria: Western Sahara; الصحراء الكبرى and other deserts are not.
  private func isDisputedDesert(_ token: Int) -> Bool {
    let isQualified =
      continues(token + 1) && isArabic(token + 1) && hasArticle(token + 1) && evidence.isAdjective(token + 1)
    return !isQualified && Self.claimants.contains { countries[$0] ?? 0 > 0 }
  }

  private static let desert = Folding.letters(of: "صحراء".utf8)
  private static let claimants = ["MAR", "DZA"]

  /// علي الأحمدي: after a first name, a name of origin rather than the place.
  private func isFamilyName(_ token: Int) -> Bool {
    hasArticle(token) && text.letters(of: token).last == Folding.yeh && continues(token)
      && senses.isWord(token - 1, { $0.isFirstName }) && !isFunction(token - 1)
  }

  /// إلى الغرب, الغرب الليبي: where something lies, not the West.
  private func isDirection(_ token: Int) -> Bool {
    guard Self.west.contains(FNV1a.hash(text.letters(of: token))) else { return false }
    return continues(token) && Self.towards.contains(FNV1a.hash(text.letters(of: token - 1)))
      || continues(token + 1) && nationalityWithArticle(token + 1) != nil
  }

  private static let west = hashes("الغرب")
  private static let towards = hashes("إلى نحو جهة أقصى باتجاه أقاصي")

  /// لـ«الشرق الأوسط», صحيفة «الرياض»: alone in quotation marks, a paper rather than a place.
  private func quotedBody(_ match: PhraseMatch) -> Int? {
    let (before, after) = (match.tokens.lowerBound - 1, match.tokens.upperBound)
    guard before >= 0, after < text.tokens.count, text.mark(before).isOpening,
      [.closingQuote, .straightQuote].contains(text.mark(after))
    else { return nil }
    for hit in senses[match.tokens.lowerBound] where hit.match == match {
      if case .known(let index) = hit.sense, lexicon.known[index].class == .organization { return index }
    }
    return nil
  }

  /// Of places that have one name, that of the state which the text speaks of most: طرابلس of Lebanon or of Libya.
  private func homonym(_ match: PhraseMatch, _ first: Int) -> Int {
    var best = first
    for hit in senses[match.tokens.lowerBound] where hit.match == match {
      guard case .known(let index) = hit.sense, index != best,
        lexicon.known[index].kind == lexicon.known[first].kind,
        let country = lexicon.known[index].country
      else { continue }
      if countries[country] ?? 0 > lexicon.known[best].country.flatMap({ countries[$0] }) ?? 0 {
        best = index
      }
    }
    return best
  }

  /// Whether what stands before a doubtful name announces one of its kind.
  private func isCued(_ token: Int, _ match: PhraseMatch, _ kind: Entity.Kind) -> Bool {
    let before = continues(token) ? token - 1 : nil
    switch kind {
    case .gpe, .location:
      if match.preposition == Folding.beh { return true }
      guard let before else { return false }
      // Coordinated with a place: مأرب والجوف وحجة.
      let last = text.mark(before) == .comma && before > 0 ? before - 1 : before
      if let place = span(at: last), place.kind == .gpe,
        match.conjunction == Folding.waw || last < before
      {
        return true
      }
      return senses[before].contains { hit in
        hit.match.tokens.upperBound == token && hit.sense.isPlaceHead
      } || Self.placePrepositions.contains(FNV1a.hash(text.letters(of: before)))
    case .person:
      guard let before else { return false }
      if isPersonCue(before) { return true }
      return isFunction(before) && text.letters(of: before).count > 2 && isSpeechVerb(before)
    case .organization:
      guard let before else { return match.preposition == Folding.lam }
      // «عكاظ», (الوطن): alone between marks.
      let after = match.tokens.upperBound
      if match.clitics == 0, text.mark(before).isOpening || text.mark(before) == .openingBracket,
        after < text.tokens.count,
        [.closingQuote, .straightQuote, .closingBracket].contains(text.mark(after))
      {
        return true
      }
      return senses[before].contains { hit in
        hit.match.tokens.upperBound == token
          && (hit.sense.isOrganizationHead || isReporter(hit.sense))
      } || Self.staff.contains(FNV1a.hash(text.letters(of: before)))
    }
  }

  private func isReporter(_ sense: NameSense) -> Bool {
    if case .office(let index) = sense { lexicon.offices[index].class == "reporter" } else { false }
  }

  /// Who works for a medium: صحفية الجزيرة.
  private static let staff = hashes(
    "صحفية صحفي صحفيي صحفيو صحافية صحافي موفد موفدة مذيع مذيعة كاميرا طاقم زميلة مراسلي مراسلو")

  /// Whether a title or office ends at a token.
  func isPersonCue(_ token: Int) -> Bool {
    for start in stride(from: token, through: max(0, token - 3), by: -1) {
      for hit in senses[start] where hit.match.tokens.upperBound == token + 1 {
        if hit.sense.isTitle || hit.sense.isOffice { return true }
      }
    }
    return false
  }

  /// Whether a word is a verb of the press in the past or present tense, conjunction or not: what a subject follows.
  func isSpeechVerb(_ token: Int) -> Bool {
    senses[token].contains {
      $0.match.tokens.count == 1 && $0.match.preposition == 0 && $0.sense.isFunction
    }
      && !Self.smallWords.contains(FNV1a.hash(text.letters(of: token)))
  }

  /// الجارة السعودية: in apposition, no adjective.
  private static let neighbours = hashes("الجارة الشقيقة والجارة والشقيقة")
  static let placePrepositions = hashes(
    "في من إلى نحو داخل شمال جنوب شرق غرب وسط قرب مع على عن ضد بين تجاه إزاء حول شمالي جنوبي شرقي غربي وفي ومن دول دولتي"
  )
  private static let smallWords = hashes(
    "في من على إلى عن مع حتى منذ خلال بعد قبل عند بين أن إن أنه إنه كما التي الذي الذين هذا هذه ذلك وفي ومن وعلى"
  )

  static func hashes(_ words: String) -> Set<UInt64> {
    Set(words.split(separator: " ").map { FNV1a.hash(Folding.letters(of: $0.utf8)[...]) })
  }
}

extension NameSense {
  var isNationality: Bool { if case .nationality = self { true } else { false } }
}
