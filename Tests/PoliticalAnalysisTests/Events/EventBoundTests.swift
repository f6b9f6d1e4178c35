import ArabicText
import MarsadCore
import PoliticalAnalysis
import Testing

/// Where the clause of an event and what belongs to its actors end, in the whole analysis.
@Suite struct EventBoundTests {
  @Test func `a noun with a pronoun or behind a preposition is no verb`() throws {
    let events = try analysedEvents(
      "قال وزير الزراعة الأردني سامي الحداد إن وزارته تزرع 7400 فدان في إسبانيا.")
    #expect(events.isEmpty, "\(events)")
    #expect(
      try analysedEvents("حاولت إسبانيا التهرب من تحمل المسؤولية في بلجيكا.").allSatisfy {
        !$0.contains("ACCUSE بلجيكا")
      })
  }

  @Test func `what describes the subject is not what he speaks of`() throws {
    let events = try analysedEvents("حذر سامي الحداد عضو المكتب السياسي في حركة النهضة من تأجيل الانتخابات.")
    #expect(
      events.allSatisfy { !$0.hasSuffix("المكتب السياسي") && !$0.hasSuffix("حركة النهضة") }, "\(events)")
    let visit = try analysedEvents("زار نادر عون نائب وزير الخارجية الإسباني بلجيكا أمس.")
    #expect(visit.contains("نادر عون CONSULT بلجيكا"), "\(visit)")
  }

  @Test func `another clause begins where و joins a subject and its verb`() throws {
    let events = try analysedEvents("إسبانيا تطالب بوقف الحرب وبلجيكا تقدم مساعدات للأردن")
    #expect(events.contains("إسبانيا REQUEST -"), "\(events)")
  }

  @Test func `who was killed is not whom a demand is made of`() throws {
    let events = try analysedEvents("دعت إسبانيا إلى تحقيق عاجل في اغتيال الصحفي سامي الحداد.")
    #expect(events.contains("إسبانيا REQUEST -"), "\(events)")
  }

  @Test func `another name in brackets belongs to the subject`() throws {
    let events = try analysedEvents("تساعد إسبانيا وحلف شمال الأطلسي (الناتو) أوكرانيا في إعادة البناء.")
    #expect(events.contains("إسبانيا AID أوكرانيا"), "\(events)")
  }

  @Test func `who leads a delegation is not whom it visits`() throws {
    let events = try analysedEvents("بدأت زيارة وفد إسباني رفيع المستوى برئاسة سامي الحداد إلى بلجيكا.")
    #expect(events.allSatisfy { !$0.hasSuffix("CONSULT سامي الحداد") }, "\(events)")
  }

  @Test func `an attack that something came after is not the subject's`() throws {
    let events = try analysedEvents("بدأت بلجيكا التحاور مع الأردن في أعقاب هجمات على مطار مدريد.")
    #expect(events.allSatisfy { !$0.hasPrefix("بلجيكا ASSAULT") }, "\(events)")
  }

  @Test func `whose a refused thing is does not refuse it`() throws {
    let events = try analysedEvents("جددت بلجيكا رفض زيارة وزير الخارجية الروسي.")
    #expect(events.allSatisfy { !$0.hasPrefix("وزير الخارجية الروسي REJECT") }, "\(events)")
  }

  @Test func `who issues a letter asks for what stands in it`() throws {
    let events = try analysedEvents("وقعت النائبة الإسبانية سلمى الحداد رسالة تطالب بلجيكا بالاعتذار.")
    #expect(events.contains("سلمى الحداد REQUEST بلجيكا"), "\(events)")
  }

  @Test func `who heads a sentence acts behind his apposition`() throws {
    let events = try analysedEvents(
      "وكان سامي الحداد، القيادي في حزب الأمل، هاجم نادر عون، الأمين العام للحزب.")
    #expect(events.contains { $0.hasPrefix("سامي الحداد ACCUSE") }, "\(events)")
  }

  @Test func `two states named in the sentence are the two that it speaks of`() throws {
    let events = try analysedEvents(
      "التقى سامي الحداد نادر عون. وقالت إسبانيا إن بلجيكا والبرتغال بدأتا محادثات بين البلدين.")
    #expect(events.contains("بلجيكا CONSULT البرتغال"), "\(events)")
  }

  @Test func `a verb of gathering says who met`() throws {
    let events = try analysedEvents("جاء ذلك خلال لقاء جمع سامي الحداد ونادر عون في بروكسل.")
    #expect(events.contains("سامي الحداد CONSULT نادر عون"), "\(events)")
  }

  @Test func `somebody without a name acts for the state of his adjective`() throws {
    let events = try analysedEvents("خطاب فرنسي ينتقد بلجيكا بشدة. وقالت فرنسا إنها لا تعلق.")
    #expect(events.contains("فرنسا ACCUSE بلجيكا"), "\(events)")
  }

  @Test func `who stands behind a killing, or answers for it, did it`() throws {
    let behind = try analysedEvents(
      "قالت الصحيفة إن إسبانيا أبلغت بلجيكا أنها تقف خلف اغتيال الضابط سامي الحداد.")
    #expect(behind.contains { $0.hasPrefix("إسبانيا ASSAULT") }, "\(behind)")
    let answering = try analysedEvents("وأعلنت بلجيكا مسؤولية البرتغال عن مقتل نادر عون.")
    #expect(answering.contains("البرتغال ASSAULT نادر عون"), "\(answering)")
  }

  @Test func `a meeting that is told of further has the subject before it`() throws {
    let events = try analysedEvents("وصل سامي الحداد إلى مدريد، كما التقى رئيس الوزراء نادر عون.")
    #expect(events.contains("سامي الحداد CONSULT نادر عون"), "\(events)")
  }

  @Test func `somebody described is of the state that he is in or of`() throws {
    let document = try Analyzer.bundled().document(
      of: Article("دعا سامي الحداد الأطراف في اليمن إلى ضبط النفس، وقالت إسبانيا إن إسبانيا ترحب."))
    let parties = document.entities.first { $0.name.hasPrefix("الأطراف") }
    #expect(parties?.country == "YEM")
  }
}
