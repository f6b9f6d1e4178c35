import Foundation

/// The project's own sample articles of scripts/samples, in the order of their names.
enum SampleArticles {
  static let directory = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "../../scripts/samples").standardizedFileURL

  static let names = ["election", "meeting", "sanctions", "strike"]

  static func text(_ name: String) throws -> String {
    try String(contentsOf: directory.appending(path: "\(name).txt"), encoding: .utf8)
  }
}
