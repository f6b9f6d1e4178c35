import ArabicText
import LinguisticAnnotation

/// Demands by what is said: `على النظام أن يتوقف`, `ضرورة تجاوب الحكومة`, `الحكومة مطالبة بحل` ask it of whom they name.
struct ContentDemand {
  let reading: ClauseReading
  let lexicon: PoliticalLexicon

  /// An event for each statement whose content lays something upon another. O(content).
  func events(_ document: borrowing Document) -> [Event] {
    var out: [Event] = []
    for (index, statement) in document.statements.enumerated() {
      guard let speaker = statement.speaker, !statement.isNegated,
        let (word, target) = demand(in: statement, document), target != speaker
      else { continue }
      var event = Event(
        type: "REQUEST", cameo: "100", source: speaker, target: target, trigger: word..<word + 1,
        lemma: "على", evidence: word..<statement.content.upperBound, rule: "event.statement.obligation",
        confidence: 0.7)
      event.status = .calledFor
      event.attributedTo = index
      out.append(event)
    }
    return out
  }

  private func demand(in statement: Statement, _ document: borrowing Document) -> (word: Int, target: Int)? {
    for token in statement.content where reading.words[token].mention < 0 {
      let letters = reading.bareLetters(token)
      let found: Int? =
        if lexicon.keywords.ala.contains(letters) {
          obliged(after: token, statement, document)
        } else if lexicon.keywords.necessity.contains(letters) {
          doer(after: token, statement, document)
        } else if lexicon.keywords.bound.contains(letters) {
          bound(before: token, statement, document)
        } else {
          nil
        }
      if let found { return (token, found) }
    }
    return nil
  }

  /// Whom على obliges: at the start of what is said or after يجب, with what is to be done behind.
  private func obliged(after token: Int, _ statement: Statement, _ document: borrowing Document) -> Int? {
    let opens =
      token == statement.content.lowerBound
      || lexicon.keywords.must.contains(reading.bareLetters(token - 1))
    let limit = statement.content.upperBound
    guard opens,
      let actor = ActorSearch(reading: reading, lexicon: lexicon)
        .actor(at: token + 1, limit: limit, in: document)
    else { return nil }
    let behind =
      actor.tokens.upperBound..<max(actor.tokens.upperBound, min(actor.tokens.upperBound + 3, limit))
    let isClause = behind.contains { reading.words[$0].function == .complementiser }
    return isClause || behind.first.map(mayBeDeed) ?? false ? actor.entity : nil
  }

  /// Who is to do what must be done: the genitive of the deed behind ضرورة.
  private func doer(after token: Int, _ statement: Statement, _ document: borrowing Document) -> Int? {
    let deed = token + 1
    let limit = statement.content.upperBound
    guard deed + 1 < limit, reading.words[deed].mention < 0, mayBeDeed(deed) else { return nil }
    return ActorSearch(reading: reading, lexicon: lexicon)
      .actor(at: deed + 1, limit: min(limit, deed + 5), in: document)?.entity
  }

  /// Who is asked: the subject right before the predicate, which a preposition follows.
  private func bound(before token: Int, _ statement: Statement, _ document: borrowing Document) -> Int? {
    guard token + 1 < statement.content.upperBound, reading.letters(token + 1).first == lexicon.alphabet.ba,
      token > statement.content.lowerBound
    else { return nil }
    for before in (max(statement.content.lowerBound, token - 3)..<token).reversed()
    where reading.words[before].mention >= 0 {
      return document.mentions[reading.words[before].mention].entity
    }
    return nil
  }

  /// Whether a word can be the verbal noun of what is to be done. Without the engine's tags, any word of an open class.
  private func mayBeDeed(_ token: Int) -> Bool {
    let word = reading.words[token]
    return word.attached == 0 && word.isArabic && word.function == .none && word.mention < 0
      && (word.tag ?? .noun) == .noun
  }
}
