import Foundation
import FoundationNetworking
import MarsadTestSupport
import MarsadWire
import MarsadWorker
import Testing

@Suite struct StatusServerTests {
  private func get(_ port: Int, _ path: String, method: String = "GET") async throws -> (Int, String) {
    var request = URLRequest(url: try #require(URL(string: "http://127.0.0.1:\(port)\(path)")))
    request.httpMethod = method
    let (body, response) = try await URLSession.shared.data(for: request)
    return ((response as? HTTPURLResponse)?.statusCode ?? 0, String(decoding: body, as: UTF8.self))
  }

  @Test func `probes and scrapers are answered`() async throws {
    try await withRedis { server in
      try await WorkerFixture.run(on: server) {
        $0.status = .init(port: 0)
        $0.readinessWindow = .seconds(4)
      } _: { fixture in
        let port = try #require(await fixture.worker.statusPort())
        try await fixture.push(#"{"text":"خبر"}"#)
        try await fixture.push("x")
        try await fixture.wait {
          fixture.worker.metrics.finished(.analyzed) + fixture.worker.metrics.finished(.failed) == 2
        }
        #expect(try await get(port, "/healthz") == (200, "alive\n"))
        #expect(try await get(port, "/readyz?x") == (200, "ready\n"))
        #expect(try await get(port, "/other").0 == 404)
        #expect(try await get(port, "/metrics", method: "DELETE").0 == 405)
        let metrics = try await get(port, "/metrics").1
        for line in [
          #"marsad_jobs_total{queue="articles",outcome="analyzed"} 1"#,
          #"marsad_failures_total{queue="articles",code="not_json"} 1"#,
          #"marsad_cache_requests_total{from="none"} 1"#, "marsad_analysis_seconds_count 1",
          #"marsad_ready{queue="articles"} 1"#,
        ] { #expect(metrics.contains(line + "\n"), "\(line)") }
        #expect(metrics.contains("process_resident_memory_bytes "))
        // Redis frozen: alive still, ready no longer.
        server.signal(SIGSTOP)
        var ready = 200
        for _ in 0..<200 where ready == 200 {
          try await Task.sleep(for: .milliseconds(100))
          ready = try await get(port, "/readyz").0
        }
        #expect(ready == 503)
        let silent = try await get(port, "/metrics")
        #expect(silent.0 == 200 && !silent.1.contains("marsad_queue_pending{"))
        #expect(try await get(port, "/healthz").0 == 200)
        server.signal(SIGCONT)
        for _ in 0..<200 where ready != 200 {
          try await Task.sleep(for: .milliseconds(100))
          ready = try await get(port, "/readyz").0
        }
        #expect(ready == 200)
      }
    }
  }

  @Test func `the queue's own totals are told, which an autoscaler goes by`() async throws {
    try await withRedis { server in
      let hold = DispatchSemaphore(value: 0)
      let analyses = WorkerFixture.Analyses { _ in hold.wait() }
      try await WorkerFixture.run(on: server, analyses: analyses) {
        $0.status = .init(port: 0)
        ($0.batchJobs, $0.jobsUnderWay) = (1, 1)
      } _: { fixture in
        let port = try #require(await fixture.worker.statusPort())
        try await fixture.push("x")
        try await fixture.push(#"{"text":"خبر","not_before":"2999-01-01T00:00:00Z"}"#)
        try await fixture.wait { try await fixture.integer("ZCARD", fixture.keys.scheduled) == 1 }
        // One is analysed, one is leased to be at hand, two stay in line.
        try await fixture.push((0..<4).map { Array("{\"text\":\"خبر \($0)\"}".utf8) })
        try await fixture.wait { try await fixture.integer("LLEN", fixture.keys.pending) == 2 }
        let metrics = try await get(port, "/metrics").1
        for line in [
          #"marsad_queue_pending{queue="articles"} 2"#, #"marsad_queue_leased{queue="articles"} 2"#,
          #"marsad_queue_scheduled{queue="articles"} 1"#, #"marsad_queue_dead{queue="articles"} 1"#,
        ] { #expect(metrics.contains(line + "\n"), "\(line)") }
        for _ in 0..<4 { hold.signal() }
        _ = try await fixture.events(5)
      }
    }
  }
}
