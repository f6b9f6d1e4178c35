/// Writes CoNLL-U version 2: multi-word token ranges, `SpaceAfter=No`, `# text`.
public struct CoNLLUWriter: Sendable {
  /// What has been written so far.
  public private(set) var output = ""

  /// Nothing written yet.
  public init() {}

  /// Writes a sentence of `text`, whose offsets it holds. O(words).
  public mutating func write(_ sentence: AnnotatedSentence, of text: [UInt8], id: Int) {
    guard let first = sentence.tokens.first, let last = sentence.tokens.last else { return }
    output +=
      "# sent_id = \(id)\n# text = \(Self.slice(text, first.bytes.lowerBound..<last.bytes.upperBound))\n"
    for token in sentence.tokens {
      let spacing = token.spaceAfter ? "_" : "SpaceAfter=No"
      if token.words.count > 1 {
        output += "\(token.words.lowerBound + 1)-\(token.words.upperBound)\t\(Self.slice(text, token.bytes))"
        output += "\t_\t_\t_\t_\t_\t_\t_\t\(spacing)\n"
      }
      for index in token.words {
        let word = sentence.words[index]
        output += "\(index + 1)\t\(word.form)\t\(word.lemma)\t\(word.tag.label)\t_\t\(word.features)\t"
        output +=
          "\(word.head.map { $0 + 1 } ?? 0)\t\(word.relation)\t_\t\(token.words.count > 1 ? "_" : spacing)\n"
      }
    }
    output += "\n"
  }

  private static func slice(_ text: [UInt8], _ range: Range<Int>) -> String {
    var result = ""
    for character in String(decoding: text[range], as: UTF8.self).unicodeScalars {
      result.unicodeScalars.append(
        character == "\n" || character == "\t" || character == "\r" ? " " : character)
    }
    return result
  }
}
