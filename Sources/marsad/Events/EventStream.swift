import MarsadWire
import RedisClient

/// Reads the completion events of a queue in order, from a point of its stream on, over any number of reconnections.
struct EventStream: Sendable {
  private let session: RedisSession
  /// The stream id of the last entry that was read.
  private(set) var position: String

  /// Begins after a stream id; `0` is before the first entry.
  init(_ session: RedisSession, after position: String) {
    self.session = session
    self.position = position
  }

  /// Begins after the last entry that there is now: unlike Redis's `$`, with no gap between two reads.
  static func fromNow(_ session: RedisSession) async throws(RedisError) -> EventStream {
    let last = try await session.client.send(
      RedisCommand("XREVRANGE", RedisArgument(session.keys.events), "+", "-", "COUNT", 1))
    return EventStream(session, after: StreamEntry.list(last).first?.id ?? "0")
  }

  /// The next entries, at most `count`; empty where none came within `wait`.
  mutating func next(count: Int, wait: Duration) async throws -> [StreamEntry] {
    var arguments: [RedisArgument] = ["COUNT", RedisArgument(count)]
    if wait > .zero { arguments += ["BLOCK", RedisArgument(wait.wholeMilliseconds)] }
    arguments += ["STREAMS", RedisArgument(session.keys.events), RedisArgument(position)]
    let command = RedisCommand("XREAD", arguments: arguments)
    let reply = try await session.client.withConnection { connection in
      try await connection.send(command, timeout: wait + .seconds(10))
    }
    let entries = StreamEntry.streams(reply).flatMap(\.entries)
    if let last = entries.last { position = last.id }
    return entries
  }
}

extension Duration {
  /// In milliseconds, cut.
  var wholeMilliseconds: Int { Int(self / .milliseconds(1)) }
}
