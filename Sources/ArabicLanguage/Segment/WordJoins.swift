/// Which of given words are written together with the word before, where nobody says it: clitics always are.
package enum WordJoins {
  private static let proclitics = Set(SegmentCandidate.conjunctions + SegmentCandidate.prepositions)
  private static let enclitics = Set(SegmentCandidate.enclitics)

  /// Whether each word is joined to the one before it. O(words).
  package static func guess(_ words: FoldedTokens) -> [Bool] {
    var joined = [Bool](repeating: false, count: words.count)
    for index in words.hashes.indices.dropFirst() {
      let before = words[index - 1]
      let word = words[index]
      guard let first = word.first, LetterCode.isArabic(first), let last = before.last,
        LetterCode.isArabic(last)
      else { continue }
      joined[index] = before.count == 1 && proclitics.contains(last) || enclitics.contains(Array(word))
    }
    return joined
  }
}
