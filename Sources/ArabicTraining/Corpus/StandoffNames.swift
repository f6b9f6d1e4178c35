import ArabicText
import Foundation
import LinguisticAnnotation

/// Names marked in sentences of raw news, kept apart from the text, which is the newspapers': a sentence is known by a
/// hash of its tokens, a name by the places of its tokens.
///
/// A line of a `.standoff` file holds three columns, separated by tabs: the hash (16 hexadecimal digits: FNV-1a of
/// the tokens' bytes, joined by single blanks), the number of tokens, and the names as `FIRST+COUNT=KIND`, separated by
/// blanks, FIRST from 0, KIND one of `PERS`, `LOC`, `ORG`, `MISC`; `-` for a sentence without any. Lines that begin
/// with `#` are comments.
struct StandoffNames: Sendable {
  /// Labels by the hash of their sentence.
  private(set) var labels: [UInt64: [EntityLabel]] = [:]
  /// Lines that did not parse.
  private(set) var faults: [CorpusError] = []

  /// No sentence.
  init() {}

  /// Adds the sentences of a file. A line that does not parse is left out and listed in `faults`.
  mutating func read(contentsOf url: URL) throws(CorpusError) {
    read(try CorpusLines.text(of: url), file: url.path)
  }

  /// Adds the sentences of the text of a file called `file`.
  mutating func read(_ text: String, file: String) {
    for (number, line) in CorpusLines.lines(of: text).enumerated() where !line.isEmpty && line.first != "#" {
      let columns = line.split(separator: "\t", omittingEmptySubsequences: false)
      guard columns.count == 3, columns[0].utf8.count == 16, let hash = UInt64(columns[0], radix: 16),
        let count = Int(columns[1]), (1...100_000).contains(count)
      else {
        faults.append(
          CorpusError(
            file: file, line: number + 1, reason: "expected a hash, a number of tokens and names, by tabs"))
        continue
      }
      guard let sentence = Self.labels(columns[2], tokens: count) else {
        faults.append(
          CorpusError(
            file: file, line: number + 1,
            reason: "expected names as FIRST+COUNT=KIND, in order, within \(count) tokens, or -"))
        continue
      }
      labels[hash] = sentence
    }
  }

  private static func labels(_ column: Substring, tokens: Int) -> [EntityLabel]? {
    var labels = [EntityLabel](repeating: .outside, count: tokens)
    if column == "-" { return labels }
    var end = 0
    for name in column.split(separator: " ", omittingEmptySubsequences: false) {
      let parts = name.split(separator: "=", omittingEmptySubsequences: false)
      let places = parts[0].split(separator: "+", omittingEmptySubsequences: false)
      guard parts.count == 2, places.count == 2, let first = Int(places[0]), let count = Int(places[1]),
        first >= end, first < tokens, count > 0, count <= tokens - first,
        case .begin(let type)? = EntityLabel(label: "B-" + parts[1])
      else { return nil }
      labels[first] = .begin(type)
      for token in (first + 1)..<(first + count) { labels[token] = .inside(type) }
      end = first + count
    }
    return labels
  }

  /// The sentences of a text whose names are known, each once in the whole life of `met`. O(bytes).
  func sentences(of text: TokenizedText, met: inout Set<UInt64>) -> [EntityCorpus.Sentence] {
    text.sentences.compactMap { sentence in
      let hash = Self.hash(text, sentence.tokens)
      guard let labels = labels[hash], labels.count == sentence.tokens.count, met.insert(hash).inserted else {
        return nil
      }
      let words = text.tokens[sentence.tokens].map { text.string(bytes: $0.bytes) }
      return EntityCorpus.Sentence(words: words, labels: labels)
    }
  }

  /// A hash as the first column writes it.
  static func column(_ hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }

  /// The hash that names a sentence.
  static func hash(_ text: TokenizedText, _ tokens: Range<Int>) -> UInt64 {
    var hash = FNV1a.start
    for token in tokens {
      if token > tokens.lowerBound { hash = FNV1a.hash([0x20], from: hash) }
      hash = FNV1a.hash(text.utf8[text.tokens[token].bytes], from: hash)
    }
    return hash
  }
}
