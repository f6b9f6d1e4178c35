import MarsadWire
import RedisClient

/// One member of a consumer group over a queue's completion events: each event goes to one member, who acknowledges it;
/// what a member was given and did not acknowledge in time is claimed by another.
struct EventGroup: Sendable {
  private let session: RedisSession
  private let group: String
  private let consumer: String
  /// How long another member may hold an event before it is claimed.
  private let claimAfter: Duration
  private var lastClaim: ContinuousClock.Instant?
  /// What this member was given before and did not acknowledge comes first; nil once that is through.
  private var ownPosition: String? = "0"

  /// Joins a group, which is made, to begin after `start`, where it does not exist.
  init(
    _ session: RedisSession, group: String, consumer: String, start: String, claimAfter: Duration
  ) async throws(RedisError) {
    self.session = session
    self.group = group
    self.consumer = consumer
    self.claimAfter = claimAfter
    let create = RedisCommand(
      "XGROUP", "CREATE", RedisArgument(session.keys.events), RedisArgument(group), RedisArgument(start),
      "MKSTREAM")
    do {
      _ = try await session.client.send(create)
    } catch {
      guard case .reply(code: "BUSYGROUP", _) = error else { throw error }
    }
  }

  /// The next events for this member, at most `count`: its own unfinished ones, then those of dead members, then new ones;
  /// empty where none came within `wait`.
  mutating func next(count: Int, wait: Duration) async throws -> [StreamEntry] {
    if let position = ownPosition {
      let own = try await read(count: count, after: position, wait: nil)
      ownPosition = own.last?.id
      if !own.isEmpty { return own }
    }
    let now = ContinuousClock.now
    if lastClaim.map({ now - $0 >= min(claimAfter, .seconds(1)) }) ?? true {
      let claimed = try await claim(count: count)
      // Where there was something there may be more: look again at once.
      if !claimed.isEmpty { return claimed }
      lastClaim = now
    }
    return try await read(count: count, after: ">", wait: min(wait, max(claimAfter, .milliseconds(100))))
  }

  /// Tells the group that events are dealt with.
  func acknowledge(_ ids: [String]) async throws(RedisError) {
    guard !ids.isEmpty else { return }
    _ = try await session.client.send(
      RedisCommand(
        "XACK",
        arguments: [RedisArgument(session.keys.events), RedisArgument(group)] + ids.map { RedisArgument($0) })
    )
  }

  private func read(count: Int, after position: String, wait: Duration?) async throws -> [StreamEntry] {
    var arguments: [RedisArgument] = [
      "GROUP", RedisArgument(group), RedisArgument(consumer), "COUNT", RedisArgument(count),
    ]
    if let wait { arguments += ["BLOCK", RedisArgument(max(wait.wholeMilliseconds, 1))] }
    arguments += ["STREAMS", RedisArgument(session.keys.events), RedisArgument(position)]
    let command = RedisCommand("XREADGROUP", arguments: arguments)
    let reply = try await session.client.withConnection { connection in
      try await connection.send(command, timeout: (wait ?? .zero) + .seconds(10))
    }
    return try await present((reply.elements ?? []).flatMap { $0.elements?.last?.elements ?? [] })
  }

  private func claim(count: Int) async throws -> [StreamEntry] {
    let reply = try await session.client.send(
      RedisCommand(
        "XAUTOCLAIM", RedisArgument(session.keys.events), RedisArgument(group), RedisArgument(consumer),
        RedisArgument(claimAfter.wholeMilliseconds), "0", "COUNT", RedisArgument(count)))
    guard let parts = reply.elements, parts.count >= 2 else {
      throw RedisError.unexpectedReply(command: "XAUTOCLAIM", reply: "\(reply)")
    }
    return try await present(parts[1].elements ?? [])
  }

  /// The entries that still exist; those which the stream has dropped meanwhile are acknowledged, or they would come
  /// again for ever.
  private func present(_ replies: [RedisValue]) async throws -> [StreamEntry] {
    let dropped = replies.filter { StreamEntry($0) == nil }.compactMap { $0.elements?.first?.string }
    try await acknowledge(dropped)
    return replies.compactMap { StreamEntry($0) }
  }
}
