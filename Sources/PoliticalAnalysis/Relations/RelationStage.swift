import MarsadReport

/// Who stands how to whom: what one did to, said to and said of another, each weighed by its confidence.
struct RelationStage: AnalysisStage {
  func annotate(_ document: inout Document) {
    var relations: [Report.Relation] = []
    var places: [[Int]: Int] = [:]
    func add(
      _ source: Int?, _ target: Int?, polarity: Double, confidence: Double,
      _ evidence: Report.Relation.Evidence
    ) {
      guard let source, let target, source != target, confidence > 0 else { return }
      let place = places[[source, target]] ?? relations.count
      if place == relations.count {
        places[[source, target]] = place
        relations.append(
          .init(source: .init(source), target: .init(target), polarity: 0, weight: 0, evidence: []))
      }
      var relation = relations[place]
      let weight = relation.weight + confidence
      relation.polarity = (relation.polarity * relation.weight + polarity * confidence) / weight
      relation.weight = weight
      if relation.evidence.last != evidence { relation.evidence.append(evidence) }
      relations[place] = relation
    }

    for (index, event) in document.events.enumerated() where !event.isNegated && event.status != .denied {
      add(
        event.source, event.target, polarity: event.goldstein / 10, confidence: event.confidence,
        .event(.init(index)))
    }
    for (index, statement) in document.statements.enumerated() where !statement.isNegated {
      if let polarity = Self.polarity[statement.act] {
        for addressee in statement.addressees {
          add(
            statement.speaker, addressee, polarity: polarity, confidence: statement.confidence,
            .statement(.init(index)))
        }
      }
      let first = document.framing.partitionPoint { $0.tokens.lowerBound >= statement.content.lowerBound }
      for framing in document.framing[first...].prefix(while: {
        $0.tokens.lowerBound < statement.content.upperBound
      }) {
        add(
          statement.speaker, framing.target, polarity: framing.polarity * 0.8,
          confidence: statement.confidence,
          .statement(.init(index)))
      }
    }
    document.relations = relations
  }

  /// What an act shows towards those spoken to; acts that show nothing are not listed.
  private static let polarity: [String: Double] = [
    "praise": 0.7, "promise": 0.5, "defend": 0.6, "wish": 0.3, "propose": 0.2, "advise": 0.1, "condemn": -0.8,
    "accuse": -0.7, "threaten": -0.9, "complain": -0.5, "warn": -0.4, "reject": -0.5, "demand": -0.2,
    "deny": -0.2,
    "doubt": -0.3,
  ]
}
