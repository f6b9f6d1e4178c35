import LinguisticAnnotation

/// Chooses gender, number, person, aspect, voice, definiteness, case … of every word: one linear model whose row holds
/// the classes of all features, so that a word costs one look-up a template.
package struct FeatureTagger: Sendable {
  package let weights: WeightTable
  private let firsts: [Int]
  private let counts: [Int]
  /// Which values the training data shows with a tag: classes a tag never has are not chosen.
  package let allowed: [UInt64]

  package init(weights: WeightTable, allowed: [UInt64]) {
    self.weights = weights
    self.allowed = allowed
    firsts = MorphologicalFeatures.Name.allCases.map(\.firstClass)
    counts = MorphologicalFeatures.Name.allCases.map { $0.values.count + 1 }
  }

  /// Buffers of one thread, kept between words.
  package struct Workspace: Sendable {
    var features = FeatureVector()
    var scores: [Int32] = []
    package init() {}
  }

  /// The features of word `i`. O(templates × classes).
  package func features(
    _ sentence: WordSequence, _ i: Int, tags: [UInt8], previous: MorphologicalFeatures,
    _ work: inout Workspace
  ) -> MorphologicalFeatures {
    var result = MorphologicalFeatures()
    let mask = allowed[Int(tags[i])]
    if mask == 0 { return result }
    Self.extract(sentence, i, tags: tags, previous: previous, into: &work.features)
    weights.score(work.features, into: &work.scores)
    for name in MorphologicalFeatures.Name.allCases {
      result[name] = best(work.scores, name.rawValue, mask)
    }
    return result
  }

  /// The best allowed value of feature number `feature`.
  package func best(_ scores: [Int32], _ feature: Int, _ mask: UInt64) -> Int {
    let first = firsts[feature]
    var best = -1
    for value in 0..<counts[feature] where mask & (1 << UInt64(first + value)) != 0 {
      if best < 0 || scores[first + value] > scores[first + best] { best = value }
    }
    return max(best, 0)
  }

  /// Writes the features of word `i`, whose left neighbour got `previous`, into `vector`.
  package static func extract(
    _ s: WordSequence, _ i: Int, tags: [UInt8], previous: MorphologicalFeatures,
    into vector: inout FeatureVector
  ) {
    func tag(_ at: Int) -> UInt64 { at < 0 ? 98 : at < tags.count ? UInt64(tags[at]) : 99 }
    var out = vector.rewrite()
    let t = tag(i)
    let word = s.hash(i)
    let around = tag(i - 1) | tag(i + 1) << 8
    out.add(600, t)
    out.add(601, word, t)
    for length in 1...4 {
      out.add(602 + UInt64(length), s.suffix(i, length), t)
      out.add(610 + UInt64(length), s.prefix(i, length), t)
    }
    out.add(620, around, t)
    out.add(621, s.hash(i - 1), t)
    out.add(622, s.hash(i + 1), t)
    out.add(623, s.fine(i), t)
    out.add(624, s.coarse(i), t)
    out.add(625, previous.bits, t)
    out.add(626, previous.bits, t, s.prefix(i, 2))
    out.add(627, previous.bits, t, s.suffix(i, 2))
    out.add(628, s.prefix(i, 2), s.suffix(i, 2), t)
    out.add(629, s.prefix(i + 1, 2), tag(i + 1), t)
    out.add(630, s.suffix(i + 1, 2), tag(i + 1), t)
    out.add(631, tag(i - 1), tag(i - 2), t)
    out.add(632, s.prefix(i - 1, 2), s.suffix(i - 1, 2), t)
    out.add(633, s.hash(i - 1), word)
    out.add(635, tag(i - 1), previous.bits, s.prefix(i, 2), tag(i + 1))
    out.add(636, s.hash(i - 2), t)
    out.add(637, s.fine(i - 1), t)
    out.add(638, s.prefix(i, 1), s.suffix(i, 3), t)
    out.add(639, tag(i - 1), tag(i - 2), tag(i - 3), t)
    out.add(640, s.suffix(i, 2), s.prefix(i + 1, 2), t)
    vector.finish(out)
  }
}
