import Testing

@testable import marsad

@Suite struct JobPayloadTests {
  private func payload(
    _ form: SourcedArticle.Form, _ text: String, _ overrides: JobOverrides = JobOverrides()
  ) throws -> String {
    let article = SourcedArticle(form: form, bytes: Array(text.utf8), origin: "a.txt")
    return String(decoding: try article.payload(overrides), as: UTF8.self)
  }

  @Test func `a text becomes a job that names its file`() throws {
    #expect(try payload(.text, "قال \"نعم\"\n") == #"{"text":"قال \"نعم\"\n","source":"a.txt"}"#)
  }

  @Test func `a job stays as it is byte for byte`() throws {
    #expect(try payload(.json, #"{ "text" : "x" ,"n":1.50 }"#) == #"{ "text" : "x" ,"n":1.50 }"#)
  }

  @Test func `what the command line says wins over the job`() throws {
    let overrides = JobOverrides(id: "7", priority: 1)
    #expect(
      try payload(.json, #"{"id":"old","text":"x","meta":{"a":[1, 2]}}"#, overrides)
        == #"{"text":"x","meta":{"a":[1, 2]},"id":"7","priority":1}"#)
  }

  @Test func `bytes that are not UTF-8 are refused with their place`() {
    let article = SourcedArticle(form: .text, bytes: [0x61, 0xff], origin: "a.txt")
    let error = #expect(throws: CommandFailure.self) { try article.payload(JobOverrides()) }
    #expect(error?.status == .badData)
    #expect(error?.description.contains("byte 1") == true)
  }
}
