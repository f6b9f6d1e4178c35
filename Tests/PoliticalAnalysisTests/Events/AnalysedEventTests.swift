import ArabicText
import MarsadCore
import PoliticalAnalysis
import Testing

/// Events of the whole analysis, whose tags and descriptions the rules look at.
@Suite struct AnalysedEventTests {
  /// Each as `SOURCE TYPE TARGET`.
  private func found(_ text: String) throws -> [String] {
    let document = try Analyzer.bundled().document(of: Article(text))
    let name = { (entity: Int?) in entity.map { document.entities[$0].name } ?? "-" }
    return document.events.map { "\(name($0.source)) \($0.type) \(name($0.target))" }
  }

  @Test func `civilians who died are those who died, and the raid tells who killed`() throws {
    let events = try found("أعلنت المنظمة مقتل مدنيين بغارة روسية في المدينة. ولم تعلق روسيا.")
    #expect(events.contains { $0.hasPrefix("روسيا ASSAULT مدنيين") }, "\(events)")
  }

  @Test func `who is counted behind a subject is not whose it is`() throws {
    let events = try found("قتل مسلح 38 سائحا قرب الفندق.")
    #expect(events.contains { $0.hasPrefix("مسلح ASSAULT") }, "\(events)")
  }

  @Test func `an adjective behind a noun is no genitive`() throws {
    let events = try found("أقرت بلجيكا مساعدات جديدة كبيرة للأردن.")
    #expect(events.contains("بلجيكا AID الأردن"), "\(events)")
  }

  @Test func `what weapons are against is nobody`() throws {
    let events = try found("قررت بلجيكا إرسال أسلحة مضادة للدبابات إلى الأردن.")
    #expect(events.contains("بلجيكا AID الأردن"), "\(events)")
  }

  @Test func `protests go on though و stands before the verb`() throws {
    #expect(try found("وتتواصل الاحتجاجات في العاصمة منذ أسابيع.").contains("- PROTEST -"))
  }

  @Test func `what a protest is for tells against whom it is`() throws {
    let events = try found("خرجت في العاصمة احتجاجات دعا إليها الحزب الشيوعي، رفضا لقرار وزارة الداخلية.")
    #expect(events.contains { $0.contains("PROTEST وزارة الداخلية") }, "\(events)")
  }

  @Test func `who claims an attack did it`() throws {
    let events = try found("وقع هجوم على قوات الجيش المصري قرب المدينة، وتبناه تنظيم القاعدة.")
    #expect(events.contains { $0.hasPrefix("تنظيم القاعدة ASSAULT") }, "\(events)")
  }

  @Test func `who repels an attack is its target`() throws {
    let events = try found("قالت بلجيكا إن الجيش الأردني صد هجمات تنظيم القاعدة.")
    #expect(events.contains("تنظيم القاعدة ASSAULT الجيش الأردني"), "\(events)")
  }
}
