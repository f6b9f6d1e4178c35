extension Report {
  /// Somebody's reported speech; its id is its index.
  public struct Statement: Identified, Equatable {
    /// `q`.
    public static var identifierPrefix: StaticString { "q" }
    /// Who says it, nil where nobody in the text can be meant.
    public var speaker: Identifier<Entity>?
    /// The speech verb, participle or noun.
    public var cue: Cue
    /// affirm, deny, accuse, praise, condemn, promise, demand, warn, …
    public var act: String
    /// To whom.
    public var addressees: [Identifier<Entity>] = []
    /// Who passes it on from the speaker, nil where nobody does.
    public var relayedBy: Identifier<Entity>?
    /// What is said.
    public var content: Excerpt
    /// Whether the content stands in quotation marks.
    public var isQuoted: Bool
    /// Whether the speech verb is negated: it was not said.
    public var isNegated: Bool
    /// The sentence that the cue stands in.
    public var sentence: Identifier<Sentence>
    /// Which rule found it.
    public var rule: String
    /// 0…1.
    public var confidence: Double
    /// Makes a statement from its parts.
    public init(
      speaker: Identifier<Entity>?, cue: Cue, act: String, addressees: [Identifier<Entity>] = [],
      content: Excerpt, isQuoted: Bool = false, isNegated: Bool = false, sentence: Identifier<Sentence>,
      rule: String, confidence: Double
    ) {
      self.speaker = speaker
      self.cue = cue
      self.act = act
      self.addressees = addressees
      self.content = content
      self.isQuoted = isQuoted
      self.isNegated = isNegated
      self.sentence = sentence
      self.rule = rule
      self.confidence = confidence
    }
  }
}
