import JSONBytes

/// Reads a job's fields one by one; what is wrong with one of them is kept, so that the rest can still be read.
struct JobFields {
  private(set) var text: [UInt8]?
  private(set) var title: [UInt8]?
  private(set) var language: String?
  private(set) var publishedAt: String?
  private(set) var attributes = JobAttributes()
  private(set) var problem: (code: JobRejection.Code, message: String)?
  private var scanner: JSONScanner
  private let limits: JobLimits

  init(_ payload: [UInt8], limits: JobLimits) {
    scanner = JSONScanner(payload, depthLimit: limits.depth)
    self.limits = limits
  }

  mutating func read() throws(JSONError) {
    // Malformed JSON is told from JSON that is no object.
    guard try scanner.peekKind() == .object else {
      let start = scanner.offset
      _ = try scanner.skipValue()
      try scanner.finish()
      throw JSONError(.wrongType, at: start)
    }
    try scanner.enterObject()
    while let key = try scanner.nextKey() { try readValue(of: key) }
    try scanner.finish()
  }

  private mutating func readValue(of key: JSONString) throws(JSONError) {
    guard let name = Name(key, in: scanner) else {
      _ = try scanner.skipValue()
      return
    }
    if name != .meta, try scanner.peekKind() == .null { return try forget(name) }
    switch name {
    case .text:
      text = try string(name, limit: limits.text, beyond: .textTooLarge) ?? text
    case .title: title = try string(name, limit: limits.title)
    case .source: attributes.source = try string(name, limit: limits.reference)
    case .url: attributes.url = try string(name, limit: limits.reference)
    case .lang: language = try label(name)
    case .publishedAt: publishedAt = try label(name)
    case .traceparent: attributes.traceparent = try label(name)
    case .id: try readID()
    case .meta: try readMeta()
    case .priority: try readPriority()
    case .notBefore: attributes.notBefore = try time(name)
    case .enqueuedAt: attributes.enqueuedAt = try time(name)
    case .maxAttempts: attributes.maxAttempts = try wholeNumber(name, in: 1...1000)
    case .ttl: attributes.timeToLive = try wholeNumber(name, in: 1...315_360_000).map { .seconds($0) }
    }
  }

  private mutating func forget(_ name: Name) throws(JSONError) {
    try scanner.null()
    switch name {
    case .text: text = nil
    case .title: title = nil
    case .source: attributes.source = nil
    case .url: attributes.url = nil
    case .lang: language = nil
    case .publishedAt: publishedAt = nil
    case .traceparent: attributes.traceparent = nil
    case .id: attributes.id = nil
    case .meta: attributes.meta = nil
    case .priority: attributes.isUrgent = false
    case .notBefore: attributes.notBefore = nil
    case .enqueuedAt: attributes.enqueuedAt = nil
    case .maxAttempts: attributes.maxAttempts = nil
    case .ttl: attributes.timeToLive = nil
    }
  }

  // MARK: Kinds of value

  private mutating func string(
    _ name: Name, limit: Int, beyond code: JobRejection.Code = .fieldTooLarge
  ) throws(JSONError) -> [UInt8]? {
    guard try scanner.peekKind() == .string else { return try refuse(name, wanted: "a string") }
    let string = try scanner.string()
    // Decoding never makes a string longer.
    let content = scanner.decoded(string)
    guard content.count <= limit else {
      note(code, "\"\(name.rawValue)\" has \(content.count) bytes, more than \(limit)")
      return nil
    }
    return content
  }

  private mutating func label(_ name: Name) throws(JSONError) -> String? {
    try string(name, limit: limits.label).map { String(decoding: $0, as: UTF8.self) }
  }

  private mutating func wholeNumber(_ name: Name, in range: ClosedRange<Int>) throws(JSONError) -> Int? {
    guard try scanner.peekKind() == .number else { return try refuse(name, wanted: "a whole number") }
    if let value = try scanner.wholeNumber(), range.contains(value) { return value }
    note(
      .outOfRange,
      "\"\(name.rawValue)\" must be a whole number from \(range.lowerBound) to \(range.upperBound)")
    return nil
  }

  private mutating func time(_ name: Name) throws(JSONError) -> Timestamp? {
    guard let text = try label(name) else { return nil }
    guard let time = Timestamp(rfc3339: text.utf8) else {
      note(.badTime, "\"\(name.rawValue)\" is not a time of RFC 3339, such as 2026-01-31T12:00:00Z")
      return nil
    }
    return time
  }

  private mutating func readID() throws(JSONError) {
    let id: String
    switch try scanner.peekKind() {
    case .string: id = scanner.text(of: try scanner.string())
    case .number: id = String(decoding: scanner.bytes[try scanner.number()], as: UTF8.self)
    default:
      let _: Never? = try refuse(.id, wanted: "a string or a number")
      return
    }
    guard !id.isEmpty, !id.utf8.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
      return note(.badID, "\"id\" is empty or has control characters")
    }
    guard id.unicodeScalars.count <= limits.id else {
      return note(.badID, "\"id\" has \(id.unicodeScalars.count) characters, more than \(limits.id)")
    }
    attributes.id = id
  }

  private mutating func readMeta() throws(JSONError) {
    let range = try scanner.skipValue()
    guard range.count <= limits.meta else {
      return note(.metaTooLarge, "\"meta\" has \(range.count) bytes, more than \(limits.meta)")
    }
    attributes.meta = Array(scanner.bytes[range])
  }

  private mutating func readPriority() throws(JSONError) {
    switch try scanner.peekKind() {
    case .bool: attributes.isUrgent = try scanner.bool()
    case .number: attributes.isUrgent = (try scanner.wholeNumber() ?? 0) > 0
    default: let _: Never? = try refuse(.priority, wanted: "true, false or a whole number")
    }
  }

  // MARK: Problems

  private mutating func refuse<Value>(_ name: Name, wanted: String) throws(JSONError) -> Value? {
    let kind = try scanner.peekKind()
    _ = try scanner.skipValue()
    note(.wrongType, "\"\(name.rawValue)\" must be \(wanted), not \(Self.article(kind))")
    return nil
  }

  private mutating func note(_ code: JobRejection.Code, _ message: String) {
    if problem == nil { problem = (code, message) }
  }

  private static func article(_ kind: JSONScanner.Kind) -> String {
    switch kind {
    case .object: "an object"
    case .array: "an array"
    case .string: "a string"
    case .number: "a number"
    case .bool: "a boolean"
    case .null: "null"
    }
  }

  private enum Name: String, CaseIterable {
    case text, title, id, source, url, lang, meta, traceparent, priority, ttl
    case publishedAt = "published_at"
    case notBefore = "not_before"
    case maxAttempts = "max_attempts"
    case enqueuedAt = "enqueued_at"

    init?(_ key: JSONString, in scanner: JSONScanner) {
      // The longest name has twelve letters; with every letter escaped, 72.
      guard key.range.count <= 72 else { return nil }
      if scanner.equals(key, "text") {
        self = .text
      } else {
        self.init(rawValue: scanner.text(of: key))
      }
    }
  }
}
