import ReportFormats

/// A table for people: columns as wide as their widest cell, numbers to the right.
struct Table: Sendable {
  /// Where a column's cells stand.
  enum Alignment: Sendable { case left, right }

  private let header: [String]
  private let alignments: [Alignment]
  private var rows: [[String]] = []

  /// A table with these columns and no rows.
  init(_ columns: [(String, Alignment)]) {
    header = columns.map(\.0)
    alignments = columns.map(\.1)
  }

  /// Whether there is nothing to show but the header.
  var isEmpty: Bool { rows.isEmpty }

  /// Adds a row; missing cells are empty, control characters become blanks.
  mutating func add(_ cells: [String]) {
    rows.append(header.indices.map { $0 < cells.count ? TerminalText.clean(cells[$0]) : "" })
  }

  /// The lines of the table, none longer than `width` columns: the last column gives way.
  func rendered(width: Int = .max, bold: Bool = false) -> String {
    var widths = header.map(Terminal.columns)
    for row in rows {
      for index in row.indices { widths[index] = max(widths[index], Terminal.columns(row[index])) }
    }
    if let last = widths.indices.last, width != .max {
      let others = widths.dropLast().reduce(0) { $0 + $1 + 2 }
      widths[last] = max(min(widths[last], width - others), 8)
    }
    var lines = [line(header, widths)]
    if bold { lines[0] = "\u{1b}[1m\(lines[0])\u{1b}[0m" }
    lines += rows.map { line($0, widths) }
    return lines.joined(separator: "\n")
  }

  private func line(_ cells: [String], _ widths: [Int]) -> String {
    var text = ""
    for index in cells.indices {
      let cell = Terminal.cut(cells[index], to: widths[index])
      let padding = String(repeating: " ", count: max(widths[index] - Terminal.columns(cell), 0))
      let isLast = index == cells.count - 1
      switch alignments[index] {
      case .left: text += isLast ? cell : cell + padding
      case .right: text += padding + cell
      }
      if !isLast { text += "  " }
    }
    return text
  }
}
