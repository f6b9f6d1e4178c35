import ArabicText

/// What stands between an office and its holder's name, and whose the name is.
extension EntityReader {
  /// متحدث باسم وزير الطاقة فلان: without article he has no name beside him, but the minister has.
  func speaksForAnother(_ phrase: OfficePhrase, _ office: Office) -> Bool {
    guard office.class == "spokesman",
      !phrase.tokens.contains(where: { bearsArticle($0) && $0 == phrase.tokens.lowerBound })
    else { return false }
    return phrase.tokens.dropFirst().contains { senses.isWord($0) { $0.isOffice } }
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

  private static let inside = hashes("في")
}
