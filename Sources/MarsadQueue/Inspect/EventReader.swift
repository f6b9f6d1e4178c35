import MarsadWire
public import RedisClient

/// One completion event as it stands in the stream.
public struct StreamedEvent: Sendable, Equatable {
  /// Its entry: where to go on from.
  public let entry: String
  /// CloudEvents 1.0, one line of JSON.
  public let json: [UInt8]
  /// Flat fields to filter on; `result` is empty where there is none.
  public let type: String, job: String, result: String, outcome: String

  init(_ entry: StreamEntry) {
    func text(_ name: String) -> String { String(decoding: entry[name] ?? [], as: UTF8.self) }
    self.entry = entry.id
    json = entry["event"] ?? []
    type = text("type")
    job = text("job")
    result = text("result")
    outcome = text("outcome")
  }
}

extension QueueClient {
  /// Events after an entry (`0`: from the beginning, `$`: only new ones), waiting up to `wait` for the first.
  /// Go on from the last entry received. A wait takes a connection of its own from the client's pool.
  public func events(after entry: String, count: Int = 100, wait: Duration? = nil) async throws
    -> [StreamedEvent]
  {
    var arguments: [RedisArgument] = ["COUNT", .init(count)]
    if let wait { arguments += ["BLOCK", .init(max(1, wait.wholeMilliseconds))] }
    arguments += ["STREAMS", .init(keys.events), .init(entry)]
    return try await read(.init("XREAD", arguments: arguments), wait: wait)
  }

  /// The stream's last entry, `0-0` where there is none: a fixed point for "only new ones" over several calls.
  public func lastEventEntry() async throws(RedisError) -> String {
    StreamEntry.list(
      try await redis.send(.init("XREVRANGE", .init(keys.events), "+", "-", "COUNT", "1"))
    ).first?.id ?? "0-0"
  }

  /// Makes a consumer group that begins after an entry; one that exists is left as it is.
  public func makeEventGroup(_ group: String, after entry: String = "$") async throws(RedisError) {
    do throws(RedisError) {
      _ = try await redis.send(
        .init("XGROUP", "CREATE", .init(keys.events), .init(group), .init(entry), "MKSTREAM"))
    } catch {
      guard case .reply(code: "BUSYGROUP", _) = error else { throw error }
    }
  }

  /// New events for a member of a group; they stay the member's own until it acknowledges them.
  /// - Parameter unacknowledged: instead those that this member has received before and not acknowledged.
  public func events(
    group: String, member: String, count: Int = 100, wait: Duration? = nil, unacknowledged: Bool = false
  ) async throws -> [StreamedEvent] {
    var arguments: [RedisArgument] = ["GROUP", .init(group), .init(member), "COUNT", .init(count)]
    if let wait, !unacknowledged { arguments += ["BLOCK", .init(max(1, wait.wholeMilliseconds))] }
    arguments += ["STREAMS", .init(keys.events), unacknowledged ? "0" : ">"]
    return try await read(.init("XREADGROUP", arguments: arguments), wait: wait)
  }

  /// Takes over what members that are silent for `idle` have not acknowledged.
  /// - Returns: the events, and the entry from which to go on (`0-0`: all were looked at).
  public func claimEvents(
    group: String, member: String, idle: Duration, from entry: String = "0-0", count: Int = 100
  ) async throws(RedisError) -> (events: [StreamedEvent], next: String) {
    let reply = try await redis.send(
      .init(
        "XAUTOCLAIM", .init(keys.events), .init(group), .init(member), .init(idle.wholeMilliseconds),
        .init(entry), "COUNT", .init(count)))
    guard let parts = reply.elements, parts.count >= 2, let next = parts[0].string else {
      throw .unexpectedReply(command: "XAUTOCLAIM", reply: "\(reply)")
    }
    return (StreamEntry.list(parts[1]).map(StreamedEvent.init), next)
  }

  /// Says that events were dealt with. - Returns: how many were still open.
  @discardableResult public func acknowledge(_ entries: [String], group: String) async throws(RedisError)
    -> Int
  {
    guard !entries.isEmpty else { return 0 }
    let command = RedisCommand(
      "XACK", arguments: [.init(keys.events), .init(group)] + entries.map { .init($0) })
    return Int(try await redis.send(command).int ?? 0)
  }

  private func read(_ command: RedisCommand, wait: Duration?) async throws -> [StreamedEvent] {
    let reply: RedisValue
    if let wait {
      reply = try await redis.withConnection { try await $0.send(command, timeout: wait + .seconds(5)) }
    } else {
      reply = try await redis.send(command)
    }
    return StreamEntry.streams(reply).flatMap(\.entries).map(StreamedEvent.init)
  }
}
