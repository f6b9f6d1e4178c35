/// Features of one word's part of speech, given the tags already chosen to its left.
///
/// They fall into parts: what hangs on one word alone, in each of its roles, and what hangs on several or on tags.
package enum TagFeatures {
  /// Writes the features of word `i` with the two tags before it into `out`; without those that tell which word it
  /// is, where it is to be met as an unknown one.
  package static func extract(
    _ s: WordSequence, _ i: Int, previous: UInt64, second: UInt64, knowsWord: Bool = true,
    into vector: inout FeatureVector
  ) {
    var out = vector.rewrite()
    defer { vector.finish(out) }
    for role in WordRole.allCases { alone(s, i + role.distance, role, knowsWord: knowsWord, into: &out) }
    together(s, i, previous: previous, second: second, knowsWord: knowsWord, into: &out)
  }

  /// Writes only the features that word `w` alone gives to a decision in which it has a role: functions of its letters
  /// (that is, of what `key` holds) and of how it is joined.
  static func extractAlone(_ s: WordSequence, _ w: Int, _ role: WordRole, into vector: inout FeatureVector) {
    var out = vector.rewrite()
    defer { vector.finish(out) }
    alone(s, w, role, knowsWord: true, into: &out)
  }

  /// Writes only the others.
  static func extractTogether(
    _ s: WordSequence, _ i: Int, previous: UInt64, second: UInt64, into vector: inout FeatureVector
  ) {
    var out = vector.rewrite()
    defer { vector.finish(out) }
    together(s, i, previous: previous, second: second, knowsWord: true, into: &out)
  }

  /// All that `extractAlone` hangs on.
  static func key(_ s: WordSequence, _ w: Int) -> WordShares.Key {
    WordShares.Key(
      s.hash(w), s.prefix(w, 4), s.suffix(w, 4), s.attachment(w), UInt64(min(12, s.words[w].count)), 0, 0, 0)
  }

  @inline(__always)
  private static func alone(
    _ s: WordSequence, _ w: Int, _ role: WordRole, knowsWord: Bool, into out: inout FeatureVector.Writer
  ) {
    switch role {
    case .own:
      let attachment = s.attachment(w)
      out.add(50, 0)
      if knowsWord {
        out.add(51, s.hash(w))
        out.add(52, s.hash(w), attachment)
      }
      out.add(53, s.prefix(w, 1))
      out.add(54, s.prefix(w, 2))
      out.add(55, s.prefix(w, 3))
      out.add(56, s.prefix(w, 4))
      out.add(57, s.suffix(w, 1))
      out.add(58, s.suffix(w, 2))
      out.add(59, s.suffix(w, 3))
      out.add(60, s.suffix(w, 4))
      out.add(77, s.prefix(w, 2), s.suffix(w, 2))
      out.add(78, s.prefix(w, 3), s.suffix(w, 1))
      out.add(82, s.fine(w))
      out.add(83, s.coarse(w))
      out.add(90, s.fine(w), attachment)
      out.add(91, UInt64(s.frequency[w]), s.prefix(w, 2), s.suffix(w, 1))
      out.add(92, UInt64(min(12, s.words[w].count)), s.prefix(w, 2), s.suffix(w, 2))
      out.add(101, s.fine(w), s.suffix(w, 2))
    case .before:
      out.add(61, s.hash(w))
      out.add(71, s.suffix(w, 2))
      out.add(84, s.fine(w))
    case .after:
      out.add(62, s.hash(w))
      out.add(72, s.suffix(w, 2))
      out.add(73, s.prefix(w, 2))
      out.add(74, s.prefix(w, 3))
      out.add(75, s.suffix(w, 3))
      out.add(85, s.fine(w))
    }
  }

  @inline(__always)
  private static func together(
    _ s: WordSequence, _ i: Int, previous: UInt64, second: UInt64, knowsWord: Bool,
    into out: inout FeatureVector.Writer
  ) {
    let word = s.hash(i)
    let left = s.hash(i - 1)
    let right = s.hash(i + 1)
    let attachment = s.attachment(i)
    if knowsWord {
      out.add(65, left, word)
      out.add(66, word, right)
      out.add(69, previous, word)
      out.add(70, previous, second, word)
      out.add(99, s.fine(i - 1), word)
      out.add(100, word, s.fine(i + 1))
    }
    out.add(63, s.hash(i - 2))
    out.add(64, s.hash(i + 2))
    out.add(97, s.fine(i - 2))
    out.add(98, s.fine(i + 2))
    out.add(67, previous)
    out.add(68, previous, second)
    out.add(76, attachment, previous)
    out.add(79, previous, s.suffix(i, 2))
    out.add(80, previous, s.prefix(i, 2))
    out.add(81, previous, s.suffix(i, 3))
    out.add(86, s.coarse(i - 1), s.coarse(i))
    out.add(87, s.coarse(i), s.coarse(i + 1))
    out.add(88, previous, s.coarse(i))
    out.add(89, previous, s.coarse(i + 1))
    out.add(93, left, right)
    out.add(94, s.hash(i - 2), left)
    out.add(95, right, s.hash(i + 2))
    out.add(96, s.coarse(i - 1), s.coarse(i), s.coarse(i + 1))
    out.add(102, s.attachment(i + 1), s.prefix(i, 3))
    out.add(103, s.attachment(i - 1), attachment, s.prefix(i, 2))
  }
}
