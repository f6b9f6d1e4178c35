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
    if let end = officeOfHolder(first, &span) { return end }
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

  /// مكتب رئيس الوزراء الإسرائيلي: the body that serves the holder of an office; his name behind it is no part of it.
  private func officeOfHolder(_ first: Int, _ span: inout NameSpan) -> Int? {
    guard Self.bureaus.contains(headHash(span)), first == span.tokens.upperBound, continues(first),
      !hasArticle(first),
      let office = senses.longest(
        at: first, bare: true, { if case .office(let index) = $0 { index } else { nil } }),
      Self.governing.contains(lexicon.offices[office.value].class)
    else { return nil }
    var end = office.match.tokens.upperBound
    while end < first + 5, continues(end), isArabic(end), hasArticle(end), !isFunction(end),
      !senses.isWord(end, { $0.isTitle || $0.isOffice })
    {
      end += 1
      if let state = senses.nationality(end - 1) {
        span.country = lexicon.known[state].country
        break
      }
    }
    return hasArticle(end - 1) ? end : nil
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
  func nationalities(from start: Int, _ state: Int, _ span: inout NameSpan) -> Int {
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
  func agrees(_ adjective: Int, with span: NameSpan) -> Bool {
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

  private static let bureaus = hashes("مكتب")
  private static let councils = hashes("مجلس")
  private static let chambers = hashes("نواب أمة شعب شورى شيوخ عموم لوردات مستشارين")
  private static let provisional = hashes("المؤقتة المؤقت الانتقالية الانتقالي")
  private static let northOrSouth = hashes("الجنوبي الجنوبية الشمالي الشمالية")
  private static let centres = hashes("مركز")
  private static let press = hashes("الصحفي الصحافي")
  private static let withoutPlace = hashes(
    "حكومة إدارة رئاسة جيش مجلس هيئة قوات مكتب جهاز لجنة ديوان")
  private static let plainNouns = hashes(
    "وكالة حركة تنظيم مجموعة شبكة تحالف تجمع جبهة لواء فرقة كتلة تيار مركز")
  private static let quotedHeads = hashes(
    "قناة صحيفة جريدة وكالة إذاعة شبكة حركة حزب تنظيم جماعة كتائب لواء ائتلاف ميليشيا ميليشيات مليشيا مليشيات مجموعة منظمة"
  )
  private static let namedForPersons = hashes("جامعة مؤسسة مركز مستشفى معهد كلية")
}
