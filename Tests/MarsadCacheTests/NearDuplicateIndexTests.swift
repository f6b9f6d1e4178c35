import ArabicText
import Foundation
import Logging
import MarsadReport
import MarsadTestSupport
import MarsadWire
import RedisClient
import Testing

@testable import MarsadCache

@Suite struct NearDuplicateIndexTests {
  private let silent = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })

  private func index(
    _ server: RedisServer, _ change: (inout NearDuplicateConfiguration) -> Void = { _ in }
  ) throws -> NearDuplicateIndex {
    var configuration = NearDuplicateConfiguration()
    configuration.timeout = .seconds(60)  // no test is about a slow Redis that does not say so
    change(&configuration)
    let redis = RedisClient(try RedisConfiguration(url: server.url), logger: silent)
    return NearDuplicateIndex(configuration, keys: .standard, redis: redis, logger: silent)
  }

  private func query(_ job: String, _ text: String) -> NearDuplicateIndex.Query {
    let bytes = Array(text.utf8)
    var report = Report(
      analyzer: "test/1", contentHash: ContentHash(text: bytes), language: .init(code: "ar", confidence: 1),
      size: .init(characters: 1, words: 1, sentences: 1), simHash: 1)
    report.minHash = MinHash.sketch(Tokenizer.tokenize(bytes))
    return NearDuplicateIndex.Query(jobID: job, resultID: id(text), report: StoredReport(report))
  }

  private func id(_ text: String) -> ResultID {
    ArticleIdentity(
      text: Array(text.utf8), title: nil, publishedAt: nil, language: nil, analyzer: "test/1"
    ).resultID
  }

  private let article = InventedText.article(seed: 1)
  /// Another headline, the last two sentences gone, one put in.
  private var copy: String {
    let sentences = InventedText.sentences(10, seed: 1)
    return
      (["عنوان آخر لصحيفة أخرى"] + sentences[..<4] + InventedText.sentences(1, seed: 9) + sentences[4..<8])
      .joined(separator: "\n")
  }

  private func keys(_ server: RedisServer) throws -> [Substring] {
    try server.cli("KEYS", "*").split(separator: "\n")
  }

  @Test func `an edited copy names the job and result that it is a copy of, another article does not`()
    async throws
  {
    try await withRedis { server in
      let index = try index(server)
      let unrelated = (2..<40).map { query("u\($0)", InventedText.article(seed: $0)) }
      #expect(await index.find([query("a", article)] + unrelated).allSatisfy { $0 == nil })
      let found = try #require(await index.find([query("b", copy)])[0])
      #expect(found.jobID == "a" && found.resultID == id(article))
      #expect((1...28).contains(found.distance))
      #expect(index.counts == NearDuplicateCounts(lookups: 40, unavailable: 0))
    }
  }

  @Test func `copies in one batch find each other, and two workers share what they have seen`() async throws {
    try await withRedis { server in
      let (first, second) = (try index(server), try index(server))
      let batch = await first.find([query("a", article), query("b", copy), query("c", article)])
      #expect(batch[0] == nil && batch[1]?.jobID == "a")
      #expect(batch[2] == CompletionEvent.NearDuplicate(jobID: "a", resultID: id(article), distance: 0))
      #expect(await second.find([query("d", copy + "\nزيادة")])[0]?.jobID == "b")
      #expect(
        await second.find([query("e", article)])[0]
          == CompletionEvent.NearDuplicate(jobID: "a", resultID: id(article), distance: 0))
    }
  }

  @Test func `a job that comes again has what it had, and is never its own near-duplicate`() async throws {
    try await withRedis { server in
      let (first, second) = (try index(server), try index(server))
      _ = await first.find([query("a", article)])
      let found = await first.find([query("b", copy)])
      #expect(await second.find([query("a", article), query("b", copy)]) == [nil, found[0]])
      #expect(await first.find([query("a", article), query("b", copy)]) == [nil, found[0]])
      // The same job with another text, as after a change of the analyzer: not like itself.
      #expect(await second.find([query("a", article + "\nزيادة")])[0]?.jobID == "b")
    }
  }

  @Test func `every key has a time to live, and what Redis has forgotten is nothing known`() async throws {
    try await withRedis { server in
      let index = try index(server) { $0.timeToLive = .seconds(60) }
      _ = await index.find([query("a", article)])
      let keys = try keys(server)
      #expect(keys.count == 17)
      for key in keys {
        #expect(key.hasPrefix("marsad:{articles}:near:"))
        #expect((1...60_000).contains(Int(try server.cli("PTTL", String(key)).prefix { $0.isNumber }) ?? 0))
      }
      // An entry without its bands, and bands without their entry.
      try server.cli("DEL", KeyNames.standard.near(String(id(article).description.prefix(16))))
      #expect(await index.find([query("b", copy)]) == [nil])
      try server.cli("FLUSHALL")
      #expect(await index.find([query("c", copy + "\nزيادة")]) == [nil])
    }
  }

  @Test func `the process forgets when Redis does`() async throws {
    try await withRedis { server in
      let index = try index(server) { $0.timeToLive = .milliseconds(1) }
      _ = await index.find([query("a", article)])
      try await Task.sleep(for: .milliseconds(30))
      #expect(await index.find([query("b", article)]) == [nil])
    }
  }

  @Test func `a band keeps the newest articles, so many and no more`() async throws {
    try await withRedis { server in
      let index = try index(server) { $0.articlesABand = 3 }
      for number in 0..<12 { _ = await index.find([query("j\(number)", article + "\nرقم \(number)")]) }
      let lengths = try keys(server).filter {
        $0.hasPrefix("marsad:{articles}:near:0") && $0.utf8.count == 37
      }
      .map { Int(try server.cli("STRLEN", String($0)).prefix { $0.isNumber }) ?? 0 }
      #expect(lengths.max() == 3 * 16)
      #expect(await index.find([query("last", article)])[0]?.distance ?? 48 < 10)
    }
  }

  @Test func `short articles are not entered, and nothing is where it is turned off`() async throws {
    try await withRedis { server in
      let index = try index(server)
      #expect(await index.find([query("a", "خبر عاجل"), query("b", "خبر عاجل")]) == [nil, nil])
      let off = try self.index(server) { $0.isOn = false }
      #expect(await off.find([query("a", article), query("b", article)]) == [nil, nil])
      #expect(try keys(server).isEmpty)
    }
  }

  @Test func `a damaged index, a full server or none cost the answer and nothing else`() async throws {
    try await withRedis { server in
      let index = try index(server)
      _ = await index.find([query("a", article)])
      for key in try keys(server) {
        try server.cli("DEL", String(key))
        try server.cli("LPUSH", String(key), "foreign")
      }
      #expect(await (try self.index(server)).find([query("b", article)]) == [nil])
      for key in try keys(server) { try server.cli("SET", String(key), "x\n\n") }
      #expect(await (try self.index(server)).find([query("c", article)]) == [nil])
      try server.cli("SCRIPT", "FLUSH")
      #expect(await index.find([query("d", copy)])[0]?.jobID == "c")
      try server.cli("CONFIG", "SET", "maxmemory", "1")
      #expect(await index.find([query("e", InventedText.article(seed: 2))]) == [nil])
      #expect(index.counts.unavailable == 1)
      server.kill()
      #expect(await index.find([query("f", InventedText.article(seed: 3))]) == [nil])
      #expect(index.counts.unavailable == 2)
    }
  }

  @Test func `two sketches that differ in no more values than there are bands but one always share a band`() {
    var generator = SystemRandomNumberGenerator()
    for _ in 0..<500 {
      let sketch = (0..<MinHash.size).map { _ in UInt16.random(in: 0 ... .max, using: &generator) }
      var other = sketch
      for place in Array(sketch.indices).shuffled(using: &generator).prefix(15) { other[place] ^= 1 }
      #expect(!Set(SketchBands.names(of: sketch)).isDisjoint(with: SketchBands.names(of: other)))
    }
    #expect(SketchBands.names(of: [1, 2, 3, 0xffff, 0, 0xa]) == ["00000100020003", "01ffff0000000a"])
    #expect(SketchBands.names(of: [UInt16](repeating: 7, count: MinHash.size)).count == 16)
  }
}
