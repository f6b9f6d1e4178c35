/// Features of the relation between a word and its head, given the whole unlabelled tree.
package enum RelationFeatures {
  package static func extract(
    _ i: Int, heads: [Int], _ x: ParserInput, leftmost: [Int], rightmost: [Int],
    into vector: inout FeatureVector
  ) {
    var out = vector.rewrite()
    let h = heads[i]
    let side: UInt64 = h == x.count ? 2 : h < i ? 0 : 1
    let w = x.word(i)
    let t = x.tag(i)
    let hw = x.word(h)
    let ht = x.tag(h)
    let a = x.affix(i)
    let ha = x.affix(h)
    let gap = UInt64(min(abs(h - i), 8))
    let first = leftmost[i]
    let last = rightmost[i]
    let grand = h < x.count ? heads[h] : -1
    let pair = t | ht << 5 | side << 10
    out.add(300, pair)
    out.add(301, w, pair)
    out.add(302, hw, pair)
    out.add(303, w, hw)
    out.add(304, a, pair)
    out.add(305, ha, pair)
    out.add(306, a, ha, pair)
    out.add(307, gap, pair)
    out.add(308, x.word(first), pair)
    out.add(309, x.tag(first), pair)
    out.add(310, x.tag(first), x.word(first), hw)
    out.add(311, x.tag(last), pair)
    out.add(312, x.tag(grand), pair)
    out.add(313, x.cluster(i), pair)
    out.add(314, x.cluster(h), pair)
    out.add(315, x.fine(i), pair)
    out.add(316, x.fine(h), pair)
    out.add(317, x.cluster(i), x.cluster(h), pair)
    out.add(318, x.tag(i - 1), x.tag(i + 1), pair)
    out.add(319, x.tag(h < x.count ? h - 1 : -1), x.tag(h + 1), pair)
    out.add(320, x.word(i - 1), pair)
    out.add(321, x.word(i + 1), pair)
    let firstOfHead = leftmost[h]
    let lastOfHead = rightmost[h]
    out.add(322, x.tag(firstOfHead), x.tag(lastOfHead), pair)
    out.add(323, firstOfHead == i ? 1 : 0, lastOfHead == i ? 1 : 0, pair)
    out.add(324, x.word(firstOfHead), pair, firstOfHead == i ? 1 : 0)
    out.add(325, w)
    out.add(326, hw, x.word(first), t)
    out.add(327, x.fine(i), hw)
    out.add(328, x.fine(h), w)
    out.add(329, x.word(first), a, pair)
    let between = sibling(i, heads)
    out.add(330, x.tag(between), pair)
    out.add(331, x.tag(between), x.word(first), pair)
    out.add(332, x.cluster(between), a, pair)
    vector.finish(out)
  }

  /// The nearest dependant of the same head between it and word `i`, or -1.
  private static func sibling(_ i: Int, _ heads: [Int]) -> Int {
    let h = heads[i]
    guard h < heads.count else { return -1 }
    var at = i + (h < i ? -1 : 1)
    while at != h {
      if heads[at] == h { return at }
      at += h < i ? -1 : 1
    }
    return -1
  }
}
