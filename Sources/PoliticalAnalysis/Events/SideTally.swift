import ArabicText

/// Who stands how to whom in an article's events: whose friend somebody is, who suffers, who does harm.
struct SideTally {
  private var harmed: [Int: Int] = [:]
  private var harming: [Int: Int] = [:]
  private var blamed: [Int: Int] = [:]
  private var friends: Set<Pair> = []
  private let keys: [Int]
  /// Those who do harm or are blamed more than once, worst first; few, so that asking for one costs no pass over all.
  private var villains: [Int] = []

  /// A side and somebody who is its friend.
  private struct Pair: Hashable { var side: Int, friend: Int }

  private static let force: Set<String> = ["ASSAULT", "COERCE"]
  private static let blame: Set<String> = ["ACCUSE", "REJECT", "THREATEN", "SANCTION"]
  private static let friendship: Set<String> = ["SUPPORT", "AID", "COOPERATE"]

  /// Counts the events of a document, in linear time.
  init(_ events: [Event], _ document: borrowing Document) {
    var first: [String: Int] = [:]
    keys = document.entities.indices.map { index in
      guard let country = document.entities[index].country else { return index }
      let known = first[country, default: index]
      first[country] = known
      return known
    }
    for event in events where !event.isNegated {
      if Self.force.contains(event.type) {
        if let source = event.source { harming[source, default: 0] += 1 }
        if let target = event.target { harmed[target, default: 0] += 1 }
      } else if Self.blame.contains(event.type), let target = event.target {
        blamed[target, default: 0] += 1
      } else if Self.friendship.contains(event.type), let source = event.source, let target = event.target {
        friends.insert(Pair(side: keys[source], friend: keys[target]))
      }
    }
    let counts = keys.indices.map {
      harming[$0, default: 0] + blamed[$0, default: 0] - harmed[$0, default: 0]
    }
    villains = Array(
      keys.indices.filter { counts[$0] > 1 }.sorted { (counts[$1], $0) < (counts[$0], $1) }
        .prefix(Self.mostVillains))
  }

  private static let mostVillains = 16

  /// Whether one's words or deeds show the other as a friend.
  func isFriend(_ other: Int, of speaker: Int) -> Bool {
    friends.contains(Pair(side: keys[speaker], friend: keys[other]))
  }

  /// Whether somebody suffers more than he does.
  func isVictim(_ entity: Int) -> Bool { harmed[entity, default: 0] > harming[entity, default: 0] }

  /// Whether another side can be one that a speaker blames or threatens: no friend, no victim, no people,
  /// no medium, no city.
  func isFoe(_ entity: Int, of speaker: Int, _ document: borrowing Document) -> Bool {
    let sector = document.entities[entity].sector
    return !isFriend(entity, of: speaker) && !isVictim(entity) && sector != "CVL" && sector != "MED"
      && (document.entities[entity].kind != .gpe || sector != nil)
  }

  /// Who does most harm in the article, or is blamed most, more than once, among those that `isCandidate` allows; the first of equals.
  func villain(where isCandidate: (Int) -> Bool) -> Int? { villains.first(where: isCandidate) }
}
