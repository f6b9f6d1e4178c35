/// The version of the program; that of the analysis, which result ids depend on, is `Analyzer.version`.
enum CommandLineVersion {
  static let text = "0.1.0"
}
