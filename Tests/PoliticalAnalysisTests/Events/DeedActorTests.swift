import ArabicText
import MarsadCore
import PoliticalAnalysis
import Testing

/// Who does a deed and who suffers it, where clauses, quotations and appositions stand between.
@Suite struct DeedActorTests {
  @Test func `who is told of by a verb of arrest without an object is arrested`() throws {
    let text = "زارت الوزيرة البلجيكية أمل سالم، التي اعتقلت لساعات في المطار، العاصمة."
    #expect(try analysedEvents(text).contains("- COERCE أمل سالم"))
    let held = "قالت الصحفية أمل سالم، التي احتجزت ثلاثة أيام، إنها لن تعود إلى بلجيكا."
    #expect(try analysedEvents(held).contains { $0.hasPrefix("- COERCE") })
    #expect(try analysedEvents("اغتيلت الصحفية أمل سالم وهي تغادر بلجيكا.").contains("- ASSAULT أمل سالم"))
  }

  @Test func `a thing that a relative clause is about is no actor`() throws {
    let events = try analysedEvents("قالت الشرطة البلجيكية إن القنبلة التي قتلت الوزير سامي حداد كانت صغيرة.")
    #expect(!events.contains { $0.hasPrefix("الشرطة البلجيكية ASSAULT") }, "\(events)")
  }

  @Test func `words against a deed are at who did it, not at who suffered it`() throws {
    for text in ["أدانت بلجيكا اغتيال الوزير سامي حداد.", "أدانت بلجيكا \"اختطاف الوزير سامي حداد بعنف\"."] {
      let events = try analysedEvents(text)
      #expect(events.contains("بلجيكا ACCUSE -"), "\(events)")
    }
  }

  @Test func `whose kin somebody is said to be is neither object nor target`() throws {
    let text = "اتهم الوزير البلجيكي سامي حداد نجل الرئيس نادر حداد كينيا بالتجسس."
    #expect(try analysedEvents(text).contains("سامي حداد ACCUSE كينيا"))
    let order = try analysedEvents(
      "أمر الوزير البلجيكي سامي حداد نجل الرئيس نادر حداد بالإفراج عن المعتقلين.")
    #expect(
      !order.contains { $0.contains("REQUEST") } && order.contains { $0.hasPrefix("سامي حداد CONCEDE") },
      "\(order)")
  }

  @Test func `an object may stand behind a long parenthesis`() throws {
    let text = "انتقدت بلجيكا، ولا سيما عبر وسائل التواصل الاجتماعي، الحكومة الكينية."
    #expect(try analysedEvents(text).contains("بلجيكا ACCUSE الحكومة الكينية"))
  }

  @Test func `who is blamed for a death has done it, not who blames`() throws {
    let events = try analysedEvents("حمل الجيش الإسرائيلي الفلسطينيين المسؤولية عن قتل الصحفية البلجيكية.")
    #expect(events.contains { $0.hasPrefix("الجيش الإسرائيلي ACCUSE") }, "\(events)")
    #expect(!events.contains { $0.hasPrefix("الجيش الإسرائيلي ASSAULT") }, "\(events)")
  }

  @Test func `an assistant speaks for his state, and his verb has its object behind him`() throws {
    let text = "شكر أحد كبار مساعدي الرئيس الكيني سامي حداد الحكومة البلجيكية."
    #expect(try analysedEvents(text).contains("سامي حداد SUPPORT الحكومة البلجيكية"))
  }

  @Test func `those right before a plural verb do what follows`() throws {
    let events = try analysedEvents("أصيبت أمل سالم خلال إطلاق نار لمسلحين استهدفوا الجيش الكيني.")
    #expect(events.contains { $0.contains("مسلحين ASSAULT الجيش الكيني") }, "\(events)")
  }

  @Test func `the counted dead of an attack did not strike, and a town that suffered it did`() throws {
    let events = try analysedEvents("قال الحاكم إن 20 مدنيا، بينهم طفل، قتلوا في قصف كيني لمدينة كيغالي.")
    #expect(!events.contains { $0.contains("20 مدنيا ASSAULT") }, "\(events)")
  }

  @Test func `each of several subjects does what their verb says`() throws {
    let events = try analysedEvents("أدانت بلجيكا وكينيا الهجوم الرواندي.")
    #expect(events.contains("كينيا ACCUSE رواندا"), "\(events)")
  }

  @Test func `an attack on somebody's land is on him`() throws {
    let events = try analysedEvents("شن الجيش الكيني هجوما على رواندا وسيطر على أراضيها.")
    #expect(events.contains("الجيش الكيني COERCE رواندا"), "\(events)")
  }
}
