import ArabicText
import LinguisticAnnotation

extension EntityReader {
  /// Names that begin with a head noun of organisations or places.
  mutating func readOrganizationsAndPlaces() {
    var token = 0
    while token < text.tokens.count {
      defer { token += 1 }
      guard isArabic(token), isFree(token) else { continue }
      let known = knownName(at: token)
      var best = organization(at: token)
      if let place = place(at: token), place.tokens.upperBound > (best?.tokens.upperBound ?? 0) {
        best = place
      }
      guard var span = best else { continue }
      let isPlace = span.kind == .location
      if let known,
        known.match.tokens.upperBound >= span.tokens.upperBound
          + (isPlace && !isTerritory(known.value) ? 1 : 0)
      {
        // The gazetteer's name is as long: the next pass takes it.
        token = known.match.tokens.upperBound - 1
        continue
      }
      if let known, known.match.tokens.lowerBound == span.tokens.lowerBound {
        // وزارة الدفاع الأميركية: the gazetteer knows the beginning, but مجلس الأمن القومي is another body than مجلس الأمن.
        let rest = known.match.tokens.upperBound..<span.tokens.upperBound
        if span.kind == lexicon.known[known.value].kind, let next = rest.first, hasElidedArticle(next) {
          token = known.match.tokens.upperBound - 1
          continue
        }
        if span.kind == lexicon.known[known.value].kind, rest.allSatisfy({ senses.nationality($0) != nil }),
          span.country == nil || span.country == lexicon.known[known.value].country
        {
          span.known = known.value
        }
      }
      if accept(span) != nil { token = span.tokens.upperBound - 1 }
    }
  }

  /// Whether a known thing is a state, town or region: شبه جزيرة القرم.
  private func isTerritory(_ known: Int) -> Bool { lexicon.known[known].kind == .gpe }

  private func organization(at token: Int) -> NameSpan? {
    var best: NameSpan?
    for hit in senses[token] {
      guard case .organizationHead(let pattern, let sector) = hit.sense,
        !isDescribedByOccupation(hit.match)
      else { continue }
      var span = NameSpan(
        tokens: hit.match.tokens, clitics: hit.match.clitics, kind: .organization, sector: sector,
        head: token
      )
      let end =
        switch pattern {
        case .construct: construct(&span, joins: false)
        case .joined: construct(&span, joins: true)
        case .named: named(&span)
        case .qualified: qualified(&span)
        case .national: national(&span)
        case .quoted: quoted(&span)
        }
      guard let end, end > hit.match.tokens.upperBound else { continue }
      span.tokens = span.tokens.lowerBound..<end
      if Self.councils.contains(headHash(span)),
        Self.chambers.contains(hashBehindArticle(span.tokens.lowerBound + 1))
      {
        span.sector = "LEG"
      }
      if end > best?.tokens.upperBound ?? 0 { best = span }
    }
    return best
  }

  /// شرطة الاحتلال: a description.
  private func isDescribedByOccupation(_ match: PhraseMatch) -> Bool {
    continues(match.tokens.upperBound) && isOccupation(match.tokens.upperBound)
      && senses[match.tokens.lowerBound].contains { $0.match == match && $0.sense.isNominalHead }
  }

  // MARK: patterns; each gives the end of the name, or nil for no name

  /// مجلس الأمن الدولي, وزارة الخارجية الأميركية, مجلس حقوق الإنسان, شرطة دبي.
  private func construct(_ span: inout NameSpan, joins: Bool) -> Int? {
    var next = span.tokens.upperBound
    // Up to two indefinite nouns that stand in construct with what follows: حقوق الإنسان, شؤون الأسرى.
    var construct = 0
    while construct < 2, isComplementWord(next), !hasArticle(next),
      lexicon.isOrdinaryAsWritten(text, next),
      !senses.isWord(next, { $0.isNationality || $0.isTitle || $0.isKnown }),
      next + 1 < text.tokens.count,
      continues(next + 1), isComplementWord(next + 1)
    {
      next += 1
      construct += 1
    }
    if let place = governed(next), !Self.withoutPlace.contains(headHash(span)) {
      span.country = place.country
      return afterNationality(place.end, &span)
    }
    let first = next
    // إدارة الرئيس, مكتب الوزير: whose, not which.
    if construct == 0, continues(first), senses.isWord(first, { $0.isTitle || $0.isOffice }) {
      return nil
    }
    // مركز المحافظة, مركز محافظة الأنبار: a town.
    if Self.centres.contains(headHash(span)),
      (span.tokens.upperBound...first).contains(where: { senses.isWord($0) { $0.isPlaceHead } })
    {
      return nil
    }
    next = articleWords(next, &span, joins: joins, limit: 4)
    guard next > first else { return nil }
    return next
  }

