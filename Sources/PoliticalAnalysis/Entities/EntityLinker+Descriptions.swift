import ArabicText

extension EntityLinker {
  private enum Description {
    case office(OfficePhrase)
    case nominal(NominalPhrase)
    case takenUp(TakenUpWord)

    /// Hash of the noun that describes a body.
    var noun: UInt64? {
      if case .nominal(let phrase) = self, phrase.kind == .organization { phrase.head } else { nil }
    }
  }

  mutating func addDescriptions() {
    let phrases = reader.nominalPhrases()
    var items: [(start: Int, description: Description)] = []
    for office in reader.openOffices { items.append((office.tokens.lowerBound, .office(office))) }
    for phrase in phrases { items.append((phrase.tokens.lowerBound, .nominal(phrase))) }
    for word in reader.takenUpWords(besides: phrases) { items.append((word.token, .takenUp(word))) }
    items.sort { $0.start < $1.start }
    names = mentions
    firstNamed = firstPerson()
    census = Census(names: names, entities, profiles, lexicon)
    for index in profiles.indices { profiles[index].last = -1 }
    for item in items {
      while passed < names.count, names[passed].tokens.lowerBound < item.start {
        profiles[names[passed].entity].last = names[passed].tokens.lowerBound
        follow(names[passed].tokens.lowerBound, names[passed].entity)
        passed += 1
      }
      let count = mentions.count
      switch item.description {
      case .office(let office): addOffice(office)
      case .nominal(let phrase): addNominal(phrase)
      case .takenUp(let word): addTakenUp(word)
      }
      if mentions.count > count {
        census.countOwn(entities[mentions[count].entity])
        follow(item.start, mentions[count].entity, as: item.description.noun)
      }
    }
  }

  /// Goes on the trail by one mention; by a noun of its own, only that noun takes it up: البرلمان is no المجلس then.
  private mutating func follow(_ token: Int, _ entity: Int, as noun: UInt64? = nil) {
    trail.append((token, entity))
    if let noun, profiles[entity].hasName {
      lastByHead[noun] = entity
    } else {
      if let head = profiles[entity].head { lastByHead[head] = entity }
      for head in profiles[entity].otherHeads { lastByHead[head] = entity }
    }
    if let country = entities[entity].country, armies[country] == entity {
      for head in Self.forces { lastByHead[head] = entity }
    }
    if profiles[entity].isRoyal { census.countRoyal(entity) }
    if let known = profiles[entity].known, [.city, .capital].contains(lexicon.known[known].class) {
      lastCity = entity
    }
  }

  private mutating func addNominal(_ phrase: NominalPhrase) {
    let index = antecedent(of: phrase) ?? newDescribed(phrase)
    profiles[index].last = phrase.tokens.lowerBound
    mentions.append(
      Mention(kind: .nominal, tokens: phrase.tokens, bytes: phrase.bytes(in: text), entity: index))
  }

  private func antecedent(of phrase: NominalPhrase) -> Int? {
    if phrase.kind == .gpe { return place(phrase) }
    if isArmy(phrase), let army = phrase.country.flatMap({ armies[$0] }) { return army }
    if let body = occupiers(phrase) { return body }
    if !phrase.isBareDefinite {
      return byWords[key(phraseWords(phrase), phrase.kind)] ?? named(behindHeadline: phrase)
        ?? counterpart(phrase) ?? described(longer: phrase)
    }
    return lastWith(head: phrase.head) ?? (phrase.head == Self.parliament ? legislature(phrase) : nil)
  }

  /// البرلمان, where the article has named it مجلس النواب or the like, or will and names no other.
  private func legislature(_ phrase: NominalPhrase) -> Int? {
    let named = entities.indices.filter {
      entities[$0].kind == .organization && entities[$0].sector == "LEG" && profiles[$0].hasName
        && profiles[$0].head != Self.committee
    }
    return named.filter { profiles[$0].last >= 0 }.max { profiles[$0].last < profiles[$1].last }
      ?? (named.count == 1 ? named.first : nil)
  }

