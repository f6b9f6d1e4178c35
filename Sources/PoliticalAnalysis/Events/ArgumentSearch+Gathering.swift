import ArabicText
import LinguisticAnnotation

/// Who met, told by a verb of gathering behind the noun of a meeting.
extension ArgumentSearch {
  /// How far behind the noun the verb may stand, and behind the verb the second of those who met.
  private static let gatheringReach = (verb: 5, second: 8)

  /// The two whom a meeting brought together: `لقاء جمع الوزير ونظيره`, `لقاء جمعه بالوزير`, which is his who acts.
  func gathered(
    after noun: Int, _ subject: Int?, _ sentence: Range<Int>, _ document: borrowing Document
  ) -> (Int, Int)? {
    let reach = Range(noun + 1, below: min(sentence.upperBound - 1, noun + Self.gatheringReach.verb))
    for token in reach {
      let word = reading.words[token]
      guard word.isArabic, word.mention < 0 else { return nil }
      if lexicon.keywords.gathers.contains(reading.letters(token)) {
        guard
          let first = actors.actor(at: token + 1, limit: sentence.upperBound, in: document)
            ?? firstNamed(from: token + 1, sentence, document),
          let second = joinedSecond(after: first.tokens.upperBound, sentence, document),
          second != first.entity
        else { return nil }
        return (first.entity, second)
      }
      if lexicon.keywords.gathersHim.contains(reading.letters(token)) {
        guard let first = speaker(around: noun, document) ?? subject,
          let second = gatheredWith(from: token + 1, sentence, document), second != first
        else { return nil }
        return (first, second)
      }
      guard word.function == .none || word.function == .relative else { return nil }
    }
    return nil
  }

  /// The second of two that و joins, past a few words that belong to the first: `الفريقين البرلمانيين للحزب والجامعة`.
  private func joinedSecond(after end: Int, _ sentence: Range<Int>, _ document: borrowing Document) -> Int? {
    if let second = coordinated(after: end, document).first { return second }
    for token in Range(end, below: min(sentence.upperBound, end + Self.gatheringReach.verb)) {
      let word = reading.words[token]
      guard word.isArabic else { return nil }
      guard word.hasConjunction, word.attached == 0 else { continue }
      // وأكاديمية فلان
      return firstNamed(from: token, sentence, document)?.entity
    }
    return nil
  }

  /// The first who is named in the noun phrase that begins here.
  private func firstNamed(from start: Int, _ sentence: Range<Int>, _ document: borrowing Document) -> Actor? {
    for token in Range(start, below: min(sentence.upperBound, start + Self.gatheringReach.verb)) {
      let word = reading.words[token]
      guard word.isArabic, token == start || !word.hasConjunction else { return nil }
      if word.mention >= 0 {
        let mention = document.mentions[word.mention]
        return Actor(entity: mention.entity, tokens: start..<mention.tokens.upperBound)
      }
    }
    return nil
  }

  /// With whom: the first who is named behind ب or مع.
  private func gatheredWith(from start: Int, _ sentence: Range<Int>, _ document: borrowing Document) -> Int? {
    for token in Range(start, below: min(sentence.upperBound, start + Self.gatheringReach.second)) {
      let word = reading.words[token]
      if word.punctuation != .none { return nil }
      guard word.mention >= 0 else { continue }
      let mention = document.mentions[word.mention]
      if document.entities[mention.entity].kind == .location { return nil }
      return actors.actor(at: token, limit: sentence.upperBound, in: document)?.entity ?? mention.entity
    }
    return nil
  }
}
