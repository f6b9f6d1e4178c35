import ArabicText
import LinguisticAnnotation

/// Who stands behind a noun that is nobody: whose the place or thing is.
extension ArgumentSearch {
  /// The actor of a noun phrase behind a preposition.
  func phrase(at start: Int, _ end: Int, _ document: borrowing Document) -> Actor? {
    guard start < end else { return nil }
    let word = reading.words[start]
    // سلمت الجثمان إلى ذويه
    if word.mention < 0, lexicon.keywords.kin.contains(reading.letters(start)) { return nil }
    if word.function == .relative || word.function == .complementiser {
      return named(at: start, document)
    }
    return described(at: start, end, document)
      ?? holder(ofPlaceAt: start, end, document)
      ?? occupant(of: actors.actor(at: start, limit: min(end, start + 12), in: document), end, document)
      ?? holder(ofThingAt: start, end, document)
      ?? named(at: start, document)
      ?? doer(ofThingAt: start, document)
  }

  /// Who does what a definite noun says in its relative clause: `احتجاجا على الحملة التي تنفذها الإدارة`.
  private func doer(ofThingAt start: Int, _ document: borrowing Document) -> Actor? {
    let sentence = reading.sentence(of: start)
    guard start + 2 < sentence.upperBound, reading.words[start].mention < 0, reading.words[start].hasArticle,
      reading.words[start + 1].function == .relative, reading.words[start + 1].mention < 0
    else { return nil }
    return relativeDoer(after: start, sentence, subjects, nil, document)
  }

  /// `ما وصفته بأنه شبكة`, `ما سماها المليشيات`: who is called something.
  private func named(at start: Int, _ document: borrowing Document) -> Actor? {
    let end = reading.sentence(of: start).upperBound
    guard start + 2 < end, reading.words[start].mention < 0,
      lexicon.keywords.called.contains(reading.letters(start + 1))
    else { return nil }
    var next = start + 2
    if lexicon.keywords.asWhat.contains(reading.letters(next)) { next += 1 }
    guard next < end else { return nil }
    if let actor = described(at: next, end, document)
      ?? actors.actor(at: next, limit: min(end, next + 9), in: document)
    {
      return actor
    }
    if let thing = holder(ofThingAt: next, end, document) { return thing }
    guard reading.words[next].mention >= 0, reading.words[next].attached == lexicon.alphabet.ba else {
      return nil
    }
    let mention = document.mentions[reading.words[next].mention]
    return Actor(entity: mention.entity, tokens: mention.tokens)
  }

  /// How far behind a place the verb may stand that says who holds it.
  private static let relativeReach = 5

  /// Who holds a place: `مناطق تسيطر عليها المعارضة`, `مواقع تتمركز فيها المليشيات`.
  func holder(ofPlaceAt start: Int, _ end: Int, _ document: borrowing Document) -> Actor? {
    guard reading.words[start].mention < 0, lexicon.keywords.areas.contains(reading.bareLetters(start)) else {
      return nil
    }
    if let described = described(at: start + 1, end, document) { return described }
    let sentence = reading.sentence(of: start)
    for token in Range(start + 1, below: min(sentence.upperBound - 1, start + Self.relativeReach)) {
      let word = reading.words[token]
      if word.punctuation != .none || word.mention >= 0 { return nil }
      guard (document.tag(of: token) ?? .verb) == .verb,
        lexicon.keywords.prepositionPronouns.contains(reading.letters(token + 1))
      else { continue }
      return subjects.following(token, in: sentence, document)
    }
    return nil
  }

  /// Whose a thing is: `حافلة تابعة للمليشيا`, `رتلا للجيش`.
  func holder(ofThingAt start: Int, _ end: Int, _ document: borrowing Document) -> Actor? {
    guard start < end, reading.words[start].mention < 0, reading.words[start].isArabic else { return nil }
    let isProperty = lexicon.keywords.property.contains(reading.bareLetters(start))
    var belongs = isProperty
    for token in Range(start + 1, below: min(end, start + Self.relativeReach)) {
      let word = reading.words[token]
      if word.mention >= 0 {
        guard belongs, word.attached == lexicon.alphabet.lam, !word.hasConjunction else { return nil }
        let mention = document.mentions[word.mention]
        return Actor(entity: mention.entity, tokens: start..<mention.tokens.upperBound)
      }
      guard word.isArabic, word.function == .none, word.attached == 0, !word.hasConjunction,
        !isPlainVerb(token)
      else { return nil }
      if lexicon.keywords.belonging.contains(reading.letters(token)) { belongs = true }
      if isProperty, let state = actors.nationality(token) {
        return Actor(entity: state, tokens: start..<token + 1)
      }
    }
    return nil
  }

  /// Whose the place or thing is: `مواقع للمتمردين`; weapons and aircraft are nobody.
  func occupant(of actor: Actor?, _ end: Int, _ document: borrowing Document) -> Actor? {
    guard let actor, !reading.isNamed[actor.entity], document.entities[actor.entity].kind == .organization
    else {
      return actor
    }
    let first = Folding.letters(of: String(document.entities[actor.entity].name.prefix { $0 != " " }).utf8)[
      ...]
    if lexicon.keywords.equipment.contains(first), !document.entities[actor.entity].name.contains(" ") {
      return nil
    }
    guard lexicon.keywords.sites.contains(first) else { return actor }
    for token in Range(actor.tokens.upperBound, below: min(end, actor.tokens.upperBound + 3)) {
      let word = reading.words[token]
      guard word.punctuation == .none, word.function == .none || word.mention >= 0 else { break }
      if let described = described(at: token, end, document) { return described }
      if word.mention >= 0, !word.hasConjunction, word.attached == 0 || word.attached == lexicon.alphabet.lam
      {
        let mention = document.mentions[word.mention]
        return Actor(entity: mention.entity, tokens: actor.tokens.lowerBound..<mention.tokens.upperBound)
      }
    }
    return document.entities[actor.entity].country == nil ? nil : actor
  }
}
