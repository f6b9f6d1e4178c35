import ArabicText
import MarsadCore
import PoliticalAnalysis
import Testing

/// What is not done, only asked, refused or counted, is no event.
@Suite struct UndoneEventTests {
  /// Whether the analysis of a text has an event of the type.
  private func tells(_ type: String, _ text: String) throws -> Bool {
    try analysedEvents(text).contains { $0.contains(" \(type) ") }
  }

  @Test func `what stands behind دون is not done`() throws {
    #expect(try !tells("MOBILIZE", "ستدعم بلجيكا رواندا بالمال دون إرسال أي قوات إلى حدودها."))
    #expect(try !tells("SANCTION", "وافقت بلجيكا على البيان من دون فرض عقوبات على رواندا."))
    #expect(try !tells("AGREE", "انتهت الجولة دون التوصل إلى اتفاق بين بلجيكا ورواندا."))
    #expect(try tells("AGREE", "انتهت الجولة بالتوصل إلى اتفاق بين بلجيكا ورواندا."))
  }

  @Test func `a denied verb denies what depends on it`() throws {
    #expect(try !tells("CONSULT", "قالت بلجيكا إنها لن تدخل في مفاوضات مع رواندا."))
    #expect(try tells("CONSULT", "قالت بلجيكا إنها ستدخل في مفاوضات مع رواندا."))
  }

  @Test func `a question whether is no deed`() throws {
    let text = "لم يتضح ما إذا كان الجيش البلجيكي قتل الصحفية الرواندية."
    #expect(try !tells("ASSAULT", text))
    #expect(try tells("ASSAULT", "اتضح أن الجيش البلجيكي قتل الصحفية الرواندية."))
  }

  @Test func `what is refused is not granted, and whose refusal is deplored refuses`() throws {
    let events = try analysedEvents("أعربت الوزيرة الكينية عن أسفها لرفض بلجيكا السماح بدخول الوفد.")
    #expect(!events.contains { $0.contains("CONCEDE") || $0.hasSuffix("REJECT بلجيكا") }, "\(events)")
  }

  @Test func `counted votes are no stance of the house`() throws {
    let text = "أقر مجلس الشيوخ البلجيكي المشروع بتأييد 86 صوتا مقابل اعتراض 11 عضوا من الحزب الجمهوري."
    #expect(try !tells("REJECT", text))
  }

  @Test func `who signs a decree agrees with nobody`() throws {
    #expect(try !tells("AGREE", "وقع الرئيس البلجيكي مرسوما حول تجارة الغاز مع رواندا."))
    #expect(try tells("AGREE", "وقع الرئيس البلجيكي معاهدة حول تجارة الغاز مع رواندا."))
  }

  @Test func `what somebody says of sanctions he does not impose`() throws {
    #expect(try !tells("SANCTION", "قال المندوب البلجيكي إن تشديد العقوبات على رواندا عديم الجدوى."))
    #expect(try !tells("SANCTION", "عطلت بلجيكا مشروع قرار لتشديد العقوبات على رواندا."))
    #expect(try tells("SANCTION", "قررت بلجيكا تشديد العقوبات على رواندا."))
  }

  @Test func `a word that belongs to a verb does not stand in the next deed`() throws {
    #expect(try !tells("SANCTION", "توقف الشركات ورفع الدعم عن الوقود في بلجيكا."))
  }
}
