import Foundation
import JSONBytes
import Logging
import MarsadCore
import MarsadQueue
import MarsadReport
import MarsadWire
import MarsadWorker
import NIOCore
import NIOPosix
import RedisClient
import ServiceLifecycle

/// Jobs through Redis: throughput with queued jobs, latency of lone ones.
struct QueueBenchmark: Sendable {
  private let redis: RedisConfiguration
  private let client: RedisClient
  private let text: [UInt8]
  private let analyzer: Analyzer
  private let logger: Logger
  /// Jobs a round trip of the no-op figure.
  private static let batchJobs = 128

  /// What a figure cannot be trusted after.
  struct Failure: Error, CustomStringConvertible {
    let description: String
  }

  init(redis: RedisConfiguration, text: [UInt8], analyzer: Analyzer) throws {
    self.redis = redis
    self.text = text
    self.analyzer = analyzer
    var logger = Logger(label: "bench") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = .error
    self.logger = logger
    client = RedisClient(redis, logger: logger)
  }

  /// Ends its connections.
  func close() async { await client.shutdown() }

  /// Lease, parse, complete with an event: no cache, no analysis. What the queue itself costs.
  ///
  /// Two sessions of one process, so that the client works on one batch while Redis works on the other.
  func noop(jobs: Int) async throws -> BenchFigure {
    let keys = try KeyNames(queue: "noop")
    try await push(jobs, keys: keys) { _ in text }
    let loops = MultiThreadedEventLoopGroup(numberOfThreads: 2)
    let (jobLoop, heartbeatLoop) = (loops.next(), loops.next())
    let identity = ArticleIdentity(
      text: text, title: nil, publishedAt: nil, language: nil, analyzer: Analyzer.version)
    let result = CompletionEvent.Result(
      identity: identity, key: keys.result(identity.resultID), analyzer: Analyzer.version, cached: .none,
      analysisTime: nil, overview: Array("{}".utf8))
    let sessions = (0..<2).map { number in
      QueueSession(
        QueueConfiguration(keys: keys, worker: "bench-\(number)"), redis: redis, on: jobLoop,
        heartbeatOn: heartbeatLoop, logger: logger)
    }
    let start = Sample()
    try await withThrowingTaskGroup { group in
      for session in sessions {
        group.addTask { try await drain(session, queue: keys.queue, result: result) }
      }
      try await group.waitForAll()
    }
    let end = Sample()
    for session in sessions { await session.close() }
    try await loops.shutdownGracefully()
    try await checkEvents(jobs, keys: keys)
    return figure("no-op", jobs, start, end)
  }

  /// Completes jobs until none is left; each round trip settles one batch and takes the next.
  private func drain(_ session: QueueSession, queue: String, result: CompletionEvent.Result) async throws {
    var batch = await session.take(max: Self.batchJobs, wait: false)
    while !batch.isEmpty {
      let settlements = try batch.map { job -> Settlement in
        let parsed = try Job(parsing: job.payload)
        let id = job.id(parsed.attributes)
        return .done(
          job, id: id,
          event: EncodedEvent(
            .analyzed(
              jobID: id, queue: queue, attempt: job.attempt, worker: "bench", time: job.taken, queued: nil,
              result: result, attributes: parsed.attributes)))
      }
      batch = await session.settle(settlements, thenTake: Self.batchJobs).jobs
    }
  }

  /// The whole worker on one article again and again: analysed once, then found in the process's memory.
  func cached(jobs: Int) async throws -> BenchFigure {
    let keys = try KeyNames(queue: "cached")
    try await push(jobs, keys: keys) { _ in text }
    return try await work("cache hit", jobs, keys: keys)
  }

  /// The whole worker on articles that differ: each is analysed and its report stored.
  func full(jobs: Int) async throws -> BenchFigure {
    let keys = try KeyNames(queue: "full")
    try await push(jobs, keys: keys) { number in text + Array("\nرقم \(number).".utf8) }
    return try await work("full analysis", jobs, keys: keys)
  }

