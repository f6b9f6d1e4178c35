public import ArabicText

/// A tokenized text in CoNLL-U: what is known of each token now is its form and its place; the rest is `_`.
///
/// MISC holds `SpaceAfter=No` as Universal Dependencies has it, and `TokenRange=a:b` in code points of the analysed
/// text (the key that UDPipe writes).
public struct ConlluFormat: Sendable {
  /// Makes a format.
  public init() {}

  /// All sentences, each ended by an empty line.
  public func string(_ text: TokenizedText) -> String {
    var lines = ""
    for (number, sentence) in text.sentences.enumerated() {
      guard let first = sentence.tokens.first, let last = sentence.tokens.last else { continue }
      lines += "# sent_id = s\(number)\n"
      lines +=
        "# text = \(form(text.tokens[first].bytes.lowerBound..<text.tokens[last].bytes.upperBound, in: text))\n"
      for (position, index) in sentence.tokens.enumerated() {
        let token = text.tokens[index]
        let isTight = index < last && !text.tokens[index + 1].spaceBefore
        let upos = token.kind == .punctuation ? "PUNCT" : token.kind == .number ? "NUM" : "_"
        let misc =
          (isTight ? "SpaceAfter=No|" : "")
          + "TokenRange=\(token.scalars.lowerBound):\(token.scalars.upperBound)"
        lines += "\(position + 1)\t\(form(token.bytes, in: text))\t_\t\(upos)\t_\t_\t_\t_\t_\t\(misc)\n"
      }
      lines += "\n"
    }
    return lines
  }

  /// A form may not hold what CoNLL-U is made of: tabs and line ends become blanks.
  private func form(_ bytes: Range<Int>, in text: TokenizedText) -> String {
    let scalars = String(decoding: text.utf8[bytes], as: UTF8.self).unicodeScalars
      .map { $0.properties.generalCategory == .control ? " " : $0 }
    return String(String.UnicodeScalarView(scalars))
  }
}
