import ArabicLanguage
import ArabicTraining
import LinguisticAnnotation
import Testing

@Suite struct LookUpTests {
  @Test(arguments: [0, 1, 2, 7, 100, 5000]) func `every key has a place of its own`(count: Int) {
    var random = SeededGenerator(seed: UInt64(count))
    var keys: Set<UInt32> = []
    while keys.count < count { keys.insert(UInt32.random(in: 1...UInt32.max, using: &random)) }
    let index = PerfectIndex(sorted: keys.sorted())
    let places = keys.map { index.place($0) }
    #expect(Set(places).count == count)
    #expect(places.allSatisfy { $0 >= 0 && $0 < index.capacity })
    for _ in 0..<1000 {
      let place = index.place(UInt32.random(in: 0...UInt32.max, using: &random))
      #expect(place >= 0 && place < index.capacity)
    }
  }

  @Test(arguments: [1, 2, 3, 9, 17, 43]) func `a packed row comes back as it was, or is not packed`(
    width: Int
  ) {
    var random = SeededGenerator(seed: UInt64(width))
    let packing = RowPacking(width: width)
    var packed = 0
    for round in 0..<2000 {
      var row = [Int16](repeating: 0, count: width)
      let limit: Int16 = round % 2 == 0 ? 200 : .max
      for _ in 0..<(1 + round % 3) {
        row[Int.random(in: 0..<width, using: &random)] = Int16.random(in: (-limit)...limit, using: &random)
      }
      guard let word = packing.pack(row[...]) else { continue }
      packed += 1
      #expect(word & RowPacking.apart == 0)
      #expect(packing.unpack(word) == row)
    }
    #expect(packed > 500)
  }

  @Test func `of equal keys the first value counts, and an unknown word has none`() {
    let map = HashedShorts(keys: [7, 3, 7], values: [1, 2, 3])
    #expect(map.entries.map(\.key) == [3, 7] && map.entries.map(\.value) == [2, 1])
    #expect(map[7 << 32] == 1 && map[3 << 32] == 2 && map[8 << 32] == 0)
    #expect(HashedShorts()[7 << 32] == 0)
  }

  @Test func `a copy of a feature vector keeps its keys when the other changes`() {
    var one = FeatureVector()
    for key in 1...5 { one.append(UInt32(key)) }
    var other = one
    one.append(6)
    other.append(60)
    #expect(one.keys == [1, 2, 3, 4, 5, 6])
    #expect(other.keys == [1, 2, 3, 4, 5, 60])
    other.removeAll()
    other.append(9)
    #expect(one.keys == [1, 2, 3, 4, 5, 6] && other.keys == [9])
  }

  @Test func `more features than a batch holds are all looked up`() {
    let keys = (1...250).map { UInt32($0 * 104_729) }
    for width in [1, 3, 9] {
      let weights = (0..<(250 * width)).map { Int16($0 % 700 - 350) }
      let table = WeightTable(width: width, keys: keys, weights: weights)
      var features = FeatureVector()
      for key in keys { features.append(key) }
      var scores = [Int32](repeating: 5, count: table.paddedWidth)
      table.score(features, into: &scores)
      for c in 0..<width {
        #expect(
          scores[c] == stride(from: c, to: weights.count, by: width).reduce(0) { $0 + Int32(weights[$1]) })
      }
      if width == 1 { #expect(table.sum(features) == scores[0]) }
    }
  }
}

extension LookUpTests {
  static func table(_ seed: UInt64, width: Int, from first: Int) -> WeightTable {
    var random = SeededGenerator(seed: seed)
    let keys = (first..<(first + 300)).map { UInt32($0 * 7919 + 1) }
    // One weight in five is not 0, so that some rows are packed and others lie apart.
    let weights = (0..<(300 * width)).map { _ in
      Int.random(in: 0..<5, using: &random) == 0 ? Int16.random(in: -900...900, using: &random) : 0
    }
    return WeightTable(width: width, keys: keys, weights: weights)
  }

  @Test(arguments: [3, 9, 17]) func `a paired table scores as its two tables do`(width: Int) {
    let first = Self.table(1, width: width, from: 1)
    let second = Self.table(2, width: width, from: 200)
    let paired = PairedTable(first, second)
    var random = SeededGenerator(seed: 3)
    var (one, other, plainOne, plainOther): ([Int32], [Int32], [Int32], [Int32]) = ([], [], [], [])
    for _ in 0..<50 {
      var features = FeatureVector()
      for _ in 0..<200 { features.append(UInt32.random(in: 0..<600, using: &random) * 7919 + 1) }
      paired.score(features, into: &one, &other)
      first.score(features, into: &plainOne)
      second.score(features, into: &plainOther)
      #expect(one == plainOne && other == plainOther)
    }
  }

