/// Turns byte offsets of a text into code-point offsets.
///
/// One checkpoint every 64 bytes, so a look-up counts at most 63 bytes and the index takes an eighth of the text.
struct CodePointIndex {
  private let utf8: [UInt8]
  private let checkpoints: [Int]
  private static let stride = 64

  /// Indexes valid UTF-8.
  /// - Complexity: O(bytes).
  init(_ utf8: [UInt8]) {
    self.utf8 = utf8
    var checkpoints: [Int] = []
    checkpoints.reserveCapacity(utf8.count / Self.stride + 1)
    var count = 0
    for index in utf8.indices {
      if index % Self.stride == 0 { checkpoints.append(count) }
      if Self.startsCharacter(utf8[index]) { count += 1 }
    }
    if utf8.count % Self.stride == 0 { checkpoints.append(count) }
    self.checkpoints = checkpoints
    self.count = count
  }

  /// Code points in the text.
  let count: Int

  /// The range in code points of a range in bytes. A range that is not on character boundaries is widened to them,
  /// one that leaves the text is cut: what a report says is always inside the text.
  func scalars(_ bytes: Range<Int>) -> Range<Int> {
    let bytes = onBoundaries(bytes)
    return offset(bytes.lowerBound)..<offset(bytes.upperBound)
  }

  /// The text of a range in bytes, on the same boundaries as `scalars(_:)`.
  func text(_ bytes: Range<Int>) -> String { String(decoding: utf8[onBoundaries(bytes)], as: UTF8.self) }

  private func offset(_ byte: Int) -> Int {
    let checkpoint = byte / Self.stride
    var count = checkpoints[checkpoint]
    for index in checkpoint * Self.stride..<byte where Self.startsCharacter(utf8[index]) { count += 1 }
    return count
  }

  private func onBoundaries(_ bytes: Range<Int>) -> Range<Int> {
    var lower = min(max(bytes.lowerBound, 0), utf8.count)
    var upper = min(max(bytes.upperBound, lower), utf8.count)
    while lower > 0, lower < utf8.count, !Self.startsCharacter(utf8[lower]) { lower -= 1 }
    while upper < utf8.count, !Self.startsCharacter(utf8[upper]) { upper += 1 }
    return lower..<upper
  }

  private static func startsCharacter(_ byte: UInt8) -> Bool { byte & 0xC0 != 0x80 }
}
