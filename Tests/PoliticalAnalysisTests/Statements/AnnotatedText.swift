import ArabicText
import MarsadCore
import PoliticalAnalysis

/// A text whose entities a test names by hand, run through the statement and event stages.
struct AnnotatedText {
  /// After both stages.
  var document: Document
  private let names: [String]

  /// Marks every occurrence of each name as a mention of its own entity; states and persons are of governments.
  init(_ text: String, _ entities: [(name: String, kind: Entity.Kind, country: String?)]) throws {
    let utf8 = Array(text.utf8)
    var document = Document(text: Tokenizer.tokenize(utf8))
    names = entities.map(\.name)
    for (index, entity) in entities.enumerated() {
      document.entities.append(
        Entity(
          kind: entity.kind, name: entity.name, country: entity.country,
          sector: [.gpe, .person].contains(entity.kind) ? "GOV" : nil))
      let pattern = Array(entity.name.utf8)
      for start in 0...max(0, utf8.count - pattern.count) where utf8[start...].starts(with: pattern) {
        let bytes = start..<start + pattern.count
        let touched = document.text.tokens.indices.filter {
          document.text.tokens[$0].bytes.overlaps(bytes)
        }
        guard let first = touched.first, let last = touched.last else { continue }
        document.mentions.append(Mention(kind: .name, tokens: first..<last + 1, bytes: bytes, entity: index))
      }
    }
    document.mentions.sort { $0.bytes.lowerBound < $1.bytes.lowerBound }
    let lexicon = try PoliticalLexicon(BundledLexicons())
    StatementStage(lexicon: lexicon).annotate(&document)
    EventStage(lexicon: lexicon).annotate(&document)
    self.document = document
  }

  /// The statements as `speaker|cue|content`.
  var statements: [String] {
    document.statements.map {
      [name($0.speaker), text($0.cueBytes), text($0.contentBytes)].joined(separator: "|")
    }
  }

  /// The events as `source TYPE target`.
  var events: [String] {
    document.events.map { [name($0.source), $0.type, name($0.target)].joined(separator: " ") }
  }

  private func name(_ entity: Int?) -> String { entity.map { document.entities[$0].name } ?? "-" }

  private func text(_ bytes: Range<Int>) -> String {
    String(decoding: document.text.utf8[bytes], as: UTF8.self)
  }
}
