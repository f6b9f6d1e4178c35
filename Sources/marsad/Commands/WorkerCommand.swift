import ArgumentParser
import Logging
import MarsadCore
import MarsadWorker
import ServiceLifecycle
import UnixSignals

struct WorkerCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "worker",
    abstract: "Take jobs, analyse them, publish one completion event each.",
    discussion: """
      Runs until SIGTERM or SIGINT: then it takes no more jobs, finishes what it holds or, at the drain deadline,
      gives it back, and exits 0. Start as many as you like, on as many machines as you like.

      EXAMPLES
        marsad worker
        marsad worker --redis rediss://worker:secret@redis.example:6380 --http 0.0.0.0:9464
        marsad worker --queues breaking=3,articles=1 --concurrency 4
      """)

  @OptionGroup var shared: SharedOptions

  @Option(
    help: ArgumentHelp(
      "Queues with weights; a weight of 3 is served three times as often.", valueName: "list"))
  var queues: String?

  @Option(help: ArgumentHelp("Analyses at a time (default: one a core).", valueName: "count"))
  var concurrency: String?

  @Option(
    help: ArgumentHelp("Serve /metrics, /healthz and /readyz on HOST:PORT or PORT.", valueName: "address"))
  var http: String?

  @Option(help: ArgumentHelp("Time to finish what is in hand (default: 25s).", valueName: "time"))
  var drainDeadline: String?

  @Option(help: ArgumentHelp("How long a silent worker keeps its jobs (default: 3500ms).", valueName: "time"))
  var lease: String?

  @Option(
    help: ArgumentHelp("Tries of a job, and workers it may take down (default: 5).", valueName: "count"))
  var maxAttempts: String?

  @Option(help: ArgumentHelp("Reports kept in memory (default: 64MiB).", valueName: "size"))
  var cacheBytes: String?

  @Option(help: ArgumentHelp("How long reports stay in Redis (default: 7d).", valueName: "time"))
  var resultTTL: String?

  @Option(help: ArgumentHelp("Completion events kept, about (default: 1000000).", valueName: "count"))
  var eventsLength: String?

  @Option(help: ArgumentHelp("What to say on standard error (default: info).", valueName: "level"))
  var logLevel: String?

  func run() async throws {
    let settings = try settings()
    let worker = try Worker(settings, .configured(by: settings))
    // Not Interruption: the worker's own end has two steps, and a second signal must not cut the first one short.
    let group = ServiceGroup(
      configuration: .init(
        services: [worker], gracefulShutdownSignals: [.sigterm, .sigint],
        logger: RedisSession.logger(settings)))
    try await group.run()
  }

  func settings() throws -> Settings {
    try shared.settings([
      .queues: queues, .concurrency: concurrency, .http: http, .drainDeadline: drainDeadline, .lease: lease,
      .maxAttempts: maxAttempts, .cacheBytes: cacheBytes, .resultTTL: resultTTL, .eventsLength: eventsLength,
      .logLevel: logLevel,
    ])
  }
}
