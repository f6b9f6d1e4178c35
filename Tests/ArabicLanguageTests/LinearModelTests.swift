import ArabicLanguage
import ArabicTraining
import LinguisticAnnotation
import Testing

@Suite struct LinearModelTests {
  @Test(arguments: [1, 3, 8, 9, 17, 40]) func `a table's scores are the plain sums of its rows`(width: Int) {
    var random = SeededGenerator(seed: UInt64(width))
    let keys = (1...500).map { UInt32($0 * 7919) }
    let weights = (0..<(500 * width)).map { _ in Int16.random(in: -900...900, using: &random) }
    let table = WeightTable(width: width, keys: keys, weights: weights)
    for _ in 0..<50 {
      var features = FeatureVector()
      var expected = [Int32](repeating: 0, count: width)
      for _ in 0..<20 { features.add(UInt64.random(in: 0..<9, using: &random), 1) }
      for key in features.keys {
        guard let row = keys.firstIndex(of: key) else { continue }
        for c in 0..<width { expected[c] += Int32(weights[row * width + c]) }
      }
      if width == 1 {
        #expect(table.sum(features) == expected[0])
      } else {
        var scores = [Int32](repeating: 0, count: table.paddedWidth)
        table.add(features, to: &scores)
        #expect(Array(scores.prefix(width)) == expected)
      }
    }
    let rows = table.sortedRows()
    #expect(rows.keys == keys && rows.weights == weights)
  }

  @Test func `averaging is the mean of all steps`() {
    let weights = AveragedWeights(width: 2)
    var features = FeatureVector()
    features.add(1, 1)
    weights.update(features, label: 1, by: 1)
    weights.step()
    weights.step()
    weights.step()
    weights.update(features, label: 1, by: 2)
    let (keys, values) = weights.averaged(unit: 100, threshold: 0)
    #expect(keys == features.keys)
    #expect(values == [0, 75])
  }

  @Test func `the label decoder finds what trying every sequence finds`() {
    var random = SeededGenerator(seed: 9)
    let labels = EntityLabel.count
    for _ in 0..<20 {
      let transitions = (0..<((labels + 1) * labels)).map { _ in Int32.random(in: -50...50, using: &random) }
      let scores = (0..<(3 * labels)).map { _ in Int32.random(in: -50...50, using: &random) }
      var best = (score: Int32.min, path: [Int]())
      for a in 0..<labels where LabelDecoder.follows(0, a) {
        for b in 0..<labels where LabelDecoder.follows(a, b) {
          for c in 0..<labels where LabelDecoder.follows(b, c) {
            let emitted = scores[a] + scores[labels + b] + scores[2 * labels + c]
            let linked =
              transitions[labels * labels + a] + transitions[a * labels + b] + transitions[b * labels + c]
            if emitted + linked > best.score { best = (emitted + linked, [a, b, c]) }
          }
        }
      }
      var decoder = LabelDecoder(transitions: transitions)
      #expect(decoder.decode(scores, tokens: 3) == best.path)
    }
  }

  @Test func `labels become spans as conlleval reads them`() {
    let labels = ["I-PERS", "I-PERS", "B-PERS", "O", "B-LOC", "I-ORG"].compactMap { EntityLabel(label: $0) }
    #expect(
      EntityLabel.spans(labels) == [
        EntitySpan(type: .person, tokens: 0..<2), EntitySpan(type: .person, tokens: 2..<3),
        EntitySpan(type: .location, tokens: 4..<5), EntitySpan(type: .organization, tokens: 5..<6),
      ])
    for index in 0..<EntityLabel.count { #expect(EntityLabel(index: index).index == index) }
  }
}
