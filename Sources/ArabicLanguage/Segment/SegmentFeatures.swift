/// Features of one way of cutting a token, in its sentence: what the ranking model of `Segmenter` sees.
///
/// After Abdelali et al. 2016 (Farasa), ranking of candidate splits by clitics and stem statistics; ours adds the
/// neighbouring tokens, so that a split can depend on context.
package struct SegmentFeatures: Sendable {
  private var stem: [UInt8] = []
  private let frequency: HashedShorts

  package init(frequency: HashedShorts) {
    self.frequency = frequency
    stem.reserveCapacity(64)
  }

  /// Writes the features of `candidate` for token `index` of `tokens` into `out`.
  package mutating func extract(
    _ candidate: SegmentCandidate, _ index: Int, _ tokens: FoldedTokens, into out: inout FeatureVector
  ) {
    out.removeAll()
    appendOwn(candidate, index, tokens, to: &out)
    Neighbours(index, tokens).append(candidate, to: &out)
  }

  /// Appends the features that hang on the token alone, so that they can be summed once a word.
  mutating func appendOwn(
    _ candidate: SegmentCandidate, _ index: Int, _ tokens: FoldedTokens, to out: inout FeatureVector
  ) {
    let token = tokens[index]
    let whole = tokens.hash(index)
    if candidate.listed >= 0 {
      let choice = UInt64(candidate.listed) + 1
      out.add(1, choice)
      out.add(2, whole, choice)
      return
    }
    let pattern = candidate.pattern
    let front = candidate.front
    let back = candidate.back
    let sides =
      UInt64(candidate.conjunction > 0 || candidate.preposition > 0 ? 1 : 0)
      | (candidate.enclitic > 0 ? 2 : 0)
    stem.removeAll(keepingCapacity: true)
    candidate.appendStem(of: token, to: &stem)
    let stemHash = FeatureHash.hash(stem)
    let n = stem.count
    out.add(10, pattern)
    out.add(11, whole, pattern)
    out.add(12, stemHash)
    out.add(13, stemHash, sides)
    out.add(14, stemHash, front)
    out.add(15, stemHash, back)
    let free = UInt64(frequency[stemHash])
    let written = UInt64(frequency[whole])
    out.add(16, free, pattern)
    out.add(17, free, sides, written)
    out.add(18, free, front)
    out.add(19, free, back)
    out.add(20, UInt64(min(n, 8)), pattern)
    out.add(21, FeatureHash.hash(stem[0..<min(1, n)]), pattern)
    out.add(22, FeatureHash.hash(stem[0..<min(2, n)]), front)
    out.add(23, FeatureHash.hash(stem[0..<min(3, n)]), front)
    out.add(24, FeatureHash.hash(stem[max(0, n - 1)..<n]), pattern)
    out.add(25, FeatureHash.hash(stem[max(0, n - 2)..<n]), back)
    out.add(26, FeatureHash.hash(stem[max(0, n - 3)..<n]), back)
    out.add(27, FeatureHash.hash(stem[max(0, n - 2)..<n]), front)
    out.add(28, FeatureHash.hash(stem[0..<min(2, n)]), back)
    out.add(39, LetterCode.shape(stem[...]), sides)
    out.add(40, LetterCode.shape(stem[...]), front)
    if candidate.conjunction > 0 || candidate.preposition > 0 || candidate.enclitic == 0 {
      stem.insert(LetterCode.lam, at: 0)
      stem.insert(LetterCode.alef, at: 0)
      out.add(42, UInt64(frequency[FeatureHash.hash(stem)]), front, free > 0 ? 1 : 0)
    }
  }

  /// What the tokens around say; the same for all candidates.
  struct Neighbours {
    private let whole: UInt64
    private let previous: UInt64
    private let second: UInt64
    private let next: UInt64
    private let beforeEnd: UInt64
    private let beforeStart: UInt64
    private let afterStart: UInt64
    private let afterEnd: UInt64

    /// How many features a candidate gets at most.
    static let count = 11

    init(_ index: Int, _ tokens: FoldedTokens) {
      whole = tokens.hash(index)
      previous = tokens.hash(index - 1)
      second = tokens.hash(index - 2)
      next = tokens.hash(index + 1)
      let before = index > 0 ? tokens[index - 1] : []
      let after = index + 1 < tokens.count ? tokens[index + 1] : []
      beforeEnd = FeatureHash.hash(before.suffix(2))
      beforeStart = FeatureHash.hash(before.prefix(2))
      afterStart = FeatureHash.hash(after.prefix(3))
      afterEnd = FeatureHash.hash(after.suffix(2))
    }

    /// Appends the features of `candidate` among these neighbours.
    func append(_ candidate: SegmentCandidate, to out: inout FeatureVector) {
      if candidate.listed >= 0 {
        let choice = UInt64(candidate.listed) + 1
        out.add(3, whole, choice, previous)
        out.add(4, whole, choice, next)
        return
      }
      let pattern = candidate.pattern
      let front = candidate.front
      let back = candidate.back
      out.add(29, previous, front)
      out.add(30, previous, back)
      out.add(31, next, front)
      out.add(32, next, back)
      out.add(33, previous, whole, pattern)
      out.add(34, next, whole, pattern)
      out.add(35, beforeEnd, pattern)
      out.add(36, afterStart, pattern)
      out.add(37, afterEnd, pattern)
      out.add(38, beforeStart, pattern)
      out.add(41, second, front)
    }
  }
}
