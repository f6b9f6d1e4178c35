/// Somebody in the position of a subject, object or speaker.
struct Actor: Equatable {
  /// Index into `Document.entities`.
  var entity: Int
  /// The tokens from the head of the noun phrase to the end of the mention.
  var tokens: Range<Int>
}
