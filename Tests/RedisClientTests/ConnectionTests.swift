import Logging
import MarsadTestSupport
import NIOPosix
import RedisClient
import Testing

/// A connection to a private server, closed with it.
func withConnection<R>(
  _ arguments: [String] = [], _ body: (RedisConnection, RedisServer) async throws -> R
) async throws -> R {
  try await withRedis(arguments) { server in
    let connection = try await RedisConnection.connect(
      RedisConfiguration(url: server.url), on: MultiThreadedEventLoopGroup.singleton.next(),
      logger: Logger(label: "test"))
    defer { Task { await connection.close() } }
    return try await body(connection, server)
  }
}

@Suite struct ConnectionTests {
  @Test func `any bytes come back as they were sent`() async throws {
    try await withConnection { connection, _ in
      let value = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      _ = try await connection.send(RedisCommand("SET", "k", RedisArgument(value)))
      #expect(try await connection.send(RedisCommand("GET", "k")) == .bulk(value))
      #expect(try await connection.send(RedisCommand("GET", "none")) == .null)
    }
  }

  @Test func `a pipeline of thousands answers in order and keeps error replies as values`() async throws {
    try await withConnection { connection, _ in
      let commands = (0..<5_000).map { RedisCommand("ECHO", RedisArgument($0)) } + [RedisCommand("NONSENSE")]
      let replies = try await connection.pipeline(commands)
      #expect(replies.prefix(5_000).map(\.int) == (0..<5_000).map { Int64($0) })
      guard case .error = replies[5_000] else {
        Issue.record("an unknown command did not answer with an error")
        return
      }
    }
  }

  @Test func `an error reply to a single command is thrown with its code`() async throws {
    try await withConnection { connection, _ in
      _ = try await connection.send(RedisCommand("SET", "k", "v"))
      await #expect {
        _ = try await connection.send(RedisCommand("LPUSH", "k", "v"))
      } throws: { error in
        guard case RedisError.reply(code: "WRONGTYPE", _) = error else { return false }
        return true
      }
    }
  }

  @Test func `nested replies keep their form`() async throws {
    try await withConnection { connection, _ in
      let reply = try await connection.send(RedisCommand("EVAL", "return {1,{'a',{}, {2,{3}}},'b'}", "0"))
      #expect(
        reply
          == .array([
            .integer(1),
            .array([.bulk([97]), .array([]), .array([.integer(2), .array([.integer(3)])])]), .bulk([98]),
          ]))
    }
  }

  @Test func `a script runs also after the server forgot it`() async throws {
    try await withConnection { connection, server in
      let script = RedisScript(name: "sum", source: Array("return ARGV[1] + ARGV[2]".utf8))
      #expect(try await connection.evaluate(script, keys: [], arguments: [1, 2]) == .integer(3))
      try server.cli("SCRIPT", "FLUSH")
      #expect(try await connection.evaluate(script, keys: [], arguments: [3, 4]) == .integer(7))
    }
  }

  @Test func `a cancelled command does not shift the replies of those after it`() async throws {
    try await withConnection { connection, _ in
      let waiting = Task { try await connection.send(RedisCommand("BLPOP", "empty", "0.3")) }
      waiting.cancel()
      await #expect(throws: RedisError.cancelled) { try await waiting.value }
      let next = try await connection.send(RedisCommand("ECHO", "next"))
      #expect(next == .bulk(Array("next".utf8)))
    }
  }

  @Test func `a command without an answer in time gives the connection up`() async throws {
    try await withConnection { connection, server in
      server.signal(19)
      defer { server.signal(18) }
      await #expect(throws: RedisError.timeout(command: "PING")) {
        try await connection.send(RedisCommand("PING"), timeout: .milliseconds(100))
      }
      #expect(!connection.isOpen)
    }
  }

  @Test func `commands under way when the server dies are told so`() async throws {
    try await withConnection { connection, server in
      let waiting = Task { try await connection.send(RedisCommand("BLPOP", "empty", "0")) }
      try await Task.sleep(for: .milliseconds(50))
      server.kill()
      await #expect(throws: RedisError.self) { try await waiting.value }
    }
  }
}
