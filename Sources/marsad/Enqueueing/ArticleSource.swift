import Foundation

/// One article of the command line's inputs, before it is a job.
struct SourcedArticle: Sendable, Equatable {
  /// What the bytes are.
  enum Form: Sendable, Equatable { case text, json }
  var form: Form
  var bytes: [UInt8]
  /// Path, or path and line, for messages and for the job's `source`.
  var origin: String
}

/// The articles of files, directories and standard input, one at a time, in a fixed order.
///
/// `.jsonl` and `.ndjson` hold a job a line, `.json` one job, everything else is an article's text; standard input
/// is lines of jobs where its first byte that is not blank is `{`, else one text. Directories are walked in the order of
/// their paths, hidden files are left out.
struct ArticleSource {
  /// How a file's bytes are taken.
  enum Reading: String, CaseIterable, Sendable { case auto, text, json, jsonl }

  private var pending: [String]
  private let reading: Reading
  private var lines: (reader: LineReader, path: String, number: Int)?

  /// A source of the inputs; nothing is read before the first `next`.
  ///
  /// - Throws: `CommandFailure` (not found) where an input does not exist.
  init(_ inputs: [String], reading: Reading = .auto) throws(CommandFailure) {
    self.reading = reading
    pending = []
    for input in inputs {
      guard input != "-" else {
        pending.append(input)
        continue
      }
      guard let isDirectory = InputFile.isDirectory(input) else {
        throw CommandFailure(.notFound, "\(input): no such file or directory")
      }
      pending += isDirectory ? ArticleSource.files(under: input) : [input]
    }
    pending.reverse()
  }

  /// How many articles there are, where that is known without reading: files that hold one each.
  var count: Int? {
    guard lines == nil, reading != .jsonl else { return nil }
    return pending.allSatisfy { $0 != "-" && (reading != .auto || ArticleSource.form(of: $0) != .jsonl) }
      ? pending.count : nil
  }

  /// The next article, nil after the last one.
  mutating func next() throws -> SourcedArticle? {
    while true {
      if case (var reader, let path, var number)? = lines {
        while let line = try reader.next() {
          number += 1
          lines = (reader, path, number)
          if line.allSatisfy(LineReader.isBlank) { continue }
          return SourcedArticle(form: .json, bytes: line, origin: "\(path):\(number)")
        }
        lines = nil
      }
      guard let path = pending.popLast() else { return nil }
      let form = reading == .auto ? ArticleSource.form(of: path) : reading
      switch form {
      case .jsonl, .auto:
        let handle = path == "-" ? .standardInput : FileHandle(forReadingAtPath: path)
        guard let handle else { throw CommandFailure(.notFound, "\(path): cannot be read") }
        var reader = LineReader(handle)
        if form == .auto, try reader.firstByte() != UInt8(ascii: "{") {
          return SourcedArticle(form: .text, bytes: try reader.rest(), origin: path)
        }
        lines = (reader, path, 0)
      case .text, .json:
        let bytes = try InputFile.bytes(path)
        return SourcedArticle(form: form == .json ? .json : .text, bytes: bytes, origin: path)
      }
    }
  }

  private static func form(of path: String) -> Reading {
    if path == "-" { return .auto }
    switch URL(filePath: path).pathExtension.lowercased() {
    case "jsonl", "ndjson": return .jsonl
    case "json": return .json
    default: return .text
    }
  }

  private static func files(under directory: String) -> [String] {
    let paths = (FileManager.default.enumerator(atPath: directory)?.compactMap { $0 as? String } ?? []).filter
    {
      !$0.split(separator: "/").contains { $0.hasPrefix(".") }
    }
    return paths.sorted().map { directory.hasSuffix("/") ? directory + $0 : directory + "/" + $0 }
      .filter { InputFile.isDirectory($0) == false }
  }
}
