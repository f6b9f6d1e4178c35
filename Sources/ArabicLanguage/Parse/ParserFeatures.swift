/// The words of a sentence as the parser sees them: hashes, tags, affixes and clusters by position.
package struct ParserInput: Sendable {
  package private(set) var words: [UInt64] = []
  package private(set) var tags: [UInt64] = []
  package private(set) var affixes: [UInt64] = []
  package private(set) var clusters: [UInt64] = []
  package private(set) var fine: [UInt64] = []

  package init() {}

  package var count: Int { words.count }

  /// Takes over a tagged sentence. O(words).
  package mutating func load(_ sentence: WordSequence, tags newTags: [UInt8]) {
    words.removeAll(keepingCapacity: true)
    tags.removeAll(keepingCapacity: true)
    affixes.removeAll(keepingCapacity: true)
    clusters.removeAll(keepingCapacity: true)
    fine.removeAll(keepingCapacity: true)
    for i in 0..<sentence.count {
      words.append(sentence.hash(i))
      tags.append(UInt64(newTags[i]) + 1)
      let letters = sentence.words[i]
      let definite: UInt64 = letters.starts(with: [LetterCode.alef, LetterCode.lam]) ? 1 : 0
      let last = UInt64(letters.last ?? 0)
      let beforeLast = letters.count > 3 ? UInt64(letters[letters.endIndex - 2]) : 0
      affixes.append(definite | last << 1 | beforeLast << 9)
      clusters.append(sentence.coarse(i))
      fine.append(sentence.fine(i))
    }
  }

  @inline(__always) func word(_ i: Int) -> UInt64 { i < 0 ? 3 : i < words.count ? words[i] : 5 }
  @inline(__always) func tag(_ i: Int) -> UInt64 { i < 0 ? 30 : i < tags.count ? tags[i] : 31 }
  @inline(__always) func affix(_ i: Int) -> UInt64 { i < 0 ? 3 : i < affixes.count ? affixes[i] : 5 }
  @inline(__always) func cluster(_ i: Int) -> UInt64 { i < 0 ? 301 : i < clusters.count ? clusters[i] : 302 }
  @inline(__always) func fine(_ i: Int) -> UInt64 { i < 0 ? 30001 : i < fine.count ? fine[i] : 30002 }
}

/// Features of a parser state; the templates of Zhang & Nivre 2011, with affixes and clusters.
package enum ParserFeatures {
  package static func extract(_ state: ParserState, _ x: ParserInput, into vector: inout FeatureVector) {
    var out = vector.rewrite()
    let s0 = state.top(0)
    let s1 = state.top(1)
    let s2 = state.top(2)
    let b0 = state.next
    let b1 = min(b0 + 1, x.count)
    let b2 = min(b0 + 2, x.count)
    let s0w = x.word(s0)
    let s1w = x.word(s1)
    let b0w = x.word(b0)
    let s0t = x.tag(s0)
    let s1t = x.tag(s1)
    let s2t = x.tag(s2)
    let b0t = x.tag(b0)
    let b1t = x.tag(b1)
    let b2t = x.tag(b2)
    let s0a = x.affix(s0)
    let s1a = x.affix(s1)
    let b0a = x.affix(b0)
    let near = distance(s0, b0)
    let far = distance(s1, s0)
    let tags = s0t | s1t << 5 | b0t << 10
    out.add(200, s0w, s0t)
    out.add(201, s0t)
    out.add(202, s1w, s1t)
    out.add(203, s1t)
    out.add(204, b0w, b0t)
    out.add(205, b0t)
    out.add(206, x.word(b1), b1t)
    out.add(207, b1t, b2t)
    out.add(208, s0w, b0w)
    out.add(209, s0w, s0t, b0t)
    out.add(210, b0w, s0t, b0t)
    out.add(211, s0t, b0t)
    out.add(212, s1w, s0w)
    out.add(213, s1w, s1t, s0t)
    out.add(214, s0w, s1t, s0t)
    out.add(215, s1t, s0t)
    out.add(216, s0t, b0t, b1t)
    out.add(217, s0t, b0t, b1t, b2t)
    out.add(218, tags)
    out.add(219, tags, b1t)
    out.add(220, tags, s2t)
    out.add(221, s1t, s0t, s2t)
    out.add(222, s0w, tags)
    out.add(223, s1w, tags)
    out.add(224, b0w, tags)
    let s0l = state.leftmost(s0)
    let s0r = state.rightmost(s0)
    let s1r = state.rightmost(s1)
    let s1l = state.leftmost(s1)
    let b0l = state.leftmost(b0)
    out.add(225, tags, x.tag(s0l))
    out.add(226, tags, x.tag(s0r))
    out.add(227, tags, x.tag(s1r))
    out.add(228, tags, x.tag(s1l))
    out.add(229, tags, x.tag(b0l))
    out.add(230, s0t, x.tag(s0l), x.tag(state.secondLeftmost(s0)))
    out.add(231, s0t, x.tag(s0r), x.tag(state.secondRightmost(s0)))
    out.add(232, s1t, x.tag(s1r), x.tag(state.secondRightmost(s1)))
    out.add(233, b0t, x.tag(b0l), x.tag(state.secondLeftmost(b0)))
    out.add(234, s0t, x.word(s0l))
    out.add(235, s0t, x.word(s0r))
    out.add(236, s1t, x.word(s1r), s0t)
    out.add(237, s1t, x.word(s1l), s0t)
    out.add(238, b0t, x.word(b0l), s0t)
    out.add(239, tags, near)
    out.add(240, tags, far)
    out.add(241, s0w, near, b0t)
    out.add(242, s0w, s0t, state.leftCount(s0), state.rightCount(s0))
    out.add(243, s1w, s1t, state.leftCount(s1), state.rightCount(s1))
    out.add(244, s1t, s0t, state.rightCount(s1), far)
    out.add(245, b0t, s0t, state.leftCount(b0), near)
    out.add(246, s0a, b0a, s0t | b0t << 5)
    out.add(247, s1a, s0a, s0t | s1t << 5)
    out.add(248, s0a, tags)
    out.add(249, s1a, tags)
    out.add(250, b0a, tags)
    out.add(251, x.cluster(s0), x.cluster(b0), s0t | b0t << 5)
    out.add(252, x.cluster(s1), x.cluster(s0), s0t | s1t << 5)
    out.add(253, x.fine(s0), tags)
    out.add(254, x.fine(s1), tags)
    out.add(255, x.fine(b0), tags)
    out.add(256, x.cluster(s1), x.cluster(s0), x.cluster(b0), tags)
    out.add(257, s0a, b0a, s1a, tags)
    out.add(258, s0t, b0t, x.tag(b0 - 1), x.tag(s0 + 1))
    out.add(259, s1t, s0t, x.tag(s1 + 1), x.tag(s0 < 0 ? -1 : s0 - 1))
    out.add(260, x.word(b1), tags)
    out.add(261, x.tag(state.leftmost(s0r)), x.tag(s0r), s0t, b0t)
    out.add(262, x.fine(s0), b0w)
    out.add(263, x.fine(s1), s0w)
    out.add(264, s1w, x.fine(s0))
    out.add(265, x.fine(s1), x.fine(s0))
    out.add(266, s1t, x.word(s0l), x.fine(s1))
    out.add(267, x.word(s0l), s1w)
    vector.finish(out)
  }

  private static func distance(_ a: Int, _ b: Int) -> UInt64 {
    guard a >= 0 else { return 9 }
    let gap = abs(b - a)
    return UInt64(gap < 5 ? gap : gap < 10 ? 5 : gap < 20 ? 6 : 7)
  }
}
