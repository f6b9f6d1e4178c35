import MarsadReport

/// The article cut where any marked span begins or ends, so that spans which cross each other still nest on a page.
struct PageLayers {
  /// A stretch of text under the same marks.
  struct Run {
    /// In code points.
    var span: Range<Int>
    /// Indices of the statements whose content begins here.
    var opening: [Int] = []
    /// How many statements' contents cover it.
    var statements = 0
    /// Index of the entity mentioned.
    var entity: Int?
    /// Whether it is loaded language.
    var isLoaded = false

    /// The tag that opens the run; nil where nothing marks it.
    func openingTag(in report: Report) -> String? {
      var classes: [String] = []
      var title = ""
      if let entity {
        classes.append(report.entities[entity].kind.rawValue)
        title = " title=\"\(PageFormat.escaped(report.entities[entity].name))\""
      }
      if statements > 0 { classes.append("said") }
      if isLoaded { classes.append("loaded") }
      return classes.isEmpty ? nil : "<span class=\"\(classes.joined(separator: " "))\"\(title)>"
    }
  }

  private(set) var runs: [Run] = []

  /// Cuts a text of so many code points. Spans outside it are left out: the text may not be the report's.
  init(_ report: Report, length: Int) {
    var cuts: Set<Int> = [0, length]
    var starts: [Int: [Change]] = [:]
    var ends: [Int: [Change]] = [:]
    func mark(_ span: Range<Int>, _ change: Change) {
      guard !span.isEmpty, span.lowerBound >= 0, span.upperBound <= length else { return }
      cuts.formUnion([span.lowerBound, span.upperBound])
      starts[span.lowerBound, default: []].append(change)
      ends[span.upperBound, default: []].append(change)
    }
    for (index, statement) in report.statements.enumerated() {
      mark(statement.content.span, .statement(index))
    }
    for (index, entity) in report.entities.enumerated() {
      for mention in entity.mentions where mention.kind == .name || mention.kind == .nominal {
        mark(mention.span, .entity(index))
      }
    }
    for framing in report.framing { mark(framing.excerpt.span, .loaded) }

    var (statements, loaded) = (0, 0)
    var entities: [Int] = []
    let sorted = cuts.sorted()
    for (from, to) in zip(sorted, sorted.dropFirst()) {
      for change in ends[from] ?? [] {
        switch change {
        case .statement: statements -= 1
        case .loaded: loaded -= 1
        case .entity(let index): entities.lastIndex(of: index).map { _ = entities.remove(at: $0) }
        }
      }
      var run = Run(span: from..<to)
      for change in starts[from] ?? [] {
        switch change {
        case .statement(let index):
          statements += 1
          run.opening.append(index)
        case .loaded: loaded += 1
        case .entity(let index): entities.append(index)
        }
      }
      run.statements = statements
      run.entity = entities.last
      run.isLoaded = loaded > 0
      runs.append(run)
    }
  }

  private enum Change {
    case statement(Int), entity(Int), loaded
  }
}
