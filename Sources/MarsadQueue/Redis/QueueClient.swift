public import MarsadWire
public import RedisClient

/// The queue as producers and operators see it. All of it works with or without workers.
public struct QueueClient: Sendable {
  /// The queue's keys.
  public let keys: KeyNames
  /// The server.
  public let redis: RedisClient
  /// How long an id is remembered: a second job of the same id within it is refused.
  public var window: Duration = .seconds(24 * 3600)

  /// Talks to a queue through a client.
  public init(keys: KeyNames, redis: RedisClient) {
    self.keys = keys
    self.redis = redis
  }

  // MARK: Enqueueing

  /// Puts one job in line. - Parameter cap: refuse where so many are pending already.
  public func enqueue(_ request: EnqueueRequest, cap: Int? = nil) async throws(RedisError) -> Enqueued {
    Enqueued(
      try await redis.evaluate(
        QueueScripts.enqueue, keys: enqueueKeys(request), arguments: enqueueArguments(request, cap)),
      id: request.id)
  }

  /// Puts many jobs in line in one write. What becomes of each is told apart; jobs after a full line are refused too.
  public func enqueue(
    _ requests: [EnqueueRequest], cap: Int? = nil
  ) async throws(RedisError) -> [Result<Enqueued, RedisError>] {
    // The first one makes the script known to the server.
    guard let first = requests.first else { return [] }
    var results: [Result<Enqueued, RedisError>] = [.success(try await enqueue(first, cap: cap))]
    let rest = requests.dropFirst()
    let commands = rest.compactMap {
      QueueScripts.enqueue.command(keys: enqueueKeys($0), arguments: enqueueArguments($0, cap))
    }
    for (request, reply) in zip(rest, try await redis.pipeline(commands, timeout: .seconds(60))) {
      if case .error(let message) = reply {
        let code = message.prefix { $0 != " " }
        results.append(.failure(.reply(code: String(code), message: message)))
      } else {
        results.append(.success(Enqueued(reply, id: request.id)))
      }
    }
    return results
  }

  private func enqueueKeys(_ request: EnqueueRequest) -> [String] {
    [keys.pending, keys.scheduled, keys.job(request.id)]
  }

  private func enqueueArguments(_ request: EnqueueRequest, _ cap: Int?) -> [RedisArgument] {
    [
      RedisArgument(request.id), RedisArgument(request.payload), RedisArgument(cap ?? 0),
      request.isUrgent ? "1" : "0", RedisArgument(request.notBefore?.milliseconds ?? 0),
      RedisArgument(window.wholeMilliseconds),
    ]
  }

  // MARK: Operating

  /// Workers take no more jobs, from their next heartbeat on; what they hold they finish.
  public func pause() async throws(RedisError) {
    _ = try await redis.send(.init("SET", .init(keys.paused), "1"))
  }

  /// Workers take jobs again. - Returns: whether the queue was paused.
  @discardableResult public func resume() async throws(RedisError) -> Bool {
    try await redis.send(.init("DEL", .init(keys.paused))).int == 1
  }

  /// Drops all jobs that wait, due or not; what workers hold goes on. No events. - Returns: how many.
  @discardableResult public func purge() async throws(RedisError) -> Int {
    Int(
      try await redis.evaluate(QueueScripts.purge, keys: [keys.pending, keys.scheduled], arguments: []).int
        ?? 0)
  }
}
