import Foundation
import Testing

@testable import marsad

@Suite struct ArticleSourceTests {
  /// A folder with the given files, gone after the body.
  private func withFiles<R>(_ files: [String: String], _ body: (String) throws -> R) throws -> R {
    let folder = FileManager.default.temporaryDirectory.appending(path: "marsad-source-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    for (name, text) in files {
      let file = folder.appending(path: name)
      try FileManager.default.createDirectory(
        at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
      try Data(text.utf8).write(to: file)
    }
    return try body(folder.path)
  }

  private func all(_ source: ArticleSource) throws -> [SourcedArticle] {
    var source = source
    var articles: [SourcedArticle] = []
    while let article = try source.next() { articles.append(article) }
    return articles
  }

  @Test func `a directory gives its files in the order of their paths without hidden ones`() throws {
    let files = ["b.txt": "ب", "a/z.txt": "ا", ".hidden": "x", ".git/config": "x", "c.json": "{}"]
    try withFiles(files) { folder in
      let source = try ArticleSource([folder])
      #expect(source.count == 3)
      let articles = try all(source)
      #expect(articles.map(\.origin) == ["a/z.txt", "b.txt", "c.json"].map { folder + "/" + $0 })
      #expect(articles.map(\.form) == [.text, .text, .json])
    }
  }

  @Test func `lines of jobs keep their line numbers and skip blank lines`() throws {
    try withFiles(["jobs.jsonl": "{\"text\":\"1\"}\r\n\n  \n{\"text\":\"2\"}"]) { folder in
      let source = try ArticleSource([folder + "/jobs.jsonl"])
      #expect(source.count == nil)
      let articles = try all(source)
      #expect(articles.map(\.origin) == ["\(folder)/jobs.jsonl:1", "\(folder)/jobs.jsonl:4"])
      #expect(
        articles.map { String(decoding: $0.bytes, as: UTF8.self) } == [
          "{\"text\":\"1\"}", "{\"text\":\"2\"}",
        ])
    }
  }

  @Test func `lines longer than a chunk arrive whole`() throws {
    let long = String(repeating: "نص ", count: 60_000)
    try withFiles(["jobs.ndjson": "\(long)\nshort\n\(long)"]) { folder in
      let articles = try all(ArticleSource([folder + "/jobs.ndjson"]))
      #expect(articles.map(\.bytes.count) == [long.utf8.count, 5, long.utf8.count])
    }
  }

  @Test func `an input that does not exist is an error before anything is read`() throws {
    #expect(throws: CommandFailure.self) { try ArticleSource(["/nowhere/at/all"]) }
  }

  @Test(arguments: ["text", "json", "jsonl"])
  func `the form can be said where the name does not say it`(form: String) throws {
    try withFiles(["article.dat": "{\"text\":\"1\"}\n"]) { folder in
      let reading = try #require(ArticleSource.Reading(rawValue: form))
      let articles = try all(ArticleSource([folder + "/article.dat"], reading: reading))
      #expect(articles.map(\.form) == [form == "text" ? .text : .json])
    }
  }
}
