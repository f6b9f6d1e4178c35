/// Walks a JSON text (RFC 8259) from the front, value by value, and is strict about it: UTF-8 without byte order mark,
/// no lone surrogates, no control characters in strings, no leading zeros, one value and nothing after it.
///
/// It pulls: the caller looks at the kind of the next value and takes, enters or skips it. Whatever is skipped is
/// checked as well, and its place is returned, so that it can be handed on byte for byte. Numbers keep their text.
/// Depth is bounded by a limit, never by the stack.
///
///     var scanner = JSONScanner(bytes)
///     try scanner.enterObject()
///     while let key = try scanner.nextKey() { let value = try scanner.skipValue() … }
///     try scanner.finish()
public struct JSONScanner: Sendable {
  /// The deepest nesting that any scanner takes.
  public static let greatestDepth = 64

  /// What the next value is.
  public enum Kind: Sendable, Equatable { case object, array, string, number, bool, null }

  /// The text.
  public let bytes: [UInt8]
  /// The next byte to look at.
  public private(set) var offset = 0
  private let depthLimit: Int
  private var depth = 0
  /// One bit for every open container, the innermost lowest: 1 for an object.
  private var containers: UInt64 = 0
  /// Whether the innermost container has had nothing yet.
  private var isFirst = false

  /// Starts at the first byte. - Parameter depthLimit: how many containers may be open at once, at most 64.
  public init(_ bytes: [UInt8], depthLimit: Int = greatestDepth) {
    self.bytes = bytes
    self.depthLimit = min(depthLimit, Self.greatestDepth)
  }

  /// The kind of the next value.
  public mutating func peekKind() throws(JSONError) -> Kind {
    skipBlanks()
    switch try peek() {
    case UInt8(ascii: "{"): return .object
    case UInt8(ascii: "["): return .array
    case UInt8(ascii: "\""): return .string
    case UInt8(ascii: "t"), UInt8(ascii: "f"): return .bool
    case UInt8(ascii: "n"): return .null
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"): return .number
    default: throw JSONError(.unexpectedByte, at: offset)
    }
  }

  /// Checks that nothing but blanks is left.
  public mutating func finish() throws(JSONError) {
    skipBlanks()
    guard offset == bytes.count else { throw JSONError(.trailingBytes, at: offset) }
  }

  // MARK: Containers

  /// Enters the object that comes next.
  public mutating func enterObject() throws(JSONError) { try enter(UInt8(ascii: "{"), bit: 1) }

  /// Enters the array that comes next.
  public mutating func enterArray() throws(JSONError) { try enter(UInt8(ascii: "["), bit: 0) }

  /// The next key of the innermost object, whose value must then be taken; nil where the object has ended.
  public mutating func nextKey() throws(JSONError) -> JSONString? {
    guard try !closes(with: UInt8(ascii: "}")) else { return nil }
    let key = try string()
    skipBlanks()
    try expect(UInt8(ascii: ":"))
    return key
  }

  /// Whether the innermost array has another element, which must then be taken.
  public mutating func nextElement() throws(JSONError) -> Bool { try !closes(with: UInt8(ascii: "]")) }

  private mutating func enter(_ bracket: UInt8, bit: UInt64) throws(JSONError) {
    skipBlanks()
    guard try peek() == bracket else { throw JSONError(.wrongType, at: offset) }
    guard depth < depthLimit else { throw JSONError(.tooDeep, at: offset) }
    offset += 1
    depth += 1
    containers = containers << 1 | bit
    isFirst = true
  }

  private mutating func closes(with bracket: UInt8) throws(JSONError) -> Bool {
    skipBlanks()
    if try peek() == bracket {
      offset += 1
      depth -= 1
      containers >>= 1
      isFirst = false
      return true
    }
    if !isFirst {
      try expect(UInt8(ascii: ","))
      skipBlanks()
    }
    isFirst = false
    return false
  }

  // MARK: Values

  /// Passes over the next value, checking it. - Returns: its place, without blanks around it.
  public mutating func skipValue() throws(JSONError) -> Range<Int> {
    skipBlanks()
    let start = offset
    let outside = depth
    repeat {
      switch try peekKind() {
      case .object: try enterObject()
      case .array: try enterArray()
      case .string: _ = try string()
      case .number: _ = try number()
      case .bool: _ = try bool()
      case .null: try null()
      }
      while depth > outside {
        let hasMore = containers & 1 == 1 ? try nextKey() != nil : try nextElement()
        if hasMore { break }
      }
    } while depth > outside
    return start..<offset
  }

