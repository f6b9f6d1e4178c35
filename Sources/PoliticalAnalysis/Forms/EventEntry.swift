/// A line of the event lexicons: a verb or noun, its PLOVER coding, and where its actors stand.
struct EventEntry: Sendable {
  /// Where the target can stand.
  struct Slots: OptionSet, Sendable {
    let rawValue: UInt16
    static let object = Slots(rawValue: 1)
    static let ba = Slots(rawValue: 2)
    static let ila = Slots(rawValue: 4)
    static let ala = Slots(rawValue: 8)
    static let an = Slots(rawValue: 16)
    static let min = Slots(rawValue: 32)
    static let fi = Slots(rawValue: 64)
    static let li = Slots(rawValue: 128)
    static let with = Slots(rawValue: 256)
    static let against = Slots(rawValue: 512)
    static let between = Slots(rawValue: 1024)
    static let toward = Slots(rawValue: 2048)
  }
  /// Whom the genitive or possessive of the verbal noun means.
  enum Genitive: Sendable { case source, target, none }
  /// Whether another word belongs to it.
  var hasCompanion: Bool { !companions.isEmpty }
  /// The dictionary form.
  var lemma: String
  /// Words of which one must follow soon, none for most: أطلق … النار.
  var companions: [[UInt8]] = []
  /// PLOVER type, mode, CAMEO code.
  var type: String
  var mode: String?
  var cameo: String
  /// Where the target can stand.
  var slots: Slots
  /// Whom a genitive means.
  var genitive: Genitive
  /// Both sides do it: التقى الوزيران.
  var isReciprocal = false
  /// A single argument is the target: قُتل شرطي.
  var isPassiveAlone = false
  /// The subject is the target: استشهد شاب.
  var subjectIsTarget = false
  /// It is an event with a target only.
  var needsTarget = false
  /// It does something only where the speaker says it of himself: نتوقع من الحكومة.
  var isFirstPersonOnly = false
  /// Its verbal noun tells of somebody's death: مقتل.
  var isKilling: Bool { type == "ASSAULT" && genitive == .target && slots.isEmpty }
  /// It has other senses.
  var isWeak = false
}
