import ArabicText
import LinguisticAnnotation

/// Actors that و joins to one another.
extension ArgumentSearch {
  /// Mentions joined by و to the one that ends at `end`.
  func coordinated(after end: Int, _ document: borrowing Document) -> [Int] {
    coordinatedActors(after: end, document).map(\.entity)
  }

  /// An actor with those that و joins to it; of a state's parts that share one adjective the last, which bears it:
  /// `نقف مع الحكومة والشعب الكيني`.
  func joined(_ actor: Actor, _ document: borrowing Document) -> [Int] {
    let others = coordinatedActors(after: actor.tokens.upperBound, document)
    if let other = others.first, let last = other.tokens.last, other.tokens.count == 2,
      let word = actor.tokens.last, reading.words[word].hasArticle, !reading.isNamed[actor.entity],
      document.entities[actor.entity].kind == .organization, actors.nationality(last) != nil,
      actors.nationality(word) == nil
    {
      return others.map(\.entity)
    }
    return [actor.entity] + others.map(\.entity)
  }

  /// Mentions joined by و to the one that ends at `end`, in its sentence, with their words.
  func coordinatedActors(after end: Int, _ document: borrowing Document) -> [Actor] {
    var out: [Actor] = []
    var token = end
    let stop = end > 0 && end <= reading.words.count ? reading.sentence(of: end - 1).upperBound : 0
    while token < stop, out.count < 3 {
      if reading.words[token].punctuation == .openBracket {
        // حلف شمال الأطلسي (الناتو) وواشنطن
        let behind = behindAlias(token, token..<stop)
        guard behind > token else { break }
        token = behind
        continue
      }
      let word = reading.words[token]
      if word.punctuation == .closeQuote || word.punctuation == .closeBracket
        || word.punctuation == .comma && joinsBehindComma(token, document)
      {
        token += 1
        continue
      }
      if word.mention < 0, word.isArabic, let first = reading.letters(token).first,
        first == lexicon.alphabet.waw,
        lexicon.keywords.roles.contains(reading.letters(token).dropFirst()),
        let actor = actors.actor(at: token, limit: min(token + 10, stop), in: document)
      {
        // ووزير الخارجية فلان
        out.append(actor)
        token = actor.tokens.upperBound
        continue
      }
      if word.mention < 0, word.hasConjunction, let other = counterpart(token, document) {
        out.append(other)
        token = other.tokens.upperBound
        continue
      }
      guard word.mention >= 0, word.hasConjunction, word.attached == 0 else { break }
      let mention = document.mentions[word.mention]
      guard mention.tokens.lowerBound == token else { break }
      if mention.kind == .nominal, document.entities[mention.entity].kind == .person,
        mention.tokens.upperBound < reading.words.count, let bearer = bearer(after: mention, document)
      {
        // والمبعوث الخاص فلان
        out.append(Actor(entity: bearer.entity, tokens: token..<bearer.tokens.upperBound))
        token = bearer.tokens.upperBound
        continue
      }
      out.append(Actor(entity: mention.entity, tokens: mention.tokens))
      token = mention.tokens.upperBound
    }
    return out
  }

  /// How far behind the word for a counterpart his name may stand.
  private static let counterpartReach = 5

  /// Who is told by being somebody's counterpart: `ونظيره المصري فلان`, else the state of his adjective.
  private func counterpart(_ token: Int, _ document: borrowing Document) -> Actor? {
    guard lexicon.keywords.counterparts.contains(reading.bareLetters(token)) else { return nil }
    let sentence = reading.sentence(of: token)
    var state: Actor?
    for next in Range(token + 1, below: min(sentence.upperBound, token + Self.counterpartReach)) {
      let word = reading.words[next]
      if word.mention >= 0 {
        let mention = document.mentions[word.mention]
        guard document.entities[mention.entity].kind == .person, word.attached == 0, !word.hasConjunction
        else {
          break
        }
        return Actor(entity: mention.entity, tokens: token..<mention.tokens.upperBound)
      }
      guard word.isArabic, word.function == .none else { break }
      if let country = actors.nationality(next) { state = Actor(entity: country, tokens: token..<next + 1) }
    }
    return state
  }

  /// Whether a comma stands before one more that و joins: `رئيس الحكومة فلان، ووزير الخارجية`. What a verb follows begins
  /// its own clause.
  private func joinsBehindComma(_ comma: Int, _ document: borrowing Document) -> Bool {
    guard comma + 2 < reading.words.count else { return false }
    let next = reading.words[comma + 1]
    if next.mention < 0, let first = reading.letters(comma + 1).first, first == lexicon.alphabet.waw,
      lexicon.keywords.roles.contains(reading.letters(comma + 1).dropFirst())
    {
      return true
    }
    guard next.mention >= 0, next.hasConjunction, next.attached == 0,
      document.entities[document.mentions[next.mention].entity].kind == .person
    else { return false }
    var end = comma + 1
    while end < min(reading.words.count, comma + 12), reading.words[end].mention == next.mention { end += 1 }
    return end < reading.words.count && reading.words[end].tag != .verb
      && reading.words[end].function != .auxiliary && reading.words[end].function != .past
  }

  /// The person whose name stands right behind a role.
  private func bearer(after role: Mention, _ document: borrowing Document) -> Mention? {
    let next = reading.words[role.tokens.upperBound]
    guard next.mention >= 0, next.attached == 0, !next.hasConjunction else { return nil }
    let mention = document.mentions[next.mention]
    return mention.kind == .name && document.entities[mention.entity].kind == .person ? mention : nil
  }
}
