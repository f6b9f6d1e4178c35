import MarsadWire
import Testing

@Suite struct JobTests {
  private func rejection(_ bytes: [UInt8]) -> JobRejection? {
    do throws(JobRejection) {
      _ = try Job(parsing: bytes)
      return nil
    } catch {
      return error
    }
  }

  private func rejection(_ text: String) -> JobRejection? { rejection(Array(text.utf8)) }

  @Test func `all fields are read`() throws {
    let job = try Job(
      parsing: Array(
        #"""
        {"id":"n-1","text":"خبر\nثان","title":"عنوان","source":"وكالة","url":"https://example.org","lang":"ar",
         "published_at":"2021-04-09T12:30:00+03:00","priority":1,"not_before":"2026-01-01T00:00:00Z",
         "max_attempts":3,"ttl":60,"meta":{"a": 1},"traceparent":"00-a","enqueued_at":"2026-01-01T00:00:00.5Z","x":[]}
        """#.utf8))
    #expect(job.text == Array("خبر\nثان".utf8))
    #expect(job.title == Array("عنوان".utf8))
    #expect(job.language == "ar")
    #expect(job.publishedAt == "2021-04-09T12:30:00+03:00")
    let attributes = job.attributes
    #expect(attributes.id == "n-1")
    #expect(attributes.source == Array("وكالة".utf8))
    #expect(attributes.url == Array("https://example.org".utf8))
    #expect(attributes.isUrgent)
    #expect(attributes.notBefore?.description == "2026-01-01T00:00:00.000Z")
    #expect(attributes.enqueuedAt?.milliseconds == 1_767_225_600_500)
    #expect(attributes.maxAttempts == 3)
    #expect(attributes.timeToLive == .seconds(60))
    #expect(attributes.meta == Array(#"{"a": 1}"#.utf8))
    #expect(attributes.traceparent == "00-a")
  }

  @Test(arguments: [
    ("", JobRejection.Code.notJSON), (" \n", .notJSON), ("خبر", .notJSON), ("{\"text\":\"خبر\"", .notJSON),
    ("{'text':'x'}", .notJSON), ("{\"text\":\"a\0b\"}", .notJSON), ("{\"text\":\"a\nb\"}", .notJSON),
    ("[]", .wrongType), ("\"text\"", .wrongType), ("5", .wrongType), ("{}", .noText),
    (#"{"text":null}"#, .noText), (#"{"text":""}"#, .noText), (#"{"text":" \n\t "}"#, .noText),
    (#"{"text":5}"#, .wrongType), (#"{"text":["خبر"]}"#, .wrongType),
    (#"{"text":"خبر","title":5}"#, .wrongType),
    (#"{"text":"خبر","url":{}}"#, .wrongType), (#"{"text":"خبر","id":[1]}"#, .wrongType),
    (#"{"text":"خبر","priority":"high"}"#, .wrongType), (#"{"text":"\ud800"}"#, .badUnicode),
    (#"{"text":"خبر","x":"\udc00"}"#, .badUnicode), (#"{"text":"خبر","id":""}"#, .badID),
    (#"{"text":"خبر","id":"a\u0000"}"#, .badID), (#"{"text":"خبر","not_before":"tomorrow"}"#, .badTime),
    (#"{"text":"خبر","ttl":-1}"#, .outOfRange), (#"{"text":"خبر","max_attempts":1e99}"#, .outOfRange),
  ])
  func `what can never work is refused with its code`(job: String, code: JobRejection.Code) {
    #expect(rejection(job)?.code == code)
  }

  @Test func `bytes that are not UTF-8 are refused`() {
    #expect(rejection(Array("{\"text\":\"".utf8) + [0xD8] + Array("\"}".utf8))?.code == .notUTF8)
  }

  @Test func `sizes are bounded`() {
    func job(_ fields: String) -> String { "{\"text\":\"x\",\(fields)}" }
    let megabyte = String(repeating: "x", count: 1 << 20)
    #expect(rejection("{\"text\":\"\(megabyte)\"}") == nil)
    #expect(rejection("{\"text\":\"\(megabyte)x\"}")?.code == .textTooLarge)
    #expect(rejection([UInt8](repeating: 0x20, count: 50 << 20))?.code == .jobTooLarge)
    #expect(rejection(job("\"meta\":\"\(String(repeating: "x", count: (16 << 10) - 2))\"")) == nil)
    #expect(
      rejection(job("\"meta\":\"\(String(repeating: "x", count: (16 << 10) - 1))\""))?.code == .metaTooLarge)
    #expect(rejection(job("\"id\":\"\(String(repeating: "م", count: 200))\"")) == nil)
    #expect(rejection(job("\"id\":\"\(String(repeating: "م", count: 201))\""))?.code == .badID)
    #expect(rejection(job("\"url\":\"\(String(repeating: "x", count: 8193))\""))?.code == .fieldTooLarge)
  }

  @Test func `nesting is bounded, in the job and in its meta`() {
    let deep = String(repeating: "[", count: 100_000)
    #expect(rejection(deep)?.code == .tooDeep)
    #expect(rejection("{\"text\":\"x\",\"meta\":\(deep)")?.code == .tooDeep)
  }

  @Test(arguments: [("7", "7"), ("-1.50", "-1.50"), ("12345678901234567890123", "12345678901234567890123")])
  func `a number is taken as an id by its text`(number: String, id: String) throws {
    #expect(try Job(parsing: Array("{\"text\":\"x\",\"id\":\(number)}".utf8)).attributes.id == id)
  }

  @Test func `null is the same as leaving a field out, and the last of equal keys counts`() throws {
    let job = try Job(
      parsing: Array(
        #"{"text":"a","text":"b","title":"t","title":null,"id":null,"meta":null,"ttl":null}"#.utf8))
    #expect(job.text == Array("b".utf8))
    #expect(job.title == nil)
    #expect(job.attributes.id == nil)
    #expect(job.attributes.meta == Array("null".utf8))
  }

  @Test func `control and direction characters in escapes are text`() throws {
    let job = try Job(parsing: Array(#"{"text":"a\u0000\u202e\u200fب"}"#.utf8))
    #expect(job.text == Array("a\0\u{202E}\u{200F}ب".utf8))
  }

  @Test func `a refused job still says who waits for it`() {
    let refused = rejection(#"{"id":"7","url":"u","meta":{"a":1},"text":5}"#)
    #expect(refused?.attributes.id == "7")
    #expect(refused?.attributes.url == Array("u".utf8))
    #expect(refused?.attributes.meta == Array(#"{"a":1}"#.utf8))
    #expect(refused?.message == #""text" must be a string, not a number"#)
  }
}
