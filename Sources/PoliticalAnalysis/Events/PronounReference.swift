import ArabicText

/// Whom a pronoun on a verb, noun or preposition means.
extension ArgumentSearch {
  /// Whom a pronoun on a preposition means: the person named last but one clause, else nobody.
  func back(from token: Int, _ document: borrowing Document, excluding source: Int? = nil) -> Int? {
    let letters = reading.letters(token)
    let suffix: SuffixPronoun =
      letters.last == lexicon.alphabet.ha ? .him : letters.last == lexicon.alphabet.alef ? .her : .them
    var match = Match(
      token: token, reading: FormTable.Reading(lexicon: .event, entry: 0, form: VerbForm(kind: .masdar)),
      conjunction: 0,
      preposition: 0, hasArticle: false, isFuture: false, suffix: suffix)
    match.suffix = suffix
    let sentence = reading.sentence(of: token)
    return pronoun(match, source, sentence, document).first
  }

  /// The pronoun on a companion noun: أطلق سراحه.
  func companionPronoun(
    _ match: Match, _ entry: EventEntry, _ source: Int?, _ sentence: Range<Int>,
    _ document: borrowing Document
  ) -> Int? {
    guard entry.hasCompanion, entry.slots.contains(.object) else { return nil }
    for token in Range(match.token + 1, below: min(match.token + 4, sentence.upperBound))
    where reading.words[token].isArabic {
      guard let companion = entry.companions.first(where: { isWord(token, $0) }) else { continue }
      let letters = reading.letters(token)
      guard letters.count > companion.count,
        letters.last == lexicon.alphabet.ha || letters.last == lexicon.alphabet.alef
          || letters.last == lexicon.alphabet.mim,
        !letters.starts(with: [lexicon.alphabet.alef, lexicon.alphabet.lam])
      else { return nil }
      return back(from: token, document)
    }
    return nil
  }

  /// Whom the pronoun on a verb means: who was named last and is not the subject.
  func pronoun(_ match: Match, _ source: Int?, _ sentence: Range<Int>, _ document: borrowing Document)
    -> [Int]
  {
    var out: [Int] = []
    let wanted = match.suffix == .both ? 2 : 1
    guard match.suffix == .him || match.suffix == .her || match.suffix == .both || match.suffix == .them
    else { return [] }
    if match.token > sentence.lowerBound, reading.words[match.token - 1].function == .relative,
      reading.words[match.token - 1].mention < 0
    {
      guard
        let antecedent = SubjectSearch(reading: reading, lexicon: lexicon).antecedent(
          of: match.token - 1, in: sentence, document)
      else { return [] }
      // What the relative clause is about stands right before it, perhaps with one adjective.
      if antecedent.tokens.upperBound < match.token - 2,
        let state = [match.token - 2, match.token - 3].lazy.filter({ $0 >= sentence.lowerBound }).compactMap({
          self.actors.nationality($0)
        }).first
      {
        // مشروع القرار الأميركي الذي أيده: a thing of a state.
        return [state]
      }
      return antecedent.tokens.upperBound >= match.token - 2 ? [antecedent.entity] : []
    }
    if match.suffix == .him || match.suffix == .her, let speaker = speaker(around: match.token, document),
      speaker != source,
      document.entities[speaker].kind == .person,
      Gender(of: document.entities[speaker], lexicon: lexicon).agrees(
        with: match.suffix == .him ? .masculine : .feminine)
    {
      return [speaker]
    }
    if match.suffix == .both { return pair(before: match.token, source, document) }
    for index in recentMentions(before: match.token) {
      let mention = document.mentions[index]
      if match.suffix == .them, match.token - mention.tokens.upperBound > 30 { break }
      guard mention.entity != source, !out.contains(mention.entity) else { continue }
      let entity = document.entities[mention.entity]
      if entity.kind == .location { continue }
      if match.suffix == .them, entity.kind != .organization || entity.sector == "MED" { continue }
      let gender = Gender(of: entity, lexicon: lexicon)
      if match.suffix == .him, gender == .feminine || Gender.isPlural(entity, lexicon: lexicon) { continue }
      if match.suffix == .her, gender == .masculine { continue }
      out.append(mention.entity)
      if out.count == wanted { break }
    }
    return out
  }

  /// Sectors of bodies that nobody calls a group.
  private static let noGroups: Set<String> = ["GOV", "MED", "LEG", "JUD", "IGO", "MIL"]

