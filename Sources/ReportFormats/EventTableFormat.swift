public import MarsadReport

/// A report's events as a table: tab-separated, one header line, one line an event.
///
/// Tabs, line ends and other control characters in a value become blanks; an unknown value is an empty field.
public struct EventTableFormat: Sendable {
  /// The columns, in order.
  public static let columns = [
    "id", "type", "mode", "contexts", "cameo", "goldstein", "quad", "source", "source_code", "target",
    "target_code", "status", "future", "hypothetical", "negated", "historical", "attributed_to", "when",
    "country",
    "latitude", "longitude", "trigger", "evidence", "begin", "end", "confidence",
  ]

  /// Makes a format.
  public init() {}

  /// The header line, ended by a line feed.
  public var header: String { Self.columns.joined(separator: "\t") + "\n" }

  /// The events' lines, without the header, each ended by a line feed.
  public func string(_ report: Report) -> String {
    var table = ""
    for (index, event) in report.events.enumerated() {
      let fields: [String?] = [
        "v\(index)", event.type, event.mode, event.contexts.joined(separator: ","), event.cameo,
        "\(event.goldstein)", "\(event.quad)", report.label(of: event.source), event.source?.code,
        report.label(of: event.target), event.target?.code, event.status.rawValue, flag(event.isFuture),
        flag(event.isHypothetical), flag(event.isNegated), flag(event.isHistorical),
        event.attributedTo.map { "q\($0.index)" }, event.when?.value, event.location?.country,
        event.location?.latitude.map { "\($0)" }, event.location?.longitude.map { "\($0)" },
        event.trigger.text,
        event.evidence.text, "\(event.evidence.span.lowerBound)", "\(event.evidence.span.upperBound)",
        "\(event.confidence)",
      ]
      table += fields.map { Self.field($0 ?? "") }.joined(separator: "\t") + "\n"
    }
    return table
  }

  private func flag(_ value: Bool) -> String { value ? "1" : "0" }

  private static func field(_ value: String) -> String {
    let scalars = value.unicodeScalars.map { $0.properties.generalCategory == .control ? " " : $0 }
    return String(String.UnicodeScalarView(scalars))
  }
}
