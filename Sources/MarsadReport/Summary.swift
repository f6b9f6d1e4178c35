extension Report {
  /// Shares of charged words among all words, as GDELT gives them.
  public struct Tone: Sendable, Equatable {
    /// Share of positive words, 0…1.
    public var positive = 0.0
    /// Share of negative words, 0…1.
    public var negative = 0.0
    /// Positive less negative, −1…1.
    public var polarity = 0.0
    /// A text without charged words.
    public init() {}
    /// Makes a tone from its parts.
    public init(positive: Double, negative: Double, polarity: Double) {
      self.positive = positive
      self.negative = negative
      self.polarity = polarity
    }
  }

  /// What the article is about.
  public struct Topic: Sendable, Equatable {
    /// A label of the topic list.
    public var label: String
    /// 0…1.
    public var score: Double
    /// Makes a topic from its parts.
    public init(label: String, score: Double) {
      self.label = label
      self.score = score
    }
  }

  /// A telling phrase.
  public struct Keyphrase: Sendable, Equatable {
    /// The phrase as it stands at its first place.
    public var text: String
    /// 0…1.
    public var score: Double
    /// All its places, in code points.
    public var spans: [Range<Int>]
    /// Makes a keyphrase from its parts.
    public init(text: String, score: Double, spans: [Range<Int>]) {
      self.text = text
      self.score = score
      self.spans = spans
    }
  }

  /// The article in few sentences.
  public struct Summary: Sendable, Equatable {
    /// The sentences that say most, in text order.
    public var sentences: [Identifier<Sentence>] = []
    /// Their text.
    public var text = ""
    /// Who did and said what: one line a main actor.
    public var brief: [Brief] = []
    /// A summary of nothing.
    public init() {}
    /// Makes a summary from its parts.
    public init(sentences: [Identifier<Sentence>], text: String, brief: [Brief]) {
      self.sentences = sentences
      self.text = text
      self.brief = brief
    }
  }

  /// One main actor's line: what it did and said.
  public struct Brief: Sendable, Equatable {
    /// The actor.
    public var entity: Identifier<Entity>
    /// The line.
    public var text: String
    /// Makes a line from its parts.
    public init(entity: Identifier<Entity>, text: String) {
      self.entity = entity
      self.text = text
    }
  }
}
