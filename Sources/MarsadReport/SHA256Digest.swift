import Crypto

/// SHA-256 over bytes in pieces.
package struct SHA256Digest {
  private var hasher = SHA256()

  package init() {}

  /// SHA-256 of one piece.
  package static func of(_ bytes: Span<UInt8>) -> [UInt8] {
    var digest = SHA256Digest()
    digest.update(bytes)
    return digest.finish()
  }

  /// Takes the next piece. - Complexity: O(bytes), no allocation.
  package mutating func update(_ bytes: Span<UInt8>) {
    unsafe bytes.bytes.withUnsafeBytes { unsafe hasher.update(bufferPointer: $0) }
  }

  /// Takes a field so that no two lists of fields give the same bytes: a byte 0 for an absent one, else a byte 1, its
  /// length as eight bytes big-endian, its bytes.
  package mutating func update(field: [UInt8]?) {
    guard let field else { return update([0].span) }
    var head: [UInt8] = [1]
    for shift in stride(from: 56, through: 0, by: -8) {
      head.append(UInt8(truncatingIfNeeded: field.count >> shift))
    }
    update(head.span)
    update(field.span)
  }

  /// The 32 bytes.
  package consuming func finish() -> [UInt8] { Array(hasher.finalize()) }
}
