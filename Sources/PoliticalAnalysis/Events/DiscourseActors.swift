import ArabicText
import LinguisticAnnotation

/// Actors that the clause does not name: the two of whom a dual speaks, the partner of a meeting, whom a speech act is about.
extension ArgumentSearch {
  /// Whether the token is a dual noun for two that were named before: الجانبان، البلدين.
  func isDual(_ token: Int) -> Bool {
    guard reading.words.indices.contains(token) else { return false }
    let letters = reading.bareLetters(token)
    if lexicon.keywords.duals.contains(letters) { return true }
    guard let first = letters.first, first == lexicon.alphabet.ba || first == lexicon.alphabet.lam else {
      return false
    }
    if lexicon.keywords.duals.contains(letters.dropFirst()) { return true }
    // للبلدين is written without the article's alef.
    return first == lexicon.alphabet.lam
      && lexicon.keywords.duals.contains(([lexicon.alphabet.alef] + letters)[...])
  }

  /// The two states that adjectives behind a dual noun name: `الحكومتان الأردنية والكويتية`.
  func pair(ofDualAt token: Int, _ sentence: Range<Int>, _ document: borrowing Document) -> (Int, Int)? {
    guard isDual(token) else { return nil }
    let states = nationalities(after: token + 1, withArticle: true, sentence, document)
    return states.count == 2 ? (states[0].entity, states[1].entity) : nil
  }

  /// The two who stand right before a verb, joined by و or meant by a dual: `الوزير ونظيره بحثا`, `الجانبان بحثا`.
  func pair(before token: Int, _ sentence: Range<Int>, _ events: [Event], _ document: borrowing Document)
    -> (Int, Int)?
  {
    var last = token - 1
    if last > sentence.lowerBound, reading.words[last].punctuation == .dash,
      let open = Range(max(sentence.lowerBound, last - Self.asideReach), below: last).last(where: {
        reading.words[$0].punctuation == .dash
      })
    {
      // فالدولتان -وفق وصفه- شاركتا
      last = open - 1
    }
    guard last > sentence.lowerBound else { return nil }
    if isDual(last) { return two(before: last, events, document) }
    if last > sentence.lowerBound, reading.words[last].hasConjunction, reading.words[last].mention < 0,
      reading.words[last - 1].mention >= 0, let second = actors.nationality(last)
    {
      // القوات الأوكرانية والروسية اتفقتا
      let first = document.mentions[reading.words[last - 1].mention].entity
      return first == second ? nil : (first, second)
    }
    guard reading.words[last].mention >= 0 else { return nil }
    let second = document.mentions[reading.words[last].mention]
    for start in (max(sentence.lowerBound, last - 14)..<second.tokens.lowerBound).reversed()
    where reading.words[start].mention >= 0 {
      let first = document.mentions[reading.words[start].mention]
      guard first.tokens.lowerBound == start else { continue }
      let joined = coordinatedActors(after: first.tokens.upperBound, document)
      if let other = joined.last, other.tokens.upperBound == token, other.entity != first.entity {
        return (first.entity, other.entity)
      }
    }
    return nil
  }

  /// How long, in tokens, an aside between dashes may be.
  private static let asideReach = 8

  /// The two who do what a noun says by a dual verb right before it: `فرنسا وإسبانيا تردان بمناورات`.
  func pairOfDualVerb(
    before noun: Int, _ sentence: Range<Int>, _ events: [Event], _ document: borrowing Document
  ) -> (Int, Int)? {
    for token in stride(from: noun - 1, through: max(sentence.lowerBound + 1, noun - 3), by: -1) {
      let word = reading.words[token]
      guard word.isArabic, word.mention < 0, word.function == .none else { return nil }
      let letters = reading.letters(token)
      guard (document.tag(of: token) ?? .verb) == .verb, letters.count > 4,
        letters.last == lexicon.alphabet.nun,
        letters.dropLast().last == lexicon.alphabet.alef
      else { continue }
      return pair(before: token, sentence, events, document)
    }
    return nil
  }

  /// The two that are meant: those of the last event between two, else the last that were joined by و.
  func two(before token: Int, _ events: [Event], _ document: borrowing Document) -> (Int, Int)? {
    let near = isOfStates(token) ? joinedInSentence(before: token, document) : nil
    let needsStates = !isOfSides(token)
    for event in events.suffix(12).reversed() {
      guard token - event.trigger.lowerBound < 200 else { break }
      // إن انضمام فنلندا والسويد إلى …، فالدولتان شاركتا: those named in the sentence go before those of an event before it.
      if let near, event.trigger.lowerBound < near.first { return (near.one, near.other) }
      if let source = event.source, let target = event.target, areSides(source, target, document),
        !needsStates || areOfTwoStates(source, target, document)
      {
        return (source, target)
      }
    }
    let joined = joined(before: token, excluding: nil, document)
    return joined.count == 2 ? (joined[0], joined[1]) : nil
  }

