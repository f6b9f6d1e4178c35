import ArabicText
import MarsadCore
import PoliticalAnalysis
import ReportFormats

/// Which rule made each statement and event of an article, from which words, and where the lexicons hold them.
struct Explanation {
  private let speech: LexiconLines
  private let events: LexiconLines

  /// Reads where the lexicons hold their words.
  init(_ lexicons: some LexiconSource) throws(LexiconError) {
    speech = try LexiconLines(lexicons, files: LexiconLines.speech)
    events = try LexiconLines(lexicons, files: LexiconLines.events)
  }

  /// Statements, then events, a block each.
  func string(_ document: borrowing Document) -> String {
    var lines: [String] = []
    for (number, statement) in document.statements.enumerated() {
      lines.append(
        "statement \(number + 1): \(statement.act)\(statement.isNegated ? ", negated" : "")"
          + "\(statement.isQuoted ? ", quoted" : ""), confidence \(rounded(statement.confidence))")
      lines.append("  rule     \(statement.rule)")
      lines.append(
        "  cue      \(text(bytes: statement.cueBytes, document))   \(origin(statement.lemma, speech))")
      lines.append("  speaker  \(name(statement.speaker, document))")
      if let relay = statement.relayedBy { lines.append("  through  \(name(relay, document))") }
      if !statement.addressees.isEmpty {
        lines.append(
          "  to       \(statement.addressees.map { name($0, document) }.joined(separator: ", "))")
      }
      lines.append("  content  \(text(bytes: statement.contentBytes, document))")
    }
    let clues = ConfidenceClues(document)
    for (number, event) in document.events.enumerated() {
      let mode = event.mode.map { "/\($0)" } ?? ""
      lines.append(
        "event \(number + 1): \(event.type)\(mode), CAMEO \(event.cameo), \(event.status.rawValue), "
          + "confidence \(rounded(event.confidence))")
      lines.append("  rule     \(event.rule)")
      lines.append("  trigger  \(text(event.trigger, document))   \(origin(event.lemma, events))")
      lines.append("  source   \(name(event.source, document))")
      lines.append("  target   \(name(event.target, document))")
      lines.append("  evidence \(text(event.evidence, document))")
      lines.append("  clues    \(clues.of(event, in: document).joined(separator: "; "))")
    }
    return lines.map { TerminalText.clean($0) + "\n" }.joined()
  }

  private func origin(_ lemma: String, _ lines: LexiconLines) -> String {
    let places = lines.places(of: lemma)
    return "lemma \(lemma), " + (places.isEmpty ? "of the rule itself" : places.joined(separator: " "))
  }

  private func name(_ entity: Int?, _ document: borrowing Document) -> String {
    guard let entity, document.entities.indices.contains(entity) else { return "-" }
    let country = document.entities[entity].country.map { " (\($0))" } ?? ""
    return document.entities[entity].name + country
  }

  private func text(_ tokens: Range<Int>, _ document: borrowing Document) -> String {
    guard let first = tokens.first, let last = tokens.last, last < document.text.tokens.count else {
      return "-"
    }
    let bytes = document.text.tokens[first].bytes.lowerBound..<document.text.tokens[last].bytes.upperBound
    return String(decoding: document.text.utf8[bytes], as: UTF8.self)
  }

  private func text(bytes: Range<Int>, _ document: borrowing Document) -> String {
    String(decoding: document.text.utf8[bytes.clamped(to: 0..<document.text.utf8.count)], as: UTF8.self)
  }

  private func rounded(_ value: Double) -> String {
    let hundredths = Int((value * 100).rounded())
    return "\(hundredths / 100).\(hundredths % 100 < 10 ? "0" : "")\(hundredths % 100)"
  }
}
