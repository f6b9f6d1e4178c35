/// Why a job can never work. It goes to the dead set at once, whole, with an event that carries code and message.
public struct JobRejection: Error, Equatable, CustomStringConvertible {
  /// The codes of docs/wire.md; public, so they change by version only.
  public enum Code: String, Sendable, CaseIterable {
    /// Not JSON by RFC 8259, or empty.
    case notJSON = "not_json"
    /// Nested deeper than `JobLimits.depth`.
    case tooDeep = "too_deep"
    /// A string with bytes that are not UTF-8.
    case notUTF8 = "not_utf8"
    /// An escape that is half of a surrogate pair.
    case badUnicode = "bad_unicode"
    /// JSON, but not an object, or a field of another type than documented.
    case wrongType = "wrong_type"
    /// No `text`, or nothing but blanks in it.
    case noText = "no_text"
    /// `text` beyond `JobLimits.text`.
    case textTooLarge = "text_too_large"
    /// The whole job beyond `JobLimits.job`; it is not even parsed.
    case jobTooLarge = "job_too_large"
    /// Another field beyond its limit.
    case fieldTooLarge = "field_too_large"
    /// `meta` beyond `JobLimits.meta`.
    case metaTooLarge = "meta_too_large"
    /// An id beyond `JobLimits.id`, empty, or with control characters.
    case badID = "bad_id"
    /// A time that is not RFC 3339.
    case badTime = "bad_time"
    /// A number outside of what its field allows.
    case outOfRange = "out_of_range"
  }

  /// For programs.
  public let code: Code
  /// For people: what was wrong, where, and what to do. Holds no article text.
  public let message: String
  /// What could still be read, so that the event reaches whoever waits for it.
  public let attributes: JobAttributes

  /// Makes a rejection from its parts.
  public init(_ code: Code, _ message: String, attributes: JobAttributes = JobAttributes()) {
    self.code = code
    self.message = message
    self.attributes = attributes
  }

  /// The rejection of a job that is too large to be looked at.
  public init(tooLarge bytes: Int, limits: JobLimits) {
    self.init(.jobTooLarge, "the job has \(bytes) bytes, more than \(limits.job); send the article alone")
  }

  /// One line for people.
  public var description: String { "\(code.rawValue): \(message)" }
}
