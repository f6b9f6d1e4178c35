import Foundation

/// The canonical form of a text, which only hashes are made of.
///
/// In this order: a byte order mark at the beginning is dropped; CRLF and lone CR become LF; Unicode Normalization
/// Form C (UAX #15); blanks (U+0020, U+0009, U+00A0) at the ends of lines are dropped; empty lines at the beginning
/// and end are dropped, and so is the last line end. Blanks at the beginning of a line stay.
public enum CanonicalText {
  /// The canonical form of valid UTF-8; the same array, uncopied, where it is canonical already.
  /// - Complexity: O(bytes). Text of the usual letters is proved canonical in one pass without allocation;
  ///   decomposed or oddly marked text is normalized by Foundation.
  public static func canonical(_ utf8: [UInt8]) -> [UInt8] {
    switch verdict(on: utf8.span) {
    case .canonical: utf8
    case .layout: trimmed(utf8.span)
    case .marks: trimmed(normalized(utf8).span)
    }
  }

  /// What a text needs.
  private enum Verdict { case canonical, layout, marks }

  private static func verdict(on utf8: Span<UInt8>) -> Verdict {
    guard utf8.count > 0 else { return .canonical }
    var isLaidOut = utf8[0] != UInt8(ascii: "\n")
    var lastWasBlank = false
    var combiningClass: UInt8 = 0
    var index = 0
    while index < utf8.count {
      let byte = utf8[index]
      if byte < 0x80 {
        if byte == UInt8(ascii: "\r") || (byte == UInt8(ascii: "\n") && lastWasBlank) { isLaidOut = false }
        lastWasBlank = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
        combiningClass = 0
        index += 1
        continue
      }
      guard let scalar = QuickCheck.scalar(at: index, in: utf8) else { return .marks }
      if scalar.value == 0xFEFF && index == 0 { isLaidOut = false }
      switch QuickCheck.property(of: scalar.value) {
      case .starter: combiningClass = 0
      case .mark(let next):
        guard combiningClass <= next else { return .marks }
        combiningClass = next
      case .unknown: return .marks
      }
      lastWasBlank = scalar.value == 0xA0
      index += scalar.length
    }
    let last = utf8[utf8.count - 1]
    return isLaidOut && !lastWasBlank && last != UInt8(ascii: "\n") ? .canonical : .layout
  }

  private static func normalized(_ utf8: [UInt8]) -> [UInt8] {
    Array(String(decoding: utf8, as: UTF8.self).precomposedStringWithCanonicalMapping.utf8)
  }

  /// Byte order mark, line ends, blanks and empty lines, as above.
  private static func trimmed(_ utf8: Span<UInt8>) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(utf8.count)
    var index = utf8.count >= 3 && utf8[0] == 0xEF && utf8[1] == 0xBB && utf8[2] == 0xBF ? 3 : 0
    while index < utf8.count {
      let byte = utf8[index]
      index += 1
      guard byte == UInt8(ascii: "\n") || byte == UInt8(ascii: "\r") else {
        result.append(byte)
        continue
      }
      if byte == UInt8(ascii: "\r"), index < utf8.count, utf8[index] == UInt8(ascii: "\n") { index += 1 }
      dropBlanks(atEndOf: &result)
      if !result.isEmpty { result.append(UInt8(ascii: "\n")) }
    }
    dropBlanks(atEndOf: &result)
    while result.last == UInt8(ascii: "\n") { result.removeLast() }
    return result
  }

  private static func dropBlanks(atEndOf line: inout [UInt8]) {
    while let last = line.last {
      if last == UInt8(ascii: " ") || last == UInt8(ascii: "\t") {
        line.removeLast()
      } else if last == 0xA0, line.count >= 2, line[line.count - 2] == 0xC2 {
        line.removeLast(2)
      } else {
        return
      }
    }
  }
}
