public import MarsadReport

/// A report for a person at a terminal: the brief first, then who did and who said what.
public struct TextFormat: Sendable {
  /// Whether to colour by ANSI escape sequences.
  public var isColoured: Bool

  /// Makes a format.
  public init(isColoured: Bool) { self.isColoured = isColoured }

  /// The report as lines, each ended by a line feed. Control characters of the article are shown as blanks, so that no
  /// article can speak to the terminal.
  public func string(_ report: Report) -> String {
    var lines: [String] = []
    lines.append(
      paint("\(report.language.code)", .faint)
        + paint(
          " · \(report.size.words) words · \(report.size.sentences) sentences · \(report.entities.count) entities"
            + " · \(report.statements.count) statements · \(report.events.count) events", .faint))
    if let topics = joined(report.topics.prefix(4).map(\.label)) { lines.append(paint(topics, .faint)) }
    if !report.summary.brief.isEmpty { lines.append("") }
    for line in report.summary.brief {
      let name = report.name(of: line.entity) ?? ""
      let text = clean(line.text)
      lines.append("• " + text.replacing(first: clean(name), with: paint(clean(name), .actor)))
    }
    if !report.events.isEmpty { lines += ["", paint("Events", .heading)] }
    for event in report.events { lines.append(line(event, in: report)) }
    if !report.statements.isEmpty { lines += ["", paint("Statements", .heading)] }
    for statement in report.statements {
      let speaker = report.name(of: statement.speaker).map { paint(clean($0), .actor) } ?? "?"
      let act = paint(statement.isNegated ? "not \(statement.act)" : statement.act, .faint)
      lines.append("\(speaker) \(act) «\(shortened(clean(statement.content.text), to: 160))»")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func line(_ event: Report.Event, in report: Report) -> String {
    let colour: Colour = event.quad <= 2 ? .friendly : .hostile
    let type = paint(event.type.padded(to: 9), colour)
    let source = report.label(of: event.source).map { paint(clean($0), .actor) } ?? "?"
    let target = report.label(of: event.target).map { " → " + paint(clean($0), .actor) } ?? ""
    var notes: [String] = []
    if event.status != .occurred { notes.append(event.status.rawValue) }
    if event.isNegated { notes.append("negated") }
    if event.isHypothetical { notes.append("hypothetical") }
    if let when = event.when { notes.append(when.value) }
    let note = notes.isEmpty ? "" : paint(" (\(notes.joined(separator: ", ")))", .faint)
    return "\(type) \(source)\(target)\(note) — \(clean(event.trigger.text))"
  }

  private enum Colour: String {
    case heading = "1", faint = "2", actor = "36", friendly = "32", hostile = "31"
  }

  private func paint(_ text: String, _ colour: Colour) -> String {
    isColoured ? "\u{1B}[\(colour.rawValue)m\(text)\u{1B}[0m" : text
  }

  private func joined(_ parts: [String]) -> String? { parts.isEmpty ? nil : parts.joined(separator: " · ") }

  private func clean(_ text: String) -> String { TerminalText.clean(text) }

  private func shortened(_ text: String, to limit: Int) -> String {
    guard text.count > limit else { return text }
    let head = text.prefix(limit)
    return (head.lastIndex(of: " ").map { String(head[..<$0]) } ?? String(head)) + "…"
  }
}

extension String {
  fileprivate func padded(to width: Int) -> String {
    count >= width ? self : self + String(repeating: " ", count: width - count)
  }

  fileprivate func replacing(first part: String, with other: String) -> String {
    guard !part.isEmpty, let range = firstRange(of: part) else { return self }
    return replacingCharacters(in: range, by: other)
  }

  private func firstRange(of part: String) -> Range<Index>? {
    var start = startIndex
    while start < endIndex {
      if self[start...].hasPrefix(part) { return start..<index(start, offsetBy: part.count) }
      formIndex(after: &start)
    }
    return nil
  }

  private func replacingCharacters(in range: Range<Index>, by other: String) -> String {
    String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
  }
}
