import ArabicText
import LinguisticAnnotation

/// Parts of bodies' names: words with ال, complements, nationalities.
extension EntityReader {
  /// Words with ال, one after another, with the nationality that ends them.
  func articleWords(
    _ start: Int, _ span: inout NameSpan, joins: Bool, limit: Int, isQualified: Bool = false
  ) -> Int {
    var next = start
    while next < start + limit, continues(next), isArabic(next) {
      if let state = nationalityWithArticle(next) {
        guard span.country == nil, agrees(next, with: span) else { break }
        next = nationalities(from: next, state, &span)
        return isQualified ? toComplement(next, &span) ?? next : next
      }
      if hasArticle(next) {
        // مجلس الوزراء الصحفية فلانة: the title of somebody named.
        if next > start, senses.isWord(next, { $0.isTitle }), continues(next + 1),
          self.span(at: next + 1)?.kind == .person
            || senses.isWord(next + 1, { $0.isFirstName || $0.isPrefix })
        {
          break
        }
        guard isComplementWord(next),
          next == start && !isQualified || isAdjectival(next) && !hasNationality(next + 1)
            || !senses.isWord(next, { $0.isTitle || $0.isOrganizationHead }),
          next == start && !isQualified || isAdjectival(next)
        else { break }
        next += 1
      } else if joins, next > start, hasConjoinedArticle(next), isConjunct(next) {
        next += 1
      } else {
        break
      }
    }
    if next > start, isQualified || senses.isWord(next - 1, { $0.isQualifier }),
      let complement = toComplement(next, &span)
    {
      return complement
    }
    return next
  }

  private func hasNationality(_ token: Int) -> Bool {
    continues(token) && nationalityWithArticle(token) != nil
  }

  /// Whether a word with ال can be an adjective: one of origin (القومي, المالية), or one that names of bodies have.
  private func isAdjectival(_ token: Int) -> Bool {
    let letters = text.letters(of: token)
    return letters.last == Folding.yeh
      || letters.suffix(2).elementsEqual([Folding.yeh, Folding.heh])
      || senses.isWord(token) { $0.isQualifier || $0.isOrdinal }
  }

  /// Whether و + ال… goes on with a name: it does where what it joins is neither a body nor a person nor a state.
  private func isConjunct(_ token: Int) -> Bool {
    guard isOrdinary(token) else { return false }
    for hit in senses[token] where hit.match.clitics > 0 {
      switch hit.sense {
      case .known, .title, .office, .organizationHead, .nationality, .firstName, .nominalHead:
        return false
      default: continue
      }
    }
    return true
  }

  /// لـ and what it governs: للأمن القومي الإيراني, لحقوق الإنسان.
  func toComplement(_ token: Int, _ span: inout NameSpan) -> Int? {
    guard continues(token), isArabic(token), startsWith(token, Folding.lam), !isFunction(token)
    else {
      return nil
    }
    if hasElidedArticle(token) {
      guard
        !senses[token].contains(where: {
          $0.match.clitics > 0 && ($0.sense.isKnown || $0.sense.isTitle || $0.sense.isNationality)
        })
      else { return nil }
      var inner = span
      inner.country = nil
      let end = plainArticleWords(token + 1, &inner)
      if span.country == nil { span.country = inner.country }
      return end
    }
    guard isOrdinary(token + 1 < text.tokens.count ? token + 1 : token), continues(token + 1),
      hasArticle(token + 1),
      Self.complementNouns.contains(FNV1a.hash(text.letters(of: token)))
    else { return nil }
    // لحقوق الإنسان, لمراقبة التراب الوطني
    return plainArticleWords(token + 2, &span)
  }

  private func plainArticleWords(_ start: Int, _ span: inout NameSpan) -> Int {
    var next = start
    while next < start + 3, continues(next), isArabic(next), hasArticle(next),
      isComplementWord(next), evidence.isAdjective(next) || nationalityWithArticle(next) != nil
    {
      if senses.isWord(next, { $0.isTitle || $0.isOrganizationHead }) { break }
      next += 1
      if let state = nationalityWithArticle(next - 1) {
        span.country = lexicon.known[state].country
        break
      }
    }
    return next
  }

  /// A nationality or an adjective that still belongs to a name which is complete: حزب العمال الكردستاني.
  func afterNationality(_ token: Int, _ span: inout NameSpan) -> Int {
    guard continues(token), isArabic(token) else { return token }
    if let state = nationalityWithArticle(token) {
      span.country = lexicon.known[state].country
      return token + 1
    }
    return toComplement(token, &span) ?? token
  }

  /// A state, city or region that a construct may end in.
  func governed(_ token: Int) -> (end: Int, country: String?)? {
    guard continues(token), isArabic(token) else { return nil }
    guard
      let known = senses.longest(
        at: token, bare: true,
        { (sense: NameSense) -> Int? in
          guard case .known(let index) = sense, lexicon.known[index].kind == .gpe else {
            return nil
          }
          return index
        }), !isFunction(token)
    else { return nil }
    if senses.isWord(token, { $0.isAmbiguous }), known.match.tokens.count == 1 { return nil }
    return (known.match.tokens.upperBound, lexicon.known[known.value].country)
  }

  func nationalityWithArticle(_ token: Int) -> Int? {
    isArabic(token) && hasArticle(token) ? senses.nationality(token) : nil
  }

  /// Whether a word can be part of a complement: an Arabic word in the same sentence that is no particle, verb or day.
  func isComplementWord(_ token: Int) -> Bool {
    continues(token) && isArabic(token) && !isFunction(token)
  }

  /// Whether a word looks like a proper name: nothing ordinary, nothing that grammar uses.
  func isNameWord(_ token: Int) -> Bool {
    guard continues(token), isArabic(token), text.tokens[token].letters.count > 1 else {
      return false
    }
    if senses[token].contains(where: { $0.match.clitics > 0 && $0.sense.isFunction }) {
      return false
    }
    if hasElidedArticle(token) || isVerbalNoun(token) { return false }
    return !isFunction(token) && !isOrdinary(token)
      && !senses.isWord(token) { $0.isNationality || $0.isTitle || $0.isOffice }
  }

  /// Whether a word has the form إفعال or است…, which verbal nouns have and names have not, or is a known exception.
  private func isVerbalNoun(_ token: Int) -> Bool {
    let letters = text.letters(of: token)
    let isFourthForm =
      letters.count == 5 && letters[letters.startIndex + 3] == Folding.alef
      && text.utf8[text.tokens[token].bytes].starts(with: [0xD8, 0xA5])
    return (isFourthForm || letters.count > 5 && letters.starts(with: Self.tenthForm))
      && !senses.isWord(token) { $0.isFirstName || $0.isKnown }
  }

  private static let tenthForm = Folding.letters(of: "است".utf8)
  private static let complementNouns = hashes(
    "لحقوق لشؤون لدعم لمكافحة لإدارة لتنسيق لحماية لتنمية لكرة لرعاية لإعادة لمنع لحظر لمراقبة لمقاومة لمحاربة لتعزيز لتطوير لتنظيم لتسيير لتحرير لمناهضة لإنقاذ لصيانة لحفظ لإعداد لصياغة لتقصي لضمان لنزع لمعالجة لتشجيع لإنعاش لتدبير لإصلاح لدراسات لبحوث لشؤون"
  )
}
