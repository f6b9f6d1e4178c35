extension Tokenizer {
  /// Cuts a text whose lines are its sentences: tokens as `tokenize(_:)` finds them, sentences as the lines have them.
  ///
  /// Lines end in LF or CRLF; those without a token are no sentence. Offsets count in `utf8`. O(n).
  public static func tokenize(sentencesOf utf8: [UInt8]) -> TokenizedText {
    let text = tokenize(utf8)
    var tokens = text.tokens
    var sentences: [Sentence] = []
    var start = 0
    for index in tokens.indices {
      if index > 0,
        utf8[tokens[index - 1].bytes.upperBound..<tokens[index].bytes.lowerBound].contains(0x0A)
      {
        sentences.append(Sentence(tokens: start..<index, paragraph: tokens[start].paragraph))
        start = index
      }
      tokens[index].sentence = sentences.count
    }
    if start < tokens.count {
      sentences.append(Sentence(tokens: start..<tokens.count, paragraph: tokens[start].paragraph))
    }
    return TokenizedText(utf8: utf8, tokens: tokens, sentences: sentences, letters: text.letters)
  }

  /// Takes every line as one token, whatever it holds; an empty line ends a sentence.
  ///
  /// Lines end in LF or CRLF; blanks at their ends and a byte order mark at the text's beginning are passed over.
  /// Offsets count in `utf8`. O(n).
  /// - Throws: `LineFault` for a line with white space or a control character inside, and for bytes that are not UTF-8.
  public static func tokenize(tokensOf utf8: [UInt8]) throws(LineFault) -> TokenizedText {
    if let fault = LineFault(validating: utf8) { throw fault }
    var scan = LineScan(utf8: utf8)
    try scan.run()
    return TokenizedText(utf8: utf8, tokens: scan.tokens, sentences: scan.sentences, letters: scan.letters)
  }

  private struct LineScan {
    let utf8: [UInt8]
    var tokens: [Token] = []
    var sentences: [Sentence] = []
    var letters: [Letter] = []
    private var start = 0, scalar = 0

    init(utf8: [UInt8]) { self.utf8 = utf8 }

    mutating func run() throws(LineFault) {
      var at = utf8.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
      scalar = at == 3 ? 1 : 0
      var line = 0
      while at < utf8.count {
        let end = utf8[at...].firstIndex(of: 0x0A) ?? utf8.count
        line += 1
        try take(at..<end, line)
        at = end + 1
        scalar += 1
      }
      closeSentence()
    }

    private mutating func take(_ line: Range<Int>, _ number: Int) throws(LineFault) {
      var word = line
      while let first = word.first, isBlank(utf8[first]) {
        word = (first + 1)..<word.upperBound
        scalar += 1
      }
      var after = 0
      while let last = word.last, isBlank(utf8[last]) {
        word = word.lowerBound..<last
        after += 1
      }
      defer { scalar += after }
      if word.isEmpty { return closeSentence() }
      let firstScalar = scalar, firstLetter = letters.count
      let kind = CharacterClass.of(Scan.decode(utf8, at: word.lowerBound).scalar)
      var at = word.lowerBound
      while at < word.upperBound {
        let (value, width) = Scan.decode(utf8, at: at)
        if Self.parts(value) { throw fault(word, value, number) }
        let letter = Folding.letter(of: value)
        if kind == .arabic, letter != Folding.none, letter != Folding.vanishes { letters.append(letter) }
        at += width
        scalar += 1
      }
      tokens.append(
        Token(
          bytes: word, scalars: firstScalar..<scalar, letters: firstLetter..<letters.count,
          kind: Self.kind(kind), spaceBefore: true, sentence: sentences.count, paragraph: number - 1))
    }

    private mutating func closeSentence() {
      guard start < tokens.count else { return }
      sentences.append(Sentence(tokens: start..<tokens.count, paragraph: tokens[start].paragraph))
      start = tokens.count
    }

    private func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

    private func fault(_ word: Range<Int>, _ scalar: UInt32, _ line: Int) -> LineFault {
      let code = String(scalar, radix: 16, uppercase: true)
      let name = "U+" + String(repeating: "0", count: max(0, 4 - code.count)) + code
      let advice =
        scalar == 0x20 || scalar == 0x09
        ? "of a file with columns take the one that holds the words (cut, awk '{print $1}')"
        : "take the character out, or make two lines of it"
      return LineFault(
        line: line,
        reason: "expected one word a line, found \(name) inside \(shown(word)); \(advice)")
    }

    private func shown(_ word: Range<Int>) -> String {
      let text = String(decoding: utf8[word], as: UTF8.self).unicodeScalars.prefix(40)
        .map { Self.parts($0.value) ? "·" : Character($0) }
      return "“\(String(text))”"
    }

    /// White space and control characters, which no format of columns can hold in a word.
    private static func parts(_ scalar: UInt32) -> Bool {
      switch scalar {
      case 0...0x20, 0x7F...0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F, 0x3000: true
      default: false
      }
    }

    private static func kind(_ first: CharacterClass) -> Token.Kind {
      switch first {
      case .arabic: .arabic
      case .latin: .latin
      case .digit: .number
      case .punctuation: .punctuation
      case .other, .blank, .newline: .other
      }
    }
  }
}
