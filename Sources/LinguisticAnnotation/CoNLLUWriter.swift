/// Writes CoNLL-U version 2: multi-word token ranges, `SpaceAfter=No`, `# text`, one tree a sentence.
///
/// Whatever the text holds, what is written passes levels 1 and 2 of Universal Dependencies' validator: fields are in
/// Normalization Form C, without white space or control characters, and never empty; `# text` is the tokens joined by
/// `SpaceAfter`. MISC of every token says where it stands, `TokenRange=from:to` in code points of the text (the key that
/// UDPipe writes). Of words without a tree, head and relation are `_`.
public struct CoNLLUWriter: Sendable {
  /// What has been written so far.
  public private(set) var output = ""

  /// Nothing written yet.
  public init() {}

  /// Writes the sentences of a text, whose offsets they hold. O(length of the text).
  ///
  /// - Parameter document: the text's name: of `# newdoc id`, and first part of every `# sent_id`. Blanks, control
  ///   characters and slashes become hyphens.
  public mutating func write(_ sentences: [AnnotatedSentence], of text: [UInt8], document: String) {
    guard sentences.contains(where: { !$0.tokens.isEmpty }) else { return }
    let name = ColumnField.name(document)
    var place = CodePointCursor(text)
    output += "# newdoc id = \(name)\n"
    for (number, sentence) in sentences.enumerated() where !sentence.tokens.isEmpty {
      output += "# sent_id = \(name)-s\(number + 1)\n"
      write(sentence, text, &place)
    }
  }

  private mutating func write(
    _ sentence: AnnotatedSentence, _ text: [UInt8], _ place: inout CodePointCursor
  ) {
    let forms = sentence.tokens.map { ColumnField.form(text, $0.bytes) }
    var spaces: [Bool] = []
    output += "# text = "
    for (index, form) in forms.enumerated() {
      let isLast = index + 1 == forms.count
      let space =
        sentence.tokens[index].spaceAfter || !isLast && ColumnField.composes(form, forms[index + 1])
      spaces.append(space)
      output += form
      if space, !isLast { output += " " }
    }
    output += "\n"
    for (index, token) in sentence.tokens.enumerated() {
      let range = place.advance(to: token.bytes)
      let misc =
        (spaces[index] ? "" : "SpaceAfter=No|") + "TokenRange=\(range.lowerBound):\(range.upperBound)"
      let isSplit = token.words.count > 1
      if isSplit {
        output += "\(token.words.lowerBound + 1)-\(token.words.upperBound)\t\(forms[index])"
        output += "\t_\t_\t_\t_\t_\t_\t_\t\(misc)\n"
      }
      for word in token.words {
        let form = isSplit ? ColumnField.word(sentence.words[word].form) : forms[index]
        write(sentence.words[word], number: word + 1, form: form, misc: isSplit ? "_" : misc)
      }
    }
    output += "\n"
  }

  private mutating func write(_ word: AnnotatedWord, number: Int, form: String, misc: String) {
    let isParsed = !word.relation.isEmpty
    let head = isParsed ? "\(word.head.map { $0 + 1 } ?? 0)" : "_"
    output += "\(number)\t\(form)\t\(ColumnField.word(word.lemma))\t\(word.tag.label)\t_\t"
    output += "\(word.features)\t\(head)\t\(isParsed ? word.relation : "_")\t_\t\(misc)\n"
  }
}

/// Counts code points of a text up to places that are asked for in order. O(length) for all of them.
struct CodePointCursor: Sendable {
  private let text: [UInt8]
  private var byte = 0
  private var count = 0

  init(_ text: [UInt8]) { self.text = text }

  /// The code points of a range of bytes that does not begin before the last one.
  mutating func advance(to bytes: Range<Int>) -> Range<Int> {
    let start = advance(to: bytes.lowerBound)
    return start..<advance(to: bytes.upperBound)
  }

  private mutating func advance(to end: Int) -> Int {
    while byte < min(end, text.count) {
      if text[byte] & 0xC0 != 0x80 { count += 1 }
      byte += 1
    }
    return count
  }
}
