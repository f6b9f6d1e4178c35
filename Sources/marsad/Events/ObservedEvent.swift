import JSONBytes
import ReportFormats

/// A completion event as a subscriber sees it: its JSON, and of that what the command line shows.
struct ObservedEvent: Sendable {
  /// The JSON as it came.
  let bytes: [UInt8]
  let jobID: String
  /// `analyzed`, `failed` or `expired`.
  let outcome: String
  let resultID: String?
  private let data: JSONValue
  private let time: String

  /// - Throws: `CommandFailure` (bad data) where the bytes are no completion event.
  init(parsing bytes: [UInt8]) throws(CommandFailure) {
    let value: JSONValue
    do {
      value = try JSONValue(parsing: bytes)
    } catch {
      throw CommandFailure(.badData, "an entry of the event stream is not JSON: \(error)")
    }
    guard let jobID = value["subject"].text, let outcome = value["data"]["outcome"].text else {
      throw CommandFailure(.badData, "an entry of the event stream is no completion event")
    }
    self.bytes = bytes
    self.jobID = jobID
    self.outcome = outcome
    data = value["data"]
    resultID = data["result_id"].text
    time = value["time"].text ?? ""
  }

  /// Whether the job led to a report.
  var isAnalyzed: Bool { outcome == "analyzed" }

  /// One line for people: time, job, what became of it.
  func line(isColored: Bool) -> String {
    let clock = time.split(separator: "T").last.map { String($0.prefix(8)) } ?? "--:--:--"
    let mark = isAnalyzed ? "\u{1b}[32m✓\u{1b}[0m" : "\u{1b}[31m✗\u{1b}[0m"
    let plainMark = isAnalyzed ? "✓" : "✗"
    return "\(clock) \(isColored ? mark : plainMark) "
      + TerminalText.clean("\(jobID)  \(isAnalyzed ? resultText : failureText)")
  }

  private var resultText: String {
    let summary = data["summary"]
    var parts = ["\(resultID ?? "?")"]
    let counts = ["sentences", "entities", "statements", "events"].compactMap { name in
      summary[name].integer.map { "\($0) \(name)" }
    }
    parts.append(counts.joined(separator: ", "))
    let actors = (summary["top_actors"].elements ?? []).prefix(3).compactMap { $0["name"].text }
    if !actors.isEmpty { parts.append(actors.joined(separator: "، ")) }
    if let cached = data["cached"].text, cached != "none" { parts.append("cached: \(cached)") }
    if let milliseconds = data["analysis_ms"].double { parts.append("\(milliseconds) ms") }
    return parts.joined(separator: "  ")
  }

  private var failureText: String {
    guard let code = data["error"]["code"].text else { return outcome }
    return "\(outcome)  \(code): \(data["error"]["message"].text ?? "")"
  }
}
