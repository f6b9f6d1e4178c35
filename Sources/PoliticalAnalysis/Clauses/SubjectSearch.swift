import ArabicText
import LinguisticAnnotation

/// Finds the subject of a finite verb, before or after it.
struct SubjectSearch {
  let reading: ClauseReading
  let lexicon: PoliticalLexicon
  var actors: ActorSearch

  /// Makes the search over one document's reading.
  init(reading: ClauseReading, lexicon: PoliticalLexicon, prefersKnown: Bool = false) {
    self.reading = reading
    self.lexicon = lexicon
    actors = ActorSearch(reading: reading, lexicon: lexicon, prefersKnown: prefersKnown)
  }

  /// The subject that stands in the text, nil where it is elided.
  func explicit(_ match: Match, in sentence: Range<Int>, _ document: borrowing Document) -> Actor? {
    let verb = match.token
    let before = lastContent(before: verb, from: sentence.lowerBound)
    if match.suffix != .none, verb + 1 < sentence.upperBound, reading.words[verb + 1].mention >= 0,
      reading.words[verb + 1].attached == 0, let actor = following(verb, in: sentence, document)
    {
      // مقاتلين دربتهم واشنطن
      return actor
    }
    if match.conjunction == 0, before > sentence.lowerBound, reading.words[before].function == .past,
      reading.words[before].mention < 0, !reading.words[before].hasConjunction,
      reading.words[before - 1].mention >= 0
    {
      // إن الوزير كان قد أعلن
      if let actor = preceding(verb, to: before - 1, in: sentence, document) { return actor }
      let mention = document.mentions[reading.words[before - 1].mention]
      if reading.words[mention.tokens.lowerBound].attached == 0 {
        return Actor(entity: mention.entity, tokens: mention.tokens)
      }
    }
    if match.conjunction == 0, before >= sentence.lowerBound {
      let word = reading.words[before]
      if word.function == .relative {
        let isOblique =
          match.suffix != .none
          || (verb + 1 < sentence.upperBound
            && lexicon.keywords.prepositionPronouns.contains(reading.letters(verb + 1)))
        if isOblique, let actor = following(verb, in: sentence, document) { return actor }
        if match.suffix != .none { return nil }
        // الذي اتهمت طهران الجيش به: the antecedent cannot be the subject.
        if disagrees(before, match.reading.form.person) { return following(verb, in: sentence, document) }
        return antecedent(of: before, in: sentence, document)
      }
      if word.mention >= 0 || (word.isArabic && word.function == .none) || word.punctuation == .closeBracket {
        if let actor = preceding(verb, to: before, in: sentence, document) {
          return agreeing(match, instead: actor, in: sentence, document) ?? actor
        }
      }
    }
    if let topic = topic(before: before, match, in: sentence, document) { return topic }
    if let actor = following(verb, in: sentence, document) { return actor }
    if match.conjunction == 0, before >= sentence.lowerBound,
      [.comma, .dash].contains(reading.words[before].punctuation)
    {
      if let actor = beforeRelative(before, in: sentence, document) { return actor }
      return actors.actor(at: clauseStart(before, sentence), limit: before, in: document)
    }
    return nil
  }

  /// Who stands at the head of a sentence, parted from its verb by an aside or a relative clause:
  /// `وكان الوزير، القيادي في الحزب، هاجم الرئيس`.
  private func topic(
    before pause: Int, _ match: Match, in sentence: Range<Int>, _ document: borrowing Document
  )
    -> Actor?
  {
    guard match.conjunction == 0, match.suffix == .none, pause > sentence.lowerBound,
      [.comma, .dash].contains(reading.words[pause].punctuation)
    else { return nil }
    var start = sentence.lowerBound
    while start < pause, [.past, .auxiliary].contains(reading.words[start].function) { start += 1 }
    let word = reading.words[start]
    guard word.mention >= 0, word.attached == 0,
      let actor = actors.actor(at: start, limit: pause, in: document), actor.tokens.upperBound < pause,
      [.comma, .dash].contains(reading.words[actor.tokens.upperBound].punctuation)
        || isRelativeOf(actor, actor.tokens.upperBound, pause),
      Gender(of: document.entities[actor.entity], lexicon: lexicon).agrees(with: match.reading.form.person)
    else { return nil }
    return actor
  }

  /// Whether a relative clause stands between somebody and the pause, and no other pause: `كريمة التي ترأس الحزب،`.
  private func isRelativeOf(_ actor: Actor, _ relative: Int, _ pause: Int) -> Bool {
    reading.words[relative].function == .relative && reading.words[relative].mention < 0
      && (relative..<pause).allSatisfy { reading.words[$0].punctuation == .none }
  }

