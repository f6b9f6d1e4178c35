import MarsadWire
public import RedisClient

/// A queue in numbers, at one moment.
public struct QueueStats: Sendable, Equatable {
  /// One living life.
  public struct Worker: Sendable, Equatable {
    /// Worker's name, a dash, and a random part.
    public var life: String
    /// Jobs in hand, settled ones that wait for their turn to be trimmed included.
    public var leased: Int
    /// Until its lease is over; negative: it is about to be reclaimed.
    public var leaseMilliseconds: Int64
  }
  /// Jobs in line.
  public var pending = 0
  /// Jobs in hand of workers.
  public var leased: Int { workers.reduce(0) { $0 + $1.leased } }
  /// Retries and jobs not yet due.
  public var scheduled = 0
  /// Dead jobs kept.
  public var dead = 0
  /// Events in the stream.
  public var events = 0
  /// Whether workers take no more.
  public var isPaused = false
  /// All living lives.
  public var workers: [Worker] = []
  /// Counted since the queue began: `analyzed`, `failed`, `expired`, `retried`, `deferred`, `reclaimed`, `lives_lost`.
  public var counters: [String: Int] = [:]
  /// The server's clock, ms since 1970: what rates are taken over.
  public var milliseconds: Int64 = 0
}

extension QueueClient {
  /// Counts everything. - Parameter timeout: of each of the two round trips; nil for the client's own.
  /// - Complexity: O(workers).
  public func stats(timeout: Duration? = nil) async throws(RedisError) -> QueueStats {
    let replies = try await redis.pipeline(
      [
        .init("LLEN", .init(keys.pending)), .init("ZCARD", .init(keys.scheduled)),
        .init("XLEN", .init(keys.dead)),
        .init("XLEN", .init(keys.events)), .init("EXISTS", .init(keys.paused)),
        .init("HGETALL", .init(keys.counters)),
        .init("TIME"), .init("ZRANGE", .init(keys.workers), "0", "-1", "WITHSCORES"),
      ], timeout: timeout)
    for case .error(let message) in replies { throw .reply(code: "stats", message: message) }
    var stats = QueueStats()
    stats.pending = Int(replies[0].int ?? 0)
    stats.scheduled = Int(replies[1].int ?? 0)
    stats.dead = Int(replies[2].int ?? 0)
    stats.events = Int(replies[3].int ?? 0)
    stats.isPaused = replies[4].int == 1
    for (name, value) in Self.pairs(replies[5]) { stats.counters[name] = Int(value.int ?? 0) }
    let time = (replies[6].elements ?? []).compactMap(\.int)
    if time.count == 2 { stats.milliseconds = time[0] * 1000 + time[1] / 1000 }
    let lives = Self.pairs(replies[7])
    guard !lives.isEmpty else { return stats }
    let lengths = try await redis.pipeline(
      lives.map { .init("LLEN", .init(keys.leased($0.0))) }, timeout: timeout)
    stats.workers = zip(lives, lengths).map { life, length in
      let deadline = life.1.string.flatMap(Double.init) ?? 0
      return .init(
        life: life.0, leased: Int(length.int ?? 0), leaseMilliseconds: Int64(deadline) - stats.milliseconds)
    }
    return stats
  }

  /// Names and values of a flat reply.
  static func pairs(_ reply: RedisValue) -> [(String, RedisValue)] {
    let flat = reply.elements ?? []
    return stride(from: 0, to: flat.count - 1, by: 2).compactMap { index in
      flat[index].string.map { ($0, flat[index + 1]) }
    }
  }
}
