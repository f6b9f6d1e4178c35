import ArabicText
import LinguisticAnnotation

/// Demands by what is said: `على النظام أن يتوقف`, `شدد على ضرورة انسحاب القوات`, `يجب أن تلتزم الحكومة`.
struct ContentDemands {
  let reading: ClauseReading
  let lexicon: PoliticalLexicon
  private let actors: ActorSearch
  private let arguments: ArgumentSearch

  /// Makes the search over one document's reading.
  init(reading: ClauseReading, lexicon: PoliticalLexicon) {
    self.reading = reading
    self.lexicon = lexicon
    actors = ActorSearch(reading: reading, lexicon: lexicon)
    arguments = ArgumentSearch(reading: reading, lexicon: lexicon)
  }

  /// At most one event for each statement.
  func events(_ document: borrowing Document) -> [Event] {
    var out: [Event] = []
    for (index, statement) in document.statements.enumerated() {
      guard let speaker = statement.speaker, document.entities[speaker].sector != "MED" else { continue }
      for token in statement.content where reading.words[token].mention < 0 {
        let target =
          addressee(at: token, statement, document) ?? necessary(at: token, statement, document)
        if let target {
          guard target != speaker, document.entities[target].kind != .location,
            !isOwnState(target, of: speaker, document)
          else { continue }
        } else if !isUponAll(token, statement, document) {
          continue
        }
        let sentence = reading.sentence(of: token)
        var event = Event(
          type: "REQUEST", cameo: "100", source: speaker, target: target, trigger: token..<token + 1,
          lemma: reading.text.string(tokens: token..<token + 1),
          evidence: token..<max(token + 1, min(sentence.upperBound, statement.content.upperBound)),
          rule: "event.statement.obligation", confidence: 0.7)
        event.status = .calledFor
        event.attributedTo = index
        out.append(event)
        break
      }
    }
    return out
  }

  /// Whether the word lays something upon all the world: `إن على الجميع العمل على وقف الحرب`.
  private func isUponAll(_ token: Int, _ statement: Statement, _ document: borrowing Document) -> Bool {
    let end = statement.content.upperBound
    guard lexicon.keywords.ala.contains(reading.bareLetters(token)), opensClause(token, statement),
      token + 2 < end, lexicon.keywords.everyone.contains(reading.letters(token + 1))
    else { return false }
    return reading.words[token + 2].function == .complementiser || isVerbalNoun(token + 2, end, document)
  }

  /// Whether it is the speaker's own state, which he speaks for.
  private func isOwnState(_ target: Int, of speaker: Int, _ document: borrowing Document) -> Bool {
    document.entities[target].kind == .gpe && document.entities[target].country != nil
      && document.entities[target].country == document.entities[speaker].country
  }

  /// Upon whom the word lays something.
  private func addressee(at token: Int, _ statement: Statement, _ document: borrowing Document) -> Int? {
    let end = statement.content.upperBound
    let letters = reading.bareLetters(token)
    if lexicon.keywords.ala.contains(letters), opensClause(token, statement), token + 1 < end,
      reading.words[token + 1].mention >= 0 || reading.words[token + 1].hasArticle
        || lexicon.keywords.nounHeadsOfForce.contains(reading.letters(token + 1)),
      let actor = actors.actor(at: token + 1, limit: end, in: document),
      token > 0 && lexicon.keywords.must.contains(reading.bareLetters(token - 1))
        || Range(actor.tokens.upperBound, below: min(actor.tokens.upperBound + 3, end)).contains(where: {
          reading.words[$0].function == .complementiser
        }) || isVerbalNoun(actor.tokens.upperBound, end, document)
    {
      return actor.entity
    }
    if lexicon.keywords.hope.contains(letters),
      let that = Range(token + 1, below: min(token + 3, end)).first(where: {
        reading.words[$0].function == .complementiser
      })
    {
      // أمله في أن تتخذ الدولة
      return doer(at: that + 1, end, document)
    }
    if token == statement.content.lowerBound, statement.act == "wish",
      reading.words[token].function == .none, document.tag(of: token) == .verb
    {
      return doer(at: token, end, document)
    }
    if lexicon.keywords.alaPronoun.contains(letters), opensClause(token, statement), token + 1 < end,
      reading.words[token + 1].function == .complementiser
        || reading.words[token + 1].hasArticle && isVerbalNoun(token + 1, end, document)
    {
      // وعليها الالتزام
      return arguments.back(from: token, document, excluding: statement.speaker)
    }
    if lexicon.keywords.necessity.contains(letters) { return obliged(after: token, end, document) }
    if lexicon.keywords.must.contains(letters), token + 2 < end,
      reading.words[token + 1].function == .complementiser, let doer = doer(at: token + 2, end, document)
    {
      return doer
    }
    if lexicon.keywords.must.contains(letters), token + 1 < end,
      reading.words[token + 1].function == .complementiser, token > statement.content.lowerBound,
      reading.words[token - 1].mention >= 0, reading.words[token - 1].attached == 0,
      let actor = topic(endingAt: token, statement, document)
    {
      // الحكومة يجب أن تلتزم
      return actor.entity
    }
    if lexicon.keywords.bound.contains(letters), token > statement.content.lowerBound,
      reading.words[token - 1].mention >= 0, reading.words[token - 1].attached == 0
    {
      // الحكومة مطالبة بالإصلاح
      return document.mentions[reading.words[token - 1].mention].entity
    }
    return nil
  }