  /// Takes the next value, a string.
  public mutating func string() throws(JSONError) -> JSONString {
    skipBlanks()
    guard try peek() == UInt8(ascii: "\"") else { throw JSONError(.unexpectedByte, at: offset) }
    let start = offset + 1
    var hasEscapes = false
    offset = start
    while true {
      offset = StringScan.firstSpecial(in: bytes.span, from: offset)
      switch try peek() {
      case UInt8(ascii: "\""):
        try checkUTF8(start..<offset)
        offset += 1
        return JSONString(range: start..<offset - 1, hasEscapes: hasEscapes)
      case UInt8(ascii: "\\"):
        hasEscapes = true
        try escape()
      default: throw JSONError(.controlCharacter, at: offset)
      }
    }
  }

  /// Takes the next value, a number. - Returns: the place of its text.
  public mutating func number() throws(JSONError) -> Range<Int> {
    skipBlanks()
    let start = offset
    if try peek() == UInt8(ascii: "-") { offset += 1 }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: "0") {
      offset += 1
    } else {
      try digits(of: start)
    }
    if offset < bytes.count, bytes[offset] == UInt8(ascii: ".") {
      offset += 1
      try digits(of: start)
    }
    if offset < bytes.count, bytes[offset] | 0x20 == UInt8(ascii: "e") {
      offset += 1
      if offset < bytes.count, bytes[offset] == UInt8(ascii: "+") || bytes[offset] == UInt8(ascii: "-") {
        offset += 1
      }
      try digits(of: start)
    }
    return start..<offset
  }

  /// Takes the next value, `true` or `false`.
  public mutating func bool() throws(JSONError) -> Bool {
    skipBlanks()
    if try peek() == UInt8(ascii: "t") {
      try literal("true")
      return true
    }
    try literal("false")
    return false
  }

  /// Takes the next value, `null`.
  public mutating func null() throws(JSONError) {
    skipBlanks()
    try literal("null")
  }

  // MARK: Bytes

  private mutating func skipBlanks() {
    while offset < bytes.count {
      switch bytes[offset] {
      case 0x20, 0x09, 0x0A, 0x0D: offset += 1
      default: return
      }
    }
  }

  private func peek() throws(JSONError) -> UInt8 {
    guard offset < bytes.count else { throw JSONError(.unexpectedEnd, at: offset) }
    return bytes[offset]
  }

  private mutating func expect(_ byte: UInt8) throws(JSONError) {
    guard try peek() == byte else { throw JSONError(.unexpectedByte, at: offset) }
    offset += 1
  }

  private mutating func literal(_ text: StaticString) throws(JSONError) {
    for byte in text.description.utf8 { try expect(byte) }
  }

  private mutating func digits(of start: Int) throws(JSONError) {
    let first = offset
    while offset < bytes.count, (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[offset]) {
      offset += 1
    }
    guard offset > first else { throw JSONError(.badNumber, at: start) }
  }

  private mutating func escape() throws(JSONError) {
    let start = offset
    offset += 1
    switch try peek() {
    case UInt8(ascii: "u"):
      guard let unit = codeUnit(at: start + 2) else { throw JSONError(.badEscape, at: start) }
      offset = start + 6
      guard unit & 0xF800 == 0xD800 else { return }
      guard unit < 0xDC00, offset + 1 < bytes.count, bytes[offset] == UInt8(ascii: "\\"),
        bytes[offset + 1] == UInt8(ascii: "u"), let low = codeUnit(at: offset + 2), low & 0xFC00 == 0xDC00
      else { throw JSONError(.loneSurrogate, at: start) }
      offset += 6
    case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
      UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
      offset += 1
    default: throw JSONError(.badEscape, at: start)
    }
  }

  private func checkUTF8(_ range: Range<Int>) throws(JSONError) {
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span.extracting(range))
    } catch {
      throw JSONError(.invalidUTF8, at: range.lowerBound + error.byteOffsets.lowerBound)
    }
  }
}
