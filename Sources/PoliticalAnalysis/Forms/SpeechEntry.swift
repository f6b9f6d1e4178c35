/// A line of the speech lexicon: a verb, what it does, and which complements carry what was said.
struct SpeechEntry: Sendable {
  /// How a complement is joined to its verb.
  struct Links: OptionSet, Sendable {
    let rawValue: UInt8
    static let bare = Links(rawValue: 1)
    static let ba = Links(rawValue: 2)
    static let ila = Links(rawValue: 4)
    static let ala = Links(rawValue: 8)
    static let an = Links(rawValue: 16)
    static let min = Links(rawValue: 32)
    static let fi = Links(rawValue: 64)
    static let li = Links(rawValue: 128)
  }
  /// The dictionary form.
  var lemma: String
  /// affirm, deny, accuse, …
  var act: String
  /// Before which أن a clause follows.
  var clause: Links
  /// How a noun phrase that was said follows.
  var nominal: Links
  /// Whether such a noun phrase counts as a statement outside quotation marks too.
  var takesNominal: Bool
  /// Whether the bare past form is too often another word (بيّن, بين).
  var isGuarded = false
}
