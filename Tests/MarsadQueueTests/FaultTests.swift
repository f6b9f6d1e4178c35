import MarsadQueue
import MarsadTestSupport
import MarsadWire
import RedisClient
import Testing

@Suite struct FaultTests {
  @Test func `a life that does not beat loses its jobs, and settles nothing when it comes back`() async throws
  {
    try await withQueue { queue in
      try await queue.push(count: 8)
      let zombie = try queue.session(worker: "zombie") { $0.lease = .milliseconds(300) }
      let held = await queue.take(8, from: zombie)
      await zombie.freezeHeartbeat(true)
      let heir = try queue.session(worker: "heir") { $0.lease = .milliseconds(300) }
      let jobs = await queue.take(8, from: heir)
      #expect(jobs.map(\.name) == held.map(\.name))
      #expect(jobs.allSatisfy { $0.attempt == 2 && $0.deaths == 1 && $0.handling == .alone })
      #expect(await zombie.settle(held.map(\.done)).isVoid)
      #expect(try await queue.eventCounts().isEmpty)
      #expect(await heir.settle(jobs.map(\.done)).count == 8)
      await zombie.freezeHeartbeat(false)
      // What it moved before it knew, it gives back; then it lives again.
      try await queue.push(#"{"id":"new","text":"x"}"#)
      #expect(await queue.take(1, from: zombie).count == 1)
      await heir.close()
      await zombie.close()
      #expect(try await queue.client.stats().counters["lives_lost"] == 1)
      #expect(try await queue.eventCounts().values.allSatisfy { $0 == 1 })
    }
  }

  @Test func `what a zombie moves into its old list is put back, uncounted`() async throws {
    try await withQueue { queue in
      let heir = try queue.session { $0.blockingWait = .milliseconds(50) }
      _ = await heir.take(max: 1, wait: false)
      // A life that ended, and whose move arrives late.
      _ = try await queue.redis.send(.init("ZADD", .init(queue.keys.ended), "4000000000000", "zombie-1"))
      _ = try await queue.redis.send(.init("RPUSH", .init(queue.keys.leased("zombie-1")), #"{"id":"a"}"#))
      let job = try #require(await queue.take(1, from: heir).first)
      #expect(job.name == job.id(nil) && job.attempt == 1 && job.handling == .normal)
      await heir.close()
    }
  }

  @Test func `a poison pill is quarantined and its neighbours are not`() async throws {
    try await withQueue { queue in
      try await queue.push(count: 3)
      try await queue.push(#"{"id":"pill","text":"x"}"#)
      try await queue.push(#"{"id":"last","text":"x"}"#)
      var deaths = 0
      // Each round is one process: it finishes what it can until the pill kills it.
      while deaths < 20 {
        let session = try queue.session(worker: "victim\(deaths)") {
          $0.lease = .milliseconds(200)
          $0.blockingWait = .milliseconds(30)
        }
        var isDead = false
        let jobs = await queue.take(5, from: session)
        for job in jobs where !isDead {
          switch job.handling {
          case .poison:
            #expect(job.name == "pill")
            _ = await session.settle([job.buried(code: "poison")])
          case .alone:
            #expect(await session.markRunning(job))
            isDead = job.name == "pill"
            if !isDead { _ = await session.settle([job.done]) }
          case .normal:
            // The first process dies with all in hand.
            isDead = true
          }
        }
        if isDead { await session.freezeHeartbeat(true) } else { await session.close() }
        if isDead { deaths += 1 }
        if try await queue.client.stats().events == 5 { break }
      }
      #expect(deaths == 5)
      #expect(
        try await queue.eventCounts() == ["j0": 1, "j1": 1, "j2": 1, "pill": 1, "last": 1])
      let dead = try await queue.client.dead()
      #expect(dead.map(\.job) == ["pill"] && dead.first?.code == "poison")
      #expect(dead.first?.payload == Array(#"{"id":"pill","text":"x"}"#.utf8))
    }
  }

  @Test func `killing Redis with a synced append-only file loses nothing`() async throws {
    let aof = ["--appendonly", "yes", "--appendfsync", "always"]
    try await withQueue(aof) { queue in
      try await queue.push(count: 300)
      let session = try queue.session()
      var kills = 0
      let finished = try await queue.eventually {
        let jobs = await session.take(max: 7)
        let (now, later) = (jobs.prefix(4), jobs.dropFirst(4))
        _ = await session.settle(now.map(\.done))
        if !later.isEmpty, kills < 4 {
          kills += 1
          queue.server.kill()
          try queue.server.start()
        }
        _ = await session.settle(later.map(\.done))
        // The test's own connection may end with the server that was killed: it asks again next time.
        return (try? await queue.eventCounts())?.count == 300
      }
      #expect(finished && kills == 4)
      #expect(try await queue.eventCounts().values.allSatisfy { $0 == 1 })
      await session.close()
      let stats = try await queue.client.stats()
      #expect(stats.pending == 0 && stats.leased == 0)
    }
  }

  @Test func `scripts that were flushed end the life, not the work`() async throws {
    try await withQueue { queue in
      try await queue.push(count: 2)
      let session = try queue.session()
      let jobs = await queue.take(2, from: session)
      _ = try await queue.redis.send(RedisCommand("SCRIPT", "FLUSH"))
      #expect(await session.settle(jobs.map(\.done)).isVoid)
      let again = await queue.take(2, from: session)
      #expect(await session.settle(again.map(\.done)).count == 2)
      #expect(try await queue.eventCounts() == ["j0": 1, "j1": 1])
      await session.close()
    }
  }
}
