import ArabicText
import Foundation
import JSONBytes
import Logging
import MarsadCache
import MarsadCore
import MarsadQueue
import MarsadReport
import MarsadTestSupport
import MarsadWire
import MarsadWorker
import RedisClient
import ServiceLifecycle
import Synchronization

/// A worker that runs on a private server, and what a producer and a consumer of its queue see.
struct WorkerFixture: Sendable {
  let worker: Worker
  let redis: RedisClient
  let keys: KeyNames
  let analyses: Analyses
  let group: ServiceGroup

  /// Counts analyses, and makes a report with nothing in it.
  final class Analyses: Sendable {
    private let texts = Mutex<[[UInt8]]>([])
    private let pause: @Sendable (_ text: [UInt8]) -> Void

    init(pause: @escaping @Sendable (_ text: [UInt8]) -> Void = { _ in }) { self.pause = pause }

    var count: Int { texts.withLock { $0.count } }

    func analyze(_ article: Article) -> Report {
      texts.withLock { $0.append(article.text) }
      pause(article.text)
      var report = Report(
        analyzer: "test/1", contentHash: ContentHash(text: article.text),
        language: Report.Language(code: "ar", confidence: 1),
        size: Report.Size(characters: article.text.count, words: 1, sentences: 1), simHash: 1)
      report.minHash = MinHash.sketch(Tokenizer.tokenize(article.analysedText))
      return report
    }
  }

  struct TimedOut: Error, CustomStringConvertible {
    let description: String
  }

  /// Runs a worker while `body` runs, then stops it gracefully.
  static func run<R: Sendable>(
    on server: RedisServer, analyses: Analyses = Analyses(), url: String? = nil,
    change: (inout WorkerConfiguration) -> Void = { _ in },
    _ body: @Sendable (WorkerFixture) async throws -> R
  ) async throws -> R {
    let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
    let keys = KeyNames.standard
    var configuration = WorkerConfiguration(
      redis: try RedisConfiguration(url: url ?? server.url),
      queues: [WorkerConfiguration.Queue(QueueConfiguration(keys: keys, worker: "test"))], analysisThreads: 2)
    // Hits and duplicates are counted: a busy machine is not to cost one.
    configuration.cache.readTimeout = .seconds(60)
    configuration.nearDuplicates.timeout = .seconds(60)
    change(&configuration)
    let worker = Worker(configuration, analyzer: "test/1", logger: logger) { analyses.analyze($0) }
    let group = ServiceGroup(configuration: .init(services: [.init(service: worker)], logger: logger))
    let redis = RedisClient(try RedisConfiguration(url: server.url), logger: logger)
    let fixture = WorkerFixture(worker: worker, redis: redis, keys: keys, analyses: analyses, group: group)
    async let running: Void = group.run()
    let result: Result<R, any Error>
    do { result = .success(try await body(fixture)) } catch { result = .failure(error) }
    await group.triggerGracefulShutdown()
    try await running
    await redis.shutdown()
    return try result.get()
  }

  func push(_ jobs: [UInt8]..., to queue: String? = nil) async throws {
    try await push(jobs)
  }

  func push(_ jobs: [[UInt8]]) async throws {
    for job in jobs {
      _ = try await redis.send(RedisCommand("LPUSH", RedisArgument(keys.pending), RedisArgument(job)))
    }
  }

  func push(_ job: String) async throws { try await push([Array(job.utf8)]) }

  /// All events, once there are `count`.
  func events(_ count: Int) async throws -> [JSONValue] {
    for _ in 0..<1_200 {
      let entries = StreamEntry.list(
        try await redis.send(RedisCommand("XRANGE", RedisArgument(keys.events), "-", "+")))
      if entries.count >= count {
        return try entries.map { try JSONValue(parsing: $0["event"] ?? []) }
      }
      try await Task.sleep(for: .milliseconds(25))
    }
    throw TimedOut(description: "fewer than \(count) events came")
  }

  func integer(_ name: String, _ key: String) async throws -> Int64? {
    try await redis.send(RedisCommand(name, RedisArgument(key))).int
  }

  /// Waits until a condition holds.
  func wait(until condition: () async throws -> Bool) async throws {
    for _ in 0..<1_200 {
      if try await condition() { return }
      try await Task.sleep(for: .milliseconds(25))
    }
    throw TimedOut(description: "the condition did not come true")
  }
}
