import Foundation
import Glibc
import JSONBytes
import MarsadReport
import MarsadTestSupport
import Testing

@testable import marsad

/// The way of an article through real processes.
@Suite struct WorkerCommandTests {
  private static let events = "marsad:{articles}:events"
  private static let article =
    "التقى وزير الخارجية المصري سامح شكري نظيره الأردني أيمن الصفدي في القاهرة اليوم.\nوأكد شكري أن مصر تدعم الأردن."

  /// A server with one worker, which must end with 0 when it is told to.
  private func withWorker<R>(
    _ arguments: [String] = [], _ body: (RedisServer, [String: String]) async throws -> R
  ) async throws -> R {
    try await withRedis { server in
      let environment = ["MARSAD_REDIS": server.url, "MARSAD_LOG_LEVEL": "warning"]
      let worker = try MarsadProcess(["worker"] + arguments, environment: environment)
      let value = try await body(server, environment)
      worker.send(SIGTERM)
      let result = try await worker.result()
      #expect(result.status == 0, "\(result.errors)")
      return value
    }
  }

  /// The JSON of the first line of an output.
  private func first(_ result: MarsadProcess.Result) throws -> JSONValue {
    let line = try #require(result.lines.first, "\(result.errors)")
    return try JSONValue(parsing: Array(line.utf8))
  }

  @Test func `enqueue waits and prints the result, which can be read by its id and by its job`() async throws
  {
    try await withWorker { server, environment in
      let done = try await MarsadProcess.run(
        ["enqueue", "-", "--id", "mine", "--wait", "--json", "--timeout", "90s"], environment: environment,
        input: WorkerCommandTests.article)
      #expect(done.status == 0, "\(done.errors)")
      let event = try first(done)
      #expect(event["type"].text == "org.marsad.article.analyzed" && event["subject"].text == "mine")
      let id = try #require(event["data"]["result_id"].text)
      let report = try await MarsadProcess.run(["result", id], environment: environment)
      #expect(try Report(decoding: Array(report.output.utf8)).sentences.count == 2)
      let text = try await MarsadProcess.run(
        ["result", "--job", "mine", "--format", "text", "--color", "never"], environment: environment)
      #expect(text.status == 0 && text.output.contains("2 sentences"))
      let table = try await MarsadProcess.run(
        ["result", id, "--format", "events-tsv"], environment: environment)
      #expect(table.status == 0 && !table.lines.isEmpty)
      let analyzed = try await MarsadProcess.run(
        ["analyze", "--format", "json"], environment: environment, input: WorkerCommandTests.article)
      #expect(analyzed.output == report.output, "the same input and analyzer give the same bytes")
    }
  }

  @Test func `LPUSH from a shell, then XREAD shows the event`() async throws {
    try await withWorker { server, environment in
      let shell = """
        redis-cli -s "$SOCKET" LPUSH 'marsad:{articles}:pending' '{"id":"shell-1","text":"قال الوزير إن الوضع مستقر."}'
        redis-cli -s "$SOCKET" XREAD BLOCK 90000 STREAMS 'marsad:{articles}:events' 0
        """
      let result = try await MarsadProcess.run(
        ["-c", shell], executable: URL(filePath: "/bin/sh"), environment: ["SOCKET": server.socket])
      #expect(result.status == 0)
      #expect(result.output.contains("\"type\":\"org.marsad.article.analyzed\""))
      #expect(result.lines.contains("shell-1"))
    }
  }

  @Test func `a job that can never work has an event, a dead letter and a status`() async throws {
    try await withWorker { server, environment in
      try server.cli("LPUSH", "marsad:{articles}:pending", "{oops")
      let event = try await MarsadProcess.run(
        ["subscribe", "--from", "start", "--count", "1"], environment: environment)
      #expect(try first(event)["data"]["error"]["code"].text == "not_json")
      let letters = try await MarsadProcess.run(["dead", "list", "--json"], environment: environment)
      let letter = try first(letters)
      let entry = try #require(letter["entry"].text)
      let shown = try await MarsadProcess.run(["dead", "show", entry, "--payload"], environment: environment)
      #expect(shown.output == "{oops")
    }
  }

