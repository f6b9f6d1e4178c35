import MarsadQueue
import MarsadWire
import RedisClient
import Testing

/// Each script, for each of its answers, straight on a server.
@Suite struct ScriptTests {
  private func run(
    _ script: RedisScript, _ queue: QueueFixture, _ keys: [String], _ arguments: [RedisArgument]
  ) async throws -> RedisValue {
    try await queue.redis.evaluate(script, keys: keys, arguments: arguments)
  }

  private func beat(_ life: String, begins: Bool, _ queue: QueueFixture) async throws -> [RedisValue] {
    let keys = queue.keys
    let reply = try await run(
      QueueScripts.heartbeat, queue, [keys.workers, keys.scheduled, keys.pending, keys.paused, keys.ended],
      [.init(life), "60000", begins ? "1" : "0", "10"])
    return try #require(reply.elements)
  }

  private func settle(
    _ life: String, _ queue: QueueFixture, trim: Int, tombstones: [Int] = [], jobs: [String],
    _ operations: [RedisArgument]
  ) async throws -> Int64? {
    let keys = queue.keys
    return try await run(
      QueueScripts.settle, queue,
      [
        keys.workers, keys.leased(life), keys.running(life), keys.events, keys.dead, keys.scheduled,
        keys.counters,
      ] + jobs.map { keys.job($0) },
      [.init(life), .init(keys.results), "100", "60000", .init(trim), "TOMB", "0", .init(tombstones.count)]
        + tombstones.map { .init($0) } + operations
    ).int
  }

  private func reclaim(_ life: String, _ mode: String, _ queue: QueueFixture) async throws -> Int64? {
    let keys = queue.keys
    return try await run(
      QueueScripts.reclaim, queue,
      [keys.workers, keys.leased(life), keys.running(life), keys.pending, keys.ended, keys.counters],
      [.init(life), .init(mode), "60000", "TOMB"]
    ).int
  }

  private func push(_ key: String, _ values: [String], _ queue: QueueFixture) async throws {
    _ = try await queue.redis.send(.init("RPUSH", arguments: [.init(key)] + values.map { .init($0) }))
  }

  private func list(_ key: String, _ queue: QueueFixture) async throws -> [String] {
    let reply = try await queue.redis.send(.init("LRANGE", .init(key), "0", "-1"))
    return (reply.elements ?? []).compactMap(\.string)
  }

  @Test func `heartbeat says who lives, promotes what is due, and names the expired`() async throws {
    try await withQueue { queue in
      #expect(try await beat("a", begins: false, queue)[0].int == ScriptRefusal.lifeEnded.rawValue)
      _ = try await queue.redis.send(.init("ZADD", .init(queue.keys.workers), "1", "old"))
      _ = try await queue.redis.send(
        .init("ZADD", .init(queue.keys.scheduled), "1", "one", "2", "two", "4000000000000", "far"))
      _ = try await queue.redis.send(
        .init("ZADD", .init(queue.keys.ended), "1", "forgotten", "4000000000000", "kept"))
      let parts = try await beat("a", begins: true, queue)
      #expect(parts[0].int == 1 && (parts[1].int ?? 0) > 1_600_000_000_000 && parts[2].int == 0)
      #expect(parts[3].int == 4_000_000_000_000 && parts[4] == .array([.bulk(Array("old".utf8))]))
      #expect(Set((parts[5].elements ?? []).compactMap(\.string)) == ["kept"])
      #expect(try await list(queue.keys.pending, queue) == ["two", "one"])
      try await queue.client.pause()
      let again = try await beat("a", begins: false, queue)
      #expect(again[0].int == 1 && again[2].int == 1)
    }
  }

