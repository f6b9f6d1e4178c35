import LinguisticAnnotation

extension EntityModel {
  /// The labels of all tokens of a text. O(tokens).
  ///
  /// The two passes differ in the few features that hang on `repeats` and `guesses`. So the first looks all others up
  /// for both, and the second adds only those few: the same sums, with half the look-ups.
  package func labels(_ text: [EntityInput], _ work: inout EntityRecognizer.Workspace) -> [[Int]] {
    var inputs = text
    var repeats = EntityRepeats()
    guard first.sight == second.sight else {
      repeats.fill(&inputs, inputs.map { first.labels($0, &work) })
      return inputs.map { second.labels($0, &work) }
    }
    work.bases.removeAll(keepingCapacity: true)
    repeats.fill(&inputs, inputs.map { firstLabels($0, &work) })
    var base = 0
    return inputs.map { secondLabels($0, &base, &work) }
  }

  /// The first pass; the second's sums over the features that both see alike go to `work.bases`.
  private func firstLabels(_ input: EntityInput, _ work: inout EntityRecognizer.Workspace) -> [Int] {
    share(input, &work)
    work.scores.removeAll(keepingCapacity: true)
    for i in 0..<input.count {
      EntityFeatures.extractTogether(input, i, sight: first.sight, into: &work.features)
      paired.score(
        work.features, from: work.shares.lanes, at: i * 2 * paired.groups, into: &work.row, &work.second)
      work.bases.append(contentsOf: work.second[..<EntityLabel.count])
      EntityFeatures.extractChanging(input, i, sight: first.sight, into: &work.features)
      first.weights.score(work.features, into: &work.second)
      for label in 0..<EntityLabel.count { work.scores.append(work.row[label] &+ work.second[label]) }
      work.scores[work.scores.count - EntityLabel.count] &-= first.inclination
    }
    return first.best(input.count, &work)
  }

  /// What every token gives alone to the decisions around, in either pass. O(tokens).
  private func share(_ input: EntityInput, _ work: inout EntityRecognizer.Workspace) {
    let groups = paired.groups
    work.shares.share(
      input.count, groups: 2 * groups, table: paired, key: { EntityFeatures.key(input, $0) },
      sum: { token, role, buffers, lanes, at in
        EntityFeatures.extractAlone(input, token, role, sight: first.sight, into: &buffers.features)
        paired.score(buffers.features, into: &buffers.scores, &buffers.others)
        WordShares.copy(buffers.scores, to: &lanes, at)
        WordShares.copy(buffers.others, to: &lanes, at + groups)
      })
  }

  /// The second pass over a sentence whose sums start at `base` of `work.bases`.
  private func secondLabels(
    _ input: EntityInput, _ base: inout Int, _ work: inout EntityRecognizer.Workspace
  ) -> [Int] {
    work.scores.removeAll(keepingCapacity: true)
    for i in 0..<input.count {
      EntityFeatures.extractChanging(input, i, sight: second.sight, into: &work.features)
      second.weights.score(work.features, into: &work.row)
      for label in 0..<EntityLabel.count { work.scores.append(work.bases[base + label] &+ work.row[label]) }
      work.scores[work.scores.count - EntityLabel.count] &-= second.inclination
      base += EntityLabel.count
    }
    return second.best(input.count, &work)
  }
}
