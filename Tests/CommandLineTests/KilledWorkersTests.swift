import Foundation
import Glibc
import MarsadTestSupport
import Testing

/// At least once, one event: also when workers are killed all the time.
@Suite struct KilledWorkersTests {
  private static let pending = "marsad:{articles}:pending"
  private static let events = "marsad:{articles}:events"
  private static let jobs = 20_000
  private static let kills = 20

  /// Short texts, all different, so that none is served from the cache.
  private func lines(_ numbers: Range<Int>) -> String {
    numbers.map { "{\"id\":\"job-\($0)\",\"text\":\"قال الوزير إن الدفعة رقم \($0) وصلت.\"}" }.joined(
      separator: "\n")
  }

  @Test(.timeLimit(.minutes(6)))
  func `20,000 jobs, a worker killed each second: each job has exactly one event`() async throws {
    try await withRedis { server in
      let environment = ["MARSAD_REDIS": server.url, "MARSAD_LOG_LEVEL": "error"]
      func push(_ numbers: Range<Int>) async throws {
        let result = try await MarsadProcess.run(
          ["enqueue", "-", "--quiet"], environment: environment, input: lines(numbers))
        #expect(result.status == 0, "\(result.errors)")
      }
      func number(_ command: String, _ key: String) throws -> Int? {
        Int(try server.cli(command, key).trimmingCharacters(in: .whitespacesAndNewlines))
      }
      try await push(0..<KilledWorkersTests.jobs)
      var pushed = KilledWorkersTests.jobs
      var workers = try (0..<3).map { _ in try MarsadProcess(["worker"], environment: environment) }
      for kill in 0..<KilledWorkersTests.kills {
        try await Task.sleep(for: .seconds(1))
        // Never two idle seconds: a worker killed with empty hands proves nothing.
        if try number("LLEN", KilledWorkersTests.pending) ?? 0 < 4000 {
          try await push(pushed..<pushed + 4000)
          pushed += 4000
        }
        workers[kill % 3].send(SIGKILL)
        #expect(try await workers[kill % 3].result().status == 128 + SIGKILL)
        workers[kill % 3] = try MarsadProcess(["worker"], environment: environment)
      }
      while try number("XLEN", KilledWorkersTests.events) ?? 0 < pushed {
        for worker in workers { #expect(worker.isRunning, "\(worker.errors)") }
        try await Task.sleep(for: .milliseconds(200))
      }
      for worker in workers { worker.send(SIGTERM) }
      for worker in workers { #expect(try await worker.result().status == 0) }

      // Counted from the stream's own fields: one line "job", then its id.
      let stream = try server.cli("XRANGE", KilledWorkersTests.events, "-", "+").split(separator: "\n")
      var events: [Substring: Int] = [:]
      for (name, value) in zip(stream, stream.dropFirst()) where name == "job" {
        events[value, default: 0] += 1
      }
      #expect(events.count == pushed, "\(pushed - events.count) jobs have no event")
      #expect(
        events.values.allSatisfy { $0 == 1 }, "\(events.filter { $0.value > 1 }.count) jobs have several")
      #expect(try number("LLEN", KilledWorkersTests.pending) == 0)
      #expect(try number("XLEN", "marsad:{articles}:dead") == 0)
      #expect(try server.cli("KEYS", "marsad:{articles}:leased:*").trimmingCharacters(in: .newlines).isEmpty)
      let stats = try await MarsadProcess.run(["stats", "--json"], environment: environment)
      #expect(stats.output.contains("\"pending\":0,\"leased\":0"))
      #expect(!stats.output.contains("\"lives_lost\":0"), "no worker was noticed dead")
    }
  }
}
