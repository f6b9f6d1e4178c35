/// What a job says besides the article.
public struct JobAttributes: Sendable, Equatable {
  /// The producer's own id; nil where the queue gives one.
  public var id: String?
  /// Where the article is from, as it is.
  public var source: [UInt8]?
  /// Its address, as it is.
  public var url: [UInt8]?
  /// Any JSON, byte for byte.
  public var meta: [UInt8]?
  /// W3C trace context, as it is.
  public var traceparent: String?
  /// First in line.
  public var isUrgent = false
  /// Not before this time.
  public var notBefore: Timestamp?
  /// Give up after so many attempts; nil for the queue's own limit.
  public var maxAttempts: Int?
  /// Drop, with an event, when older than this.
  public var timeToLive: Duration?
  /// When the producer says that it pushed the job; counts for the age where no envelope says better.
  public var enqueuedAt: Timestamp?

  /// No attributes.
  public init() {}
}

/// One article to analyse, as somebody pushed it.
public struct Job: Sendable, Equatable {
  /// The article, valid UTF-8, not blank.
  public var text: [UInt8]
  /// Analysed as the first paragraph.
  public var title: [UInt8]?
  /// The language that the producer claims, as it is.
  public var language: String?
  /// What relative times count from, as it is; RFC 3339 where the producer keeps to the contract.
  public var publishedAt: String?
  /// Everything besides the article.
  public var attributes: JobAttributes

  /// Makes a job from its parts.
  public init(
    text: [UInt8], title: [UInt8]? = nil, language: String? = nil, publishedAt: String? = nil,
    attributes: JobAttributes = JobAttributes()
  ) {
    self.text = text
    self.title = title
    self.language = language
    self.publishedAt = publishedAt
    self.attributes = attributes
  }
}
