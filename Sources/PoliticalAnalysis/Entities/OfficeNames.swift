import ArabicText
import LinguisticAnnotation

extension EntityReader {
  /// Titles and offices, with the name after or before them; offices without a name are kept as open.
  mutating func readPersonsBesideOffices() {
    var token = 0
    while token < text.tokens.count {
      defer { token += 1 }
      guard isArabic(token), isFree(token) else { continue }
      if isAdjective(token) { continue }
      if let end = readOffice(at: token) {
        token = max(token, end - 1)
      } else if let title = title(at: token) {
        readTitled(title.match, title)
        token = max(token, title.match.tokens.upperBound - 1)
      }
    }
  }

  /// القوات الرئيسة, النائب الأول: a word with ال after another one is its adjective.
  private func isAdjective(_ token: Int) -> Bool {
    guard continues(token), isArabic(token - 1), hasArticle(token), hasArticle(token - 1),
      evidence.isAdjective(token)
    else { return false }
    return isFree(token - 1) && !isFunction(token - 1)
      && !senses.isWord(token - 1) { $0.isTitle || $0.isOffice || $0.isNationality }
  }

  private struct Title {
    var match: PhraseMatch
    var isFeminine: Bool
    var sector: String?
    var isRoyal: Bool
  }

  private func title(at token: Int) -> Title? {
    guard
      let found = senses.longest(
        at: token,
        { (sense: NameSense) -> (Bool, String?, Bool)? in
          if case .title(let isFeminine, let sector, let isRoyal) = sense {
            (isFeminine, sector, isRoyal)
          } else {
            nil
          }
        })
    else { return nil }
    return Title(
      match: found.match, isFeminine: found.value.0, sector: found.value.1, isRoyal: found.value.2)
  }

  private mutating func readTitled(_ match: PhraseMatch, _ title: Title) {
    var next = match.tokens.upperBound
    guard continues(next) else { return }
    // السيناتور الديمقراطي كريس مورفي, الصحفي المصري محمد علي, نظيره المصري سامح شكري
    var country: String?
    let isDefinite =
      isDefinite(match) || Self.titleCounterparts.contains(FNV1a.hash(text.letters(of: next - 1)))
    while next < match.tokens.upperBound + 3, isDefinite, continues(next + 1), isArabic(next), isFree(next),
      hasArticle(next), isFeminineForm(next) == title.isFeminine,
      senses.nationality(next) != nil
        || evidence.tag(next) == .adjective && !senses.isWord(next, { $0.isFirstName })
    {
      if let state = senses.nationality(next) { country = lexicon.known[state].country }
      next += 1
    }
    if next > match.tokens.upperBound, span(at: next)?.kind != .person,
      senses.isWord(next, { $0.isOffice }) || (personName(from: next, isAnnounced: true) ?? 0) < next + 2
    {
      next = match.tokens.upperBound
      country = nil
    }
    takePerson(
      from: next, isRoyal: title.isRoyal, isFeminine: title.isFeminine, sector: title.sector,
      role: nil, country: country)
  }

  /// Takes the name at a token, or adds what the office says to one that is taken. Gives the name's end.
  @discardableResult private mutating func takePerson(
    from start: Int, isRoyal: Bool, isFeminine: Bool?, sector: String?, role: OfficePhrase?,
    country: String? = nil
  ) -> Int? {
    func enrich(_ span: inout NameSpan) {
      span.isFeminine = span.isFeminine ?? isFeminine
      span.isRoyal = span.isRoyal || isRoyal
      span.show(role?.country ?? country)
      span.sector = span.sector ?? sector
      if let role { span.roles.append(role) }
    }
    // وزيرة الدفاع، مارغريتا روبلس، …
    if role != nil, start + 1 < text.tokens.count, text.mark(start) == .comma, continues(start),
      continues(start + 1)
    {
      let isNamed =
        span(at: start + 1).map {
          $0.kind == .person && $0.tokens.count > 1 && $0.tokens.lowerBound == start + 1 && $0.clitics == 0
        }
        ?? ((personName(from: start + 1, isAnnounced: false) ?? 0) > start + 2)
      guard isNamed else { return nil }
      return takePerson(
        from: start + 1, isRoyal: isRoyal, isFeminine: isFeminine, sector: sector, role: role)
    }
    // المبعوث الدولي "كريم الحداد"
    if continues(start), continues(start + 1), text.mark(start).isOpening {
      let name = start + 1
      let end = span(at: name)?.tokens.upperBound ?? personName(from: name, isAnnounced: true) ?? name
      guard end > name + 1, end < text.tokens.count,
        [.closingQuote, .straightQuote].contains(text.mark(end))
      else { return nil }
      return takePerson(
        from: name, isRoyal: isRoyal, isFeminine: isFeminine, sector: sector, role: role, country: country)
    }
    if let index = covering.indices.contains(start) && covering[start] >= 0
      ? Int(covering[start]) : nil
    {
      guard spans[index].kind == .person, spans[index].tokens.lowerBound == start else {
        return nil
      }
      update(index, enrich)
      return spans[index].tokens.upperBound
    }
    guard let end = personName(from: start, isAnnounced: true, isRoyal: isRoyal) else { return nil }
    // One word alone needs more than a title of everyday: a name that is known, or no ordinary word.
    if end == start + 1, senses.isWord(start, { $0.isFirstName }), isOrdinary(start), !isRoyal {
      return nil
    }
    if end == start + 1, isPlainWord(start), !isRoyal { return nil }
    var span = NameSpan(
      tokens: start..<end, clitics: 0, kind: .person, isFeminine: firstNameGender(start))
    enrich(&span)
    acceptPerson(span)
    return end
  }

