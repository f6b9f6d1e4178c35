import ArabicText

/// Gathers names and descriptions into entities: who is who.
struct EntityLinker {
  let text: TokenizedText
  let lexicon: EntityLexicon
  let reader: EntityReader
  var entities: [Entity] = []
  var mentions: [Mention] = []

  /// What linking knows of an entity beside what the report says.
  struct Profile {
    var known: Int?
    /// Hashes of the words of its fullest name, name particles joined to what they bind.
    var words: [UInt64] = []
    var nameBytes = 0
    /// Its fullest name.
    var fullest: NameSpan?
    var offices: [OfficePhrase] = []
    /// For an organisation: its words without nationality.
    var core: [UInt64] = []
    /// The words without article of the description that made it: مسؤول عسكري.
    var described: [UInt64] = []
    /// Hash of the head noun without article, for organisations and descriptions.
    var head: UInt64?
    /// Hashes of further nouns that the article says what it is by: تحالف أوبك بلس, منظمة أوبك.
    var otherHeads: Set<UInt64> = []
    var hasName = false
    var isCountryShown = false
    var isRoyal = false
    var last = 0
  }
  var profiles: [Profile] = []
  /// Entities of persons and of organisations, most recently mentioned last.
  var byKnown: [Int: Int] = [:]
  var byWords: [UInt64: Int] = [:]
  /// Who was mentioned where, in text order, while descriptions are linked.
  var trail: [(token: Int, entity: Int)] = []
  /// The names of the article, in text order, and how many of them stand before the description that is linked.
  var names: [Mention] = []
  var passed = 0
  /// The entity on the trail last whose head noun is the key's.
  var lastByHead: [UInt64: Int] = [:]
  /// The city on the trail last.
  var lastCity: Int?
  /// The army of each state.
  var armies: [String: Int] = [:]
  /// The entity that each name's first token was given to.
  var byStart: [Int: Int] = [:]
  /// Whom the article names most.
  var census = Census()
  /// The person named first under the headline.
  var firstNamed: Int?

  /// The day of publication, where it is known.
  let day: Int?

  init(_ reader: EntityReader, publishedAt: String? = nil) {
    self.reader = reader
    day = OfficeTerm.day(ofPublication: publishedAt)
    text = reader.text
    lexicon = reader.lexicon
  }

  /// Links everything in text order. Linear but for the search among an article's persons and bodies.
  mutating func link() {
    let names = reader.spans.filter { !$0.tokens.isEmpty }.sorted {
      $0.tokens.lowerBound < $1.tokens.lowerBound
    }
    // Full names first, so that a headline's short name finds the full name of the body.
    for span in names where span.kind == .person && span.tokens.count > 1 { _ = entity(of: span) }
    for span in names { add(span) }
    addDescriptions()
    mentions.sort {
      ($0.bytes.lowerBound, $1.bytes.upperBound) < ($1.bytes.lowerBound, $0.bytes.upperBound)
    }
    keepMentioned()
  }

  // MARK: names

  private mutating func add(_ span: NameSpan) {
    let index = entity(of: span)
    profiles[index].last = span.tokens.lowerBound
    byStart[span.tokens.lowerBound] = index
    mentions.append(
      Mention(
        kind: describes(span) ? .nominal : .name, tokens: span.tokens, bytes: span.bytes(in: text),
        entity: index))
  }

  /// المليشيات الحوثية: a known body told by what it is and whose.
  private func describes(_ span: NameSpan) -> Bool {
    guard span.known != nil, span.sector == "REB", span.tokens.count == 2, let last = span.tokens.last else {
      return false
    }
    return text.letters(of: last).suffix(2).elementsEqual([Folding.yeh, Folding.heh])
      && reader.senses[span.tokens.lowerBound].contains { $0.sense.isNominalHead }
  }

