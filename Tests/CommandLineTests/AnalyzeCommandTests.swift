import Foundation
import MarsadReport
import Testing

@testable import marsad

@Suite struct AnalyzeCommandTests {
  private static let article = "قال وزير الخارجية المصري سامح شكري إن مصر تدعم الأردن."

  @Test(arguments: ["json", "text", "html", "events-tsv", "conllu", "conll-ner"])
  func `every form prints something and exits 0`(form: String) async throws {
    let result = try await MarsadProcess.run(
      ["analyze", "-", "--format", form], input: AnalyzeCommandTests.article)
    #expect(result.status == 0, "\(result.errors)")
    #expect(!result.output.isEmpty && result.errors.isEmpty)
    if form == "json" { #expect(try Report(decoding: Array(result.output.utf8)).sentences.count == 1) }
    if form == "html" { #expect(result.output.contains("dir=\"rtl\"")) }
  }

  @Test func `an explanation names rule, words and lexicon line of every statement and event`() async throws {
    let article = "التقى وزير الخارجية المصري سامح شكري نظيره الأردني أيمن الصفدي وقال إن مصر تدعم الأردن."
    let result = try await MarsadProcess.run(["analyze", "-", "--explain"], input: article)
    #expect(result.status == 0 && result.errors.isEmpty)
    #expect(result.lines.contains { $0.hasPrefix("  cue      قال ") && $0.contains("speech_verbs.tsv:") })
    #expect(result.lines.contains { $0.hasPrefix("  trigger  التقى ") && $0.contains("event_verbs.tsv:") })
    #expect(result.lines.contains { $0.hasPrefix("  speaker  سامح شكري") })
    #expect(result.lines.filter { $0.hasPrefix("  rule     ") }.count >= 2)
    let wrong = try await MarsadProcess.run(["analyze", "-", "--explain", "--json"], input: article)
    #expect(wrong.status == 64)
  }

  @Test func `several files and lines of jobs give a report each, in order`() async throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "marsad-analyze-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    try Data(AnalyzeCommandTests.article.utf8).write(to: folder.appending(path: "a.txt"))
    try Data("{\"text\":\"قال\"}\n{\"text\":\"قال ثم قال.\",\"title\":\"عنوان\"}\n".utf8)
      .write(to: folder.appending(path: "b.jsonl"))
    let result = try await MarsadProcess.run(["analyze", folder.path, "--json"])
    #expect(result.status == 0)
    #expect(result.lines.count == 3)
    let reports = try result.lines.map { try Report(decoding: Array($0.utf8)) }
    #expect(reports.last?.size.characters == "عنوان\nقال ثم قال.".unicodeScalars.count)
    let written = try await MarsadProcess.run([
      "analyze", folder.path, "--format", "json", "--output-directory", folder.path,
    ])
    #expect(written.status == 0)
    #expect(FileManager.default.fileExists(atPath: folder.appending(path: "a.report.json").path))
  }

  @Test func `what cannot be read is reported, the rest is analysed`() async throws {
    let lines = "{\"text\":\"قال\"}\n{oops\n{\"text\":\"ثم\"}\n"
    let result = try await MarsadProcess.run(["analyze", "--json"], input: lines)
    #expect(result.status == ExitStatus.badData.rawValue)
    #expect(result.lines.count == 2 && result.errors.contains("-:2: "))
  }

  @Test(arguments: [("/nowhere/at/all.txt", 66), ("--format=pdf", 64)])
  func `wrong arguments have their status`(argument: String, status: Int) async throws {
    let result = try await MarsadProcess.run(["analyze", argument])
    #expect(Int(result.status) == status)
  }

  @Test(arguments: ["MARSAD_LEXICONS", "MARSAD_MODELS"])
  func `lexicons or models that are not there are a configuration error that names them`(
    variable: String
  ) async throws {
    let result = try await MarsadProcess.run(
      ["analyze", "-"], environment: [variable: "/nowhere"], input: AnalyzeCommandTests.article)
    #expect(result.status == ExitStatus.badConfiguration.rawValue)
    #expect(result.errors.contains("/nowhere/"))
  }
}
