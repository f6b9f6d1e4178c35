public import Logging
public import MarsadCache
public import MarsadCore
import MarsadQueue
public import MarsadReport
import MarsadWire
import NIOCore
import NIOPosix
import RedisClient
public import ServiceLifecycle
import Synchronization

/// One worker process: takes jobs from its queues, analyses their articles, stores reports, completes jobs.
///
/// A service: `run` goes on until its group shuts down gracefully (or its task is cancelled); then it takes no more,
/// finishes what is in hand within the deadline, gives the rest back, and returns.
public final class Worker: Service {
  /// What it has done.
  public let metrics = WorkerMetrics()
  /// Its cache.
  public let cache: ReportCache

  private let configuration: WorkerConfiguration
  private let logger: Logger
  private let events: MultiThreadedEventLoopGroup
  private let redis: RedisClient
  private let inspection: RedisClient
  private let totals: QueueTotals
  private let threads: AnalysisThreads
  private let gate: AdmissionGate
  private let sessions: [QueueSession]
  private let lanes: [QueueLane]
  private let isStopping = OneShot()
  private let isListening = OneShot()
  private let statusServer = Mutex<StatusServer?>(nil)

  /// Makes a worker; it connects when it runs.
  /// - Parameters:
  ///   - analyzer: name and version of the analysis, part of every result id.
  ///   - analyze: the analysis; called on threads of its own, several at a time.
  public init(
    _ configuration: WorkerConfiguration, analyzer: String, logger: Logger,
    analyze: @escaping @Sendable (Article) -> Report
  ) {
    self.configuration = configuration
    self.logger = logger
    // One loop for jobs, one for heartbeats and probes, so that neither waits for the other.
    events = MultiThreadedEventLoopGroup(numberOfThreads: 2)
    let (jobLoop, heartbeatLoop) = (events.next(), events.next())
    threads = AnalysisThreads(count: configuration.analysisThreads)
    redis = RedisClient(configuration.redis, group: jobLoop, logger: logger)
    inspection = RedisClient(configuration.redis, group: heartbeatLoop, logger: logger)
    totals = QueueTotals(configuration.queues.map(\.settings.keys), redis: inspection)
    let keys = configuration.queues.first?.settings.keys ?? .standard
    cache = ReportCache(configuration.cache, keys: keys, analyzer: analyzer, redis: redis, logger: logger)
    gate = AdmissionGate(
      jobs: configuration.jobsUnderWay, bytes: configuration.bytesUnderWay,
      weights: configuration.queues.map(\.weight))
    var (sessions, lanes): ([QueueSession], [QueueLane]) = ([], [])
    for (index, queue) in configuration.queues.enumerated() {
      let session = QueueSession(
        queue.settings, redis: configuration.redis, on: jobLoop, heartbeatOn: heartbeatLoop, logger: logger)
      let processor = BatchProcessor(
        settings: queue.settings, limits: configuration.limits, retries: configuration.retries,
        analyzer: analyzer,
        analyze: analyze, threads: threads, cache: cache,
        nearDuplicates: NearDuplicateIndex(
          configuration.nearDuplicates, keys: queue.settings.keys, redis: redis, logger: logger),
        logger: logger)
      sessions.append(session)
      lanes.append(
        QueueLane(
          index: index, session: session, gate: gate, processor: processor, metrics: metrics,
          batchJobs: configuration.batchJobs, isStopping: isStopping, logger: logger))
    }
    self.sessions = sessions
    self.lanes = lanes
  }

  /// Makes a worker that analyses with `analyzer`.
  public convenience init(_ configuration: WorkerConfiguration, analyzer: Analyzer, logger: Logger) {
    self.init(configuration, analyzer: Analyzer.version, logger: logger) { analyzer.analyze($0) }
  }

  /// Whether every queue answered a try to take jobs within the readiness window.
  public var isReady: Bool { readiness.allSatisfy(\.isReady) }

  private var readiness: [(queue: String, isReady: Bool)] {
    zip(configuration.queues, sessions).map { queue, session in
      (queue.settings.keys.queue, session.sinceLastTake.map { $0 < configuration.readinessWindow } ?? false)
    }
  }

  private var indexCounts: [(queue: String, counts: NearDuplicateCounts)] {
    lanes.map { ($0.session.configuration.keys.queue, $0.processor.nearDuplicates.counts) }
  }

  /// The port of the status server once it listens; nil where there is none.
  public func statusPort() async -> Int? {
    await isListening.wait()
    return statusServer.withLock { $0 }?.port
  }

  /// Works until told to stop. - Throws: where the status server cannot listen.
  public func run() async throws {
    defer { isListening.fire() }
    if let address = configuration.status {
      let server = try await StatusServer.start(on: address, group: events, pages: pages)
      statusServer.withLock { $0 = server }
    }
    isListening.fire()
    logger.info(
      "worker begins",
      metadata: [
        "queues": "\(configuration.queues.map(\.settings.keys.queue))", "redis": "\(configuration.redis)",
        "threads": "\(configuration.analysisThreads)",
      ])
    let isDone = OneShot()
    // Not a child task: an analysis cannot be cancelled, and one that outlasts the deadline must not hold up the end.
    let work = Task {
      await withDiscardingTaskGroup { group in
        for lane in lanes { group.addTask { await lane.run() } }
      }
      isDone.fire()
    }
    await withTaskCancellationHandler {
      await withGracefulShutdownHandler {
        await isDone.wait()
      } onGracefulShutdown: {
        self.stop(isDone)
      }
    } onCancel: {
      self.stop(isDone)
    }
    await close()
    work.cancel()
  }

  private func stop(_ isDone: OneShot) {
    guard !isStopping.hasFired else { return }
    logger.info("worker stops taking jobs", metadata: ["under way": "\(gate.jobsUnderWay)"])
    isStopping.fire()
    Task {
      for session in sessions { await session.stopTaking() }
      try? await Task.sleep(for: configuration.shutdownDeadline)
      isDone.fire()
    }
  }

  private func close() async {
    let leftOver = gate.jobsUnderWay
    for session in sessions { await session.close() }
    await redis.shutdown()
    await inspection.shutdown()
    await statusServer.withLock { $0 }?.stop()
    threads.stop()
    // What outlasted the deadline may still want its loop; the process is about to end anyway.
    if leftOver == 0 { try? await events.shutdownGracefully() }
    logger.info("worker ends", metadata: ["given back": "\(leftOver)"])
  }

  private var pages: [String: StatusServer.Page] {
    [
      "/metrics": { [self] in
        let totals = await totals.read()
        let text = metrics.text(
          cache: cache.counts, index: indexCounts, jobsUnderWay: gate.jobsUnderWay, ready: readiness,
          totals: totals)
        return StatusPage(contentType: "text/plain; version=0.0.4; charset=utf-8", body: text)
      },
      "/healthz": { StatusPage(body: "alive\n") },
      "/readyz": { [self] in
        let silent = readiness.filter { !$0.isReady }.map(\.queue)
        if isStopping.hasFired { return StatusPage(isHealthy: false, body: "stopping\n") }
        guard silent.isEmpty else {
          return StatusPage(
            isHealthy: false,
            body: "no answer to a try to take jobs lately: \(silent.joined(separator: ", "))\n")
        }
        return StatusPage(body: "ready\n")
      },
    ]
  }
}