  /// Whether a dual means any two sides, of one state or none: الجانبان، الطرفين.
  private func isOfSides(_ token: Int) -> Bool {
    [token, token + 1].contains {
      reading.words.indices.contains($0) && isDual($0)
        && !lexicon.keywords.dualStates.contains(reading.bareLetters($0))
    }
  }

  private func areOfTwoStates(_ first: Int, _ second: Int, _ document: borrowing Document) -> Bool {
    guard let one = document.entities[first].country, let other = document.entities[second].country else {
      return false
    }
    return one != other
  }

  /// Whether a dual noun is one of states: البلدان، الدولتين.
  private func isOfStates(_ token: Int) -> Bool {
    [token, token + 1].contains {
      reading.words.indices.contains($0) && lexicon.keywords.dualStates.contains(reading.bareLetters($0))
    }
  }

  /// The last two of different states that و joins before a token in its sentence, and where the first is named.
  private func joinedInSentence(before token: Int, _ document: borrowing Document)
    -> (one: Int, other: Int, first: Int)?
  {
    let opening = reading.sentence(of: token).lowerBound
    for index in recentMentions(before: token) {
      let first = document.mentions[index]
      guard first.tokens.lowerBound >= opening else { return nil }
      guard document.entities[first.entity].kind != .location,
        let second = coordinated(after: first.tokens.upperBound, document).first,
        document.entities[second].kind == document.entities[first.entity].kind,
        let one = document.entities[first.entity].country, let other = document.entities[second].country,
        one != other
      else { continue }
      return (first.entity, second, first.tokens.lowerBound)
    }
    return nil
  }

  /// Those who were last joined by و, without the one who acts on them: `رفضها انضمام البلدين`.
  func joined(before token: Int, excluding source: Int?, _ document: borrowing Document) -> [Int] {
    for index in recentMentions(before: token) {
      let first = document.mentions[index]
      guard document.entities[first.entity].kind != .location, !isSame(first.entity, source, document) else {
        continue
      }
      if let second = coordinated(after: first.tokens.upperBound, document).first,
        !isSame(second, source, document),
        document.entities[second].kind == document.entities[first.entity].kind,
        areSides(first.entity, second, document)
      {
        return [first.entity, second]
      }
    }
    return []
  }

  /// Whether two actors can stand on two sides.
  func areSides(_ first: Int, _ second: Int, _ document: borrowing Document) -> Bool {
    guard first != second else { return false }
    let (one, other) = (document.entities[first], document.entities[second])
    guard one.kind != .location, other.kind != .location else { return false }
    return one.country == nil || one.country != other.country
      || (one.sector != nil && other.sector != nil
        && OtherSide.isCamp(one.sector) != OtherSide.isCamp(other.sector)
        && one.kind != .gpe && other.kind != .gpe)
  }

  private func isSame(_ entity: Int, _ other: Int?, _ document: borrowing Document) -> Bool {
    guard let other else { return false }
    if entity == other { return true }
    guard let country = document.entities[entity].country else { return false }
    return country == document.entities[other].country
  }

  /// Whom `source` last met: the partner of `بحثنا ملفات عدة`.
  func partner(of source: Int, _ events: [Event]) -> Int? {
    for event in events.suffix(20).reversed() where event.type == "CONSULT" {
      if event.source == source, let target = event.target { return target }
      if event.target == source, let other = event.source { return other }
    }
    return nil
  }

