import ArabicLanguage
import Foundation
import LinguisticAnnotation

/// A surface token with the words annotators saw in it.
public struct CorpusToken: Sendable, Equatable {
  /// The orthographic word as written.
  public var surface: String
  /// Its words: one, or the parts of a multi-word token.
  public var words: [CorpusWord]
}

/// A word with its tag.
public struct CorpusWord: Sendable, Equatable {
  /// The word's form.
  public var form: String
  /// Its tag.
  public var tag: PartOfSpeech
}

/// A sentence of tokens.
public typealias CorpusSentence = [CorpusToken]

/// What is wrong with a corpus, by file and line.
public struct CorpusError: Error, Equatable, CustomStringConvertible {
  /// The file's name.
  public let file: String
  /// The line, from 1; 0 for the whole file.
  public let line: Int
  /// What was found and what was expected.
  public let reason: String

  /// The error in one line.
  public var description: String { line == 0 ? "\(file): \(reason)" : "\(file):\(line): \(reason)" }

  /// Makes an error.
  public init(file: String, line: Int, reason: String) {
    self.file = file
    self.line = line
    self.reason = reason
  }
}

/// Reads `words<TAB>tags` lines, where `_` marks an orthographic word that its parts follow.
public struct TokenCorpus: Sendable {
  /// The sentences in file order.
  public private(set) var sentences: [CorpusSentence] = []
  /// Lines that did not parse.
  public private(set) var faults: [CorpusError] = []

  /// Reads a file. Lines that do not parse are left out and listed in `faults`.
  public init(contentsOf url: URL) throws(CorpusError) {
    self.init(try CorpusLines.text(of: url), file: url.path)
  }

  /// Parses the text of a file called `file`.
  public init(_ text: String, file: String) {
    var number = 0
    for line in CorpusLines.lines(of: text) {
      number += 1
      if line.isEmpty { continue }
      let halves = line.split(separator: "\t")
      guard halves.count == 2 else {
        faults.append(CorpusError(file: file, line: number, reason: "expected words, TAB, tags"))
        continue
      }
      let forms = CorpusLines.words(of: halves[0])
      let labels = CorpusLines.words(of: halves[1])
      guard forms.count == labels.count else {
        faults.append(
          CorpusError(file: file, line: number, reason: "\(forms.count) words but \(labels.count) tags"))
        continue
      }
      if let sentence = Self.sentence(forms, labels) {
        sentences.append(sentence)
      } else {
        faults.append(CorpusError(file: file, line: number, reason: "a tag that UD v2 does not have"))
      }
    }
  }

  private static func sentence(_ forms: [Substring], _ labels: [Substring]) -> CorpusSentence? {
    var sentence: CorpusSentence = []
    var at = 0
    while at < forms.count {
      if labels[at] == "_" {
        let next = at + 1
        var limit = next
        while limit < forms.count, labels[limit] != "_", limit - next < 6 { limit += 1 }
        let count = TokenAlignment.partCount(of: forms[at], in: forms[next..<limit])
        if count >= 2 {
          var token = CorpusToken(surface: String(forms[at]), words: [])
          for part in next..<(next + count) {
            guard let tag = PartOfSpeech(label: labels[part]) else { return nil }
            token.words.append(CorpusWord(form: String(forms[part]), tag: tag))
          }
          sentence.append(token)
          at = next + count
          continue
        }
      }
      let tag = labels[at] == "_" ? PartOfSpeech.punctuation : PartOfSpeech(label: labels[at])
      guard let tag else { return nil }
      sentence.append(
        CorpusToken(surface: String(forms[at]), words: [CorpusWord(form: String(forms[at]), tag: tag)]))
      at += 1
    }
    return sentence
  }
}
