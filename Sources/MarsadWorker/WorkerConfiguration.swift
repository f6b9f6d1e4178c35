public import MarsadCache
public import MarsadQueue
public import MarsadWire
public import RedisClient

/// How a worker works.
public struct WorkerConfiguration: Sendable {
  /// One queue that the worker serves.
  public struct Queue: Sendable {
    /// Its session's settings: keys, worker name, lease, heartbeat.
    public var settings: QueueConfiguration
    /// Its share of the worker beside other queues, at least 1.
    public var weight: Int
    /// Names a queue and its share.
    public init(_ settings: QueueConfiguration, weight: Int = 1) {
      self.settings = settings
      self.weight = weight
    }
  }

  /// Where the status server listens.
  public struct Address: Sendable, Equatable {
    /// A name or number of this host.
    public var host: String
    /// 0 for any free one.
    public var port: Int
    /// Makes an address from its parts.
    public init(host: String = "127.0.0.1", port: Int) {
      self.host = host
      self.port = port
    }
  }

  /// The server.
  public var redis: RedisConfiguration
  /// The queues, all of one prefix; at least one.
  public var queues: [Queue]
  /// How many articles are analysed at once, each on a thread of its own.
  public var analysisThreads: Int
  /// How many jobs are taken at once, at most.
  public var batchJobs = 64
  /// How many jobs are under way at once, at most; more are leased only to be at hand.
  public var jobsUnderWay = 256
  /// How many bytes of jobs are under way at once; a single batch beyond this goes alone.
  public var bytesUnderWay = 48 << 20
  /// How large jobs may be.
  public var limits = JobLimits()
  /// How reports are kept.
  public var cache = ReportCacheConfiguration()
  /// How near-duplicates are looked for.
  public var nearDuplicates = NearDuplicateConfiguration()
  /// What happens to jobs that failed for a passing reason.
  public var retries = RetryPolicy()
  /// How long jobs in hand may take to finish once the worker is told to stop; the rest is given back.
  public var shutdownDeadline: Duration = .seconds(20)
  /// Ready means that Redis answered a try to take jobs within this time.
  public var readinessWindow: Duration = .seconds(10)
  /// Where `/metrics`, `/healthz` and `/readyz` are served; nil for nowhere.
  public var status: Address?

  /// The defaults, for one server and some queues.
  public init(redis: RedisConfiguration, queues: [Queue], analysisThreads: Int) {
    self.redis = redis
    self.queues = queues
    self.analysisThreads = max(1, analysisThreads)
  }
}
