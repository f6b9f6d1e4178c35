import ArabicLanguage
import MarsadCore
import MarsadWire
import PoliticalAnalysis
import RedisClient

extension CommandFailure {
  /// What an error of a library means to the shell; nil for those that the argument parser explains better itself.
  init?(explaining error: any Error) {
    switch error {
    case let failure as CommandFailure: self = failure
    case let error as ConfigurationError: self.init(.badConfiguration, error.description)
    case let error as RedisConfigurationError: self.init(.badConfiguration, error.description)
    case let error as KeyNamesError: self.init(.usage, error.description)
    case let error as RedisError: self.init(.unavailable, error.description)
    case let error as ModelError: self.init(.badConfiguration, error.description)
    case let error as AnalyzerError: self.init(.badConfiguration, error.description)
    case let error as LexiconError: self.init(.badConfiguration, error.description)
    default: return nil
    }
  }
}
