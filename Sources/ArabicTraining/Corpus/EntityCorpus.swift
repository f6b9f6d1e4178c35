import Foundation
import LinguisticAnnotation

/// Reads two columns, word and entity label, with an empty line between sentences.
public struct EntityCorpus: Sendable {
  /// A sentence: its words and their labels.
  public struct Sentence: Sendable, Equatable {
    /// The orthographic words.
    public var words: [String] = []
    /// A label a word.
    public var labels: [EntityLabel] = []
  }

  /// Sentences in file order.
  public private(set) var sentences: [Sentence] = []
  /// Lines that did not parse; such a word counts as outside.
  public private(set) var faults: [CorpusError] = []

  /// Reads a file.
  public init(contentsOf url: URL) throws(CorpusError) {
    self.init(try CorpusLines.text(of: url), file: url.path)
  }

  /// Parses the text of a file called `file`.
  public init(_ text: String, file: String) {
    var sentence = Sentence()
    for (number, line) in CorpusLines.lines(of: text).enumerated() {
      let columns = CorpusLines.words(of: line)
      if columns.isEmpty {
        if !sentence.words.isEmpty { sentences.append(sentence) }
        sentence = Sentence()
        continue
      }
      guard columns.count == 2 else {
        faults.append(
          CorpusError(file: file, line: number + 1, reason: "expected two columns, word and label"))
        continue
      }
      let label = EntityLabel(label: columns[1])
      if label == nil {
        faults.append(CorpusError(file: file, line: number + 1, reason: "label \(columns[1]) is unknown"))
      }
      sentence.words.append(String(columns[0]))
      sentence.labels.append(label ?? .outside)
    }
    if !sentence.words.isEmpty { sentences.append(sentence) }
  }
}
