import ArabicLanguage
import ArabicTraining
import LinguisticAnnotation
import Testing

@Suite struct ParserTests {
  /// A random projective tree: every run of words has its head at a random place.
  private func tree(_ count: Int, _ random: inout SeededGenerator) -> [Int] {
    var heads = [Int](repeating: count, count: count)
    func build(_ range: Range<Int>, _ head: Int, _ random: inout SeededGenerator) {
      guard !range.isEmpty else { return }
      let root = Int.random(in: range, using: &random)
      heads[root] = head
      build(range.lowerBound..<root, root, &random)
      build((root + 1)..<range.upperBound, root, &random)
    }
    build(0..<count, count, &random)
    return heads
  }

  @Test func `free transitions of the oracle rebuild any projective tree`() {
    var random = SeededGenerator(seed: 3)
    for count in 1...30 {
      let gold = tree(count, &random)
      var state = ParserState()
      state.start(count: count)
      while !state.isFinal {
        let costs = state.costs(gold: gold)
        let free = zip(ParserState.Transition.allCases, [costs.shift, costs.left, costs.right]).filter {
          $0.1 == 0
        }
        guard let pick = free.randomElement(using: &random) else {
          Issue.record("no transition is free for \(gold)")
          return
        }
        state.apply(pick.0)
      }
      #expect(state.heads == gold)
    }
  }

  @Test func `any transitions give a tree with one root`() {
    var random = SeededGenerator(seed: 8)
    for count in 1...40 {
      var state = ParserState()
      state.start(count: count)
      while !state.isFinal {
        let allowed = ParserState.Transition.allCases.filter(state.allows)
        guard let pick = allowed.randomElement(using: &random) else {
          Issue.record("stuck")
          return
        }
        state.apply(pick)
      }
      #expect(state.heads.count { $0 == count } == 1)
      for word in 0..<count {
        var (at, steps) = (word, 0)
        while at != count, steps <= count { (at, steps) = (state.heads[at], steps + 1) }
        #expect(at == count)
      }
    }
  }

  @Test func `version 1 trees become version 2`() {
    let reader = CoNLLUReader(
      """
      1\tقال\tقال\tVERB\t_\t_\t0\troot\t_\t_
      2\tالوزير\tوزير\tNOUN\t_\t_\t1\tnsubj\t_\t_
      3\tو\tو\tCONJ\t_\t_\t2\tcc\t_\t_
      4\tالسفير\tسفير\tNOUN\t_\t_\t2\tconj\t_\t_
      5\tكلمة\tكلمة\tNOUN\t_\t_\t1\tdobj\t_\t_
      6\tفي\tفي\tADP\t_\t_\t7\tcase\t_\t_
      7\tبيروت\tبيروت\tX\t_\t_\t1\tnmod\t_\t_

      """)
    #expect(reader.faults.isEmpty)
    let words = reader.sentences.map(VersionTwoConversion.convert).first?.words ?? []
    #expect(words.map(\.relation) == ["root", "nsubj", "cc", "conj", "obj", "case", "obl"])
    #expect(words.map(\.head) == [nil, 0, 3, 1, 0, 6, 0])
  }
}
