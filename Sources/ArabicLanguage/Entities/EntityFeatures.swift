/// Features of one token's entity label.
package enum EntityFeatures {
  /// Writes the features of token `i`. Without `identity` only its context counts: so one learns what names stand
  /// next to, to judge words of raw text by their contexts.
  package static func extract(
    _ x: EntityInput, _ i: Int, identity: Bool = true, into vector: inout FeatureVector
  ) {
    var out = vector.rewrite()
    defer { vector.finish(out) }
    let left = x.at(x.stems, i - 1)
    let right = x.at(x.stems, i + 1)
    let leftTag = x.at(x.tags, i - 1)
    let rightTag = x.at(x.tags, i + 1)
    let clitics = x.clitics[i]
    out.add(400, 0)
    out.add(401, left)
    out.add(402, right)
    out.add(403, x.at(x.stems, i - 2))
    out.add(404, x.at(x.stems, i + 2))
    out.add(405, left, x.at(x.stems, i - 2))
    out.add(406, right, x.at(x.stems, i + 2))
    out.add(407, left, right)
    out.add(408, leftTag, rightTag)
    out.add(409, leftTag, x.at(x.tags, i - 2))
    out.add(410, rightTag, x.at(x.tags, i + 2))
    out.add(411, x.at(x.fine, i - 1))
    out.add(412, x.at(x.fine, i + 1))
    out.add(413, x.at(x.fine, i - 2))
    out.add(414, x.at(x.fine, i + 2))
    out.add(415, x.at(x.fine, i - 1), x.at(x.fine, i - 2))
    out.add(416, x.at(x.fine, i + 1), x.at(x.fine, i + 2))
    out.add(417, x.at(x.coarse, i - 1), x.at(x.coarse, i + 1))
    out.add(418, clitics)
    out.add(419, clitics, left)
    out.add(420, x.at(x.suffixes, (i - 1) * 4 + 1), leftTag)
    out.add(421, x.at(x.suffixes, (i + 1) * 4 + 1), rightTag)
    guard identity else { return }
    let stem = x.stems[i]
    let tag = x.tags[i]
    let fine = x.fine[i]
    let coarse = x.coarse[i]
    let prior = x.priors[i]
    out.add(430, stem)
    out.add(431, x.surfaces[i])
    out.add(432, stem, clitics)
    out.add(433, left, stem)
    out.add(434, stem, right)
    out.add(435, left, stem, right)
    out.add(436, tag)
    out.add(437, tag, leftTag)
    out.add(438, tag, rightTag)
    out.add(439, tag, leftTag, rightTag)
    out.add(440, fine)
    out.add(441, coarse)
    out.add(442, fine, x.at(x.fine, i - 1))
    out.add(443, fine, x.at(x.fine, i + 1))
    out.add(444, coarse, x.at(x.coarse, i - 1), x.at(x.coarse, i + 1))
    for length in 0..<4 {
      out.add(445 + UInt64(length), x.prefixes[i * 4 + length])
      out.add(450 + UInt64(length), x.suffixes[i * 4 + length])
    }
    out.add(455, x.shapes[i], tag)
    out.add(456, x.at(x.shapes, i - 1), x.shapes[i], x.at(x.shapes, i + 1))
    out.add(457, x.frequencies[i], tag)
    out.add(458, x.frequencies[i], fine)
    out.add(459, left, fine)
    out.add(460, fine, right)
    out.add(461, left, coarse)
    out.add(462, coarse, right)
    out.add(463, i == 0 ? 1 : 0, coarse)
    out.add(464, prior)
    out.add(465, prior, x.at(x.priors, i - 1))
    out.add(466, prior, x.at(x.priors, i + 1))
    out.add(467, x.at(x.priors, i - 1))
    out.add(468, x.at(x.priors, i + 1))
    out.add(469, prior, coarse)
    out.add(470, prior, left)
    out.add(471, prior, tag)
    out.add(472, prior, x.at(x.priors, i - 1), x.at(x.priors, i + 1))
    out.add(473, tag, x.suffixes[i * 4 + 1], leftTag)
    out.add(474, x.repeats[i])
    out.add(475, x.repeats[i], coarse)
    out.add(476, x.repeats[i], x.at(x.repeats, i - 1))
    out.add(477, x.repeats[i], x.at(x.repeats, i + 1))
    out.add(478, x.repeats[i], prior)
    let belief = x.beliefs[i]
    out.add(483, belief)
    out.add(484, belief, x.at(x.beliefs, i - 1))
    out.add(485, belief, x.at(x.beliefs, i + 1))
    out.add(486, x.at(x.beliefs, i - 1))
    out.add(487, x.at(x.beliefs, i + 1))
    out.add(488, belief, coarse)
    out.add(489, belief, left)
    out.add(490, belief, tag)
    out.add(491, belief, prior)
    out.add(492, belief, x.at(x.beliefs, i - 1), x.at(x.beliefs, i + 1))
    out.add(493, belief, right)
    out.add(479, x.at(x.fine, i - 1), fine, x.at(x.fine, i + 1))
    out.add(480, x.at(x.coarse, i - 2), x.at(x.coarse, i - 1), coarse)
    out.add(481, coarse, x.at(x.coarse, i + 1), x.at(x.coarse, i + 2))
    out.add(482, x.at(x.stems, i - 2), left, stem)
  }
}
