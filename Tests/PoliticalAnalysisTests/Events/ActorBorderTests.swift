import MarsadCore
import PoliticalAnalysis
import Testing

/// Where one actor ends and another begins, with the whole engine.
@Suite struct ActorBorderTests {
  private func countries(_ text: String, _ type: String) throws -> [String] {
    let document = try Analyzer.bundled(layers: Analyzer.usefulLayers).document(of: Article(text))
    return document.events.filter { $0.type == type }.map { event in
      [event.source, event.target].map { $0.flatMap { document.entities[$0].country } ?? "-" }.joined(
        separator: " > ")
    }
  }

  @Test func `people whom a body does something to are no adjective of it`() throws {
    let events = try analysedEvents("قصفت القوات الروسية المدنيين في المدينة. ولم تعلق الحكومة.")
    #expect(events.contains { $0.hasPrefix("القوات الروسية ASSAULT") }, "\(events)")
  }

  @Test func `two roles of different states behind a verb are its subject and its object`() throws {
    #expect(try countries("استقبل الوزير المصري الوزير البلجيكي هاني سرور.", "CONSULT") == ["EGY > BEL"])
    #expect(try countries("هنأ العاهل الأردني الرئيس البلجيكي الجديد هاني سرور.", "SUPPORT") == ["JOR > BEL"])
  }

  @Test func `the agent of a killing is not who avenges it`() throws {
    let events = try analysedEvents(
      "قال الوزير الإيراني سامي حداد إن بلاده ستثأر لمقتل الضابط نادر عون على يد مجهولين.")
    #expect(!events.contains { $0.contains("THREATEN") && $0.hasPrefix("مجهولين") }, "\(events)")
  }

  @Test func `a pronoun on a deed with an object of its own is its doer`() throws {
    let text = "قال الوزير الأوكراني سامي حداد إن الرئيس الروسي نادر عون خسر كثيرا بعد غزوه لأوكرانيا."
    #expect(try countries(text, "ASSAULT") == ["RUS > UKR"])
  }

  @Test func `own forces before a verb with an object act for who speaks`() throws {
    let text = "أعلن الجيش الصومالي أن قواته قتلت عشرة من مقاتلي حركة الشباب."
    #expect(try countries(text, "ASSAULT") == ["SOM > SOM"])
  }

  @Test func `a verb with its pronoun takes no other object`() throws {
    let events = try analysedEvents("طالب القرار الذي أيده مجلس الأمن الدولي بيونغ يانغ بوقف تجاربها.")
    #expect(!events.contains { $0.contains("SUPPORT") }, "\(events)")
  }

  @Test func `what is cancelled or cut off does not take place`() throws {
    #expect(try analysedEvents("ألغى الرئيس التركي زيارته إلى بغداد.").allSatisfy { !$0.contains("CONSULT") })
    #expect(
      try analysedEvents("علقت بلجيكا مساعداتها العسكرية للسودان.").allSatisfy { !$0.contains(" AID ") })
    #expect(try analysedEvents("بدأ الرئيس التركي زيارته إلى بغداد.").contains { $0.contains("CONSULT") })
  }

  @Test func `who takes the responsibility for an attack has done it`() throws {
    let text = "أعلن تنظيم القاعدة مسؤوليته عن هجوم استهدف الشرطة الأفغانية."
    #expect(try analysedEvents(text).contains { $0.hasPrefix("تنظيم القاعدة ASSAULT") })
  }

  @Test func `whom somebody describes in evil words is accused`() throws {
    #expect(try countries("وصف الرئيس المصري نظيره الروسي بأنه مجرم حرب.", "ACCUSE") == ["EGY > RUS"])
  }

  @Test func `what one threatens or asks for is not done yet`() throws {
    let events = try analysedEvents("لوح الاتحاد الأوروبي بفرض عقوبات جديدة على بيلاروسيا.")
    #expect(
      events.contains { $0.contains("THREATEN") } && !events.contains { $0.contains("SANCTION") }, "\(events)"
    )
  }

  @Test func `talks that one only speaks of are not held`() throws {
    let events = try analysedEvents("اعتبر الوزير المصري سامي حداد أن التفاوض مع بلجيكا خيانة.")
    #expect(!events.contains { $0.contains("CONSULT") }, "\(events)")
  }

  @Test func `a verb behind an indefinite noun tells of the noun`() throws {
    let events = try analysedEvents("امتنعت الهند عن التصويت على قرار يدين بلجيكا.")
    #expect(!events.contains { $0.hasPrefix("الهند ACCUSE") }, "\(events)")
  }

  @Test func `whose deed is called necessary is asked for it, though it has an object`() throws {
    let text = "شدد العاهل الأردني سامي حداد على ضرورة وقف بلجيكا إجراءاتها الأحادية."
    #expect(try countries(text, "REQUEST") == ["JOR > BEL"])
  }

  @Test func `who is said to arm a state's rebels is accused`() throws {
    let text = "قال الوزير اليمني سامي حداد إن بلجيكا تزود الحوثيين بالصواريخ."
    #expect(try countries(text, "ACCUSE") == ["YEM > BEL"])
  }

  @Test func `what somebody should not do is not done, and readiness to answer threatens`() throws {
    let events = try analysedEvents("قال الرئيس الأوكراني سامي حداد إن على بلجيكا ألا ترضخ لروسيا.")
    #expect(!events.contains { $0.contains("CONCEDE") }, "\(events)")
    #expect(
      try analysedEvents("قال سامي حداد إن بلجيكا جاهزة للرد على روسيا.").contains { $0.contains("THREATEN") }
    )
  }

  @Test func `a headline that the next paragraph seems to go on with ends where it ends`() throws {
    for verb in ["أدانت", "رفضت", "أيدت", "هددت", "دعت", "استقبلت"] {
      _ = try analysedEvents("\(verb) فرنسا\nوإسبانيا والبرتغال تجتمع غدا في مدريد العاصمة.")
    }
  }
}
