import JSONBytes

extension Job {
  /// Reads a job's payload (without envelope).
  ///
  /// Unknown fields are passed over, `null` is the same as leaving a field out, the last of equal keys counts, and an
  /// id may be a number (its text as written is the id). The first thing that is wrong with a field is what is
  /// reported, but malformed JSON anywhere comes before it.
  /// - Complexity: O(bytes); a payload beyond `limits.job` is not read at all.
  public init(parsing payload: [UInt8], limits: JobLimits = JobLimits()) throws(JobRejection) {
    guard payload.count <= limits.job else {
      throw JobRejection(tooLarge: payload.count, limits: limits)
    }
    guard payload.contains(where: { $0 > 0x20 }) else {
      throw JobRejection(.notJSON, "the job is empty; push a JSON object such as {\"text\": \"…\"}")
    }
    var fields = JobFields(payload, limits: limits)
    do throws(JSONError) {
      try fields.read()
    } catch {
      throw JobRejection(.init(error.kind), Self.message(error), attributes: fields.attributes)
    }
    if let problem = fields.problem {
      throw JobRejection(problem.code, problem.message, attributes: fields.attributes)
    }
    guard let text = fields.text, text.contains(where: { $0 > 0x20 }) else {
      throw JobRejection(
        .noText, fields.text == nil ? "the job has no \"text\"" : "\"text\" is blank",
        attributes: fields.attributes)
    }
    self.init(
      text: text, title: fields.title, language: fields.language, publishedAt: fields.publishedAt,
      attributes: fields.attributes)
  }

  private static func message(_ error: JSONError) -> String {
    switch error.kind {
    case .wrongType: "a job is a JSON object such as {\"text\": \"…\"}"
    case .invalidUTF8: "\(error); encode the job in UTF-8"
    case .loneSurrogate: "\(error); write characters beyond U+FFFF as two escapes or as UTF-8"
    default: String(describing: error)
    }
  }
}

extension JobRejection.Code {
  init(_ kind: JSONError.Kind) {
    self =
      switch kind {
      case .invalidUTF8: .notUTF8
      case .loneSurrogate: .badUnicode
      case .tooDeep: .tooDeep
      case .wrongType: .wrongType
      default: .notJSON
      }
  }
}