  private static let committee = FNV1a.hash(Folding.letters(of: "لجنة".utf8)[...])

  /// نظيره الفنلندي: the only one of that state whom the article gives an office of its government.
  private func counterpart(_ phrase: NominalPhrase) -> Int? {
    guard phrase.kind == .person, EntityReader.counterparts.contains(phrase.head),
      let country = phrase.country
    else { return nil }
    let holders = entities.indices.filter { index in
      entities[index].kind == .person && entities[index].country == country && profiles[index].hasName
        && profiles[index].offices.contains {
          EntityReader.governing.contains(lexicon.offices[$0.office].class)
        }
    }
    return holders.count == 1 ? holders.first : nil
  }

  /// What قوات الطوارئ takes up after قوات الطوارئ الخاصة: a description of the same beginning.
  private func described(longer phrase: NominalPhrase) -> Int? {
    let words = phraseWords(phrase)
    guard phrase.kind == .organization, words.count > 1, reader.hasArticle(phrase.tokens.upperBound - 1),
      reader.senses.nationality(phrase.tokens.upperBound - 1) == nil
    else { return nil }
    return entities.indices.last {
      entities[$0].kind == .organization && profiles[$0].described.count > words.count
        && profiles[$0].described.starts(with: words) && isCompatible(entities[$0].country, phrase.country)
    }
  }

  private static let parliament = FNV1a.hash(Folding.letters(of: "برلمان".utf8)[...])

  /// The state or capital that العاصمة القطرية, الجانب الروسي and الاحتلال stand for, where the article names it.
  private func place(_ phrase: NominalPhrase) -> Int? {
    guard let country = phrase.country else { return nil }
    if let state = lexicon.stateOf[country].flatMap({ byKnown[$0] }), phrase.head != Self.capital {
      return state
    }
    if phrase.head == Self.capital, let capital = lexicon.capitalOf[country].flatMap({ byKnown[$0] }) {
      return capital
    }
    return byWords[key([phrase.head, FNV1a.hash(Array(country.utf8)[...])], .gpe)]
  }

  private static let capital = FNV1a.hash(Folding.letters(of: "عاصمة".utf8)[...])

  /// The entity last mentioned whose name or description has this head noun.
  private func lastWith(head: UInt64) -> Int? { lastByHead[head] }

  /// الحركة, المجلس, البلاد, المدينة, بلاده: one word that takes up a name.
  private mutating func addTakenUp(_ word: TakenUpWord) {
    let index: Int?
    switch word.meaning {
    case .head(let head): index = lastWith(head: head)
    case .state: index = census.state
    case .kingdom:
      index =
        census.kingdom ?? Census.kingdoms.compactMap({ lexicon.stateOf[$0] })
        .compactMap({ byKnown[$0] }).first ?? kingdom()
    case .highness: index = census.royal
    case .excellency(let isPresident): index = excellency(isPresident) ?? census.royal
    case .city: index = lastCity
    case .ownState: index = ownerState(before: word.token)
    case .own(let head, let isGroup, let sector): index = people(word, head, isGroup, sector)
    }
    guard let index else { return }
    // هذه الفرقة
    let demonstrative =
      word.clitics == 0 && reader.continues(word.token) ? reader.demonstrative(at: word.token - 1) : nil
    let match = PhraseMatch(
      tokens: (demonstrative == nil ? word.token : word.token - 1)..<word.token + 1,
      clitics: demonstrative ?? word.clitics, conjunction: 0, preposition: 0)
    profiles[index].last = word.token
    mentions.append(
      Mention(kind: .nominal, tokens: match.tokens, bytes: match.bytes(in: text), entity: index))
  }

  /// Whom فخامته or معاليه means: the president, or the minister or other official, whom the article spoke of last.
  private func excellency(_ isPresident: Bool) -> Int? {
    trail.last { _, entity in
      entities[entity].kind == .person && !profiles[entity].isRoyal
        && profiles[entity].offices.contains {
          ["president", "premier"].contains(officeClass(of: $0)) == isPresident
        }
    }?.entity
  }

