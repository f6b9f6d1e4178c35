import ArabicText

/// Finds expressions of time and resolves them against the day of publication where that is known.
struct TimeStage: AnalysisStage {
  let lexicon: TimeLexicon
  let numbers: NumberLexicon

  func annotate(_ document: inout Document) {
    let reader = TimeReader(
      text: document.text, terms: document.terms, lexicon: lexicon, numbers: numbers,
      today: document.publishedAt.flatMap(CivilDate.init(rfc3339:)))
    var token = 0
    while token < document.text.tokens.count {
      if let found = reader.expression(at: token) {
        document.times.append(found)
        token = found.tokens.upperBound
      } else {
        token += 1
      }
    }
  }
}
