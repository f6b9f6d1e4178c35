import Foundation
import Testing

@testable import marsad

/// `marsad-train` from corpora to models that `marsad analyze` uses, with corpora that the tests write.
@Suite(.serialized) struct TrainingCommandTests {
  private static let program = MarsadProcess.executable.deletingLastPathComponent()
    .appending(path: "marsad-train")

  private func run(_ arguments: [String]) async throws -> MarsadProcess.Result {
    // Without the project's own marked texts, which would take minutes to learn.
    let none = arguments.contains("--data") ? ["--annotated", "/nowhere"] : []
    return try await MarsadProcess.run(arguments + none, executable: TrainingCommandTests.program)
  }

  private func models(_ folder: String) throws -> [String: Data] {
    var files: [String: Data] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder) {
      files[name] = try Data(contentsOf: URL(filePath: folder + "/" + name))
    }
    return files
  }

  @Test func `all layers are trained, the same bytes twice, and the analysis takes them`() async throws {
    let corpora = try TinyCorpora()
    defer { corpora.remove() }
    let data = corpora.folder.path
    let first = try await run(["train", "--data", data, "--out", data + "/m1"])
    #expect(first.status == 0, "\(first.errors)")
    #expect(first.lines.count == 7 && first.lines.allSatisfy { $0.contains(".model ") })
    for step in ["news", "segmenter", "clusters", "tagger", "features", "lemmas", "parser", "entities"] {
      #expect(first.errors.contains(step), "no progress of \(step)")
    }
    let second = try await run(["train", "--data", data, "--out", data + "/m2"])
    #expect(second.status == 0)
    let files = try models(data + "/m1")
    #expect(files.count == 7)
    #expect(try files == models(data + "/m2"))

    let one = try await run(["train", "--data", data, "--out", data + "/m2", "--only", "tagger", "lemmas"])
    #expect(one.status == 0, "\(one.errors)")
    #expect(try files == models(data + "/m2"), "a layer trained by itself differs")

    let used = try await MarsadProcess.run(
      ["analyze", "--format", "conllu"], environment: ["MARSAD_MODELS": data + "/m1"],
      input: "وقال السفير كريم إن 120 مندوبا زاروا تونس بدعوتها.")
    #expect(used.status == 0, "\(used.errors)")
    #expect(used.lines.contains { $0.hasPrefix("1-2\tوقال\t") })
    #expect(used.lines.contains { $0.contains("\tدعوة\t") })

    let figures = try await run(["evaluate", "--data", data, "--models", data + "/m1"])
    #expect(figures.status == 0, "\(figures.errors)")
    for name in ["PADT dev", "PADT test", "LAS", "lemma", "ANERcorp test"] {
      #expect(figures.output.contains(name))
    }
    let errors = try await run(["errors", "--data", data, "--models", data + "/m1"])
    #expect(errors.status == 0 && errors.output.contains("== segmentation, PADT dev =="))
  }

  @Test func `who scores the command line's output finds the figures of evaluate`() async throws {
    let corpora = try TinyCorpora()
    defer { corpora.remove() }
    // Some that the models get wrong, and words written together that only the words do not tell.
    let paths = TinyCorpora.paths
    let strange =
      "زارت O\nمنظمة B-ORG\nالصحة I-ORG\nسامي B-LOC\nوبغداد B-LOC\n\nهدى B-PERS\nفي O\nتونس B-ORG\n\n"
    try corpora.write(try corpora.text(paths.namesTest) + strange, to: paths.namesTest)
    let words = "وزارها و زار ها مندوبا قال هم .\t_ CCONJ NOUN PRON VERB NOUN PRON SYM\n"
    try corpora.write(try corpora.text(paths.test) + words, to: paths.test)
    let data = corpora.folder.path
    let models = try await TinyModels.folder.path
    let figures = try await run(["evaluate", "--data", data, "--models", models])
    let scores = try await MarsadProcess.run(
      ["python3", Repository.file("scripts/score-language").path, data],
      executable: URL(filePath: "/usr/bin/env"),
      environment: ["MARSAD": MarsadProcess.executable.path, "MARSAD_MODELS": models])
    #expect(figures.status == 0 && scores.status == 0, "\(figures.errors)\(scores.errors)")
    func figure(_ name: String) -> Substring? {
      figures.lines.first { $0.contains(name) }?.prefix { $0 != " " && $0 != "\t" }
    }
    let found = scores.lines.map { $0.split(separator: "\t")[1] }
    #expect(found.count == 2 && !found.contains("100.00"), "\(found)")
    #expect(found == [figure("micro F1"), figure("PADT test: UPOS accuracy on gold words")])
  }

  @Test func `corpus lines that do not parse are named, and training goes on`() async throws {
    let corpora = try TinyCorpora()
    defer { corpora.remove() }
    let paths = TinyCorpora.paths
    try corpora.write(try corpora.text(paths.train) + "كلمتان هنا\tNOUN\n", to: paths.train)
    try corpora.write("1\tا\n\n" + (try corpora.text(paths.treeTrain)), to: paths.treeTrain)
    try corpora.write(try corpora.text(paths.names) + "بغداد B-PLANET\r\n", to: paths.names)
    try corpora.write("[]\n" + (try corpora.text(paths.news)), to: paths.news)
    let data = corpora.folder.path
    let faults = [
      "\(data)/\(paths.train):41: 2 words but 1 tags",
      "\(data)/\(paths.treeTrain):1: 2 columns, expected 10 separated by TAB",
      "\(data)/\(paths.names):193: label B-PLANET is unknown",
      "\(data)/\(paths.news):1: expected an object with text or paragraphs",
    ]
    let lenient = try await run(["train", "--data", data, "--out", data + "/models"])
    #expect(lenient.status == 0)
    for fault in faults { #expect(lenient.errors.contains("left out: \(fault)\n"), "\(lenient.errors)") }
    #expect(try models(data + "/models").count == 7)

    let strict = try await run(["train", "--data", data, "--out", data + "/strict", "--strict"])
    #expect(strict.status == 65)
    #expect(strict.errors == "marsad-train: \(faults[0])\n")
    #expect(!FileManager.default.fileExists(atPath: data + "/strict"))
  }

  @Test func `strictness stops at a line of news too`() async throws {
    let corpora = try TinyCorpora()
    defer { corpora.remove() }
    try corpora.write(try corpora.text(TinyCorpora.paths.news) + "\n{\"text\":\n", to: TinyCorpora.paths.news)
    let data = corpora.folder.path
    let strict = try await run(["train", "--data", data, "--out", data + "/models", "--strict"])
    #expect(strict.status == 65)
    #expect(strict.errors.contains("\(TinyCorpora.paths.news):42: expected an object"))
  }

  @Test func `a corpus that is missing, empty or of another encoding stops with its name`() async throws {
    let corpora = try TinyCorpora()
    defer { corpora.remove() }
    let data = corpora.folder.path
    let arguments = ["train", "--data", data, "--out", data + "/models"]
    let names = TinyCorpora.paths.names
    let text = try corpora.text(names)
    try corpora.write("\n", to: names)
    let empty = try await run(arguments)
    #expect(empty.status == 65 && empty.errors.contains("no sentence to train on with names (anercorp)"))
    try Data(Array(text.utf8.prefix(30)) + [0xC7, 0x20, 0x4F, 0x0A]).write(
      to: corpora.folder.appending(path: names))
    let encoded = try await run(arguments)
    #expect(encoded.status == 65 && encoded.errors.contains("\(data)/\(names):3: not UTF-8"))
    try FileManager.default.removeItem(at: corpora.folder.appending(path: names))
    let missing = try await run(arguments)
    #expect(missing.status == 65 && missing.errors.contains("\(data)/\(names): cannot be read"))
    #expect(missing.errors.contains("docs/language.md"))
  }

  @Test(arguments: [[], ["train"], ["evaluate"], ["errors"]])
  func `help has examples`(command: [String]) async throws {
    let result = try await run(command + ["--help"])
    #expect(result.status == 0 && result.output.contains("EXAMPLES"))
  }

  @Test func `models that are not there are named, a wrong layer is a usage error`() async throws {
    let corpora = try TinyCorpora()
    defer { corpora.remove() }
    let data = corpora.folder.path
    let missing = try await run(["evaluate", "--data", data, "--models", data + "/nowhere"])
    #expect(missing.status == 78 && missing.errors.contains("\(data)/nowhere/statistics.model"))
    let layer = try await run(["train", "--data", data, "--only", "magic"])
    #expect(layer.status == 64 && layer.errors.contains("segmenter"))
  }
}
