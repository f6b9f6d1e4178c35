extension Report {
  /// The source or target of an event.
  public struct Actor: Sendable, Equatable {
    /// The entity, nil where only the country or sector is known.
    public var entity: Identifier<Entity>?
    /// ISO 3166-1 alpha-3.
    public var country: String?
    /// CAMEO/PLOVER sector.
    public var sector: String?
    /// As CAMEO writes actors: `IRNGOV`.
    public var code: String?
    /// Makes an actor from its parts.
    public init(
      entity: Identifier<Entity>?, country: String? = nil, sector: String? = nil, code: String? = nil
    ) {
      self.entity = entity
      self.country = country
      self.sector = sector
      self.code = code
    }
  }

  /// A date as exact as the text gives it; `when` on the wire.
  public struct Date: Sendable, Equatable {
    /// How exact it is.
    public enum Precision: String, Sendable, CaseIterable {
      case time, day, week, month, season, year, decade
    }
    /// ISO 8601, cut to its precision: `2021-04`.
    public var value: String
    /// How exact it is.
    public var precision: Precision
    /// Makes a date from its parts.
    public init(value: String, precision: Precision) {
      self.value = value
      self.precision = precision
    }
  }

  /// A place on the map; `where` on the wire.
  public struct Location: Sendable, Equatable {
    /// ISO 3166-1 alpha-3.
    public var country: String?
    /// First-level administrative area.
    public var area: String?
    /// Degrees north.
    public var latitude: Double?
    /// Degrees east.
    public var longitude: Double?
    /// Makes a location from its parts.
    public init(country: String?, area: String? = nil, latitude: Double? = nil, longitude: Double? = nil) {
      self.country = country
      self.area = area
      self.latitude = latitude
      self.longitude = longitude
    }
  }
}
