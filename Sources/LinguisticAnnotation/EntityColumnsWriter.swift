/// Writes two columns, token and entity label, with an empty line after every sentence: what conlleval and ANERcorp have.
public struct EntityColumnsWriter: Sendable {
  /// What has been written so far.
  public private(set) var output = ""

  /// Nothing written yet.
  public init() {}

  /// Writes the tokens of a text's sentences, each as it stands in the text. O(tokens).
  public mutating func write(_ sentences: [AnnotatedSentence], of text: [UInt8]) {
    for sentence in sentences where !sentence.tokens.isEmpty {
      var labels = [EntityLabel](repeating: .outside, count: sentence.tokens.count)
      for entity in sentence.entities {
        for token in entity.tokens.clamped(to: labels.indices) {
          labels[token] = token == entity.tokens.lowerBound ? .begin(entity.type) : .inside(entity.type)
        }
      }
      for (token, label) in zip(sentence.tokens, labels) {
        output += ColumnField.verbatim(text, token.bytes)
        output += " \(label.label)\n"
      }
      output += "\n"
    }
  }
}
