/// Gives folded letters their spelling back: hamza on alef, final ى, and the dagger alef of هٰذا, ذٰلك, لٰكن.
///
/// A word's spelling is a short code, learned from running text: two bits for each of the first six alefs (ا أ إ آ), a
/// bit for a final ى, a bit for a dagger alef.
package struct Spelling: Sendable {
  /// Codes by the hash of the folded word, plus one so that 0 means unknown.
  package let codes: HashedShorts

  package init(codes: HashedShorts) { self.codes = codes }

  private static let finalMaqsura: UInt16 = 1 << 12
  private static let dagger: UInt16 = 1 << 13
  private static let alefs: [UInt32] = [0x627, 0x623, 0x625, 0x622]

  /// The spelling of a folded word; bare alef and final ي where nothing is known of it.
  package func spell(_ letters: [UInt8], after context: UInt64 = 0) -> String {
    var code = context == 0 ? 0 : codes[FeatureHash.mix(FeatureHash.hash(letters), context)]
    if code == 0 { code = codes[FeatureHash.hash(letters)] }
    return Self.write(letters, code: code == 0 ? 0 : code - 1)
  }

  /// Whether a spelling is known.
  package func knows(_ letters: [UInt8]) -> Bool { codes[FeatureHash.hash(letters)] != 0 }

  /// Writes folded letters by a code.
  package static func write(_ letters: [UInt8], code: UInt16) -> String {
    var text = String.UnicodeScalarView()
    var alef: UInt16 = 0
    for (at, letter) in letters.enumerated() {
      var scalar = LetterCode.isArabic(letter) ? UInt32(letter) - 0x80 + 0x620 : UInt32(letter)
      if letter == LetterCode.alef {
        if alef < 6 { scalar = alefs[Int(code >> (alef * 2) & 3)] }
        alef += 1
      } else if letter == LetterCode.ya, at == letters.count - 1, code & finalMaqsura != 0 {
        scalar = 0x649
      }
      if let scalar = UnicodeScalar(scalar) { text.append(scalar) }
      if code & dagger != 0, at == daggerPosition(letters) { text.append("\u{670}") }
    }
    return String(text)
  }

  /// The letter a dagger alef stands on: the first, but the ذ of كذلك.
  private static func daggerPosition(_ letters: [UInt8]) -> Int {
    letters.count > 1 && letters[0] == LetterCode.kaf ? 1 : 0
  }

  /// The code of a spelled word; nil if the code cannot express it.
  package static func code(of text: some StringProtocol) -> UInt16? {
    var code: UInt16 = 0
    var alef: UInt16 = 0
    let scalars = Array(text.unicodeScalars)
    for (at, scalar) in scalars.enumerated() {
      if let kind = alefs.firstIndex(of: scalar.value) {
        if alef < 6 { code |= UInt16(kind) << (alef * 2) }
        alef += 1
      } else if scalar.value == 0x649 {
        guard at == scalars.count - 1 else { return nil }
        code |= finalMaqsura
      } else if scalar.value == 0x670 {
        code |= dagger
      }
    }
    return code
  }
}
