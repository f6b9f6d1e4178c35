import ArgumentParser
import MarsadReport
import ReportFormats

/// The forms that a report out of Redis can be printed in: those that need nothing but the report.
enum ReportFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case json, text
  case eventsTSV = "events-tsv"

  /// The report in this form, ending in a line end.
  func rendered(_ report: Report, bytes: [UInt8], isColored: Bool) -> [UInt8] {
    switch self {
    case .json: bytes + [UInt8(ascii: "\n")]
    case .text: ReportFormat.ended(TextFormat(isColoured: isColored).string(report))
    case .eventsTSV: Array((EventTableFormat().header + EventTableFormat().string(report)).utf8)
    }
  }

  /// The bytes of a text with one line end after it.
  static func ended(_ text: String) -> [UInt8] { Array((text.hasSuffix("\n") ? text : text + "\n").utf8) }
}
