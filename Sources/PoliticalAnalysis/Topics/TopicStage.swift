import ArabicText
import MarsadReport

/// Terms of PLOVER's contexts.
struct TopicLexicon: Sendable {
  /// The contexts in the order in which the file first names them.
  private(set) var contexts: [String] = []
  /// Of each entry: which context, and how much it says for it.
  private(set) var terms: [(context: Int, weight: Int)] = []

  /// Reads the file and enters its phrases into the index.
  init(_ file: LexiconFile, index: inout TermIndex) throws(LexiconError) {
    var known: [String: Int] = [:]
    for row in file.rows {
      let weight = try row.integer(2)
      guard (1...3).contains(weight) else { throw row.fault(2, "a weight, 1 to 3") }
      let context = known[row.fields[1]] ?? contexts.count
      if context == contexts.count {
        contexts.append(row.fields[1])
        known[row.fields[1]] = context
      }
      index.add(row.fields[0], list: .topic, entry: terms.count)
      terms.append((context, weight))
    }
  }
}

/// What the article is about, in PLOVER's contexts: the terms' weights summed and set against the article's length.
struct TopicStage: AnalysisStage {
  let lexicon: TopicLexicon
  /// The least score that is reported, and the most topics.
  private static let threshold = 0.25, limit = 6

  func annotate(_ document: inout Document) {
    var weights = [Int](repeating: 0, count: lexicon.contexts.count)
    for match in document.terms[.topic] {
      let term = lexicon.terms[match.entry]
      weights[term.context] += term.weight
    }
    // Half the score is reached at one weight-3 term a hundred words, and not below two such terms.
    let half = max(6.0, Double(document.text.tokens.count) * 0.03)
    document.topics = weights.enumerated()
      .map { (context: $0.offset, score: Double($0.element) / (Double($0.element) + half)) }
      .filter { $0.score >= Self.threshold }
      .sorted { ($1.score, $0.context) < ($0.score, $1.context) }
      .prefix(Self.limit)
      .map { Report.Topic(label: lexicon.contexts[$0.context], score: $0.score) }
  }
}
