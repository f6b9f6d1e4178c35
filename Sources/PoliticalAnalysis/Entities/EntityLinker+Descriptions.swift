import ArabicText

extension EntityLinker {
  private enum Description {
    case office(OfficePhrase)
    case nominal(NominalPhrase)
    case takenUp(TakenUpWord)
  }

  mutating func addDescriptions() {
    let phrases = reader.nominalPhrases()
    var items: [(start: Int, description: Description)] = []
    for office in reader.openOffices { items.append((office.tokens.lowerBound, .office(office))) }
    for phrase in phrases { items.append((phrase.tokens.lowerBound, .nominal(phrase))) }
    for word in reader.takenUpWords(besides: phrases) { items.append((word.token, .takenUp(word))) }
    items.sort { $0.start < $1.start }
    let names = mentions
    var next = 0
    for index in profiles.indices { profiles[index].last = -1 }
    for item in items {
      while next < names.count, names[next].tokens.lowerBound < item.start {
        profiles[names[next].entity].last = names[next].tokens.lowerBound
        next += 1
      }
      switch item.description {
      case .office(let office): addOffice(office)
      case .nominal(let phrase): addNominal(phrase)
      case .takenUp(let word): addTakenUp(word)
      }
    }
  }

  private mutating func addOffice(_ phrase: OfficePhrase) {
    let index = holder(of: phrase) ?? newHolder(of: phrase)
    profiles[index].last = phrase.tokens.lowerBound
    mentions.append(
      Mention(kind: .nominal, tokens: phrase.tokens, bytes: phrase.bytes(in: text), entity: index))
  }

  /// Whom the article named so: the one last mentioned of those whose office fits.
  private func holder(of phrase: OfficePhrase) -> Int? {
    let office = lexicon.offices[phrase.office]
    var best: (index: Int, score: Int)?
    for index in entities.indices where entities[index].kind == .person {
      guard isCompatible(entities[index].country, phrase.country) else { continue }
      var score = -1
      for role in profiles[index].offices {
        guard isCompatible(role.country, phrase.country) else { continue }
        guard lexicon.offices[role.office].class == office.class else {
          // Another word for the office, but of the same body: رئيس المجلس الأعلى …, أمين المجلس الأعلى ….
          if phrase.words.count > 1, phrase.words == role.words { score = max(score, 2) }
          continue
        }
        if fits(phrase.words, role.words) {
          score = max(
            score, 2 + (phrase.words.isEmpty ? 0 : 2) + (role.country == phrase.country ? 1 : 0))
        }
      }
      if score < 0, office.class == "official", phrase.country != nil,
        entities[index].country == phrase.country,
        profiles[index].last >= 0
      {
        score = 1
      }
      guard score >= 0 else { continue }
      if let now = best, (now.score, profiles[now.index].last) > (score, profiles[index].last) {
        continue
      }
      best = (index, score)
    }
    return best?.index
  }

  private func fits(_ first: [UInt64], _ second: [UInt64]) -> Bool {
    first.allSatisfy(second.contains) || second.allSatisfy(first.contains) && !second.isEmpty
  }

  private mutating func newHolder(of phrase: OfficePhrase) -> Int {
    let office = lexicon.offices[phrase.office]
    var entity = Entity(
      kind: .person, name: text.string(bytes: phrase.bytes(in: text)), country: phrase.country,
      sector: office.sector)
    entity.isFeminine = office.isFeminine
    entities.append(entity)
    profiles.append(Profile())
    addRole(phrase, to: entities.count - 1)
    return entities.count - 1
  }

  private mutating func addNominal(_ phrase: NominalPhrase) {
    let index = antecedent(of: phrase) ?? newDescribed(phrase)
    profiles[index].last = phrase.tokens.lowerBound
    mentions.append(
      Mention(kind: .nominal, tokens: phrase.tokens, bytes: phrase.bytes(in: text), entity: index))
  }

  private func antecedent(of phrase: NominalPhrase) -> Int? {
    if !phrase.isBareDefinite { return byWords[key(phraseWords(phrase), phrase.kind)] }
    return lastWith(head: phrase.head)
  }

  /// The entity last mentioned whose name or description has this head noun.
  private func lastWith(head: UInt64) -> Int? {
    entities.indices.filter { profiles[$0].head == head && profiles[$0].last >= 0 }
      .max { profiles[$0].last < profiles[$1].last }
  }

  /// الحركة, المجلس, البلاد, المدينة, بلاده: one word that takes up a name.
  private mutating func addTakenUp(_ word: TakenUpWord) {
    let index: Int?
    switch word.meaning {
    case .head(let head): index = lastWith(head: head)
    case .state: index = mainState { _ in true }
    case .kingdom: index = mainState { Self.kingdoms.contains($0) }
    case .city:
      index = last { lexicon.known[$0].class == .city || lexicon.known[$0].class == .capital }
    case .ownState: index = ownState(before: word.token)
    }
    guard let index else { return }
    let match = PhraseMatch(
      tokens: word.token..<word.token + 1, clitics: word.clitics, conjunction: 0, preposition: 0)
    profiles[index].last = word.token
    mentions.append(
      Mention(kind: .nominal, tokens: match.tokens, bytes: match.bytes(in: text), entity: index))
  }

  private func last(where test: (Int) -> Bool) -> Int? {
    entities.indices.filter { profiles[$0].last >= 0 && profiles[$0].known.map(test) ?? false }
      .max { profiles[$0].last < profiles[$1].last }
  }

  private static let kingdoms: Set<String> = ["SAU", "MAR", "JOR", "BHR"]

  /// The state that the article names most, of those that are meant.
  private func mainState(_ isMeant: (String) -> Bool) -> Int? {
    var counts: [Int: Int] = [:]
    for mention in mentions where mention.kind == .name {
      if let known = profiles[mention.entity].known, lexicon.known[known].class == .state,
        isMeant(lexicon.known[known].country ?? "")
      {
        counts[mention.entity, default: 0] += 1
      }
    }
    return counts.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
  }

  /// The state of the person or body named before in the same sentence, if the article names it.
  private func ownState(before token: Int) -> Int? {
    let sentence = text.tokens[token].sentence
    var country: String?
    for mention in mentions.sorted(by: { $0.tokens.lowerBound < $1.tokens.lowerBound }) {
      guard mention.tokens.lowerBound < token else { break }
      let entity = entities[mention.entity]
      let isActor = entity.kind == .person || entity.kind == .organization && country == nil
      guard isActor, entity.country != nil else { continue }
      if text.tokens[mention.tokens.lowerBound].sentence + 1 >= sentence {
        country = entity.country
      }
    }
    guard let state = country.flatMap({ lexicon.stateOf[$0] }) else { return nil }
    return byKnown[state]
  }

  private func phraseWords(_ phrase: NominalPhrase) -> [UInt64] {
    phrase.tokens.map { token in token == phrase.tokens.lowerBound ? phrase.head : bareHash(token) }
  }

  private mutating func newDescribed(_ phrase: NominalPhrase) -> Int {
    entities.append(
      Entity(
        kind: phrase.kind, name: text.string(bytes: phrase.bytes(in: text)),
        country: phrase.country,
        sector: phrase.sector))
    profiles.append(Profile(head: phrase.head))
    byWords[key(phraseWords(phrase), phrase.kind)] = entities.count - 1
    return entities.count - 1
  }
}
