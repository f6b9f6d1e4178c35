/// What is wrong with a lexicon file: which file, which line, what was expected.
public enum LexiconError: Error, Equatable, CustomStringConvertible {
  /// There is no such file, or it cannot be read.
  case unreadable(file: String)
  /// The file is not UTF-8.
  case notUTF8(file: String)
  /// A line has another number of columns than the file's kind has.
  case columns(file: String, line: Int, expected: Int, found: Int)
  /// A value is not what its column holds.
  case value(file: String, line: Int, found: String, expected: String)
  /// A row that rules ask for by name is not there.
  case missing(file: String, name: String)

  /// The fault in words, with what to do.
  public var description: String {
    switch self {
    case .unreadable(let file):
      "\(file): cannot be read; the lexicons belong beside the program, or in the directory that MARSAD_LEXICONS names"
    case .notUTF8(let file): "\(file): is not UTF-8; save it as UTF-8"
    case .columns(let file, let line, let expected, let found):
      "\(file):\(line): \(found) columns where \(expected) are expected; columns are parted by one tab"
    case .value(let file, let line, let found, let expected):
      "\(file):\(line): found '\(found)' where \(expected) is expected"
    case .missing(let file, let name):
      "\(file): no row '\(name)'; rules ask for it by that name: take it from the file that came with the program"
    }
  }
}