  private mutating func entity(of span: NameSpan) -> Int {
    let words = nameWords(span)
    let found: Int? =
      switch span.kind {
      case .person: person(span, words)
      case .organization: span.alias.flatMap { byStart[$0] } ?? organization(span, words)
      case .gpe, .location: span.known.flatMap { byKnown[$0] } ?? byWords[key(words, span.kind)]
      }
    let index = found ?? make(span)
    let bytes = span.bytes(in: text)
    if let known = span.known {
      byKnown[known] = index
      profiles[index].known = profiles[index].known ?? known
    }
    byWords[key(words, span.kind)] = index
    profiles[index].hasName = true
    profiles[index].isRoyal = profiles[index].isRoyal || span.isRoyal
    // Of two spellings the first stays.
    let isOtherSpelling =
      span.kind == .person && words.count == profiles[index].words.count && words != profiles[index].words
    if bytes.count > profiles[index].nameBytes, !isOtherSpelling {
      profiles[index].nameBytes = bytes.count
      profiles[index].fullest = span
      profiles[index].words = words
      if profiles[index].known == nil { entities[index].name = text.string(bytes: bytes) }
    }
    if profiles[index].core.isEmpty, span.kind == .organization {
      profiles[index].core = coreWords(span)
    }
    if profiles[index].head == nil, span.kind == .organization {
      profiles[index].head = headHash(span)
    }
    if let head = span.headHash ?? announcedHead(span) { profiles[index].otherHeads.insert(head) }
    if span.isCountryShown {
      show(span.country, of: index)
    } else {
      entities[index].country = entities[index].country ?? span.country
    }
    if isArmy(span), let country = span.country { armies[country] = armies[country] ?? index }
    entities[index].sector = entities[index].sector ?? span.sector
    entities[index].isFeminine = entities[index].isFeminine ?? span.isFeminine
    for role in span.roles { addRole(role, to: index) }
    return index
  }

  mutating func addRole(_ role: OfficePhrase, to index: Int) {
    let bytes = role.bytes(in: text)
    guard !entities[index].roles.contains(where: { $0.bytes == bytes }) else { return }
    entities[index].roles.append(Entity.Role(tokens: role.tokens, bytes: bytes))
    profiles[index].offices.append(role)
    show(role.country, of: index)
    entities[index].sector = entities[index].sector ?? lexicon.sector(of: role)
  }

  /// Takes the state that the text shows before what a gazetteer knows; of two that it shows, the first.
  mutating func show(_ country: String?, of index: Int) {
    guard let country, !profiles[index].isCountryShown else { return }
    entities[index].country = country
    profiles[index].isCountryShown = true
  }

  private mutating func make(_ span: NameSpan) -> Int {
    let known = span.known.map { lexicon.known[$0] }
    var entity = Entity(
      kind: span.kind, name: known?.name ?? text.string(bytes: span.bytes(in: text)),
      latinName: known?.latinName, country: span.country, sector: span.sector)
    entity.isFeminine = span.isFeminine
    entities.append(entity)
    profiles.append(Profile(known: span.known))
    return entities.count - 1
  }

  private func person(_ span: NameSpan, _ words: [UInt64]) -> Int? {
    if let known = span.known, let index = byKnown[known] { return index }
    if let index = byWords[key(words, .person)] { return index }
    var best: Int?
    for index in entities.indices where entities[index].kind == .person && profiles[index].hasName {
      let other = profiles[index].words
      if let known = span.known, let theirs = profiles[index].known, known != theirs { continue }
      guard isShortForm(words, of: other) || isShortForm(other, of: words) else { continue }
      if best == nil || profiles[index].last >= profiles[best ?? 0].last { best = index }
    }
    return best ?? personSpelledOtherwise(span)
  }

  /// Whether a name leaves out parts of another: the ending of it, or its first and last word, or its first alone.
  private func isShortForm(_ short: [UInt64], of long: [UInt64]) -> Bool {
    guard !short.isEmpty, short.count < long.count else { return false }
    if long.suffix(short.count).elementsEqual(short) { return true }
    if short.count == 1 { return long.dropFirst().contains(short[0]) || long[0] == short[0] }
    guard short[0] == long[0] else { return false }
    // All further parts in the same order.
    var rest = long.dropFirst()
    for word in short.dropFirst() {
      guard let at = rest.firstIndex(of: word) else { return false }
      rest = rest[(at + 1)...]
    }
    return true
  }

  private func organization(_ span: NameSpan, _ words: [UInt64]) -> Int? {
    if let known = span.known, let index = byKnown[known] { return index }
    if let index = byWords[key(words, .organization)] { return index }
    if isArmy(span), let army = span.country.flatMap({ armies[$0] }) { return army }
    let core = coreWords(span)
    var best: Int?
    for index in entities.indices
    where entities[index].kind == .organization && profiles[index].hasName {
      guard isCompatible(entities[index].country, span.country), !core.isEmpty else { continue }
      if let known = span.known, let theirs = profiles[index].known, known != theirs {
        // الهلال الأحمر: of whatever state.
        guard lexicon.known[known].country == nil, core.count > 1, profiles[index].core == core else {
          continue
        }
      }
      guard profiles[index].core == core || span.known == nil && isShortForm(core, of: profiles[index]) else {
        continue
      }
      best = index
    }
    return best
  }

  /// Whether a body's name leaves out words of one before: الهيئة العليا, التيار الحر for التيار الوطني الحر.
  private func isShortForm(_ core: [UInt64], of profile: Profile) -> Bool {
    guard core.count > 1, core.count < profile.core.count, core.first == profile.core.first else {
      return false
    }
    var rest = profile.core.dropFirst()
    for word in core.dropFirst() {
      guard let at = rest.firstIndex(of: word) else { return false }
      rest = rest[(at + 1)...]
    }
    return true
  }