  /// Who stands right after a verb and agrees with it, where who stands before it cannot: `والرئيس الفنلندي حذرت موسكو`,
  /// `دولتين اعترفت بهما روسيا`.
  private func agreeing(
    _ match: Match, instead actor: Actor, in sentence: Range<Int>, _ document: borrowing Document
  ) -> Actor? {
    let (person, next) = (match.reading.form.person, match.token + 1)
    guard person == .masculine || person == .feminine, next + 1 < sentence.upperBound else { return nil }
    let isLookingBack =
      reading.words[next].mention < 0
      && lexicon.keywords.prepositionPronouns.contains(reading.letters(next))
    let entity = document.entities[actor.entity]
    let isOther =
      entity.kind == .person && entity.isFeminine == false
      && !Gender(of: entity, lexicon: lexicon).agrees(with: person)
    guard isLookingBack || isOther, let found = following(match.token, in: sentence, document),
      found.entity != actor.entity, found.tokens.lowerBound == (isLookingBack ? next + 1 : next),
      reading.words[found.tokens.lowerBound].mention >= 0
    else { return nil }
    let gender = Gender(of: document.entities[found.entity], lexicon: lexicon)
    return gender != .unknown && gender.agrees(with: person) ? found : nil
  }

  /// Whose relative clause a pause closes: `الوزارة، التي يرأسها سامي الحداد، أعربت`.
  private func beforeRelative(_ close: Int, in sentence: Range<Int>, _ document: borrowing Document) -> Actor?
  {
    for open in (max(sentence.lowerBound + 1, close - 40)..<max(sentence.lowerBound + 1, close)).reversed()
    where reading.words[open].punctuation == reading.words[close].punctuation {
      guard reading.words[open + 1].function == .relative else { continue }
      let mention = reading.words[open - 1].mention
      guard mention >= 0 else { return nil }
      let it = document.mentions[mention]
      return reading.words[it.tokens.lowerBound].attached == 0
        ? Actor(entity: it.entity, tokens: it.tokens) : nil
    }
    return nil
  }

  /// The subject after its verb: `قال أمس الوزير`, `قال من جهته الوزير`.
  func following(_ verb: Int, in sentence: Range<Int>, _ document: borrowing Document) -> Actor? {
    guard let start = subjectStart(after: verb, in: sentence) else { return nil }
    return actors.actor(at: start, limit: sentence.upperBound, in: document)
  }

  /// Where a subject after its verb begins, past adverbs and asides; nil where a preposition comes instead.
  func subjectStart(after verb: Int, in sentence: Range<Int>) -> Int? {
    var token = verb + 1
    if token < sentence.upperBound, reading.words[token].mention < 0,
      lexicon.keywords.prepositionPronouns.contains(reading.letters(token))
    {
      token += 1
    }
    token = afterAsides(token, sentence)
    if token == verb + 3, token < sentence.upperBound, reading.words[token].punctuation == .comma {
      token += 1
    }
    guard token < sentence.upperBound,
      reading.words[token].function != .preposition || reading.words[token].mention >= 0
    else { return nil }
    return afterStyle(token, sentence)
  }

  /// The token after what somebody is styled: `معالي الوزير`, `فخامة رئيس الجمهورية`.
  private func afterStyle(_ token: Int, _ sentence: Range<Int>) -> Int {
    let next = token + 1
    guard next < sentence.upperBound, reading.words[token].mention < 0,
      lexicon.keywords.styles.contains(reading.letters(token)),
      reading.words[next].mention >= 0 || lexicon.keywords.roles.contains(reading.letters(next))
    else { return token }
    return next
  }

  /// The token after adverbs, `من جهته`, and asides between commas or dashes.
  func afterAsides(_ start: Int, _ sentence: Range<Int>) -> Int {
    var token = start
    let limit = sentence.upperBound
    while token < limit {
      let word = reading.words[token]
      if word.mention < 0,
        word.function == .adverb || lexicon.keywords.selfsame.contains(reading.letters(token))
      {
        token += 1
      } else if word.punctuation == .comma || word.punctuation == .dash, token < start + 5,
        let close = closing(token, word.punctuation, limit)
      {
        token = close + 1
      } else if lexicon.keywords.min.contains(reading.letters(token)), token + 1 < limit,
        isSide(reading.letters(token + 1))
      {
        token += 2
      } else {
        break
      }
    }
    return token
  }

  /// The main subject of a sentence whatever its verb: the first noun phrase, or the one after the first word.
  func main(of sentence: Range<Int>, _ document: borrowing Document) -> Actor? {
    var token = sentence.lowerBound
    if reading.words[token].function == .preposition || reading.words[token].attached != 0 {
      while token < sentence.upperBound, reading.words[token].punctuation != .comma,
        token < sentence.lowerBound + 14
      {
        token += 1
      }
      token =
        reading.words.indices.contains(token) && reading.words[token].punctuation == .comma
        ? token + 1 : sentence.lowerBound
    }
    while token < sentence.upperBound,
      [.past, .auxiliary, .conjunction, .adverb].contains(reading.words[token].function)
    {
      token += 1
    }
    guard token < sentence.upperBound else { return nil }
    let word = reading.words[token]
    if word.mention >= 0 || word.hasArticle || lexicon.keywords.roles.contains(reading.bareLetters(token)) {
      if let actor = actors.actor(at: token, limit: sentence.upperBound, in: document) { return actor }
    }
    // وبدا أن الوزير
    let next = token + 1
    let isClause = next + 1 < sentence.upperBound && reading.words[next].function == .complementiser
    return actors.actor(at: isClause ? next + 1 : next, limit: sentence.upperBound, in: document)
  }

