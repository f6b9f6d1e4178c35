import ArabicText
import MarsadCore
import PoliticalAnalysis
import Testing

/// Events of the whole analysis, whose tags and descriptions the rules look at.
@Suite struct AnalysedEventTests {
  @Test func `civilians who died are those who died, and the raid tells who killed`() throws {
    let events = try analysedEvents("أعلنت المنظمة مقتل مدنيين بغارة روسية في المدينة. ولم تعلق روسيا.")
    #expect(events.contains { $0.hasPrefix("روسيا ASSAULT مدنيين") }, "\(events)")
  }

  @Test func `who is counted behind a subject is not whose it is`() throws {
    let events = try analysedEvents("قتل مسلح 38 سائحا قرب الفندق.")
    #expect(events.contains { $0.hasPrefix("مسلح ASSAULT") }, "\(events)")
  }

  @Test func `an adjective behind a noun is no genitive`() throws {
    let events = try analysedEvents("أقرت بلجيكا مساعدات جديدة كبيرة للأردن.")
    #expect(events.contains("بلجيكا AID الأردن"), "\(events)")
  }

  @Test func `what weapons are against is nobody`() throws {
    let events = try analysedEvents("قررت بلجيكا إرسال أسلحة مضادة للدبابات إلى الأردن.")
    #expect(events.contains("بلجيكا AID الأردن"), "\(events)")
  }

  @Test func `protests go on though و stands before the verb`() throws {
    #expect(try analysedEvents("وتتواصل الاحتجاجات في العاصمة منذ أسابيع.").contains("- PROTEST -"))
  }

  @Test func `what a protest is for tells against whom it is`() throws {
    let events = try analysedEvents(
      "خرجت في العاصمة احتجاجات دعا إليها الحزب الشيوعي، رفضا لقرار وزارة الداخلية.")
    #expect(events.contains { $0.contains("PROTEST وزارة الداخلية") }, "\(events)")
  }

  @Test func `who claims an attack did it`() throws {
    let events = try analysedEvents("وقع هجوم على قوات الجيش المصري قرب المدينة، وتبناه تنظيم القاعدة.")
    #expect(events.contains { $0.hasPrefix("تنظيم القاعدة ASSAULT") }, "\(events)")
  }

  @Test func `who repels an attack is its target`() throws {
    let events = try analysedEvents("قالت بلجيكا إن الجيش الأردني صد هجمات تنظيم القاعدة.")
    #expect(events.contains("تنظيم القاعدة ASSAULT الجيش الأردني"), "\(events)")
  }

  @Test func `prisoners on strike protest by their description`() throws {
    let events = try analysedEvents("أكد النادي أن عدد الأسرى المضربين عن الطعام ارتفع.")
    #expect(events.contains { $0.hasPrefix("الأسرى المضربين PROTEST") }, "\(events)")
  }

  @Test func `what one protests at tells against whom`() throws {
    let events = try analysedEvents("تظاهر الطلاب احتجاجا على الحملة التي تنفذها وزارة الداخلية المصرية.")
    #expect(events.contains("الطلاب PROTEST وزارة الداخلية المصرية"), "\(events)")
  }

  @Test func `a portfolio's name tells no cooperation`() throws {
    let events = try analysedEvents(
      "التقى وزير الخارجية والتعاون الدولي المصري سامي الحداد السفير الأردني نادر عون.")
    #expect(events.allSatisfy { !$0.contains("COOPERATE") }, "\(events)")
  }

  @Test func `two who do something by a dual verb do it with each other`() throws {
    #expect(
      try analysedEvents("بلجيكا والبرتغال تردان بمناورات عسكرية مشتركة.").contains(
        "بلجيكا COOPERATE البرتغال"))
  }

  @Test func `sanctions meet whom they reach`() throws {
    let events = try analysedEvents("أعلنت بلجيكا فرض عقوبات طالت قادة الجيش المصري.")
    #expect(events.contains { $0.contains("SANCTION") && !$0.hasSuffix("-") }, "\(events)")
  }

  @Test func `an accusative with ل says why, not who`() throws {
    let events = try analysedEvents("ورست ناقلة في الميناء، واحتجزت تطبيقا لعقوبات الاتحاد الأوروبي.")
    #expect(events.allSatisfy { !$0.hasSuffix("COERCE الاتحاد الأوروبي") }, "\(events)")
  }

  @Test func `what one tries to reach, fears or is meant to prevent did not happen`() throws {
    #expect(
      try analysedEvents("تسعى الوزارة إلى إطلاق سراح الصحفيين.").allSatisfy { !$0.contains("CONCEDE") })
    #expect(
      try analysedEvents("أغلق الجسر لقطع الطريق أمام الشائعات.").allSatisfy { !$0.contains("PROTEST") })
    let feared = try analysedEvents("رفع الجيش المصري الحراسة خشية من تنفيذ تنظيم القاعدة هجمات.")
    #expect(feared.allSatisfy { !$0.contains("ASSAULT") }, "\(feared)")
  }
}