  /// The kingdom whose people and bodies the article names most, though not itself: the press of the place says المملكة.
  private mutating func kingdom() -> Int? {
    guard let country = census.ownKingdom, let known = lexicon.stateOf[country] else { return nil }
    let state = lexicon.known[known]
    entities.append(
      Entity(kind: .gpe, name: state.name, latinName: state.latinName, country: country, sector: state.sector)
    )
    profiles.append(Profile(known: known))
    byKnown[known] = entities.count - 1
    return entities.count - 1
  }

  /// The state of whoever acts in the sentence or the one before it: the person named last, else the body named first.
  private func ownerState(before token: Int) -> Int? {
    let sentence = text.tokens[token].sentence
    var country: String?
    for (place, entity) in trail.reversed() {
      guard text.tokens[place].sentence + 1 >= sentence else { break }
      guard place < token, let own = entities[entity].country else { continue }
      switch entities[entity].kind {
      case .person: return lexicon.stateOf[own].flatMap { byKnown[$0] }
      case .organization: country = own
      case .gpe, .location: continue
      }
    }
    return country.flatMap { lexicon.stateOf[$0] }.flatMap { byKnown[$0] }
  }

  /// Whom قواتهم or رعاياها means: the group itself that acts, else people of the actor's state.
  private mutating func people(_ word: TakenUpWord, _ head: UInt64, _ isGroup: Bool, _ sector: String) -> Int?
  {
    guard let owner = actor(before: word.token) else { return nil }
    // وزارة الدفاع الروسية … قواتها
    let isOfState = isArmy(head) && Self.ofStates.contains(entities[owner].sector ?? "")
    if isGroup, entities[owner].kind == .organization, !isOfState { return owner }
    guard let country = entities[owner].country else { return nil }
    if isArmy(head), let army = armies[country] { return army }
    // Its citizens are the people whom their nationality names elsewhere: رعاياها, الإسرائيليين.
    let people = FNV1a.hash(Array(country.utf8)[...])
    let key = key(sector == "CVL" ? [people] : [head, people], .organization)
    if let known = byWords[key] { return known }
    let bytes = PhraseMatch(
      tokens: word.token..<word.token + 1, clitics: word.clitics, conjunction: 0, preposition: 0
    ).bytes(in: text)
    entities.append(
      Entity(kind: .organization, name: text.string(bytes: bytes), country: country, sector: sector))
    profiles.append(Profile())
    if isArmy(head) { armies[country] = entities.count - 1 }
    byWords[key] = entities.count - 1
    return entities.count - 1
  }

  /// Who was named last before a token in the same sentence: a state, body or person.
  private func actor(before token: Int) -> Int? {
    let sentence = text.tokens[token].sentence
    for (place, entity) in trail.reversed() {
      guard text.tokens[place].sentence == sentence else { return nil }
      if place < token, entities[entity].kind != .location { return entity }
    }
    return nil
  }

  /// Sectors of bodies whose forces are their state's.
  private static let ofStates: Set<String> = ["GOV", "MIL", "LEG"]

  private func phraseWords(_ phrase: NominalPhrase) -> [UInt64] {
    (phrase.headToken..<phrase.tokens.upperBound).map { token in
      token == phrase.headToken ? phrase.head : reader.hashBehindArticle(token)
    }
  }

  private mutating func newDescribed(_ phrase: NominalPhrase) -> Int {
    entities.append(
      Entity(
        kind: phrase.kind, name: text.string(bytes: phrase.bytes(in: text)),
        country: phrase.country,
        sector: phrase.sector))
    profiles.append(Profile(described: phraseWords(phrase), head: phrase.head))
    if isArmy(phrase), let country = phrase.country { armies[country] = entities.count - 1 }
    if phrase.kind == .gpe, let country = phrase.country {
      byWords[key([phrase.head, FNV1a.hash(Array(country.utf8)[...])], .gpe)] = entities.count - 1
    } else {
      byWords[key(phraseWords(phrase), phrase.kind)] = entities.count - 1
    }
    return entities.count - 1
  }
}