  /// The nearest mention that a relative clause can be about.
  func antecedent(of relative: Int, in sentence: Range<Int>, _ document: borrowing Document) -> Actor? {
    var token = relative - 1
    var words = 0
    while token >= sentence.lowerBound, words < 6, token > relative - 30 {
      let mention = reading.words[token].mention
      if mention >= 0 {
        return Actor(entity: document.mentions[mention].entity, tokens: document.mentions[mention].tokens)
      }
      if reading.words[token].isArabic { words += 1 }
      token -= 1
    }
    return nil
  }

  /// The first token of the clause that `token` stands in.
  func clauseStart(_ token: Int, _ sentence: Range<Int>) -> Int {
    var start = token
    while start > max(sentence.lowerBound, token - 80) {
      let word = reading.words[start - 1]
      if [.complementiser, .past, .relative, .conjunction].contains(word.function), word.mention < 0 {
        break
      }
      if [.colon, .stop, .ellipsis].contains(word.punctuation) { break }
      if word.punctuation == .comma,
        reading.words[start].hasConjunction || reading.words[start].function == .conjunction
      {
        break
      }
      start -= 1
    }
    return start
  }

  private func preceding(
    _ verb: Int, to before: Int, in sentence: Range<Int>, _ document: borrowing Document
  ) -> Actor? {
    // قائد الجيش يتوعد وموسكو تحذر: what و joins right before a verb begins its clause.
    let last = reading.words[before].mention
    if last >= 0, before == verb - 1 {
      let mention = document.mentions[last]
      let first = reading.words[mention.tokens.lowerBound]
      if first.hasConjunction, first.attached == 0, isSingular(verb),
        (clauseStart(before, sentence)..<mention.tokens.lowerBound).contains(where: {
          reading.words[$0].tag == .verb
        })
      {
        return Actor(entity: mention.entity, tokens: mention.tokens)
      }
    }
    var start = clauseStart(before, sentence)
    // A comma closes an opening phrase: في سياق متصل، …
    if reading.words[start].function == .preposition || reading.words[start].attached != 0 {
      guard let comma = (start..<before).last(where: { reading.words[$0].punctuation == .comma }) else {
        return nil
      }
      start = comma + 1
    }
    if let actor = main(of: start..<before + 1, document) { return actor }
    let adjacent = reading.words[before].mention
    guard adjacent >= 0, before == verb - 1 else { return nil }
    let mention = document.mentions[adjacent]
    guard reading.words[mention.tokens.lowerBound].attached == 0 else { return nil }
    return Actor(entity: mention.entity, tokens: mention.tokens)
  }

  /// Whether الذي stands before a feminine verb or التي before a masculine one.
  private func disagrees(_ relative: Int, _ person: VerbForm.Person) -> Bool {
    let letters = reading.bareLetters(relative)
    if lexicon.keywords.whoMany.contains(letters) {
      // المدينتان اللتان بسط الجيش سيطرته عليهما
      return person == .masculine || person == .feminine
    }
    return lexicon.keywords.whoMasculine.contains(letters) && person == .feminine
      || lexicon.keywords.whoFeminine.contains(letters) && person == .masculine
  }

  private func isSingular(_ verb: Int) -> Bool {
    reading.matches[reading.words[verb].matches].contains {
      $0.reading.form.isFinite
        && ($0.reading.form.person == .masculine || $0.reading.form.person == .feminine)
    }
  }

  private func lastContent(before verb: Int, from start: Int) -> Int {
    var token = verb - 1
    while token >= start,
      [.auxiliary, .negation, .adverb, .past].contains(reading.words[token].function),
      reading.words[token].mention < 0,
      reading.words[token].function != .past
    {
      token -= 1
    }
    return token
  }

  private func closing(_ open: Int, _ mark: Punctuation, _ limit: Int) -> Int? {
    guard open + 1 < limit, reading.words[open + 1].function != .complementiser,
      reading.words[open + 1].punctuation != .openQuote
    else { return nil }
    // An aside between commas is short, or begins with its preposition: ، خلال لقائه …،
    let isOccasion = reading.words[open + 1].function == .preposition && reading.words[open + 1].mention < 0
    let maximum = mark == .dash || isOccasion ? 30 : 9
    return Range(open + 1, below: min(limit, open + maximum)).first { reading.words[$0].punctuation == mark }
  }

  private func isSide(_ letters: ArraySlice<Letter>) -> Bool { lexicon.keywords.sides.contains(letters) }
}
