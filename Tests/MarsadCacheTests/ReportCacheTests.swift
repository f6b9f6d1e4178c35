import Foundation
import Logging
import MarsadCache
import MarsadReport
import MarsadTestSupport
import MarsadWire
import RedisClient
import Synchronization
import Testing

/// Counts how often each article was analysed.
private final class Analyses: Sendable {
  let count = Mutex(0)

  func analysis(of texts: [String]) -> ReportCache.Analysis {
    { index in
      self.count.withLock { $0 += 1 }
      return Report.short(of: texts[index])
    }
  }

  var total: Int { count.withLock { $0 } }
}

extension Report {
  fileprivate static func short(of text: String) -> Report {
    Report(
      analyzer: "test/1", contentHash: ContentHash(text: Array(text.utf8)),
      language: Language(code: "ar", confidence: 1), size: Size(characters: 1, words: 1, sentences: 1),
      simHash: 1)
  }
}

extension ReportCache {
  /// A whole batch, in its order.
  fileprivate func resolve(
    _ identities: [ArticleIdentity], analysis: @escaping Analysis
  ) async throws -> [Resolution] {
    var results: [Int: Result<Resolution, RedisError>] = [:]
    await resolve(identities, analysis: analysis) { answers in
      for answer in answers { #expect(results.updateValue(answer.result, forKey: answer.index) == nil) }
    }
    return try identities.indices.map { try #require(results[$0]).get() }
  }
}

private func identities(_ texts: [String]) -> [ArticleIdentity] {
  texts.map {
    ArticleIdentity(text: Array($0.utf8), title: nil, publishedAt: nil, language: nil, analyzer: "test/1")
  }
}

@Suite struct ReportCacheTests {
  private let silent = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })

  private func cache(
    _ server: RedisServer, _ change: (inout ReportCacheConfiguration) -> Void = { _ in }
  ) throws -> ReportCache {
    var configuration = ReportCacheConfiguration()
    configuration.readTimeout = .seconds(60)  // no test is about a slow Redis that does not say so
    change(&configuration)
    let redis = RedisClient(try RedisConfiguration(url: server.url), logger: silent)
    return ReportCache(configuration, keys: .standard, analyzer: "test/1", redis: redis, logger: silent)
  }

  private func key(_ text: String) -> String { KeyNames.standard.result(identities([text])[0].resultID) }

  @Test func `the same article a thousand times is analysed once`() async throws {
    try await withRedis { server in
      let cache = try cache(server)
      let analyses = Analyses()
      let texts = [String](repeating: "خبر", count: 50)
      try await withThrowingTaskGroup { group in
        for _ in 0..<20 {
          group.addTask { try await cache.resolve(identities(texts), analysis: analyses.analysis(of: texts)) }
        }
        for try await resolutions in group { #expect(resolutions.count == 50) }
      }
      #expect(analyses.total == 1)
      let counts = cache.counts
      #expect(counts.misses == 1)
      #expect(counts.localHits + counts.coalesced + counts.sharedHits == 999)
    }
  }

  @Test func `another process finds the report in Redis, byte for byte`() async throws {
    try await withRedis { server in
      let analyses = Analyses()
      let texts = ["خبر", "ثان", "خبر"]
      let (first, second) = (try cache(server), try cache(server))
      let made = try await first.resolve(identities(texts), analysis: analyses.analysis(of: texts))
      let found = try await second.resolve(identities(texts), analysis: analyses.analysis(of: texts))
      #expect(made.map(\.cached) == [.none, .none, .coalesced])
      #expect(found.map(\.cached) == [.shared, .shared, .local])
      #expect(made.map(\.report) == found.map(\.report))
      #expect(made[0].analysisTime != nil && found[0].analysisTime == nil)
      #expect(analyses.total == 2)
      #expect(try server.cli("GET", key("خبر")).utf8.dropLast().elementsEqual(made[0].report.bytes))
      let again = try await second.resolve(identities(texts), analysis: analyses.analysis(of: texts))
      #expect(again.map(\.cached) == [.local, .local, .local])
    }
  }

  @Test(arguments: [
    "", "x", "{\"schema\":\"marsad.report/1\"}", "marsad-zstd/1\nxyz", "foreign", "cut", "flipped",
  ])
  func `a value that is no whole report of the article is counted and replaced`(value: String) async throws {
    try await withRedis { server in
      let cache = try cache(server)
      let analyses = Analyses()
      let good = Report.short(of: "خبر").encoded()
      let bad: [UInt8] =
        switch value {
        case "foreign": Report.short(of: "ثان").encoded()
        case "cut": Array(good.dropLast(5))
        case "flipped": good.map { $0 == UInt8(ascii: "1") ? UInt8(ascii: "2") : $0 }
        default: Array(value.utf8)
        }
      try server.cli("SET", key("خبر"), input: Data(bad))
      let resolved = try await cache.resolve(identities(["خبر"]), analysis: analyses.analysis(of: ["خبر"]))
      #expect(resolved[0].cached == .none)
      #expect(cache.counts.corrupt == 1)
      #expect(try server.cli("GET", key("خبر")).utf8.dropLast().elementsEqual(good))
    }
  }

  @Test func `a key of another type is replaced`() async throws {
    try await withRedis { server in
      let cache = try cache(server)
      try server.cli("LPUSH", key("خبر"), "x")
      _ = try await cache.resolve(identities(["خبر"]), analysis: Analyses().analysis(of: ["خبر"]))
      #expect(try server.cli("TYPE", key("خبر")) == "string\n")
    }
  }

  @Test func `a report that Redis lost is written again from memory`() async throws {
    try await withRedis { server in
      let cache = try cache(server)
      let analyses = Analyses()
      _ = try await cache.resolve(identities(["خبر"]), analysis: analyses.analysis(of: ["خبر"]))
      try server.cli("FLUSHALL")
      let again = try await cache.resolve(identities(["خبر"]), analysis: analyses.analysis(of: ["خبر"]))
      #expect(again[0].cached == .local)
      #expect(analyses.total == 1)
      #expect(cache.counts.restored == 1)
      #expect(try server.cli("EXISTS", key("خبر")) == "1\n")
    }
  }

  @Test(arguments: [true, false])
  func `a hit gives the report its whole time again, or not`(refreshes: Bool) async throws {
    try await withRedis { server in
      let caches = try (0..<2).map { _ in
        try cache(server) {
          $0.timeToLive = .seconds(1_000)
          $0.refreshesTimeToLive = refreshes
        }
      }
      for (use, cache) in (caches + caches).enumerated() {
        _ = try await cache.resolve(identities(["خبر"]), analysis: Analyses().analysis(of: ["خبر"]))
        let left = try #require(Int(try server.cli("TTL", key("خبر")).dropLast()))
        #expect((left > 900) == (refreshes || use == 0))
        try server.cli("EXPIRE", key("خبر"), "100")
      }
    }
  }

  @Test func `compressed and plain reports are read by each other`() async throws {
    try await withRedis { server in
      let analyses = Analyses()
      let packed = try cache(server) { $0.compression = .zstandard(level: 3) }
      let plain = try cache(server)
      let made = try await packed.resolve(identities(["خبر"]), analysis: analyses.analysis(of: ["خبر"]))
      #expect(try server.cli("GETRANGE", key("خبر"), "0", "12") == "marsad-zstd/1\n")
      let found = try await plain.resolve(identities(["خبر"]), analysis: analyses.analysis(of: ["خبر"]))
      #expect(found[0].cached == .shared)
      #expect(found[0].report == made[0].report)
    }
  }

  @Test func `without Redis nothing is announced, and nothing is analysed again afterwards`() async throws {
    try await withRedis { server in
      let cache = try cache(server)
      let analyses = Analyses()
      server.kill()
      await #expect(throws: RedisError.self) {
        try await cache.resolve(identities(["خبر"]), analysis: analyses.analysis(of: ["خبر"]))
      }
      #expect(cache.counts.unavailable == 1)
      try server.start()
      var resolved: [ReportCache.Resolution] = []
      for _ in 0..<100 where resolved.isEmpty {
        resolved =
          (try? await cache.resolve(identities(["خبر"]), analysis: analyses.analysis(of: ["خبر"]))) ?? []
      }
      #expect(resolved.map(\.cached) == [.local])
      #expect(analyses.total == 1)
      #expect(try server.cli("EXISTS", key("خبر")) == "1\n")
    }
  }

