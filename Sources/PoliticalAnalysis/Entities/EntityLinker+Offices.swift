import ArabicText
import LinguisticAnnotation

extension EntityLinker {
  mutating func addOffice(_ phrase: OfficePhrase) {
    let found = holder(of: phrase)
    // الرئيس is rather who is it than who was it.
    let isPast = !isFormer(phrase) && (found.map { profiles[$0].offices.contains(where: isFormer) } ?? false)
    let known = found == nil || isPast ? knownHolder(of: phrase) : nil
    let index = known ?? found ?? namedNext(phrase) ?? newHolder(of: phrase)
    // السفير فوزي كبارة is of Lebanon where the article calls him السفير اللبناني.
    if entities[index].country == nil { show(phrase.country, of: index) }
    profiles[index].last = phrase.tokens.lowerBound
    mentions.append(
      Mention(kind: .nominal, tokens: phrase.tokens, bytes: phrase.bytes(in: text), entity: index))
  }

  /// Whom the article named so: the one last mentioned of those whose office fits.
  private func holder(of phrase: OfficePhrase) -> Int? {
    let office = lexicon.offices[phrase.office]
    let words = tellingWords(phrase)
    var best: (index: Int, score: Int)?
    for index in entities.indices where entities[index].kind == .person {
      guard isCompatible(entities[index].country, phrase.country) else { continue }
      // مراسلة الجزيرة is not the man who reports for it; an office of men may be a woman's.
      if office.isFeminine, entities[index].isFeminine == false { continue }
      var score = -1
      for role in profiles[index].offices {
        guard isCompatible(role.country, phrase.country) else { continue }
        if !office.isFeminine, office.class == "reporter", lexicon.offices[role.office].isFeminine {
          continue
        }
        guard officeClass(of: role) == officeClass(of: phrase) else {
          // Another word for the office, but of the same body: رئيس المجلس الأعلى …, أمين المجلس الأعلى ….
          if phrase.words.count > 1, phrase.words == role.words { score = max(score, 2) }
          continue
        }
        if fits(words, tellingWords(role)) || isShortBody(words, role) {
          // The press of a state says وزير الخارجية for its own minister, and names the state of others.
          let isSameState = role.country == phrase.country && !(words.isEmpty && phrase.country == nil)
          // المستشار الأسبق is one who was it, where the article tells of one.
          let isSameTime = isFormer(phrase) && isFormer(role)
          let isPast = isFormer(role) && !isFormer(phrase)
          score = max(
            score,
            2 + (words.isEmpty ? 0 : 2) + (isSameState || isSameTime ? 1 : 0) - (isPast ? 2 : 0))
        }
      }
      if score < 0, isDescribed(index, phrase) { score = 3 }
      if score < 0, office.class == "official", isOfficial(index, phrase) { score = 1 }
      guard score >= 0 else { continue }
      if let now = best, (now.score, profiles[now.index].last) > (score, profiles[index].last) {
        continue
      }
      best = (index, score)
    }
    return best?.index
  }

  /// Whether المسؤول العسكري takes up مسؤول عسكري تركي.
  private func isDescribed(_ index: Int, _ phrase: OfficePhrase) -> Bool {
    let described = profiles[index].described
    guard isDefinite(phrase), phrase.tokens.count <= 3, described.first == headHash(phrase) else {
      return false
    }
    return phrase.tokens.dropFirst().allSatisfy {
      reader.senses.nationality($0) != nil || described.contains(reader.hashBehindArticle($0))
    }
  }

  /// The hash of an office's first word without clitics and article.
  private func headHash(_ phrase: OfficePhrase) -> UInt64 {
    let letters = text.letters(of: phrase.tokens.lowerBound).dropFirst(phrase.clitics)
    if letters.starts(with: [Folding.alef, Folding.lam]) { return FNV1a.hash(letters.dropFirst(2)) }
    return FNV1a.hash(letters.first == Folding.lam && phrase.clitics > 0 ? letters.dropFirst() : letters)
  }

