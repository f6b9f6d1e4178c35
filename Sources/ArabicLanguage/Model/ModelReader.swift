/// Reads one model file, and refuses what is not whole. See `ModelWriter` for the layout.
package struct ModelReader {
  static let magic: [UInt8] = Array("MARSADLM".utf8)
  static let version = 2
  private static let headerLength = 28

  private let bytes: [UInt8]
  private var at: Int
  /// The file's name, for errors.
  package let file: String
  /// What the model was trained on.
  package private(set) var trainedOn = ""

  /// Checks the header and the checksum. O(bytes).
  package init(_ bytes: [UInt8], file: String, kind: String) throws(ModelError) {
    self.bytes = bytes
    self.file = file
    at = Self.headerLength
    guard bytes.count >= 8, bytes.starts(with: Self.magic) else { throw .notAModel(file: file) }
    guard bytes.count >= Self.headerLength else {
      throw .wrongLength(file: file, found: bytes.count, expected: Self.headerLength)
    }
    let found = Self.number(bytes[8..<12])
    guard found == UInt64(Self.version) else {
      throw .wrongVersion(file: file, found: Int(found), expected: Self.version)
    }
    let length = Self.number(bytes[12..<20])
    guard length == UInt64(bytes.count - Self.headerLength) else {
      throw .wrongLength(
        file: file, found: bytes.count, expected: Int(clamping: length) &+ Self.headerLength)
    }
    guard Self.number(bytes[20..<28]) == Self.checksum(bytes[Self.headerLength...]) else {
      throw .damaged(file: file)
    }
    let foundKind = try readString()
    guard foundKind == kind else {
      throw .malformed(file: file, reason: "it holds a model of kind \(foundKind), expected \(kind)")
    }
    trainedOn = try readString()
  }

  private static func number(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    bytes.reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }

  static func checksum(_ bytes: ArraySlice<UInt8>) -> UInt64 {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3 }
    return hash
  }

  package func malformed(_ reason: String) -> ModelError { .malformed(file: file, reason: reason) }

  /// A number not above `limit`.
  package mutating func readInt(below limit: Int = 1 << 32) throws(ModelError) -> Int {
    var value: UInt64 = 0
    var shift: UInt64 = 0
    while true {
      guard at < bytes.count, shift < 63 else { throw malformed("a number runs past the end at byte \(at)") }
      let byte = bytes[at]
      at += 1
      value |= UInt64(byte & 0x7F) << shift
      if byte < 0x80 { break }
      shift += 7
    }
    guard value < UInt64(limit) else {
      throw malformed("number \(value) at byte \(at), expected less than \(limit)")
    }
    return Int(value)
  }

  package mutating func readBytes() throws(ModelError) -> [UInt8] {
    let count = try readInt(below: bytes.count + 1)
    guard count <= bytes.count - at else { throw malformed("a run of \(count) bytes runs past the end") }
    defer { at += count }
    return Array(bytes[at..<(at + count)])
  }

  package mutating func readString() throws(ModelError) -> String {
    String(decoding: try readBytes(), as: UTF8.self)
  }

  package mutating func readShorts() throws(ModelError) -> HashedShorts {
    let count = try readInt(below: bytes.count)
    var keys: [UInt32] = []
    var values: [UInt16] = []
    keys.reserveCapacity(count)
    values.reserveCapacity(count)
    var key = 0
    for _ in 0..<count {
      key += try readInt()
      guard key <= UInt32.max else { throw malformed("a key beyond 32 bits") }
      keys.append(UInt32(key))
      values.append(UInt16(try readInt(below: 1 << 16)))
    }
    return HashedShorts(keys: keys, values: values)
  }

  /// A table of weights; `expected` classes wide, or as wide as it says.
  package mutating func readTable(width expected: Int?) throws(ModelError) -> WeightTable {
    let width = try readInt(below: 256)
    guard width >= 1, width == expected ?? width else {
      throw malformed("a table of \(width) classes, expected \(expected ?? 1)")
    }
    let count = try readInt(below: bytes.count)
    var builder = WeightTable.Builder(width: width, count: count)
    var weights = [Int16](repeating: 0, count: width)
    var key = 0
    let maskBytes = (width + 7) / 8
    for row in 0..<count {
      let gap = try readInt()
      key += gap
      guard gap > 0, key <= UInt32.max, at + maskBytes <= bytes.count else {
        throw malformed("table row \(row) is broken")
      }
      let mask = at
      at += maskBytes
      for c in 0..<width {
        guard bytes[mask + c / 8] & (1 << UInt8(c % 8)) != 0 else {
          weights[c] = 0
          continue
        }
        let zigzag = try readInt(below: 1 << 17)
        weights[c] = Int16(truncatingIfNeeded: zigzag >> 1 ^ -(zigzag & 1))
      }
      builder.append(UInt32(key), weights[...])
    }
    return WeightTable(builder)
  }

  /// Nothing may be left over.
  package func finish() throws(ModelError) {
    guard at == bytes.count else { throw malformed("\(bytes.count - at) bytes are left over") }
  }
}
