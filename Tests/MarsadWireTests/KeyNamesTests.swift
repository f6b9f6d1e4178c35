import MarsadReport
import MarsadWire
import Testing

@Suite struct KeyNamesTests {
  @Test func `keys of a queue share its hash tag, results do not`() throws {
    let keys = try KeyNames(prefix: "p", queue: "q")
    let all = [
      keys.pending, keys.events, keys.results, keys.dead, keys.scheduled, keys.workers, keys.ended,
      keys.paused,
      keys.counters, keys.job("1"), keys.leased("l"), keys.running("l"),
    ]
    #expect(all.allSatisfy { $0.hasPrefix("p:{q}:") })
    #expect(Set(all).count == all.count)
    let id = try #require(ResultID(String(repeating: "a", count: 52)))
    #expect(keys.result(id) == "p:result:\(id)")
    #expect(KeyNames.standard.pending == "marsad:{articles}:pending")
  }

  @Test(arguments: ["", "a{b", "a}", "a b", "a\n", String(repeating: "x", count: 101)])
  func `a name that would break the hash tag is refused`(name: String) {
    #expect(throws: KeyNamesError.self) { try KeyNames(queue: name) }
    #expect(throws: KeyNamesError.self) { try KeyNames(prefix: name) }
  }
}
