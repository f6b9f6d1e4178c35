import ArabicText

/// Everything that the entity stage looks words up in. Immutable; one for all threads.
public struct EntityLexicon: Sendable {
  /// The things of the gazetteers.
  public private(set) var known: [KnownEntity] = []
  private(set) var offices: [Office] = []
  private(set) var table = PhraseTable<NameSense>()
  /// Index of each state in `known`, by ISO code.
  private(set) var stateOf: [String: Int] = [:]
  /// Index of each capital in `known`, by ISO code of its state.
  private(set) var capitalOf: [String: Int] = [:]
  /// States whose adjective is an ordinary word, too: مالي, قمري.
  private(set) var doubtfulNationalities: Set<Int> = []
  /// The offices that a known person held, by his index in `known`.
  private(set) var terms: [Int: [OfficeTerm]] = [:]
  /// The state of each adjective of nationality, while the files are read.
  private var adjectives: [UInt64: Int] = [:]
  /// Hashes of ordinary words: no names.
  private var vocabulary = HashIndex()

  /// Reads and validates all files.
  public init(_ source: some LexiconSource) throws(LexiconError) {
    try addStates(source.rows("states.tsv", columns: 5))
    try addPlaces(source.rows("cities.tsv", columns: 3), source.rows("landmarks.tsv", columns: 2))
    try addOrganizations(source.rows("organisations.tsv", columns: 4))
    try addPersons(source.rows("persons.tsv", columns: 5))
    try addTerms(source.rows("terms.tsv", columns: 5))
    try addPersonWords(source)
    try addHeads(source)
    for row in try source.rows("name-stops.tsv", columns: 1).rows {
      table.add(row.fields[0], .function)
    }
    for row in try source.rows("qualifiers.tsv", columns: 1).rows {
      table.add(row.fields[0], .qualifier)
    }
    for row in try source.rows("ambiguous-names.tsv", columns: 1).rows {
      table.add(row.fields[0], .ambiguous)
      if let state = adjectives[Self.folded(row.fields[0])] { doubtfulNationalities.insert(state) }
    }
    adjectives = [:]
    for row in try source.rows("vocabulary.tsv", columns: 1).rows {
      vocabulary.set(FNV1a.hash(Folding.letters(of: row.fields[0].utf8)[...]), 1)
    }
  }

  /// Whether a word, as it stands or without its clitics, is an ordinary word of the press and so hardly a name.
  func isOrdinary(_ text: TokenizedText, _ token: Int) -> Bool {
    for reading in WordReadings(text, token) {
      let start = reading.hasElidedAlef ? FNV1a.hash([Folding.alef][...]) : FNV1a.start
      let isWhole = reading.stem.count == text.tokens[token].letters.count
      if isWhole || reading.stem.count >= 3,
        isInVocabulary(FNV1a.hash(text.letters[reading.stem], from: start))
      {
        return true
      }
      guard !reading.hasElidedAlef,
        let enclitic = Enclitic.longest(of: reading.stem, in: text.letters),
        enclitic.stem.count >= 3, text.letters[enclitic.pronoun.lowerBound] != Folding.yeh
      else { continue }
      if isInVocabulary(FNV1a.hash(text.letters[enclitic.stem])) { return true }
      // ة is written ت before a pronoun.
      if text.letters[enclitic.stem.upperBound - 1] == Folding.teh {
        let stem = FNV1a.hash(text.letters[enclitic.stem.dropLast()])
        if isInVocabulary(FNV1a.hash([Folding.heh][...], from: stem)) { return true }
      }
    }
    return false
  }

  private func isInVocabulary(_ hash: UInt64) -> Bool { vocabulary[hash] != nil }

  /// Whether a word with all its letters is an ordinary word.
  func isOrdinaryAsWritten(_ text: TokenizedText, _ token: Int) -> Bool {
    isInVocabulary(FNV1a.hash(text.letters[text.tokens[token].letters]))
  }

  /// The sector of whoever holds an office: that of its body where it is an international one.
  func sector(of phrase: OfficePhrase) -> String? {
    phrase.isInternational && phrase.country == nil ? "IGO" : offices[phrase.office].sector
  }

