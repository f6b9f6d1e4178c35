import Foundation
import MarsadTestSupport
import Testing

@testable import marsad

/// Commands on a queue that nobody works on.
@Suite struct QueueCommandTests {
  private static let pending = "marsad:{articles}:pending"
  private static let dead = "marsad:{articles}:dead"

  private func marsad(
    _ arguments: String..., server: RedisServer, input: String = ""
  ) async throws -> MarsadProcess.Result {
    try await MarsadProcess.run(arguments, environment: ["MARSAD_REDIS": server.url], input: input)
  }

  private func number(_ name: String, in json: String) throws -> Int? {
    (try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any])?[name] as? Int
  }

  /// A dead letter as the queue writes it. - Returns: its entry.
  private func die(_ job: String, payload: String, on server: RedisServer) throws -> String {
    try server.cli(
      "XADD", QueueCommandTests.dead, "*", "job", job, "code", "not_json", "message", "it is not JSON",
      "attempts", "1",
      "worker", "w", "enqueued_ms", "1617969600000", "payload", payload
    ).trimmingCharacters(in: .whitespacesAndNewlines)
  }

  @Test func `enqueue pushes what standard input holds and prints ids`() async throws {
    try await withRedis { server in
      let lines = "{\"id\":\"one\",\"text\":\"قال\"}\n{\"text\":\"ثم\"}\n"
      let result = try await marsad("enqueue", "-", "--json", server: server, input: lines)
      #expect(result.status == 0)
      #expect(result.lines.count == 2 && result.lines[0].contains("\"id\":\"one\",\"state\":\"pending\""))
      #expect(try server.cli("LLEN", QueueCommandTests.pending) == "2\n")
    }
  }

  @Test func `the same id again is one job`() async throws {
    try await withRedis { server in
      let text = "{\"id\":\"one\",\"text\":\"قال\"}\n"
      _ = try await marsad("enqueue", "-", server: server, input: text)
      let again = try await marsad("enqueue", "-", server: server, input: text)
      #expect(again.status == 0)
      #expect(again.output.hasPrefix("duplicate  one"))
      #expect(try server.cli("LLEN", QueueCommandTests.pending) == "1\n")
    }
  }

  @Test func `what no worker could use is refused with its line, the rest is pushed`() async throws {
    try await withRedis { server in
      let lines = "{\"text\":\"قال\"}\n{\"txt\":1}\n{oops\n{\"text\":\"ثم\"}\n"
      let result = try await marsad("enqueue", "-", server: server, input: lines)
      #expect(result.status == ExitStatus.badData.rawValue)
      #expect(result.errors.contains("-:2: ") && result.errors.contains("-:3: "))
      #expect(try server.cli("LLEN", QueueCommandTests.pending) == "2\n")
    }
  }

  @Test func `first goes to the front, later waits for its time`() async throws {
    try await withRedis { server in
      for (id, flags) in [("a", []), ("b", ["--first"]), ("c", ["--not-before", "2999-01-01T00:00:00Z"])] {
        let arguments = ["enqueue", "-", "--id", id] + flags
        let result = try await MarsadProcess.run(
          arguments, environment: ["MARSAD_REDIS": server.url], input: "قال")
        #expect(result.status == 0)
      }
      #expect(try server.cli("LINDEX", QueueCommandTests.pending, "-1").contains("\"b\""))
      #expect(try server.cli("ZCARD", "marsad:{articles}:scheduled") == "1\n")
    }
  }

  @Test func `a full queue fails with 75 where that is asked for`() async throws {
    try await withRedis { server in
      let lines = (0..<300).map { "{\"text\":\"قال \($0)\"}" }.joined(separator: "\n")
      let result = try await marsad(
        "enqueue", "-", "--max-pending", "200", "--when-full", "fail", server: server, input: lines)
      #expect(result.status == ExitStatus.tryLater.rawValue)
      #expect(try server.cli("LLEN", QueueCommandTests.pending) == "200\n")
    }
  }

  @Test func `a full queue is waited for`() async throws {
    try await withRedis { server in
      let lines = (0..<30).map { "{\"text\":\"قال \($0)\"}" }.joined(separator: "\n")
      let producer = try MarsadProcess(
        ["enqueue", "-", "--max-pending", "20"], environment: ["MARSAD_REDIS": server.url], input: lines)
      while try server.cli("LLEN", QueueCommandTests.pending) != "20\n" {
        try await Task.sleep(for: .milliseconds(20))
      }
      try server.cli("RPOP", QueueCommandTests.pending, "15")
      #expect(try await producer.result().status == 0)
      #expect(try server.cli("LLEN", QueueCommandTests.pending) == "15\n")
    }
  }

  @Test func `waiting ends with 75 at its time limit`() async throws {
    try await withRedis { server in
      let result = try await marsad(
        "enqueue", "-", "--wait", "--timeout", "300ms", server: server, input: "قال")
      #expect(result.status == ExitStatus.tryLater.rawValue)
    }
  }

  @Test func `dead letters are listed, shown, put back in line, dropped`() async throws {
    try await withRedis { server in
      let first = try die("job-1", payload: "{oops", on: server)
      _ = try die("job-2", payload: "{}", on: server)
      _ = try die("job-3", payload: "[]", on: server)
      let list = try await marsad("dead", "list", server: server)
      #expect(list.lines.count == 4 && list.output.contains("not_json") && list.output.contains(first))
      let show = try await marsad("dead", "show", first, "--payload", server: server)
      #expect(show.output == "{oops")
      let json = try await marsad("dead", "show", "job-2", "--json", server: server)
      #expect(json.output.contains("\"payload\":\"{}\""))
      let retry = try await marsad("dead", "retry", first, "--json", server: server)
      #expect(retry.output == "{\"retried\":1}\n")
      #expect(try server.cli("LINDEX", QueueCommandTests.pending, "0").contains("{oops"))
      let drop = try await marsad("dead", "drop", "job-2", "--yes", server: server)
      #expect(drop.status == 0)
      #expect(try server.cli("XLEN", QueueCommandTests.dead) == "1\n")
      let rest = try await marsad("dead", "drop", "--all", "--yes", "--json", server: server)
      #expect(rest.output == "{\"dropped\":1}\n")
    }
  }

  @Test(arguments: [["dead", "show", "1-1"], ["dead", "retry", "nothing"], ["result", "--job", "nothing"]])
  func `what is not there exits 66`(arguments: [String]) async throws {
    try await withRedis { server in
      let result = try await MarsadProcess.run(arguments, environment: ["MARSAD_REDIS": server.url])
      #expect(result.status == ExitStatus.notFound.rawValue)
      #expect(!result.errors.isEmpty)
    }
  }

  @Test func `purge asks, and does not take silence for an answer`() async throws {
    try await withRedis { server in
      _ = try await marsad("enqueue", "-", server: server, input: "قال")
      let silent = try await marsad("queue", "purge", server: server, input: "y\n")
      #expect(silent.status == ExitStatus.usage.rawValue)
      #expect(try server.cli("LLEN", QueueCommandTests.pending) == "1\n")
      let purged = try await marsad("queue", "purge", "--yes", "--json", server: server)
      #expect(purged.output == "{\"purged\":1}\n")
      #expect(try server.cli("LLEN", QueueCommandTests.pending) == "0\n")
    }
  }

  @Test func `pause and resume are seen in the queue's numbers`() async throws {
    try await withRedis { server in
      _ = try await marsad("enqueue", "-", server: server, input: "قال")
      _ = try await marsad("pause", server: server)
      let paused = try await marsad("stats", "--json", server: server)
      #expect(paused.output.contains("\"paused\":true"))
      #expect(try number("pending", in: paused.output) == 1)
      #expect(try await marsad("resume", "--json", server: server).output == "{\"resumed\":true}\n")
      #expect(try await marsad("stats", "--json", server: server).output.contains("\"paused\":false"))
    }
  }

  @Test func `stats watches until it is told to stop`() async throws {
    try await withRedis { server in
      let watcher = try MarsadProcess(
        ["stats", "--watch", "--json", "--interval", "100ms"], environment: ["MARSAD_REDIS": server.url])
      #expect(try await watcher.waitForOutput { $0.split(separator: "\n").count >= 3 })
      watcher.send(2)
      #expect(try await watcher.result().status == 0)
    }
  }
}
