import Foundation
import Glibc
import MarsadTestSupport
import Testing

@testable import marsad

@Suite struct SubscribeTests {
  private static let stream = "marsad:{articles}:events"

  /// An event as a worker would publish it, as far as a subscriber cares.
  private func add(_ job: String, to server: RedisServer) throws {
    let event =
      #"{"type":"org.marsad.article.analyzed","subject":"\#(job)","data":{"result_id":"r-\#(job)"}}"#
    try server.cli("XADD", SubscribeTests.stream, "*", "event", event, "type", "t", "job", job)
  }

  private func jobs(_ output: String) -> [String] {
    output.split(separator: "\n").compactMap { line in
      line.split(separator: "\"subject\":\"").dropFirst().first?.split(separator: "\"").first.map(String.init)
    }
  }

  @Test func `from start prints what there is and ends without follow`() async throws {
    try await withRedis { server in
      for job in ["a", "b", "c"] { try add(job, to: server) }
      let result = try await MarsadProcess.run(
        ["subscribe", "--from", "start", "--no-follow", "--redis", server.url])
      #expect(result.status == 0)
      #expect(jobs(result.output) == ["a", "b", "c"])
    }
  }

  @Test func `from an entry prints what came after it`() async throws {
    try await withRedis { server in
      try add("a", to: server)
      let line = try server.cli("XREVRANGE", SubscribeTests.stream, "+", "-", "COUNT", "1")
      let first = String(try #require(line.split(separator: "\n").first))
      try add("b", to: server)
      let result = try await MarsadProcess.run(
        ["subscribe", "--from", first, "--count", "1"], environment: ["MARSAD_REDIS": server.url])
      #expect(jobs(result.output) == ["b"])
    }
  }

  @Test func `live prints only new events, and Ctrl-C ends it with 0`() async throws {
    try await withRedis { server in
      try add("old", to: server)
      let subscriber = try MarsadProcess(["subscribe", "--redis", server.url])
      try await waitForBlockedClient(of: server)
      try add("new", to: server)
      #expect(try await subscriber.waitForOutput { jobs($0) == ["new"] })
      subscriber.send(SIGINT)
      let result = try await subscriber.result()
      #expect(result.status == 0)
      #expect(jobs(result.output) == ["new"])
    }
  }

  @Test func `members of a group share the events and acknowledge them`() async throws {
    try await withRedis { server in
      let jobs = (0..<40).map { "j\($0)" }
      for job in jobs { try add(job, to: server) }
      let arguments = ["subscribe", "--group", "g", "--from", "start", "--no-follow", "--redis", server.url]
      let one = try await MarsadProcess.run(arguments + ["--consumer", "one", "--count", "15"])
      let two = try await MarsadProcess.run(arguments + ["--consumer", "two"])
      #expect(self.jobs(one.output) == Array(jobs[..<15]))
      #expect(self.jobs(two.output) == Array(jobs[15...]))
      #expect(try server.cli("XPENDING", SubscribeTests.stream, "g").hasPrefix("0\n"))
    }
  }

  @Test func `what a dead member held is claimed by another`() async throws {
    try await withRedis { server in
      for job in ["a", "b", "c"] { try add(job, to: server) }
      try server.cli("XGROUP", "CREATE", SubscribeTests.stream, "g", "0")
      try server.cli("XREADGROUP", "GROUP", "g", "dead", "COUNT", "2", "STREAMS", SubscribeTests.stream, ">")
      let result = try await MarsadProcess.run([
        "subscribe", "--group", "g", "--consumer", "alive", "--claim-after", "50ms", "--count", "3",
        "--redis", server.url,
      ])
      #expect(jobs(result.output).sorted() == ["a", "b", "c"])
      #expect(try server.cli("XPENDING", SubscribeTests.stream, "g").hasPrefix("0\n"))
    }
  }

  @Test func `a member that comes back gets first what it did not acknowledge`() async throws {
    try await withRedis { server in
      for job in ["a", "b"] { try add(job, to: server) }
      try server.cli("XGROUP", "CREATE", SubscribeTests.stream, "g", "0")
      try server.cli("XREADGROUP", "GROUP", "g", "me", "COUNT", "1", "STREAMS", SubscribeTests.stream, ">")
      let result = try await MarsadProcess.run([
        "subscribe", "--group", "g", "--consumer", "me", "--count", "2", "--redis", server.url,
      ])
      #expect(jobs(result.output) == ["a", "b"])
    }
  }

  @Test func `a subscriber outlives a restart of Redis`() async throws {
    try await withRedis(["--appendonly", "yes", "--appendfsync", "always"]) { server in
      let subscriber = try MarsadProcess(["subscribe", "--redis", server.url])
      try await waitForBlockedClient(of: server)
      try add("before", to: server)
      #expect(try await subscriber.waitForOutput { jobs($0) == ["before"] })
      server.kill()
      try server.start()
      try add("after", to: server)
      #expect(try await subscriber.waitForOutput { jobs($0) == ["before", "after"] })
    }
  }

  @Test func `no Redis exits 69 and says where it looked`() async throws {
    let result = try await MarsadProcess.run([
      "subscribe", "--no-follow", "--redis", "unix:///nowhere/at/all",
    ])
    #expect(result.status == ExitStatus.unavailable.rawValue)
    #expect(result.errors.contains("/nowhere/at/all"))
  }
}

/// Waits until some client of the server is blocked in a command: a subscriber that listens.
func waitForBlockedClient(of server: RedisServer) async throws {
  while try !server.cli("INFO", "clients").contains("blocked_clients:1") {
    try await Task.sleep(for: .milliseconds(10))
  }
}