  private static func split(_ field: String) -> [String] {
    field == "-" ? [] : field.split(separator: ";").map { String($0) }
  }

  private mutating func add(_ entity: KnownEntity, names: [String]) {
    for name in names { table.add(name, .known(known.count)) }
    known.append(entity)
  }

  private static func folded(_ name: String) -> UInt64 { FNV1a.hash(Folding.letters(of: name.utf8)[...]) }

  private mutating func addStates(_ file: LexiconFile) throws(LexiconError) {
    let stateNames = Set(file.rows.flatMap { Self.split($0.fields[1]).map(Self.folded) })
    for row in file.rows {
      let names = Self.split(row.fields[1])
      guard let name = names.first else { throw row.fault(1, "at least one name") }
      let latin = row.optional(4)
      let state = known.count
      stateOf[row.fields[0]] = state
      add(
        KnownEntity(
          class: .state, name: name, latinName: latin, country: row.fields[0], sector: "GOV"),
        names: names)
      for adjective in Self.split(row.fields[2]) {
        table.add(adjective, .nationality(state))
        if !stateNames.contains(Self.folded(adjective)) { adjectives[Self.folded(adjective)] = state }
        let definite = adjective.split(separator: " ").map { "ال" + $0 }.joined(separator: " ")
        table.add(definite, .nationality(state))
        // مسؤولا أميركيا; where that is a state's name (سوريا, ليبيا), it stays one.
        if adjective.hasSuffix("ي"), !adjective.contains(" "),
          !stateNames.contains(Self.folded(adjective + "ا"))
        {
          table.add(adjective + "ا", .nationality(state))
        }
      }
      let capitals = Self.split(row.fields[3]).filter { !names.contains($0) }
      if let capital = capitals.first {
        capitalOf[row.fields[0]] = known.count
        add(
          KnownEntity(class: .capital, name: capital, country: row.fields[0], sector: "GOV"),
          names: capitals)
      }
    }
  }

  private mutating func addPlaces(_ cities: LexiconFile, _ landmarks: LexiconFile)
    throws(LexiconError)
  {
    for row in cities.rows {
      let names = Self.split(row.fields[0])
      guard let name = names.first else { throw row.fault(0, "at least one name") }
      guard ["city", "region"].contains(row.fields[2]) else { throw row.fault(2, "city or region") }
      add(
        KnownEntity(
          class: row.fields[2] == "city" ? .city : .region, name: name, country: row.optional(1)),
        names: names)
    }
    for row in landmarks.rows {
      let names = Self.split(row.fields[0])
      guard let name = names.first else { throw row.fault(0, "at least one name") }
      add(KnownEntity(class: .landmark, name: name), names: names)
    }
  }

  private mutating func addOrganizations(_ file: LexiconFile) throws(LexiconError) {
    for row in file.rows {
      let names = Self.split(row.fields[0])
      guard let name = names.first else { throw row.fault(0, "at least one name") }
      add(
        KnownEntity(
          class: .organization, name: name, latinName: row.optional(3), country: row.optional(1),
          sector: row.optional(2)),
        names: names)
    }
  }

  private mutating func addPersons(_ file: LexiconFile) throws(LexiconError) {
    for row in file.rows {
      let names = Self.split(row.fields[0])
      guard let name = names.first else { throw row.fault(0, "at least one name") }
      add(
        KnownEntity(
          class: .person, name: name, latinName: row.optional(4), country: row.optional(1),
          sector: row.optional(2), isFeminine: try Self.isFeminine(row, 3)),
        names: names.compactMap(Self.withoutTitle))
    }
  }

