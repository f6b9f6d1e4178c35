extension Report {
  /// A person, organisation, state or place that the article speaks of; its id is its index.
  public struct Entity: Identified, Equatable {
    /// `e`.
    public static var identifierPrefix: StaticString { "e" }
    /// What kind of thing it is.
    public enum Kind: String, Sendable, CaseIterable {
      case person = "PERSON", organization = "ORG", gpe = "GPE", location = "LOC"
    }
    /// What kind of thing it is; `type` on the wire.
    public var kind: Kind
    /// Its fullest form.
    public var name: String
    /// A Latin spelling, where known.
    public var latinName: String?
    /// ISO 3166-1 alpha-3, where known.
    public var country: String?
    /// CAMEO/PLOVER sector: GOV MIL LEG JUD IGO NGO REB MED BUS CVL …, where known.
    public var sector: String?
    /// The roles that the article gives it, in text order.
    public var roles: [Excerpt] = []
    /// How much of the article is about it, 0…1.
    public var salience: Double
    /// Where it is mentioned, in text order.
    public var mentions: [Mention] = []
    /// Makes an entity with no roles and mentions yet.
    public init(
      kind: Kind, name: String, latinName: String? = nil, country: String? = nil, sector: String? = nil,
      salience: Double
    ) {
      self.kind = kind
      self.name = name
      self.latinName = latinName
      self.country = country
      self.sector = sector
      self.salience = salience
    }
  }

  /// One place that refers to an entity.
  public struct Mention: Sendable, Equatable {
    /// How it refers.
    public enum Kind: String, Sendable, CaseIterable { case name, nominal, pronoun, elided }
    /// Where it stands, in code points; empty for an elided subject.
    public var span: Range<Int>
    /// The sentence it stands in.
    public var sentence: Identifier<Sentence>
    /// How it refers.
    public var kind: Kind
    /// Makes a mention from its parts.
    public init(span: Range<Int>, sentence: Identifier<Sentence>, kind: Kind) {
      self.span = span
      self.sentence = sentence
      self.kind = kind
    }
  }
}