  @Test func `settle does nothing for a life that has ended, and everything for one that lives`() async throws
  {
    try await withQueue { queue in
      let keys = queue.keys
      let operations: [RedisArgument] = [
        "done", "a", "t", "analyzed", "r", "1", "{}",
        "bury", "b", "t", "1", "{}", "1", "not_json", "why", "w",
        "retry", "c", "retrying", "2", "60000", "3", "flaky", "n",
      ]
      try await push(keys.leased("x"), ["c", "keep", "b", "a"], queue)
      let jobs = ["a", "b", "c"]
      #expect(try await settle("x", queue, trim: 2, tombstones: [3], jobs: jobs, operations) == -1)
      #expect(try await list(keys.leased("x"), queue).count == 4)
      #expect(try await queue.client.stats().events == 0)
      _ = try await beat("x", begins: true, queue)
      #expect(try await settle("x", queue, trim: 2, tombstones: [3], jobs: jobs, operations) == 3)
      #expect(try await list(keys.leased("x"), queue) == ["TOMB", "keep"])
      let states = [
        try await queue.client.state(of: "a"), try await queue.client.state(of: "b"),
        try await queue.client.state(of: "c"),
      ]
      #expect(states.map { $0?.state } == [.done, .dead, .retrying])
      let scheduled = try await queue.redis.send(.init("ZRANGE", .init(keys.scheduled), "0", "-1")).elements
      let envelope = try #require(scheduled?.first?.bytes)
      let (header, payload) = Envelope.split(envelope)
      #expect(header?.id == "c" && header?.attempt == 2 && Array(envelope[payload]) == Array("c".utf8))
    }
  }

  @Test func `settle goes through where a job's state cannot be written`() async throws {
    try await withQueue { queue in
      _ = try await beat("x", begins: true, queue)
      try await push(queue.keys.leased("x"), ["a"], queue)
      _ = try await queue.redis.send(.init("SET", .init(queue.keys.job("a")), "not a hash"))
      let done: [RedisArgument] = ["done", "a", "t", "analyzed", "r", "1", "{}"]
      #expect(try await settle("x", queue, trim: 1, jobs: ["a"], done) == 1)
      #expect(try await list(queue.keys.leased("x"), queue).isEmpty)
    }
  }

  @Test func `reclaim takes only from the expired, the retiring and the ended`() async throws {
    try await withQueue { queue in
      _ = try await beat("x", begins: true, queue)
      try await push(queue.keys.leased("x"), ["new", "TOMB", "old"], queue)
      #expect(try await reclaim("x", "expired", queue) == ScriptRefusal.notReclaimable.rawValue)
      #expect(try await reclaim("x", "late", queue) == ScriptRefusal.notReclaimable.rawValue)
      #expect(try await reclaim("x", "retire", queue) == 2)
      #expect(try await list(queue.keys.pending, queue) == ["new", "old"])
      #expect(try await reclaim("x", "expired", queue) == ScriptRefusal.notReclaimable.rawValue)
      try await push(queue.keys.leased("x"), ["late"], queue)
      #expect(try await reclaim("x", "late", queue) == 1)
    }
  }

  @Test func `only the job that ran alone is counted where one did`() async throws {
    try await withQueue { queue in
      _ = try await queue.redis.send(.init("ZADD", .init(queue.keys.workers), "1", "x"))
      let suspects = ["a", "b"].map { "marsad/1 {\"id\":\"\($0)\",\"attempt\":2,\"deaths\":1}\n\($0)" }
      try await push(queue.keys.leased("x"), suspects + ["fresh"], queue)
      let line = "marsad/1 {\"id\":\"b\",\"attempt\":2,\"deaths\":1}\n"
      _ = try await queue.redis.send(.init("SET", .init(queue.keys.running("x")), .init(line)))
      #expect(try await reclaim("x", "expired", queue) == 3)
      let jobs = try await list(queue.keys.pending, queue).map { Envelope.split(Array($0.utf8)).envelope }
      #expect(jobs.map { $0?.deaths } == [1, 2, nil] && jobs.map { $0?.attempt } == [2, 3, nil])
    }
  }

  @Test func `a dead job that is gone is not retried`() async throws {
    try await withQueue { queue in
      let reply = try await run(
        QueueScripts.deadRetry, queue, [queue.keys.dead, queue.keys.pending, queue.keys.job("a")],
        ["1-1", "a", "1000"])
      #expect(reply.int == ScriptRefusal.gone.rawValue)
    }
  }
}
