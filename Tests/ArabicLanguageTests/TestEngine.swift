import ArabicLanguage

/// The shipped models, loaded once for all tests.
enum TestEngine {
  private static let loaded = Result { () throws(ModelError) in try LanguageEngine.bundled() }

  static var shared: LanguageEngine { get throws { try loaded.get() } }
}