  /// المجلس الأعلى للأمن القومي الإيراني, الحزب الدستوري الحر.
  private func qualified(_ span: inout NameSpan) -> Int? {
    let first = span.tokens.upperBound
    // المؤتمر الصحفي is no body.
    if continues(first), isArabic(first), Self.press.contains(FNV1a.hash(text.letters(of: first))) {
      return nil
    }
    // الفرقة 30
    if span.sector == "MIL", continues(first), text.tokens[first].kind == .number {
      return first + 1
    }
    let end = articleWords(first, &span, joins: false, limit: 3, isQualified: true)
    let complement = toComplement(end, &span)
    let isTelling = (first..<end).contains { token in
      senses.isWord(token) { $0.isQualifier || $0.isOrdinal }
    }
    let isNational = span.country != nil || (first..<end).contains { nationalityWithArticle($0) != nil }
    guard end > first || complement != nil else { return nil }
    if let complement, isTelling || isNational || end > first { return complement }
    if complement != nil, end == first { return nil }
    guard isTelling || isNational else { return nil }
    return end
  }

  /// الحكومة العراقية, القوات المسلحة اليمنية.
  private func national(_ span: inout NameSpan) -> Int? {
    let next = span.tokens.upperBound
    guard !isPortfolio(span.tokens.lowerBound) else { return nil }
    guard continues(next), let state = nationalityWithArticle(next), agrees(next, with: span) else {
      return nil
    }
    return nationalities(from: next, state, &span)
  }

  /// Where the adjectives of nationality end: الحكومة الليبية المؤقتة, التحالف السعودي الإماراتي (which is no one state's).
  private func nationalities(from start: Int, _ state: Int, _ span: inout NameSpan) -> Int {
    span.country = lexicon.known[state].country
    let next = start + 1
    guard continues(next), isArabic(next), agrees(next, with: span) else { return next }
    let letters = text.letters(of: next)
    if Self.provisional.contains(FNV1a.hash(letters)) || Self.northOrSouth.contains(FNV1a.hash(letters)) {
      return next + 1
    }
    guard let second = nationalityWithArticle(next) else { return next }
    if second != state { (span.country, span.sector) = (nil, "IGO") }
    return next + 1
  }

  /// Whether the head is what a minister is minister of: وزيرة الخارجية الألمانية.
  private func isPortfolio(_ head: Int) -> Bool {
    guard continues(head) else { return false }
    return senses[head - 1].contains { hit in
      guard case .office(let index) = hit.sense, hit.match.tokens.upperBound >= head else {
        return false
      }
      return ["minister", "deputy", "secretary"].contains(lexicon.offices[index].class)
    }
  }

  /// Whether an adjective may belong to the head: a feminine head takes a feminine one (وزير الخارجية المصري is no body).
  private func agrees(_ adjective: Int, with span: NameSpan) -> Bool {
    let head = (span.head ?? span.tokens.lowerBound)
    let isPlural = text.letters(of: adjective).last == Folding.noon
    return !isPlural && (!isFeminineForm(head) || isFeminineForm(adjective))
  }

  private func headHash(_ span: NameSpan) -> UInt64 {
    FNV1a.hash(text.letters(of: span.tokens.lowerBound).dropFirst(span.clitics))
  }

  /// حزب النهضة, وكالة رويترز, كتائب عز الدين القسام.
  private func named(_ span: inout NameSpan) -> Int? {
    let first = span.tokens.upperBound
    if Self.quotedHeads.contains(headHash(span)), let end = quoted(&span) { return end }
    guard continues(first), isArabic(first) || text.tokens[first].kind == .latin else { return nil }
    if let known = senses.longest(
      at: first, bare: true,
      { (sense: NameSense) -> Int? in
        guard case .known(let index) = sense, lexicon.known[index].kind != .gpe,
          lexicon.known[index].kind != .location
        else { return nil }
        return index
      })
    {
      let entity = lexicon.known[known.value]
      span.country = entity.country
      if entity.kind == .organization {
        span.known = known.value
        span.sector = entity.sector ?? span.sector
      }
      return known.match.tokens.upperBound
    }
    if isFunction(first) { return nil }
    // منظمة إرهابية says what it is, and no name.
    if evidence.tag(first) == .adjective, !hasArticle(first) { return nil }
    if let end = namedAfterPerson(first, span) {
      // مؤسسة محمد السادس للتضامن
      return toComplement(end, &span) ?? end
    }
    if hasArticle(first), !isFunction(first), nationalityWithArticle(first) == nil {
      let end = articleWords(first, &span, joins: true, limit: 3)
      // حركة الأسواق is no body, حركة الإصلاح الديمقراطي is.
      let isTelling =
        span.country != nil || !isOrdinary(first) || !Self.plainNouns.contains(headHash(span))
        || (first..<end).contains { token in senses.isWord(token) { $0.isQualifier } }
      return isTelling ? end : nil
    }
    var end = first
    if senses.isWord(first, { $0.isKnown }) {
      // وكالة أوروبا بريس: a place is a part of the name where more of a name follows.
      guard isNameWord(first + 1), !hasArticle(first + 1) else { return nil }
    }
    while end < first + 3, isNameWord(end), end == first || !hasArticle(end) { end += 1 }
    guard end > first else { return nil }
    return afterNationality(end, &span)
  }

