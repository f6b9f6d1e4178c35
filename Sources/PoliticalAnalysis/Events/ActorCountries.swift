import ArabicText

/// Gives bodies and people of whom the text says no country that of the country it is about: الشرطة، المعارضة، الوزير.
struct ActorCountries {
  /// How much a mention counts in the article and in the paragraph of who is asked about.
  private static let weights = (place: 2, other: 1, paragraph: 4)
  let lexicon: PoliticalLexicon

  /// Gives described forces, authorities and people the state that the article names at least twice as often as any other,
  /// before events are read: who has a country can be somebody's side.
  func fillMain(_ document: inout Document) {
    guard let main = main(document) else { return }
    let isNamed = document.hasName
    for index in document.entities.indices
    where !isNamed[index] && Self.national.contains(document.entities[index].sector ?? "")
      && needsCountry(document.entities[index], document.text)
    {
      document.entities[index].country = main
    }
  }

  /// Sectors whose bodies are a state's own, or its people's; the opposition may be another state's.
  private static let national: Set<String> = ["GOV", "MIL", "COP", "LEG", "JUD", "CVL", "PTY"]
  /// How many times as often as any other the main state is named.
  private static let lead = 2

  /// The country whose state and towns the article names most by far, if there is one.
  private func main(_ document: Document) -> String? {
    var counts: [String: Int] = [:]
    for mention in document.mentions where mention.kind == .name {
      let entity = document.entities[mention.entity]
      if entity.kind == .gpe, let country = entity.country { counts[country, default: 0] += 1 }
    }
    guard let first = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
    return counts.allSatisfy { $0.key == first.key || Self.lead * $0.value <= first.value } ? first.key : nil
  }

  /// Fills countries; time is linear in the mentions.
  func fill(_ document: inout Document) {
    var whole: [String: Int] = [:]
    var places: [String: Int] = [:]
    var near: [Int: [String: Int]] = [:]
    var paragraphs: [Int: Int] = [:]
    for mention in document.mentions where mention.kind == .name || mention.kind == .nominal {
      let paragraph = document.text.tokens[mention.tokens.lowerBound].paragraph
      let entity = document.entities[mention.entity]
      guard let country = entity.country, !country.isEmpty else {
        if paragraphs[mention.entity] == nil { paragraphs[mention.entity] = paragraph }
        continue
      }
      let weight = entity.kind == .gpe || entity.kind == .location ? Self.weights.place : Self.weights.other
      whole[country, default: 0] += weight
      if isPlace(mention, entity, document) { places[country, default: 0] += 1 }
      near[paragraph, default: [:]][country, default: 0] += weight * Self.weights.paragraph
    }
    guard !whole.isEmpty else { return }
    let heads = named(document)
    let isNamed = document.hasName
    let told = told(document)
    for index in document.entities.indices {
      let entity = document.entities[index]
      guard entity.country == nil, let paragraph = paragraphs[index] else { continue }
      let words = entity.name.split(separator: " ")
      if entity.kind == .organization, words.count > 1, let last = words.last, entity.sector != "IGO",
        let known = heads[FormTable.hash(Folding.letters(of: last.utf8)[...])]
      {
        // قوات الجيش, مواقع التنظيم: whose it is, is known.
        document.entities[index].country = known
        continue
      }
      let isSomebody = !isNamed[index] && entity.kind == .organization && entity.sector == nil
      guard needsCountry(entity, document.text) || isSomebody && isLocal(entity) || told[index] != nil else {
        continue
      }
      if let country = told[index] {
        document.entities[index].country = country
        continue
      }
      if Self.local.contains(document.entities[index].sector ?? ""), !places.isEmpty {
        // Rebels, prisoners, policemen are of where things happen, which mostly is whom the text is about.
        let best = places.max {
          ($0.value, whole[$0.key, default: 0], $1.key) < ($1.value, whole[$1.key, default: 0], $0.key)
        }
        document.entities[index].country = best?.key
        continue
      }
      let scores = whole.merging(near[paragraph] ?? [:], uniquingKeysWith: +)
      let best = scores.max { ($0.value, $1.key) < ($1.value, $0.key) }
      document.entities[index].country = best?.key
    }
  }

  /// How far behind somebody described may stand of which body or state he is.
  private static let ofReach = 6