  /// Whether the engine takes a word that no list knows for a word with a clitic or a verb, and for no name.
  private func isPlainWord(_ token: Int) -> Bool {
    guard evidence.isOutside(token), !senses.isWord(token, { $0.isFirstName || $0.isKnown }) else {
      return false
    }
    return switch evidence.tag(token) {
    case .verb, .noun, .adposition, .adjective: !hasArticle(token)
    default: false
    }
  }

  func firstNameGender(_ token: Int) -> Bool? {
    for hit in senses[token] where hit.match.clitics == 0 {
      if case .firstName(let isFeminine) = hit.sense { return isFeminine }
    }
    return nil
  }

  /// The longest office whose words no name has: of رئيس الحكومة الإسبانية, where الحكومة الإسبانية is a body, رئيس.
  private func officeHead(at token: Int) -> (match: PhraseMatch, value: Int)? {
    var best: (match: PhraseMatch, value: Int)?
    for hit in senses[token] {
      guard case .office(let index) = hit.sense, hit.match.tokens.allSatisfy(isFree) else { continue }
      if let now = best?.match {
        let equal = hit.match.tokens.count == now.tokens.count
        guard hit.match.tokens.count > now.tokens.count || equal && hit.match.clitics < now.clitics else {
          continue
        }
      }
      best = (hit.match, index)
    }
    guard let best, !isPreposition(token, best.match) else { return nil }
    return best
  }

  /// وإلى is no governor, though folding makes it والي; من المقرر says what is planned.
  private func isPreposition(_ token: Int, _ match: PhraseMatch) -> Bool {
    guard match.tokens.count == 1 else { return false }
    if senses[token].contains(where: { $0.match.clitics > match.clitics && $0.sense.isFunction }),
      text.utf8[text.tokens[token].bytes].suffix(2).elementsEqual([0xD9, 0x89])
    {
      return true
    }
    return continues(token) && Self.planned.contains(FNV1a.hash(text.letters(of: token)))
      && Self.planning.contains(FNV1a.hash(text.letters(of: token - 1)))
  }

