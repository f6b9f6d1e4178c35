extension Report {
  /// An expression of time.
  public struct Time: Sendable, Equatable {
    /// The words.
    public var excerpt: Excerpt
    /// ISO 8601 as exact as the text gives it; nil for a relative time with nothing to count from.
    public var value: String?
    /// Makes a time from its parts.
    public init(excerpt: Excerpt, value: String?) {
      self.excerpt = excerpt
      self.value = value
    }
  }

  /// An expression of place.
  public struct Place: Sendable, Equatable {
    /// The words.
    public var excerpt: Excerpt
    /// ISO 3166-1 alpha-3 of its country; `value` on the wire.
    public var country: String?
    /// Degrees north, where the gazetteer has them.
    public var latitude: Double?
    /// Degrees east.
    public var longitude: Double?
    /// Makes a place from its parts.
    public init(excerpt: Excerpt, country: String?, latitude: Double? = nil, longitude: Double? = nil) {
      self.excerpt = excerpt
      self.country = country
      self.latitude = latitude
      self.longitude = longitude
    }
  }

  /// Something counted or measured: 10 قتلى, 500 مليون دولار.
  public struct Quantity: Sendable, Equatable {
    /// The words.
    public var excerpt: Excerpt
    /// The number.
    public var value: Double
    /// `person`, `USD`, `percent`, … nil where the text names none that is known.
    public var unit: String?
    /// What is counted: `dead`, `wounded`, `arrested`, `sum`, `force`, … nil where unknown.
    public var of: String?
    /// Makes a quantity from its parts.
    public init(excerpt: Excerpt, value: Double, unit: String?, of: String?) {
      self.excerpt = excerpt
      self.value = value
      self.unit = unit
      self.of = of
    }
  }
}
