/// A string's place in a JSON text, checked but not copied.
public struct JSONString: Sendable, Equatable {
  /// The bytes between the quotation marks.
  public let range: Range<Int>
  /// Whether any of them begins an escape.
  public let hasEscapes: Bool
}

extension JSONScanner {
  /// The string's content as UTF-8. - Complexity: O(bytes), one allocation.
  public func decoded(_ string: JSONString) -> [UInt8] {
    let raw = bytes[string.range]
    guard string.hasEscapes else { return Array(raw) }
    var content: [UInt8] = []
    content.reserveCapacity(raw.count)
    var index = raw.startIndex
    while index < raw.endIndex {
      guard raw[index] == UInt8(ascii: "\\") else {
        content.append(raw[index])
        index += 1
        continue
      }
      let letter = raw[index + 1]
      index += 2
      switch letter {
      case UInt8(ascii: "b"): content.append(0x08)
      case UInt8(ascii: "f"): content.append(0x0C)
      case UInt8(ascii: "n"): content.append(0x0A)
      case UInt8(ascii: "r"): content.append(0x0D)
      case UInt8(ascii: "t"): content.append(0x09)
      case UInt8(ascii: "u"):
        var scalar = codeUnit(at: index) ?? 0
        index += 4
        if scalar & 0xFC00 == 0xD800 {
          scalar = 0x10000 + (scalar & 0x3FF) << 10 + ((codeUnit(at: index + 2) ?? 0) & 0x3FF)
          index += 6
        }
        Self.append(scalar, to: &content)
      default: content.append(letter)
      }
    }
    return content
  }

  /// Whether the string's content is this ASCII text; one written with escapes is compared by its content.
  public func equals(_ string: JSONString, _ text: StaticString) -> Bool {
    if string.hasEscapes { return decoded(string).elementsEqual(text.description.utf8) }
    guard string.range.count == text.utf8CodeUnitCount else { return false }
    return text.withUTF8Buffer { unsafe bytes[string.range].elementsEqual($0) }
  }

  /// The UTF-16 code unit that four hexadecimal digits stand for.
  func codeUnit(at index: Int) -> UInt32? {
    guard index + 4 <= bytes.count else { return nil }
    var unit: UInt32 = 0
    for digit in bytes[index..<index + 4] {
      guard let value = Hexadecimal.value(digit) else { return nil }
      unit = unit << 4 | UInt32(value)
    }
    return unit
  }

  private static func append(_ scalar: UInt32, to content: inout [UInt8]) {
    guard let scalar = Unicode.Scalar(scalar), let encoded = UTF8.encode(scalar) else { return }
    content.append(contentsOf: encoded)
  }
}
