/// A whole JSON text as a tree, for readers of small texts: configuration, events, a report.
///
/// What is on a hot path walks its text with `JSONScanner` instead.
public enum JSONValue: Sendable, Equatable {
  case object([String: JSONValue])
  case array([JSONValue])
  case string(String)
  case number(Double)
  case bool(Bool)
  case null

  /// Parses one JSON text; of equal keys the last one holds.
  ///
  /// - Complexity: O(bytes); depth is bounded by `JSONScanner.greatestDepth`.
  public init(parsing bytes: [UInt8]) throws(JSONError) {
    var scanner = JSONScanner(bytes)
    self = try JSONValue.next(of: &scanner)
    try scanner.finish()
  }

  /// The member of an object; null where there is none or this is no object.
  public subscript(name: String) -> JSONValue {
    guard case .object(let members) = self else { return .null }
    return members[name] ?? .null
  }

  /// The text of a string.
  public var text: String? {
    guard case .string(let text) = self else { return nil }
    return text
  }

  /// The value of a number.
  public var double: Double? {
    guard case .number(let number) = self else { return nil }
    return number
  }

  /// The value of a number that is whole and fits.
  public var integer: Int? { double.flatMap { Int(exactly: $0) } }

  /// The elements of an array.
  public var elements: [JSONValue]? {
    guard case .array(let elements) = self else { return nil }
    return elements
  }

  private static func next(of scanner: inout JSONScanner) throws(JSONError) -> JSONValue {
    switch try scanner.peekKind() {
    case .object:
      var members: [String: JSONValue] = [:]
      try scanner.enterObject()
      while let key = try scanner.nextKey() {
        members[String(decoding: scanner.decoded(key), as: UTF8.self)] = try next(of: &scanner)
      }
      return .object(members)
    case .array:
      var elements: [JSONValue] = []
      try scanner.enterArray()
      while try scanner.nextElement() { elements.append(try next(of: &scanner)) }
      return .array(elements)
    case .string:
      let string = try scanner.string()
      return .string(String(decoding: scanner.decoded(string), as: UTF8.self))
    case .number:
      let range = try scanner.number()
      return .number(Double(String(decoding: scanner.bytes[range], as: UTF8.self)) ?? 0)
    case .bool: return .bool(try scanner.bool())
    case .null:
      try scanner.null()
      return .null
    }
  }
}
