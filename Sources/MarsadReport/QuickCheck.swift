/// Enough of Unicode's normalization data to prove that common text is in Form C already (UAX #15, section 9).
///
/// Only ranges are listed in which every code point, assigned or not in Unicode 15, is certain to stay as it is next to
/// any other listed one; whatever is not listed is left to a full normalizer.
enum QuickCheck {
  enum Property: Equatable {
    /// NFC_Quick_Check=Yes and Canonical_Combining_Class=0.
    case starter
    /// NFC_Quick_Check=Yes with this combining class, which must not fall below that of a mark before it.
    case mark(UInt8)
    /// Not known here.
    case unknown
  }

  /// The scalar that begins at a byte of at least 0x80, and its length; nil where the text is not valid UTF-8.
  static func scalar(at index: Int, in utf8: Span<UInt8>) -> (value: UInt32, length: Int)? {
    let first = utf8[index]
    let length = first < 0xC2 ? 0 : first < 0xE0 ? 2 : first < 0xF0 ? 3 : first < 0xF5 ? 4 : 0
    guard length > 0, index + length <= utf8.count else { return nil }
    var value = UInt32(first) & (0x7F >> UInt32(length))
    for offset in 1..<length { value = value << 6 | UInt32(utf8[index + offset] & 0x3F) }
    return (value, length)
  }

  static func property(of scalar: UInt32) -> Property {
    switch scalar {
    // Arabic first: letters, digits and punctuation.
    case 0x061B...0x064A, 0x0660...0x066F, 0x0671...0x06D5, 0x06EE...0x06FF: .starter
    // Tanwin, short vowels, shadda, sukun; the dagger alif.
    case 0x064B...0x0652: .mark(UInt8(scalar - 0x064B) + 27)
    case 0x0670: .mark(35)
    case 0x0080...0x02FF, 0x0400...0x0482, 0x048A...0x052F, 0x0600...0x060F: .starter
    // Dashes, quotation marks, ellipsis, direction and joining controls, currency.
    case 0x200B...0x206F, 0x20A0...0x20CF, 0x2190...0x2328, 0x2500...0x27BF: .starter
    // CJK and its punctuation without the tone marks and kana, Hangul syllables.
    case 0x3000...0x3029, 0x4E00...0x9FFF, 0xAC00...0xD7A3: .starter
    // Arabic presentation forms (compatibility decompositions only), byte order mark, full-width forms.
    case 0xFB50...0xFDFF, 0xFE70...0xFEFF, 0xFF00...0xFFDC, 0xFFFD: .starter
    case 0x1F000...0x1FAFF: .starter
    default: .unknown
    }
  }
}
