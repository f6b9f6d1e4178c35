import Testing

@testable import MarsadCache

@Suite struct LeastRecentlyUsedTests {
  @Test func `what was used last stays`() {
    var cache = LeastRecentlyUsed<Int, String>(capacity: 3)
    for key in 1...3 { cache.insert("\(key)", for: key, cost: 1) }
    _ = cache.value(for: 1)
    cache.insert("4", for: 4, cost: 1)
    #expect(cache.value(for: 2) == nil)
    #expect(cache.value(for: 1) == "1")
    #expect(cache.cost == 3)
  }

  @Test func `what is too large for all is not kept, and takes its older value away`() {
    var cache = LeastRecentlyUsed<Int, String>(capacity: 3)
    cache.insert("a", for: 1, cost: 1)
    cache.insert("b", for: 1, cost: 4)
    #expect(cache.value(for: 1) == nil)
    #expect(cache.cost == 0)
  }

  @Test(arguments: 0..<20)
  func `it does what a list that is searched from the front does`(seed: UInt64) {
    var state = seed &* 2 &+ 1
    func next(_ bound: UInt64) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int((state >> 33) % bound)
    }
    var cache = LeastRecentlyUsed<Int, Int>(capacity: 50)
    var naive: [(key: Int, value: Int, cost: Int)] = []
    for step in 0..<2_000 {
      let key = next(20)
      switch next(3) {
      case 0:
        let cost = next(60)
        cache.insert(step, for: key, cost: cost)
        naive.removeAll { $0.key == key }
        guard cost <= 50 else { break }
        while naive.reduce(cost, { $0 + $1.cost }) > 50 { naive.removeLast() }
        naive.insert((key, step, cost), at: 0)
      case 1:
        let value = cache.value(for: key)
        let place = naive.firstIndex { $0.key == key }
        #expect(value == place.map { naive[$0].value })
        if let place { naive.insert(naive.remove(at: place), at: 0) }
      default:
        cache.remove(key)
        naive.removeAll { $0.key == key }
      }
      #expect(cache.cost == naive.reduce(0) { $0 + $1.cost })
      #expect(cache.count == naive.count)
    }
  }
}
