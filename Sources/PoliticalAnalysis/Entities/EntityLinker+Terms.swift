import ArabicText

extension EntityLinker {
  /// Whom the article names without saying that he holds the office, where knowledge says that he does: on the day of
  /// publication, or, where that is not known, at any time and nobody else whom the article names ever did.
  func knownHolder(of phrase: OfficePhrase) -> Int? {
    let posts = posts(of: phrase)
    guard !posts.isEmpty, !isFormer(phrase) else { return nil }
    var found: Int?
    for index in entities.indices where entities[index].kind == .person && profiles[index].hasName {
      guard let known = profiles[index].known, let terms = lexicon.terms[known],
        isCompatible(entities[index].country, phrase.country),
        entities[index].isFeminine != false || !lexicon.offices[phrase.office].isFeminine,
        !profiles[index].offices.contains(where: { isFormer($0) })
      else { continue }
      let isHolder = terms.contains { posts.contains($0.post) && $0.covers(day) && isOwner($0.owner, phrase) }
      guard isHolder else { continue }
      guard found == nil else { return nil }
      found = index
    }
    return found
  }

  /// Whether the phrase names the state or body of a term, or none.
  private func isOwner(_ owner: OfficeTerm.Owner, _ phrase: OfficePhrase) -> Bool {
    switch owner {
    case .state(let country):
      return phrase.body == nil && !phrase.isInternational
        && (phrase.country == nil || phrase.country == country)
    case .body(let body):
      if let named = phrase.body { return named == body }
      return phrase.country == nil && (phrase.isInternational || phrase.words.isEmpty)
    }
  }

  /// The offices that a phrase may mean; none where its words say more than the list knows.
  private func posts(of phrase: OfficePhrase) -> [Post] {
    let words = phrase.words
    func has(_ set: Set<UInt64>) -> Bool { words.contains(where: set.contains) }
    switch officeClass(of: phrase) {
    case "president":
      if has(Self.parliaments) { return [.speaker] }
      if phrase.body != nil { return [.chairman] }
      return tellingWords(phrase).isEmpty ? [.president] : []
    case "premier": return [.premier]
    case "monarch": return tellingWords(phrase).isEmpty ? [.monarch] : []
    case "crown": return [.crown]
    case "minister":
      if has(Self.foreign) { return [.foreign] }
      if has(Self.defence) { return [.defence] }
      if has(Self.interior) { return [.interior] }
      return words.isEmpty && phrase.country != nil ? [.foreign, .defence, .interior] : []
    case "adviser":
      // المستشار الألماني is the head of his government.
      return words.isEmpty && Self.chancellors.contains(phrase.country ?? "") ? [.premier] : []
    case "leader": return [.leader]
    case "secretary": return phrase.body != nil ? [.secretary] : []
    case "director": return phrase.body != nil ? [.director] : []
    case "commissioner": return phrase.body != nil ? [.commissioner] : []
    case "envoy", "delegate": return [.envoy, .representative]
    case "prosecutor": return phrase.body != nil ? [.prosecutor] : []
    default: return []
    }
  }

  func isFormer(_ phrase: OfficePhrase) -> Bool {
    let end = phrase.tokens.upperBound
    let tokens = phrase.tokens.lowerBound..<(reader.continues(end) ? end + 1 : end)
    return tokens.contains { Self.former.contains(FNV1a.hash(text.letters(of: $0))) }
  }

  private static let parliaments = EntityReader.hashes("برلمان نواب مجلس")
  private static let foreign = EntityReader.hashes("خارجية")
  private static let defence = EntityReader.hashes("دفاع")
  private static let interior = EntityReader.hashes("داخلية")
  private static let former = EntityReader.hashes("السابق السابقة الأسبق الراحل المخلوع")
  private static let chancellors: Set<String> = ["DEU", "AUT"]
}
