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

  /// The ways of cutting a token, and what the token alone says for each.
  struct Choices: Sendable {
    var candidates: [SegmentCandidate] = []
    var scores: [Int32] = []
  }

  /// Buffers of one thread, kept between sentences, and the choices of words it has met.
  package struct Workspace: Sendable {
    var extractor: SegmentFeatures
    var features = FeatureVector()
    var sums: [Int32] = []
    var known = WordCache<Choices>(capacity: 1 << 14)
  }

  package func workspace() -> Workspace { Workspace(extractor: SegmentFeatures(frequency: statistics)) }

  /// The best way of cutting every token. O(candidates × features).
  package func segment(_ tokens: FoldedTokens, _ work: inout Workspace) -> [SegmentCandidate] {
    var result: [SegmentCandidate] = []
    result.reserveCapacity(tokens.count)
    for index in 0..<tokens.count {
      let choices = choices(tokens, index, &work)
      result.append(
        choices.candidates.count > 1 ? best(choices, tokens, index, &work) : choices.candidates[0])
    }
    return result
  }

  private func choices(_ tokens: FoldedTokens, _ index: Int, _ work: inout Workspace) -> Choices {
    if let known = work.known[tokens.hash(index), tokens[index]] { return known }
    var choices = Choices()
    listed.appendCandidates(of: tokens, index, to: &choices.candidates)
    if choices.candidates.count > 1 {
      for candidate in choices.candidates {
        work.features.removeAll()
        work.extractor.appendOwn(candidate, index, tokens, to: &work.features)
        choices.scores.append(weights.sum(work.features))
      }
    }
    work.known[tokens.hash(index), tokens[index]] = choices
    return choices
  }

  /// The candidate with the highest score, the first of equals.
  private func best(
    _ choices: Choices, _ tokens: FoldedTokens, _ index: Int, _ work: inout Workspace
  ) -> SegmentCandidate {
    let neighbours = SegmentFeatures.Neighbours(index, tokens)
    var best = choices.candidates[0]
    var highest = Int32.min
    // As many candidates at once as a feature vector holds.
    let batch = FeatureVector.capacity / SegmentFeatures.Neighbours.count
    for first in stride(from: 0, to: choices.candidates.count, by: batch) {
      let group = first..<min(choices.candidates.count, first + batch)
      work.features.removeAll()
      work.sums.removeAll(keepingCapacity: true)
      for choice in group {
        neighbours.append(choices.candidates[choice], to: &work.features)
        work.sums.append(Int32(work.features.count))
      }
      weights.sum(work.features, upTo: &work.sums)
      for choice in group {
        let score = choices.scores[choice] &+ work.sums[choice - first]
        if score > highest {
          highest = score
          best = choices.candidates[choice]
        }
      }
    }
    return best
  }
}
