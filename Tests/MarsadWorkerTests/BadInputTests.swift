import Foundation
import JSONBytes
import MarsadTestSupport
import MarsadWire
import RedisClient
import Testing

/// What docs/wire.md says of odd and impossible jobs, each through a real Redis and worker.
@Suite struct BadInputTests {
  private static func job(_ text: String) -> [UInt8] {
    Array("{\"text\":\"".utf8) + Array(text.utf8) + Array("\"}".utf8)
  }

  /// What is pushed, and the error code of its event; nil where it is analysed.
  private static let table: [(name: String, job: [UInt8], code: String?)] = [
    ("not JSON", Array("خبر".utf8), "not_json"),
    ("empty", [], "not_json"),
    ("cut off", Array("{\"text\":\"خبر".utf8), "not_json"),
    ("raw NUL", Array("{\"text\":\"a\0b\"}".utf8), "not_json"),
    ("an array", Array("[]".utf8), "wrong_type"),
    ("no text", Array("{\"title\":\"خبر\"}".utf8), "no_text"),
    ("null text", Array("{\"text\":null}".utf8), "no_text"),
    ("blank text", job(" \\n "), "no_text"),
    ("text of another type", Array("{\"text\":[\"خبر\"]}".utf8), "wrong_type"),
    ("title of another type", Array("{\"text\":\"خبر\",\"title\":7}".utf8), "wrong_type"),
    ("invalid UTF-8", Array("{\"text\":\"".utf8) + [0xD8, 0x22, 0x7D], "not_utf8"),
    ("a lone surrogate", job("\\ud83d"), "bad_unicode"),
    ("100,000 levels of nesting", [UInt8](repeating: UInt8(ascii: "["), count: 100_000), "too_deep"),
    ("a text beyond 1 MiB", job(String(repeating: "x", count: (1 << 20) + 1)), "text_too_large"),
    ("50 MiB", job(String(repeating: "x", count: 50 << 20)), "job_too_large"),
    (
      "a long id", Array("{\"text\":\"خبر\",\"id\":\"\(String(repeating: "x", count: 201))\"}".utf8), "bad_id"
    ),
    (
      "large meta", Array("{\"text\":\"x\",\"meta\":\"\(String(repeating: "x", count: 1 << 15))\"}".utf8),
      "meta_too_large"
    ),
    ("NUL in an escape", job("خ\\u0000بر"), nil),
    ("bidi controls", job("\\u202eخبر\\u2066"), nil),
    ("1 MiB of one word", job(String(repeating: "ب", count: 1 << 19)), nil),
    ("not Arabic", job("The cabinet met on Monday."), nil),
    ("a number as id", Array("{\"text\":\"خبر\",\"id\":7}".utf8), nil),
    ("a binary blob", (0..<4096).map { UInt8(truncatingIfNeeded: $0 &* 31) }, "not_json"),
  ]

  @Test func `each gets its outcome in an event, the dead keep their bytes, and the worker goes on`()
    async throws
  {
    let table = Self.table
    try await withRedis { server in
      try await WorkerFixture.run(on: server) { fixture in
        for (index, row) in table.enumerated() {
          try await fixture.push(row.job)
          // One at a time, so that the last event is this job's.
          let event = try await fixture.events(index + 1).last?["data"] ?? .null
          #expect(event["error"]["code"].text == row.code, "\(row.name)")
          #expect(event["outcome"].text == (row.code == nil ? "analyzed" : "failed"), "\(row.name)")
          if row.name == "a number as id" { #expect(event["job_id"].text == "7") }
        }
        let refused = table.filter { $0.code != nil }
        let dead = StreamEntry.list(
          try await fixture.redis.send(RedisCommand("XRANGE", RedisArgument(fixture.keys.dead), "-", "+")))
        #expect(dead.count == refused.count)
        for (entry, row) in zip(dead, refused) {
          #expect(
            entry.fields.contains { Data($0.value).suffix(row.job.count) == Data(row.job) }, "\(row.name)")
          #expect(entry.fields.contains { $0.value.elementsEqual((row.code ?? "").utf8) }, "\(row.name)")
        }
        #expect(try await fixture.integer("LLEN", fixture.keys.pending) == 0)
        #expect(try await fixture.events(table.count).count == table.count)
      }
    }
  }
}
