import ArabicLanguage

/// How many of the words that follow an orthographic word are its parts, and how parts join in writing.
package enum TokenAlignment {
  /// The count of leading `parts` whose joined spelling comes nearest to `surface`; 0 if none is near.
  package static func partCount(of surface: Substring, in parts: ArraySlice<Substring>) -> Int {
    let target = skeleton(surface)
    var best = (count: 0, distance: max(2, target.count / 2 + 1))
    var joined: [UInt8] = []
    for (index, part) in parts.enumerated() {
      joined.append(contentsOf: skeleton(part))
      guard index >= 1 else { continue }
      let distance = editDistance(joined, target)
      if distance < best.distance { best = (index + 1, distance) }
      if joined.count > target.count + 4 { break }
    }
    return best.count
  }

  /// The consonants of a word, less what joining changes: no alef, no hamza, ة as ت.
  private static func skeleton(_ text: Substring) -> [UInt8] {
    LetterCode.fold(text).compactMap { letter in
      switch letter {
      case LetterCode.alef, LetterCode.hamza, LetterCode.wawHamza, LetterCode.yaHamza: nil
      case LetterCode.taMarbuta: LetterCode.ta
      default: letter
      }
    }
  }

  private static func editDistance(_ a: [UInt8], _ b: [UInt8]) -> Int {
    var row = Array(0...b.count)
    for i in a.indices {
      var diagonal = row[0]
      row[0] = i + 1
      for j in b.indices {
        let change = diagonal + (a[i] == b[j] ? 0 : 1)
        diagonal = row[j + 1]
        row[j + 1] = min(change, row[j] + 1, diagonal + 1)
      }
    }
    return row[b.count]
  }
}
