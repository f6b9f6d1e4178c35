import ArabicText

/// States that an article speaks of by their adjective alone: `غارة إسرائيلية`, where no word names Israel.
struct AdjectiveStates {
  let lexicon: PoliticalLexicon

  /// Adds an entity without mentions for each state whose adjective stands outside all mentions and that no entity is of;
  /// time is linear in the words.
  func add(to document: inout Document) {
    var known = Set(document.entities.compactMap(\.country))
    var isMentioned = [Bool](repeating: false, count: document.text.tokens.count)
    for mention in document.mentions {
      for token in mention.tokens where isMentioned.indices.contains(token) { isMentioned[token] = true }
    }
    for (index, token) in document.text.tokens.enumerated()
    where token.kind == .arabic && !isMentioned[index] {
      guard let country = country(document.text.letters[token.letters]), !known.contains(country),
        let state = lexicon.stateNames[country]
      else { continue }
      known.insert(country)
      document.entities.append(
        Entity(
          kind: .gpe, name: state.name, latinName: state.latin.isEmpty ? nil : state.latin, country: country))
    }
  }

  /// Takes away those, from `first` on, that act in no event.
  func prune(from first: Int, in document: inout Document) {
    guard first < document.entities.count else { return }
    var isActive = [Bool](repeating: false, count: document.entities.count)
    for event in document.events {
      for actor in [event.source, event.target] { if let actor { isActive[actor] = true } }
    }
    var place = Array(0..<first) + Array(repeating: -1, count: document.entities.count - first)
    var kept = first
    for index in first..<document.entities.count where isActive[index] {
      document.entities[kept] = document.entities[index]
      place[index] = kept
      kept += 1
    }
    document.entities.removeLast(document.entities.count - kept)
    for index in document.events.indices {
      document.events[index].source = document.events[index].source.map { place[$0] }
      document.events[index].target = document.events[index].target.map { place[$0] }
    }
  }

  /// The state of an adjective of nationality, with or without و and the article; none for مالية, which is finance
  /// wherever nothing else speaks of Mali.
  private func country(_ letters: ArraySlice<Letter>) -> String? {
    let alphabet = lexicon.alphabet
    for bare in [letters, letters.first == alphabet.waw ? letters.dropFirst() : letters] {
      let stem = bare.starts(with: [alphabet.alef, alphabet.lam]) ? bare.dropFirst(2) : bare
      if let country = lexicon.nationalities[FormTable.hash(stem)] {
        return lexicon.keywords.ambiguousNationalities.contains(stem) ? nil : country
      }
    }
    return nil
  }
}
