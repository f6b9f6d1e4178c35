import JSONBytes

/// What the command line says of every job that it pushes, besides the article.
struct JobOverrides: Sendable, Equatable {
  var id: String?
  var title: String?
  var source: String?
  var url: String?
  var language: String?
  var publishedAt: String?
  var notBefore: String?
  var priority: Int?
  var maxAttempts: Int?
  var timeToLive: Int?

  /// Name and JSON of each field that is set, as docs/wire.md has them.
  fileprivate var members: [(name: String, value: [UInt8])] {
    let texts = [
      ("id", id), ("title", title), ("source", source), ("url", url), ("lang", language),
      ("published_at", publishedAt), ("not_before", notBefore),
    ]
    let numbers = [("priority", priority), ("max_attempts", maxAttempts), ("ttl", timeToLive)]
    return texts.compactMap { name, text in text.map { (name, JobOverrides.json($0)) } }
      + numbers.compactMap { name, number in number.map { (name, Array("\($0)".utf8)) } }
  }

  private static func json(_ text: String) -> [UInt8] {
    var writer = JSONWriter()
    writer.string(text)
    return writer.finish()
  }
}

extension SourcedArticle {
  /// The job's JSON: a text as `{"text":…,"source":…}`, a job as it stands; what the command line says wins.
  ///
  /// - Throws: `CommandFailure` (bad data) where a text is not UTF-8, or a job is no JSON object.
  func payload(_ overrides: JobOverrides) throws(CommandFailure) -> [UInt8] {
    var overrides = overrides
    var members: [(name: String, value: [UInt8])] = []
    switch form {
    case .text:
      do {
        _ = try UTF8Span(validating: bytes.span)
      } catch {
        throw CommandFailure(
          .badData,
          "\(origin): not UTF-8 from byte \(error.byteOffsets.lowerBound) on; convert it (iconv -t utf-8)")
      }
      if overrides.source == nil, origin != "-" { overrides.source = origin }
    case .json:
      let replaced = overrides.members
      if replaced.isEmpty { return bytes }
      do {
        members = try SourcedArticle.members(of: bytes).filter { old in
          !replaced.contains { $0.name == old.name }
        }
      } catch {
        throw CommandFailure(.badData, "\(origin): \(error)")
      }
    }
    var writer = JSONWriter(reservingCapacity: bytes.count + 256)
    writer.beginObject()
    if form == .text { writer.member("text", bytes) }
    for (name, value) in members + overrides.members {
      writer.key(name)
      writer.raw(value)
    }
    writer.endObject()
    return writer.finish()
  }

  private static func members(of bytes: [UInt8]) throws(JSONError) -> [(name: String, value: [UInt8])] {
    var members: [(name: String, value: [UInt8])] = []
    var scanner = JSONScanner(bytes)
    try scanner.enterObject()
    while let key = try scanner.nextKey() {
      let name = String(decoding: scanner.decoded(key), as: UTF8.self)
      members.append((name, Array(bytes[try scanner.skipValue()])))
    }
    try scanner.finish()
    return members
  }
}
