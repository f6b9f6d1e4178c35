extension Report {
  /// How one entity stands to another, by what it did and said.
  public struct Relation: Sendable, Equatable {
    /// What shows a relation.
    public enum Evidence: Sendable, Equatable {
      /// An event between the two.
      case event(Identifier<Event>)
      /// What one said of, or to, the other.
      case statement(Identifier<Statement>)
    }
    /// From whom.
    public var source: Identifier<Entity>
    /// To whom.
    public var target: Identifier<Entity>
    /// −1 hostile … 1 friendly.
    public var polarity: Double
    /// How much shows it: the sum of the evidence's confidences.
    public var weight: Double
    /// What shows it.
    public var evidence: [Evidence]
    /// Makes a relation from its parts.
    public init(
      source: Identifier<Entity>, target: Identifier<Entity>, polarity: Double, weight: Double,
      evidence: [Evidence]
    ) {
      self.source = source
      self.target = target
      self.polarity = polarity
      self.weight = weight
      self.evidence = evidence
    }
  }

  /// Loaded language or a propaganda technique.
  public struct Framing: Sendable, Equatable {
    /// Which technique: `loaded_language`, `name_calling`, …
    public var technique: String
    /// The words that show it.
    public var excerpt: Excerpt
    /// Whom it is turned at, where known.
    public var target: Identifier<Entity>?
    /// −1 against … 1 in favour.
    public var polarity: Double
    /// Makes a framing from its parts.
    public init(technique: String, excerpt: Excerpt, target: Identifier<Entity>?, polarity: Double) {
      self.technique = technique
      self.excerpt = excerpt
      self.target = target
      self.polarity = polarity
    }
  }
}
