import Foundation
import FoundationNetworking
import JSONBytes
import MarsadCache
import MarsadReport
import MarsadTestSupport
import MarsadWire
import MarsadWorker
import Testing

@Suite struct NearDuplicateTests {
  private func job(_ id: String, _ text: String, title: String = "") -> [UInt8] {
    let escaped = text.replacing("\n", with: "\\n")
    return Array(#"{"id":"\#(id)","title":"\#(title)","text":"\#(escaped)"}"#.utf8)
  }

  private let article = InventedText.article(seed: 1)

  @Test func `an edited copy's event names the first job, by the schema, and is counted`() async throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let schema = try Array(Data(contentsOf: root.appending(path: "docs/schemas/event.schema.json")))
    try await withRedis { server in
      try await WorkerFixture.run(on: server) {
        $0.status = .init(port: 0)
      } _: { fixture in
        try await fixture.push([job("a", article, title: "عنوان")])
        let first = try #require(try await fixture.events(1).first)
        #expect(first["data"]["near_duplicate_of"] == .null)
        try await fixture.push([
          job("b", article, title: "عنوان صحيفة أخرى"), job("c", InventedText.article(seed: 2)),
          job("d", article, title: "عنوان"),
        ])
        let data = try await fixture.events(4).map { $0["data"] }
        let near = { (id: String) in data.first { $0["job_id"].text == id }?["near_duplicate_of"] ?? .null }
        #expect(near("b")["job_id"].text == "a")
        #expect(near("b")["result_id"] == first["data"]["result_id"])
        #expect((0...28).contains(near("b")["distance"].double ?? -1))
        #expect(near("c") == .null)
        // The article itself again: out of the cache, a duplicate of distance 0.
        #expect(near("d")["job_id"].text == "a" && near("d")["distance"].double == 0)
        for event in try server.cli("XRANGE", fixture.keys.events, "-", "+").split(separator: "\n")
        where event.hasPrefix("{") {
          #expect(try SchemaValidator(schema: schema).violations(in: Array(event.utf8)) == [])
        }
        try await fixture.wait { fixture.worker.metrics.finished(.analyzed) == 4 }
        let port = try #require(await fixture.worker.statusPort())
        let url = try #require(URL(string: "http://127.0.0.1:\(port)/metrics"))
        let (body, _) = try await URLSession.shared.data(from: url)
        let text = String(decoding: body, as: UTF8.self)
        #expect(text.contains("marsad_near_duplicates_total{queue=\"articles\"} 2\n"))
      }
    }
  }

  @Test func `without the index an article is analysed and announced as ever`() async throws {
    try await withRedis { server in
      try await WorkerFixture.run(on: server) {
        $0.nearDuplicates.isOn = false
      } _: { fixture in
        try await fixture.push([job("a", article), job("b", article, title: "عنوان")])
        for event in try await fixture.events(2) { #expect(event["data"]["near_duplicate_of"] == .null) }
        #expect(try server.cli("KEYS", "*:near:*").split(separator: "\n").isEmpty)
      }
    }
  }
}
