/// Whose turn it is among weighted choices, spread evenly: weights 3 and 1 give A A B A, not A A A B.
///
/// Source of the method: nginx's smooth weighted round-robin (nginx 1.3.1, 2012):
/// each choice gains its weight, the greatest is chosen and loses the sum.
public struct WeightedRoundRobin: Sendable {
  private let weights: [Int]
  private var credits: [Int]

  /// Choices by their weights; a weight below 1 counts as 1.
  public init(weights: [Int]) {
    self.weights = weights.map { max(1, $0) }
    credits = weights.map { _ in 0 }
  }

  /// The index of the next choice; nil where there are none. - Complexity: O(choices).
  public mutating func next() -> Int? { next { _ in true } }

  /// The index of the next choice among the eligible ones; nil where none is.
  public mutating func next(where isEligible: (Int) -> Bool) -> Int? {
    var best: Int?
    var sum = 0
    for index in weights.indices where isEligible(index) {
      credits[index] += weights[index]
      sum += weights[index]
      if best.map({ credits[index] > credits[$0] }) ?? true { best = index }
    }
    if let best { credits[best] -= sum }
    return best
  }
}
