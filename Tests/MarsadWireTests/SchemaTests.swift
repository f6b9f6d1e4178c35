import Foundation
import MarsadReport
import MarsadTestSupport
import MarsadWire
import Testing

/// Real output against the published schemas, and the schemas against what is wrong.
@Suite struct SchemaTests {
  private func violations(_ json: [UInt8], schema name: String) throws -> [String] {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let file = root.appending(path: "docs/schemas/\(name).schema.json")
    return try SchemaValidator(schema: Array(Data(contentsOf: file))).violations(in: json)
  }

  @Test func `a report with something in every field is valid`() throws {
    #expect(try violations(Report.sample.encoded(), schema: "report") == [])
  }

  @Test func `a report with nothing in it is valid`() throws {
    let empty = Report(
      analyzer: "marsad-core/0.2.0", contentHash: ContentHash(text: []),
      language: Report.Language(code: "und", confidence: 0),
      size: Report.Size(characters: 0, words: 0, sentences: 0), simHash: 0)
    #expect(try violations(empty.encoded(), schema: "report") == [])
  }

  @Test(arguments: CompletionEvent.samples)
  func `every kind of event is valid`(event: CompletionEvent) throws {
    #expect(try violations(event.encoded(), schema: "event") == [])
  }

  @Test(arguments: [
    #"{"text":"خبر"}"#, #"{"text":"خبر","id":7,"meta":[1],"x":{}}"#, #"{"text":"خبر","title":null,"ttl":60}"#,
    #"{"text":"خبر","priority":true,"not_before":"2026-01-01T00:00:00Z","max_attempts":3}"#,
  ])
  func `a job that is taken is valid`(job: String) throws {
    _ = try Job(parsing: Array(job.utf8))
    #expect(try violations(Array(job.utf8), schema: "job") == [])
  }

  @Test(arguments: [
    "[]", "{}", #"{"text":""}"#, #"{"text":5}"#, #"{"text":"خبر","id":""}"#, #"{"text":"خبر","title":[]}"#,
    #"{"text":"خبر","ttl":0}"#, #"{"text":"خبر","max_attempts":1.5}"#,
  ])
  func `a job that is refused is not valid`(job: String) throws {
    #expect(throws: JobRejection.self) { try Job(parsing: Array(job.utf8)) }
    #expect(try !violations(Array(job.utf8), schema: "job").isEmpty)
  }

  @Test func `every rejection code stands in the contract`() throws {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    let contract = try String(contentsOf: root.appending(path: "docs/wire.md"), encoding: .utf8)
    for code in JobRejection.Code.allCases {
      #expect(contract.contains("`\(code.rawValue)`"), "\(code.rawValue)")
    }
  }
}