  @Test func `runs of features are summed apart`() {
    let table = Self.table(5, width: 1, from: 1)
    var features = FeatureVector()
    for number in 1...200 { features.append(UInt32(number * 7919 + 1)) }
    var ends: [Int32] = [0, 3, 3, 150, 200]
    table.sum(features, upTo: &ends)
    func sum(_ range: ClosedRange<Int>) -> Int32 {
      var part = FeatureVector()
      for number in range { part.append(UInt32(number * 7919 + 1)) }
      return table.sum(part)
    }
    #expect(ends == [0, sum(1...3), 0, sum(4...150), sum(151...200)])
  }

  @Test func `a cache gives back what was kept for the same letters only`() {
    var cache = WordCache<Int>(capacity: 4)
    let words: [[UInt8]] = [[1, 2], [1, 2, 3], [9]]
    cache[5, words[0][...]] = 50
    #expect(cache[5, words[0][...]] == 50)
    #expect(cache[5, words[1][...]] == nil && cache[6, words[0][...]] == nil)
    for (hash, word) in words.enumerated() { cache[UInt64(hash), word[...]] = hash }
    for hash in 0..<100 { cache[UInt64(hash), [7]] = hash }
    #expect(cache[99, [7]] == 99)
  }

  @Test func `memory of tables is set, apart and aligned`() {
    let one = TableMemory<UInt32>(count: 1000, repeating: 7)
    let other = TableMemory<UInt64>(count: 3, repeating: 9)
    let large = TableMemory<UInt8>(count: 40 << 20, repeating: 1)
    for at in 0..<1000 { one[at] = UInt32(at) }
    large[(40 << 20) - 1] = 2
    #expect((0..<3).allSatisfy { other[$0] == 9 } && one[999] == 999 && large[0] == 1)
    #expect(TableMemory<UInt16>(count: 0, repeating: 1).residentBytes == 0)
  }

  @Test func `two passes over names that share their look-ups give what two plain passes give`() {
    var random = SeededGenerator(seed: 11)
    let labels = EntityLabel.count
    let links = (0..<((labels + 1) * labels)).map { _ in Int32.random(in: -50...50, using: &random) }
    let words = WordSequence.make(["قال", "محمد", "علي", "في", "مصر", "محمد", "قال"])
    var inputs: [EntityInput] = []
    for length in [3, 7, 1] {
      var input = EntityInput()
      for i in 0..<length {
        input.append(
          surface: words.hash(i), stem: i, words: i..<(i + 1), words, tags: [UInt8](repeating: 3, count: 7))
      }
      inputs.append(input)
    }
    var keys: Set<UInt32> = []
    var vector = FeatureVector()
    for repeats in 0..<30 {
      for index in inputs.indices {
        var input = inputs[index]
        for i in 0..<input.count {
          input.repeats[i] = UInt64(repeats)
          input.guesses[i] = UInt64((repeats + 3 * i) % 10)
        }
        for i in 0..<input.count {
          EntityFeatures.extract(input, i, into: &vector)
          keys.formUnion(vector.keys)
        }
      }
    }
    func recognizer() -> EntityRecognizer {
      let weights = (0..<(keys.count * labels)).map { _ in Int16.random(in: -300...300, using: &random) }
      let table = WeightTable(width: labels, keys: keys.sorted(), weights: weights)
      return EntityRecognizer(weights: table, transitions: links)
    }
    let (first, second) = (recognizer(), recognizer())
    let model = EntityModel(first: first, second: second, priors: HashedShorts(), beliefs: HashedShorts())
    var work = EntityRecognizer.Workspace()
    var repeats = EntityRepeats()
    var repeated = inputs
    repeats.fill(&repeated, inputs.map { first.labels($0, &work) })
    #expect(model.labels(inputs, &work) == repeated.map { second.labels($0, &work) })
  }
}

extension WordSequence {
  fileprivate static func make(_ words: [String]) -> WordSequence {
    var sequence = WordSequence()
    for word in words { sequence.append(LetterCode.fold(word), joined: false, WordStatistics()) }
    return sequence
  }
}
