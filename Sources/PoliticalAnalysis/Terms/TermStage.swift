/// Looks the text through once for the terms of all lists.
struct TermStage: AnalysisStage {
  let index: TermIndex

  func annotate(_ document: inout Document) { document.terms = index.matches(in: document.text) }
}
