import ArabicText

/// Keeps one event where a paragraph says the same thing more than once.
enum EventSelection {
  /// The events without repetitions, sorted by trigger.
  static func select(_ events: [Event], in document: borrowing Document) -> [Event] {
    var kept: [Event] = []
    let sorted = joined(events).sorted { $0.trigger.lowerBound < $1.trigger.lowerBound }
    for event in sorted {
      let paragraph = document.text.tokens[event.trigger.lowerBound].paragraph
      var isNew = true
      for index in kept.indices.suffix(200).reversed() {
        let other = kept[index]
        guard document.text.tokens[other.trigger.lowerBound].paragraph == paragraph else { break }
        guard other.type == event.type else { continue }
        if same(other, event, document) || isSameCrowd(other, event, document)
          || sameReversed(other, event, document)
          || isPart(event, of: other, document)
        {
          isNew = false
          break
        }
        if isPart(other, of: event, document) {
          kept[index] = event
          isNew = false
          break
        }
      }
      if isNew { kept.append(event) }
    }
    return kept
  }

  /// Joins who is harmed with who does it where one clause tells both: `مقتل عشرات باشتباكات شنها الحوثيون`.
  private static func joined(_ events: [Event]) -> [Event] {
    var out = events
    for index in out.indices
    where out[index].source == nil && out[index].target != nil && out[index].type == "ASSAULT" {
      let near = (max(0, index - 20)..<min(out.count, index + 20)).filter {
        out[$0].type == "ASSAULT" && out[$0].target == nil && out[$0].source != nil
          && abs(out[$0].trigger.lowerBound - out[index].trigger.lowerBound) < 12
      }
      if let other = near.first, out[other].source != out[index].target {
        out[index].source = out[other].source
      }
    }
    return out
  }

  private static func same(_ first: Event, _ second: Event, _ document: borrowing Document) -> Bool {
    sameActor(first.source, second.source, document) && sameActor(first.target, second.target, document)
  }

  /// Whether one does the same to two groups without names: in one paragraph they are one.
  private static func isSameCrowd(_ first: Event, _ second: Event, _ document: borrowing Document) -> Bool {
    guard let source = first.source, source == second.source, let one = first.target,
      let other = second.target,
      first.lemma == second.lemma
    else { return false }
    return [one, other].allSatisfy {
      document.entities[$0].kind == .organization && document.entities[$0].latinName == nil
        && document.entities[$0].country == nil
    }
  }

  private static func sameReversed(_ first: Event, _ second: Event, _ document: borrowing Document) -> Bool {
    // Who visits whom is no meeting of the two.
    (first.type == "CONSULT" && (first.cameo == "042") == (second.cameo == "042") || first.type == "AGREE"
      || first.type == "COOPERATE")
      && sameActor(first.source, second.target, document) && sameActor(first.target, second.source, document)
  }

  /// Whether one says less of what the other says: `مقتل 10` beside who killed them.
  private static func isPart(_ small: Event, of large: Event, _ document: borrowing Document) -> Bool {
    guard small.source == nil || small.target == nil else { return false }
    if let source = small.source { return large.source.map { sameActor(source, $0, document) } ?? false }
    if let target = small.target { return large.target.map { sameActor(target, $0, document) } ?? false }
    return true
  }

  private static func sameActor(_ first: Int?, _ second: Int?, _ document: borrowing Document) -> Bool {
    guard let first, let second else { return first == nil && second == nil }
    if first == second { return true }
    guard let country = document.entities[first].country else { return false }
    let (one, other) = (document.entities[first], document.entities[second])
    // Rebels and the army are of one country, and not one actor.
    if one.kind == .organization, other.kind == .organization, one.sector != other.sector { return false }
    return country == other.country
  }
}
