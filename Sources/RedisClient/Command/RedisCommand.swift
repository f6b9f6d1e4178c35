/// A command and its arguments, binary-safe.
///
/// Its description names the command and counts the arguments, as they may be secret or long.
public struct RedisCommand: Sendable, Equatable, CustomStringConvertible, CustomReflectable {
  /// The command's name and all its arguments.
  public var parts: [RedisArgument]

  /// Makes a command from its name and arguments.
  public init(_ name: String, _ arguments: RedisArgument...) {
    self.init(name, arguments: arguments)
  }

  /// Makes a command from its name and arguments.
  public init(_ name: String, arguments: [RedisArgument]) {
    parts = [RedisArgument(name)]
    parts.append(contentsOf: arguments)
  }

  /// The name, for messages: arguments may be secret or long.
  public var name: String { parts.first.map { String(decoding: $0.bytes, as: UTF8.self) } ?? "" }

  /// Name and number of arguments: `SET (2 arguments)`.
  public var description: String { "\(name) (\(parts.count - 1) arguments)" }
  /// The description: arguments may be secret.
  public var customMirror: Mirror { Mirror(self, children: ["command": description]) }
}

/// One argument of a command: bytes.
public struct RedisArgument: Sendable, Equatable, ExpressibleByStringLiteral, ExpressibleByIntegerLiteral {
  /// What is sent.
  public var bytes: [UInt8]

  /// Sends bytes as they are.
  public init(_ bytes: [UInt8]) { self.bytes = bytes }
  /// Sends a text as UTF-8.
  public init(_ text: String) { bytes = Array(text.utf8) }
  /// Sends a whole number in decimal.
  public init(_ number: some BinaryInteger) { bytes = Array(String(number).utf8) }
  /// Sends a text as UTF-8.
  public init(stringLiteral value: String) { self.init(value) }
  /// Sends a whole number in decimal.
  public init(integerLiteral value: Int64) { self.init(value) }
}
