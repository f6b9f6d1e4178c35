import ArabicText
import LinguisticAnnotation

/// Threats by what is said will follow: `وإلا فإن الرد قادم`, `إذا تحرك المسلحون فسيتم التصدي لهم`, `حذر من أنهم سيعودون ما لم تستجب
/// الحكومة`.
struct ContentThreats: ContentRules {
  let search: ContentSearch

  /// The word that threatens and whom it threatens, nil where a statement threatens nobody. O(content).
  func threat(
    _ statement: Statement, _ index: Int, _ speaker: Int, _ events: [Event], _ document: borrowing Document
  ) -> (word: Int, target: Int)? {
    for token in statement.content where Int(reading.saying[token]) == index {
      if lexicon.keywords.orElse.contains(reading.letters(token)) {
        if let found = asked(before: token, statement, speaker, events, document) { return found }
      } else if let condition = condition(at: token, statement) {
        guard statement.act == "warn" && condition.isDemand || foretellsForce(statement, index, document),
          let target = named(
            from: condition.end, reach: condition.isDemand ? Self.conditionReach : Self.doerReach, statement,
            speaker, document)
        else { continue }
        return (token, target)
      }
    }
    return nil
  }

  /// How far before a threat stands whom it threatens, and how far behind a condition whom it is laid upon.
  private static let reach = 40, conditionReach = 9, doerReach = 6

  /// Of whom something was asked before `وإلا`.
  private func asked(
    before token: Int, _ statement: Statement, _ speaker: Int, _ events: [Event],
    _ document: borrowing Document
  ) -> (word: Int, target: Int)? {
    let end = events.partitionPoint { $0.trigger.lowerBound >= token }
    let asked = events[..<end].suffix(24).last {
      $0.source == speaker && $0.target != nil && token - $0.trigger.lowerBound < Self.reach
        && ["REQUEST", "ACCUSE"].contains($0.type)
    }?.target
    if let asked { return (token, asked) }
    for place in (max(statement.content.lowerBound, token - Self.reach)..<token).reversed() {
      let mention = reading.words[place].mention
      if mention >= 0, sides.isOther(document.mentions[mention].entity, speaker, document) {
        return (token, document.mentions[mention].entity)
      }
    }
    return nil
  }

  /// A condition that begins at the token, where it ends, and whether it asks for something: `ما لم`, `إذا لم`, against `إذا`.
  private func condition(at token: Int, _ statement: Statement) -> (end: Int, isDemand: Bool)? {
    let next = token + 1
    guard next < statement.content.upperBound, reading.words[token].mention < 0 else { return nil }
    let isNegated = lexicon.keywords.lam.contains(reading.letters(next))
    if isNegated, lexicon.keywords.unless.contains(reading.bareLetters(token)) { return (next + 1, true) }
    if reading.words[token].function == .conditional { return (next, false) }
    if lexicon.keywords.fi.contains(reading.bareLetters(token)),
      lexicon.keywords.inCase.contains(reading.letters(next))
    {
      return (next + 1, false)
    }
    return nil
  }

  /// Whether something said to come is force or punishment: `سيتم التصدي لها`, `ستعود العقوبات`.
  private func foretellsForce(_ statement: Statement, _ index: Int, _ document: borrowing Document) -> Bool {
    var isFuture = false
    var isForce = false
    for token in statement.content.prefix(80)
    where Int(reading.saying[token]) == index && reading.words[token].mention < 0 {
      let letters = reading.bareLetters(token)
      isFuture = isFuture || reading.words[token].function == .future || isFutureVerb(token, document)
      isForce =
        isForce || lexicon.keywords.retaliation.contains(letters)
        || reading.matches[reading.words[token].matches].contains {
          $0.reading.lexicon == .event && Self.force.contains(lexicon.events[$0.reading.entry].type)
            && !lexicon.events[$0.reading.entry].isWeak
        }
    }
    return isFuture && isForce
  }

  /// Whether the word is a present verb with س, perhaps behind ف: فسيكون.
  private func isFutureVerb(_ token: Int, _ document: borrowing Document) -> Bool {
    var letters = reading.letters(token)
    if letters.first == lexicon.alphabet.fa || letters.first == lexicon.alphabet.waw {
      letters = letters.dropFirst()
    }
    return letters.count > 3 && letters.first == lexicon.alphabet.sin
      && (document.tag(of: token) ?? .verb) == .verb
  }

  private static let force: Set<String> = ["SANCTION", "THREATEN"]

  /// Who is named first behind a condition.
  private func named(
    from start: Int, reach: Int, _ statement: Statement, _ speaker: Int, _ document: borrowing Document
  ) -> Int? {
    for token in Range(start, below: min(statement.content.upperBound, start + reach)) {
      if reading.words[token].function == .preposition, reading.words[token].mention < 0 { return nil }
      let mention = reading.words[token].mention
      guard mention >= 0 else { continue }
      let entity = document.mentions[mention].entity
      if entity != speaker, document.entities[entity].kind != .location,
        sides.isOther(entity, speaker, document)
          || document.entities[entity].sector == "GOV" && document.entities[speaker].sector != "GOV"
      {
        return entity
      }
    }
    return nil
  }
}
