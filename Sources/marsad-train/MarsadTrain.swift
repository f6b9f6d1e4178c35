import ArabicLanguage
import ArabicTraining
import ArgumentParser
import Foundation

/// The command: train, evaluate, errors, speed.
@main
struct MarsadTrain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "marsad-train", abstract: "Trains and measures the Arabic language models of Marsad.",
    discussion: """
      Corpora are read from --data, laid out as docs/language.md says; your own under the same names train the same way.
      The same data gives the same files. Exit statuses: 0 done, 64 a wrong command line, 65 a corpus that cannot be
      used, 78 a model file that cannot.

      EXAMPLES
        marsad-train train --data corpora --out models
        marsad-train train --data corpora --out models --only entities
        marsad-train evaluate --data corpora --models models
        marsad-train errors --data corpora --top 50
        MARSAD_MODELS=models marsad analyze --format conllu article.txt
      """,
    subcommands: [Train.self, Evaluate.self, Errors.self, Speed.self])

  /// Runs the command that the arguments name; what corpora and models get wrong has exit statuses of its own.
  static func main() {
    do {
      var command = try parseAsRoot()
      try command.run()
    } catch let error as CorpusError {
      fail(error.description, status: 65)
    } catch let error as ModelError {
      fail(error.description, status: 78)
    } catch {
      exit(withError: error)
    }
  }

  private static func fail(_ message: String, status: Int32) -> Never {
    write("marsad-train: \(message)\n")
    exit(withError: ExitCode(status))
  }
}

/// The folder of corpora.
struct DataOptions: ParsableArguments {
  @Option(help: "Folder of the corpora, laid out as docs/language.md says.")
  var data = "../shared/data"

  @Option(
    parsing: .upToNextOption,
    help: "Folders of name lists (.tsv) for the gazetteer of names; lists that are not there give nothing.")
  var names = ["Sources/MarsadCore/Lexicons", "Sources/ArabicTraining/Names"]

  @Option(
    parsing: .upToNextOption,
    help: """
      Folders of further texts whose names are marked: .txt in two columns, word and label, and .standoff for sentences \
      of the raw news.
      """)
  var annotated = ["Sources/ArabicTraining/Annotated"]

  @Flag(
    help: "Stop at the first corpus line that does not parse; otherwise such lines are listed and left out.")
  var strict = false

  /// Reads the corpora and lists what does not parse.
  func read() throws -> TrainingData {
    let data = try TrainingData(
      folder: URL(fileURLWithPath: data), nameFolders: names.map { URL(fileURLWithPath: $0) },
      annotatedFolders: annotated.map { URL(fileURLWithPath: $0) })
    for fault in data.faults { try report(fault) }
    return data
  }

  /// Says what is left out, or stops for it.
  func report(_ fault: CorpusError) throws(CorpusError) {
    if strict { throw fault }
    write("left out: \(fault)\n")
  }
}

/// Writes to standard error, where progress goes.
func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

/// `marsad-train train`
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Train all models, or some layers, and write their files.",
    discussion: """
      EXAMPLES
        marsad-train train --data corpora --out models
        marsad-train train --data corpora --out models --only tagger parser
        marsad-train train --data corpora --out models --strict
      """)

  @OptionGroup var options: DataOptions

  @Option(help: "Folder for the model files.")
  var out = "Sources/ArabicLanguage/Models"

  @Option(
    parsing: .upToNextOption,
    help: "Train these layers anew and take the others from --out: \(ModelTrainer.Layer.names).")
  var only: [ModelTrainer.Layer] = []

  func run() throws {
    let data = try options.read()
    let bar = ProgressBar()
    let trainer = try ModelTrainer(data, onFault: options.report, progress: bar.show)
    let models = only.isEmpty ? trainer.train() : trainer.train(Set(only), of: try engine(out))
    bar.finish()
    let folder = URL(fileURLWithPath: out)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, bytes) in models.files() {
      try Data(bytes).write(to: folder.appendingPathComponent(name), options: .atomic)
      print(name, bytes.count, "bytes")
    }
  }
}

extension ModelTrainer.Layer: ExpressibleByArgument {
  static var names: String { allCases.map(\.rawValue).joined(separator: ", ") }
}

/// `marsad-train evaluate`
struct Evaluate: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Print every figure, dev and test apart.",
    discussion: """
      EXAMPLES
        marsad-train evaluate --data corpora
        marsad-train evaluate --data corpora --models models | grep test
      """)

  @OptionGroup var options: DataOptions

  @Option(help: "Folder of the model files; the shipped ones if not given.")
  var models: String?

  func run() throws {
    let data = try options.read()
    let engine = try engine(models)
    for figure in Evaluation(engine, data).figures() { print("\(figure.value)\t\(figure.name)") }
    let speed = try SpeedMeasurement(engine, folder: URL(fileURLWithPath: options.data), texts: 500).round()
    print(
      "\(Int(speed.rate))\twords a CPU second, whole chain, one thread, \(speed.words) words of news"
    )
  }
}

/// `marsad-train errors`
struct Errors: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "List the commonest confusions of every layer, with context.",
    discussion: """
      Count, what was taken for what, and the first place, the word in brackets. Parts that test are never shown.

      EXAMPLES
        marsad-train errors --data corpora --top 50
        marsad-train errors --data corpora --models models | grep 'tagged as'
      """)

  @OptionGroup var options: DataOptions

  @Option(help: "Folder of the model files; the shipped ones if not given.")
  var models: String?

  @Option(help: "How many of each kind.")
  var top = 20

  func run() throws {
    let report = ErrorReport(try engine(models), try options.read())
    for line in report.lines(top: top) { print(line) }
  }
}

/// The engine of a folder, or the shipped one.
func engine(_ folder: String?) throws -> LanguageEngine {
  guard let folder else { return try LanguageEngine.bundled() }
  return try LanguageEngine(ModelDirectory(url: URL(fileURLWithPath: folder)))
}
