/// The four types of named entity of CoNLL 2003 and ANERcorp.
public enum EntityType: UInt8, Sendable, CaseIterable {
  case person, organization, location, miscellaneous

  /// The type as two-column files write it.
  public var label: String {
    switch self {
    case .person: "PERS"
    case .organization: "ORG"
    case .location: "LOC"
    case .miscellaneous: "MISC"
    }
  }

  /// Reads `PERS` or `PER`, `ORG`, `LOC` or `GPE`, `MISC`.
  public init?(label: some StringProtocol) {
    switch label {
    case "PERS", "PER": self = .person
    case "ORG": self = .organization
    case "LOC", "GPE": self = .location
    case "MISC": self = .miscellaneous
    default: return nil
    }
  }
}

/// The place of a token in an entity: outside, or beginning or inside one of a type.
public enum EntityLabel: Sendable, Hashable {
  case outside
  case begin(EntityType)
  case inside(EntityType)

  /// How many labels there are.
  public static let count = 1 + 2 * EntityType.allCases.count

  /// 0 for outside, then two a type.
  public var index: Int {
    switch self {
    case .outside: 0
    case .begin(let type): 1 + 2 * Int(type.rawValue)
    case .inside(let type): 2 + 2 * Int(type.rawValue)
    }
  }

  /// The label of an index below `count`; outside for any other.
  public init(index: Int) {
    guard index > 0, index < Self.count, let type = EntityType(rawValue: UInt8((index - 1) / 2)) else {
      self = .outside
      return
    }
    self = index % 2 == 1 ? .begin(type) : .inside(type)
  }

  /// `O`, `B-PERS` ….
  public var label: String {
    switch self {
    case .outside: "O"
    case .begin(let type): "B-" + type.label
    case .inside(let type): "I-" + type.label
    }
  }

  /// Reads `O`, `B-…`, `I-…`.
  public init?(label: some StringProtocol) {
    if label == "O" {
      self = .outside
      return
    }
    guard let type = EntityType(label: label.dropFirst(2)) else { return nil }
    if label.hasPrefix("B-") {
      self = .begin(type)
    } else if label.hasPrefix("I-") {
      self = .inside(type)
    } else {
      return nil
    }
  }

  /// Spans of a labelled run of tokens, read as conlleval reads them: an `I-` that continues nothing begins a span.
  public static func spans(_ labels: [EntityLabel]) -> [EntitySpan] {
    var spans: [EntitySpan] = []
    for (at, label) in labels.enumerated() {
      switch label {
      case .outside: break
      case .begin(let type): spans.append(EntitySpan(type: type, tokens: at..<(at + 1)))
      case .inside(let type):
        if let last = spans.last, last.tokens.upperBound == at, last.type == type {
          spans[spans.count - 1].tokens = last.tokens.lowerBound..<(at + 1)
        } else {
          spans.append(EntitySpan(type: type, tokens: at..<(at + 1)))
        }
      }
    }
    return spans
  }
}

/// A named entity as a run of orthographic words of one sentence.
public struct EntitySpan: Sendable, Hashable {
  /// What it names.
  public var type: EntityType
  /// Its orthographic words, by index in the sentence.
  public var tokens: Range<Int>

  /// Makes a span.
  public init(type: EntityType, tokens: Range<Int>) {
    self.type = type
    self.tokens = tokens
  }
}
