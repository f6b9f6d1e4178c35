/// Finds the head of every word by greedy arc-hybrid transitions, then names every arc.
package struct DependencyParser: Sendable {
  package let transitions: WeightTable
  package let relations: WeightTable
  /// Names of the relations by class.
  package let relationNames: [String]

  package init(transitions: WeightTable, relations: WeightTable, relationNames: [String]) {
    self.transitions = transitions
    self.relations = relations
    self.relationNames = relationNames
  }

  /// Buffers of one thread, kept between sentences.
  package struct Workspace: Sendable {
    package var state = ParserState()
    package var input = ParserInput()
    var features = FeatureVector()
    var scores: [Int32] = []
    var leftmost: [Int] = []
    var rightmost: [Int] = []
    package init() {}
  }

  /// Heads (the root's is the sentence's length) of a sentence loaded into `work.input`. O(words × features).
  package func heads(_ work: inout Workspace) -> [Int] {
    work.state.start(count: work.input.count)
    while !work.state.isFinal {
      if let only = work.state.onlyTransition {
        work.state.apply(only)
        continue
      }
      ParserFeatures.extract(work.state, work.input, into: &work.features)
      transitions.score(work.features, into: &work.scores)
      work.state.apply(Self.best(work.state, work.scores))
    }
    return work.state.heads
  }

  /// The allowed transition with the highest score.
  package static func best(_ state: ParserState, _ scores: [Int32]) -> ParserState.Transition {
    var best = ParserState.Transition.shift
    var highest = Int32.min
    for transition in ParserState.Transition.allCases where state.allows(transition) {
      if scores[transition.rawValue] > highest {
        highest = scores[transition.rawValue]
        best = transition
      }
    }
    return best
  }

  /// The class of every word's relation, for given heads. O(words × features × classes).
  package func relations(_ heads: [Int], _ work: inout Workspace) -> [UInt8] {
    Self.edges(heads, &work.leftmost, &work.rightmost)
    var classes: [UInt8] = []
    classes.reserveCapacity(heads.count)
    let root = relationNames.firstIndex(of: "root")
    for i in heads.indices {
      RelationFeatures.extract(
        i, heads: heads, work.input, leftmost: work.leftmost, rightmost: work.rightmost, into: &work.features)
      relations.score(work.features, into: &work.scores)
      if let root, heads[i] != heads.count { work.scores[root] = .min }
      classes.append(UInt8(Tagger.argmax(work.scores, relationNames.count)))
    }
    return classes
  }

  /// The outermost dependants of every word and the root, -1 where none.
  package static func edges(_ heads: [Int], _ leftmost: inout [Int], _ rightmost: inout [Int]) {
    leftmost.removeAll(keepingCapacity: true)
    leftmost.append(contentsOf: repeatElement(-1, count: heads.count + 1))
    rightmost.removeAll(keepingCapacity: true)
    rightmost.append(contentsOf: repeatElement(-1, count: heads.count + 1))
    for (i, h) in heads.enumerated() {
      if i < h, leftmost[h] < 0 { leftmost[h] = i }
      if i > h { rightmost[h] = i }
    }
  }
}
