import JSONBytes
import MarsadTestSupport
import Testing

@Suite struct JSONScannerTests {
  private func error(in text: String) -> JSONError? { error(in: Array(text.utf8)) }

  private func error(in bytes: [UInt8]) -> JSONError? {
    do throws(JSONError) {
      _ = try JSONValue(parsing: bytes)
      return nil
    } catch {
      return error
    }
  }

  @Test(arguments: [
    ("", JSONError.Kind.unexpectedEnd, 0), ("  ", .unexpectedEnd, 2), ("{", .unexpectedEnd, 1),
    ("[1,]", .unexpectedByte, 3), ("[1 2]", .unexpectedByte, 3), ("{\"a\"}", .unexpectedByte, 4),
    ("{a:1}", .unexpectedByte, 1), ("{\"a\":1,}", .unexpectedByte, 7), ("nul", .unexpectedEnd, 3),
    ("True", .unexpectedByte, 0), ("1 1", .trailingBytes, 2), ("{} x", .trailingBytes, 3),
    ("01", .trailingBytes, 1), ("-", .badNumber, 0), ("1.", .badNumber, 0), ("1e", .badNumber, 0),
    (".5", .unexpectedByte, 0), ("+1", .unexpectedByte, 0), ("NaN", .unexpectedByte, 0),
    ("\"a", .unexpectedEnd, 2), ("\"\\x\"", .badEscape, 1), ("\"\\u12G4\"", .badEscape, 1),
    ("\"\\u12", .badEscape, 1), ("\"a\nb\"", .controlCharacter, 2), ("\"\0\"", .controlCharacter, 1),
    ("\"\\ud800\"", .loneSurrogate, 1), ("\"\\udc00\"", .loneSurrogate, 1),
    ("\"x\\ud800\\u0041\"", .loneSurrogate, 2), ("\"\\ud800\\ud800\"", .loneSurrogate, 1),
    ("\u{FEFF}1", .unexpectedByte, 0), ("'a'", .unexpectedByte, 0), ("// c\n1", .unexpectedByte, 0),
  ])
  func `what is not JSON is refused with its kind and byte`(text: String, kind: JSONError.Kind, offset: Int) {
    #expect(error(in: text) == JSONError(kind, at: offset))
  }

  @Test(
    arguments: [
      [0x22, 0xC0, 0x80, 0x22], [0x22, 0xED, 0xA0, 0x80, 0x22], [0x22, 0xF4, 0x90, 0x80, 0x80, 0x22],
      [0x22, 0x80, 0x22], [0x22, 0xD8, 0x22], [0x22, 0x61, 0xFF, 0x22],
    ] as [[UInt8]])
  func `bytes that are not UTF-8 are refused`(bytes: [UInt8]) {
    #expect(error(in: bytes)?.kind == .invalidUTF8)
  }

  @Test func `nesting is refused beyond the limit and never by the stack`() {
    let deep = [UInt8](repeating: UInt8(ascii: "["), count: 100_000)
    #expect(error(in: deep) == JSONError(.tooDeep, at: 64))
    var scanner = JSONScanner(deep)
    #expect(throws: JSONError(.tooDeep, at: 64)) { try scanner.skipValue() }
    let allowed = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(error(in: allowed) == nil)
  }

  @Test func `escapes decode, pairs of surrogates join`() throws {
    let tree = try JSONValue(parsing: Array(#""\"\\\/\b\f\n\r\t\u0000\u0627\ud83d\ude00x""#.utf8))
    #expect(tree == .string("\"\\/\u{8}\u{C}\n\r\t\0ا😀x"))
  }

  @Test func `the last of equal keys wins, also when one is written with escapes`() throws {
    let tree = try JSONValue(parsing: Array(#"{"a":1,"\u0061":2}"#.utf8))
    #expect(tree == .object(["a": .number(2)]))
  }

  @Test func `numbers keep their text`() throws {
    let digits = "-123456789012345678901234567890.5e+400"
    var scanner = JSONScanner(Array(digits.utf8))
    #expect(try scanner.number() == 0..<digits.utf8.count)
  }

  @Test func `a skipped value is handed on byte for byte`() throws {
    let meta = "{ \"z\" : [1.50 , {\"a\":\"\\u0627\"}, true] }"
    var scanner = JSONScanner(Array("{\"meta\": \(meta) ,\"x\":1}".utf8))
    try scanner.enterObject()
    let key = try #require(try scanner.nextKey())
    #expect(scanner.equals(key, "meta"))
    let range = try scanner.skipValue()
    #expect(String(decoding: scanner.bytes[range], as: UTF8.self) == meta)
    _ = try scanner.nextKey()
    _ = try scanner.skipValue()
    #expect(try scanner.nextKey() == nil)
    try scanner.finish()
  }

  @Test(arguments: 0..<40)
  func `plain runs end where a byte by byte search says`(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let bytes = (0..<200).map { _ in UInt8.random(in: 0...255, using: &random) }
    for special in [UInt8(ascii: "\""), UInt8(ascii: "\\"), 0x1F, 0] {
      var plain = bytes.map { $0 < 0x20 || $0 == 0x22 || $0 == 0x5C ? $0 | 0x80 : $0 }
      let place = Int.random(in: 0..<200, using: &random)
      plain[place] = special
      var scanner = JSONScanner([0x22] + plain + [0x22])
      let found: JSONError?
      do throws(JSONError) {
        _ = try scanner.string()
        found = nil
      } catch { found = error }
      // Random high bytes are no UTF-8, so a string that ends early fails by that at or before its end.
      if special < 0x20 { #expect(found == JSONError(.controlCharacter, at: place + 1)) }
      #expect((found?.offset ?? 0) <= 202)
    }
  }
}
