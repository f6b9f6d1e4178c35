import ArabicLanguage
import ArabicTraining
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