  /// Reads an office phrase; gives where it and the name after it end.
  private mutating func readOffice(at token: Int) -> Int? {
    guard let found = officeHead(at: token) else { return nil }
    let office = lexicon.offices[found.value]
    var phrase = OfficePhrase(
      tokens: found.match.tokens, clitics: found.match.clitics, office: found.value, country: office.country)
    if office.class == "minister" {
      for token in found.match.tokens.dropFirst() { addWord(token, to: &phrase) }
    }
    let isRoyal = office.class == "monarch" || office.class == "pope" || office.class == "crown"
    var next = found.match.tokens.upperBound
    var roleEnd = next
    var isSettled = false
    // A nationality, state or body ends the office but for what لـ or a preposition adds.
    var isClosed = false
    scan: while next < found.match.tokens.upperBound + 14, continues(next) {
      if let span = span(at: next) {
        guard span.kind != .person else { break }
        guard span.tokens.lowerBound == next, governs(span, office, isClosed: isClosed) else { break }
        let isDestination =
          isSent(office) && (span.kind != .organization || span.clitics > 0 || phrase.country != nil)
          && (span.clitics > 0 || isDirection(next - 1))
        if phrase.country == nil, !isDestination { phrase.country = span.country }
        if span.sector == "IGO", phrase.country == nil, !isDestination { phrase.isInternational = true }
        if phrase.body == nil, !isDestination {
          phrase.body = span.known.flatMap { span.kind == .organization ? $0 : nil }
        }
        if span.kind != .gpe {
          for token in span.tokens {
            addWord(token, to: &phrase, clitics: token == span.tokens.lowerBound ? span.clitics : 0)
          }
        } else if span.tokens.count > 1, senses.isWord(span.tokens.lowerBound, { $0.isPlaceHead }) {
          // رئيس إقليم كردستان is رئيس الإقليم.
          addWord(span.tokens.lowerBound, to: &phrase)
        }
        next = span.tokens.upperBound
        roleEnd = next
        isSettled = true
        isClosed = true
        continue
      }
      guard isArabic(next) else { break }
      if let state = senses.nationality(next) {
        if phrase.country == nil { phrase.country = lexicon.known[state].country }
        next += 1
        roleEnd = next
        isSettled = true
        isClosed = true
        continue
      }
      // سفير خادم الحرمين الشريفين لدى مصر: of whose state he is.
      if next == found.match.tokens.upperBound, let holder = ownOffice(at: next) {
        if phrase.country == nil { phrase.country = holder.country }
        (next, roleEnd) = (holder.end, holder.end)
        (isSettled, isClosed) = (true, true)
        continue
      }
      if let title = title(at: next), title.match.clitics == 0 {
        // أمير الكويت الرئيس الإيراني, رئيس الجمهورية السفير: somebody else's title, where no name follows it.
        let name = title.match.tokens.upperBound
        if isClosed || next > found.match.tokens.upperBound, span(at: name)?.kind != .person,
          isClosed && senses.nationality(name) != nil
            || personName(from: name, isAnnounced: true, isRoyal: title.isRoyal) == nil
        {
          break
        }
        // المتحدث باسم الوزير
        if Self.inNameOf.contains(FNV1a.hash(text.letters(of: next - 1))), title.match.tokens.count == 1,
          !beginsName(name)
        {
          addWord(next, to: &phrase)
          (roleEnd, isSettled) = (name, true)
        }
        next = title.match.tokens.upperBound
        continue
      }
      if Self.officeAdjectives.contains(FNV1a.hash(text.letters(of: next))) {
        next += 1
        roleEnd = next
        continue
      }
      let isPreposition = Self.officePrepositions.contains(FNV1a.hash(text.letters(of: next)))
      // وزير العدل فلان: what he is minister of stands first.
      let isPortfolio =
        office.class == "minister" && next == found.match.tokens.upperBound && hasArticle(next)
        && !isDefinite(found.match)
      if !isPreposition, !isPortfolio,
        let end = personName(from: next, isAnnounced: true, isRoyal: isRoyal),
        isSettled || canBegin(next, end)
      {
        break scan
      }
      // أكد رئيس الوزراء حرص الحكومة: behind an article no genitive can follow.
      if hasArticle(next - 1), !bearsArticle(next), evidence.tag(next) == .noun,
        evidence.proclitics(next) == 0, span(at: next + 1) != nil || !evidence.isTaggedName(next + 1),
        !senses.isWord(next, { $0.isFirstName })
      {
        break
      }
      // نائب رئيس الوزراء وزير الخارجية: another office of the same person.
      if isSettled, !hasArticle(next), senses.isWord(next, { $0.isOffice }) { break }
      // مساعد وزير الخارجية الأميركي لشؤون الشرق الأوسط
      if isClosed, Self.affairs.contains(FNV1a.hash(text.letters(of: next))) {
        isClosed = false
        next += 1
        roleEnd = next
        continue
      }
      guard belongsToOffice(next, found.match, office, isClosed: isClosed),
        !isClosed || isFunction(next) && !senses.isWord(next, { $0.isOffice }) || hasElidedArticle(next)
      else { break }
      isClosed = false
      addWord(next, to: &phrase)
      next += 1
      roleEnd = next
      isSettled = isSettled || hasArticle(next - 1)
    }
    // عضو الكنيست البارز فلان
    if isClosed, next == roleEnd, continues(next), isArabic(next), isFree(next), hasArticle(next),
      evidence.isAdjective(next), !senses.isWord(next, { $0.isTitle || $0.isOffice }), beginsName(next + 1)
    {
      (next, roleEnd) = (next + 1, next + 1)
    }
    if let body = quotedBody(next) {
      if let head = senses[next].first(where: { $0.sense.isOrganizationHead }) {
        addWord(next, to: &phrase, clitics: head.match.clitics)
      }
      phrase.country = phrase.country ?? body.span.country
      phrase.body = phrase.body ?? body.span.known
      for token in body.span.tokens { addWord(token, to: &phrase) }
      (next, roleEnd) = (body.end, body.end)
    }
    while roleEnd > found.match.tokens.upperBound, roleEnd == next,
      Self.officePrepositions.contains(FNV1a.hash(text.letters(of: roleEnd - 1)))
    {
      (next, roleEnd) = (next - 1, roleEnd - 1)
    }
    if continues(roleEnd), isArabic(roleEnd), Self.selfsame.contains(FNV1a.hash(text.letters(of: roleEnd))) {
      phrase.isSelfsame = true
    }
    phrase.tokens = phrase.tokens.lowerBound..<roleEnd
    if speaksForAnother(phrase, office) {
      phrase.isSpeaking = true
      openOffices.append(phrase)
      takePerson(
        from: next, isRoyal: false, isFeminine: nil, sector: nil, role: nil, country: phrase.country)
      return roleEnd
    }
    // A name before the office, with or without a comma: سامح شكري، وزير الخارجية.
    let isGeneric =
      ["deputy", "member", "relative", "head", "acting"].contains(office.class)
      && roleEnd == found.match.tokens.upperBound
    if let end = takePerson(
      from: nameBehindPlace(next, &phrase) ?? nameBehindBracket(next) ?? next, isRoyal: isRoyal,
      isFeminine: office.isFeminine,
      sector: lexicon.sector(of: phrase),
      role: phrase)
    {
      return end
    }
    if isGeneric { return nil }
    // A head alone without article is a description (مسؤول, متحدث), or nothing (رئيس).
    let head = found.match.tokens.lowerBound
    let isDefinite = isDefinite(found.match)
    if roleEnd == found.match.tokens.upperBound, !isDefinite,
      senses[head].contains(where: { $0.sense.isNominalHead })
    {
      return nil
    }
    if roleEnd == found.match.tokens.upperBound, !isDefinite { return roleEnd }
    if !attachToNameBefore(phrase, office) { openOffices.append(phrase) }
    return roleEnd
  }

