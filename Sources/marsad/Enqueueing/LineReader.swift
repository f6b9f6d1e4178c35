import Foundation

/// Lines of a file or a pipe of any size, in constant memory beside the longest line.
struct LineReader {
  private let handle: FileHandle
  private var buffer: [UInt8] = []
  private var position = 0
  private var isAtEnd = false

  /// Bytes read at a time.
  private static let chunk = 1 << 16

  init(_ handle: FileHandle) { self.handle = handle }

  /// The next line without its line end (LF or CRLF), nil after the last one.
  mutating func next() throws -> [UInt8]? {
    var searched = position
    while true {
      if let end = buffer[searched...].firstIndex(of: 0x0a) {
        let line = buffer[position..<end]
        position = end + 1
        return Array(line.last == 0x0d ? line.dropLast() : line)
      }
      if isAtEnd {
        guard position < buffer.count else { return nil }
        let line = Array(buffer[position...])
        position = buffer.count
        return line
      }
      searched = buffer.count - position
      try fill()
    }
  }

  /// The first byte that is not blank, nil where there is none; nothing is used up.
  mutating func firstByte() throws -> UInt8? {
    while true {
      if let byte = buffer[position...].first(where: { !LineReader.isBlank($0) }) { return byte }
      if isAtEnd { return nil }
      try fill()
    }
  }

  /// Everything that has not been read as a line.
  mutating func rest() throws -> [UInt8] {
    while !isAtEnd { try fill() }
    defer { position = buffer.count }
    return Array(buffer[position...])
  }

  /// Whether a byte is ASCII white space.
  static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0d).contains(byte) }

  private mutating func fill() throws {
    buffer.removeFirst(position)
    position = 0
    let more = try handle.read(upToCount: LineReader.chunk) ?? Data()
    if more.isEmpty { isAtEnd = true } else { buffer.append(contentsOf: more) }
  }
}
