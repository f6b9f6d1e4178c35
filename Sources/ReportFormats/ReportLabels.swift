import MarsadReport

extension Report {
  /// The entity with an id; nil for no id, or one that the report does not have.
  func entity(_ id: Identifier<Entity>?) -> Entity? {
    guard let id, entities.indices.contains(id.index) else { return nil }
    return entities[id.index]
  }

  /// The name of the entity with an id; nil where there is none.
  func name(of id: Identifier<Entity>?) -> String? { entity(id)?.name }

  /// What to call an actor: its entity's name, else its CAMEO code.
  func label(of actor: Actor?) -> String? {
    guard let actor else { return nil }
    return name(of: actor.entity) ?? actor.code ?? actor.country
  }
}
