/// Entities that turn out to be one.
extension Document {
  /// Gives whole entities and single mentions to others, drops entities that no mention is left of, and renumbers the rest.
  mutating func merge(entities merged: [Int: Int], mentions moved: [Int: Int]) {
    guard !merged.isEmpty || !moved.isEmpty else { return }
    func target(_ entity: Int) -> Int {
      var entity = entity
      for _ in 0..<4 { entity = merged[entity] ?? entity }
      return entity
    }
    // نائبة كويتية, then named: what the description tells holds for the name.
    for (part, whole) in merged where entities[target(whole)].country == nil {
      entities[target(whole)].country = entities[part].country
    }
    for index in mentions.indices {
      mentions[index].entity = target(moved[index] ?? mentions[index].entity)
    }
    for index in statements.indices {
      statements[index].speaker = statements[index].speaker.map(target)
      statements[index].addressees = statements[index].addressees.map(target)
      statements[index].relayedBy = statements[index].relayedBy.map(target)
    }
    dropUnmentioned()
  }

  /// Numbers the entities anew without those that no mention is left of.
  mutating func dropUnmentioned() {
    var isKept = Array(repeating: false, count: entities.count)
    for mention in mentions { isKept[mention.entity] = true }
    for statement in statements {
      for entity in statement.addressees + [statement.speaker, statement.relayedBy].compactMap({ $0 }) {
        isKept[entity] = true
      }
    }
    guard isKept.contains(false) else { return }
    var place = Array(repeating: 0, count: isKept.count)
    var kept: [Entity] = []
    for index in isKept.indices where isKept[index] {
      place[index] = kept.count
      kept.append(entities[index])
    }
    entities = kept
    for index in mentions.indices { mentions[index].entity = place[mentions[index].entity] }
    for index in statements.indices {
      statements[index].speaker = statements[index].speaker.map { place[$0] }
      statements[index].addressees = statements[index].addressees.map { place[$0] }
      statements[index].relayedBy = statements[index].relayedBy.map { place[$0] }
    }
  }
}