  /// Whose deed a content opens with that a word before it calls necessary: `شدد على ضرورة أن | تنسحب القوات`.
  private func necessary(at token: Int, _ statement: Statement, _ document: borrowing Document) -> Int? {
    guard token == statement.content.lowerBound, token > 1,
      reading.words[token - 1].function == .complementiser,
      lexicon.keywords.necessity.contains(reading.bareLetters(token - 2))
    else { return nil }
    return doer(at: token, statement.content.upperBound, document)
  }

  /// Whose doing is called necessary: `ضرورة انسحاب القوات`, `ضرورة أن تنسحب القوات`.
  private func obliged(after token: Int, _ end: Int, _ document: borrowing Document) -> Int? {
    guard token + 2 < end else { return nil }
    if reading.words[token + 1].function == .complementiser { return doer(at: token + 2, end, document) }
    let isOfDoer = reading.matches[reading.words[token + 1].matches].allSatisfy {
      $0.reading.lexicon != .event || !lexicon.events[$0.reading.entry].slots.contains(.object)
    }
    if let doer = doerWithObject(of: token + 1, end, document) { return doer }
    guard isOfDoer, isIntransitive(token + 1), reading.words[token + 2].attached == 0,
      !reading.words[token + 2].hasConjunction,
      reading.words[token + 2].mention >= 0 || reading.words[token + 2].hasArticle
    else { return nil }
    return actors.actor(at: token + 2, limit: min(end, token + 8), in: document)?.entity
  }

  /// Whose doing a verbal noun is that has an object of its own behind its genitive: `ضرورة وقف إسرائيل إجراءاتها`, `ضرورة
  /// احترام الحكومة حقوق الإنسان`.
  private func doerWithObject(of noun: Int, _ end: Int, _ document: borrowing Document) -> Int? {
    let genitive = noun + 1
    guard genitive < end, reading.words[noun].mention < 0, document.tag(of: noun) == .noun,
      reading.words[genitive].mention >= 0, reading.words[genitive].attached == 0,
      !reading.words[genitive].hasConjunction
    else { return nil }
    let mention = document.mentions[reading.words[genitive].mention]
    let object = mention.tokens.upperBound
    guard mention.tokens.lowerBound == genitive, object < end, reading.words[object].mention < 0,
      reading.words[object].isArabic, reading.words[object].function == .none,
      reading.words[object].attached == 0, !reading.words[object].hasConjunction,
      !reading.words[object].hasArticle, document.tag(of: object) == .noun
    else { return nil }
    return mention.entity
  }

  /// The subject right behind a verb.
  private func doer(at verb: Int, _ end: Int, _ document: borrowing Document) -> Int? {
    guard verb + 1 < end, reading.words[verb].mention < 0, (document.tag(of: verb) ?? .verb) == .verb,
      reading.words[verb + 1].mention >= 0, reading.words[verb + 1].attached == 0,
      !reading.words[verb + 1].hasConjunction,
      reading.words[verb + 1].hasArticle
        || document.mentions[reading.words[verb + 1].mention].kind == .name,
      let letters = reading.letters(verb).first,
      letters == lexicon.alphabet.ta || letters == lexicon.alphabet.ya
    else { return nil }
    return actors.actor(at: verb + 1, limit: end, in: document)?.entity
  }

  /// The actor that a clause begins with and that ends right before the token.
  private func topic(endingAt end: Int, _ statement: Statement, _ document: borrowing Document) -> Actor? {
    let mention = document.mentions[reading.words[end - 1].mention]
    let start = mention.tokens.lowerBound
    guard start >= statement.content.lowerBound, document.entities[mention.entity].kind != .location,
      start == statement.content.lowerBound || reading.words[start - 1].function == .complementiser
        || reading.words[start - 1].punctuation != .none
    else { return nil }
    return Actor(entity: mention.entity, tokens: mention.tokens)
  }

  /// Whether a clause begins here: at the content's begin, behind يجب, or joined by و.
  private func opensClause(_ token: Int, _ statement: Statement) -> Bool {
    token == statement.content.lowerBound || reading.words[token].hasConjunction
      || (token > 0
        && (reading.words[token - 1].function == .complementiser
          || lexicon.keywords.however.contains(reading.bareLetters(token - 1))))
      || (token > 0 && lexicon.keywords.must.contains(reading.bareLetters(token - 1)))
  }

  private func isVerbalNoun(_ token: Int, _ end: Int, _ document: borrowing Document) -> Bool {
    guard token < end, reading.words[token].isArabic, reading.words[token].mention < 0,
      reading.words[token].function == .none, reading.words[token].attached == 0,
      !reading.words[token].hasConjunction
    else { return false }
    return (document.tag(of: token) ?? .noun) == .noun
  }

  /// Whether a verbal noun's pattern is one of verbs that rarely have an object (تفعل، تفاعل، انفعال، افتعال), so that its
  /// genitive does it.
  private func isIntransitive(_ token: Int) -> Bool {
    let letters = reading.letters(token)
    guard letters.count > 3, let first = letters.first, reading.words[token].mention < 0 else { return false }
    if lexicon.keywords.intransitive.contains(letters) { return true }
    let alphabet = lexicon.alphabet
    if first == alphabet.ta {
      // تفعيل has an object.
      return letters[letters.endIndex - 2] != alphabet.ya && letters.last != alphabet.ha
    }
    return first == alphabet.alef && letters.count > 5 && letters.dropLast().last == alphabet.alef
  }
}
