import Foundation
import Testing

@testable import marsad

/// `analyze --format conllu` and `conll-ner`: what goes in, what comes out, and what is refused.
@Suite struct AnnotationTests {
  private static let article =
    "وصل الوزير سامي العلي إلى بغداد. وقال السفير إن 120 مندوبا زاروا تونس بدعوتها."

  /// A folder with the given files, gone after the body.
  private func withFiles<R>(_ files: [String: String], _ body: (String) async throws -> R) async throws -> R {
    let folder = FileManager.default.temporaryDirectory.appending(path: "marsad-words-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in files { try Data(text.utf8).write(to: folder.appending(path: name)) }
    return try await body(folder.path)
  }

  /// The first column, empty lines kept.
  private func tokens(_ columns: String) -> [Substring] {
    columns.split(separator: "\n", omittingEmptySubsequences: false).map { $0.prefix { $0 != " " } }
  }

  @Test func `CoNLL-U has ranges, tags, trees and places`() async throws {
    let result = try await TinyModels.run(
      ["analyze", "--format", "conllu"], input: AnnotationTests.article)
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(
      result.lines.prefix(3) == [
        "# newdoc id = stdin", "# sent_id = stdin-s1",
        "# text = وصل الوزير سامي العلي إلى بغداد.",
      ])
    #expect(result.lines.contains("1-2\tوقال\t_\t_\t_\t_\t_\t_\t_\tTokenRange=33:37"))
    let words = result.lines.filter { $0.first?.isNumber == true }.map { $0.split(separator: "\t") }
    #expect(words.allSatisfy { $0.count == 10 })
    #expect(words.contains { $0[1] == "قال" && $0[2] == "قال" && $0[3] == "VERB" })
    #expect(words.count { $0[6] == "0" && $0[7] == "root" } == 2)
    #expect(result.lines.contains("# sent_id = stdin-s2") && result.output.hasSuffix("\n\n"))
  }

  @Test func `the title is a sentence of the text that places count in`() async throws {
    let result = try await TinyModels.run(
      ["analyze", "--format", "conllu", "--title", "عنوان"], input: "قال")
    #expect(result.lines.contains { $0.hasSuffix("TokenRange=0:5") })
    #expect(result.lines.contains { $0.hasSuffix("TokenRange=6:9") })
  }

  @Test func `names come as two columns with an empty line between sentences`() async throws {
    let result = try await TinyModels.run(
      ["analyze", "--format", "conll-ner"], input: AnnotationTests.article)
    #expect(result.status == 0)
    let rows = result.output.split(separator: "\n", omittingEmptySubsequences: false)
    #expect(rows.suffix(3) == [". O", "", ""] && rows.count { $0.isEmpty } == 3)
    #expect(rows.contains("بغداد B-LOC") && rows.contains("سامي B-PERS") && rows.contains("العلي I-PERS"))
  }

  @Test func `sentences are lines`() async throws {
    let result = try await TinyModels.run(
      ["analyze", "--format", "conll-ner", "--input", "sentences"], input: "قال. عاد.\nزار\n")
    #expect(tokens(result.output) == ["قال", ".", "عاد", ".", "", "زار", "", ""])
  }

  @Test func `words are syntactic words for CoNLL-U and written ones for names`() async throws {
    let words = "وقال\nه\n\nزار\nبغداد\n"
    let trees = try await TinyModels.run(
      ["analyze", "--format", "conllu", "--input", "words"], input: words)
    #expect(
      trees.lines.filter { $0.first?.isNumber == true }.map {
        $0.split(separator: "\t").prefix(2).joined(separator: " ")
      }
        == ["1 وقال", "2 ه", "1 زار", "2 بغداد"])
    let names = try await TinyModels.run(
      ["analyze", "--format", "conll-ner", "--input", "words"], input: words)
    #expect(tokens(names.output) == ["وقال", "ه", "", "زار", "بغداد", "", ""])
  }

  @Test func `a file that is not one word a line is named with the line, the others go on`() async throws {
    let files = ["a.txt": "قال\nبغداد B-LOC\n", "b.txt": "عاد\n"]
    try await withFiles(files) { folder in
      let result = try await TinyModels.run([
        "analyze", folder, "--format", "conll-ner", "--input", "words",
      ])
      #expect(result.status == ExitStatus.badData.rawValue)
      #expect(tokens(result.output) == ["عاد", "", ""])
      #expect(result.errors.contains("\(folder)/a.txt:2: expected one word a line"))
      #expect(result.errors.contains("columns"))
    }
  }

  @Test func `a file's annotation is the same alone and among others, and ids stay apart`() async throws {
    let files = ["a.txt": AnnotationTests.article, "b.txt": "عاد. ثم قال.", "c.txt": AnnotationTests.article]
    try await withFiles(files) { folder in
      let all = try await TinyModels.run(["analyze", folder, folder + "/a.txt", "--format", "conllu"])
      let alone = try await TinyModels.run(["analyze", folder + "/a.txt", "--format", "conllu"])
      #expect(alone.status == 0 && all.output.hasPrefix(alone.output))
      let ids = all.lines.filter { $0.hasPrefix("# sent_id") }
      #expect(ids.count == 8 && Set(ids).count == 8)
      #expect(all.lines.contains("# newdoc id = a-2"))
      let written = try await TinyModels.run([
        "analyze", folder, "--format", "conllu", "--output-directory", folder,
      ])
      #expect(written.status == 0)
      #expect(try String(contentsOfFile: folder + "/a.conllu", encoding: .utf8) == alone.output)
    }
  }

