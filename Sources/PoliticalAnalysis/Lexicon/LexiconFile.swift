/// The rows of a lexicon file: UTF-8, one row a line, columns parted by tabs, `#` before what is said about the file.
public struct LexiconFile: Sendable {
  /// One row.
  public struct Row: Sendable {
    /// Its columns, without blanks around them.
    public var fields: [String]
    /// Its line in the file, from 1.
    public var line: Int
    /// The file's name, for errors.
    public var file: String

    /// A column as a whole number.
    public func integer(_ column: Int) throws(LexiconError) -> Int {
      guard let value = Int(fields[column]) else { throw fault(column, "a whole number") }
      return value
    }

    /// A column as a number.
    public func number(_ column: Int) throws(LexiconError) -> Double {
      guard let value = Double(fields[column]) else { throw fault(column, "a number") }
      return value
    }

    /// A column as one of a closed list of words.
    public func word<Word: RawRepresentable<String> & CaseIterable>(
      _ column: Int, _ type: Word.Type = Word.self
    ) throws(LexiconError) -> Word {
      guard let value = Word(rawValue: fields[column]) else {
        throw fault(column, "one of " + Word.allCases.map(\.rawValue).joined(separator: ", "))
      }
      return value
    }

    /// A column in which `-` stands for nothing.
    public func optional(_ column: Int) -> String? { fields[column] == "-" ? nil : fields[column] }

    /// The error that a column is not what it should be.
    public func fault(_ column: Int, _ expected: String) -> LexiconError {
      .value(file: file, line: line, found: fields[column], expected: expected)
    }
  }

  /// All rows in file order.
  public let rows: [Row]

  /// Reads rows of so many columns.
  /// - Complexity: O(bytes).
  public init(parsing utf8: [UInt8], file: String, columns: Int) throws(LexiconError) {
    guard let text = String(validating: utf8, as: UTF8.self) else { throw .notUTF8(file: file) }
    var rows: [Row] = []
    var line = 0
    for text in text.split(separator: "\n", omittingEmptySubsequences: false) {
      line += 1
      guard !text.isEmpty, !text.hasPrefix("#") else { continue }
      let fields = text.split(separator: "\t", omittingEmptySubsequences: false).map(Self.trimmed)
      guard fields.count == columns else {
        throw .columns(file: file, line: line, expected: columns, found: fields.count)
      }
      rows.append(Row(fields: fields, line: line, file: file))
    }
    self.rows = rows
  }

  private static func trimmed(_ field: Substring) -> String {
    var field = field
    while field.first?.isWhitespace == true { field.removeFirst() }
    while field.last?.isWhitespace == true { field.removeLast() }
    return String(field)
  }
}
