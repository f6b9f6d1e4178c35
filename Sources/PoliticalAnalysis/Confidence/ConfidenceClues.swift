/// What an event's confidence is judged by: its rule, its type, and who its actors are to each other. Clues are names, so that
/// `confidence.tsv` can be read, and `marsad analyze --explain` shows them.
public struct ConfidenceClues: Sendable {
  /// Whether each entity has a name somewhere.
  private let isNamed: [Bool]

  /// Looks through a document's mentions, in linear time.
  public init(_ document: borrowing Document) {
    isNamed = document.hasName
  }

  /// The clues of an event, some fifteen; none stands twice.
  public func of(_ event: Event, in document: borrowing Document) -> [String] {
    var clues = ["always", "type \(event.type)", event.attributedTo == nil ? "told" : "said"]
    var prefix = ""
    for (depth, part) in event.rule.split(separator: ".").enumerated() {
      prefix += prefix.isEmpty ? String(part) : ".\(part)"
      clues.append("rule \(prefix)")
      if depth > 1, !clues.contains("part \(part)") { clues.append("part \(part)") }
    }
    let relation = relation(event, in: document)
    let source = actor(event.source, document)
    let target = actor(event.target, document)
    clues += [
      relation, "\(relation), \(event.type)",
      "\(relation), \(kind(event.source, document)) to \(kind(event.target, document))",
      "source \(source)", "target \(target)", "\(relation), source \(source)",
      "\(relation), target \(target)",
    ]
    if let source = event.source { clues.append(isNamed[source] ? "source named" : "source without name") }
    if let target = event.target { clues.append(isNamed[target] ? "target named" : "target without name") }
    return clues
  }

  /// Whether both actors are known, and of one country.
  private func relation(_ event: Event, in document: borrowing Document) -> String {
    switch (event.source, event.target) {
    case (nil, nil): return "nobody"
    case (nil, _): return "no source"
    case (_, nil): return "no target"
    case (let source?, let target?):
      guard let one = document.entities[source].country, let other = document.entities[target].country else {
        return "some country unknown"
      }
      return one == other ? "one country" : "two countries"
    }
  }

  private func kind(_ entity: Int?, _ document: borrowing Document) -> String {
    entity.map { document.entities[$0].kind.rawValue } ?? "nobody"
  }

  private func actor(_ entity: Int?, _ document: borrowing Document) -> String {
    kind(entity, document) + (entity.flatMap { document.entities[$0].sector }.map { " \($0)" } ?? "")
  }
}