  func isDefinite(_ match: PhraseMatch) -> Bool {
    match.tokens.contains(where: bearsArticle)
  }

  func isSent(_ office: Office) -> Bool { Self.sent.contains(office.class) }

  private func isDirection(_ token: Int) -> Bool {
    Self.officePrepositions.contains(FNV1a.hash(text.letters(of: token)))
      && !Self.inNameOf.contains(FNV1a.hash(text.letters(of: token)))
  }

  private func addWord(_ token: Int, to phrase: inout OfficePhrase, clitics: Int = 0) {
    guard isArabic(token), senses.nationality(token) == nil else { return }
    let letters =
      hasElidedArticle(token) ? text.letters(of: token) : text.letters(of: token).dropFirst(clitics)
    if Self.international.contains(FNV1a.hash(letters)) { phrase.isInternational = true }
    let isDefinite = clitics > 0 && letters.starts(with: [Folding.alef, Folding.lam])
    let hasAnyArticle = hasArticle(token) || hasElidedArticle(token) || isDefinite
    let article = hasAnyArticle ? 2 : hasConjoinedArticle(token) ? 3 : 0
    phrase.words.append(FNV1a.hash(letters.dropFirst(article)))
  }

  private static let officeAdjectives = hashes(
    "الجنوبي الجنوبية الشمالي الشمالية السابق السابقة الأسبق الحالي الحالية الجديد الجديدة المنتخب المنتخبة المؤقت الراحل المستقيل المكلف المخلوع المقال المعزول الراحلة المستقيلة المكلفة الدائم الدائمة الخاص الخاصة المقيم المقيمة"
  )
  /// Classes of offices that are sent somewhere.
  private static let sent: Set<String> = [
    "ambassador", "envoy", "delegate", "coordinator", "rapporteur", "reporter",
  ]
  private static let affairs = hashes("لشؤون لشئون للشؤون")
  static let officeDirections = hashes("إلى على")
  private static let titleCounterparts = hashes("نظيره نظيرته نظيرها ونظيره ونظيرها ونظيرته لنظيره بنظيره")
  private static let selfsame = hashes("ذاته نفسه عينه ذاتها نفسها عينها")
  private static let planned = hashes("المقرر")
  private static let planning = hashes("من ومن")
  private static let inNameOf = hashes("باسم")
  private static let international = hashes("الأممي الأممية الدولي الدولية الأوروبي الأوروبية")
  static let officePrepositions = hashes("في باسم لدى إلى على")
}