  /// Whom a demonstrative and a common noun mean: `هذه الجماعة`, `لهذا التنظيم`, `تلك الدولة`.
  func described(
    at token: Int, _ end: Int, _ document: borrowing Document, excluding source: Int? = nil
  ) -> Actor? {
    guard token >= 0, token < end, reading.words.indices.contains(token), reading.words[token].mention < 0
    else {
      return nil
    }
    if let state = people(token) { return Actor(entity: state, tokens: token..<token + 1) }
    guard token + 1 < end, lexicon.keywords.these.contains(reading.bareLetters(token)),
      reading.words[token + 1].mention < 0
        || !reading.isNamed[document.mentions[reading.words[token + 1].mention].entity]
    else { return nil }
    let noun = reading.letters(token + 1)
    let kind: Entity.Kind
    if lexicon.keywords.groups.contains(noun) {
      kind = .organization
    } else if lexicon.keywords.countries.contains(noun) {
      kind = .gpe
    } else {
      return nil
    }
    // Who was spoken of most lately and most.
    var counts: [(entity: Int, count: Int, first: Int)] = []
    for index in recentMentions(before: token) {
      let entity = document.mentions[index].entity
      guard document.entities[entity].kind == kind, reading.isNamed[entity], entity != source,
        kind == .gpe || !Self.noGroups.contains(document.entities[entity].sector ?? "")
      else { continue }
      let first = document.mentions[index].tokens.lowerBound
      if let known = counts.firstIndex(where: { $0.entity == entity }) {
        counts[known].count += 1
        counts[known].first = first
      } else {
        counts.append((entity, 1, first))
      }
    }
    let opening = reading.sentence(of: token).lowerBound
    guard let most = counts.map(\.count).max(),
      // Of several, the one that its sentence is about, which is named first in it.
      let best = counts.last(where: { $0.count == most && $0.first >= opening })
        ?? counts.first(where: { $0.count == most })
    else { return nil }
    return Actor(entity: best.entity, tokens: token..<token + 2)
  }

  /// The state whose people a plural of nationality means: اليمنيون، الأميركيين، الروس.
  private func people(_ token: Int) -> Int? {
    var letters = reading.bareLetters(token)
    let alphabet = lexicon.alphabet
    let hasArticle = letters.starts(with: [alphabet.alef, alphabet.lam])
    if hasArticle { letters = letters.dropFirst(2) }
    if hasArticle, let last = letters.last, last != alphabet.ya, last != alphabet.nun,
      letters.suffix(2) != [alphabet.ya, alphabet.ha], letters.suffix(2) != [alphabet.alef, alphabet.ta],
      token == 0 || reading.words[token - 1].mention < 0 || reading.words[token].hasConjunction,
      let country = lexicon.nationalities[FormTable.hash(letters)]
    {
      // A broken plural: the list has it beside the adjective.
      return reading.states[country]
    }
    guard letters.count > 5, letters.last == alphabet.nun,
      letters.dropLast().last == alphabet.waw || letters.dropLast().last == alphabet.ya
        || letters.dropLast().last == alphabet.alef,
      let country = lexicon.nationalities[FormTable.hash(letters.dropLast(2))]
        ?? lexicon.nationalities[FormTable.hash((Array(letters.dropLast(2)) + [alphabet.ya])[...])],
      token == 0 || reading.words[token - 1].mention < 0 || actors.isFeminineNationality(token - 1) != nil
    else { return nil }
    return reading.states[country]
  }

  /// The mentions of the last hundred tokens, nearest first: pronouns reach no further.
  func recentMentions(before token: Int) -> [Int] {
    var out: [Int] = []
    for earlier in stride(from: token - 1, through: max(0, token - 100), by: -1) {
      let mention = reading.words[earlier].mention
      if mention >= 0, out.last != mention { out.append(mention) }
    }
    return out
  }

  /// The two that were last joined by و: تتهمهما.
  private func pair(before token: Int, _ source: Int?, _ document: borrowing Document) -> [Int] {
    for index in recentMentions(before: token) {
      let first = document.mentions[index]
      guard first.entity != source, document.entities[first.entity].kind != .location else { continue }
      if let second = coordinated(after: first.tokens.upperBound, document).first, second != source,
        document.entities[second].kind == document.entities[first.entity].kind
      {
        return [first.entity, second]
      }
    }
    return []
  }

  /// Whether the token is a complementiser with the pronoun of who speaks: إنه.
  func isOwnPronoun(_ token: Int) -> Bool {
    let letters = reading.bareLetters(token)
    return reading.words[token].function == .complementiser && letters.count > 2
      && letters.last != lexicon.alphabet.nun
  }

  /// `بلاده`: the speaker's state.
  func speaksOfOwn(_ token: Int, _ sentence: Range<Int>, _ document: borrowing Document) -> Bool {
    guard token >= sentence.lowerBound, let speaker = speaker(around: token, document) else { return false }
    if isOwnState(token, sentence) || isOwnPronoun(token) { return true }
    guard reading.words[token].mention >= 0 else { return false }
    let entity = document.mentions[reading.words[token].mention].entity
    return entity == speaker
      || document.entities[entity].kind == .gpe && document.entities[entity].country != nil
        && document.entities[entity].country == document.entities[speaker].country
  }

  /// Whether the word is the speaker's own state: بلاده.
  func isOwnState(_ token: Int, _ sentence: Range<Int>) -> Bool {
    token >= sentence.lowerBound && reading.words[token].mention < 0
      && lexicon.keywords.ownState.contains(reading.bareLetters(token))
  }
}
