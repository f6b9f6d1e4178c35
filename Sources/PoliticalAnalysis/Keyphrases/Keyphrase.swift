/// A telling noun phrase and all its places.
public struct Keyphrase: Sendable, Equatable {
  /// All its places, in bytes, in text order; never empty.
  public var occurrences: [Range<Int>]
  /// 0…1, relative to the article's best.
  public var score: Double

  /// Makes a keyphrase from its parts.
  public init(occurrences: [Range<Int>], score: Double) {
    self.occurrences = occurrences
    self.score = score
  }
}
