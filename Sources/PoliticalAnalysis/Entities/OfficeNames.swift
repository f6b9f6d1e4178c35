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
    let next = match.tokens.upperBound
    guard continues(next) else { return }
    takePerson(
      from: next, isRoyal: title.isRoyal, isFeminine: title.isFeminine, sector: title.sector,
      role: nil)
  }

  /// Takes the name at a token, or adds what the office says to one that is taken. Gives the name's end.
  @discardableResult private mutating func takePerson(
    from start: Int, isRoyal: Bool, isFeminine: Bool?, sector: String?, role: OfficePhrase?
  ) -> Int? {
    func enrich(_ span: inout NameSpan) {
      span.isFeminine = span.isFeminine ?? isFeminine
      span.country = span.country ?? role?.country
      span.sector = span.sector ?? sector
      if let role { span.roles.append(role) }
    }
    // وزيرة الدفاع، مارغريتا روبلس، …
    if role != nil, start + 1 < text.tokens.count, text.mark(start) == .comma, continues(start),
      continues(start + 1)
    {
      let isNamed =
        span(at: start + 1).map {
          $0.kind == .person && $0.tokens.count > 1 && $0.tokens.lowerBound == start + 1
        }
        ?? ((personName(from: start + 1, isAnnounced: false) ?? 0) > start + 2)
      guard isNamed else { return nil }
      return takePerson(
        from: start + 1, isRoyal: isRoyal, isFeminine: isFeminine, sector: sector, role: role)
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

  /// Reads an office phrase; gives where it and the name after it end.
  private mutating func readOffice(at token: Int) -> Int? {
    guard
      let found = senses.longest(
        at: token,
        { (sense: NameSense) -> Int? in
          if case .office(let index) = sense { index } else { nil }
        }), found.match.tokens.allSatisfy(isFree)
    else { return nil }
    let office = lexicon.offices[found.value]
    var phrase = OfficePhrase(
      tokens: found.match.tokens, clitics: found.match.clitics, office: found.value)
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
        if phrase.country == nil { phrase.country = span.country }
        if span.kind != .gpe {
          for token in span.tokens { addWord(token, to: &phrase) }
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
      if let title = title(at: next), title.match.clitics == 0 {
        // أمير الكويت الرئيس الإيراني: somebody else's title, where no name follows it.
        let name = title.match.tokens.upperBound
        if isClosed, span(at: name)?.kind != .person,
          personName(from: name, isAnnounced: true, isRoyal: title.isRoyal) == nil
        {
          break
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
      if !isPreposition, let end = personName(from: next, isAnnounced: true, isRoyal: isRoyal),
        isSettled || canBegin(next, end)
      {
        break scan
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
    phrase.tokens = phrase.tokens.lowerBound..<roleEnd
    // A name before the office, with or without a comma: سامح شكري، وزير الخارجية.
    let isGeneric =
      ["deputy", "member", "relative", "head", "acting"].contains(office.class)
      && roleEnd == found.match.tokens.upperBound
    if let end = takePerson(
      from: next, isRoyal: isRoyal, isFeminine: office.isFeminine, sector: office.sector,
      role: phrase)
    {
      return end
    }
    if isGeneric { return nil }
    // A head alone without article is a description (مسؤول, متحدث), or nothing (رئيس).
    let head = found.match.tokens.lowerBound
    let isDefinite = found.match.tokens.contains {
      hasArticle($0) || hasElidedArticle($0) || hasConjoinedArticle($0)
    }
    if roleEnd == found.match.tokens.upperBound, !isDefinite,
      senses[head].contains(where: { $0.sense.isNominalHead })
    {
      return nil
    }
    if roleEnd == found.match.tokens.upperBound, !isDefinite { return roleEnd }
    if !attachToNameBefore(phrase, office) { openOffices.append(phrase) }
    return roleEnd
  }

  private func addWord(_ token: Int, to phrase: inout OfficePhrase) {
    guard isArabic(token), senses.nationality(token) == nil else { return }
    let letters = text.letters(of: token)
    phrase.words.append(FNV1a.hash(hasArticle(token) ? letters.dropFirst(2) : letters))
  }

  /// Whether a name may begin right after the office's head: رئيس is followed by its complement first.
  private func canBegin(_ token: Int, _ end: Int) -> Bool {
    senses.isWord(token) { $0.isFirstName } || end > token + 1 || hasArticle(token - 1)
  }

  /// Whether a name that stands next belongs to the office: bare, or a body after ب or ل (ضابط بالحرس الثوري), or what
  /// an envoy is sent to (المبعوث الأممي لليمن).
  private func governs(_ span: NameSpan, _ office: Office, isClosed: Bool) -> Bool {
    guard span.clitics > 0 else { return !isClosed || span.kind == .organization }
    guard span.clitics == 1, !startsWith(span.tokens.lowerBound, Folding.waw) else { return false }
    return span.kind == .organization || Self.sent.contains(office.class)
  }

  /// Whether a word goes on with an office: with ال, joined or governed, or a noun in construct.
  private func belongsToOffice(
    _ token: Int, _ match: PhraseMatch, _ office: Office, isClosed: Bool
  ) -> Bool {
    let head = match.tokens.upperBound
    // نائبة وزير الزراعة: the words for offices are among those that no name begins with.
    if isFunction(token), !senses.isWord(token, { $0.isOffice }) {
      let letters = text.letters(of: token)
      guard Self.officePrepositions.contains(FNV1a.hash(letters)), continues(token + 1) else {
        return false
      }
      let isSent = Self.sent.contains(office.class)
      if Self.directions.contains(FNV1a.hash(letters)), !isSent { return false }
      if let span = span(at: token + 1) { return span.kind == .organization || !isClosed || isSent }
      return !isClosed && isArabic(token + 1) && hasArticle(token + 1) && !isFunction(token + 1)
        || senses.isWord(token + 1) { $0.isOrganizationHead }
    }
    if hasArticle(token) {
      return !senses.isWord(token) { $0.isNominalHead && !$0.isOffice } || token == head
    }
    if hasElidedArticle(token) { return true }
    if hasConjoinedArticle(token), token > head {
      // وزير الثقافة والإعلام: what he is minister of; after المبعوث الدولي, somebody else begins.
      return isOrdinary(token) && !hasArticle(match.tokens.lowerBound)
        && !senses[token].contains { $0.sense.isTitle || $0.sense.isOffice || $0.sense.isKnown }
    }
    guard isOrdinary(token) || senses.isWord(token, { $0.isOffice || $0.isOrganizationHead }),
      continues(token + 1)
    else { return false }
    let isShort = text.tokens[token].letters.count > 1
    return isShort && token <= head + 3
      && (span(at: token + 1)?.kind == .organization || span(at: token + 1)?.kind == .gpe
        || isArabic(token + 1) && hasArticle(token + 1) && !isFunction(token + 1))
  }

  /// Offices that stood alone when they were read, beside names that later passes found: هانا ماليار نائبة وزير الدفاع;
  /// and the first of two that one person has: نائب رئيس الوزراء والمتحدث باسم الحكومة بولنت أرينج.
  mutating func attachOpenOffices() {
    let open = openOffices
    openOffices = []
    for phrase in open {
      let office = lexicon.offices[phrase.office]
      if attachToNameBefore(phrase, office) || attachToNameAfter(phrase, office) { continue }
      openOffices.append(phrase)
    }
  }

  private mutating func attachToNameAfter(_ phrase: OfficePhrase, _ office: Office) -> Bool {
    let next = phrase.tokens.upperBound
    guard continues(next) else { return false }
    if let span = span(at: next), span.kind == .person, span.tokens.lowerBound == next, span.clitics == 0 {
      add(phrase, office, to: Int(covering[next]))
      return true
    }
    guard startsWith(next, Folding.waw) else { return false }
    for index in spans.indices where spans[index].kind == .person && !spans[index].tokens.isEmpty {
      let isSecond = spans[index].roles.contains { role in
        role.tokens.lowerBound == next && role.clitics == 1
          && (office.class == "deputy" || lexicon.offices[role.office].class == "spokesman")
      }
      if isSecond {
        add(phrase, office, to: index)
        return true
      }
    }
    return false
  }

  private mutating func add(_ phrase: OfficePhrase, _ office: Office, to index: Int) {
    update(index) { span in
      span.roles.append(phrase)
      span.country = span.country ?? phrase.country
      span.sector = span.sector ?? office.sector
      span.isFeminine = span.isFeminine ?? office.isFeminine
    }
  }

  private mutating func attachToNameBefore(_ phrase: OfficePhrase, _ office: Office) -> Bool {
    guard phrase.clitics == 0 else { return false }
    var before = phrase.tokens.lowerBound - 1
    guard before >= 0, continues(before + 1) else { return false }
    if text.mark(before) == .comma { before -= 1 }
    guard before >= 0, covering[before] >= 0 else { return false }
    let index = Int(covering[before])
    guard spans[index].kind == .person,
      spans[index].tokens.count > 1 || before == phrase.tokens.lowerBound - 1
    else { return false }
    add(phrase, office, to: index)
    return true
  }

  private static let officeAdjectives = hashes(
    "السابق السابقة الأسبق الحالي الحالية الجديد الجديدة المنتخب المنتخبة المؤقت الراحل المستقيل المكلف المخلوع"
  )
  /// Classes of offices that are sent somewhere.
  private static let sent: Set<String> = [
    "ambassador", "envoy", "delegate", "coordinator", "rapporteur", "reporter",
  ]
  private static let directions = hashes("إلى على")
  private static let officePrepositions = hashes("في باسم لدى إلى على")
}