  @Test func `a paused worker takes nothing, a resumed one goes on`() async throws {
    try await withWorker { server, environment in
      _ = try await MarsadProcess.run(["pause"], environment: environment)
      // Seen at the next heartbeat; what is pushed a few heartbeats later stays.
      try await Task.sleep(for: .seconds(4))
      let waiting = try await MarsadProcess.run(
        ["enqueue", "-", "--wait", "--timeout", "1s"], environment: environment, input: "قال الوزير")
      #expect(waiting.status == ExitStatus.tryLater.rawValue)
      // Older than it may be before its turn comes: a job that is waited for in vain.
      let late = try MarsadProcess(
        ["enqueue", "-", "--ttl", "1", "--wait", "--timeout", "90s"], environment: environment,
        input: "ثم قال")
      try await Task.sleep(for: .seconds(2))
      _ = try await MarsadProcess.run(["resume"], environment: environment)
      let expired = try await late.result()
      #expect(expired.status == ExitStatus.badData.rawValue && expired.output.contains("expired"))
      let event = try await MarsadProcess.run(
        ["subscribe", "--from", "start", "--count", "1"], environment: environment)
      #expect(event.lines.count == 1)
    }
  }

  @Test func `metrics, health and readiness are served where they are asked for`() async throws {
    let port = RedisServer.freePort()
    try await withWorker(["--http", "127.0.0.1:\(port)"]) { _, _ in
      var pages: [String: String] = [:]
      for _ in 0..<200 where pages["readyz"] != "ready\n" || pages["metrics"]?.isEmpty != false {
        for page in ["metrics", "healthz", "readyz"] {
          let result = try await MarsadProcess.run(
            [
              "-c",
              "exec 3<>/dev/tcp/127.0.0.1/\(port); printf 'GET /\(page) HTTP/1.0\\r\\n\\r\\n' >&3; sed '1,/^\\r$/d' <&3",
            ],
            executable: URL(filePath: "/bin/bash"))
          pages[page] = result.output
        }
        try await Task.sleep(for: .milliseconds(50))
      }
      #expect(pages["readyz"] == "ready\n" && pages["healthz"] == "alive\n")
      #expect(pages["metrics"]?.contains("marsad_jobs_total") == true)
    }
  }

  @Test func `dev keeps its jobs and results between runs`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(
      path: "marsad-dev-\(UInt32.random(in: 0 ... .max))")
    defer { try? FileManager.default.removeItem(at: folder) }
    let environment = ["MARSAD_REDIS": "unix://\(folder.path)/redis.sock"]
    var dev = try MarsadProcess(["dev", "--directory", folder.path, "--json"])
    while !dev.errors.contains("Ctrl-C"), dev.isRunning { try await Task.sleep(for: .milliseconds(20)) }
    let done = try await MarsadProcess.run(
      ["enqueue", "-", "--id", "kept", "--wait", "--timeout", "90s"], environment: environment,
      input: WorkerCommandTests.article)
    #expect(done.status == 0, "\(done.errors) \(dev.errors)")
    #expect(try await dev.waitForOutput { $0.contains("\"subject\":\"kept\"") })
    dev.send(SIGINT)
    #expect(try await dev.result().status == 0)

    dev = try MarsadProcess(["dev", "--directory", folder.path, "--json"])
    while !dev.errors.contains("Ctrl-C"), dev.isRunning { try await Task.sleep(for: .milliseconds(20)) }
    let result = try await MarsadProcess.run(["result", "--job", "kept"], environment: environment)
    #expect(result.status == 0, "\(result.errors)")
    dev.send(SIGTERM)
    #expect(try await dev.result().status == 0)
  }
}
