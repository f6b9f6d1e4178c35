import ArabicLanguage
import Foundation

/// Raw news text for statistics: JSON lines, plain or packed by xz.
public struct RawNews: Sendable {
  private struct Article: Decodable {
    var title: String?
    var text: String?
    var paragraphs: [String]?
  }

  /// Calls `body` with every paragraph, or the first `limit` of them, of the `.jsonl` and `.jsonl.xz` files of a folder,
  /// in order of file names.
  ///
  /// - Parameter onFault: called with every line that is no article; throws to stop there, or returns to go on.
  public static func forEachParagraph(
    in folder: URL, limit: Int = .max,
    onFault: (CorpusError) throws(CorpusError) -> Void = { (fault) throws(CorpusError) in throw fault },
    _ body: (String) -> Void
  ) throws(CorpusError) {
    var count = 0
    func give(_ paragraph: String) {
      if count < limit { body(paragraph) }
      count += 1
    }
    let names = ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
    for name in names where name.hasSuffix(".jsonl") || name.hasSuffix(".jsonl.xz") {
      let file = folder.appendingPathComponent(name)
      let decoder = JSONDecoder()
      for (number, line) in try bytes(of: file).split(separator: 0x0A, omittingEmptySubsequences: false)
        .enumerated() where !line.isEmpty
      {
        if count >= limit { return }
        guard let article = try? decoder.decode(Article.self, from: Data(line)) else {
          try onFault(
            CorpusError(
              file: file.path, line: number + 1, reason: "expected an object with text or paragraphs"))
          continue
        }
        if let title = article.title { give(title) }
        for paragraph in article.paragraphs ?? [] { give(paragraph) }
        for paragraph in (article.text ?? "").split(separator: "\n") { give(String(paragraph)) }
      }
    }
  }

  private static func bytes(of file: URL) throws(CorpusError) -> [UInt8] {
    do {
      guard file.pathExtension == "xz" else { return [UInt8](try Data(contentsOf: file)) }
      let process = Process()
      process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
      process.arguments = ["xz", "--decompress", "--stdout", file.path]
      let pipe = Pipe()
      process.standardOutput = pipe
      try process.run()
      let data = pipe.fileHandleForReading.readDataToEndOfFile()
      process.waitUntilExit()
      guard process.terminationStatus == 0 else {
        throw CorpusError(file: file.path, line: 0, reason: "xz could not unpack it")
      }
      return [UInt8](data)
    } catch let error as CorpusError {
      throw error
    } catch {
      throw CorpusError(file: file.path, line: 0, reason: "cannot be read (is xz installed?): \(error)")
    }
  }
}
