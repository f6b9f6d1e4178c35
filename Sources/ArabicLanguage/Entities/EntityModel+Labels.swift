import LinguisticAnnotation

extension EntityModel {
  /// The labels of all tokens of a text. O(tokens).
  ///
  /// The two passes differ in the few features that hang on `repeats`. So the first looks every feature up for both, and
  /// the second only those whose keys have changed: the same sums, with half the look-ups.
  package func labels(_ text: [EntityInput], _ work: inout EntityRecognizer.Workspace) -> [[Int]] {
    var inputs = text
    var repeats = EntityRepeats()
    guard first.identity == second.identity else {
      repeats.fill(&inputs, inputs.map { first.labels($0, &work) })
      return inputs.map { second.labels($0, &work) }
    }
    work.keys.removeAll(keepingCapacity: true)
    work.bases.removeAll(keepingCapacity: true)
    repeats.fill(&inputs, inputs.map { firstLabels($0, &work) })
    var key = 0
    var base = 0
    return inputs.map { secondLabels($0, &key, &base, &work) }
  }

  /// The first pass; what the second needs of it goes to `work.keys` and `work.bases`.
  private func firstLabels(_ input: EntityInput, _ work: inout EntityRecognizer.Workspace) -> [Int] {
    work.scores.removeAll(keepingCapacity: true)
    for i in 0..<input.count {
      EntityFeatures.extract(input, i, identity: first.identity, into: &work.features)
      paired.score(work.features, into: &work.row, &work.second)
      work.row[0] &-= first.inclination
      work.scores.append(contentsOf: work.row[..<EntityLabel.count])
      work.bases.append(contentsOf: work.second[..<EntityLabel.count])
      work.features.append(to: &work.keys)
    }
    return first.best(input.count, &work)
  }

  /// The second pass over a sentence whose keys and sums start at `key` and `base`.
  private func secondLabels(
    _ input: EntityInput, _ key: inout Int, _ base: inout Int, _ work: inout EntityRecognizer.Workspace
  ) -> [Int] {
    work.scores.removeAll(keepingCapacity: true)
    for i in 0..<input.count {
      EntityFeatures.extract(input, i, identity: second.identity, into: &work.features)
      work.gone.removeAll()
      work.come.removeAll()
      for at in 0..<work.features.count where work.features[at] != work.keys[key + at] {
        work.gone.append(work.keys[key + at])
        work.come.append(work.features[at])
      }
      second.weights.score(work.come, into: &work.row)
      second.weights.score(work.gone, into: &work.second)
      for label in 0..<EntityLabel.count {
        work.scores.append(work.bases[base + label] &+ work.row[label] &- work.second[label])
      }
      work.scores[work.scores.count - EntityLabel.count] &-= second.inclination
      key += work.features.count
      base += EntityLabel.count
    }
    return second.best(input.count, &work)
  }
}
