import ArabicText

/// Who can be another side than a speaker, and who has been his opponent.
struct OtherSide {
  let reading: ClauseReading

  /// Whether it is another side than the speaker's: another state's, or another camp of the same state.
  func isOther(_ entity: Int, _ speaker: Int, _ document: borrowing Document) -> Bool {
    let (one, other) = (document.entities[entity], document.entities[speaker])
    guard entity != speaker, one.kind != .location, one.sector != "MED" else { return false }
    guard let country = other.country else { return reading.isNamed[entity] || one.country != nil }
    if one.country != country { return one.country != nil || reading.isNamed[entity] }
    guard one.kind == .organization || one.kind == .person else { return false }
    return one.sector != nil && other.sector != nil && one.sector != other.sector
      && (Self.opposed.contains(one.sector ?? "") || Self.opposed.contains(other.sector ?? ""))
  }

  /// Sectors whose bodies and people are another camp than the government of their own state.
  private static let opposed: Set<String> = ["OPP", "REB", "PTY", "LAB", "NGO", "SEP"]

  /// Types of events in which one side stands against another.
  private static let hostile: Set<String> = [
    "REQUEST", "ACCUSE", "THREATEN", "REJECT", "SANCTION", "COERCE", "ASSAULT",
  ]

  /// How far back, in tokens, and over how many events an opponent is remembered.
  private static let memory = 120
  private static let mostEvents = 24

  /// Who stood against the speaker lately: who asked him for something, else whom he stood against.
  ///
  /// `events` are sorted by trigger.
  func opponent(of speaker: Int, before token: Int, _ events: [Event], types: Set<String> = hostile) -> Int? {
    let end = events.partitionPoint { $0.trigger.lowerBound >= token }
    let near = events[..<end].suffix(Self.mostEvents).filter {
      token - $0.trigger.lowerBound < Self.memory && types.contains($0.type)
    }
    return near.last { $0.type == "REQUEST" && $0.target == speaker && $0.source != nil }?.source
      ?? near.last { $0.type != "REQUEST" && $0.source == speaker && $0.target != nil }?.target
  }
}
