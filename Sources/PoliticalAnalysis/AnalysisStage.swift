/// One step of the analysis: reads what the steps before it found, and fills its own part of the document.
///
/// A stage holds its lexicons and nothing that changes, so that one value serves all threads. It is total: any document
/// is a valid input, and where it finds nothing it leaves its part empty.
public protocol AnalysisStage: Sendable {
  /// Fills this stage's part of the document.
  func annotate(_ document: inout Document)
}
