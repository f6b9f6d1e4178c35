import JSONBytes

/// The digest at the end of a report's bytes, by which a corrupt, cut or foreign copy is told from a report.
///
/// The last key of every report is `"digest"`: the first 16 hexadecimal digits of SHA-256 over all bytes before
/// `,"digest"`. It guards against accidents, not against somebody who can write to the store.
public enum ReportSeal {
  private static let mark = Array(#","digest":""#.utf8)
  private static let tailLength = mark.count + 16 + 2
  private static let head = Array(#"{"schema":"marsad.report/"#.utf8)
  private static let overviewMark = Array(#","overview":"#.utf8)

  /// Adds the digest to a JSON object's bytes, which end in `}`.
  static func sealed(_ object: [UInt8]) -> [UInt8] {
    var bytes = object
    bytes.removeLast()
    let digest = digits(of: bytes.span)
    bytes.append(contentsOf: mark)
    bytes.append(contentsOf: digest)
    bytes.append(contentsOf: #""}"#.utf8)
    return bytes
  }

  /// Whether bytes are a whole, unchanged report. - Complexity: O(bytes), one SHA-256.
  public static func isIntact(_ bytes: [UInt8]) -> Bool {
    guard bytes.count > tailLength, bytes.starts(with: head) else { return false }
    let body = bytes.count - tailLength
    let digest = digits(of: bytes.span.extracting(0..<body))
    let tail = mark + digest + Array(#""}"#.utf8)
    return bytes[body...].elementsEqual(tail)
  }

  /// Where the JSON of `overview` stands in an intact report's bytes; nil in one that has none.
  ///
  /// The mark cannot occur inside a string, where its quotation marks would be escaped, and nothing nested has that
  /// key, so the last occurrence is the right one.
  public static func overview(in bytes: [UInt8]) -> Range<Int>? {
    let end = bytes.count - tailLength
    var index = end - overviewMark.count
    while index > 0 {
      if bytes[index] == overviewMark[0], bytes[index...].starts(with: overviewMark) {
        return index + overviewMark.count..<end
      }
      index -= 1
    }
    return nil
  }

  private static func digits(of bytes: Span<UInt8>) -> ArraySlice<UInt8> {
    Hexadecimal.encode(SHA256Digest.of(bytes).prefix(8))[...]
  }
}
