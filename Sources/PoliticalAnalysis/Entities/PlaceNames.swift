import ArabicText

extension EntityReader {
  /// A place that its noun announces: مدينة كذا, مطار صنعاء الدولي, القصر الجمهوري.
  func place(at token: Int) -> NameSpan? {
    for hit in senses[token] {
      guard case .placeHead(let kind, let isInside) = hit.sense else { continue }
      var first = hit.match.tokens.upperBound
      guard continues(first) else { continue }
      // مديرية «لودر»
      if !isInside, text.mark(first).isOpening { first += 1 }
      guard continues(first), isArabic(first) else { continue }
      if let found = isInside ? wholePlace(hit, kind, first) : placeAfter(kind, first) {
        return found
      }
    }
    return nil
  }

  /// The noun is outside: only names that no gazetteer has are of interest.
  private func placeAfter(_ kind: Entity.Kind, _ first: Int) -> NameSpan? {
    let isQuoted = text.mark(first - 1).isOpening
    // ولاية خان: his term of office.
    if familyNames.contains(FNV1a.hash(text.letters(of: first))) { return nil }
    guard knownName(at: first) == nil, isQuoted || isNameWord(first) && !hasClitic(first) else {
      return nil
    }
    var end = first + 1
    if isQuoted {
      while end < first + 4, continues(end), isArabic(end) { end += 1 }
      guard continues(end), text.tokens[end].kind == .punctuation else { return nil }
    } else if isNameWord(end), !hasClitic(end), knownName(at: end) == nil {
      end += 1
    }
    return NameSpan(tokens: first..<end, clitics: 0, kind: kind)
  }

  /// The noun is part of the name.
  private func wholePlace(_ hit: SenseIndex.Hit, _ kind: Entity.Kind, _ first: Int) -> NameSpan? {
    var span = NameSpan(tokens: hit.match.tokens, clitics: hit.match.clitics, kind: kind)
    var end = first
    let isDefinite = text.letters(of: first - 1).starts(with: [Folding.alef, Folding.lam])
    if isDefinite {
      guard hasArticle(first), !isFunction(first), !isPlainAdjective(first) else { return nil }
      if let state = nationalityWithArticle(first) { span.country = lexicon.known[state].country }
      end = first + 1
    } else if let known = senses.longest(
      at: first, bare: true,
      { sense in
        if case .known(let index) = sense { index } else { nil }
      }), !isFunction(first)
    {
      if lexicon.known[known.value].class == .state,
        Self.islands.contains(FNV1a.hash(text.letters(of: first - 1)))
      {
        return nil
      }
      span.country = lexicon.known[known.value].country
      end = known.match.tokens.upperBound
    } else {
      guard isNameWord(first), !hasClitic(first) else { return nil }
      end = first + 1
      if isNameWord(end), !hasClitic(end), !hasArticle(end) { end += 1 }
    }
    if continues(end), isArabic(end), Self.directions.contains(FNV1a.hash(text.letters(of: end))) {
      end += 1
    } else if Self.works.contains(FNV1a.hash(text.letters(of: first - 1).dropFirst(hit.match.clitics))),
      continues(end),
      isArabic(end), hasElidedArticle(end), isFree(end)
    {
      // مصنع آزوفستال للصلب
      end += 1
    }
    span.tokens = span.tokens.lowerBound..<end
    return span
  }

  /// Whether a word begins with letters that are clitics before a known or ordinary word.
  func hasClitic(_ token: Int) -> Bool {
    senses[token].contains { $0.match.clitics > 0 }
      || startsWith(token, Folding.waw) && !senses.isWord(token) { $0.isFirstName || $0.isKnown }
  }

  private func isPlainAdjective(_ token: Int) -> Bool {
    senses.isWord(token) { $0.isFunction || $0.isTitle || $0.isOrganizationHead }
  }

  private static let works = hashes("مصنع مجمع محطة مفاعل")
  private static let islands = hashes("جزيرة جزر")
  private static let directions = hashes(
    "الغربي الغربية الشرقي الشرقية الشمالي الشمالية الجنوبي الجنوبية الأوسط الوسطى الدولي الدولية الأكبر المركزي الصناعي"
  )
}

extension Mark {
  /// Whether it opens a quotation, or may.
  var isOpening: Bool { self == .openingQuote || self == .straightQuote }
}
