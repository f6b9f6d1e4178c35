import ArabicText

/// Who can be another side than a speaker, and who has been his opponent.
struct OtherSide {
  let reading: ClauseReading
  /// Whom somebody's description names as his own: the movement of `المتحدث باسم الحركة`.
  private var own: Set<Pair> = []

  /// Somebody and the body that he speaks for.
  private struct Pair: Hashable { var speaker: Int, body: Int }

  /// Looks through a document's descriptions, in linear time.
  init(reading: ClauseReading, _ document: borrowing Document) {
    self.reading = reading
    var outer: Mention?
    for mention in document.mentions {
      if let description = outer, mention.tokens.upperBound <= description.tokens.upperBound {
        own.insert(Pair(speaker: description.entity, body: mention.entity))
      } else {
        outer = mention.kind == .nominal ? mention : nil
      }
    }
  }

  /// Whether it is another side than the speaker's: another state's, or another camp of the same state.
  func isOther(_ entity: Int, _ speaker: Int, _ document: borrowing Document) -> Bool {
    let (one, other) = (document.entities[entity], document.entities[speaker])
    guard entity != speaker, !own.contains(Pair(speaker: speaker, body: entity)), one.kind != .location,
      one.sector != "MED"
    else { return false }
    guard let country = other.country else { return reading.isNamed[entity] || one.country != nil }
    if one.country != country { return one.country != nil || reading.isNamed[entity] }
    guard one.kind == .organization || one.kind == .person else { return false }
    if one.kind == .organization, one.sector == "GOV", !Self.state.contains(other.sector ?? "") {
      return true
    }
    return one.sector != nil && other.sector != nil && one.sector != other.sector
      && (Self.opposed.contains(one.sector ?? "") || Self.opposed.contains(other.sector ?? ""))
  }

  /// Sectors whose bodies and people are another camp than the government of their own state.
  private static let opposed: Set<String> = ["OPP", "REB", "PTY", "LAB", "NGO", "SEP"]

  /// Whether a named place governs nobody: a city is no side, unless an adjective of nationality means its state.
  func isCity(_ entity: Int, _ document: borrowing Document) -> Bool {
    document.entities[entity].kind == .gpe && document.entities[entity].sector == nil
  }

  /// Sectors of those who belong to a state's power, so that its government is no other side to them.
  private static let state: Set<String> = ["GOV", "MIL", "COP", "JUD", "SPY"]

  /// Whether somebody's sector is another camp than the government of his own state.
  static func isCamp(_ sector: String?) -> Bool { opposed.contains(sector ?? "") }

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

  /// With whom the speaker last dealt in friendship, to whom he speaks; `events` are sorted by trigger.
  func partner(of speaker: Int, before token: Int, _ events: [Event]) -> Int? {
    let end = events.partitionPoint { $0.trigger.lowerBound >= token }
    for event in events[..<end].suffix(Self.mostEvents).reversed() {
      guard token - event.trigger.lowerBound < Self.memory else { return nil }
      guard Self.friendly.contains(event.type), let source = event.source, let target = event.target else {
        continue
      }
      if source == speaker { return target }
      if target == speaker { return source }
    }
    return nil
  }

  private static let friendly: Set<String> = ["CONSULT", "SUPPORT", "AGREE", "COOPERATE"]
}
