import MarsadReport

extension Report {
  /// The name of the entity with an id; nil for no id, or one that the report does not have.
  func name(of id: Identifier<Entity>?) -> String? {
    guard let id, entities.indices.contains(id.index) else { return nil }
    return entities[id.index].name
  }

  /// What to call an actor: its entity's name, else its CAMEO code.
  func label(of actor: Actor?) -> String? {
    guard let actor else { return nil }
    return name(of: actor.entity) ?? actor.code ?? actor.country
  }
}
