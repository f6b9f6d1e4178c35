import ArabicText
import MarsadCore
import PoliticalAnalysis

/// The entities of a text, found with the bundled lexicons.
struct Found {
  private static let lexicon = Result { try EntityLexicon(BundledLexicons()) }
  let document: Document

  init(_ text: String, publishedAt: String? = nil) throws {
    var document = Document(text: Tokenizer.tokenize(Array(text.utf8)), publishedAt: publishedAt)
    EntityStage(try Self.lexicon.get()).annotate(&document)
    self.document = document
  }

  /// Names and descriptions in text order, as `text/kind of thing`.
  var names: [String] {
    document.mentions.filter { $0.kind == .name }.map {
      document.text.string(bytes: $0.bytes) + "/" + document.entities[$0.entity].kind.rawValue
    }
  }

  /// All that is said of the entity that some text names.
  func mentions(ofWhat name: String) -> [String] {
    guard let entity = entityIndex(name) else { return [] }
    return document.mentions.filter { $0.entity == entity }.map { document.text.string(bytes: $0.bytes) }
  }

  func entity(_ name: String) -> Entity? { entityIndex(name).map { document.entities[$0] } }

  private func entityIndex(_ name: String) -> Int? {
    document.mentions.first { document.text.string(bytes: $0.bytes) == name }?.entity
  }
}
