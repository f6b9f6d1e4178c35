import ArabicLanguage
import ArabicTraining
import ArgumentParser
import Foundation

/// The command: train, evaluate, errors, speed.
@main
struct MarsadTrain: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "marsad-train", abstract: "Trains and measures the Arabic language models of Marsad.",
    subcommands: [Train.self, Evaluate.self, Errors.self, Speed.self])
}

/// The folder of corpora.
struct DataOptions: ParsableArguments {
  @Option(help: "Folder of the corpora, laid out as docs/language.md says.")
  var data = "../shared/data"

  @Flag(
    help: "Stop at the first corpus line that does not parse; otherwise such lines are listed and left out.")
  var strict = false

  /// Reads the corpora and lists what does not parse.
  func read() throws -> TrainingData {
    let data = try TrainingData(folder: URL(fileURLWithPath: data))
    for fault in data.faults.prefix(strict ? 1 : 20) { write("left out: \(fault)\n") }
    if strict, let fault = data.faults.first { throw fault }
    return data
  }
}

/// Writes to standard error, where progress goes.
func write(_ text: String) { FileHandle.standardError.write(Data(text.utf8)) }

/// `marsad-train train`
struct Train: ParsableCommand {
  static let configuration = CommandConfiguration(abstract: "Train all models and write their files.")

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
    let trainer = try ModelTrainer(data, progress: bar.show)
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
  static let configuration = CommandConfiguration(abstract: "Print every figure, dev and test apart.")

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
    abstract: "List the commonest confusions on the dev part, with context.")

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
