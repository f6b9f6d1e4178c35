/// How often each rule is right: its share on annotated articles (`scripts/calibrate`).
struct ConfidenceLexicon: Sendable {
  private var shares: [String: Double] = [:]

  /// Reads rules and shares, 0 to 1.
  init(_ file: LexiconFile) throws(LexiconError) {
    for row in file.rows {
      let share = try row.number(1)
      guard (0...1).contains(share) else { throw row.fault(1, "a share from 0 to 1") }
      shares[row.fields[0]] = share
    }
  }

  /// The share of a rule, else of the longest prefix of its name that is listed: `event.verb.passive`, `event.verb`,
  /// `event`; nil where none is.
  func share(of rule: String) -> Double? {
    var name = rule[...]
    while true {
      if let share = shares[String(name)] { return share }
      guard let dot = name.lastIndex(of: ".") else { return nil }
      name = name[..<dot]
    }
  }
}

/// Gives events the confidence that their rules have earned; what no row knows keeps what its rule said. Statements keep
/// theirs: it was measured to be right already (docs/analysis.md).
struct ConfidenceStage: AnalysisStage {
  let lexicon: ConfidenceLexicon

  func annotate(_ document: inout Document) {
    for index in document.events.indices {
      let event = document.events[index]
      let actors =
        switch (event.source, event.target) {
        case (nil, _): ".target"
        case (_, nil): ".source"
        default: ".both"
        }
      if let share = lexicon.share(of: event.rule + actors) { document.events[index].confidence = share }
    }
  }
}