  /// The countries that phrases behind those described tell: `عناصر من وحدة الجيش الفرنسي`, `الأطراف في اليمن`.
  private func told(_ document: Document) -> [Int: String] {
    let isNamed = document.hasName
    var starts: [Int: Int] = [:]
    for mention in document.mentions where mention.kind == .name || mention.kind == .nominal {
      starts[mention.tokens.lowerBound] = mention.entity
    }
    var out: [Int: String] = [:]
    for mention in document.mentions where mention.kind == .nominal {
      let entity = document.entities[mention.entity]
      guard entity.country == nil, out[mention.entity] == nil, !isNamed[mention.entity],
        entity.kind == .organization || entity.kind == .person, entity.sector != "IGO"
      else { continue }
      let end = mention.tokens.upperBound
      guard end < document.text.tokens.count, isOf(end, document) else { continue }
      for token in Range(end + 1, below: min(document.text.tokens.count, end + Self.ofReach)) {
        guard document.text.tokens[token].kind == .arabic else { break }
        guard let other = starts[token] else { continue }
        out[mention.entity] = document.entities[other].country
        break
      }
    }
    return out
  }

  /// Whether the word says of or in what somebody is: من، في.
  private func isOf(_ token: Int, _ document: Document) -> Bool {
    let letters = document.text.letters[document.text.tokens[token].letters]
    return lexicon.keywords.min.contains(letters) || lexicon.keywords.fi.contains(letters)
  }

  private static let local: Set<String> = ["REB", "CVL", "OPP", "COP", "LAB"]

  /// Whether a mention says where: a region, or a town or state after في.
  private func isPlace(_ mention: Mention, _ entity: Entity, _ document: Document) -> Bool {
    if entity.kind == .location { return true }
    guard entity.kind == .gpe else { return false }
    let token = mention.tokens.lowerBound
    if mention.bytes.lowerBound > document.text.tokens[token].bytes.lowerBound {
      return document.text.letters[document.text.tokens[token].letters].prefix(2).contains(
        lexicon.alphabet.ba)
    }
    return (max(0, token - 2)..<token).contains {
      lexicon.keywords.fi.contains(document.text.letters[document.text.tokens[$0].letters])
    }
  }

  /// The first words of named bodies, with their country: nil where they have none.
  private func named(_ document: Document) -> [UInt64: String?] {
    var out: [UInt64: String?] = [:]
    for entity in document.entities where entity.kind == .organization {
      guard let first = entity.name.split(separator: " ").first else { continue }
      let key = FormTable.hash(Folding.letters(of: first.utf8)[...])
      if out[key] == nil || entity.country != nil { out[key] = .some(entity.country) }
    }
    return out
  }

  /// Whether an entity belongs to some country that nothing names.
  private func needsCountry(_ entity: Entity, _ text: TokenizedText) -> Bool {
    guard entity.country == nil, entity.latinName == nil, let first = entity.name.split(separator: " ").first
    else {
      return false
    }
    switch entity.kind {
    case .person:
      if entity.sector == "IGO" || isInternational(entity, text) { return false }
    case .organization:
      guard let sector = entity.sector, Self.sectors.contains(sector) else { return false }
    default: return false
    }
    return !lexicon.keywords.nowhere.contains(Folding.letters(of: first.utf8)[...])
  }

  /// Whether those described (عمداء الكليات) are of some state: not الأطراف, المنظمات الدولية.
  private func isLocal(_ entity: Entity) -> Bool {
    let words = entity.name.split(separator: " ").map { Folding.letters(of: $0.utf8) }
    return words.count > 1
      && !words.contains {
        lexicon.keywords.international.contains($0[...]) || lexicon.keywords.nowhere.contains($0[...])
      }
  }

  /// Whether its name or role is one of a body of several states: مبعوث الأمم المتحدة، رئيسة البنك الأوروبي.
  private func isInternational(_ entity: Entity, _ text: TokenizedText) -> Bool {
    entity.roles.contains { role in
      role.tokens.contains { lexicon.keywords.international.contains(text.letters[text.tokens[$0].letters]) }
    }
      || entity.name.split(separator: " ").contains {
        lexicon.keywords.international.contains(Folding.letters(of: $0.utf8)[...])
      }
  }

  private static let sectors: Set<String> = [
    "GOV", "MIL", "COP", "LEG", "JUD", "OPP", "PTY", "CVL", "REB", "EDU", "LAB", "SPY", "BUS",
  ]
}
