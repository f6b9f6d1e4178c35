import ArabicLanguage
import ArabicText
import ArgumentParser
import LinguisticAnnotation
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

      conllu and conll-ner print the language engine's work for other programs: CoNLL-U version 2 with tags,
      features, lemmas and trees; or a token and its name label (B-PERS, I-PERS, O) a line.
      For them --input may say that somebody has cut the file already. Nothing is cut or joined then, and all of
      it is one text:
        sentences  a sentence a line
        words      a word a line, an empty line between sentences
      Words are syntactic words, clitics apart, for conllu; words as they are written for conll-ner.

      EXAMPLES
        marsad analyze article.txt
        marsad analyze --format json article.txt | jq '.events[]'
        marsad analyze --format html article.txt > article.html
        marsad analyze --explain article.txt
        marsad analyze --format json --output-directory reports articles/*.txt
        marsad analyze --format conllu article.txt
        marsad analyze --format conllu --input sentences < lines.txt
        marsad analyze --format conllu --input words words.txt
        cut -d' ' -f1 gold.conll | marsad analyze --format conll-ner --input words
      """)

  /// The forms that an analysis can be printed in.
  enum Format: String, ExpressibleByArgument, CaseIterable, Sendable {
    case json, text, html
    case eventsTSV = "events-tsv"
    case conllu
    case conllNER = "conll-ner"

    /// What a file of this form is called after its article's name.
    var suffix: String {
      switch self {
      case .json: "report.json"
      case .text: "brief.txt"
      case .html: "html"
      case .eventsTSV: "events.tsv"
      case .conllu: "conllu"
      case .conllNER: "conll"
      }
    }

    /// The form as one of the language engine, nil for those of the political analysis.
    var annotation: AnnotationFormat? {
      switch self {
      case .conllu: .conllu
      case .conllNER: .entityColumns
      case .json, .text, .html, .eventsTSV: nil
      }
    }
  }

  /// What comes in.
  enum Input: String, ExpressibleByArgument, CaseIterable, Sendable {
    case auto, text, json, jsonl, sentences, words

    /// How files are read for it.
    var reading: ArticleSource.Reading { ArticleSource.Reading(rawValue: rawValue) ?? .text }

    /// Whether a file is an article, or several; else somebody has cut it for the language engine.
    var isArticle: Bool { self != .sentences && self != .words }

    /// The same for the language engine.
    func language(for format: AnnotationFormat) -> LanguageInput {
      switch self {
      case .auto, .text, .json, .jsonl: .text
      case .sentences: .sentences
      case .words: format == .conllu ? .words : .tokens
      }
    }
  }

  @OptionGroup var shared: SharedOptions

  @Argument(help: ArgumentHelp("Files, directories, or - for standard input.", valueName: "file"))
  var files: [String] = []

  @Option(help: "How to print the analysis (default: text, json with --json).")
  var format: Format?

  @Option(
    help: ArgumentHelp("What comes in: auto, text, json, jsonl, sentences, words.", valueName: "form"))
  var input: Input = .auto

  @Option(help: ArgumentHelp("Title of a text, analysed as the first paragraph.", valueName: "text"))
  var title: String?

  @Option(
    help: ArgumentHelp(
      "When the article was published, RFC 3339: what أمس is counted from.", valueName: "time"))
  var publishedAt: String?

  @Option(help: ArgumentHelp("Write one file an article into this directory.", valueName: "directory"))
  var outputDirectory: String?

  @Flag(
    help:
      "Print for each statement and event the rule that made it, its words, and the lexicon line that holds them."
  )
  var explain = false

  @Option(
    help: ArgumentHelp(
      "Which layers of the language engine the analysis may use: for measuring what each gives.",
      visibility: .hidden))
  var layers: LanguageLayers = .useful

  func validate() throws {
    if files.isEmpty, Terminal.isTerminal(0) {
      throw ValidationError("Name files, directories, or - for standard input.")
    }
    if explain, format != nil || shared.json || !input.isArticle {
      throw ValidationError(
        "--explain is a form of its own for articles, without --format, --json or cut input.")
    }
    if !input.isArticle {
      guard format?.annotation != nil else {
        throw ValidationError("--input \(input.rawValue) needs --format conllu or --format conll-ner.")
      }
      guard title == nil else {
        throw ValidationError("--title is an article's, --input \(input.rawValue) is none.")
      }
    }
  }

  func run() async throws {
    let settings = try shared.settings()
    var source = try ArticleSource(files.isEmpty ? ["-"] : files, reading: input.reading)
    let isAlone = source.count == 1
    let format = format ?? (shared.json ? .json : .text)
    let render = try renderer(format, settings)
    var names = DocumentNames()
    var failed = 0
    if format == .eventsTSV, outputDirectory == nil { Output.write(Array(EventTableFormat().header.utf8)) }
    while let sourced = try next(of: &source, &failed) {
      do {
        let name = names.name(of: sourced.origin)
        let rendered = try render(sourced, name)
        if let outputDirectory {
          try OutputFile.write(rendered, to: "\(outputDirectory)/\(name).\(format.suffix)")
        } else {
          if format == .text, !isAlone { Output.line(TerminalText.clean("── \(sourced.origin)")) }
          Output.write(rendered)
        }
      } catch {
        guard error.status == .badData else { throw error }
        failed += 1
        Output.note("marsad: \(TerminalText.clean(error.description))")
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

  private typealias Renderer = (_ sourced: SourcedArticle, _ name: String) throws(CommandFailure) -> [UInt8]

  /// What makes the output of one input. Lexicons or models are loaded here, once, and only those that the form needs.
  private func renderer(_ format: Format, _ settings: Settings) throws -> Renderer {
    if let annotation = format.annotation { return try annotator(annotation, settings) }
    let analyzer = try Analyzer.configured(by: settings, layers: layers.layers)
    if explain {
      let explanation = try Explanation(BundledLexicons(settings))
      return { (sourced, _) throws(CommandFailure) in
        Array(explanation.string(analyzer.document(of: try article(of: sourced))).utf8)
      }
    }
    let isColored = outputDirectory == nil && Terminal.usesColor(settings[.color])
    return { (sourced, _) throws(CommandFailure) in
      let article = try article(of: sourced)
      return render(analyzer.analyze(article), of: article, format, isColored: isColored)
    }
  }

  private func annotator(_ format: AnnotationFormat, _ settings: Settings) throws -> Renderer {
    let engine = try LanguageEngine(settings)
    let form = input.language(for: format)
    return { (sourced, name) throws(CommandFailure) in
      let text = input.isArticle ? try article(of: sourced).analysedText : sourced.bytes
      do throws(LineFault) {
        return try format.render(text, form, engine, document: name)
      } catch {
        throw CommandFailure(.badData, "\(sourced.origin):\(error.description)")
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

  /// A report in a form; those of the language engine are none of a report.
  private func render(_ report: Report, of article: Article, _ format: Format, isColored: Bool) -> [UInt8] {
    switch format {
    case .json, .conllu, .conllNER: return report.encoded() + [UInt8(ascii: "\n")]
    case .text: return Array(TextFormat(isColoured: isColored).string(report).utf8)
    case .html: return Array(PageFormat().string(report, analysed: article.analysedText).utf8)
    case .eventsTSV:
      let header = outputDirectory == nil ? "" : EventTableFormat().header
      return Array((header + EventTableFormat().string(report)).utf8)
    }
  }
}

/// The steps of the ablation (scripts/ablation), each with what the one before has.
enum LanguageLayers: String, ExpressibleByArgument, CaseIterable, Sendable {
  case none, words, tags, tree, entities, useful

  /// What the language engine computes; nil where it is left out.
  var layers: AnnotationLayers? {
    switch self {
    case .none: nil
    case .words: []
    case .tags: [.tags, .features, .lemmas]
    case .tree: [.tags, .features, .lemmas, .tree]
    case .entities: .all
    case .useful: Analyzer.usefulLayers
    }
  }
}

extension Analyzer {
  /// The analyzer with the lexicons and models that the settings name, else those that came with the program.
  static func configured(
    by settings: Settings, layers: AnnotationLayers? = Analyzer.usefulLayers
  ) throws(AnalyzerError) -> Analyzer {
    let models = settings[.models]
    return try bundled(
      lexicons: BundledLexicons(settings), models: models.isEmpty ? nil : models, layers: layers)
  }
}

extension BundledLexicons {
  /// The lexicons that the settings name, else those that came with the program.
  init(_ settings: Settings) {
    let directory = settings[.lexicons]
    self = directory.isEmpty ? BundledLexicons() : BundledLexicons(directory: directory)
  }
}
