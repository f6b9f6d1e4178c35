import ArabicText
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
  public static let version = "marsad-core/0.1.0"

  /// What is done to a document, in order.
  private let stages: [any AnalysisStage]

  /// Loads the lexicons from a source.
  public init(lexicons: some LexiconSource) throws(LexiconError) {
    let details = try DetailStages(lexicons)
    let politics = try PoliticalLexicon(lexicons)
    let entities = EntityStage(try EntityLexicon(lexicons))
    stages =
      details.before + [entities]
      + [StatementStage(lexicon: politics), EventStage(lexicon: politics)] + details.after
  }

  /// Loads the lexicons that came with the program (see `BundledLexicons`).
  public static func bundled() throws(LexiconError) -> Analyzer { try Analyzer(lexicons: BundledLexicons()) }

  /// Says what an article says. Total: any valid UTF-8 gives a report; what is not Arabic gives one whose lists are empty.
  /// - Complexity: linear in the length of the article.
  public func analyze(_ article: Article) -> Report {
    let document = document(of: article)
    let check = LanguageCheck(document.text)
    return ReportWriter(document).report(
      analyzer: Self.version, contentHash: ContentHash(text: article.text),
      language: .init(code: check.code, confidence: check.confidence),
      simHash: SimHash.fingerprint(document.text))
  }

  /// The article's document after all stages: for who wants positions in bytes and tokens.
  public func document(of article: Article) -> Document {
    let text = Tokenizer.tokenize(article.analysedText)
    var document = Document(text: text, publishedAt: article.publishedAt)
    guard LanguageCheck(text).code == "ar" else { return document }
    for stage in stages { stage.annotate(&document) }
    return document
  }
}
