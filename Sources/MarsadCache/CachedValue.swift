/// How a report stands under its key: as it is, so that anybody can `GET` it, or compressed behind a prefix.
public enum ReportCompression: Sendable, Equatable {
  /// As it is.
  case none
  /// A Zstandard frame of this level (1…19) behind `marsad-zstd/1␊`.
  case zstandard(level: Int)
}

/// A report as it stands under its key.
package enum CachedValue {
  private static let mark = Array("marsad-zstd/1\n".utf8)
  /// The largest report that is taken out of a frame, in bytes.
  private static let largestReport = 256 << 20

  static func encoded(_ report: [UInt8], compression: ReportCompression) -> [UInt8] {
    switch compression {
    case .none: report
    case .zstandard(let level):
      Zstandard.compress(report, level: Int32(clamping: level)).map { mark + $0 } ?? report
    }
  }

  /// The report's bytes, whichever way they were written; nil for a malformed frame.
  package static func decoded(_ value: [UInt8]) -> [UInt8]? {
    guard value.starts(with: mark) else { return value }
    return Zstandard.decompress(value[mark.count...], limit: largestReport)
  }
}
