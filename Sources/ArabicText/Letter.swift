/// The compact internal alphabet: one byte a letter, orthographic variants folded together.
///
/// The codes are those of Buckwalter's transliteration where it has one, so that folded text can be read in a debugger.
/// Folding is lossy on purpose (it is for matching, never for output): أ إ آ ٱ → ا, ى ئ → ي, ة → ه, ؤ → و, and the Persian
/// and Maghrebi letters of foreign names to their Arabic neighbours (گ ک → ك, پ → ب, چ → ج, ڤ ڥ → ف, ی → ي). Tatweel,
/// short vowels, tanwin, shadda, sukun, dagger alef and combining hamza or madda vanish. Lexicons and articles go
/// through the same function, so both sides agree by construction.
public typealias Letter = UInt8

/// The mapping from code points to letters.
public enum Folding {
  /// What `letter(of:)` gives for a code point that is written but does not count: a diacritic or tatweel.
  public static let vanishes: Letter = 0
  /// What `letter(of:)` gives for a code point that is no Arabic letter.
  public static let none: Letter = 255

  public static let alef = UInt8(ascii: "A"), lam = UInt8(ascii: "l"), waw = UInt8(ascii: "w")
  public static let feh = UInt8(ascii: "f"), beh = UInt8(ascii: "b"), kaf = UInt8(ascii: "k")
  public static let seen = UInt8(ascii: "s"), heh = UInt8(ascii: "h"), meem = UInt8(ascii: "m")
  public static let noon = UInt8(ascii: "n"), yeh = UInt8(ascii: "y"), teh = UInt8(ascii: "t")

  /// The letter of a code point, `vanishes` or `none`. O(1).
  public static func letter(of scalar: UInt32) -> Letter {
    scalar &- 0x600 < 0x100 ? table[Int(scalar &- 0x600)] : none
  }

  /// Whether a code point can be inside an Arabic word.
  public static func isArabic(_ scalar: UInt32) -> Bool { letter(of: scalar) != none }

  private static let table: [Letter] = {
    var table = [Letter](repeating: none, count: 0x100)
    // U+0621 … U+063A and U+0641 … U+064A, in code point order.
    for (offset, letter) in "'AAwAyAbhtvjHxd*rzs$SDTZEg".utf8.enumerated() { table[0x21 + offset] = letter }
    for (offset, letter) in "fqklmnhwyy".utf8.enumerated() { table[0x41 + offset] = letter }
    for mark in Array(0x10...0x1A) + [0x40] + Array(0x4B...0x5F) + [0x70] + Array(0xD6...0xDC) + [0xDF, 0xE0]
    {
      table[mark] = vanishes
    }
    for (scalar, letter) in [
      (0x71, "A"), (0x72, "A"), (0x73, "A"), (0x75, "A"), (0x7E, "b"), (0x86, "j"), (0x98, "z"), (0xA4, "f"),
      (0xA5, "f"), (0xA8, "q"), (0xA9, "k"), (0xAD, "k"), (0xAF, "k"), (0xBE, "h"), (0xC0, "h"), (0xC1, "h"),
      (0xC6, "w"), (0xCB, "f"), (0xCC, "y"), (0xD0, "y"), (0xD2, "y"), (0xD5, "h"),
    ] { table[scalar] = letter.utf8.first ?? none }
    return table
  }()

  /// The folded letters of a text, everything that is no Arabic letter left out. For lexicons; O(n).
  public static func letters(of text: some Sequence<UInt8>) -> [Letter] {
    var decoder = UTF8Decoder(), letters: [Letter] = []
    for byte in text {
      guard let scalar = decoder.feed(byte) else { continue }
      let letter = letter(of: scalar)
      if letter != none, letter != vanishes { letters.append(letter) }
    }
    return letters
  }
}

/// UTF-8, one byte at a time, for text that was validated before: on malformed input it gives wrong scalars, never a trap.
struct UTF8Decoder {
  private var scalar: UInt32 = 0
  private var missing = 0

  /// Takes a byte; the scalar where it is complete.
  mutating func feed(_ byte: UInt8) -> UInt32? {
    if byte < 0x80 {
      missing = 0
      return UInt32(byte)
    }
    if byte >= 0xC0 {
      missing = byte >= 0xF0 ? 3 : byte >= 0xE0 ? 2 : 1
      scalar = UInt32(byte) & (0x3F >> UInt32(missing))
      return nil
    }
    guard missing > 0 else { return 0xFFFD }
    scalar = scalar << 6 | UInt32(byte & 0x3F)
    missing -= 1
    return missing == 0 ? scalar : nil
  }
}
