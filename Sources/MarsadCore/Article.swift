/// What is analysed: the fields of a job that the analysis reads.
public struct Article: Sendable, Equatable {
  /// The article, valid UTF-8; paragraphs are lines.
  public var text: [UInt8]
  /// Its headline, valid UTF-8, where it came apart from the text.
  public var title: [UInt8]?
  /// When it was published, RFC 3339: relative times (أمس) are counted from it.
  public var publishedAt: String?
  /// Its language as its producer says it, ISO 639; nil leaves that to the analysis.
  public var language: String?

  /// Makes an article from its parts.
  public init(text: [UInt8], title: [UInt8]? = nil, publishedAt: String? = nil, language: String? = nil) {
    self.text = text
    self.title = title
    self.publishedAt = publishedAt
    self.language = language
  }

  /// Makes an article from a string.
  public init(_ text: String, title: String? = nil, publishedAt: String? = nil) {
    self.init(text: Array(text.utf8), title: title.map { Array($0.utf8) }, publishedAt: publishedAt)
  }

  /// The text that a report's offsets count in: title, line feed, text where there is a title, else text.
  public var analysedText: [UInt8] {
    guard let title else { return text }
    var joined: [UInt8] = []
    joined.reserveCapacity(title.count + 1 + text.count)
    joined.append(contentsOf: title)
    joined.append(UInt8(ascii: "\n"))
    joined.append(contentsOf: text)
    return joined
  }
}
