/// Features of one token's entity label.
package enum EntityFeatures {
  /// How much of a token is seen.
  package enum Sight: Sendable {
    /// Its context alone: so one learns what names stand next to, to judge words of raw text by their contexts.
    case context
    /// What is known of the word, but not which it is: training sees some tokens so, as most names of a new text are
    /// new.
    case unknownWord
    /// All.
    case whole
  }

  /// Writes the features of token `i`. Their number is bounded by the templates alone.
  package static func extract(
    _ x: EntityInput, _ i: Int, sight: Sight = .whole, into vector: inout FeatureVector
  ) {
    var out = vector.rewrite()
    defer { vector.finish(out) }
    constant(x, i, sight, into: &out)
    if sight != .context { changing(x, i, into: &out) }
  }

  /// Writes only those that hang on what the first pass made of the text: all others are `extractConstant`'s.
  static func extractChanging(_ x: EntityInput, _ i: Int, sight: Sight, into vector: inout FeatureVector) {
    var out = vector.rewrite()
    defer { vector.finish(out) }
    if sight != .context { changing(x, i, into: &out) }
  }

  /// The features of token `i` that are the same in both passes.
  private static func constant(
    _ x: EntityInput, _ i: Int, _ sight: Sight, into out: inout FeatureVector.Writer
  ) {
    for role in WordRole.allCases { alone(x, i + role.distance, role, sight, into: &out) }
    together(x, i, sight, into: &out)
  }

  /// Writes only those features of a decision that token `w` gives it alone, in a role: functions of what `key` holds.
  static func extractAlone(
    _ x: EntityInput, _ w: Int, _ role: WordRole, sight: Sight, into vector: inout FeatureVector
  ) {
    var out = vector.rewrite()
    defer { vector.finish(out) }
    alone(x, w, role, sight, into: &out)
  }

  /// Writes the others that are the same in both passes.
  static func extractTogether(_ x: EntityInput, _ i: Int, sight: Sight, into vector: inout FeatureVector) {
    var out = vector.rewrite()
    defer { vector.finish(out) }
    together(x, i, sight, into: &out)
  }

  /// All that `extractAlone` hangs on: what statistics and lists of single words say is a function of the stem.
  static func key(_ x: EntityInput, _ w: Int) -> WordShares.Key {
    WordShares.Key(
      x.stems[w], x.surfaces[w], x.clitics[w], x.prefixes[w * 4 + 3], x.suffixes[w * 4 + 3], x.shapes[w],
      x.tags[w],
      0)
  }

  @inline(__always)
  private static func alone(
    _ x: EntityInput, _ w: Int, _ role: WordRole, _ sight: Sight, into out: inout FeatureVector.Writer
  ) {
    switch role {
    case .before:
      out.add(401, x.at(x.stems, w))
      out.add(411, x.at(x.fine, w))
      out.add(420, x.at(x.suffixes, w * 4 + 1), x.at(x.tags, w))
      guard sight != .context else { return }
      out.add(467, x.at(x.priors, w))
      out.add(486, x.at(x.beliefs, w))
    case .after:
      out.add(402, x.at(x.stems, w))
      out.add(412, x.at(x.fine, w))
      out.add(421, x.at(x.suffixes, w * 4 + 1), x.at(x.tags, w))
      guard sight != .context else { return }
      out.add(468, x.at(x.priors, w))
      out.add(487, x.at(x.beliefs, w))
    case .own:
      out.add(400, 0)
      out.add(418, x.clitics[w])
      guard sight != .context else { return }
      let (tag, fine, coarse) = (x.tags[w], x.fine[w], x.coarse[w])
      let (prior, belief) = (x.priors[w], x.beliefs[w])
      if sight == .whole {
        out.add(430, x.stems[w])
        out.add(431, x.surfaces[w])
        out.add(432, x.stems[w], x.clitics[w])
      }
      out.add(436, tag)
      out.add(440, fine)
      out.add(441, coarse)
      for length in 0..<(sight == .whole ? 4 : 3) {
        out.add(445 + UInt64(length), x.prefixes[w * 4 + length])
        out.add(450 + UInt64(length), x.suffixes[w * 4 + length])
      }
      out.add(455, x.shapes[w], tag)
      out.add(457, x.frequencies[w], tag)
      out.add(458, x.frequencies[w], fine)
      out.add(464, prior)
      out.add(469, prior, coarse)
      out.add(471, prior, tag)
      out.add(483, belief)
      out.add(488, belief, coarse)
      out.add(490, belief, tag)
      out.add(491, belief, prior)
    }
  }

  @inline(__always)
  private static func together(
    _ x: EntityInput, _ i: Int, _ sight: Sight, into out: inout FeatureVector.Writer
  ) {
    let left = x.at(x.stems, i - 1)
    let right = x.at(x.stems, i + 1)
    let leftTag = x.at(x.tags, i - 1)
    let rightTag = x.at(x.tags, i + 1)
    let clitics = x.clitics[i]
    out.add(403, x.at(x.stems, i - 2))
    out.add(404, x.at(x.stems, i + 2))
    out.add(405, left, x.at(x.stems, i - 2))
    out.add(406, right, x.at(x.stems, i + 2))
    out.add(407, left, right)
    out.add(408, leftTag, rightTag)
    out.add(409, leftTag, x.at(x.tags, i - 2))
    out.add(410, rightTag, x.at(x.tags, i + 2))
    out.add(413, x.at(x.fine, i - 2))
    out.add(414, x.at(x.fine, i + 2))
    out.add(415, x.at(x.fine, i - 1), x.at(x.fine, i - 2))
    out.add(416, x.at(x.fine, i + 1), x.at(x.fine, i + 2))
    out.add(417, x.at(x.coarse, i - 1), x.at(x.coarse, i + 1))
    out.add(419, clitics, left)
    guard sight != .context else { return }
    let stem = x.stems[i]
    let tag = x.tags[i]
    let fine = x.fine[i]
    let coarse = x.coarse[i]
    let prior = x.priors[i]
    if sight == .whole {
      out.add(433, left, stem)
      out.add(434, stem, right)
      out.add(435, left, stem, right)
      out.add(482, x.at(x.stems, i - 2), left, stem)
    }
    out.add(437, tag, leftTag)
    out.add(438, tag, rightTag)
    out.add(439, tag, leftTag, rightTag)
    out.add(442, fine, x.at(x.fine, i - 1))
    out.add(443, fine, x.at(x.fine, i + 1))
    out.add(444, coarse, x.at(x.coarse, i - 1), x.at(x.coarse, i + 1))
    out.add(456, x.at(x.shapes, i - 1), x.shapes[i], x.at(x.shapes, i + 1))
    out.add(459, left, fine)
    out.add(460, fine, right)
    out.add(461, left, coarse)
    out.add(462, coarse, right)
    out.add(463, i == 0 ? 1 : 0, coarse)
    out.add(465, prior, x.at(x.priors, i - 1))
    out.add(466, prior, x.at(x.priors, i + 1))
    out.add(470, prior, left)
    out.add(472, prior, x.at(x.priors, i - 1), x.at(x.priors, i + 1))
    out.add(473, tag, x.suffixes[i * 4 + 1], leftTag)
    let belief = x.beliefs[i]
    out.add(484, belief, x.at(x.beliefs, i - 1))
    out.add(485, belief, x.at(x.beliefs, i + 1))
    out.add(489, belief, left)
    out.add(492, belief, x.at(x.beliefs, i - 1), x.at(x.beliefs, i + 1))
    out.add(493, belief, right)
    out.add(479, x.at(x.fine, i - 1), fine, x.at(x.fine, i + 1))
    out.add(480, x.at(x.coarse, i - 2), x.at(x.coarse, i - 1), coarse)
    out.add(481, coarse, x.at(x.coarse, i + 1), x.at(x.coarse, i + 2))
    pairs(x, i, into: &out)
    lists(x, i, left, into: &out)
  }

  /// What raw text says of the token beside its neighbours.
  private static func pairs(_ x: EntityInput, _ i: Int, into out: inout FeatureVector.Writer) {
    let behind = x.behind[i]
    let ahead = x.ahead[i]
    let before = x.at(x.ahead, i - 1)
    let after = x.at(x.behind, i + 1)
    guard behind | ahead != 0 else { return }
    out.add(540, behind)
    out.add(541, ahead)
    out.add(542, behind, ahead)
    out.add(543, behind, x.beliefs[i])
    out.add(544, ahead, x.beliefs[i])
    out.add(545, x.at(x.behind, i - 1), ahead)
    out.add(546, behind, x.at(x.ahead, i + 1))
    out.add(547, before)
    out.add(548, after)
    out.add(549, behind, ahead, x.beliefs[i])
  }

  /// What lists say of the token and its neighbours. Most tokens stand in none.
  private static func lists(_ x: EntityInput, _ i: Int, _ left: UInt64, into out: inout FeatureVector.Writer)
  {
    let own = x.listed[i]
    let before = x.at(x.listed, i - 1)
    let after = x.at(x.listed, i + 1)
    guard own != 0 || (i > 0 && before != 0) || (i + 1 < x.count && after != 0) else { return }
    let coarse = x.coarse[i]
    out.add(510, own)
    out.add(511, own, before)
    out.add(512, own, after)
    out.add(513, before, after)
    out.add(514, own, coarse)
    out.add(515, own, left)
    out.add(516, own, x.beliefs[i])
    out.add(517, own, before, after)
    out.add(518, before)
    out.add(519, after)
    bits(own) { bit in
      out.add(520, bit)
      out.add(521, bit, x.tags[i])
      out.add(522, bit, x.fine[i])
    }
    if i > 0 {
      bits(before) { bit in
        out.add(523, bit)
        out.add(525, bit, coarse)
      }
    }
    if i + 1 < x.count {
      bits(after) { bit in
        out.add(524, bit)
        out.add(526, bit, coarse)
      }
    }
  }

  /// The set bits, the first eight of them: so a decision's features stay bounded.
  private static func bits(_ set: UInt64, _ body: (UInt64) -> Void) {
    var rest = set
    var seen = 0
    while rest != 0, seen < 8 {
      body(UInt64(rest.trailingZeroBitCount))
      rest &= rest - 1
      seen += 1
    }
  }

  /// What the first pass made of the same word elsewhere, and of the tokens around where it saw a name.
  private static func changing(_ x: EntityInput, _ i: Int, into out: inout FeatureVector.Writer) {
    out.add(474, x.repeats[i])
    out.add(475, x.repeats[i], x.coarse[i])
    out.add(476, x.repeats[i], x.at(x.repeats, i - 1))
    out.add(477, x.repeats[i], x.at(x.repeats, i + 1))
    out.add(478, x.repeats[i], x.priors[i])
    let own = x.guesses[i]
    let before = x.at(x.guesses, i - 1)
    let after = x.at(x.guesses, i + 1)
    let farBefore = x.at(x.guesses, i - 2)
    let farAfter = x.at(x.guesses, i + 2)
    // 0 in the first pass, 1 outside of names.
    guard own > 0, own > 1 || (before | after | farBefore | farAfter) & 0xFFFE != 0 else { return }
    out.add(560, own)
    out.add(561, own, before)
    out.add(562, own, after)
    out.add(563, before, after)
    out.add(564, own, x.repeats[i])
    out.add(565, farBefore, before)
    out.add(566, after, farAfter)
    out.add(567, own, x.beliefs[i])
  }
}
