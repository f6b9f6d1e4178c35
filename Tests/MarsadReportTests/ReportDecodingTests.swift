import JSONBytes
import MarsadReport
import MarsadTestSupport
import Testing

@Suite struct ReportDecodingTests {
  @Test func `a report that was written and read is the same`() throws {
    let report = Report.sample
    let read = try Report(decoding: report.encoded())
    #expect(read == report)
    #expect(read.encoded() == report.encoded())
  }

  @Test func `unknown fields are ignored`() throws {
    let text = String(decoding: Report.sample.encoded(), as: UTF8.self)
    let newer = text.replacing("{\"schema\"", with: "{\"later\":[1],\"schema\"", maxReplacements: 1)
    #expect(try Report(decoding: Array(newer.utf8)) == Report.sample)
  }

  @Test(arguments: [
    (
      "\"sentences\":[{\"id\":\"s0\",\"paragraph\":0", "\"sentences\":[{\"id\":\"s0\",\"paragraph\":\"x\"",
      "report.sentences[0].paragraph"
    ),
    ("\"status\":\"called_for\"", "\"status\":\"dreamt\"", "report.events[0].status"),
    ("\"span\":[0,90]", "\"span\":[90,0]", "report.sentences[0].span"),
    ("\"speaker\":\"e1\"", "\"speaker\":\"v1\"", "report.statements[0].speaker"),
  ])
  func `an error names the field`(written: String, instead: String, path: String) {
    let text = String(decoding: Report.sample.encoded(), as: UTF8.self)
    let error = #expect(throws: ReportDecodingError.self) {
      try Report(decoding: Array(text.replacing(written, with: instead, maxReplacements: 1).utf8))
    }
    guard case .unexpectedField(let found, _) = error else {
      Issue.record("\(String(describing: error)) does not name a field")
      return
    }
    #expect(found == path)
  }

  @Test func `another schema and no JSON are told apart`() {
    #expect(throws: ReportDecodingError.foreignSchema("marsad.report/9")) {
      try Report(decoding: Array("{\"schema\":\"marsad.report/9\"}".utf8))
    }
    #expect(throws: ReportDecodingError.notJSON(JSONError(.unexpectedEnd, at: 0))) {
      try Report(decoding: [])
    }
  }
}
