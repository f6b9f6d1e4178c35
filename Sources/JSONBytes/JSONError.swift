/// Why bytes are not JSON, and where.
public struct JSONError: Error, Equatable, CustomStringConvertible {
  /// What is wrong.
  public enum Kind: String, Sendable {
    case unexpectedEnd = "the text ends too early"
    case unexpectedByte = "a byte that cannot stand here"
    case trailingBytes = "more bytes after the value"
    case invalidUTF8 = "bytes that are not UTF-8"
    case controlCharacter = "a control character inside a string (write it as \\u00XX)"
    case badEscape = "an escape that JSON does not have"
    case loneSurrogate = "half of a surrogate pair"
    case badNumber = "a malformed number"
    case tooDeep = "more nesting than is allowed"
    case wrongType = "a value of another type than asked for"
  }

  /// What is wrong.
  public let kind: Kind
  /// The byte at which it shows, from 0.
  public let offset: Int

  /// Makes an error from its parts.
  public init(_ kind: Kind, at offset: Int) {
    self.kind = kind
    self.offset = offset
  }

  /// One line for people.
  public var description: String { "\(kind.rawValue), at byte \(offset)" }
}
