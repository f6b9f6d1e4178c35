import ArabicText

/// A description that stands for somebody without a name: مصادر محلية, مسؤول كبير في الإدارة الأميركية, قوات النظام.
struct NominalPhrase {
  var tokens: Range<Int>
  var clitics: Int
  var kind: Entity.Kind
  var sector: String?
  var country: String?
  /// Hash of the head noun without article.
  var head: UInt64
  /// Whether it is the head alone with the article: it takes up one that was described before.
  var isBareDefinite: Bool

  func bytes(in text: TokenizedText) -> Range<Int> {
    PhraseMatch(tokens: tokens, clitics: clitics, conjunction: 0, preposition: 0).bytes(in: text)
  }
}

extension EntityReader {
  /// All descriptions whose head no name covers, in text order.
  func nominalPhrases() -> [NominalPhrase] {
    var taken = [Bool](repeating: false, count: text.tokens.count)
    for office in openOffices { for token in office.tokens { taken[token] = true } }
    for span in spans { for role in span.roles { for token in role.tokens { taken[token] = true } } }
    var phrases: [NominalPhrase] = []
    for token in text.tokens.indices where isArabic(token) && isFree(token) && !taken[token] {
      guard
        let found = senses.longest(
          at: token,
          { (sense: NameSense) -> (Entity.Kind, String?)? in
            if case .nominalHead(let kind, let sector) = sense { (kind, sector) } else { nil }
          }), found.match.tokens.allSatisfy(isFree)
      else { continue }
      let phrase = nominal(found.match, found.value.0, found.value.1)
      for token in phrase.tokens { taken[token] = true }
      phrases.append(phrase)
    }
    return phrases
  }

  private func nominal(_ match: PhraseMatch, _ kind: Entity.Kind, _ sector: String?)
    -> NominalPhrase
  {
    let token = match.tokens.lowerBound
    let letters = text.letters(of: token).dropFirst(match.clitics)
    let isElided =
      match.clitics > 0 && letters.first == Folding.lam && match.preposition == Folding.lam
      && hasElided(token, match)
    let isDefinite = isElided || letters.starts(with: [Folding.alef, Folding.lam])
    let stem = isElided ? letters.dropFirst(1) : isDefinite ? letters.dropFirst(2) : letters
    var phrase = NominalPhrase(
      tokens: match.tokens, clitics: match.clitics, kind: kind, sector: sector,
      head: FNV1a.hash(stem),
      isBareDefinite: false)
    var end = match.tokens.upperBound
    if isDefinite {
      end = adjectives(end, &phrase) { hasArticle($0) }
    } else if continues(end), let span = span(at: end), span.kind != .person,
      span.tokens.lowerBound == end,
      span.clitics == 0
    {
      phrase.country = span.country
      end = span.tokens.upperBound
    } else if continues(end), isArabic(end), hasArticle(end), !isFunction(end), isFree(end) {
      end = adjectives(end, &phrase) { hasArticle($0) }
    } else {
      end = adjectives(end, &phrase) { isAdjective($0) }
    }
    if continues(end), isArabic(end), Self.inside.contains(FNV1a.hash(text.letters(of: end))),
      continues(end + 1),
      let span = span(at: end + 1), span.kind == .organization, span.tokens.lowerBound == end + 1
    {
      if phrase.country == nil { phrase.country = span.country }
      end = span.tokens.upperBound
    }
    phrase.isBareDefinite = isDefinite && end == match.tokens.upperBound
    phrase.tokens = match.tokens.lowerBound..<end
    return phrase
  }

  private func hasElided(_ token: Int, _ match: PhraseMatch) -> Bool {
    let letters = text.letters(of: token)
    return letters[letters.startIndex + match.clitics - 1] == Folding.lam
  }

  private func adjectives(
    _ start: Int, _ phrase: inout NominalPhrase, _ agrees: (Int) -> Bool
  ) -> Int {
    var next = start
    while next < start + 4, continues(next), isArabic(next), isFree(next), !isFunction(next),
      agrees(next)
    {
      if senses.isWord(next, { $0.isOffice || $0.isTitle }), next > start || !evidence.isAdjective(next) {
        break
      }
      if senses.isWord(next, { $0.isNominalHead }), next > start { break }
      if let state = senses.nationality(next) { phrase.country = lexicon.known[state].country }
      next += 1
    }
    return next
  }

  /// Whether an indefinite word looks like an adjective of origin or one that sources have.
  private func isAdjective(_ token: Int) -> Bool {
    if senses.nationality(token) != nil { return true }
    if hasArticle(token) { return false }
    return Self.sourceAdjectives.contains(FNV1a.hash(text.letters(of: token)))
  }

  private static let inside = hashes("في")
  private static let sourceAdjectives = hashes(
    """
    أمني أمنية أمنيون أمنيين عسكري عسكرية عسكريون عسكريين محلي محلية محليون محليين مطلع مطلعة مطلعون مطلعين رفيع رفيعة \
    كبير كبار كبيرة حكومي حكومية حكوميون حكوميين دبلوماسي دبلوماسية دبلوماسيون دبلوماسيين طبي طبية رسمي رسمية رسميون \
    ميداني ميدانية مسلح مسلحة مسلحون مسلحين سياسي سياسية سياسيون سياسيين إعلامي إعلامية برلماني برلمانية قضائي قضائية \
    قبلي قبلية مقرب مقربة مقربون مقربين سابق سابقة سابقون سابقين موثوق موثوقة خاص خاصة غربي غربية غربيون غربيين عربي \
    عربية معارض معارضة معارضون معارضين حربية شيعية سنية كردية متشددة متطرفة متشددون متشددين مجهولون مجهولين مجهول \
    فلسطينية دولي دولية دوليون دوليين أوروبي أوروبية أوروبيون أوروبيين أممي أممية إسلامية يسارية موالية
    """)
}
