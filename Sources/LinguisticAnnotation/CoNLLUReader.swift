/// A line of CoNLL-U that cannot be read.
public struct CoNLLUError: Error, Equatable, Sendable, CustomStringConvertible {
  /// The line, from 1.
  public let line: Int
  /// What was found, and what was expected.
  public let reason: String

  /// The error in one line.
  public var description: String { "line \(line): \(reason)" }

  /// Makes an error.
  public init(line: Int, reason: String) {
    self.line = line
    self.reason = reason
  }
}

/// Reads CoNLL-U, versions 1 and 2. Empty nodes (`8.1`) are passed over.
public struct CoNLLUReader: Sendable {
  /// Sentences that could be read, in order.
  public private(set) var sentences: [TreeSentence] = []
  /// What could not; the whole sentence of such a line is left out.
  public private(set) var faults: [CoNLLUError] = []

  /// Parses a text. O(length).
  public init(_ text: String) {
    var sentence = TreeSentence()
    var broken = false
    var number = 0
    // Bytes, not characters: a carriage return and a line feed are one character.
    for bytes in text.utf8.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      let line = Substring(bytes.last == 0x0D ? bytes.dropLast() : bytes)
      if line.isEmpty {
        close(&sentence, &broken, number)
      } else if line.first == "#" {
        sentence.comments.append(String(line.dropFirst()))
      } else if !broken {
        do throws(CoNLLUError) {
          try Self.read(line, number, into: &sentence)
        } catch {
          faults.append(error)
          broken = true
        }
      }
    }
    close(&sentence, &broken, number)
  }

  private mutating func close(_ sentence: inout TreeSentence, _ broken: inout Bool, _ line: Int) {
    if !broken, !sentence.words.isEmpty {
      if let fault = Self.fault(in: sentence) {
        faults.append(CoNLLUError(line: line, reason: fault))
      } else {
        sentences.append(sentence)
      }
    }
    sentence = TreeSentence()
    broken = false
  }

  private static func fault(in sentence: TreeSentence) -> String? {
    for (index, word) in sentence.words.enumerated() {
      if let head = word.head, head >= sentence.words.count || head == index {
        return
          "word \(index + 1) of the sentence before this line has head \(head + 1), which is no other word"
      }
    }
    if let word = wordInCircle(sentence.words) {
      return "the heads of the sentence before this line run in a circle at word \(word + 1)"
    }
    for token in sentence.tokens where token.words.upperBound > sentence.words.count {
      return "a multi-word token of the sentence before this line reaches beyond its words"
    }
    return nil
  }

  /// A word that is its own ancestor; nil in a tree. O(words).
  private static func wordInCircle(_ words: [TreeWord]) -> Int? {
    var reached = [Int](repeating: -1, count: words.count)  // by the walk up from which word
    for start in words.indices {
      var at: Int? = start
      while let word = at, reached[word] < 0 {
        reached[word] = start
        at = words[word].head
      }
      if let word = at, reached[word] == start { return word }
    }
    return nil
  }

  private static func read(
    _ line: Substring, _ number: Int, into sentence: inout TreeSentence
  ) throws(CoNLLUError) {
    let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
    guard columns.count == 10 else {
      throw CoNLLUError(line: number, reason: "\(columns.count) columns, expected 10 separated by TAB")
    }
    if let empty = columns.firstIndex(where: \.isEmpty) {
      throw CoNLLUError(
        line: number, reason: "column \(empty + 1) is empty, expected _ where there is nothing")
    }
    let id = columns[0]
    if id.contains(".") { return }
    if let dash = id.firstIndex(of: "-") {
      guard let first = Int(id[..<dash]), let last = Int(id[id.index(after: dash)...]), first >= 1,
        first == sentence.words.count + 1, last > first
      else { throw CoNLLUError(line: number, reason: "token range \(id) does not start at the next word") }
      sentence.tokens.append(
        TreeSentence.MultiwordToken(
          words: (first - 1)..<last, form: String(columns[1]), miscellaneous: String(columns[9])))
      return
    }
    guard Int(id) == sentence.words.count + 1 else {
      throw CoNLLUError(line: number, reason: "word number \(id), expected \(sentence.words.count + 1)")
    }
    guard let tag = PartOfSpeech(label: columns[3]) else {
      throw CoNLLUError(line: number, reason: "part of speech \(columns[3]) is not one of the universal tags")
    }
    let head = columns[6] == "_" ? 0 : Int(columns[6])
    guard let head, head >= 0 else {
      throw CoNLLUError(line: number, reason: "head \(columns[6]) is not a number")
    }
    guard !columns[7].hasPrefix(":") else {
      throw CoNLLUError(line: number, reason: "relation \(columns[7]) has no name")
    }
    sentence.words.append(
      TreeWord(
        form: String(columns[1]), lemma: String(columns[2]), tag: tag, features: String(columns[5]),
        head: head == 0 ? nil : head - 1, relation: String(columns[7]), miscellaneous: String(columns[9])))
  }
}
