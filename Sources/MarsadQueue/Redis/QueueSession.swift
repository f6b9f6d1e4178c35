public import Logging
public import MarsadWire
public import NIOCore
public import RedisClient

/// A worker's hold on one queue: takes jobs, settles them, keeps their leases.
///
/// It runs on its connection's event loop, so that a round trip costs no thread hop; heartbeats run on another loop and
/// connection. It survives everything that happens to Redis: when a connection breaks or the lease is lost, the jobs in
/// hand are void (`holds` turns false, settling them does nothing), and it goes on with a new life.
/// One caller takes at a time; settling may go on meanwhile.
public actor QueueSession {
  private nonisolated let loop: any EventLoop
  /// The event loop of its connections.
  public nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe loop.executor.asUnownedSerialExecutor()
  }

  /// The queue's settings.
  public nonisolated let configuration: QueueConfiguration
  let redis: RedisConfiguration
  let keeper: LifeKeeper
  nonisolated let status = LifeStatus()
  let logger: Logger
  var life: Life?
  private var generation: UInt64 = 0
  private var failures = 0
  private var isTaking = false
  private var isIdle = false
  private var sizing: BatchSizing

  /// Makes a session; it connects when jobs are first taken.
  /// - Parameters:
  ///   - loop: for taking and settling.
  ///   - heartbeatLoop: for heartbeats; another one, on which nothing heavy runs.
  public init(
    _ configuration: QueueConfiguration, redis: RedisConfiguration, on loop: any EventLoop,
    heartbeatOn heartbeatLoop: any EventLoop, logger: Logger
  ) {
    self.configuration = configuration
    self.redis = redis
    self.loop = loop
    self.logger = logger
    sizing = BatchSizing(budget: configuration.batchBytes)
    keeper = LifeKeeper(configuration, redis: redis, on: heartbeatLoop, status: status, logger: logger)
  }

  // MARK: What anybody may ask

  /// Whether the queue is paused, as of the last heartbeat.
  public nonisolated var isPaused: Bool { status.isPaused }
  /// The server's clock.
  public nonisolated var serverTime: Timestamp { status.serverTime }
  /// How long ago Redis last answered a try to take jobs: readiness. nil before the first.
  public nonisolated var sinceLastTake: Duration? { status.sinceLastTake }
  /// Jobs in hand, void ones not counted.
  public var inHand: Int { life?.ledger.count ?? 0 }

  /// Whether a job is still this session's. Where not, drop it: somebody else has it.
  public func holds(_ job: LeasedJob) -> Bool {
    guard let life else { return false }
    return life.generation == job.generation && status.lives(life.id)
  }

  // MARK: Taking

  /// Takes up to `max` jobs, oldest first. Where there is none and `wait` is set, waits for one, at most about
  /// `configuration.blockingWait`. Empty where none came, while the queue is paused or Redis is away (after a pause of
  /// that length at most), and once `stopTaking` was called. Never throws: Redis coming back is its own business.
  public func take(max: Int, wait: Bool = true) async -> [LeasedJob] {
    guard !isTaking, max > 0, !status.isStopping, let life = await liveOrBegin() else { return [] }
    guard !isTaking else { return [] }
    isTaking = true
    defer { isTaking = false }
    if status.isPaused {
      if wait { await pause(configuration.beat) }
      return []
    }
    if !isIdle || !wait {
      let count = sizing.next(atMost: max)
      let jobs = await run([], thenTake: count, life: life).jobs
      if !jobs.isEmpty || !wait || self.life?.generation != life.generation { return jobs }
    }
    return await waitForJob(life)
  }

  private func waitForJob(_ life: Life) async -> [LeasedJob] {
    let keys = configuration.keys
    let seconds = Double(configuration.blockingWait.wholeMilliseconds) / 1000
    let command = RedisCommand(
      "BLMOVE", RedisArgument(keys.pending), RedisArgument(keys.leased(life.id)), "RIGHT", "LEFT",
      RedisArgument(String(seconds)))
    do throws(RedisError) {
      let reply = try await life.waiting.send(command, timeout: configuration.blockingWait + .seconds(5))
      status.noteTake()
      let jobs = admit([reply], generation: life.generation)
      isIdle = jobs.isEmpty
      return jobs
    } catch {
      await end(life, because: error)
      return []
    }
  }

  // MARK: Settling

  /// What became of a call of `settle`.
  public struct Settled: Sendable {
    /// How many of the jobs were settled: all of them, or 0 where the life had ended.
    public var count: Int
    /// Whether the life ended, so that all jobs in hand are void.
    public var isVoid: Bool
    /// Jobs taken in the same round trip.
    public var jobs: [LeasedJob]
  }

  /// Settles jobs in one atomic script, and takes up to `max` more in the same round trip.
  /// Jobs of an ended life are passed over: whoever has them now settles them.
  public func settle(_ settlements: [Settlement], thenTake max: Int = 0) async -> Settled {
    guard let life, status.lives(life.id) else { return Settled(count: 0, isVoid: true, jobs: []) }
    let own = settlements.filter { $0.job.generation == life.generation }
    let mayTake = max > 0 && !isTaking && !status.isPaused && !status.isStopping
    guard !own.isEmpty || mayTake else { return Settled(count: 0, isVoid: !settlements.isEmpty, jobs: []) }
    if mayTake { isTaking = true }
    defer { if mayTake { isTaking = false } }
    return await run(own, thenTake: mayTake ? sizing.next(atMost: max) : 0, life: life)
  }

  /// Says that a suspect begins, acknowledged before this returns; nothing else may run in this process until it is
  /// settled. - Returns: false where the job is void: do not run it.
  public func markRunning(_ job: LeasedJob) async -> Bool {
    guard holds(job), let life else { return false }
    let line = Array(job.bytes[..<job.payloadRange.lowerBound])
    do throws(RedisError) {
      _ = try await life.main.send(
        RedisCommand(
          "SET", RedisArgument(configuration.keys.running(life.id)), RedisArgument(line), "PX",
          RedisArgument(configuration.watch.wholeMilliseconds)))
    } catch {
      await end(life, because: error)
      return false
    }
    guard self.life?.generation == life.generation else { return false }
    self.life?.marked = job.position
    return true
  }

  private func run(_ settlements: [Settlement], thenTake count: Int, life: Life) async -> Settled {
    let lost = Settled(count: 0, isVoid: true, jobs: [])
    var commands: [RedisCommand] = []
    if !settlements.isEmpty {
      guard let command = settleCommand(settlements) else {
        logger.error("a job was settled twice; nothing was done", metadata: ["life": "\(life.id)"])
        return Settled(count: 0, isVoid: false, jobs: [])
      }
      commands.append(command)
    }
    if count > 0 {
      let keys = configuration.keys
      let move = RedisCommand(
        "LMOVE", RedisArgument(keys.pending), RedisArgument(keys.leased(life.id)), "RIGHT", "LEFT")
      commands.append(contentsOf: repeatElement(move, count: count))
    }
    do throws(RedisError) {
      var replies = try await life.main.pipeline(commands)[...]
      if !settlements.isEmpty, let reply = replies.popFirst() {
        if case .error(let message) = reply { throw .reply(code: "settle", message: message) }
        guard reply.int == Int64(settlements.count) else {
          await end(life, because: .unexpectedReply(command: "settle", reply: "\(reply)"))
          return lost
        }
      }
      guard count > 0 else { return Settled(count: settlements.count, isVoid: false, jobs: []) }
      status.noteTake()
      for case .error(let message) in replies { throw .reply(code: "LMOVE", message: message) }
      let jobs = admit(replies, generation: life.generation)
      sizing.record(asked: count, received: jobs.count, bytes: jobs.reduce(0) { $0 + $1.bytes.count })
      isIdle = jobs.isEmpty
      return Settled(count: settlements.count, isVoid: false, jobs: jobs)
    } catch {
      await end(life, because: error)
      return lost
    }
  }

  private func admit(_ replies: some Sequence<RedisValue>, generation: UInt64) -> [LeasedJob] {
    guard let id = life?.id, life?.generation == generation else { return [] }
    let now = status.serverTime
    return replies.compactMap { reply in
      guard case .bulk(let bytes) = reply, let position = life?.ledger.append() else { return nil }
      return LeasedJob(
        bytes, life: id, generation: generation, position: position, taken: now,
        maximumDeaths: configuration.maximumDeaths)
    }
  }

  // MARK: Lives

  private func liveOrBegin() async -> Life? {
    if let life {
      if status.lives(life.id) { return life }
      await end(life, because: nil)
    }
    guard !isTaking else { return nil }
    isTaking = true
    defer { isTaking = false }
    await pause(Backoff(limit: .seconds(1)).delay(beforeAttempt: failures + 1))
    guard !status.isStopping else { return nil }
    do throws(RedisError) {
      let life = try await begin()
      failures = 0
      self.life = life
      isIdle = false
      return life
    } catch {
      failures += 1
      logger.warning("cannot begin on the queue", metadata: ["error": "\(error)", "try": "\(failures)"])
      return nil
    }
  }

  private func begin() async throws(RedisError) -> Life {
    generation += 1
    let main = try await RedisConnection.connect(redis, on: loop, logger: logger)
    var waiting: RedisConnection?
    do throws(RedisError) {
      let second = try await RedisConnection.connect(redis, on: loop, logger: logger)
      waiting = second
      try await main.load(QueueScripts.settle)
      guard let client = try await second.send(RedisCommand("CLIENT", "ID")).int else {
        throw .unexpectedReply(command: "CLIENT ID", reply: "no number")
      }
      let id = Life.makeID(worker: configuration.worker)
      try await keeper.begin(id, waitingClient: client)
      logger.debug("life begins", metadata: ["life": "\(id)"])
      return Life(id: id, generation: generation, main: main, waiting: second)
    } catch {
      await main.close()
      await waiting?.close()
      throw error
    }
  }

  /// Ends a life, once: its jobs go back through the heartbeat's connection, its own connections are closed.
  private func end(_ ended: Life, because error: RedisError?) async {
    guard life?.generation == ended.generation else { return }
    life = nil
    if let error { logger.warning("life ends", metadata: ["life": "\(ended.id)", "error": "\(error)"]) }
    await keeper.retire(ended.id)
    await ended.main.close()
    await ended.waiting.close()
  }

  private func pause(_ time: Duration) async {
    guard time > .zero else { return }
    try? await loop.scheduleTask(in: TimeAmount(time)) {}.futureResult.get()
  }

  // MARK: Stopping

  /// Takes no more; what is in hand may still be settled. Ends a wait that is under way.
  public func stopTaking() async {
    status.isStopping = true
    await keeper.wakeTaker()
  }

  /// For tests: a process that was stopped does not beat.
  package func freezeHeartbeat(_ frozen: Bool) async { await keeper.freeze(frozen) }

  /// Gives back whatever is still in hand, not counted as attempts, and closes the connections.
  public func close() async {
    await stopTaking()
    if let life { await end(life, because: nil) }
    await keeper.stop()
  }
}
