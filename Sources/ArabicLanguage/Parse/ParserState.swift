/// The state of an arc-hybrid transition parser (Kuhlmann, Gómez-Rodríguez & Satta 2011): a stack, the next word, and
/// the arcs so far. Word `count` is the artificial root; it stands after the last word.
package struct ParserState: Sendable {
  /// What the parser may do next.
  package enum Transition: Int, Sendable, CaseIterable {
    /// Push the next word.
    case shift
    /// The next word (or the root) becomes the head of the stack's top, which is popped.
    case left
    /// The second on the stack becomes the head of the top, which is popped.
    case right
  }

  package private(set) var count = 0
  package private(set) var stack: [Int] = []
  /// The next word; `count` means only the root is left.
  package private(set) var next = 0
  /// Head of every word, -1 while unknown; `count` is the root.
  package private(set) var heads: [Int] = []
  /// First and second leftmost and rightmost dependants, -1 where none: four a word (and for the root).
  private var edges: [Int] = []
  private var leftCounts: [UInt8] = []
  private var rightCounts: [UInt8] = []

  package init() {}

  package mutating func start(count: Int) {
    self.count = count
    stack.removeAll(keepingCapacity: true)
    next = 0
    Self.fill(&heads, -1, count)
    Self.fill(&edges, -1, (count + 1) * 4)
    Self.fill(&leftCounts, 0, count + 1)
    Self.fill(&rightCounts, 0, count + 1)
  }

  private static func fill<T>(_ array: inout [T], _ value: T, _ count: Int) {
    array.removeAll(keepingCapacity: true)
    array.append(contentsOf: repeatElement(value, count: count))
  }

  package var isFinal: Bool { next == count && stack.isEmpty }

  /// The stack's item `depth` below the top, or -1.
  package func top(_ depth: Int) -> Int { depth < stack.count ? stack[stack.count - 1 - depth] : -1 }

  package func leftmost(_ word: Int) -> Int { word < 0 ? -1 : edges[word * 4] }
  package func secondLeftmost(_ word: Int) -> Int { word < 0 ? -1 : edges[word * 4 + 1] }
  package func rightmost(_ word: Int) -> Int { word < 0 ? -1 : edges[word * 4 + 2] }
  package func secondRightmost(_ word: Int) -> Int { word < 0 ? -1 : edges[word * 4 + 3] }
  package func leftCount(_ word: Int) -> UInt64 { word < 0 ? 99 : UInt64(min(leftCounts[word], 6)) }
  package func rightCount(_ word: Int) -> UInt64 { word < 0 ? 99 : UInt64(min(rightCounts[word], 6)) }

  /// Whether the transition may be taken. The root takes one dependant only, when nothing else is left.
  package func allows(_ transition: Transition) -> Bool {
    switch transition {
    case .shift: next < count
    case .left: !stack.isEmpty && (next < count || stack.count == 1)
    case .right: stack.count >= 2
    }
  }

  /// The transition that may be taken, if it is the only one: its score does not matter.
  package var onlyTransition: Transition? {
    if stack.isEmpty { return .shift }
    return next < count ? nil : stack.count == 1 ? .left : .right
  }

  package mutating func apply(_ transition: Transition) {
    switch transition {
    case .shift:
      stack.append(next)
      next += 1
    case .left:
      if let word = stack.popLast() { attach(word, to: next) }
    case .right:
      if let word = stack.popLast(), let head = stack.last { attach(word, to: head) }
    }
  }

  private mutating func attach(_ word: Int, to head: Int) {
    heads[word] = head
    if word < head {
      edges[head * 4 + 1] = edges[head * 4]
      edges[head * 4] = word
      leftCounts[head] &+= 1
    } else {
      edges[head * 4 + 3] = edges[head * 4 + 2]
      edges[head * 4 + 2] = word
      rightCounts[head] &+= 1
    }
  }

  /// How many arcs of the gold tree each transition makes unreachable, in the order of `Transition`; -1 where it is not
  /// allowed. After Goldberg & Nivre 2013, section 4.2. O(words).
  package func costs(gold: [Int]) -> (shift: Int, left: Int, right: Int) {
    var costs = (shift: -1, left: -1, right: -1)
    let s0 = top(0)
    let s1 = top(1)
    if allows(.shift) {
      var cost = 0
      for word in stack {
        if gold[word] == next { cost += 1 }
        if word != s0, gold[next] == word { cost += 1 }
      }
      costs.shift = cost
    }
    guard s0 >= 0 else { return costs }
    var lostDependants = 0
    if next < count { for word in next..<count where gold[word] == s0 { lostDependants += 1 } }
    if allows(.left) {
      let head = gold[s0]
      costs.left = lostDependants + (head != next && (head == s1 || head > next) ? 1 : 0)
    }
    if allows(.right) {
      costs.right = lostDependants + (gold[s0] >= next ? 1 : 0)
    }
    return costs
  }
}
