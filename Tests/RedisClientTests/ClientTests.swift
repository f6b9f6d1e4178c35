import Logging
import MarsadTestSupport
import RedisClient
import Synchronization
import Testing

/// A client of a private server, shut down with it.
private func withClient(
  maximumConnections: Int = 32, _ body: (RedisClient, RedisServer) async throws -> Void
) async throws {
  try await withRedis { server in
    let client = try RedisClient(
      RedisConfiguration(url: server.url), logger: Logger(label: "test"),
      backoff: Backoff(base: .milliseconds(10), limit: .milliseconds(100)),
      maximumConnections: maximumConnections)
    do {
      try await body(client, server)
      await client.shutdown()
    } catch {
      await client.shutdown()
      throw error
    }
  }
}

/// Sends until it works: what a caller does whose command may be repeated.
private func retry<R>(_ body: () async throws(RedisError) -> R) async throws -> R {
  var last: RedisError?
  for _ in 0..<600 {
    do throws(RedisError) { return try await body() } catch {
      guard error.isTransport else { throw error }
      last = error
    }
  }
  throw last ?? .cancelled
}

/// How many are inside, and how many ever were at once.
private final class Gauge: Sendable {
  private let state = Mutex((now: 0, highest: 0))
  var highest: Int { state.withLock { $0.highest } }
  func rise() { state.withLock { $0 = ($0.now + 1, max($0.highest, $0.now + 1)) } }
  func fall() { state.withLock { $0.now -= 1 } }
}

@Suite struct ClientTests {
  @Test func `a client works on after the server was killed and came back`() async throws {
    try await withClient { client, server in
      for round in 0..<3 {
        let expected = Array("round \(round)".utf8)
        _ = try await retry { () async throws(RedisError) in
          try await client.send(RedisCommand("SET", "k", RedisArgument(expected)))
        }
        #expect(try await client.send(RedisCommand("GET", "k")) == .bulk(expected))
        server.kill()
        await #expect(throws: RedisError.self) { try await client.send(RedisCommand("PING")) }
        try server.start()
      }
    }
  }

  @Test func `tasks share one connection`() async throws {
    try await withClient { client, server in
      try await withThrowingTaskGroup(of: Int64?.self) { group in
        for _ in 0..<500 { group.addTask { try await client.send(RedisCommand("INCR", "n")).int } }
        var seen: Set<Int64> = []
        for try await number in group { if let number { seen.insert(number) } }
        #expect(seen == Set(1...500))
      }
      // Others may stand in the list: redis-cli itself, and one that asked whether the server is up.
      let clients = try server.cli("CLIENT", "LIST").split(separator: "\n")
      #expect(clients.filter { $0.contains("cmd=incr") }.count == 1)
    }
  }

  @Test func `borrowed connections stay within the bound and nobody is forgotten`() async throws {
    try await withClient(maximumConnections: 3) { client, _ in
      let gauge = Gauge()
      try await withThrowingTaskGroup(of: Void.self) { group in
        for _ in 0..<40 {
          group.addTask {
            try await client.withConnection { connection in
              gauge.rise()
              _ = try await connection.send(RedisCommand("BLPOP", "empty", "0.01"))
              gauge.fall()
            }
          }
        }
        try await group.waitForAll()
      }
      #expect(gauge.highest == 3)
    }
  }

  @Test func `who waits for a connection can be cancelled`() async throws {
    try await withClient(maximumConnections: 1) { client, _ in
      try await client.withConnection { connection in
        let waiting = Task { () async throws -> Bool in try await client.withConnection { $0.isOpen } }
        waiting.cancel()
        await #expect(throws: RedisError.cancelled) { try await waiting.value }
        let reply = try await connection.send(RedisCommand("PING"))
        #expect(reply.string == "PONG")
      }
      #expect(try await client.withConnection { $0.isOpen })
    }
  }

