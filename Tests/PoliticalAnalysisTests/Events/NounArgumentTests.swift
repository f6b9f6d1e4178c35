import MarsadCore
import PoliticalAnalysis
import Testing

@Suite struct NounArgumentTests {
  /// Who does which of the text's assaults to whom, with the whole engine.
  private func assaults(_ text: String) throws -> [String] {
    let document = try Analyzer.bundled(layers: Analyzer.usefulLayers).document(of: Article(text))
    return document.events.filter { $0.type == "ASSAULT" }.map { event in
      [event.source, event.target].map { $0.map { document.entities[$0].name } ?? "-" }
        .joined(separator: " > ")
    }
  }

  @Test func `who fires what kills is named behind a verb that no list has`() throws {
    try #expect(
      assaults("وجاء البيان بعد مقتل نادر عون مساء الأحد الماضي جراء صاروخ موجه أطلقته إسرائيل على السيارة.")
        == ["إسرائيل > نادر عون"])
  }

  @Test func `a comma ends the search for the doer`() throws {
    try #expect(
      assaults("وجاء البيان بعد مقتل نادر عون، وهي قضية تابعتها إسرائيل.") == ["- > نادر عون"])
  }

  @Test func `a role that accuses is not who was killed`() throws {
    try #expect(
      assaults("اتهم المدعي العام ثلاثة من عناصر حزب الله بقتل نادر عون.") == ["عناصر حزب الله > نادر عون"])
  }
}
