import ArabicText

/// How much of the article is about each entity: mentions, more for the lead, and what it says, does and undergoes.
struct SalienceStage: AnalysisStage {
  func annotate(_ document: inout Document) {
    var weights = [Double](repeating: 0, count: document.entities.count)
    func add(_ entity: Int?, _ weight: Double) {
      guard let entity, weights.indices.contains(entity) else { return }
      weights[entity] += weight
    }
    for mention in document.mentions {
      let isInLead =
        document.text.tokens.indices.contains(mention.tokens.lowerBound)
        && document.text.tokens[mention.tokens.lowerBound].sentence < 2
      add(mention.entity, (mention.kind == .name ? 1 : 0.6) * (isInLead ? 2 : 1))
    }
    for statement in document.statements { add(statement.speaker, 1.5) }
    for event in document.events {
      add(event.source, 1)
      add(event.target, 0.8)
    }
    for (index, entity) in document.entities.enumerated() where entity.kind == .location {
      weights[index] *= 0.5
    }
    let most = weights.max() ?? 0
    document.salience = most > 0 ? weights.map { $0 / most } : weights
  }
}
