/// What Marsad says of one article: `marsad.report/1` of docs/wire.md.
///
/// Plain values, filled by the analysis and written by `encoded()`. Spans are half-open ranges of code points of the
/// analysed text (`text`, or title, line feed, `text` where a title was given).
public struct Report: Sendable, Equatable {
  /// Name and version of the format, its first key.
  public static let schema = "marsad.report/1"

  /// Name and version of what made it, such as `marsad-core/0.3.0`.
  public var analyzer: String
  /// SHA-256 of the canonical text, without the title.
  public var contentHash: ContentHash
  /// The language of the text.
  public var language: Language
  /// How long the analysed text is.
  public var size: Size
  /// 64-bit SimHash of the text: copies with small edits differ in few bits.
  public var simHash: UInt64
  /// MinHash sketch of the text: near-duplicates agree in many of its values. Empty where the text is too short.
  public var minHash: [UInt16] = []
  /// All sentences in text order.
  public var sentences: [Sentence] = []
  /// All things mentioned.
  public var entities: [Entity] = []
  /// Reported speech in text order.
  public var statements: [Statement] = []
  /// Who did what to whom, in text order.
  public var events: [Event] = []
  /// Who stands how to whom.
  public var relations: [Relation] = []
  /// Loaded language and propaganda techniques.
  public var framing: [Framing] = []
  /// Expressions of time.
  public var times: [Time] = []
  /// Expressions of place.
  public var places: [Place] = []
  /// Counted and measured things.
  public var quantities: [Quantity] = []
  /// Shares of words with a positive or negative charge.
  public var tone = Tone()
  /// What it is about, best first.
  public var topics: [Topic] = []
  /// Its telling phrases, best first.
  public var keyphrases: [Keyphrase] = []
  /// The article in few sentences.
  public var summary = Summary()

  /// Starts a report with empty lists.
  public init(
    analyzer: String, contentHash: ContentHash, language: Language, size: Size, simHash: UInt64
  ) {
    self.analyzer = analyzer
    self.contentHash = contentHash
    self.language = language
    self.size = size
    self.simHash = simHash
  }
}

extension Report {
  /// Which language the text is in, and how sure that is.
  public struct Language: Sendable, Equatable {
    /// ISO 639 code, `und` where unknown.
    public var code: String
    /// 0…1.
    public var confidence: Double
    /// Makes a language from its parts.
    public init(code: String, confidence: Double) {
      self.code = code
      self.confidence = confidence
    }
  }

  /// How long the analysed text is.
  public struct Size: Sendable, Equatable {
    /// In code points.
    public var characters: Int
    /// In words.
    public var words: Int
    /// In sentences.
    public var sentences: Int
    /// Makes a size from its parts.
    public init(characters: Int, words: Int, sentences: Int) {
      self.characters = characters
      self.words = words
      self.sentences = sentences
    }
  }
}
