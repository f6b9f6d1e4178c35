extension Report {
  /// Who did what to whom, as PLOVER codes it; its id is its index.
  public struct Event: Identified, Equatable {
    /// `v`.
    public static var identifierPrefix: StaticString { "v" }
    /// Whether it happened, or how far from it.
    public enum Status: String, Sendable, CaseIterable {
      case occurred, stated, calledFor = "called_for", promised, threatened, denied
    }
    /// PLOVER type: AGREE CONSULT … ASSAULT.
    public var type: String
    /// PLOVER mode, where the type has them.
    public var mode: String?
    /// PLOVER contexts; `context` on the wire.
    public var contexts: [String] = []
    /// CAMEO root or full code.
    public var cameo: String
    /// Goldstein's scale of conflict and cooperation, −10…10.
    public var goldstein: Double
    /// 1 verbal cooperation, 2 material cooperation, 3 verbal conflict, 4 material conflict.
    public var quad: Int
    /// Who did it, nil where the text does not say.
    public var source: Actor?
    /// To whom, nil where there is nobody.
    public var target: Actor?
    /// Whether it happened, or how far from it.
    public var status: Status = .occurred
    /// It lies ahead of the article.
    public var isFuture = false
    /// It stands under a condition.
    public var isHypothetical = false
    /// The text says that it did not happen.
    public var isNegated = false
    /// It is told as history.
    public var isHistorical = false
    /// The statement that it is part of, nil where the article says it itself.
    public var attributedTo: Identifier<Statement>?
    /// When, where the text says so.
    public var when: Date?
    /// Where, where the text says so.
    public var location: Location?
    /// The verb or noun that says it.
    public var trigger: Cue
    /// The clause that says it.
    public var evidence: Excerpt
    /// Which rule or frame found it.
    public var rule: String
    /// 0…1.
    public var confidence: Double
    /// Makes an event from what every event has.
    public init(
      type: String, cameo: String, goldstein: Double, quad: Int, source: Actor?, target: Actor?,
      trigger: Cue, evidence: Excerpt, rule: String, confidence: Double
    ) {
      self.type = type
      self.cameo = cameo
      self.goldstein = goldstein
      self.quad = quad
      self.source = source
      self.target = target
      self.trigger = trigger
      self.evidence = evidence
      self.rule = rule
      self.confidence = confidence
    }
  }
}
