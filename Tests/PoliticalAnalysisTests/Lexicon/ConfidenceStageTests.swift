import ArabicText
import Testing

@testable import PoliticalAnalysis

/// Confidence of events by their clues.
@Suite struct ConfidenceStageTests {
  private func document(_ events: [(type: String, source: Int?, target: Int?)]) -> Document {
    var document = Document(text: Tokenizer.tokenize(Array("التقى الوزير السفير".utf8)))
    document.entities = [
      Entity(kind: .person, name: "الوزير", country: "IRQ", sector: "GOV"),
      Entity(kind: .gpe, name: "العراق", country: "IRQ", sector: "GOV"),
      Entity(kind: .organization, name: "الحركة"),
    ]
    document.mentions = [
      Mention(kind: .name, tokens: 1..<2, bytes: 11..<23, entity: 0),
      Mention(kind: .nominal, tokens: 2..<3, bytes: 24..<36, entity: 2),
    ]
    document.events = events.map {
      Event(
        type: $0.type, cameo: "040", source: $0.source, target: $0.target, trigger: 0..<1, lemma: "التقى",
        evidence: 0..<3, rule: "event.verb.subject.concerned", confidence: 0.5)
    }
    return document
  }

  private func stage(_ rows: String) throws -> ConfidenceStage {
    ConfidenceStage(
      lexicon: try ConfidenceLexicon(
        LexiconFile(parsing: Array(rows.utf8), file: "confidence.tsv", columns: 2)))
  }

  @Test func `an event below the least confidence is left out, the others keep their order`() throws {
    var document = document([("AGREE", 0, 2), ("AGREE", 0, 1), ("AGREE", 2, 0)])
    try stage("least\t0.35\nalways\t4\none country, AGREE\t0.1\n").annotate(&document)
    #expect(document.events.map(\.target) == [2, 0])
    #expect(document.events.map(\.confidence) == [0.8, 0.8])
  }

  @Test func `without rows an event keeps what its rule said`() throws {
    var document = document([("AGREE", 0, 1)])
    try stage("least\t0\n").annotate(&document)
    #expect(document.events.map(\.confidence) == [0.5])
  }

  @Test func `clues name the rule by its parts, the relation of the actors, and whether they have names`() {
    let document = document([("CONSULT", 0, 1), ("CONSULT", 0, 2), ("CONSULT", nil, 2)])
    let clues = ConfidenceClues(document)
    let same = clues.of(document.events[0], in: document)
    #expect(same.contains("rule event.verb.subject") && same.contains("part concerned"))
    #expect(same.contains("one country, CONSULT") && same.contains("one country, PERSON to GPE"))
    #expect(same.contains("source named") && same.contains("target without name"))
    #expect(Set(same).count == same.count)
    #expect(clues.of(document.events[1], in: document).contains("some country unknown, target ORG"))
    #expect(clues.of(document.events[2], in: document).contains("no source"))
  }
}
