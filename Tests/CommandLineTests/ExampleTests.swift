import Foundation
import Glibc
import MarsadTestSupport
import Testing

/// The ten-line programs under scripts/ do what they say.
@Suite struct ExampleTests {
  private static let stream = "marsad:{articles}:events"

  private func add(_ job: String, to server: RedisServer) throws {
    // A job's name may look like anything, also like the parts of an entry.
    let event = #"{"type":"org.marsad.article.analyzed","subject":"\#(job)","data":{"result_id":"r"}}"#
    try server.cli(
      "XADD", ExampleTests.stream, "*", "event", event, "type", "t", "job", "event", "result", "1-0")
  }

  /// A python3 that has redis-py: scripts/install sees to it.
  private func python() async throws -> String {
    for path in ["python3", "/usr/bin/python3"] {
      let result = try await MarsadProcess.run(
        [path, "-c", "import redis"], executable: URL(filePath: "/usr/bin/env"))
      if result.status == 0 { return path }
    }
    throw CommandMissing(description: "no python3 with redis-py; scripts/install installs it")
  }

  private struct CommandMissing: Error, CustomStringConvertible { let description: String }

  private func check(_ program: [String], _ environment: [String: String], _ server: RedisServer) async throws
  {
    try add("first", to: server)
    let subscriber = try MarsadProcess(
      program, executable: URL(filePath: "/usr/bin/env"), environment: environment)
    #expect(try await subscriber.waitForOutput { $0.contains("first") }, "\(subscriber.errors)")
    try add("second", to: server)
    #expect(try await subscriber.waitForOutput { $0.contains("second") }, "\(subscriber.errors)")
    subscriber.send(SIGTERM)
    let result = try await subscriber.result()
    #expect(result.lines.count == 2)
  }

  @Test func `shell subscriber prints each event once`() async throws {
    try await withRedis { server in
      let script = Repository.file("scripts/subscribe/subscribe.sh").path
      try await check([script], ["REDIS_ARGS": "-s \(server.socket)"], server)
    }
  }

  @Test func `Python subscriber prints each event once`() async throws {
    let python = try await python()
    try await withRedis { server in
      let script = Repository.file("scripts/subscribe/subscribe.py").path
      try await check([python, script], ["REDIS_URL": server.url], server)
    }
  }

  @Test func `Swift subscriber prints each event once`() async throws {
    try await withRedis { server in
      let program = MarsadProcess.executable.deletingLastPathComponent().appending(path: "subscribe-example")
        .path
      try await check([program], ["REDIS_URL": server.url], server)
    }
  }

  @Test func `consumers are ten lines or a few more`() throws {
    for name in ["subscribe.sh", "subscribe.py", "swift/Subscribe.swift"] {
      let text = try String(contentsOf: Repository.file("scripts/subscribe/\(name)"), encoding: .utf8)
      let lines = text.split(separator: "\n").filter { line in
        let line = line.drop { $0 == " " }
        return !line.isEmpty && !line.hasPrefix("#") && !line.hasPrefix("//") && !line.hasPrefix("\"\"\"")
          && line != "}"
      }
      #expect(lines.count <= 15, "\(name) has \(lines.count) lines")
    }
  }

  @Test(arguments: ["sh", "py"])
  func `enqueue examples push what the file holds`(kind: String) async throws {
    let interpreter = kind == "py" ? [try await python()] : []
    try await withRedis { server in
      let text = "قال \"نعم\" \\ ثم\tسكت\nسطر ثان"
      let file = server.directory.appending(path: "article.txt")
      try Data(text.utf8).write(to: file)
      let result = try await MarsadProcess.run(
        interpreter + [Repository.file("scripts/enqueue/enqueue.\(kind)").path, file.path],
        executable: URL(filePath: "/usr/bin/env"),
        environment: ["REDIS_ARGS": "-s \(server.socket)", "REDIS_URL": server.url])
      #expect(result.status == 0, "\(result.errors)")
      let job = try server.cli("LINDEX", "marsad:{articles}:pending", "0")
      let value = try JSONSerialization.jsonObject(with: Data(job.utf8)) as? [String: Any]
      #expect(value?["text"] as? String == text)
    }
  }
}
