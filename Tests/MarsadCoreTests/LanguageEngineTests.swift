import ArabicLanguage
import ArabicText
import Foundation
import LinguisticAnnotation
import MarsadCore
import PoliticalAnalysis
import Testing

@Suite struct `The language engine in the analysis` {
  private static let text =
    "قال رئيس الحكومة اللبنانية نجيب ميقاتي إن حكومته لن تستقيل.\n\nزار الوفد بغداد، ثم عاد 👍🏽."

  @Test func `a document carries an annotated sentence a sentence, token by token`() throws {
    let document = try Analyzer.bundled(layers: .all).document(of: Article(Self.text))
    #expect(document.annotation.count == document.text.sentences.count)
    for (sentence, annotated) in zip(document.text.sentences, document.annotation) {
      #expect(document.text.tokens[sentence.tokens].map(\.bytes) == annotated.tokens.map(\.bytes))
    }
    #expect(document.tag(of: 0) == .verb)
    let government = try #require(document.annotation(of: 2))
    #expect(document.annotation(of: 3)?.head == 2, "an adjective hangs on its noun")
    #expect(government.stem.form == "الحكومة")
    #expect(document.annotation(of: document.text.tokens.count) == nil)
  }

  @Test func `layers that are not asked for are empty, and those that others need are there`() throws {
    func document(_ layers: AnnotationLayers?) throws -> Document {
      try Analyzer.bundled(layers: layers).document(of: Article(Self.text))
    }
    let without = try document(nil)
    #expect(without.annotation.isEmpty && without.layers.isEmpty && without.annotation(of: 0) == nil)
    let words = try document([])
    #expect(words.annotation.count == words.text.sentences.count && words.tag(of: 0) == nil)
    let named = try document(.entities)
    #expect(named.layers == [.tags, .entities] && named.tag(of: 0) == .verb)
    #expect(named.annotation.contains { !$0.entities.isEmpty })
    #expect(named.annotation.allSatisfy { $0.words.allSatisfy { $0.head == nil && $0.lemma.isEmpty } })
  }

  @Test func `a model that is missing or damaged is refused at start with its name and the way out`() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "marsad-models-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let path = folder.path(percentEncoded: false)
    func refusal() -> String {
      do {
        _ = try Analyzer.bundled(models: path)
        return ""
      } catch {
        guard case .model = error else { return "not a model's fault: \(error)" }
        return error.description
      }
    }
    let missing = refusal()
    #expect(missing.contains("statistics.model") && missing.contains("marsad-train train"))
    try Data("MARSADLX".utf8).write(to: folder.appending(path: "statistics.model"))
    let damaged = refusal()
    #expect(damaged.contains("expected the first bytes MARSADLM") && damaged.contains("marsad-train train"))
  }
}