  /// From push to event, one job at a time against an idle worker.
  func latency(jobs: Int, isAnalysed: Bool) async throws -> BenchFigure {
    let keys = try KeyNames(queue: isAnalysed ? "lone" : "lonecached")
    let worker = makeWorker(keys)
    let service = Task { try await worker.run() }
    let connection = try await client.connect()
    var last = "0", times: [Double] = []
    let clock = ContinuousClock()
    for number in 0..<(jobs + 20) {
      let body = isAnalysed ? text + Array("\nرقم \(number).".utf8) : text
      let payload = Self.payload(body)
      let start = clock.now
      _ = try await client.send(RedisCommand("LPUSH", RedisArgument(keys.pending), RedisArgument(payload)))
      let reply = try await connection.send(
        RedisCommand("XREAD", "BLOCK", "5000", "STREAMS", RedisArgument(keys.events), RedisArgument(last)))
      guard let entry = StreamEntry.streams(reply).first?.entries.last else {
        throw Failure(description: "no event within 5 s of a push")
      }
      // The first ones pay for connections and caches.
      if number >= 20 { times.append((clock.now - start).inSeconds * 1000) }
      last = entry.id
      try await Task.sleep(for: .milliseconds(8))
    }
    service.cancel()
    _ = await service.result
    await connection.close()
    times.sort()
    return BenchFigure(
      name: isAnalysed ? "lone job, analysed" : "lone job, cache hit",
      values: [
        ("p50_ms", times[times.count / 2]), ("p99_ms", times[times.count * 99 / 100]),
        ("max_ms", times[times.count - 1]),
      ])
  }

  private func work(_ name: String, _ jobs: Int, keys: KeyNames) async throws -> BenchFigure {
    let worker = makeWorker(keys)
    let start = Sample()
    let service = Task { try await worker.run() }
    while try await eventCount(keys) < jobs { try await Task.sleep(for: .milliseconds(10)) }
    let end = Sample()
    service.cancel()
    _ = await service.result
    try await checkEvents(jobs, keys: keys)
    return figure(name, jobs, start, end)
  }

  private func makeWorker(_ keys: KeyNames) -> Worker {
    let configuration = WorkerConfiguration(
      redis: redis, queues: [.init(QueueConfiguration(keys: keys, worker: "bench"))],
      analysisThreads: ProcessInfo.processInfo.activeProcessorCount)
    return Worker(configuration, analyzer: Analyzer.version, logger: logger) { [analyzer] in
      analyzer.analyze($0)
    }
  }

  private func push(_ jobs: Int, keys: KeyNames, text: (Int) -> [UInt8]) async throws {
    _ = try await client.send(RedisCommand("FLUSHALL"))
    for start in stride(from: 0, to: jobs, by: 200) {
      let payloads = (start..<min(start + 200, jobs)).map { RedisArgument(Self.payload(text($0))) }
      _ = try await client.send(RedisCommand("LPUSH", arguments: [RedisArgument(keys.pending)] + payloads))
    }
  }

  private static func payload(_ text: [UInt8]) -> [UInt8] {
    var json = JSONWriter(reservingCapacity: text.count + 64)
    json.beginObject()
    json.member("text", String(decoding: text, as: UTF8.self))
    json.endObject()
    return json.bytes
  }

  private func eventCount(_ keys: KeyNames) async throws -> Int {
    Int(try await client.send(RedisCommand("XLEN", RedisArgument(keys.events))).int ?? 0)
  }

  private func checkEvents(_ jobs: Int, keys: KeyNames) async throws {
    let events = try await eventCount(keys)
    guard events == jobs else { throw Failure(description: "\(jobs) jobs had \(events) events") }
  }

  private func figure(_ name: String, _ jobs: Int, _ start: Sample, _ end: Sample) -> BenchFigure {
    let seconds = (end.at - start.at).inSeconds
    return BenchFigure(
      name: name,
      values: [
        ("jobs_per_s", Double(jobs) / seconds),
        ("client_us_per_job", (end.cpu - start.cpu) / Double(jobs) * 1e6),
        ("jobs", Double(jobs)), ("peak_resident_mb", Double(end.peakKilobytes) / 1024),
      ])
  }

  /// Clock, processor time and peak memory of this process at one moment.
  private struct Sample {
    let at = ContinuousClock.now
    let cpu: Double
    let peakKilobytes: Int

    init() {
      var usage = rusage()
      unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
      cpu =
        Double(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
        + Double(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec) * 1e-6
      peakKilobytes = usage.ru_maxrss
    }
  }
}
