/// The seventeen universal part-of-speech tags (Universal Dependencies v2), in a fixed order that model files rely on.
public enum PartOfSpeech: UInt8, Sendable, CaseIterable {
  case adjective, adposition, adverb, auxiliary, coordinator, determiner, interjection, noun, numeral,
    particle
  case pronoun, properNoun, punctuation, subordinator, symbol, verb, other

  /// The tag as CoNLL-U writes it.
  public var label: String {
    switch self {
    case .adjective: "ADJ"
    case .adposition: "ADP"
    case .adverb: "ADV"
    case .auxiliary: "AUX"
    case .coordinator: "CCONJ"
    case .determiner: "DET"
    case .interjection: "INTJ"
    case .noun: "NOUN"
    case .numeral: "NUM"
    case .particle: "PART"
    case .pronoun: "PRON"
    case .properNoun: "PROPN"
    case .punctuation: "PUNCT"
    case .subordinator: "SCONJ"
    case .symbol: "SYM"
    case .verb: "VERB"
    case .other: "X"
    }
  }

  /// Reads a tag; `CONJ` of version 1 counts as a coordinator, anything unknown is nil.
  public init?(label: some StringProtocol) {
    if label == "CONJ" {
      self = .coordinator
      return
    }
    guard let found = Self.byLabel[String(label)] else { return nil }
    self = found
  }

  private static let byLabel: [String: PartOfSpeech] = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0.label, $0) })
}
