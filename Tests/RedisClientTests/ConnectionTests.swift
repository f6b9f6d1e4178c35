import MarsadTestSupport
import NIOCore
import RedisClient
import Testing

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

  @Test func `what an actor sends one after the other arrives in that order`() async throws {
    try await withConnection { connection, _ in
      let counter = PinnedCounter(connection)
      try await withThrowingTaskGroup { group in
        for _ in 0..<5_000 { group.addTask { try await counter.pushNext() } }
        try await group.waitForAll()
      }
      let list = try await connection.send(RedisCommand("LRANGE", "order", "0", "-1"))
      #expect(list.elements?.compactMap(\.int) == (1...5_000).map { Int64($0) })
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

  @Test func `a task cancelled beforehand sends nothing`() async throws {
    try await withConnection { connection, _ in
      let sending = Task { () async throws -> RedisValue in
        unsafe withUnsafeCurrentTask { task in unsafe task?.cancel() }
        return try await connection.send(RedisCommand("SET", "sent", "1"))
      }
      await #expect(throws: RedisError.cancelled) { try await sending.value }
      let sent = try await connection.send(RedisCommand("EXISTS", "sent"))
      #expect(sent == .integer(0))
    }
  }

  @Test func `a thousand cancelled commands among a thousand others leave every answer in its place`()
    async throws
  {
    try await withConnection { connection, _ in
      try await withThrowingTaskGroup(of: Void.self) { group in
        for number in 0..<2_000 {
          let task = Task { try await connection.send(RedisCommand("ECHO", RedisArgument(number))) }
          if number.isMultiple(of: 2) { task.cancel() }
          group.addTask {
            switch await task.result {
            case .success(let value): #expect(value.int == Int64(number))
            case .failure(let error): #expect(error as? RedisError == .cancelled && number.isMultiple(of: 2))
            }
          }
        }
        try await group.waitForAll()
      }
    }
  }

  @Test func `a server asleep in a script ends the wait, and a new connection finds it awake`() async throws {
    try await withConnection(["--enable-debug-command", "yes"]) { connection, server in
      await #expect(throws: RedisError.timeout(command: "DEBUG")) {
        try await connection.send(RedisCommand("DEBUG", "SLEEP", "1"), timeout: .milliseconds(100))
      }
      let next = try await RedisConnection.connect(server)
      #expect(try await next.send(RedisCommand("ECHO", "awake")).string == "awake")
      await next.close()
    }
  }

  @Test func `paused clients get their answers after the pause`() async throws {
    try await withConnection { connection, server in
      try server.cli("CLIENT", "PAUSE", "300", "ALL")
      #expect(try await connection.send(RedisCommand("SET", "k", "v")).string == "OK")
    }
  }

  @Test func `stream entries are read with their fields in order`() async throws {
    try await withConnection { connection, _ in
      for number in 1...2 {
        _ = try await connection.send(
          RedisCommand("XADD", "s", RedisArgument("\(number)-0"), "b", "x", "a", RedisArgument(number)))
      }
      let entries = StreamEntry.list(try await connection.send(RedisCommand("XRANGE", "s", "-", "+")))
      #expect(entries.map(\.id) == ["1-0", "2-0"])
      #expect(entries.first?.fields.map(\.name) == ["b", "a"])
      #expect(entries.last?["a"] == Array("2".utf8))
      let streams = StreamEntry.streams(
        try await connection.send(RedisCommand("XREAD", "STREAMS", "s", "1-0")))
      #expect(streams.map(\.stream) == ["s"])
      #expect(streams.first?.entries.map(\.id) == ["2-0"])
      let none = try await connection.send(RedisCommand("XREAD", "BLOCK", "10", "STREAMS", "s", "2-0"))
      #expect(StreamEntry.streams(none).isEmpty)
    }
  }
}

/// Numbers what it sends; between taking a number and sending it nothing suspends.
private actor PinnedCounter {
  private let connection: RedisConnection
  private var last = 0
  nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe connection.eventLoop.executor.asUnownedSerialExecutor()
  }

  init(_ connection: RedisConnection) { self.connection = connection }

  func pushNext() async throws {
    last += 1
    _ = try await connection.send(RedisCommand("RPUSH", "order", RedisArgument(last)))
  }
}
