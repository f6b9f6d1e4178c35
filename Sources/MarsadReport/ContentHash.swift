import JSONBytes

/// SHA-256 of an article's canonical text, without the title: equal articles have equal hashes, whatever the analyzer.
public struct ContentHash: Sendable, Hashable, CustomStringConvertible {
  /// 64 lower-case hexadecimal digits.
  public let description: String

  /// The hash of a text, which is brought to its canonical form first.
  public init(text: [UInt8]) { self.init(canonical: CanonicalText.canonical(text)) }

  /// The hash of a text that is in its canonical form already.
  package init(canonical: [UInt8]) {
    description = String(decoding: Hexadecimal.encode(SHA256Digest.of(canonical.span)), as: UTF8.self)
  }
}
