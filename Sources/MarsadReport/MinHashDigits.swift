import JSONBytes

/// A MinHash sketch as a report writes it: four hexadecimal digits a value, null for none.
public enum MinHashDigits {
  private static let mark = Array(#","minhash":""#.utf8)
  /// How far into a report its fingerprint can stand, in bytes.
  private static let headLength = 1024

  /// The sketch in an intact report's bytes, found without parsing them; empty where it has none.
  public static func find(in report: [UInt8]) -> [UInt16] {
    let head = report.prefix(headLength)
    var start = head.startIndex
    // The mark cannot occur inside a string, where its quotation marks would be escaped.
    while let comma = head[start...].firstIndex(of: mark[0]) {
      let value = report[comma...].dropFirst(mark.count)
      if head[comma...].starts(with: mark), let end = value.firstIndex(of: UInt8(ascii: "\"")) {
        return decoded(value[..<end]) ?? []
      }
      start = comma + 1
    }
    return []
  }

  static func encoded(_ sketch: [UInt16]) -> [UInt8]? {
    sketch.isEmpty ? nil : Hexadecimal.encode(bytes(of: sketch))
  }

  /// A sketch as bytes, two a value, the higher first.
  public static func bytes(of sketch: [UInt16]) -> [UInt8] {
    sketch.flatMap { [UInt8(truncatingIfNeeded: $0 >> 8), UInt8(truncatingIfNeeded: $0)] }
  }

  static func decoded(_ digits: some Collection<UInt8>) -> [UInt16]? {
    guard digits.count % 4 == 0 else { return nil }
    var sketch: [UInt16] = []
    sketch.reserveCapacity(digits.count / 4)
    var value: UInt16 = 0
    for (index, digit) in digits.enumerated() {
      guard let nibble = Hexadecimal.value(digit) else { return nil }
      value = value << 4 | UInt16(nibble)
      if index % 4 == 3 { sketch.append(value) }
    }
    return sketch
  }
}
