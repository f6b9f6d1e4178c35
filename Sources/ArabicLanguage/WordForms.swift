/// Where the words of an orthographic word stand in the text, and how they are written alone.
package struct WordForms: Sendable {
  private let spelling: Spelling
  private let listed: ListedSplits

  package init(spelling: Spelling, listed: ListedSplits) {
    self.spelling = spelling
    self.listed = listed
  }

  /// The form of every word of token `index`, and its bytes. `context` is the hash of the word before the token.
  package func forms(
    of tokens: FoldedTokens, _ index: Int, _ cut: SegmentCandidate, text: [UInt8], bytes: Range<Int>,
    context: UInt64
  ) -> [(form: String, bytes: Range<Int>)] {
    if cut.isWhole { return [(Self.slice(text, bytes), bytes)] }
    let parts = listed.words(of: tokens, index, cut)
    let ranges = ranges(cut, parts, tokens[index].count)
    var before = context
    var result: [(form: String, bytes: Range<Int>)] = []
    for (part, range) in zip(parts, ranges) {
      let start = LetterCode.byteOffset(ofLetter: range.lowerBound, in: text, bytes)
      let end = LetterCode.byteOffset(ofLetter: range.upperBound, in: text, bytes)
      let written = start..<max(start, end)
      let isAsWritten = tokens[index].dropFirst(range.lowerBound).prefix(range.count).elementsEqual(part)
      let form =
        part.count > 1 && (spelling.knows(part) || !isAsWritten)
        ? spelling.spell(part, after: before)
        : isAsWritten ? Self.slice(text, written) : spelling.spell(part)
      result.append((form, written))
      before = FeatureHash.hash(part)
    }
    return result
  }

  /// The letters of the token that each part takes up.
  private func ranges(_ cut: SegmentCandidate, _ parts: [[UInt8]], _ count: Int) -> [Range<Int>] {
    if cut.listed >= 0 {
      var at = 0
      return parts.enumerated().map { number, part in
        let end = number == parts.count - 1 ? count : min(count, at + part.count)
        defer { at = end }
        return at..<max(at, end)
      }
    }
    var ranges: [Range<Int>] = []
    var at = 0
    for _ in 0..<((cut.conjunction > 0 ? 1 : 0) + (cut.preposition > 0 ? 1 : 0)) {
      ranges.append(at..<(at + 1))
      at += 1
    }
    ranges.append(cut.stem)
    if cut.enclitic > 0 { ranges.append(cut.stem.upperBound..<count) }
    return ranges
  }

  private static func slice(_ text: [UInt8], _ range: Range<Int>) -> String {
    String(decoding: text[range], as: UTF8.self)
  }
}
