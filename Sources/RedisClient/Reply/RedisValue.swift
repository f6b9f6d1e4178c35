/// A reply of Redis (RESP2), as Swift values.
public enum RedisValue: Sendable, Equatable {
  /// A status line, such as `OK`.
  case simpleString([UInt8])
  /// An error line, such as `WRONGTYPE Operation against …`.
  case error(String)
  /// A 64-bit integer.
  case integer(Int64)
  /// Binary-safe bytes.
  case bulk([UInt8])
  /// A null bulk string or null array.
  case null
  /// A list of replies.
  case array([RedisValue])

  /// The bytes of a bulk or simple string, else nil.
  public var bytes: [UInt8]? {
    switch self {
    case .bulk(let bytes), .simpleString(let bytes): bytes
    default: nil
    }
  }

  /// The text of a bulk or simple string, with invalid UTF-8 repaired, else nil.
  public var string: String? { bytes.map { String(decoding: $0, as: UTF8.self) } }

  /// An integer reply, or a string that is one, else nil.
  public var int: Int64? {
    switch self {
    case .integer(let value): value
    case .bulk, .simpleString: string.flatMap { Int64($0) }
    default: nil
    }
  }

  /// The elements of an array, else nil.
  public var elements: [RedisValue]? {
    if case .array(let elements) = self { elements } else { nil }
  }

  /// The text of an error reply, else nil.
  public var errorMessage: String? {
    if case .error(let message) = self { message } else { nil }
  }
}
