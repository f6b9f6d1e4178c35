import MarsadQueue
import MarsadWire
import RedisClient
import Testing

@Suite struct SessionTests {
  @Test func `jobs are taken first in first out and each gets one event`() async throws {
    try await withQueue { queue in
      try await queue.push(count: 100)
      let session = try queue.session()
      let jobs = await queue.take(100, from: session)
      #expect(jobs.map(\.name) == (0..<100).map { "j\($0)" })
      let settled = await session.settle(jobs.map(\.done))
      #expect(settled.count == 100 && !settled.isVoid)
      #expect(
        try await queue.eventCounts() == Dictionary(uniqueKeysWithValues: (0..<100).map { ("j\($0)", 1) }))
      #expect(try await queue.client.state(of: "j7")?.state == .done)
      #expect(try await queue.client.stats().leased == 0)
      await session.close()
      #expect(try await queue.client.stats().workers.isEmpty)
    }
  }

  @Test func `jobs settled in any order leave the lease list, and those in hand go back in order`()
    async throws
  {
    try await withQueue { queue in
      try await queue.push(count: 50)
      let session = try queue.session()
      let jobs = await queue.take(50, from: session)
      var random = SystemRandomNumberGenerator()
      var rest = Set(0..<50)
      for _ in 0..<8 {
        let some = Array(rest.shuffled(using: &random).prefix(5))
        rest.subtract(some)
        #expect(await session.settle(some.map { jobs[$0].done }).count == 5)
      }
      await session.close()
      let next = try queue.session()
      let again = await queue.take(rest.count, from: next)
      #expect(again.map(\.name) == rest.sorted().map { "j\($0)" })
      #expect(again.allSatisfy { $0.attempt == 1 && $0.handling == .normal })
      _ = await next.settle(again.map(\.done))
      #expect(try await queue.eventCounts().values.allSatisfy { $0 == 1 })
      await next.close()
    }
  }

  @Test func `settling and taking go out in one round trip`() async throws {
    try await withQueue { queue in
      try await queue.push(count: 10)
      let session = try queue.session()
      let first = await session.take(max: 4)
      let settled = await session.settle(first.map(\.done), thenTake: 4)
      #expect(settled.count == first.count && settled.jobs.first?.name == "j\(first.count)")
      await session.close()
    }
  }

  @Test func `a waiting session gets a job that is pushed`() async throws {
    try await withQueue { queue in
      let session = try queue.session { $0.blockingWait = .seconds(30) }
      async let jobs = session.take(max: 8)
      try await Task.sleep(for: .milliseconds(200))
      try await queue.push(#"{"text":"a"}"#)
      #expect(await jobs.count == 1)
      await session.close()
    }
  }

  @Test func `pausing ends a wait, and nothing is taken until resumed`() async throws {
    try await withQueue { queue in
      let session = try queue.session { $0.blockingWait = .seconds(30) }
      async let nothing = session.take(max: 8)
      try await Task.sleep(for: .milliseconds(200))
      try await queue.client.pause()
      #expect(await nothing.isEmpty)
      try await queue.push(#"{"text":"a"}"#)
      #expect(await session.take(max: 8).isEmpty)
      #expect(try await queue.client.resume())
      #expect(await queue.take(1, from: session).count == 1)
      await session.close()
    }
  }

  @Test func `a stopped session takes no more, settles what it holds, and gives back the rest`() async throws
  {
    try await withQueue { queue in
      try await queue.push(count: 4)
      let session = try queue.session()
      let jobs = await queue.take(4, from: session)
      await session.stopTaking()
      #expect(await session.take(max: 1).isEmpty)
      #expect(await session.settle([jobs[0].done]).count == 1)
      await session.close()
      #expect(try await queue.client.stats().pending == 3)
      #expect(await session.settle([jobs[1].done]).isVoid)
    }
  }

  @Test func `a failed job waits and comes back as the next attempt`() async throws {
    try await withQueue { queue in
      _ = try await queue.client.enqueue(EnqueueRequest(payload: Array("x".utf8), id: "a"))
      let session = try queue.session()
      let job = try #require(await queue.take(1, from: session).first)
      #expect(
        await session.settle([.retried(job, id: "a", after: .milliseconds(300), code: "flaky")]).count == 1)
      let state = try #require(try await queue.client.state(of: "a"))
      #expect(state.state == .retrying && state.code == "flaky" && state.attempts == 2)
      #expect(try await queue.eventCounts().isEmpty)
      let again = try #require(await queue.take(1, from: session).first)
      #expect(again.attempt == 2 && again.payload == Array("x".utf8) && again.id(nil) == "a")
      #expect(again.enqueued == job.enqueued && again.handling == .normal)
      _ = await session.settle([again.done])
      #expect(try await queue.eventCounts() == ["a": 1])
      await session.close()
    }
  }

  @Test func `equal jobs that are retried stay two`() async throws {
    try await withQueue { queue in
      for _ in 0..<2 { try await queue.push(#"{"id":"a","text":"x"}"#) }
      let session = try queue.session()
      let jobs = await queue.take(2, from: session)
      #expect(jobs.count == 2)
      _ = await session.settle(jobs.map { .retried($0, id: "a", after: .zero, code: "") })
      #expect(await queue.take(2, from: session).count == 2)
      await session.close()
    }
  }

  @Test func `a dead job is kept byte for byte, and comes back as new`() async throws {
    try await withQueue { queue in
      let bytes = (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 7) }
      _ = try await queue.client.enqueue(EnqueueRequest(payload: bytes, id: "a"))
      let session = try queue.session()
      let job = try #require(await queue.take(1, from: session).first)
      #expect(await session.settle([job.buried()]).count == 1)
      let letter = try #require(try await queue.client.dead().first)
      #expect(
        letter.payload == bytes && letter.job == "a" && letter.code == "not_json" && letter.worker == "w")
      #expect(try await queue.client.state(of: "a")?.state == .dead)
      #expect(try await queue.client.retryDead(entry: letter.entry))
      #expect(try await !queue.client.retryDead(entry: letter.entry))
      let again = try #require(await queue.take(1, from: session).first)
      #expect(again.payload == bytes && again.attempt == 1)
      _ = await session.settle([again.buried()])
      let entries = try await queue.client.dead().map(\.entry)
      #expect(try await queue.client.dropDead(entries: entries) == 1)
      await session.close()
    }
  }

  @Test func `a payload that is empty or looks like an envelope is a job like any other`() async throws {
    try await withQueue { queue in
      let odd = ["", "marsad/1 ", "marsad/1 {\n", "marsad/1 {\"attempt\":1e999}\nx", "marsad/settled w-1"]
      for payload in odd { try await queue.push(payload) }
      let session = try queue.session()
      let jobs = await queue.take(odd.count, from: session)
      #expect(jobs.count == odd.count)
      #expect(await session.settle([jobs[4].done, jobs[2].buried(), jobs[3].buried()]).count == 3)
      await session.close()
      let next = try queue.session()
      #expect(await queue.take(2, from: next).map(\.bytes) == [[], Array("marsad/1 ".utf8)])
      await next.close()
    }
  }
}
