import MarsadWire
public import RedisClient

/// A job that failed for good, kept whole.
public struct DeadLetter: Sendable, Equatable {
  /// Its entry in the dead stream.
  public let entry: String
  /// The job's id.
  public let job: String
  /// Why: for programs and for people.
  public let code: String, message: String
  /// How often it was tried.
  public let attempts: Int
  /// Who gave it up.
  public let worker: String
  /// When it entered the queue, ms since 1970; 0 where nobody said.
  public let enqueuedMilliseconds: Int64
  /// The bytes as they were pushed.
  public let payload: [UInt8]

  init(_ entry: StreamEntry) {
    func text(_ name: String) -> String { String(decoding: entry[name] ?? [], as: UTF8.self) }
    self.entry = entry.id
    job = text("job")
    code = text("code")
    message = text("message")
    attempts = Int(text("attempts")) ?? 0
    worker = text("worker")
    enqueuedMilliseconds = Int64(text("enqueued_ms")) ?? 0
    payload = entry["payload"] ?? []
  }

  /// When it died, ms since 1970.
  public var milliseconds: Int64 { entry.split(separator: "-").first.flatMap { Int64($0) } ?? 0 }
}

extension QueueClient {
  /// Dead jobs, oldest first. - Parameter after: the entry after which to go on.
  public func dead(after: String? = nil, count: Int = 100) async throws(RedisError) -> [DeadLetter] {
    let start = after.map { "(\($0)" } ?? "-"
    return StreamEntry.list(
      try await redis.send(
        .init("XRANGE", .init(keys.dead), .init(start), "+", "COUNT", .init(count)))
    ).map(DeadLetter.init)
  }

  /// One dead job, nil where there is none of that entry.
  public func dead(entry: String) async throws(RedisError) -> DeadLetter? {
    StreamEntry.list(
      try await redis.send(.init("XRANGE", .init(keys.dead), .init(entry), .init(entry)))
    ).first.map(DeadLetter.init)
  }

  /// Puts a dead job back in line as new. - Returns: false where there is none of that entry (any more).
  public func retryDead(entry: String) async throws(RedisError) -> Bool {
    guard let letter = try await dead(entry: entry) else { return false }
    let reply = try await redis.evaluate(
      QueueScripts.deadRetry, keys: [keys.dead, keys.pending, keys.job(letter.job)],
      arguments: [.init(entry), .init(letter.job), .init(window.wholeMilliseconds)])
    return reply.int == 1
  }

  /// Forgets dead jobs. - Returns: how many there were of those entries.
  public func dropDead(entries: [String]) async throws(RedisError) -> Int {
    guard !entries.isEmpty else { return 0 }
    let command = RedisCommand("XDEL", arguments: [.init(keys.dead)] + entries.map { .init($0) })
    return Int(try await redis.send(command).int ?? 0)
  }
}
