import ArgumentParser
import MarsadCore
import MarsadReport
import PoliticalAnalysis
import ReportFormats

/// Analyses files without Redis.
struct AnalyzeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Analyse article files, or standard input, without Redis.",
    discussion: """
      EXAMPLES
        marsad analyze article.txt
        marsad analyze --format json article.txt | jq '.events[]'
        marsad analyze --format html article.txt > article.html
        marsad analyze --format json --output-directory reports articles/*.txt
      """)

  /// The forms that a report can be printed in.
  enum Format: String, ExpressibleByArgument, CaseIterable, Sendable {
    case json, text, html
    case eventsTSV = "events-tsv"
    case conllu

    /// What a file of this form is called after its article's name.
    var suffix: String {
      switch self {
      case .json: "report.json"
      case .text: "brief.txt"
      case .html: "html"
      case .eventsTSV: "events.tsv"
      case .conllu: "conllu"
      }
    }
  }

  @Argument(help: ArgumentHelp("Article files, paragraphs as lines; - is standard input.", valueName: "file"))
  var files: [String] = ["-"]

  @Option(help: "How to print the report.")
  var format: Format = .text

  @Option(help: "When the article was published, RFC 3339: what أمس is counted from.")
  var publishedAt: String?

  @Option(help: ArgumentHelp("Write one file an article into this directory.", valueName: "directory"))
  var outputDirectory: String?

  func run() async throws {
    let analyzer = try Analyzer.bundled()
    let isColoured = outputDirectory == nil && Terminal.usesColor("auto")
    if format == .eventsTSV, outputDirectory == nil { Output.write(Array(EventTableFormat().header.utf8)) }
    for file in files {
      let bytes = try InputFile.bytes(file)
      guard String(validating: bytes, as: UTF8.self) != nil else {
        throw CommandFailure(.badData, "\(file): is not UTF-8")
      }
      let rendered = render(Article(text: bytes, publishedAt: publishedAt), analyzer, isColoured: isColoured)
      if let outputDirectory {
        try OutputFile.write(rendered, to: "\(outputDirectory)/\(Self.name(of: file)).\(format.suffix)")
      } else {
        Output.write(rendered)
      }
    }
  }

  private func render(_ article: Article, _ analyzer: Analyzer, isColoured: Bool) -> [UInt8] {
    switch format {
    case .json: return analyzer.analyze(article).encoded() + [UInt8(ascii: "\n")]
    case .text: return Array(TextFormat(isColoured: isColoured).string(analyzer.analyze(article)).utf8)
    case .html:
      return Array(PageFormat().string(analyzer.analyze(article), analysed: article.analysedText).utf8)
    case .eventsTSV:
      let header = outputDirectory == nil ? "" : EventTableFormat().header
      return Array((header + EventTableFormat().string(analyzer.analyze(article))).utf8)
    case .conllu: return Array(ConlluFormat().string(analyzer.document(of: article).text).utf8)
    }
  }

  private static func name(of file: String) -> String {
    let last = file.split(separator: "/").last.map(String.init) ?? file
    return last.hasSuffix(".txt") ? String(last.dropLast(4)) : last == "-" ? "stdin" : last
  }
}
