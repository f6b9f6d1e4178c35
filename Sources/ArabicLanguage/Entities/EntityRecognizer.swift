import LinguisticAnnotation

/// Labels the orthographic words of a sentence with named entities: linear scores, best sequence.
package struct EntityRecognizer: Sendable {
  package private(set) var weights: WeightTable
  package let transitions: [Int32]
  /// How much of a token it sees.
  package let sight: EntityFeatures.Sight

  /// Added to the score of every label but outside: it trades precision for recall.
  package var inclination: Int32 = 0

  package init(weights: WeightTable, transitions: [Int32], sight: EntityFeatures.Sight = .whole) {
    self.weights = weights
    self.transitions = transitions
    self.sight = sight
  }

  /// Leaves out the rows whose every weight is below `threshold`.
  package mutating func prune(below threshold: Int) { weights = weights.pruned(below: threshold) }

  /// Buffers of one thread, kept between sentences.
  package struct Workspace: Sendable {
    var features = FeatureVector()
    var row: [Int32] = []
    var scores: [Int32] = []
    /// One a recogniser, since a decoder takes over what it is to decode by.
    var decoders: [LabelDecoder] = []
    /// For the two passes of `EntityModel`: the second's scores, and its sums over what both passes see alike, of all
    /// tokens of a text.
    var second: [Int32] = []
    var bases: [Int32] = []
    /// What single tokens give to each decision of a sentence, in either pass.
    var shares = WordShares()
    package init() {}
  }

  /// The label of every token. O(tokens × features × labels).
  package func labels(_ input: EntityInput, _ work: inout Workspace) -> [Int] {
    work.scores.removeAll(keepingCapacity: true)
    for i in 0..<input.count {
      EntityFeatures.extract(input, i, sight: sight, into: &work.features)
      weights.score(work.features, into: &work.row)
      work.row[0] &-= inclination
      work.scores.append(contentsOf: work.row[..<EntityLabel.count])
    }
    return best(input.count, &work)
  }

  /// The best sequence of labels for `work.scores`.
  func best(_ tokens: Int, _ work: inout Workspace) -> [Int] {
    if let known = work.decoders.firstIndex(where: { $0.transitions == transitions }) {
      return work.decoders[known].decode(work.scores, tokens: tokens)
    }
    var decoder = LabelDecoder(transitions: transitions)
    let labels = decoder.decode(work.scores, tokens: tokens)
    if work.decoders.count < 2 { work.decoders.append(decoder) }
    return labels
  }
}
