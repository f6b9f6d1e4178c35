import ArabicText

/// Chooses the sentences that say most: those that keep the main actors with what they did and said, each thing once.
///
/// Greedy maximum coverage (Filatova and Hatzivassiloglou 2004): the next sentence is the one that adds most weight of
/// entities, events and statements not covered yet, for its length; the lead counts a little more, as news puts first
/// what matters.
struct SummaryStage: AnalysisStage {
  /// At most this many sentences, and this share of them.
  private static let limit = 4, share = 0.35

  func annotate(_ document: inout Document) {
    let sentences = document.text.sentences
    guard sentences.count > 1 else {
      document.summary = Array(sentences.indices)
      return
    }
    let contents = contents(of: document)
    let count = min(Self.limit, max(1, Int(Double(sentences.count) * Self.share + 0.5)))
    var covered: Set<Content> = []
    var chosen: [Int] = []
    while chosen.count < count {
      var best: (sentence: Int, gain: Double)?
      for (sentence, contents) in contents.enumerated() where !chosen.contains(sentence) {
        let news = contents.filter { !covered.contains($0.key) }.reduce(0) { $0 + $1.value }
        let lead = sentence == 0 ? 1.0 : sentence < 3 ? 0.3 : 0
        let length = Double(max(8, sentences[sentence].tokens.count))
        let gain = (news + lead) / length.squareRoot()
        if gain > best?.gain ?? 0 { best = (sentence, gain) }
      }
      guard let best else { break }
      chosen.append(best.sentence)
      covered.formUnion(contents[best.sentence].map(\.key))
    }
    document.summary = chosen.sorted()
  }

  /// What a sentence can cover.
  private enum Content: Hashable {
    case entity(Int), event(String, Int?, Int?), statement(Int)
  }

  /// What each sentence says, in text order, with its weight.
  private func contents(of document: Document) -> [[(key: Content, value: Double)]] {
    let tokens = document.text.tokens
    var contents = [[(key: Content, value: Double)]](repeating: [], count: document.text.sentences.count)
    var known = [Set<Content>](repeating: [], count: contents.count)
    func add(_ token: Int, _ content: Content, _ weight: Double) {
      guard tokens.indices.contains(token) else { return }
      let sentence = tokens[token].sentence
      if known[sentence].insert(content).inserted { contents[sentence].append((content, weight)) }
    }
    func salience(_ entity: Int?) -> Double {
      entity.map { document.salience.indices.contains($0) ? document.salience[$0] : 0 } ?? 0
    }
    for mention in document.mentions {
      add(mention.tokens.lowerBound, .entity(mention.entity), salience(mention.entity))
    }
    for (index, statement) in document.statements.enumerated() {
      add(statement.cue.lowerBound, .statement(index), 0.5 + salience(statement.speaker))
    }
    for event in document.events {
      let weight = 0.5 + salience(event.source) + salience(event.target) / 2
      add(event.trigger.lowerBound, .event(event.type, event.source, event.target), weight)
    }
    return contents
  }
}
