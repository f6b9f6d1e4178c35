/// What can go wrong between a command and its reply.
public enum RedisError: Error, Sendable, Equatable, CustomStringConvertible {
  /// Redis answered with an error: its code (`WRONGTYPE`, `NOSCRIPT`, `OOM` …) and its whole text.
  case reply(code: String, message: String)
  /// The connection could not be made: to where, and why.
  case connect(String, reason: String)
  /// The connection ended before the reply came. Whether the command was carried out is unknown.
  case connectionClosed(reason: String)
  /// The reply did not come in time; the connection was given up, as replies come in order.
  case timeout(command: String)
  /// The task that waited was cancelled. Whether the command was carried out is unknown.
  case cancelled
  /// Redis sent what is not RESP2, or more than `ReplyLimits` allow; the connection was given up.
  case protocolViolation(String)
  /// The reply is not of the form that the command promises.
  case unexpectedReply(command: String, reply: String)

  /// Says what was wrong and what to do.
  public var description: String {
    switch self {
    case .reply(_, let message): "Redis answered: \(message)"
    case .connect(let place, let reason):
      "cannot connect to Redis at \(place): \(reason). Check the URL, and that the server runs and lets this host in."
    case .connectionClosed(let reason): "the connection to Redis ended before the reply came: \(reason)"
    case .timeout(let command): "Redis did not answer \(command) in time; the connection was given up"
    case .cancelled: "the wait for a reply of Redis was cancelled"
    case .protocolViolation(let what): "what came from the server is not a Redis reply that we take: \(what)"
    case .unexpectedReply(let command, let reply):
      "Redis answered \(command) with \(reply), which was not expected"
    }
  }

  /// Whether trying again on a new connection can help.
  public var isTransport: Bool {
    switch self {
    case .connect, .connectionClosed, .timeout, .protocolViolation: true
    case .reply, .cancelled, .unexpectedReply: false
    }
  }

  static func reply(_ message: String) -> RedisError {
    .reply(
      code: message.split(separator: " ", maxSplits: 1).first.map(String.init) ?? "ERR", message: message)
  }
}
