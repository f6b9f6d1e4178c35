import Foundation
import JSONBytes
import Logging
import MarsadQueue
import MarsadTestSupport
import MarsadWire
import MarsadWorker
import RedisClient
import Synchronization
import Testing

@Suite struct WorkerTests {
  @Test func `the same article a thousand times is analysed once, and every event says where its report is`()
    async throws
  {
    try await withRedis { server in
      try await WorkerFixture.run(on: server) { fixture in
        try await fixture.push((0..<1_000).map { Array("{\"id\":\($0),\"text\":\"خبر\"}".utf8) })
        let events = try await fixture.events(1_000)
        let data = events.map { $0["data"] }
        #expect(fixture.analyses.count == 1)
        #expect(Set(data.compactMap { $0["job_id"].text }).count == 1_000)
        #expect(data.filter { $0["cached"].text == "none" }.count == 1)
        #expect(data.filter { ["local", "coalesced"].contains($0["cached"].text) }.count == 999)
        let key = try #require(data.first?["result_key"].text)
        #expect(try await fixture.integer("EXISTS", key) == 1)
        #expect(Set(data.compactMap { $0["result_key"].text }) == [key])
        // Counted once Redis has acknowledged it, which is a moment after the event.
        try await fixture.wait { fixture.worker.metrics.finished(.analyzed) == 1_000 }
      }
    }
  }

  @Test func `events hand on what the job said of itself`() async throws {
    try await withRedis { server in
      try await WorkerFixture.run(on: server) { fixture in
        try await fixture.push(
          #"{"id":"n","text":"خبر","url":"u","source":"s","meta":{"a":[1]},"traceparent":"00-x","enqueued_at":"2020-01-01T00:00:00Z"}"#
        )
        let event = try #require(try await fixture.events(1).first)
        #expect(event["subject"].text == "n" && event["traceparent"].text == "00-x")
        let data = event["data"]
        #expect(data["url"].text == "u" && data["source"].text == "s" && data["worker"].text == "test")
        #expect(data["meta"] == .object(["a": .array([.number(1)])]))
        #expect((data["queued_ms"].double ?? 0) > 1e9)
        #expect(data["summary"]["language"].text == "ar")
      }
    }
  }