  /// The words of a body's name without nationality and without وزارة, so that الخارجية الأميركية is its ministry.
  func coreWords(_ span: NameSpan) -> [UInt64] {
    let tokens = span.tokens
    var core: [UInt64] = []
    for token in tokens where reader.senses.nationality(token) == nil {
      let isFirst = token == tokens.lowerBound
      let hash =
        isFirst
        ? FNV1a.hash(withoutArticle(first(of: span)))
        : reader.hashBehindArticle(token)
      if token == tokens.lowerBound, tokens.count > 1, Self.ministries.contains(hash) { continue }
      core.append(hash)
    }
    return core
  }

  func isCompatible(_ first: String?, _ second: String?) -> Bool {
    first == nil || second == nil || first == second
  }

  // MARK: words

  private func nameWords(_ span: NameSpan) -> [UInt64] {
    var words: [UInt64] = []
    var pending = FNV1a.start
    for token in span.tokens {
      let letters = token == span.tokens.lowerBound ? first(of: span) : text.letters(of: token)
      if span.kind == .person, reader.senses.isWord(token, { $0.isPrefix }) {
        pending = FNV1a.hash(letters, from: pending)
        continue
      }
      // محمد الغالي is غالي, too; الحسن and حسن are two.
      let isFamily =
        span.kind == .person && token == span.tokens.upperBound - 1 && letters.count > 5
        && letters.starts(with: [Folding.alef, Folding.lam])
      words.append(FNV1a.hash(isFamily ? letters.dropFirst(2) : letters, from: pending))
      pending = FNV1a.start
    }
    return words
  }

  func key(_ words: [UInt64], _ kind: Entity.Kind) -> UInt64 {
    words.reduce(UInt64(kind.rawValue.utf8.first ?? 0)) {
      ($0 ^ $1) &* 0x9E37_79B9_7F4A_7C15 ^ ($1 >> 31)
    }
  }

  private func withoutArticle(_ letters: ArraySlice<Letter>) -> ArraySlice<Letter> {
    letters.count > 3 && letters.starts(with: [Folding.alef, Folding.lam])
      ? letters.dropFirst(2) : letters
  }

  private func headHash(_ span: NameSpan) -> UInt64? {
    if let head = span.headHash { return head }
    if let known = span.known {
      let words = lexicon.known[known].name.split(separator: " ")
      if words.count > 1, let first = words.first {
        return FNV1a.hash(withoutArticle(Folding.letters(of: first.utf8)[...]))
      }
    }
    guard span.tokens.count > 1 else { return nil }
    return FNV1a.hash(withoutArticle(first(of: span)))
  }

  /// The noun for a body that a name begins with, or that stands before it: تحالف أوبك بلس, صحيفة لوموند.
  private func announcedHead(_ span: NameSpan) -> UInt64? {
    guard span.kind == .organization else { return nil }
    let first = span.tokens.lowerBound
    if span.tokens.count > 1, reader.senses[first].contains(where: { $0.sense.isOrganizationHead }) {
      return FNV1a.hash(withoutArticle(self.first(of: span)))
    }
    guard span.clitics == 0, reader.continues(first), reader.isFree(first - 1) else { return nil }
    for hit in reader.senses[first - 1] where hit.match.tokens.count == 1 && hit.sense.isOrganizationHead {
      let noun = text.letters(of: first - 1).dropFirst(hit.match.clitics)
      if !noun.starts(with: [Folding.alef, Folding.lam]) { return FNV1a.hash(noun) }
    }
    return nil
  }

  /// A name's first word without clitics, with the article that للجيش is written without.
  private func first(of span: NameSpan) -> ArraySlice<Letter> {
    let letters = text.letters(of: span.tokens.lowerBound)
    let bare = letters.dropFirst(span.clitics)
    let isElided =
      span.clitics > 0 && bare.first == Folding.lam && letters.prefix(span.clitics).last == Folding.lam
    return isElided ? ([Folding.alef] + bare)[...] : bare
  }

  private static let ministries = EntityReader.hashes("وزارة")

  // MARK: order

  /// Numbers the entities by first mention, and drops those that none is left of.
  private mutating func keepMentioned() {
    var place = [Int](repeating: -1, count: entities.count)
    var kept: [Entity] = []
    for index in mentions.indices {
      let old = mentions[index].entity
      if place[old] < 0 {
        place[old] = kept.count
        kept.append(entities[old])
      }
      mentions[index].entity = place[old]
    }
    entities = kept
  }
}
