import Foundation

/// The project's own sample articles of scripts/samples, in the order of their names.
enum SampleArticles {
  static let directory = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../scripts/samples").standardizedFileURL

  static let names = ["election", "meeting", "sanctions", "strike"]

  static func text(_ name: String) throws -> String {
    try String(contentsOf: directory.appending(path: "\(name).txt"), encoding: .utf8)
  }
}

/// SplitMix64: the same numbers from the same seed on every machine.
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ mixed >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return mixed ^ mixed >> 31
  }
}