  @Test func `memory stays within its bytes`() async throws {
    try await withRedis { server in
      let cache = try cache(server) { $0.memoryBytes = 20_000 }
      let texts = (0..<100).map { "خبر \($0)" }
      _ = try await cache.resolve(identities(texts), analysis: Analyses().analysis(of: texts))
      #expect(cache.counts.memoryBytes <= 20_000)
      #expect(cache.counts.evicted > 0)
      let again = try await cache.resolve(identities(texts), analysis: Analyses().analysis(of: texts))
      #expect(again.allSatisfy { $0.cached == .local || $0.cached == .shared })
    }
  }

  @Test func `a slow article holds up neither its neighbours nor who waits for those in another batch`()
    async throws
  {
    try await withRedis { server in
      let cache = try cache(server)
      let texts = ["بطيء", "خبر", "ثان"]
      let watch = Watch()
      let analysis: ReportCache.Analysis = { index in
        if index == 0 { await watch.wait { $0.isReleased } }
        return Report.short(of: texts[index])
      }
      let backwards: ReportCache.Analysis = { await analysis(2 - $0) }
      async let first: Void = watch.follow(cache, texts, analysis)
      await watch.wait { $0.arrivals.count == 2 }
      async let second: Void = watch.follow(cache, texts.reversed(), backwards)
      await watch.wait { $0.arrivals.count == 4 }
      #expect(!watch.state.withLock { $0.arrivals }.contains("بطيء"))
      watch.state.withLock { $0.isReleased = true }
      await first
      await second
      #expect(watch.state.withLock { $0.arrivals }.sorted() == (texts + texts).sorted())
      #expect(cache.counts.misses == 3)
    }
  }
}

/// Sees reports arrive, and lets the slow one go.
private final class Watch: Sendable {
  struct State {
    var isReleased = false
    var arrivals: [String] = []
  }
  let state = Mutex(State())

  func wait(until holds: @Sendable (State) -> Bool) async {
    while !holds(state.withLock { $0 }) { try? await Task.sleep(for: .milliseconds(5)) }
  }

  func follow(_ cache: ReportCache, _ texts: [String], _ analysis: @escaping ReportCache.Analysis) async {
    await cache.resolve(identities(texts), analysis: analysis) { answers in
      state.withLock { $0.arrivals += answers.map { texts[$0.index] } }
    }
  }
}