  /// Who held which office when. A person or body that the other files do not name is refused.
  private mutating func addTerms(_ file: LexiconFile) throws(LexiconError) {
    var persons: [String: Int] = [:]
    var bodies: [String: Int] = [:]
    for (index, entity) in known.enumerated() {
      switch entity.class {
      case .person: persons[entity.name] = index
      case .organization: bodies[entity.name] = index
      case .state, .capital, .city, .region, .landmark: continue
      }
    }
    for row in file.rows {
      guard let person = persons[row.fields[0]] else { throw row.fault(0, "a person of persons.tsv") }
      let owner: OfficeTerm.Owner
      if stateOf[row.fields[2]] != nil {
        owner = .state(row.fields[2])
      } else if let body = bodies[row.fields[2]] {
        owner = .body(body)
      } else {
        throw row.fault(2, "a state's ISO code or a body of organisations.tsv")
      }
      terms[person, default: []].append(
        OfficeTerm(post: try row.word(1, Post.self), owner: owner, days: try OfficeTerm.days(row, 3, 4)))
    }
  }

  /// Titles are no part of names, though the gazetteer may list a name with one; a first name alone is too little.
  private static func withoutTitle(_ name: String) -> String? {
    let titles = ["الملك", "الأمير", "الشيخ", "البابا", "الرئيس", "السلطان"]
    guard let title = titles.first(where: { name.hasPrefix($0 + " ") }) else { return name }
    let rest = String(name.dropFirst(title.count + 1))
    return rest.contains(" ") ? rest : nil
  }

  private mutating func addPersonWords(_ source: some LexiconSource) throws(LexiconError) {
    for row in try source.rows("first-names.tsv", columns: 2).rows {
      table.add(row.fields[0], .firstName(isFeminine: try Self.isFeminine(row, 1)))
    }
    for row in try source.rows("titles.tsv", columns: 4).rows {
      let sense = NameSense.title(
        isFeminine: try Self.isFeminine(row, 1), sector: row.optional(2),
        isRoyal: row.fields[3] == "royal")
      for title in Self.split(row.fields[0]) { table.add(title, sense) }
    }
    for row in try source.rows("offices.tsv", columns: 5).rows {
      table.add(row.fields[0], .office(offices.count))
      offices.append(
        Office(
          isFeminine: try Self.isFeminine(row, 1), sector: row.optional(2), class: row.fields[3],
          country: row.optional(4)))
    }
    for row in try source.rows("name-particles.tsv", columns: 2).rows {
      guard ["infix", "prefix"].contains(row.fields[1]) else {
        throw row.fault(1, "infix or prefix")
      }
      table.add(row.fields[0], row.fields[1] == "infix" ? .infix : .prefix)
    }
    for row in try source.rows("ordinal-epithets.tsv", columns: 1).rows {
      table.add(row.fields[0], .ordinal)
    }
  }

  private mutating func addHeads(_ source: some LexiconSource) throws(LexiconError) {
    for row in try source.rows("organisation-heads.tsv", columns: 3).rows {
      table.add(
        row.fields[0],
        .organizationHead(try row.word(2, OrganizationPattern.self), sector: row.optional(1)))
    }
    for row in try source.rows("place-heads.tsv", columns: 3).rows {
      guard ["inside", "outside"].contains(row.fields[2]) else {
        throw row.fault(2, "inside or outside")
      }
      table.add(
        row.fields[0], .placeHead(try Self.kind(row, 1), isInside: row.fields[2] == "inside"))
    }
    for row in try source.rows("nominal-heads.tsv", columns: 3).rows {
      for form in Self.split(row.fields[0]) {
        let sense = NameSense.nominalHead(try Self.kind(row, 1), sector: row.optional(2))
        table.add(form, sense)
        // وسائل الإعلام has its article; أطفال, احتلال only end like one.
        if !form.split(separator: " ").contains(where: { $0.hasPrefix("ال") }) {
          table.add("ال" + form, sense)
        }
      }
    }
  }

  private static func kind(_ row: LexiconFile.Row, _ column: Int) throws(LexiconError)
    -> Entity.Kind
  {
    guard let kind = Entity.Kind(rawValue: row.fields[column]) else {
      throw row.fault(column, "PERSON, ORG, GPE or LOC")
    }
    return kind
  }

  private static func isFeminine(_ row: LexiconFile.Row, _ column: Int) throws(LexiconError) -> Bool {
    switch row.fields[column] {
    case "m": false
    case "f": true
    default: throw row.fault(column, "m or f")
    }
  }
}
