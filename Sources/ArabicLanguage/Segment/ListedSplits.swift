/// Splits no rule of `SegmentCandidate` makes (مما → من + ما, ألا → أن + لا), by the token's letters.
package struct ListedSplits: Sendable {
  /// For each token hash the ways it may be cut, commonest first; a way is its words' letters.
  package let splits: [UInt32: [[[UInt8]]]]

  package init(_ splits: [UInt32: [[[UInt8]]]]) { self.splits = splits }

  /// Appends all ways of cutting token `index`, regular ones first.
  package func appendCandidates(
    of tokens: FoldedTokens, _ index: Int, to candidates: inout [SegmentCandidate]
  ) {
    let token = tokens[index]
    SegmentCandidate.appendAll(of: token, to: &candidates)
    guard let ways = splits[FeatureHash.key(tokens.hash(index))] else { return }
    for way in ways.indices {
      var candidate = SegmentCandidate(stem: 0..<token.count)
      candidate.listed = Int8(way)
      candidates.append(candidate)
    }
  }

  /// The words of a candidate of token `index`.
  package func words(of tokens: FoldedTokens, _ index: Int, _ candidate: SegmentCandidate) -> [[UInt8]] {
    if candidate.listed >= 0, let ways = splits[FeatureHash.key(tokens.hash(index))],
      Int(candidate.listed) < ways.count
    {
      return ways[Int(candidate.listed)]
    }
    return candidate.words(of: tokens[index])
  }
}
