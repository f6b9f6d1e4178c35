import ArabicText

extension EntityReader {
  /// Offices that stood alone when they were read, beside names that later passes found: هانا ماليار نائبة وزير الدفاع;
  /// and the first of two that one person has: نائب رئيس الوزراء والمتحدث باسم الحكومة بولنت أرينج.
  mutating func attachOpenOffices() {
    let open = openOffices
    openOffices = []
    // Where the offices of named persons begin: two that stand side by side are one person's.
    var beside: [Int: (person: Int, role: OfficePhrase)] = [:]
    for index in spans.indices where spans[index].kind == .person && !spans[index].tokens.isEmpty {
      for role in spans[index].roles { beside[role.tokens.lowerBound] = (index, role) }
    }
    // From the end, so that the first of three finds the second.
    for phrase in open.reversed() {
      let office = lexicon.offices[phrase.office]
      if attachToNameBefore(phrase, office) { continue }
      if !phrase.isSpeaking, let index = holder(after: phrase, office, beside) {
        add(phrase, office, to: index)
        beside[phrase.tokens.lowerBound] = (index, phrase)
        continue
      }
      openOffices.append(phrase)
    }
    openOffices.reverse()
    shareCountries()
    takeOwnersCountries()
  }

  /// وزير الخارجية الإيراني فلان، ووزير الطاقة فلان، ووزير الصناعة فلان: ministers in a list are of one government.
  private mutating func shareCountries() {
    let order = spans.indices.filter { spans[$0].kind == .person && !spans[$0].tokens.isEmpty }
      .sorted { spans[$0].tokens.lowerBound < spans[$1].tokens.lowerBound }
    for (before, index) in zip(order, order.dropFirst()) {
      guard spans[index].known == nil, !spans[index].isCountryShown, let country = spans[before].country,
        let role = spans[index].roles.first, role.country == nil, !role.isInternational, role.clitics == 1,
        startsWith(role.tokens.lowerBound, Folding.waw),
        Self.governing.contains(lexicon.offices[role.office].class),
        spans[before].roles.contains(where: { Self.governing.contains(lexicon.offices[$0.office].class) })
      else { continue }
      let end = max(spans[before].tokens.upperBound, spans[before].roles.map(\.tokens.upperBound).max() ?? 0)
      let start = role.tokens.lowerBound
      guard start == end || start == end + 1 && text.mark(end) == .comma else { continue }
      update(index) { $0.show(country) }
    }
  }

  /// المكتب السياسي لحركة الفجر: a body's part is of the body's state.
  private mutating func takeOwnersCountries() {
    for index in spans.indices
    where spans[index].kind == .organization && spans[index].known == nil && spans[index].country == nil {
      let end = spans[index].tokens.upperBound
      guard !spans[index].tokens.isEmpty, continues(end), let owner = span(at: end),
        owner.kind == .organization,
        owner.tokens.lowerBound == end, owner.clitics == 1, startsWith(end, Folding.lam)
      else { continue }
      let (country, sector) = (owner.country, owner.sector)
      update(index) { span in
        span.country = country
        if country == nil, sector == "IGO" { span.sector = sector }
      }
    }
  }

  /// The person whose name, or whose other office, follows an office at once.
  private func holder(
    after phrase: OfficePhrase, _ office: Office, _ beside: [Int: (person: Int, role: OfficePhrase)]
  ) -> Int? {
    let next = phrase.tokens.upperBound
    guard continues(next) else { return nil }
    if let span = span(at: next), span.kind == .person, span.tokens.lowerBound == next, span.clitics == 0 {
      return Int(covering[next])
    }
    guard let second = beside[next], spans[second.person].tokens.lowerBound > next else { return nil }
    // هنأ العاهل الأردني الرئيس الفرنسي فلانا: one does not govern two states.
    if let one = phrase.country, let other = second.role.country, one != other { return nil }
    if second.role.clitics == 0 { return second.person }
    let isSecond =
      startsWith(next, Folding.waw) && second.role.clitics == 1
      && (office.class == "deputy" || lexicon.offices[second.role.office].class == "spokesman"
        || !isKnownByOffice(phrase, office))
    return isSecond ? second.person : nil
  }

  /// Whether the office alone says who is meant: الرئيس الأميركي, وزير الدفاع; not رئيس لجنة الدفاع, مستشار الرئيس.
  private func isKnownByOffice(_ phrase: OfficePhrase, _ office: Office) -> Bool {
    guard Self.governing.contains(office.class) || office.class == "leader" else { return false }
    return office.class != "president" || phrase.words.isEmpty
      || phrase.words.contains(where: Self.realms.contains)
  }

  private static let realms = hashes("دولة جمهورية بلاد حكومة وزراء مجلس برلمان نواب إقليم")

  private mutating func add(_ phrase: OfficePhrase, _ office: Office, to index: Int) {
    let sector = lexicon.sector(of: phrase)
    update(index) { span in
      span.roles.append(phrase)
      span.show(phrase.country)
      span.sector = span.sector ?? sector
      span.isFeminine = span.isFeminine ?? office.isFeminine
    }
  }

  mutating func attachToNameBefore(_ phrase: OfficePhrase, _ office: Office) -> Bool {
    guard phrase.clitics == 0 else { return false }
    var before = phrase.tokens.lowerBound - 1
    guard before >= 0, continues(before + 1) else { return false }
    let isApart = text.mark(before) == .comma
    if isApart { before -= 1 }
    guard before >= 0, covering[before] >= 0 else { return false }
    let index = Int(covering[before])
    guard spans[index].kind == .person, !isApart || isOpen(spans[index], phrase) else { return false }
    add(phrase, office, to: index)
    return true
  }

  /// Whether an office behind a comma can still be that of the name before it: not behind a name that stands between commas
  /// itself, in apposition to an office (السفير المغربي، فلان، الدبلوماسي الجزائري), nor of another state.
  private func isOpen(_ span: NameSpan, _ phrase: OfficePhrase) -> Bool {
    if span.isCountryShown, let own = span.country, let other = phrase.country, own != other { return false }
    let comma = span.tokens.lowerBound - 1
    guard comma > 0, continues(comma + 1), text.mark(comma) == .comma else { return true }
    return !span.roles.contains { $0.tokens.upperBound == comma }
  }

  /// Classes of offices that one government has.
  static let governing: Set<String> = [
    "president", "premier", "minister", "monarch", "crown", "deputy",
  ]
}
