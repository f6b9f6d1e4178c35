import ArabicLanguage
import ArabicTraining
import ArgumentParser
import Foundation

/// `marsad-train speed`
struct Speed: ParsableCommand {
  static let configuration = CommandConfiguration(
    abstract: "Measure the whole chain on raw news: words a CPU second, layer by layer, and resident memory.")

  @Option(help: "Folder of the corpora, laid out as docs/language.md says.")
  var data = "../shared/data"

  @Option(help: "Folder of the model files; the shipped ones if not given.")
  var models: String?

  @Option(help: "How many texts of the raw news to annotate.")
  var texts = 500

  @Option(help: "How many rounds; the fastest counts, since other work of the machine only slows.")
  var rounds = 5

  @Option(help: "Write all annotations to this file instead, to compare two builds.")
  var annotations: String?

  func run() throws {
    let before = SpeedMeasurement.residentBytes()
    let engine = try engine(models)
    let after = SpeedMeasurement.residentBytes()
    let measurement = try SpeedMeasurement(engine, folder: URL(fileURLWithPath: data), texts: texts)
    if let annotations {
      try Data(measurement.annotations()).write(to: URL(fileURLWithPath: annotations))
      return
    }
    let loaded = SpeedMeasurement.residentBytes()
    let best = (0..<max(1, rounds)).map { _ in measurement.round() }.min { $0.seconds < $1.seconds }
    guard let best else { return }
    print("\(Int(best.rate))\twords a CPU second, whole chain, one thread; fastest of \(rounds) rounds")
    print("\(best.words)\twords in \(best.tokens) tokens of \(texts) texts of raw news")
    for layer in measurement.layers() {
      let micros = String(format: "%.3f", layer.seconds * 1e6 / Double(max(1, best.words)))
      print("\(micros)\tmicroseconds a word: \(layer.name)")
    }
    print("\((after - before) / 1_000_000)\tMB resident memory of the models (VmRSS after load less before)")
    let kept = (SpeedMeasurement.residentBytes() - loaded) / 1_000_000
    print("\(kept)\tMB more after annotating: buffers, and what is kept for words")
    print("\(engine.models.residentBytes / 1_000_000)\tMB counted in tables of weights")
  }
}
