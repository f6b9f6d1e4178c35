import MarsadTestSupport

/// Sample articles with scalars deleted, doubled, moved and put in, words joined and lines cut.
enum MutatedText {
  private static let strange = Array(
    "\u{064B}\u{0640}\u{0651}\u{200F}\u{202E}\u{2066}«»“”\"'():؛،.؟!…\n\n  %٪/-0٣9,٫<&>ءأؤئىةوفبلكساـپچگAz\u{0}\u{FEFF}👍🏽é"
      .unicodeScalars)

  static func make(_ generator: inout SeededGenerator) throws -> String {
    let name = SampleArticles.names[Int(generator.next() % UInt64(SampleArticles.names.count))]
    var scalars = Array(try SampleArticles.text(name).unicodeScalars)
    let start = Int(generator.next() % UInt64(scalars.count))
    scalars = Array(scalars[start..<min(scalars.count, start + 600)])
    for _ in 0..<(1 + generator.next() % 80) where !scalars.isEmpty {
      let place = Int(generator.next() % UInt64(scalars.count))
      switch generator.next() % 5 {
      case 0: scalars.remove(at: place)
      case 1: scalars.insert(scalars[place], at: place)
      case 2: scalars.swapAt(place, Int(generator.next() % UInt64(scalars.count)))
      default: scalars.insert(strange[Int(generator.next() % UInt64(strange.count))], at: place)
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }
}
