import ArabicText
import LinguisticAnnotation

/// What belongs to an office, what stands between it and its holder's name, and whose the name is.
extension EntityReader {
  /// متحدث باسم وزير الطاقة فلان: without article he has no name beside him, but the minister has.
  func speaksForAnother(_ phrase: OfficePhrase, _ office: Office) -> Bool {
    guard office.class == "spokesman",
      !phrase.tokens.contains(where: { bearsArticle($0) && $0 == phrase.tokens.lowerBound })
    else { return false }
    return phrase.tokens.dropFirst().contains { senses.isWord($0) { $0.isOffice } }
  }

  /// The end and the state of an office that only one state has: خادم الحرمين الشريفين.
  func ownOffice(at token: Int) -> (end: Int, country: String)? {
    guard
      let found = senses.longest(
        at: token, bare: true,
        { if case .office(let index) = $0 { lexicon.offices[index].country } else { nil } })
    else { return nil }
    return (found.match.tokens.upperBound, found.value)
  }

  /// Whether a person's name of several words, or one that was taken, begins there.
  func beginsName(_ token: Int) -> Bool {
    guard continues(token) else { return false }
    return span(at: token).map { $0.kind == .person && $0.clitics == 0 && $0.tokens.lowerBound == token }
      ?? ((personName(from: token, isAnnounced: true) ?? 0) > token + 1)
  }

  /// أمين عام حلف شمال الأطلسي (ناتو) فلان: where the name begins that a bracket parts from the office.
  func nameBehindBracket(_ token: Int) -> Int? {
    guard continues(token), text.mark(token) == .openingBracket else { return nil }
    var end = token + 1
    while end < token + 7, continues(end), text.mark(end) != .closingBracket { end += 1 }
    guard continues(end), text.mark(end) == .closingBracket, beginsName(end + 1) else { return nil }
    return end + 1
  }

  /// رئيس الحزب في السودان فلان: where the name begins that a place parts from the office.
  func nameBehindPlace(_ token: Int, _ phrase: inout OfficePhrase) -> Int? {
    guard continues(token), isArabic(token), Self.inside.contains(FNV1a.hash(text.letters(of: token))),
      let place = span(at: token + 1), place.kind == .gpe, place.clitics == 0, continues(token + 1)
    else { return nil }
    let name = place.tokens.upperBound
    guard continues(name),
      span(at: name).map({ $0.kind == .person && $0.clitics == 0 && $0.tokens.lowerBound == name })
        ?? ((personName(from: name, isAnnounced: false) ?? 0) > name + 1)
    else { return nil }
    if phrase.country == nil { phrase.country = place.country }
    return name
  }

  /// حزب “السنبلة” after an office: a body whose name is quoted.
  func quotedBody(_ token: Int) -> (span: NameSpan, end: Int)? {
    guard continues(token + 1),
      senses[token].contains(where: { $0.match.tokens.count == 1 && $0.sense.isOrganizationHead }),
      text.mark(token + 1).isOpening,
      let span = span(at: token + 2), span.kind == .organization, span.tokens.lowerBound == token + 2
    else { return nil }
    return (span, span.tokens.upperBound + 1)
  }

  /// Whether a name may begin right after the office's head: رئيس is followed by its complement first.
  func canBegin(_ token: Int, _ end: Int) -> Bool {
    senses.isWord(token) { $0.isFirstName } || end > token + 1 || hasArticle(token - 1)
  }

  /// Whether a name that stands next belongs to the office: bare, or a body after ب or ل (ضابط بالحرس الثوري), or what
  /// an envoy is sent to (المبعوث الأممي لليمن).
  func governs(_ span: NameSpan, _ office: Office, isClosed: Bool) -> Bool {
    guard span.clitics > 0 else { return !isClosed || span.kind == .organization }
    guard span.clitics == 1, !startsWith(span.tokens.lowerBound, Folding.waw) else { return false }
    // قال الناطق للجزيرة: whom he spoke to.
    if span.sector == "MED", startsWith(span.tokens.lowerBound, Folding.lam), office.class != "reporter" {
      return false
    }
    // أمير قطر بمنتدى دافوس: where he is.
    if isClosed {
      // رئيس لجنة الأمن بمجلس النواب, رئيس المكتب السياسي لحركة الفجر
      let first = span.tokens.lowerBound
      return span.kind == .organization
        ? startsWith(first, Folding.beh) || self.span(at: first - 1)?.kind == .organization : isSent(office)
    }
    // وزير الخارجية لجمهورية مصر العربية
    if span.tokens.count > 1, span.kind == .gpe, startsWith(span.tokens.lowerBound, Folding.lam),
      span.known.map({ lexicon.known[$0].class == .state }) ?? false
    {
      return true
    }
    return span.kind == .organization || isSent(office)
  }

  /// Whether a word goes on with an office: with ال, joined or governed, or a noun in construct.
  func belongsToOffice(
    _ token: Int, _ match: PhraseMatch, _ office: Office, isClosed: Bool
  ) -> Bool {
    let head = match.tokens.upperBound
    // نائبة وزير الزراعة: the words for offices are among those that no name begins with.
    if isFunction(token), !senses.isWord(token, { $0.isOffice }) {
      let letters = text.letters(of: token)
      guard Self.officePrepositions.contains(FNV1a.hash(letters)), continues(token + 1) else {
        return false
      }
      let isSent = isSent(office)
      if Self.officeDirections.contains(FNV1a.hash(letters)), !isSent { return false }
      if let span = span(at: token + 1) { return span.kind == .organization || !isClosed || isSent }
      return !isClosed && isArabic(token + 1) && hasArticle(token + 1) && !isFunction(token + 1)
        || senses.isWord(token + 1) { $0.isOrganizationHead }
    }
    if hasArticle(token) {
      // ودعا الوزير المنظمات: after an office with the article, only an adjective is a part of it.
      if isDefinite(match), match.tokens.count == 1, !evidence.isAdjective(token),
        !(head..<token).contains(where: { Self.officePrepositions.contains(FNV1a.hash(text.letters(of: $0))) }
        )
      {
        return false
      }
      // سلط رئيس الإقليم الضوء: after the complement, too.
      if token > head, hasArticle(token - 1), !evidence.isAdjective(token), senses.nationality(token) == nil {
        return false
      }
      return !senses.isWord(token) { $0.isNominalHead && !$0.isOffice } || token == head
        || Self.officePrepositions.contains(FNV1a.hash(text.letters(of: token - 1)))
    }
    if hasElidedArticle(token) { return true }
    if hasConjoinedArticle(token), token > head {
      // وزير الثقافة والإعلام: what he is minister of; after المبعوث الدولي, somebody else begins.
      return isOrdinary(token) && !isDefinite(match)
        && !senses[token].contains { $0.sense.isTitle || $0.sense.isOffice || $0.sense.isKnown }
    }
    // رئيس الجمهورية بمواقف الإمارات: what stands after a preposition is no part of it.
    guard
      isOrdinary(token) || senses.isWord(token, { $0.isOffice || $0.isOrganizationHead || $0.isPlaceHead }),
      continues(token + 1), evidence.tag(token) != .verb,
      startsWith(token, Folding.waw) && office.class == "minister" || (evidence.proclitics(token) ?? 0) == 0
    else { return false }
    let isShort = text.tokens[token].letters.count > 1
    return isShort && token <= head + 3
      && (span(at: token + 1)?.kind == .organization || span(at: token + 1)?.kind == .gpe
        || isArabic(token + 1) && hasArticle(token + 1) && !isFunction(token + 1))
  }

  private static let inside = hashes("في")
}
