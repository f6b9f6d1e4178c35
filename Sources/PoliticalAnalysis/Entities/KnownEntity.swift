/// A state, place, organisation or person of the gazetteers.
public struct KnownEntity: Sendable {
  /// The kinds of gazetteer entries that linking treats differently.
  public enum Class: Sendable { case state, capital, city, region, landmark, organization, person }
  /// The kind of thing.
  public var `class`: Class
  /// The canonical Arabic name.
  public var name: String
  /// The Latin name, where known.
  public var latinName: String?
  /// ISO 3166-1 alpha-3, nil for what belongs to no one state.
  public var country: String?
  /// CAMEO/PLOVER sector, where known.
  public var sector: String?
  /// Grammatical gender, where known.
  public var isFeminine: Bool?

  /// What the report calls it.
  public var kind: Entity.Kind {
    switch `class` {
    case .state, .capital, .city, .region: .gpe
    case .landmark: .location
    case .organization: .organization
    case .person: .person
    }
  }
}

/// How the name of an organisation goes on after its head noun.
enum OrganizationPattern: String, CaseIterable, Sendable {
  case construct, joined, named, qualified, national, quoted
}

/// An office: what it makes of the person who holds it.
struct Office: Sendable {
  var isFeminine: Bool
  var sector: String?
  /// Offices of one class may mean one person.
  var `class`: String
  /// The state whose office it is whatever stands beside it: خادم الحرمين الشريفين.
  var country: String?
}

/// What a phrase of the lexicons may be in a text.
enum NameSense: Sendable {
  case known(Int)
  case nationality(Int)
  case firstName(isFeminine: Bool)
  case title(isFeminine: Bool, sector: String?, isRoyal: Bool)
  case office(Int)
  case organizationHead(OrganizationPattern, sector: String?)
  case placeHead(Entity.Kind, isInside: Bool)
  case nominalHead(Entity.Kind, sector: String?)
  case infix
  case prefix
  case ordinal
  case qualifier
  case ambiguous
  case function
}
