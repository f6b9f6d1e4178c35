public import ArabicLanguage
import ArabicText
public import LinguisticAnnotation
public import MarsadReport
public import PoliticalAnalysis

/// The analysis of articles: text in, report out. One value serves a whole process and all its threads.
///
/// ```swift
/// let analyzer = try Analyzer.bundled()
/// let report = analyzer.analyze(Article("قال الوزير إن …"))
/// print(report.summary.text)
/// ```
public struct Analyzer: Sendable {
  /// Name and version: a part of every result id, so that a new version never serves an old version's results.
  public static let version = "marsad-core/0.3.0"

  /// The layers of the language engine that the analysis gains by (docs/language.md has the figures).
  public static let usefulLayers: AnnotationLayers = [.tags, .entities]

  private let engine: LanguageEngine?
  private let layers: AnnotationLayers
  /// What is done to a document, in order.
  private let stages: [any AnalysisStage]

  /// Loads the lexicons from a source.
  /// - Parameters:
  ///   - engine: the language engine; without one, the analysis stands on lexicons and rules alone.
  ///   - layers: what the engine computes.
  public init(
    lexicons: some LexiconSource, engine: LanguageEngine? = nil,
    layers: AnnotationLayers = Analyzer.usefulLayers
  ) throws(LexiconError) {
    self.engine = engine
    self.layers = layers
    let details = try DetailStages(lexicons)
    let politics = try PoliticalLexicon(lexicons)
    let entities = EntityStage(try EntityLexicon(lexicons))
    stages =
      details.before + [entities]
      + [StatementStage(lexicon: politics), EventStage(lexicon: politics)] + details.after
  }

  /// Loads the lexicons and models that came with the program (see `BundledLexicons`, `ModelDirectory`).
  /// - Parameters:
  ///   - lexicons: other lexicons.
  ///   - models: a directory of other models.
  ///   - layers: what the language engine computes; nil leaves it out.
  public static func bundled(
    lexicons: BundledLexicons = BundledLexicons(), models: String? = nil,
    layers: AnnotationLayers? = Analyzer.usefulLayers
  ) throws(AnalyzerError) -> Analyzer {
    let engine: LanguageEngine?
    do throws(ModelError) {
      if layers == nil {
        engine = nil
      } else if let models {
        engine = try LanguageEngine(ModelDirectory(path: models))
      } else {
        engine = try bundledEngine.get()
      }
    } catch {
      throw .model(error)
    }
    do throws(LexiconError) {
      return try Analyzer(lexicons: lexicons, engine: engine, layers: layers ?? [])
    } catch {
      throw .lexicon(error)
    }
  }

  /// The bundled models, read once a process: they are large, and all analyzers share them.
  private static let bundledEngine = Result { () throws(ModelError) in try LanguageEngine.bundled() }

  /// Says what an article says. Total: any valid UTF-8 gives a report; what is not Arabic gives one whose lists are empty.
  /// - Complexity: linear in the length of the article.
  public func analyze(_ article: Article) -> Report {
    let document = document(of: article)
    let check = LanguageCheck(document.text)
    let fingerprints = Fingerprints(document.text)
    var report = ReportWriter(document).report(
      analyzer: Self.version, contentHash: ContentHash(text: article.text),
      language: .init(code: check.code, confidence: check.confidence),
      simHash: fingerprints.simHash)
    report.minHash = fingerprints.minHash
    return report
  }

  /// The article's document after all stages: for who wants positions in bytes and tokens.
  public func document(of article: Article) -> Document {
    let text = Tokenizer.tokenize(article.analysedText)
    guard LanguageCheck(text).code == "ar" else {
      return Document(text: text, publishedAt: article.publishedAt)
    }
    let annotation = engine?.annotate(text, layers: layers) ?? []
    var document = Document(
      text: text, annotation: annotation, layers: layers, publishedAt: article.publishedAt)
    for stage in stages { stage.annotate(&document) }
    return document
  }
}
