import ArabicText

/// Fills in who did what where only the story tells: who was released was held by somebody, and who fell in a fight fell to
/// the other side.
struct EventStory {
  let lexicon: PoliticalLexicon
  /// How many events back the story is remembered: the bound keeps it linear.
  private static let memory = 12
  /// How far apart, in tokens, a fight and its victims are told, and an arrest and a release.
  private static let reach = (fight: 120, arrest: 400)

  /// Fills sources; `events` are in text order of their finding.
  func fill(_ events: inout [Event], _ document: borrowing Document) {
    for index in events.indices where events[index].source == nil {
      guard let target = events[index].target else { continue }
      let earlier = events[max(0, index - Self.memory)..<index].reversed()
      switch events[index].type {
      case "CONCEDE" where events[index].mode == "release":
        events[index].source =
          earlier.first {
            $0.target == target && $0.source != nil && ["COERCE", "ASSAULT"].contains($0.type)
              && events[index].trigger.lowerBound - $0.trigger.lowerBound < Self.reach.arrest
          }?.source
      case "ASSAULT":
        let near = earlier.first { other in
          other.type == "ASSAULT" && !other.isHypothetical && !other.isNegated
            && events[index].trigger.lowerBound - other.trigger.lowerBound < Self.reach.fight
            && foe(of: target, in: other, document) != nil
        }
        // Whom the victim's side has just accused.
        let accused = earlier.first { other in
          other.type == "ACCUSE"
            && events[index].trigger.lowerBound - other.trigger.lowerBound < Self.reach.fight
            && other.source.map { isSameSide(target, $0, document) } ?? false
        }
        events[index].source =
          near.flatMap { foe(of: target, in: $0, document) }
          ?? accused?.target.flatMap { isSameSide(target, $0, document) ? nil : $0 }
      default: break
      }
      if events[index].source != nil { events[index].rule += ".story" }
    }
  }

  /// Who fights a victim's side in an event between two sides.
  private func foe(of victim: Int, in event: Event, _ document: borrowing Document) -> Int? {
    guard let source = event.source, let target = event.target else { return nil }
    if isSameSide(victim, target, document) { return isSameSide(victim, source, document) ? nil : source }
    // Only in a battle do both sides have victims.
    let first = event.lemma.prefix { $0 != " " }
    guard lexicon.keywords.battles.contains(Folding.letters(of: String(first).utf8)[...]),
      document.entities[target].kind != .person
    else { return nil }
    return isSameSide(victim, source, document) ? target : nil
  }

  private func isSameSide(_ first: Int, _ second: Int, _ document: borrowing Document) -> Bool {
    if first == second { return true }
    let (one, other) = (document.entities[first], document.entities[second])
    guard let country = one.country, country == other.country else { return false }
    guard one.kind == .organization, other.kind == .organization else { return true }
    // Two groups of rebels are one side where their names share a word.
    if one.sector == "REB", other.sector == "REB" {
      let words = Set(one.name.split(separator: " ").map { Folding.letters(of: String($0).utf8) })
      return other.name.split(separator: " ").contains {
        words.contains(Folding.letters(of: String($0).utf8))
      }
    }
    // The army and the rebels of one country are two sides.
    return one.sector == other.sector
  }
}
