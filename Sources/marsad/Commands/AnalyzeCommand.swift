import ArgumentParser
import MarsadCore
import MarsadReport
import MarsadWire
import PoliticalAnalysis
import ReportFormats

/// Analyses files without Redis.
struct AnalyzeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "analyze",
    abstract: "Analyse article files, or standard input, without Redis.",
    discussion: """
      Files are read as `marsad enqueue` reads them: texts, .json jobs, .jsonl lines of jobs, directories, - for standard
      input. An article that cannot be read is reported, the others are analysed, and the exit status is 65.

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

  @OptionGroup var shared: SharedOptions

  @Argument(help: ArgumentHelp("Files, directories, or - for standard input.", valueName: "file"))
  var files: [String] = []

  @Option(help: "How to print the report (default: text, json with --json).")
  var format: Format?

  @Option(help: ArgumentHelp("How inputs are read: auto, text, json, jsonl.", valueName: "form"))
  var input: ArticleSource.Reading = .auto

  @Option(help: ArgumentHelp("Title of a text, analysed as the first paragraph.", valueName: "text"))
  var title: String?

  @Option(
    help: ArgumentHelp(
      "When the article was published, RFC 3339: what أمس is counted from.", valueName: "time"))
  var publishedAt: String?

  @Option(help: ArgumentHelp("Write one file an article into this directory.", valueName: "directory"))
  var outputDirectory: String?

  func validate() throws {
    if files.isEmpty, Terminal.isTerminal(0) {
      throw ValidationError("Name files, directories, or - for standard input.")
    }
  }

  func run() async throws {
    let settings = try shared.settings()
    var source = try ArticleSource(files.isEmpty ? ["-"] : files, reading: input)
    let isAlone = source.count == 1
    let analyzer = try Analyzer(settings)
    let format = format ?? (shared.json ? .json : .text)
    let isColored = outputDirectory == nil && Terminal.usesColor(settings[.color])
    var failed = 0
    if format == .eventsTSV, outputDirectory == nil { Output.write(Array(EventTableFormat().header.utf8)) }
    while let sourced = try next(of: &source, &failed) {
      do {
        let article = try article(of: sourced)
        if format == .text, !isAlone, outputDirectory == nil {
          Output.line(TerminalText.clean("── \(sourced.origin)"))
        }
        let rendered = render(article, format, analyzer, isColored: isColored)
        if let outputDirectory {
          let name = Self.name(of: sourced.origin)
          try OutputFile.write(rendered, to: "\(outputDirectory)/\(name).\(format.suffix)")
        } else {
          Output.write(rendered)
        }
      } catch {
        guard error.status == .badData else { throw error }
        failed += 1
        Output.note("marsad: \(error.description)")
      }
    }
    if failed > 0 { throw ExitStatus.badData.code }
  }

  /// The next article that can be read; what cannot is reported and counted.
  private func next(of source: inout ArticleSource, _ failed: inout Int) throws -> SourcedArticle? {
    while true {
      do {
        return try source.next()
      } catch let failure as CommandFailure {
        failed += 1
        Output.note("marsad: \(failure.description)")
      }
    }
  }

  private func article(of sourced: SourcedArticle) throws(CommandFailure) -> Article {
    var overrides = JobOverrides()
    overrides.title = title
    overrides.publishedAt = publishedAt
    let payload = try sourced.payload(overrides)
    do {
      let job = try Job(parsing: payload)
      return Article(text: job.text, title: job.title, publishedAt: job.publishedAt, language: job.language)
    } catch {
      throw CommandFailure(.badData, "\(sourced.origin): \(error.message)")
    }
  }

  private func render(_ article: Article, _ format: Format, _ analyzer: Analyzer, isColored: Bool) -> [UInt8]
  {
    switch format {
    case .json: return analyzer.analyze(article).encoded() + [UInt8(ascii: "\n")]
    case .text: return Array(TextFormat(isColoured: isColored).string(analyzer.analyze(article)).utf8)
    case .html:
      return Array(PageFormat().string(analyzer.analyze(article), analysed: article.analysedText).utf8)
    case .eventsTSV:
      let header = outputDirectory == nil ? "" : EventTableFormat().header
      return Array((header + EventTableFormat().string(analyzer.analyze(article))).utf8)
    case .conllu: return Array(ConlluFormat().string(analyzer.document(of: article).text).utf8)
    }
  }

  /// What an article's own files are called: its file without `.txt`, with the line of one that holds several.
  private static func name(of origin: String) -> String {
    let last = origin.split(separator: "/").last.map(String.init) ?? origin
    let name = last.hasSuffix(".txt") ? String(last.dropLast(4)) : last.replacing(":", with: "-")
    return name.hasPrefix("-") ? "stdin" + name.dropFirst() : name
  }
}

extension Analyzer {
  /// The analyzer with the lexicons that the settings name, else those that came with the program.
  init(_ settings: Settings) throws(LexiconError) {
    let directory = settings[.lexicons]
    try self.init(lexicons: directory.isEmpty ? BundledLexicons() : BundledLexicons(directory: directory))
  }
}