  /// قناة "المسيرة", مليشيات «فجر ليبيا»: a quotation of at most four words, which alone is the name.
  private func quoted(_ span: inout NameSpan) -> Int? {
    let open = span.tokens.upperBound
    guard continues(open), text.mark(open).isOpening else { return nil }
    let first = open + 1
    guard continues(first), isArabic(first), !isFunction(first) else { return nil }
    var end = first
    while end < first + 4, continues(end), isArabic(end) { end += 1 }
    guard end < text.tokens.count, [.closingQuote, .straightQuote].contains(text.mark(end)) else {
      return nil
    }
    for hit in senses[first] where hit.match.clitics == 0 && hit.match.tokens == first..<end {
      guard case .known(let index) = hit.sense, lexicon.known[index].kind == .organization else { continue }
      span.known = index
      span.country = lexicon.known[index].country
      span.sector = lexicon.known[index].sector ?? span.sector
    }
    span.headHash = headHash(span)
    span.tokens = first..<end
    span.clitics = 0
    return end
  }

  /// جامعة القاضي عياض, مؤسسة محمد السادس: the whole is the body's name.
  private func namedAfterPerson(_ first: Int, _ span: NameSpan) -> Int? {
    guard Self.namedForPersons.contains(headHash(span)) else { return nil }
    var next = first
    for hit in senses[first] where hit.match.clitics == 0 && hit.sense.isTitle {
      next = max(next, hit.match.tokens.upperBound)
    }
    guard continues(next), next > first || senses.isWord(next, { $0.isFirstName }) else {
      return nil
    }
    return personName(from: next, isAnnounced: true, isRoyal: true)
  }

  // MARK: parts of names

  /// Words with ال, one after another, with the nationality that ends them.
  private func articleWords(
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
  private func toComplement(_ token: Int, _ span: inout NameSpan) -> Int? {
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
  private func afterNationality(_ token: Int, _ span: inout NameSpan) -> Int {
    guard continues(token), isArabic(token) else { return token }
    if let state = nationalityWithArticle(token) {
      span.country = lexicon.known[state].country
      return token + 1
    }
    return toComplement(token, &span) ?? token
  }

  /// A state, city or region that a construct may end in.
  private func governed(_ token: Int) -> (end: Int, country: String?)? {
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
  private func isComplementWord(_ token: Int) -> Bool {
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

  private static let councils = hashes("مجلس")
  private static let chambers = hashes("نواب أمة شعب شورى شيوخ عموم لوردات مستشارين")
  private static let provisional = hashes("المؤقتة المؤقت الانتقالية الانتقالي")
  private static let northOrSouth = hashes("الجنوبي الجنوبية الشمالي الشمالية")
  private static let centres = hashes("مركز")
  private static let press = hashes("الصحفي الصحافي")
  private static let tenthForm = Folding.letters(of: "است".utf8)
  private static let withoutPlace = hashes(
    "حكومة إدارة رئاسة جيش مجلس هيئة قوات مكتب جهاز لجنة ديوان")
  private static let plainNouns = hashes(
    "وكالة حركة تنظيم مجموعة شبكة تحالف تجمع جبهة لواء فرقة كتلة تيار مركز")
  private static let quotedHeads = hashes(
    "قناة صحيفة جريدة وكالة إذاعة شبكة حركة حزب تنظيم جماعة كتائب لواء ائتلاف ميليشيا ميليشيات مليشيا مليشيات مجموعة منظمة"
  )
  private static let namedForPersons = hashes("جامعة مؤسسة مركز مستشفى معهد كلية")
  private static let complementNouns = hashes(
    "لحقوق لشؤون لدعم لمكافحة لإدارة لتنسيق لحماية لتنمية لكرة لرعاية لإعادة لمنع لحظر لمراقبة")
}
