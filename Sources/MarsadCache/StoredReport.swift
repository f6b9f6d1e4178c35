public import MarsadReport

/// A report's bytes, known to be whole.
public struct StoredReport: Sendable, Equatable {
  /// The report as `Report.encoded()` writes it.
  public let bytes: [UInt8]
  /// Where its `overview` stands.
  private let overviewRange: Range<Int>

  /// The JSON of its `overview`, for the completion event.
  public var overview: [UInt8] { Array(bytes[overviewRange]) }

  /// Its MinHash sketch; empty where the article is too short for one.
  var minHash: [UInt16] { MinHashDigits.find(in: bytes) }

  /// Takes a report fresh from its analysis.
  public init(_ report: Report) {
    bytes = report.encoded()
    overviewRange = ReportSeal.overview(in: bytes) ?? 0..<0
  }

  /// Takes bytes out of the store; nil where they are not the whole report of this article by this analyzer.
  /// - Complexity: O(bytes), one SHA-256.
  init?(checking bytes: [UInt8], for identity: ArticleIdentity, analyzer: String) {
    let head =
      #"{"schema":"\#(Report.schema)","analyzer":"\#(analyzer)","content_hash":"\#(identity.contentHash)""#
    guard bytes.starts(with: head.utf8), ReportSeal.isIntact(bytes),
      let overviewRange = ReportSeal.overview(in: bytes)
    else { return nil }
    self.bytes = bytes
    self.overviewRange = overviewRange
  }
}
