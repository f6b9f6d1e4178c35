/// Where the bytes of lexicon files come from: this module does no input itself.
public protocol LexiconSource {
  /// The bytes of a lexicon file, such as `months.tsv`.
  func bytes(of file: String) throws(LexiconError) -> [UInt8]
}

extension LexiconSource {
  /// The rows of a lexicon file of so many columns.
  func rows(_ file: String, columns: Int) throws(LexiconError) -> LexiconFile {
    try LexiconFile(parsing: try bytes(of: file), file: file, columns: columns)
  }
}
