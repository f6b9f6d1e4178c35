import MarsadCore
import PoliticalAnalysis
import Testing

@Suite struct NounArgumentTests {
  /// Who does which of the text's assaults to whom, with the whole engine.
  private func assaults(_ text: String) throws -> [String] { try told("ASSAULT", text) }

  private func told(_ type: String, _ text: String) throws -> [String] {
    let document = try Analyzer.bundled(layers: Analyzer.usefulLayers).document(of: Article(text))
    return document.events.filter { $0.type == type }.map { event in
      [event.source, event.target].map { $0.map { document.entities[$0].name } ?? "-" }
        .joined(separator: " > ")
    }
  }

  @Test(arguments: [
    ("دان الاتحاد الأوروبي اعتقال إيران الصحفيين.", "إيران COERCE"),
    ("دانت ليتوانيا قتل القوات الروسية مدنيين في أوكرانيا.", "القوات الروسية ASSAULT مدنيين"),
    ("انتقد الاتحاد الأوروبي أوضاع السجون في بيلاروسيا.", "الاتحاد الأوروبي ACCUSE بيلاروسيا"),
    ("جددت كينيا دعمها لمخطط السلام الإثيوبي. ورحبت إثيوبيا.", "كينيا SUPPORT إثيوبيا"),
    ("سلمت النرويج أوكرانيا مدافع حديثة.", "النرويج AID أوكرانيا"),
    ("انتقدت المندوبة الفنلندية في مجلس الأمن ليزا هولم قبرص. وردت فنلندا.", "ليزا هولم ACCUSE قبرص"),
    (
      "كريمة بناني التي ترأس كذلك لجنة الدستور، انتقدت الحكومة التونسية.",
      "كريمة بناني ACCUSE الحكومة التونسية"
    ),
  ])
  func `actors stand around a noun in the order of its clause`(text: String, event: String) throws {
    let events = try analysedEvents(text)
    #expect(events.contains { $0.hasPrefix(event) }, "\(events)")
  }

  @Test func `a word inside a name is not the one that its verb asks for`() throws {
    let events = try analysedEvents("شدد مجلس الأمن العقوبات على كوريا الشمالية.")
    #expect(!events.contains { $0.contains("MOBILIZE") }, "\(events)")
  }

  @Test func `how long a deed lasts is nobody whom it is done to`() throws {
    let events = try analysedEvents("دان الاتحاد الأوروبي قصف روسيا يومين كاملين.")
    #expect(!events.contains { $0.hasPrefix("روسيا ASSAULT") }, "\(events)")
  }

  @Test func `a state acts that only its adjective names`() throws {
    let events = try analysedEvents("قتل ثلاثة جنود في غارة إسرائيلية على دمشق.")
    #expect(events.contains { $0.hasPrefix("إسرائيل ASSAULT") }, "\(events)")
    #expect(try !analysedEvents("رفعت الحكومة رواتب مالية متأخرة.").contains { $0.contains("مالي") })
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

  @Test func `a genitive before the noun's companion lets go whom follows it`() throws {
    let found = try events("مقابل إطلاق فرنسا سراح نادر عون.", [france, envoy])
    #expect(found.contains("فرنسا CONCEDE نادر عون"), "\(found)")
  }

  @Test func `who is invited visits`() throws {
    let found = try events("دعت فرنسا سامي الحداد لزيارة إسبانيا.", [france, minister, spain])
    #expect(found.contains("سامي الحداد CONSULT إسبانيا"), "\(found)")
  }

  @Test func `who called for protests protests`() throws {
    let party: TestActor = ("حزب النخيل", .organization, "KEN")
    let found = try events("خرجت الأحد احتجاجات دعا إليها حزب النخيل.", [party])
    #expect(found.contains("حزب النخيل PROTEST -"), "\(found)")
  }

  @Test func `a light verb may stand far before its meeting`() throws {
    let text = "عقد سامي الحداد، في إطار جولة عمل في عواصم المنطقة، الاثنين الماضي مساء، لقاء مع نادر عون."
    #expect(try events(text, [minister, envoy]).contains("سامي الحداد CONSULT نادر عون"))
  }

  @Test func `who is called something is whom it is done to`() throws {
    let group: TestActor = ("حركة الوادي", .organization, "KEN")
    let found = try events("فرضت فرنسا عقوبات على ما وصفته بأنه حركة الوادي.", [france, group])
    #expect(found.contains("فرنسا SANCTION حركة الوادي"), "\(found)")
  }

  @Test func `what is done jointly is done by who acts with whom مع names`() throws {
    let found = try events("ضبطت فرنسا الأموال بالتعاون مع إسبانيا.", [france, spain])
    #expect(found.contains("فرنسا COOPERATE إسبانيا"), "\(found)")
  }

  @Test func `a visit and a meeting of the same two are two events`() throws {
    let text = "استضاف سامي الحداد نادر عون في إسبانيا، وذكر بزيارة نادر عون إلى الأردن."
    let jordan: TestActor = ("الأردن", .gpe, "JOR")
    let found = try events(text, [minister, envoy, spain, jordan])
    #expect(found.contains("نادر عون CONSULT الأردن"), "\(found)")
  }

  @Test func `the genitive of a deed that somebody goes on with is whom it is done to`() throws {
    try #expect(assaults("واصلت كينيا قصف برشلونة أمس.") == ["كينيا > برشلونة"])
    try #expect(told("SUPPORT", "بدأت كينيا دعم فرنسا.") == ["كينيا > فرنسا"])
    try #expect(told("SUPPORT", "أعلن الوزير دعم كينيا لفرنسا.") == ["كينيا > فرنسا"])
  }

  @Test func `an adjective written like a verb with a pronoun does not end a frame`() throws {
    try #expect(told("ACCUSE", "وجهت كينيا انتقادات حادة لفرنسا أمس.") == ["كينيا > فرنسا"])
  }

  @Test func `the pronoun of a deed joined to another is whose the other is`() throws {
    let text = "قال نادر عون إن دعم كينيا ووقوفها إلى جانب فرنسا مهمان."
    let found = try told("SUPPORT", text)
    #expect(found.first == "كينيا > فرنسا", "\(found)")
  }

  @Test func `of a state's parts that share an adjective one is told of`() throws {
    let text = "وقال الوزير الإسباني: «نقف مع الحكومة والشعب الكيني»."
    let found = try told("SUPPORT", text)
    #expect(found.count == 1, "\(found)")
  }
}
