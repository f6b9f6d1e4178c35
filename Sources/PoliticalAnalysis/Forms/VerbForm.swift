/// What a written form says of its verb or noun.
struct VerbForm: Sendable, Equatable {
  /// Which part of the paradigm.
  enum Kind: UInt8, Sendable { case past, present, jussive, participle, masdar, noun }
  /// Whom a finite form agrees with.
  enum Person: UInt8, Sendable { case none, masculine, feminine, plural, dual, first }
  /// Which part of the paradigm.
  var kind: Kind
  /// Whom it agrees with.
  var person: Person = .none
  /// Whether it is written so before a suffix pronoun only (زيارت‍ه).
  var needsSuffix = false
  /// Whether it carries the tanwin alef (مؤكدا).
  var isIndefinite = false

  /// Whether it is a noun: neither a finite verb nor a participle.
  var isNominal: Bool { kind == .masdar || kind == .noun }
  /// Whether it is a finite verb.
  var isFinite: Bool { kind == .past || kind == .present || kind == .jussive }
}
