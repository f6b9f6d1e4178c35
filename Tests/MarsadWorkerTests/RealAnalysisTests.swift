import Foundation
import Logging
import MarsadCore
import MarsadQueue
import MarsadReport
import MarsadTestSupport
import MarsadWire
import MarsadWorker
import RedisClient
import Testing

@Suite struct RealAnalysisTests {
  private static let article = """
    قال وزير الخارجية المصري سامح شكري إن بلاده ترفض التدخل في شؤون العراق.
    وأكد شكري، خلال لقائه نظيره العراقي في بغداد يوم الأحد، أهمية التعاون بين البلدين.
    """

  private func validator(_ name: String) throws -> SchemaValidator {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return try SchemaValidator(
      schema: Array(Data(contentsOf: root.appending(path: "docs/schemas/\(name).schema.json"))))
  }

  @Test func `an article pushed by hand comes out as a valid event that names a valid report`() async throws {
    let analyzer = try Analyzer.bundled()
    let logger = Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() })
    try await withRedis { server in
      var configuration = WorkerConfiguration(
        redis: try RedisConfiguration(url: server.url),
        queues: [.init(.init(keys: .standard, worker: "test"))], analysisThreads: 2)
      configuration.shutdownDeadline = .seconds(5)
      let worker = Worker(configuration, analyzer: analyzer, logger: logger)
      let running = Task { try await worker.run() }
      let text = Self.article.replacing("\n", with: "\\n")
      try server.cli(
        "LPUSH", KeyNames.standard.pending, "{\"text\":\"\(text)\",\"published_at\":\"2021-04-12T08:00:00Z\"}"
      )
      let redis = RedisClient(try RedisConfiguration(url: server.url), logger: logger)
      let read = try await redis.send(
        RedisCommand("XREAD", "BLOCK", "60000", "STREAMS", RedisArgument(KeyNames.standard.events), "0"),
        timeout: .seconds(61))
      let event = try #require(StreamEntry.streams(read).first?.entries.first)
      #expect(try validator("event").violations(in: event["event"] ?? []) == [])
      let id = try #require(event["result"].flatMap { ResultID(String(decoding: $0, as: UTF8.self)) })
      let identity = ArticleIdentity(
        text: Array(Self.article.utf8), title: nil, publishedAt: "2021-04-12T08:00:00Z", language: nil,
        analyzer: Analyzer.version)
      #expect(id == identity.resultID)
      let report = try #require(
        try await redis.send(RedisCommand("GET", RedisArgument(KeyNames.standard.result(id)))).bytes)
      #expect(try validator("report").violations(in: report) == [])
      #expect(ReportSeal.isIntact(report))
      // Cancelling its task stops a worker as gracefully as its group does.
      running.cancel()
      try await running.value
      await redis.shutdown()
    }
  }
}
