import ArabicText

/// Attitudes that a definite participle gives somebody's position: `موقف مصر الداعم للسلطة`, `الموقف الروسي الرافض للعقوبات`.
extension EventExtraction {
  /// How far before the participle the noun for a position may stand.
  private static let positionReach = 9

  /// Reads a definite participle that tells of a position; others only describe.
  mutating func position(_ match: Match, _ sentence: Range<Int>, _ document: borrowing Document) {
    let entry = lexicon.events[match.reading.entry]
    guard match.hasArticle, match.preposition == 0, ["SUPPORT", "REJECT"].contains(entry.type), !entry.isWeak,
      let noun = (max(sentence.lowerBound, match.token - Self.positionReach)..<match.token).last(where: {
        lexicon.keywords.positions.contains(reading.bareLetters($0)) && reading.words[$0].mention < 0
      }), let holder = holder(of: noun, before: match.token, document)
    else { return }
    let targets = arguments.concerned(
      from: match.token + 1, sentence, holder, byAdjective: true, document)
    guard let target = targets.first else { return }
    add(
      match, entry, holder, [target], "event.participle.position",
      noun..<arguments.clauseEnd(after: match.token, sentence), sentence, document)
  }

  /// Whose position it is: its genitive, the state of its adjective, or the speaker, where a pronoun says so.
  private func holder(of noun: Int, before end: Int, _ document: borrowing Document) -> Int? {
    let letters = reading.bareLetters(noun)
    if let last = letters.last, last == lexicon.alphabet.ha || last == lexicon.alphabet.alef {
      return arguments.speaker(around: noun, document) ?? subject
    }
    if lexicon.keywords.ownState.contains(reading.letters(noun + 1)) {
      return arguments.speaker(around: noun, document) ?? subject
    }
    return arguments.actors.actor(at: noun, limit: end, in: document)?.entity
  }
}
