import LinguisticAnnotation

extension EntityModel {
  /// The labels of all tokens of a text. O(tokens).
  ///
  /// The two passes differ in the few features that hang on `repeats`, and in those of `guesses`, which the second alone
  /// has, after all others. So the first looks every feature up for both, and the second only those whose keys have
  /// changed or come: the same sums, with half the look-ups.
  package func labels(_ text: [EntityInput], _ work: inout EntityRecognizer.Workspace) -> [[Int]] {
    var inputs = text
    var repeats = EntityRepeats()
    guard first.sight == second.sight else {
      repeats.fill(&inputs, inputs.map { first.labels($0, &work) })
      return inputs.map { second.labels($0, &work) }
    }
    work.keys.removeAll(keepingCapacity: true)
    work.bases.removeAll(keepingCapacity: true)
    work.counts.removeAll(keepingCapacity: true)
    repeats.fill(&inputs, inputs.map { firstLabels($0, &work) })
    var key = 0
    var token = 0
    return inputs.map { secondLabels($0, &key, &token, &work) }
  }

  /// The first pass; what the second needs of it goes to `work.keys`, `work.counts` and `work.bases`.
  private func firstLabels(_ input: EntityInput, _ work: inout EntityRecognizer.Workspace) -> [Int] {
    work.scores.removeAll(keepingCapacity: true)
    for i in 0..<input.count {
      EntityFeatures.extract(input, i, sight: first.sight, into: &work.features)
      paired.score(work.features, into: &work.row, &work.second)
      work.row[0] &-= first.inclination
      work.scores.append(contentsOf: work.row[..<EntityLabel.count])
      work.bases.append(contentsOf: work.second[..<EntityLabel.count])
      work.features.append(to: &work.keys)
      work.counts.append(work.features.count)
    }
    return first.best(input.count, &work)
  }

  /// The second pass over a sentence whose keys and tokens start at `key` and `token`.
  private func secondLabels(
    _ input: EntityInput, _ key: inout Int, _ token: inout Int, _ work: inout EntityRecognizer.Workspace
  ) -> [Int] {
    work.scores.removeAll(keepingCapacity: true)
    for i in 0..<input.count {
      EntityFeatures.extract(input, i, sight: second.sight, into: &work.features)
      work.gone.removeAll()
      work.come.removeAll()
      let common = min(work.counts[token], work.features.count)
      for at in 0..<common where work.features[at] != work.keys[key + at] {
        work.gone.append(work.keys[key + at])
        work.come.append(work.features[at])
      }
      for at in common..<work.counts[token] { work.gone.append(work.keys[key + at]) }
      for at in common..<work.features.count { work.come.append(work.features[at]) }
      second.weights.score(work.come, into: &work.row)
      second.weights.score(work.gone, into: &work.second)
      for label in 0..<EntityLabel.count {
        work.scores.append(
          work.bases[token * EntityLabel.count + label] &+ work.row[label] &- work.second[label])
      }
      work.scores[work.scores.count - EntityLabel.count] &-= second.inclination
      key += work.counts[token]
      token += 1
    }
    return second.best(input.count, &work)
  }
}
