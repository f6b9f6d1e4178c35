/// Whom an article names most, counted as the linker goes: the state that البلاد means, the kingdom of المملكة, the prince
/// of سموه.
struct Census {
  /// States that are called المملكة for short.
  static let kingdoms: Set<String> = ["SAU", "MAR", "JOR", "BHR"]
  /// The state that the article names most.
  private(set) var state: Int?
  /// The kingdom of those that the article names whose name and towns it names most.
  private(set) var kingdom: Int?
  /// The prince or ruler whom the article has named most so far.
  private(set) var royal: Int?
  private var royals: [Int: Int] = [:]
  private var own: [String: Int] = [:]

  init() {}

  /// Counts all names of an article.
  init(
    names: [Mention], _ entities: [Entity], _ profiles: [EntityLinker.Profile], _ lexicon: EntityLexicon
  ) {
    var states: [Int: Int] = [:]
    var places: [String: Int] = [:]
    for mention in names {
      let entity = entities[mention.entity]
      countOwn(entity)
      if let known = profiles[mention.entity].known, lexicon.known[known].class == .state {
        states[mention.entity, default: 0] += 1
      }
      if entity.kind == .gpe, let country = entity.country, Self.kingdoms.contains(country) {
        places[country, default: 0] += 1
      }
    }
    state = states.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    let named = states.keys.compactMap { entity in
      entities[entity].country.flatMap { places[$0] }.map { (entity: entity, count: $0) }
    }
    kingdom = named.max { ($0.count, -$0.entity) < ($1.count, -$1.entity) }?.entity
  }

  /// Counts a mention of a prince or ruler.
  mutating func countRoyal(_ entity: Int) {
    let count = royals[entity, default: 0] + 1
    royals[entity] = count
    guard let royal, let most = royals[royal] else {
      royal = entity
      return
    }
    if (count, royal) > (most, entity) { self.royal = entity }
  }

  /// Counts a mention of anybody of a kingdom.
  mutating func countOwn(_ entity: Entity) {
    if let country = entity.country, Self.kingdoms.contains(country) { own[country, default: 0] += 1 }
  }

  /// The kingdom whose people and bodies the article has named most so far.
  var ownKingdom: String? { own.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key }
}
