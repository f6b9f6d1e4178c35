import JSONBytes
import Testing

@Suite struct JSONWriterTests {
  private func written(_ body: (inout JSONWriter) -> Void) -> String {
    var json = JSONWriter()
    body(&json)
    return String(decoding: json.finish(), as: UTF8.self)
  }

  @Test func `commas stand between values only`() {
    let text = written { json in
      json.beginObject()
      json.member("a", 1)
      json.key("b")
      json.beginArray()
      json.null()
      json.beginArray()
      json.endArray()
      json.bool(true)
      json.string("{")
      json.string("x")
      json.endArray()
      json.member("c", nil as String?)
      json.member("d", raw: Array("[1, 2]".utf8))
      json.endObject()
    }
    #expect(text == #"{"a":1,"b":[null,[],true,"{","x"],"c":null,"d":[1, 2]}"#)
  }

  @Test func `what must be escaped is, and nothing else`() {
    let text = written { $0.string("\"\\/\u{8}\t\n\u{C}\r\0\u{1F}\u{7F} لا 😀\u{2028}") }
    #expect(text == "\"\\\"\\\\/\\b\\t\\n\\f\\r\\u0000\\u001f\u{7F} لا 😀\u{2028}\"")
  }

  @Test func `a text may stand behind a prefix`() {
    var json = JSONWriter(appendingTo: Array("marsad/1 ".utf8))
    json.beginObject()
    json.endObject()
    #expect(json.finish() == Array("marsad/1 {}".utf8))
  }

  @Test(arguments: [
    (0, 3, "0"), (-0.0, 3, "0"), (0.5, 0, "1"), (0.9, 3, "0.9"), (0.0004, 3, "0"), (0.0005, 3, "0.001"),
    (-0.0004, 3, "0"), (-1.25, 1, "-1.3"), (33.31524, 4, "33.3152"), (500_000_000, 4, "500000000"),
    (1.05, 2, "1.05"), (0.07, 2, "0.07"), (100, 2, "100"), (-7.5, 1, "-7.5"), (1e15, 3, "1000000000000000"),
    (1e300, 3, "null"), (Double.nan, 3, "null"), (-Double.infinity, 3, "null"),
  ])
  func `numbers are rounded to fixed places without trailing zeros`(value: Double, places: Int, text: String)
  {
    #expect(written { $0.fixed(value, places: places) } == text)
  }

  @Test func `whole numbers are written to their ends`() {
    let text = written { json in
      json.beginArray()
      for value in [0, -1, 10, 99, 100, Int.max, Int.min] { json.integer(value) }
      json.endArray()
    }
    #expect(text == "[0,-1,10,99,100,9223372036854775807,-9223372036854775808]")
  }
}
