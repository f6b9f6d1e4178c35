public import ArabicLanguage
public import PoliticalAnalysis

/// Why an analyzer cannot start: which file is at fault, what was expected, and what to do.
public enum AnalyzerError: Error, Equatable, Sendable, CustomStringConvertible {
  /// A lexicon is missing or wrong.
  case lexicon(LexiconError)
  /// A model of the language engine is missing or wrong.
  case model(ModelError)

  /// The fault in words, with what to do.
  public var description: String {
    switch self {
    case .lexicon(let error): error.description
    case .model(let error): error.description
    }
  }
}
