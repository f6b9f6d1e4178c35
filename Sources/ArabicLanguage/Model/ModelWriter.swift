/// Writes one model file: `MARSADLM`, version, length, checksum, then the content.
///
/// Layout, little-endian: magic (8 bytes) · format version (4) · content length (8) · FNV-1a 64 checksum of the content
/// (8) · content. The content starts with the model's kind and a line on what it was trained on. Numbers are LEB128
/// variable-length integers, signed ones zigzag; keys of tables are sorted and stored as differences; a row of weights
/// is a bit mask of the weights that are not 0, then those.
package struct ModelWriter {
  private(set) var content: [UInt8] = []

  /// Starts a file of a kind.
  package init(kind: String, trainedOn: String) {
    write(kind)
    write(trainedOn)
  }

  package mutating func write(_ value: Int) {
    var rest = UInt64(value)
    while rest >= 0x80 {
      content.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    content.append(UInt8(rest))
  }

  package mutating func write(_ bytes: [UInt8]) {
    write(bytes.count)
    content.append(contentsOf: bytes)
  }

  package mutating func write(_ text: String) { write(Array(text.utf8)) }

  package mutating func write(_ map: HashedShorts) {
    let entries = map.entries
    write(entries.count)
    var last: UInt32 = 0
    for (key, value) in entries {
      write(Int(key - last))
      write(Int(value))
      last = key
    }
  }

  package mutating func write(_ table: WeightTable) {
    let (keys, weights) = table.sortedRows()
    write(table.width)
    write(keys.count)
    var last: UInt32 = 0
    for (row, key) in keys.enumerated() {
      write(Int(key - last))
      last = key
      let values = weights[(row * table.width)..<((row + 1) * table.width)]
      var mask: UInt8 = 0
      var present: [Int16] = []
      for (c, value) in values.enumerated() {
        if value != 0 {
          mask |= 1 << UInt8(c % 8)
          present.append(value)
        }
        if c % 8 == 7 || c == table.width - 1 {
          content.append(mask)
          mask = 0
        }
      }
      for value in present { write(value >= 0 ? Int(value) * 2 : -Int(value) * 2 - 1) }
    }
  }

  /// The whole file.
  package func file() -> [UInt8] {
    var bytes = ModelReader.magic
    for shift in 0..<4 { bytes.append(UInt8(truncatingIfNeeded: ModelReader.version >> (shift * 8))) }
    for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: content.count >> (shift * 8))) }
    let checksum = ModelReader.checksum(content[...])
    for shift in 0..<8 { bytes.append(UInt8(truncatingIfNeeded: checksum >> UInt64(shift * 8))) }
    return bytes + content
  }
}
