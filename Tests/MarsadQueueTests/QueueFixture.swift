import JSONBytes
import Logging
import MarsadQueue
import MarsadTestSupport
import MarsadWire
import NIOPosix
import RedisClient

/// A queue on a private server, and what most tests do with it.
struct QueueFixture {
  let server: RedisServer
  let redis: RedisClient
  let client: QueueClient
  var keys: KeyNames { client.keys }

  static let quiet = {
    var logger = Logger(label: "test")
    logger.logLevel = .critical
    return logger
  }()

  /// A session with short times, so that tests are quick; `change` may set others.
  func session(
    worker: String = "w", url: String? = nil, _ change: (inout QueueConfiguration) -> Void = { _ in }
  ) throws -> QueueSession {
    var configuration = QueueConfiguration(keys: keys, worker: worker)
    configuration.beat = .milliseconds(50)
    configuration.blockingWait = .milliseconds(300)
    change(&configuration)
    let group = MultiThreadedEventLoopGroup.singleton
    return QueueSession(
      configuration, redis: try RedisConfiguration(url: url ?? server.url), on: group.next(),
      heartbeatOn: group.next(), logger: Self.quiet)
  }

  /// The same server, another queue.
  func other(_ name: String) throws -> QueueFixture {
    QueueFixture(
      server: server, redis: redis, client: QueueClient(keys: try KeyNames(queue: name), redis: redis))
  }

  /// Pushes by hand, as any program may.
  func push(_ payload: String) async throws {
    _ = try await redis.send(RedisCommand("LPUSH", RedisArgument(keys.pending), RedisArgument(payload)))
  }

  func push(count: Int) async throws {
    _ = try await redis.pipeline(
      (0..<count).map {
        RedisCommand("LPUSH", RedisArgument(keys.pending), RedisArgument(#"{"id":"j\#($0)","text":"نص"}"#))
      })
  }

  /// Makes every scheduled job due so much earlier, as if the time had passed.
  func bringScheduledForward(by time: Duration) async throws {
    let script = """
      for _, job in ipairs(redis.call('ZRANGE', KEYS[1], 0, -1)) do redis.call('ZINCRBY', KEYS[1], ARGV[1], job) end
      """
    _ = try await redis.send(
      RedisCommand(
        "EVAL", RedisArgument(script), "1", RedisArgument(keys.scheduled),
        RedisArgument(String(-1_000 * time.components.seconds))))
  }

  /// Takes until there are `count` jobs or nothing has come for a while.
  func take(_ count: Int, from session: QueueSession) async -> [LeasedJob] {
    var jobs: [LeasedJob] = []
    var empty = 0
    while jobs.count < count, empty < 60 {
      let more = await session.take(max: count - jobs.count)
      empty = more.isEmpty ? empty + 1 : 0
      jobs += more
    }
    return jobs
  }

  /// How often each job has an event.
  func eventCounts() async throws -> [String: Int] {
    var counts: [String: Int] = [:]
    for event in try await client.events(after: "0", count: 1_000_000) { counts[event.job, default: 0] += 1 }
    return counts
  }

  /// Waits until something holds; false where it does not within ten seconds.
  func eventually(_ holds: () async throws -> Bool) async throws -> Bool {
    for _ in 0..<400 {
      if try await holds() { return true }
      try await Task.sleep(for: .milliseconds(25))
    }
    return false
  }
}

/// Runs a test body on a queue of a private server.
func withQueue<R>(_ arguments: [String] = [], _ body: (QueueFixture) async throws -> R) async throws -> R {
  try await withRedis(arguments) { server in
    let redis = RedisClient(try RedisConfiguration(url: server.url), logger: QueueFixture.quiet)
    defer { Task { await redis.shutdown() } }
    return try await body(
      QueueFixture(server: server, redis: redis, client: QueueClient(keys: .standard, redis: redis)))
  }
}

extension LeasedJob {
  /// The id that its payload says.
  var name: String { id(try? Job(parsing: payload).attributes) }

  var done: Settlement { .done(self, id: name, event: event("analyzed")) }

  func event(_ outcome: String) -> EncodedEvent {
    EncodedEvent(
      type: "org.marsad.article.\(outcome)", outcome: outcome, result: "", attempt: attempt,
      json: Array(#"{"subject":"\#(name)"}"#.utf8))
  }

  func buried(code: String = "not_json") -> Settlement {
    .buried(self, id: name, event: event("failed"), failure: .init(code: code, message: "why"))
  }
}
