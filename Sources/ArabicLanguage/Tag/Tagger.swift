import LinguisticAnnotation

/// Chooses the part of speech of every word, left to right, by a linear model.
package struct Tagger: Sendable {
  package let weights: WeightTable

  package init(weights: WeightTable) { self.weights = weights }

  /// Buffers of one thread, kept between sentences.
  package struct Workspace: Sendable {
    var features = FeatureVector()
    var scores: [Int32] = []
    var shares = WordShares()
    package init() {}
  }

  /// The tags of all words. O(words × features × tags).
  package func tag(_ sentence: WordSequence, _ work: inout Workspace) -> [PartOfSpeech] {
    var tags: [PartOfSpeech] = []
    tags.reserveCapacity(sentence.count)
    share(sentence, &work)
    var previous: UInt64 = 100
    var second: UInt64 = 100
    for i in 0..<sentence.count {
      TagFeatures.extractTogether(sentence, i, previous: previous, second: second, into: &work.features)
      weights.score(work.features, from: work.shares.lanes, at: i * weights.groups, into: &work.scores)
      let best = Self.argmax(work.scores, PartOfSpeech.allCases.count)
      let tag = PartOfSpeech(rawValue: UInt8(best)) ?? .other
      tags.append(tag)
      second = previous
      previous = UInt64(best)
    }
    return tags
  }

  /// What every word gives alone to the decisions around. O(words).
  private func share(_ sentence: WordSequence, _ work: inout Workspace) {
    work.shares.share(
      sentence.count, groups: weights.groups, table: weights, key: { TagFeatures.key(sentence, $0) },
      sum: { word, role, buffers, lanes, at in
        TagFeatures.extractAlone(sentence, word, role, into: &buffers.features)
        weights.score(buffers.features, into: &buffers.scores)
        WordShares.copy(buffers.scores, to: &lanes, at)
      })
  }

  /// The first index of the highest of the first `count` scores.
  package static func argmax(_ scores: [Int32], _ count: Int) -> Int {
    var best = 0
    for c in 1..<count where scores[c] > scores[best] { best = c }
    return best
  }
}
