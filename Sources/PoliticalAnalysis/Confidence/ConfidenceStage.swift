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

/// Gives statements and events the confidence that their rules have earned. What no list knows keeps what its rule said.
struct ConfidenceStage: AnalysisStage {
  let lexicon: ConfidenceLexicon

  func annotate(_ document: inout Document) {
    for index in document.statements.indices {
      let statement = document.statements[index]
      let key = statement.rule + (statement.speaker == nil ? ".unattributed" : "")
      if let share = lexicon.share(of: key) { document.statements[index].confidence = share }
    }
    for index in document.events.indices {
      let event = document.events[index]
      let actors =
        switch (event.source, event.target) {
        case (nil, _): ".target"
        case (_, nil): ".source"
        default: ".both"
        }
      if let share = lexicon.share(of: event.rule + actors) ?? lexicon.share(of: event.rule) {
        document.events[index].confidence = share
      }
    }
  }
}
