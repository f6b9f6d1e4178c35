import ArabicText
import MarsadCore
import PoliticalAnalysis
import Testing

/// Events that a sentence tells in another way than by a verb with its subject and object.
@Suite struct ToldEventTests {
  @Test func `who hands in his resignation gives way though nobody else is named`() throws {
    #expect(
      try analysedEvents("قدم رئيس الوزراء البلجيكي استقالته أمس.").contains { $0.contains("CONCEDE -") })
    let events = try analysedEvents("طالب الحزب الشيوعي الأردني باستقالته أمس.")
    #expect(!events.contains { $0.contains("CONCEDE") }, "\(events)")
  }

  @Test func `a call that is renewed is a request though nobody is called upon`() throws {
    let events = try analysedEvents("جددت بلجيكا دعوتها إلى استئناف الحوار.")
    #expect(events.contains("بلجيكا REQUEST -"), "\(events)")
  }

  @Test func `what must be done is asked of who is to do it, past أن`() throws {
    let events = try analysedEvents("شدد وزير الخارجية البلجيكي على ضرورة أن تلتزم رواندا بالاتفاق.")
    #expect(events.contains { $0.hasSuffix("REQUEST رواندا") }, "\(events)")
  }

  @Test func `whom something is done for is its target`() throws {
    #expect(try analysedEvents("أرسلت بلجيكا طائرات للدفاع عن الأردن.").contains("بلجيكا SUPPORT الأردن"))
    #expect(try analysedEvents("تحركت بلجيكا لمساعدة الأردن.").contains("بلجيكا AID الأردن"))
  }

  @Test func `a mediator deals with both sides`() throws {
    let events = try analysedEvents("توسطت بلجيكا بين رواندا والكونغو.")
    #expect(events.contains("بلجيكا CONSULT رواندا"), "\(events)")
    #expect(events.contains { $0.hasPrefix("بلجيكا CONSULT") && $0.contains("الكونغو") }, "\(events)")
  }

  @Test func `a vote for somebody supports him`() throws {
    let events = try analysedEvents("صوت البرلمان البلجيكي لصالح الحكومة الأردنية.")
    #expect(events.contains("البرلمان البلجيكي SUPPORT الحكومة الأردنية"), "\(events)")
  }

  @Test func `force that one says one will use is a threat`() throws {
    let events = try analysedEvents("قال وزير الدفاع الأردني إن الأردن سيقصف قواعد بلجيكا.")
    #expect(events.contains { $0.contains("THREATEN بلجيكا") }, "\(events)")
    #expect(!events.contains { $0.contains("ASSAULT") }, "\(events)")
  }

  @Test func `working together that one only looks forward to is a promise`() throws {
    let events = try analysedEvents("تتطلع بلجيكا إلى تعزيز الشراكة مع الأردن.")
    #expect(events.contains("بلجيكا AGREE الأردن"), "\(events)")
    #expect(!events.contains { $0.contains("COOPERATE") }, "\(events)")
  }

  @Test func `those who take part in an exercise do it together`() throws {
    let events = try analysedEvents("انطلقت مناورات بحرية مشتركة بمشاركة بلجيكا والأردن.")
    #expect(events.contains("بلجيكا COOPERATE الأردن"), "\(events)")
  }

  @Test func `what opens a sentence as a participle is whose sentence it is`() throws {
    let events = try analysedEvents("مطالبا بتعديل القانون، دعا الحزب الشيوعي الأردني أنصاره إلى التجمع.")
    #expect(events.contains { $0.hasPrefix("الحزب الشيوعي الأردني REQUEST") }, "\(events)")
  }

  @Test func `who a headline's first verb is about is named behind the dots`() throws {
    let events = try analysedEvents(
      "لوح بإضراب عام.. الحزب الشيوعي الأردني يعقد مؤتمره\nيعقد الحزب مؤتمره.")
    #expect(events.contains { $0.hasPrefix("الحزب الشيوعي الأردني THREATEN") }, "\(events)")
  }

  @Test func `arms that flow from a state are its aid`() throws {
    let events = try analysedEvents("انتقد الوزير تدفق الأسلحة البلجيكية إلى رواندا. ولم تعلق بلجيكا.")
    #expect(events.contains("بلجيكا AID رواندا"), "\(events)")
  }

  @Test func `help is no office of a state`() throws {
    let events = try analysedEvents("أعلنت رواندا مساعدة بلجيكا للأردن.")
    #expect(events.contains("بلجيكا AID الأردن"), "\(events)")
  }

  @Test func `what is waited for has not happened`() throws {
    let events = try analysedEvents("احتل الأنصار العاصمة حتى تستجيب الحكومة الأردنية لمطالبهم.")
    #expect(!events.contains { $0.contains("CONCEDE") }, "\(events)")
  }

  @Test func `a cue whose far object is an expert's trade is no deed`() throws {
    let events = try analysedEvents("وشدد سامي الحداد، الخبير في الشأن الأمني، على أن الحوار ضروري.")
    #expect(!events.contains { $0.contains("MOBILIZE") }, "\(events)")
  }

  @Test func `prayers ask nobody in the news`() throws {
    let events = try analysedEvents("عزى الملك الأردني الأسرة داعيا المولى أن يتغمد الفقيد برحمته.")
    #expect(!events.contains { $0.contains("REQUEST") }, "\(events)")
  }

  @Test func `to come home is no visit`() throws {
    let events = try analysedEvents("وصل الرئيس البلجيكي إلى بلجيكا أمس.")
    #expect(!events.contains { $0.contains("CONSULT") }, "\(events)")
  }

  @Test func `what a state seeks to provide is no blame`() throws {
    let events = try analysedEvents("قال سامي الحداد إن الحكومة البلجيكية تسعى إلى توفير السكن للناس.")
    #expect(!events.contains { $0.contains("ACCUSE") }, "\(events)")
    let blame = try analysedEvents("قال وزير الخارجية الأردني إن الحكومة البلجيكية تسعى إلى زعزعة الأمن.")
    #expect(blame.contains { $0.contains("ACCUSE الحكومة البلجيكية") }, "\(blame)")
  }

  @Test func `who answers for a war is no official`() throws {
    let events = try analysedEvents("قال وزير الخارجية الأردني إن بلجيكا مسؤولة عن الحرب.")
    #expect(events.contains { $0.hasSuffix("ACCUSE بلجيكا") }, "\(events)")
  }
}
