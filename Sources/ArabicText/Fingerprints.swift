/// Both fingerprints of a text, from one pass over its pairs of words.
public struct Fingerprints: Sendable, Equatable {
  /// See `SimHash`.
  public let simHash: UInt64
  /// See `MinHash`; empty where the text is too short.
  public let minHash: [UInt16]

  /// Takes the fingerprints of a text. O(n × `MinHash.size`).
  public init(_ text: TokenizedText) {
    let pairs = WordPairs.hashes(text)
    simHash = SimHash.fingerprint(pairs)
    minHash = MinHash.sketch(pairs)
  }
}
