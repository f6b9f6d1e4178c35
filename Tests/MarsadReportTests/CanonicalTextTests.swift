import Foundation
import MarsadReport
import Testing

@Suite struct CanonicalTextTests {
  @Test(arguments: [
    ("", ""), ("\n\n", ""), (" \t\u{A0}\n ", ""), ("خبر", "خبر"), ("a\r\nb\rc\n", "a\nb\nc"),
    ("a \t\u{A0}\nb", "a\nb"), ("\n \n a\n\nb\n\n", " a\n\nb"), ("\u{FEFF}خبر", "خبر"),
    ("خ\u{FEFF}بر", "خ\u{FEFF}بر"), ("ا\u{653}ن", "آن"), ("ا\u{654}ن", "أن"),
    ("\u{64E}\u{651}", "\u{64E}\u{651}"), ("ب\u{651}\u{64E}", "ب\u{64E}\u{651}"), ("e\u{301}", "é"),
    ("\u{212B}", "\u{C5}"), ("ﷺ", "ﷺ"), ("الـــعراق", "الـــعراق"), ("a\u{200F}b", "a\u{200F}b"),
    ("\0", "\0"),
  ])
  func `the canonical form, byte by byte`(text: String, canonical: String) {
    #expect(CanonicalText.canonical(Array(text.utf8)) == Array(canonical.utf8))
  }

  /// The quick proof must never call a text canonical that the full normalizer would change.
  @Test(arguments: 0..<200)
  func `the quick proof agrees with the full normalizer`(seed: UInt64) {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 1
    func next(_ bound: UInt64) -> UInt64 {
      state ^= state << 13
      state ^= state >> 7
      state ^= state << 17
      return state % bound
    }
    let ranges: [ClosedRange<UInt64>] = [
      0x20...0x7E, 0x80...0x52F, 0x600...0x6FF, 0x600...0x6FF, 0x2000...0x27BF,
      0x3000...0x30FF, 0xAC00...0xAC40, 0x1100...0x11FF, 0xF900...0xFFFF, 0x1F300...0x1FAFF,
    ]
    for _ in 0..<200 {
      var text = String.UnicodeScalarView()
      for _ in 0...next(6) {
        let range = ranges[Int(next(UInt64(ranges.count)))]
        if let scalar = Unicode.Scalar(
          UInt32(range.lowerBound + next(range.upperBound - range.lowerBound + 1)))
        {
          text.append(scalar)
        }
      }
      let full = Array(String(text).precomposedStringWithCanonicalMapping.utf8)
      let once = CanonicalText.canonical(Array(String(text).utf8))
      #expect(once == CanonicalText.canonical(full), "\(text.map { String($0.value, radix: 16) })")
      #expect(CanonicalText.canonical(once) == once)
    }
  }

  @Test func `every scalar that the quick proof lists stays as it is`() {
    for value in UInt32(0x80)...0x1FAFF {
      guard let scalar = Unicode.Scalar(value), value != 0xA0, value != 0xFEFF else { continue }
      let bytes = Array(String(Character(scalar)).utf8)
      guard CanonicalText.canonical(bytes) != bytes else { continue }
      let full = Array(String(Character(scalar)).precomposedStringWithCanonicalMapping.utf8)
      #expect(full != bytes)
    }
  }
}
