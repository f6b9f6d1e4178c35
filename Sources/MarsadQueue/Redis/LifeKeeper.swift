import Logging
import MarsadWire
import NIOCore
import RedisClient

/// Keeps lives alive, on a connection and an event loop of its own, so that no analysis and no large reply can hold a
/// heartbeat up. The same round looks after the dead: it reclaims expired lives of others, retires ended lives of this
/// session, and empties what zombies moved into lists of ended lives.
actor LifeKeeper {
  private nonisolated let loop: any EventLoop
  nonisolated var unownedExecutor: UnownedSerialExecutor { unsafe loop.executor.asUnownedSerialExecutor() }

  private let configuration: QueueConfiguration
  private let redis: RedisConfiguration
  private let logger: Logger
  private let status: LifeStatus
  private var connection: RedisConnection?
  private var life: (id: String, waitingClient: Int64)?
  private var retiring: [String] = []
  private var round: Task<Void, Never>?
  private var nap: Scheduled<Void>?
  private var nextDue: Int64 = 0
  private var failures = 0
  private var isFrozen = false

  init(
    _ configuration: QueueConfiguration, redis: RedisConfiguration, on loop: any EventLoop,
    status: LifeStatus,
    logger: Logger
  ) {
    self.configuration = configuration
    self.redis = redis
    self.loop = loop
    self.status = status
    self.logger = logger
  }

  /// Enters a life among the living; from then on its lease is renewed.
  func begin(_ id: String, waitingClient: Int64) async throws(RedisError) {
    try await beat(id, begins: true)
    life = (id, waitingClient)
    status.begin(id)
    if round == nil { round = Task { await self.run() } }
  }

  /// Gives back what an ended life still holds, as soon as Redis can be reached.
  func retire(_ id: String) {
    if life?.id == id { life = nil }
    status.end(id)
    retiring.append(id)
    nap?.cancel()
  }

  /// Ends the rounds after one more try to retire what is left.
  func stop() async {
    round?.cancel()
    nap?.cancel()
    await round?.value
    round = nil
    try? await retireEnded()
    await connection?.close()
    connection = nil
  }

  /// Ends a blocking wait at once: the queue was paused, the life is over, or the worker stops.
  func wakeTaker() async {
    guard let client = life?.waitingClient else { return }
    _ = try? await link().send(RedisCommand("CLIENT", "UNBLOCK", RedisArgument(client)))
  }

  /// For tests: a process that was stopped does not beat.
  func freeze(_ frozen: Bool) { isFrozen = frozen }

  private func run() async {
    while !Task.isCancelled {
      await sleep()
      if Task.isCancelled { return }
      if isFrozen { continue }
      do throws(RedisError) {
        try await retireEnded()
        if let life { try await beat(life.id, begins: false) }
        failures = 0
      } catch {
        failures += 1
        logger.warning("heartbeat failed", metadata: ["error": "\(error)"])
        await connection?.close()
        connection = nil
      }
    }
  }

  private func sleep() async {
    var wait = configuration.beat
    if failures > 0 { wait = Backoff(limit: configuration.beat).delay(beforeAttempt: failures + 1) }
    if failures == 0, nextDue > 0 {
      wait = min(wait, .milliseconds(max(1, nextDue - status.serverTime.milliseconds)))
    }
    if !retiring.isEmpty, failures == 0, !isFrozen { return }
    let nap = loop.scheduleTask(in: TimeAmount(wait)) {}
    self.nap = nap
    try? await nap.futureResult.get()
  }

  private func link() async throws(RedisError) -> RedisConnection {
    if let connection, connection.isOpen { return connection }
    let fresh = try await RedisConnection.connect(redis, on: loop, logger: logger)
    connection = fresh
    return fresh
  }

  private func beat(_ id: String, begins: Bool) async throws(RedisError) {
    let keys = configuration.keys
    let link = try await link()
    let asked = ContinuousClock.now
    let reply = try await link.evaluate(
      QueueScripts.heartbeat,
      keys: [keys.workers, keys.scheduled, keys.pending, keys.paused, keys.ended],
      arguments: [
        RedisArgument(id), RedisArgument(configuration.lease.wholeMilliseconds), begins ? "1" : "0", "100",
      ], timeout: configuration.lease)
    guard let parts = reply.elements, parts.count == 6, let alive = parts[0].int, let now = parts[1].int,
      let paused = parts[2].int, let due = parts[3].int
    else { throw .unexpectedReply(command: "heartbeat", reply: "\(reply)") }
    status.set(serverTime: now, at: asked)
    nextDue = due
    let wasPaused = status.isPaused
    status.isPaused = paused != 0
    if alive == ScriptRefusal.lifeEnded.rawValue {
      logger.warning("life ended by others", metadata: ["life": "\(id)"])
      status.end(id)
      await wakeTaker()
      if life?.id == id { retire(id) }
    } else if paused != 0, !wasPaused {
      await wakeTaker()
    }
    for expired in (parts[4].elements ?? []).compactMap(\.string) where expired != id {
      try await reclaim(expired, .expired)
    }
    try await sweep((parts[5].elements ?? []).compactMap(\.string), over: link)
  }

  /// Looks whether anything has come into the lists of ended lives.
  private func sweep(_ ended: [String], over link: RedisConnection) async throws(RedisError) {
    guard !ended.isEmpty else { return }
    let lengths = try await link.pipeline(
      ended.map { RedisCommand("LLEN", RedisArgument(configuration.keys.leased($0))) })
    for (id, length) in zip(ended, lengths) where (length.int ?? 0) > 0 { try await reclaim(id, .late) }
  }

  private func retireEnded() async throws(RedisError) {
    while let id = retiring.first {
      try await reclaim(id, .retire)
      retiring.removeAll { $0 == id }
    }
  }

  private enum Reason: String { case expired, retire, late }

  private func reclaim(_ id: String, _ reason: Reason) async throws(RedisError) {
    let keys = configuration.keys
    let reply = try await link().evaluate(
      QueueScripts.reclaim,
      keys: [keys.workers, keys.leased(id), keys.running(id), keys.pending, keys.ended, keys.counters],
      arguments: [
        RedisArgument(id), RedisArgument(reason.rawValue),
        RedisArgument(configuration.watch.wholeMilliseconds), RedisArgument(Life.tombstone(id)),
      ])
    if let moved = reply.int, moved > 0 {
      logger.info("put jobs back", metadata: ["life": "\(id)", "why": "\(reason)", "jobs": "\(moved)"])
    }
  }
}
