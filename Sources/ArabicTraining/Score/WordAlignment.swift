import ArabicLanguage

/// Precision, recall and F1 of words, by the rules of the CoNLL 2018 shared task (Zeman et al. 2018): words of a
/// multi-word token match by form within the longest common subsequence, other words by position.
public struct SpanScore: Sendable, Equatable {
  /// Items in gold.
  public var gold = 0
  /// Items predicted.
  public var predicted = 0
  /// Items that agree.
  public var correct = 0

  /// Nothing counted yet.
  public init() {}

  /// Harmonic mean of precision and recall, in percent.
  public var f1: Double { gold + predicted == 0 ? 0 : 200 * Double(correct) / Double(gold + predicted) }
}

package enum WordAlignment {
  /// Pairs of (gold, predicted) word indices of one token whose forms agree: the longest common subsequence.
  package static func pairs<Form: Equatable>(_ gold: [Form], _ predicted: [Form]) -> [(Int, Int)] {
    var lengths = [[Int]](
      repeating: [Int](repeating: 0, count: predicted.count + 1), count: gold.count + 1)
    for i in gold.indices.reversed() {
      for j in predicted.indices.reversed() {
        lengths[i][j] =
          gold[i] == predicted[j]
          ? lengths[i + 1][j + 1] + 1 : max(lengths[i + 1][j], lengths[i][j + 1])
      }
    }
    var pairs: [(Int, Int)] = []
    var (i, j) = (0, 0)
    while i < gold.count, j < predicted.count {
      if gold[i] == predicted[j] {
        pairs.append((i, j))
        i += 1
        j += 1
      } else if lengths[i + 1][j] >= lengths[i][j + 1] {
        i += 1
      } else {
        j += 1
      }
    }
    return pairs
  }
}
