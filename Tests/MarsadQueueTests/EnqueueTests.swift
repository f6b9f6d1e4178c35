import MarsadQueue
import MarsadWire
import RedisClient
import Testing

@Suite struct EnqueueTests {
  @Test func `the same id within the window is one job`() async throws {
    try await withQueue { queue in
      let request = EnqueueRequest(payload: [1], id: "a")
      let answers = [try await queue.client.enqueue(request), try await queue.client.enqueue(request)]
      #expect(answers == [.pending(id: "a"), .duplicate(id: "a")])
      #expect(try await queue.client.stats().pending == 1)
    }
  }

  @Test func `a full line refuses`() async throws {
    try await withQueue { queue in
      let results = try await queue.client.enqueue(
        (0..<5).map { .init(payload: [UInt8($0)], id: "\($0)") }, cap: 3)
      #expect(results.map { $0 == .success(.full) } == [false, false, false, true, true])
      #expect(try await queue.client.state(of: "4") == nil)
    }
  }

  @Test func `an urgent job is first, and scheduled ones come when due, earliest first`() async throws {
    try await withQueue { queue in
      let session = try queue.session()
      _ = await session.take(max: 1, wait: false)
      let now = session.serverTime.milliseconds
      // Hours away, so that no pause of a busy machine makes them due; then the hours pass at once.
      for (id, hours) in [("late", 2), ("soon", 1)] {
        let due = Timestamp(milliseconds: now + Int64(hours) * 3_600_000)
        let request = EnqueueRequest(payload: [1], id: id, notBefore: due)
        #expect(try await queue.client.enqueue(request) == .scheduled(id: id))
      }
      #expect(try await queue.client.enqueue(.init(payload: [1], id: "second")) == .pending(id: "second"))
      #expect(
        try await queue.client.enqueue(.init(payload: [1], id: "first", isUrgent: true))
          == .pending(id: "first"))
      var jobs = await queue.take(2, from: session)
      #expect(await session.take(max: 4, wait: false).isEmpty)
      try await queue.bringScheduledForward(by: .seconds(3 * 3_600))
      jobs += await queue.take(2, from: session)
      #expect(jobs.map { $0.id(nil) } == ["first", "second", "soon", "late"])
      await session.close()
    }
  }

  @Test func `purging drops what waits, due or not`() async throws {
    try await withQueue { queue in
      try await queue.push(count: 3)
      let later = Timestamp(milliseconds: 4_000_000_000_000)
      _ = try await queue.client.enqueue(.init(payload: [1], notBefore: later))
      #expect(try await queue.client.purge() == 4)
      #expect(try await queue.client.stats().pending == 0)
    }
  }

  @Test func `stats count what is pending, leased, scheduled, dead and done`() async throws {
    try await withQueue { queue in
      try await queue.push(count: 5)
      let session = try queue.session()
      let jobs = await queue.take(3, from: session)
      _ = await session.settle([
        jobs[0].done, jobs[1].buried(), .retried(jobs[2], id: "j2", after: .seconds(60), code: ""),
      ])
      _ = await queue.take(1, from: session)
      let stats = try await queue.client.stats()
      #expect(stats.pending == 1 && stats.leased == 1 && stats.scheduled == 1 && stats.dead == 1)
      #expect(stats.events == 2 && stats.workers.count == 1 && !stats.isPaused)
      #expect(stats.counters == ["analyzed": 1, "failed": 1, "retried": 1])
      await session.close()
    }
  }

  @Test func `a group member gets each event once, and another takes over what it leaves open`() async throws
  {
    try await withQueue { queue in
      try await queue.client.makeEventGroup("g", after: "0")
      try await queue.client.makeEventGroup("g", after: "0")
      try await queue.push(count: 3)
      let session = try queue.session()
      _ = await session.settle(queue.take(3, from: session).map(\.done))
      let events = try await queue.client.events(group: "g", member: "a", wait: .seconds(5))
      #expect(events.map(\.job) == ["j0", "j1", "j2"])
      #expect(try await queue.client.acknowledge([events[0].entry], group: "g") == 1)
      let claimed = try await queue.client.claimEvents(group: "g", member: "b", idle: .zero)
      #expect(claimed.events.map(\.job) == ["j1", "j2"])
      #expect(try await queue.client.events(group: "g", member: "a", wait: .milliseconds(50)).isEmpty)
      let open = try await queue.client.events(group: "g", member: "b", unacknowledged: true)
      #expect(open.map(\.job) == ["j1", "j2"])
      await session.close()
    }
  }
}