  /// Whom a speech act is about where its own slots name nobody: the first actor of another side in its clause.
  /// `byAdjective`: also by an adjective of nationality alone, السيادة المغربية. `ofOneself`: words that bind or ask for what
  /// is to be done, so that neither an enemy of what is done nor who acts in a clause within them is whom they are about:
  /// `تعهد بمواصلة القتال ضد العدو`, `دعا إلى حماية المناطق التي تسيطر عليها الدولة`.
  func concerned(
    from start: Int, _ sentence: Range<Int>, _ source: Int, byAdjective: Bool = false,
    ofOneself: Bool = false, entersClauses: Bool = true,
    _ document: borrowing Document
  ) -> [Int] {
    var token = behindDescription(start, of: source, sentence, document)
    let country = document.entities[source].country
    // انتقد أوضاع حقوق الإنسان في مصر: what is wrong in a state is its government's.
    let isOfPlace =
      sentence.contains(token)
      && lexicon.keywords.conditions.contains(
        reading.letters(token).dropFirst(reading.words[token].hasArticle ? 2 : 0))
    while token < min(sentence.upperBound, start + 24) {
      let word = reading.words[token]
      if [.stop, .colon, .ellipsis].contains(word.punctuation) { return [] }
      if word.punctuation == .comma, token > start + 3 { return [] }
      if token > start, Int(reading.cueOf[token]) >= 0 || opensClause(token, sentence, document) { return [] }
      if ofOneself, token > start, isCircumstance(token) { return [] }
      if !entersClauses, token > start, word.mention < 0,
        word.function == .relative || isRelativeVerb(token)
      {
        return []
      }
      if let close = closesParenthesis(token, sentence) {
        token = close + 1
        continue
      }
      if word.mention >= 0 {
        let mention = document.mentions[word.mention]
        let entity = document.entities[mention.entity]
        if ofOneself, token > start, reading.words[token - 1].mention < 0,
          lexicon.keywords.versus.contains(reading.letters(token - 1))
        {
          token = max(token + 1, mention.tokens.upperBound)
          continue
        }
        let isOther =
          mention.entity != source && entity.kind != .location && !isVictim(token, sentence)
          && (reading.isNamed[mention.entity] || entity.country != nil)
          && (entity.country == nil || country == nil || entity.country != country || entity.kind == .person
            || isOtherCamp(entity, document.entities[source]))
        if isOther, isOfPlace && entity.kind == .gpe || !isPlace(token, entity) {
          return [mention.entity] + coordinated(after: mention.tokens.upperBound, document)
        }
        token = max(token + 1, mention.tokens.upperBound)
        continue
      }
      if byAdjective, word.isArabic, word.function == .none, token > start,
        let state = actors.nationality(token), state != source,
        country == nil || document.entities[state].country != country
      {
        return [person(after: token, sentence, document) ?? state]
      }
      token += 1
    }
    return []
  }

  /// Whether a verb has a pronoun, or one behind its preposition, that takes up the noun before: `قطاعات تعول عليها الدولة`.
  private func isRelativeVerb(_ token: Int) -> Bool {
    guard reading.words[token].tag == .verb else { return false }
    return isSuffixedVerb(token)
      || token + 1 < reading.words.count
        && lexicon.keywords.prepositionPronouns.contains(reading.letters(token + 1))
  }

  /// Whether what follows says when or why something is said: `قبل اجتماع المجلس`, `بعد الغزو الروسي`.
  private func isCircumstance(_ token: Int) -> Bool {
    guard reading.words[token].mention < 0 else { return false }
    return lexicon.keywords.whenAndWhy.contains(reading.letters(token))
      && !lexicon.keywords.min.contains(reading.letters(token - 1))
  }

  /// Whether a group of the same state is another camp than the source.
  private func isOtherCamp(_ entity: Entity, _ source: Entity) -> Bool {
    entity.kind == .organization && OtherSide.isCamp(entity.sector) && source.sector != nil
      && entity.sector != source.sector
  }

  /// Who bears the title that an adjective of nationality ends: `الرئيس السوري الأسد`.
  private func person(after adjective: Int, _ sentence: Range<Int>, _ document: borrowing Document) -> Int? {
    guard adjective + 1 < sentence.upperBound else { return nil }
    let next = reading.words[adjective + 1]
    guard next.mention >= 0, next.attached == 0, !next.hasConjunction else { return nil }
    let entity = document.mentions[next.mention].entity
    return document.entities[entity].kind == .person ? entity : nil
  }

  /// Whether a state is where something is rather than who: في فرنسا، بباريس.
  private func isPlace(_ token: Int, _ entity: Entity) -> Bool {
    if entity.kind == .organization, token > 0, lexicon.keywords.fi.contains(reading.letters(token - 1)) {
      // في المنتدى
      return true
    }
    guard entity.kind == .gpe else { return false }
    if reading.words[token].attached == lexicon.alphabet.ba { return true }
    return (max(0, token - 2)..<token).contains {
      let letters = reading.letters($0)
      return lexicon.keywords.fi.contains(letters) || lexicon.keywords.ila.contains(letters)
    }
  }
}