  /// Whether المسؤول … can take up a person named before: one of the same state, or of an international body.
  private func isOfficial(_ index: Int, _ phrase: OfficePhrase) -> Bool {
    guard profiles[index].last >= 0, !profiles[index].offices.isEmpty || profiles[index].known != nil,
      isDefinite(phrase), !profiles[index].offices.contains(where: isHighest)
    else { return false }
    if phrase.isInternational { return entities[index].sector == "IGO" }
    if phrase.country == nil, phrase.words.isEmpty, !phrase.isSelfsame { return false }
    return phrase.country != nil
      ? entities[index].country == phrase.country : Self.official.contains(entities[index].sector ?? "")
  }

  /// Whether an office is that of a head of state or government, who is never called an official.
  private func isHighest(_ phrase: OfficePhrase) -> Bool {
    switch officeClass(of: phrase) {
    case "monarch", "premier": true
    case "president": tellingWords(phrase).isEmpty
    default: false
    }
  }

  private func isDefinite(_ phrase: OfficePhrase) -> Bool {
    let letters = text.letters(of: phrase.tokens.lowerBound).dropFirst(phrase.clitics)
    return letters.starts(with: [Folding.alef, Folding.lam])
      || letters.first == Folding.lam && phrase.clitics > 0
  }

  /// The words that tell an office from others of its class: رئيس الجمهورية is the president and no more.
  func tellingWords(_ phrase: OfficePhrase) -> [UInt64] {
    let isLocal = Self.local.contains(lexicon.offices[phrase.office].class)
    return phrase.words.filter {
      !Self.states.contains($0) && !(phrase.isInternational && Self.international.contains($0))
        && !(isLocal && Self.territories.contains($0))
    }
  }

  /// The class of an office: who presides over a government is its premier.
  func officeClass(of phrase: OfficePhrase) -> String {
    let own = lexicon.offices[phrase.office].class
    return own == "president" && phrase.words.contains(where: Self.governments.contains) ? "premier" : own
  }

  /// Classes of offices whose place may be named or be called a territory: حاكم لوغانسك, حاكم المقاطعة.
  private static let local: Set<String> = ["governor", "mayor"]
  private static let territories = EntityReader.hashes("مقاطعة ولاية مدينة منطقة إقليم محافظة بلدة إمارة")
  private static let governments = EntityReader.hashes("حكومة وزراء")
  private static let official: Set<String> = ["GOV", "MIL", "LEG", "COP"]
  private static let states = EntityReader.hashes("دولة جمهورية بلاد نظام حكومة وزراء وزارة رسمي رسمية باسم")
  private static let international = EntityReader.hashes("أممي دولي خاص")

  private func fits(_ first: [UInt64], _ second: [UInt64]) -> Bool {
    first.allSatisfy(second.contains) || second.allSatisfy(first.contains) && !second.isEmpty
  }

  /// Whether words are those of the body, in its full name, that a role's short name means: الأمين العام للحلف, للناتو.
  private func isShortBody(_ words: [UInt64], _ role: OfficePhrase) -> Bool {
    guard let body = role.body, !words.isEmpty else { return false }
    let full = lexicon.known[body].name.split(separator: " ").map { word in
      let letters = Folding.letters(of: word.utf8)
      return FNV1a.hash(
        letters.starts(with: [Folding.alef, Folding.lam]) ? letters.dropFirst(2) : letters[...])
    }
    return words.allSatisfy(full.contains)
  }

  /// Whom the next sentence names as its speaker and gives no office: `أفاد الحاكم الإقليمي. وقال فلان إن`.
  private mutating func namedNext(_ phrase: OfficePhrase) -> Int? {
    guard isDefinite(phrase), passed < names.count,
      let next = names[passed...].first(where: { entities[$0.entity].kind == .person })
    else { return nil }
    let (start, end) = (next.tokens.lowerBound, phrase.tokens.upperBound)
    let isNew = next.tokens.count > 1 && names[..<passed].allSatisfy { $0.entity != next.entity }
    guard isNew, profiles[next.entity].offices.isEmpty, profiles[next.entity].known == nil,
      text.tokens[start].sentence == text.tokens[end - 1].sentence + 1, !reader.continues(start - 1),
      reader.evidence.tag(start - 1) == .verb, isCompatible(entities[next.entity].country, phrase.country),
      !lexicon.offices[phrase.office].isFeminine || entities[next.entity].isFeminine != false
    else { return nil }
    addRole(phrase, to: next.entity)
    return next.entity
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
}