  @Test(arguments: [
    ["--input", "words"], ["--input", "sentences", "--format", "json"],
    ["--input", "words", "--format", "conllu", "--title", "x"], ["--input", "tokens"],
  ])
  func `inputs that do not go with the form are usage errors`(arguments: [String]) async throws {
    let result = try await TinyModels.run(["analyze", "-"] + arguments, input: "قال")
    #expect(result.status == ExitStatus.usage.rawValue && result.output.isEmpty)
  }
}

/// Model files that cannot be used are refused before any article is read.
@Suite struct BrokenModelTests {
  /// What is done to a model file, and what the message says.
  enum Damage: String, CaseIterable {
    case missing, truncated, longer, changed, foreign, anotherVersion, anotherKind

    var message: String {
      switch self {
      case .missing: "cannot be read"
      case .truncated, .longer: "bytes, expected"
      case .changed: "checksum does not agree"
      case .foreign: "expected the first bytes MARSADLM"
      case .anotherVersion: "format version 7, expected 2"
      case .anotherKind: "it holds a model of kind lemmas.model, expected statistics.model"
      }
    }
  }

  private func run(_ damage: Damage, _ file: String) async throws -> MarsadProcess.Result {
    let folder = FileManager.default.temporaryDirectory.appending(path: "marsad-models-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(at: await TinyModels.folder, to: folder)
    let broken = folder.appending(path: file)
    var bytes = Array(try Data(contentsOf: broken))
    switch damage {
    case .missing: try FileManager.default.removeItem(at: broken)
    case .truncated: bytes.removeLast(bytes.count / 2)
    case .longer: bytes.append(0)
    case .changed: bytes[bytes.count / 2] ^= 0xFF
    case .foreign: bytes = Array("{\"version\":1}".utf8)
    case .anotherVersion: bytes[8] = 7
    case .anotherKind:
      bytes = Array(try Data(contentsOf: folder.appending(path: "lemmas.model")))
    }
    if damage != .missing { try Data(bytes).write(to: broken) }
    let result = try await MarsadProcess.run(
      ["analyze", "--format", "conllu", "-"], environment: ["MARSAD_MODELS": folder.path], input: "قال")
    #expect(result.errors.contains(broken.path))
    return result
  }

  @Test(arguments: Damage.allCases)
  func `a model that is not whole is refused with its name, what was expected, and the way out`(
    damage: Damage
  ) async throws {
    let result = try await run(damage, "statistics.model")
    #expect(result.status == ExitStatus.badConfiguration.rawValue)
    #expect(result.output.isEmpty)
    #expect(result.errors.contains(damage.message), "\(result.errors)")
    #expect(result.errors.contains("marsad-train train --data"))
  }

  @Test(arguments: [
    "segmenter.model", "tagger.model", "features.model", "lemmas.model", "parser.model", "entities.model",
  ])
  func `every file is checked`(file: String) async throws {
    let result = try await run(.changed, file)
    #expect(result.status == ExitStatus.badConfiguration.rawValue && result.output.isEmpty)
  }

  @Test(arguments: [["worker"], ["dev"], ["analyze", "-"]])
  func `every command that analyses refuses at start`(arguments: [String]) async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "marsad-models-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.copyItem(at: await TinyModels.folder, to: folder)
    let broken = folder.appending(path: "tagger.model")
    try Data("MARSADLM".utf8).write(to: broken)
    let place = folder.path + "/dev"
    let result = try await MarsadProcess.run(
      arguments,
      environment: [
        "MARSAD_MODELS": folder.path, "MARSAD_REDIS": "redis://127.0.0.1:1", "MARSAD_DEV_DIRECTORY": place,
      ])
    #expect(result.status == ExitStatus.badConfiguration.rawValue, "\(result.errors)")
    #expect(result.errors.contains("\(broken.path): 8 bytes, expected 28"))
    #expect(!FileManager.default.fileExists(atPath: place))
  }

  @Test func `a folder in the configuration file counts, and one that does not exist is named`() async throws
  {
    let folder = FileManager.default.temporaryDirectory.path + "/marsad-nowhere-\(UUID().uuidString)"
    let file = folder + ".conf"
    defer { try? FileManager.default.removeItem(atPath: file) }
    try Data("models = \(folder)\n".utf8).write(to: URL(filePath: file))
    let result = try await MarsadProcess.run(
      ["analyze", "--format", "conll-ner", "--config", file, "-"], input: "قال")
    #expect(result.status == ExitStatus.badConfiguration.rawValue)
    #expect(result.errors.contains("\(folder)/statistics.model"))
  }
}
