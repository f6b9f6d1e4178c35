import ArabicText

/// What gender a verb must have to agree with an entity.
enum Gender: Sendable {
  case masculine, feminine, unknown

  /// The gender of an entity, from what the entity stage knows, else from its kind and first word.
  init(of entity: Entity, lexicon: PoliticalLexicon) {
    if let isFeminine = entity.isFeminine {
      self = isFeminine ? .feminine : .masculine
      return
    }
    let first = Folding.letters(of: String(entity.name.prefix { $0 != " " }).utf8)
    switch entity.kind {
    case .person: self = .masculine
    case .gpe, .location:
      self = lexicon.keywords.masculineStates.contains(first[...]) ? .masculine : .feminine
    case .organization: self = first.last == lexicon.alphabet.ha ? .feminine : .unknown
    }
  }

  /// Whether its name is a sound plural (المعارضون): a verb without a plural ending does not mean it.
  static func isPlural(_ entity: Entity, lexicon: PoliticalLexicon) -> Bool {
    guard entity.kind == .organization else { return false }
    let first = Folding.letters(of: String(entity.name.prefix { $0 != " " }).utf8)
    guard first.count > 3, first.last == lexicon.alphabet.nun else { return false }
    let before = first[first.count - 2]
    return before == lexicon.alphabet.waw || before == lexicon.alphabet.ya
  }

  /// Whether a verb of that person can have such a subject.
  func agrees(with person: VerbForm.Person) -> Bool {
    switch person {
    case .masculine: self != .feminine
    case .feminine: self != .masculine
    default: true
    }
  }
}
