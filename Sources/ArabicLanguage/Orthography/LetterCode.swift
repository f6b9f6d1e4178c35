/// The one orthographic normalisation of this module, used alike in training and in use.
///
/// One byte a letter: Arabic letters are `0x80 + (scalar − U+0620)`, hamza on or under alef and wasla fold to bare
/// alef, final ى to ي, other letters of the Arabic block to the letter they look like; short vowels, shadda, sukun,
/// tanwin, dagger alef, tatweel and invisible marks vanish; ASCII letters are lowered, every digit is `0`, Arabic
/// punctuation becomes its Latin twin, anything else is `0xFF`. Unlike `ArabicText`'s letters this keeps ة apart from
/// ه and ئ ؤ from ي و, since clitics hang on them.
package enum LetterCode {
  package static let alef = code(0x627)
  package static let ba = code(0x628)
  package static let taMarbuta = code(0x629)
  package static let ta = code(0x62A)
  package static let sin = code(0x633)
  package static let fa = code(0x641)
  package static let kaf = code(0x643)
  package static let lam = code(0x644)
  package static let mim = code(0x645)
  package static let nun = code(0x646)
  package static let ha = code(0x647)
  package static let waw = code(0x648)
  package static let ya = code(0x64A)
  package static let hamza = code(0x621)
  package static let wawHamza = code(0x624)
  package static let yaHamza = code(0x626)
  package static let digit: UInt8 = 0x30
  package static let unknown: UInt8 = 0xFF

  /// Whether the code is an Arabic letter.
  package static func isArabic(_ letter: UInt8) -> Bool { letter >= 0x80 && letter != unknown }

  private static func code(_ scalar: UInt32) -> UInt8 { UInt8(0x80 + (scalar - 0x620)) }

  /// The code of a scalar, or nil where it vanishes. O(1).
  package static func code(of scalar: UInt32) -> UInt8? {
    switch scalar {
    case 0x20...0x2F, 0x3A...0x40, 0x5B...0x60, 0x61...0x7E: return UInt8(scalar)
    case 0x30...0x39, 0x660...0x669, 0x6F0...0x6F9: return digit
    case 0x41...0x5A: return UInt8(scalar + 32)
    case 0x622, 0x623, 0x625, 0x627, 0x671, 0x672, 0x673: return alef
    case 0x649, 0x6CC, 0x6D2: return ya
    case 0x621, 0x624, 0x626, 0x628...0x63A, 0x641...0x648, 0x64A: return UInt8(0x80 + (scalar - 0x620))
    case 0x640, 0x64B...0x65F, 0x670, 0x6D6...0x6ED, 0x200B...0x200F, 0x202A...0x202E, 0x2066...0x2069,
      0xFEFF:
      return nil
    case 0x67E: return ba
    case 0x686: return UInt8(0x80 + 0x0C)
    case 0x6A4: return fa
    case 0x6A9, 0x6AF: return kaf
    case 0x6BE, 0x6C1, 0x6D5: return ha
    case 0x6C0, 0x6C3: return taMarbuta
    case 0x60C: return 0x2C
    case 0x61B: return 0x3B
    case 0x61F: return 0x3F
    case 0xAB, 0xBB, 0x201C, 0x201D, 0x201E: return 0x22
    case 0x2018, 0x2019: return 0x27
    case 0x2013, 0x2014: return 0x2D
    case 0x2026: return 0x2E
    default: return unknown
    }
  }

  /// Appends the codes of `utf8[range]` to `letters`. A malformed byte counts as an unknown letter. O(range).
  package static func fold(_ utf8: [UInt8], _ range: Range<Int>, into letters: inout [UInt8]) {
    var at = range.lowerBound
    while at < range.upperBound {
      let (scalar, width) = scalar(in: utf8, at: at, end: range.upperBound)
      if let code = code(of: scalar) { letters.append(code) }
      at += width
    }
  }

  /// The codes of a whole string.
  package static func fold(_ text: some StringProtocol) -> [UInt8] {
    var letters: [UInt8] = []
    let utf8 = Array(text.utf8)
    letters.reserveCapacity(utf8.count)
    fold(utf8, 0..<utf8.count, into: &letters)
    return letters
  }

  /// The byte offset in `utf8[range]` at which letter number `index` starts; the range's end if there are fewer.
  package static func byteOffset(ofLetter index: Int, in utf8: [UInt8], _ range: Range<Int>) -> Int {
    var seen = 0
    var at = range.lowerBound
    while at < range.upperBound {
      let (scalar, width) = scalar(in: utf8, at: at, end: range.upperBound)
      if code(of: scalar) != nil {
        if seen == index { return at }
        seen += 1
      }
      at += width
    }
    return range.upperBound
  }

  /// Where long vowels and augment letters stand among the first ten: a rough measure of a word's pattern.
  package static func shape(_ word: ArraySlice<UInt8>) -> UInt64 {
    var code: UInt64 = 1
    for letter in word.prefix(10) {
      let kind: UInt64 =
        switch letter {
        case alef: 1
        case waw: 2
        case ya: 3
        case ta: 4
        case mim: 5
        case nun: 6
        case taMarbuta: 7
        default: 0
        }
      code = code << 3 | kind
    }
    return code
  }

  /// The scalar at a byte offset and how many bytes it takes, at least one.
  package static func scalar(in utf8: [UInt8], at: Int, end: Int) -> (UInt32, Int) {
    let first = utf8[at]
    if first < 0x80 { return (UInt32(first), 1) }
    if first >= 0xC2, first < 0xE0, at + 1 < end {
      return (UInt32(first & 0x1F) << 6 | UInt32(utf8[at + 1] & 0x3F), 2)
    }
    if first >= 0xE0, first < 0xF0, at + 2 < end {
      let high = UInt32(first & 0x0F) << 12 | UInt32(utf8[at + 1] & 0x3F) << 6
      return (high | UInt32(utf8[at + 2] & 0x3F), 3)
    }
    if first >= 0xF0, at + 3 < end { return (0xFFFD, 4) }
    return (0xFFFD, 1)
  }
}
