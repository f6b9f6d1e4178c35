/// Gives events the confidence that events like them have earned, and leaves out those that are oftener wrong than the
/// lexicon's least; what no row knows keeps what its rule said. Statements keep theirs: it was measured to be right already
/// (docs/analysis.md).
struct ConfidenceStage: AnalysisStage {
  let lexicon: ConfidenceLexicon

  func annotate(_ document: inout Document) {
    let clues = ConfidenceClues(document)
    for index in document.events.indices {
      let found = clues.of(document.events[index], in: document)
      if let confidence = lexicon.confidence(by: found) { document.events[index].confidence = confidence }
    }
    document.events.removeAll { $0.confidence < lexicon.least }
  }
}
