/// A line of the light verbs: what it makes of its subject, and which events its noun can say.
struct LightVerb: Sendable {
  /// Whether its subject is the target (تلقى) or the source (أجرى) of its noun's event.
  var subjectIsTarget: Bool
  /// The PLOVER types of its nouns; empty for any.
  var types: Set<String>
}