  @Test func `a connection whose borrower failed is not lent again`() async throws {
    struct Failure: Error {}
    func fail(_ connection: RedisConnection) async throws { throw Failure() }
    try await withClient { client, _ in
      func identity(_ connection: RedisConnection) async throws -> Int64? {
        let reply = try await connection.send(RedisCommand("CLIENT", "ID"))
        return reply.int
      }
      let first = try await client.withConnection { try await identity($0) }
      #expect(try await client.withConnection { try await identity($0) } == first)
      await #expect(throws: Failure.self) { try await client.withConnection(fail) }
      #expect(try await client.withConnection { try await identity($0) } != first)
    }
  }

  @Test func `after shutdown nothing is sent`() async throws {
    try await withClient { client, _ in
      _ = try await client.send(RedisCommand("PING"))
      await client.shutdown()
      await #expect(throws: RedisError.self) { try await client.send(RedisCommand("PING")) }
      await #expect(throws: RedisError.self) { try await client.withConnection { $0.isOpen } }
      await #expect(throws: RedisError.self) { try await client.subscribe(to: ["c"]) }
    }
  }

  @Test func `a script finds its way onto a server that came back empty`() async throws {
    try await withClient { client, server in
      let script = RedisScript(name: "one", source: Array("return 1".utf8))
      #expect(try await client.evaluate(script, keys: [], arguments: []) == .integer(1))
      server.kill()
      try server.start()
      let again = try await retry { () async throws(RedisError) in
        try await client.evaluate(script, keys: [], arguments: [])
      }
      #expect(again == .integer(1))
    }
  }

  @Test func `messages of channels and patterns come in order`() async throws {
    try await withClient { client, _ in
      let subscription = try await client.subscribe(to: ["news", "other"], patterns: ["n?ws.*"])
      var expected: [RedisMessage?] = []
      for number in 0..<100 {
        let channel = number.isMultiple(of: 3) ? "news.ar" : "news"
        let receivers = try await client.send(
          RedisCommand("PUBLISH", RedisArgument(channel), RedisArgument(number)))
        #expect(receivers == .integer(1))
        expected.append(nil)
      }
      var numbers: [String] = []
      for await message in subscription {
        #expect(message.pattern == (message.channel == "news.ar" ? "n?ws.*" : nil))
        numbers.append(String(decoding: message.payload, as: UTF8.self))
        if numbers.count == expected.count { break }
      }
      #expect(numbers == (0..<100).map(String.init))
    }
  }

  @Test func `a subscription outlives the server's death`() async throws {
    try await withClient { client, server in
      let subscription = try await client.subscribe(to: ["news"])
      var messages = subscription.makeAsyncIterator()
      try server.cli("PUBLISH", "news", "before")
      #expect(await messages.next()?.payload == Array("before".utf8))
      server.kill()
      try server.start()
      // Published until somebody hears it: only then has it subscribed again.
      while try server.cli("PUBLISH", "news", "after").hasPrefix("0") {
        // Lets the thread go: what is waited for needs one.
        try await Task.sleep(for: .milliseconds(5))
      }
      #expect(await messages.next()?.payload == Array("after".utf8))
      #expect(subscription.interruptions == 1)
      #expect(subscription.dropped == 0)
    }
  }

  @Test func `a cancelled subscription ends and leaves the server`() async throws {
    try await withClient { client, server in
      let subscription = try await client.subscribe(to: ["news"])
      let reader = Task {
        var count = 0
        for await _ in subscription { count += 1 }
        return count
      }
      subscription.cancel()
      #expect(await reader.value == 0)
      while try server.cli("PUBSUB", "NUMSUB", "news").contains("1") {
        try await Task.sleep(for: .milliseconds(5))
      }
    }
  }

  @Test func `a user who may not read a channel is told so`() async throws {
    try await withRedis { server in
      try server.cli("ACL", "SETUSER", "deaf", "on", ">x", "~*", "+@all", "resetchannels")
      let client = try RedisClient(
        RedisConfiguration(url: "unix://deaf:x@\(server.socket)"), logger: Logger(label: "test"))
      await #expect {
        _ = try await client.subscribe(to: ["news"])
      } throws: {
        guard case RedisError.reply(code: "NOPERM", _) = $0 else { return false }
        return true
      }
      await client.shutdown()
    }
  }
}
