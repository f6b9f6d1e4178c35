/// A MinHash sketch cut into bands: articles that agree in a whole band are worth comparing (Leskovec, Rajaraman & Ullman,
/// Mining of Massive Datasets, chapter 3).
///
/// Two articles of Jaccard index j agree in at least one of b bands of r values with probability 1 − (1 − jʳ)ᵇ; here
/// that is 1 − (1 − j³)¹⁶: 0.88 at one half, 0.995 at two thirds, 0.02 at one tenth. Articles that differ in at most 15
/// values always agree in one, as 15 differences cannot touch 16 bands.
enum SketchBands {
  /// Values a band.
  static let rows = 3

  /// One name a band: its index, then its values, in hexadecimal.
  static func names(of sketch: [UInt16]) -> [String] {
    stride(from: 0, to: sketch.count, by: rows).map { start in
      sketch[start..<min(start + rows, sketch.count)].reduce(into: digits(UInt16(start / rows), 2)) {
        $0 += digits($1, 4)
      }
    }
  }

  private static func digits(_ value: UInt16, _ count: Int) -> String {
    let text = String(value, radix: 16)
    return String(repeating: "0", count: max(0, count - text.utf8.count)) + text
  }
}
