public import JSONBytes

/// Why bytes are no report.
public enum ReportDecodingError: Error, Equatable, CustomStringConvertible {
  /// The bytes are no JSON.
  case notJSON(JSONError)
  /// The schema is another one, or of another version.
  case foreignSchema(String)
  /// A field is missing or of another kind.
  case unexpectedField(path: String, expected: String)

  /// What was wrong, and where.
  public var description: String {
    switch self {
    case .notJSON(let error): "a report must be JSON: \(error)"
    case .foreignSchema(let schema): "the schema is '\(schema)', expected \(Report.schema)"
    case .unexpectedField(let path, let expected): "\(path) is not \(expected)"
    }
  }
}
