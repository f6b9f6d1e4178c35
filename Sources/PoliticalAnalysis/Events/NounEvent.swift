/// What has been read so far of the event that a noun says.
struct NounEvent {
  /// Who does it.
  var source: Int?
  /// To whom.
  var targets: [Int] = []
  /// Where the words behind the noun and its genitive begin.
  var after: Int
  /// Which rule found the actors.
  var rule = "event.noun"
  /// The noun's genitive, or whom its pronoun means.
  var genitive: Actor?
  /// The subject of its light verb.
  var lightSubject: Actor?

  /// Nothing but the noun itself.
  init(after: Int) { self.after = after }
}