  @Test func `a job that is too old expires, one that is not due waits, a suspect runs, poison does not`()
    async throws
  {
    try await withRedis { server in
      try await WorkerFixture.run(on: server) { fixture in
        try await fixture.push(#"{"id":"old","text":"خبر","ttl":1,"enqueued_at":"2020-01-01T00:00:00Z"}"#)
        #expect(try await fixture.events(1).last?["type"].text == "org.marsad.article.expired")
        let soon = Timestamp(milliseconds: Int64(Date().timeIntervalSince1970 * 1000) + 1_500)
        try await fixture.push(#"{"id":"early","text":"خبر","not_before":"\#(soon)"}"#)
        try await fixture.wait { try await fixture.integer("ZCARD", fixture.keys.scheduled) == 1 }
        let due = try #require(try await fixture.events(2).last)
        #expect(due["subject"].text == "early" && (due["time"].text ?? "") >= soon.description)
        let suspect = Envelope(id: "suspect", attempt: 2, deaths: 1).wrapping(Array(#"{"text":"خبر"}"#.utf8))
        try await fixture.push([suspect])
        #expect(try await fixture.events(3).last?["id"].text == "suspect:2")
        let poison = Envelope(id: "poison", attempt: 6, deaths: 5).wrapping(Array(#"{"text":"خبر"}"#.utf8))
        try await fixture.push([poison])
        let failed = try #require(try await fixture.events(4).last)
        #expect(failed["data"]["error"]["code"].text == "poison" && failed["subject"].text == "poison")
        #expect(try await fixture.integer("XLEN", fixture.keys.dead) == 1)
      }
    }
  }

  @Test func `a report that cannot be stored is tried again, and its event comes once it stands there`()
    async throws
  {
    try await withRedis { server in
      try server.cli("ACL", "SETUSER", "worker", "on", ">secret", "+@all", "~marsad:{articles}:*", "&*")
      let url = "unix://worker:secret@\(server.socket)"
      try await WorkerFixture.run(on: server, url: url) { fixture in
        try await fixture.push(#"{"id":"n","text":"خبر"}"#)
        try await fixture.wait { try await fixture.integer("ZCARD", fixture.keys.scheduled) == 1 }
        #expect(try await fixture.integer("XLEN", fixture.keys.events) == 0)
        try server.cli("ACL", "SETUSER", "worker", "~marsad:result:*")
        let event = try #require(try await fixture.events(1).first)
        #expect(event["data"]["outcome"].text == "analyzed")
        #expect((event["data"]["attempt"].integer ?? 0) > 1)
        #expect(fixture.analyses.count == 1)
        let key = try #require(event["data"]["result_key"].text)
        #expect(try await fixture.integer("EXISTS", key) == 1)
      }
    }
  }

  @Test func `the neighbours of a slow article have their events before it`() async throws {
    try await withRedis { server in
      let hold = DispatchSemaphore(value: 0)
      let analyses = WorkerFixture.Analyses { if $0.count > 1_000_000 { hold.wait() } }
      try await WorkerFixture.run(on: server, analyses: analyses) { fixture in
        let slow = "{\"id\":\"slow\",\"text\":\"\(String(repeating: "x", count: 1_048_000))\"}"
        var jobs = (0..<20).map { "{\"id\":\"\($0)\",\"text\":\"خبر \($0)\"}" }
        // Second in line: what waits for a job takes one, and then a batch.
        jobs.insert(slow, at: 1)
        _ = try await fixture.redis.send(
          RedisCommand(
            "LPUSH", arguments: [RedisArgument(fixture.keys.pending)] + jobs.map { RedisArgument($0) }))
        let early = try await fixture.events(20)
        #expect(Set(early.compactMap { $0["subject"].text }) == Set((0..<20).map { "\($0)" }))
        try await fixture.wait { fixture.analyses.count == 21 }
        try await fixture.wait { fixture.worker.metrics.finished(.analyzed) == 20 }
        hold.signal()
        #expect(try await fixture.events(21).last?["subject"].text == "slow")
      }
    }
  }

  @Test func `told to stop, it finishes what is in hand and leaves the rest`() async throws {
    try await withRedis { server in
      let analyses = WorkerFixture.Analyses { _ in usleep(20_000) }
      let fixture = try await WorkerFixture.run(on: server, analyses: analyses) { fixture in
        try await fixture.push((0..<500).map { Array("{\"text\":\"خبر \($0)\"}".utf8) })
        try await fixture.wait { fixture.analyses.count > 0 }
        return fixture
      }
      let redis = RedisClient(try RedisConfiguration(url: server.url), logger: fixture.redis.silent)
      let events = try await redis.send(RedisCommand("XLEN", RedisArgument(fixture.keys.events))).int ?? 0
      let pending = try await redis.send(RedisCommand("LLEN", RedisArgument(fixture.keys.pending))).int ?? 0
      #expect(events + pending == 500)
      #expect(events == Int64(analyses.count))
      #expect(try server.cli("ZCARD", fixture.keys.workers) == "0\n")
      await redis.shutdown()
    }
  }

  @Test func `what does not finish within the deadline is given back, not counted as an attempt`()
    async throws
  {
    try await withRedis { server in
      let hold = DispatchSemaphore(value: 0)
      let analyses = WorkerFixture.Analyses { _ in hold.wait() }
      let keys = try await WorkerFixture.run(
        on: server, analyses: analyses, change: { $0.shutdownDeadline = .milliseconds(200) }
      ) { fixture in
        try await fixture.push(#"{"id":"n","text":"خبر"}"#)
        try await fixture.wait { fixture.analyses.count == 1 }
        return fixture.keys
      }
      #expect(
        try server.cli("LRANGE", keys.pending, "0", "-1").hasSuffix("{\"id\":\"n\",\"text\":\"خبر\"}\n"))
      #expect(try server.cli("XLEN", keys.events) == "0\n")
      hold.signal()
      try await WorkerFixture.run(on: server) { fixture in
        let event = try #require(try await fixture.events(1).first)
        #expect(event["id"].text == "n:1")
      }
    }
  }

  @Test func `two queues are both served`() async throws {
    try await withRedis { server in
      let second = try KeyNames(queue: "second")
      try await WorkerFixture.run(on: server) {
        $0.queues.append(.init(.init(keys: second, worker: "test"), weight: 3))
      } _: { fixture in
        for index in 0..<50 {
          try await fixture.push("{\"text\":\"خبر \(index)\"}")
          try server.cli("LPUSH", second.pending, "{\"text\":\"ثان \(index)\"}")
        }
        _ = try await fixture.events(50)
        try await fixture.wait { try await fixture.integer("XLEN", second.events) == 50 }
        let event = try server.cli("XREVRANGE", second.events, "+", "-", "COUNT", "1")
        #expect(event.contains(#""source":"marsad/second""#))
      }
    }
  }
}

extension RedisClient {
  /// A logger that says nothing.
  var silent: Logger { Logger(label: "test", factory: { _ in SwiftLogNoOpLogHandler() }) }
}
