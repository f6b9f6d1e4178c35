import MarsadCore
import PoliticalAnalysis
import Testing

/// Constructions that the event lexicons hold, each told in a sentence of its own.
@Suite struct EventLexiconTests {
  /// The text's events as `TYPE source > target`, with the whole engine.
  private func events(_ text: String) throws -> [String] {
    let document = try Analyzer.bundled(layers: Analyzer.usefulLayers).document(of: Article(text))
    return document.events.map { event in
      "\(event.type) "
        + [event.source, event.target].map { $0.map { document.entities[$0].name } ?? "-" }
        .joined(separator: " > ")
    }
  }

  @Test(arguments: [
    ("وقال الوزير إن كينيا مستعدة لدعم غانا.", "AGREE كينيا > غانا"),
    ("وأكدت كينيا استعدادها للحوار مع غانا.", "AGREE كينيا > غانا"),
    ("وتبدو كينيا على استعداد لدعم غانا.", "AGREE كينيا > غانا"),
    ("وعرضت كينيا وساطتها على غانا.", "AGREE كينيا > غانا"),
    ("ولوحت كينيا بعقوبات على غانا.", "THREATEN كينيا > غانا"),
    ("وأعربت كينيا عن تمنياتها لغانا.", "SUPPORT كينيا > غانا"),
    ("وارتكبت كينيا اعتداءات في حق غانا.", "ASSAULT كينيا > غانا"),
    ("وتحدث رئيس كينيا عن المباحثات الثنائية مع غانا.", "CONSULT رئيس كينيا > غانا"),
    ("وقطعت كينيا الغاز عن غانا.", "SANCTION كينيا > غانا"),
    ("ومنحت كينيا قرضا لغانا.", "AID كينيا > غانا"),
    ("ووجهت كينيا رسالة تحذير إلى غانا.", "THREATEN كينيا > غانا"),
    ("وألقت كينيا المسؤولية على غانا.", "ACCUSE كينيا > غانا"),
    ("وأعربت كينيا عن خيبة أملها من غانا.", "ACCUSE كينيا > غانا"),
    ("واستعرض رئيس كينيا مع غانا ملف الحدود.", "CONSULT رئيس كينيا > غانا"),
    ("وفرضت كينيا حظرا تجاريا على غانا.", "SANCTION كينيا > غانا"),
  ])
  func `the lexicon's constructions are told with both sides`(_ text: String, _ event: String) throws {
    try #expect(events(text).contains(event))
  }

  @Test func `what is said to happen is told though nobody in it has a name`() throws {
    try #expect(events("تتواصل الاحتجاجات للأسبوع الثالث.") == ["PROTEST - > -"])
    try #expect(events("وتم الإفراج عن السفينة بعد أيام.") == ["CONCEDE - > -"])
    try #expect(events("وكانت الاحتجاجات موضوع المقال.").isEmpty)
  }

  @Test func `what is to be prevented is not told`() throws {
    try #expect(events("وناقشت كينيا سبل منع تنفيذ حكم الإعدام.").isEmpty)
  }

  @Test func `who is against something by description refuses nothing`() throws {
    try #expect(events("وفي كينيا أحزاب مناهضة للعولمة.").isEmpty)
  }
}
