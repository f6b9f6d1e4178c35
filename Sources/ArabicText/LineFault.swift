/// A line of input that is not what its form asks for.
public struct LineFault: Error, Equatable, Sendable, CustomStringConvertible {
  /// The line, from 1.
  public let line: Int
  /// What is wrong with it, and what to do.
  public let reason: String

  /// The fault after the line's number, for a message that begins with the file's name.
  public var description: String { "\(line): \(reason)" }

  /// Makes a fault.
  public init(line: Int, reason: String) {
    self.line = line
    self.reason = reason
  }

  /// Nil where the bytes are UTF-8; else the line of the first that are not.
  public init?(validating utf8: [UInt8]) {
    do {
      _ = try UTF8Span(validating: utf8.span)
      return nil
    } catch {
      let offset = error.byteOffsets.lowerBound
      let before = utf8[..<offset]
      let start = before.lastIndex(of: 0x0A).map { $0 + 1 } ?? 0
      self.init(
        line: before.count { $0 == 0x0A } + 1,
        reason: "not UTF-8 from byte \(offset - start + 1) of the line on; convert the file (iconv -t utf-8)")
    }
  }
}
