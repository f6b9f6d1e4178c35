/// How a row of weights is packed into the low 31 bits of a word: rows of up to three classes whole, wider ones by up to
/// two weights that are not 0, each with its class.
package struct RowPacking: Sendable {
  /// The bit of a word that says: the row lies apart, the other bits are its number.
  package static let apart: UInt32 = 1 << 31

  private let width: Int
  /// Bits of a weight.
  private let weightBits: Int
  /// Bits of a class; 0 for rows packed whole.
  private let classBits: Int

  package init(width: Int) {
    precondition(width >= 1 && width <= 256)
    self.width = width
    classBits = width <= 3 ? 0 : Int.bitWidth - (width - 1).leadingZeroBitCount
    weightBits = width <= 3 ? (width == 1 ? 31 : 30 / width) : 15 - classBits
  }

  private func fits(_ weight: Int16) -> Bool {
    let limit = 1 << (weightBits - 1)
    return Int(weight) >= -limit && Int(weight) < limit
  }

  private func bits(_ weight: Int16) -> UInt32 {
    UInt32(bitPattern: Int32(weight)) & ((1 << UInt32(weightBits)) - 1)
  }

  /// The word of a row, nil if it does not fit.
  package func pack(_ row: ArraySlice<Int16>) -> UInt32? {
    var word: UInt32 = 0
    var shift: UInt32 = 0
    for (c, weight) in row.enumerated() where weight != 0 {
      guard fits(weight) else { return nil }
      if classBits == 0 {
        word |= bits(weight) << (UInt32(c * weightBits))
      } else {
        guard shift < 30 else { return nil }
        word |= (bits(weight) | UInt32(c) << UInt32(weightBits)) << shift
        shift += 15
      }
    }
    return word
  }

  /// The row of a word that `pack` made.
  package func unpack(_ word: UInt32) -> [Int16] {
    var row = [Int16](repeating: 0, count: width)
    func weight(_ shift: Int) -> Int16 {
      let left = UInt32(32 - weightBits - shift)
      return Int16(truncatingIfNeeded: Int32(bitPattern: word << left) >> Int32(32 - weightBits))
    }
    if classBits == 0 {
      for c in row.indices { row[c] = weight(c * weightBits) }
    } else {
      for shift in [0, 15] {
        let value = weight(shift)
        let c = Int(word >> UInt32(shift + weightBits)) & ((1 << classBits) - 1)
        if value != 0 { row[c] = value }
      }
    }
    return row
  }

  /// Adds `count` packed rows to scores. Every class of a word is below `width`, since `pack` wrote it.
  @inline(__always)
  func add(_ words: UnsafeMutablePointer<UInt32>, _ count: Int, to scores: UnsafeMutablePointer<Int32>) {
    if classBits > 0 {
      unsafe addPairs(words, count, to: scores)
    } else {
      for c in 0..<width {
        let left = UInt32(truncatingIfNeeded: 32 - weightBits * (c + 1))
        let right = Int32(truncatingIfNeeded: 32 - weightBits)
        var sum = unsafe scores[c]
        for at in 0..<count { sum &+= unsafe Int32(bitPattern: words[at] &<< left) &>> right }
        unsafe scores[c] = sum
      }
    }
  }

  private func addPairs(
    _ words: UnsafeMutablePointer<UInt32>, _ count: Int, to scores: UnsafeMutablePointer<Int32>
  ) {
    let right = Int32(truncatingIfNeeded: 32 - weightBits)
    let low = UInt32(truncatingIfNeeded: 32 - weightBits)
    let high = UInt32(truncatingIfNeeded: 17 - weightBits)
    let classShift = UInt32(truncatingIfNeeded: weightBits)
    let mask = UInt32(truncatingIfNeeded: 1 << classBits) &- 1
    for at in 0..<count {
      let word = unsafe words[at]
      let first = Int(truncatingIfNeeded: word &>> classShift & mask)
      let second = Int(truncatingIfNeeded: word &>> (classShift &+ 15) & mask)
      unsafe scores[first] &+= Int32(bitPattern: word &<< low) &>> right
      unsafe scores[second] &+= Int32(bitPattern: word &<< high) &>> right
    }
  }
}
