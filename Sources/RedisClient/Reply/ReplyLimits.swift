/// What a server may make us hold. hiredis 0.14 has no limits of its own: it takes `*2147483647` at its word. Depth is
/// the exception: hiredis refuses arrays in arrays beyond the eighth level.
public struct ReplyLimits: Sendable, Equatable {
  /// Elements of all arrays of one reply together, so that nesting cannot multiply them.
  public var elements = 1 << 20
  /// Bytes of one bulk string: Redis's own limit.
  public var bulkBytes = 512 << 20
  /// Bytes of one whole reply as sent, complete or not.
  public var replyBytes = 1 << 30
  /// Bytes of a status, error, integer or length line. Short, as hiredis 0.14 scans a dribbled line from its beginning
  /// each time: O(n²).
  public var lineBytes = 16 << 10

  /// The defaults.
  public init() {}
}
