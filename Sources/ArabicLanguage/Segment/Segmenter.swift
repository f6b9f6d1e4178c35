/// Cuts orthographic words into clitics and stems: each token's ways of being cut are ranked by a linear model.
package struct Segmenter: Sendable {
  package let weights: WeightTable
  package let listed: ListedSplits
  package let statistics: HashedShorts

  package init(weights: WeightTable, listed: ListedSplits, statistics: HashedShorts) {
    self.weights = weights
    self.listed = listed
    self.statistics = statistics
  }

  /// Buffers of one thread, kept between sentences.
  package struct Workspace: Sendable {
    var extractor: SegmentFeatures
    var features = FeatureVector()
    var candidates: [SegmentCandidate] = []
  }

  package func workspace() -> Workspace { Workspace(extractor: SegmentFeatures(frequency: statistics)) }

  /// The best way of cutting every token. O(candidates × features).
  package func segment(_ tokens: FoldedTokens, _ work: inout Workspace) -> [SegmentCandidate] {
    var result: [SegmentCandidate] = []
    result.reserveCapacity(tokens.count)
    for index in 0..<tokens.count {
      work.candidates.removeAll(keepingCapacity: true)
      listed.appendCandidates(of: tokens, index, to: &work.candidates)
      var best = work.candidates[0]
      if work.candidates.count > 1 {
        var highest = Int32.min
        for candidate in work.candidates {
          work.extractor.extract(candidate, index, tokens, into: &work.features)
          let score = weights.sum(work.features)
          if score > highest {
            highest = score
            best = candidate
          }
        }
      }
      result.append(best)
    }
    return result
  }
}
