import MarsadCore
import PoliticalAnalysis
import Testing

@Suite struct EventActorTests {
  @Test(arguments: [
    "استقبل الرئيس التونسي قيس سعيد في قرطاج الرئيس الفنلندي ساولي نينيستو.",
    "استقبل الرئيس التونسي قيس سعيد اليوم في قرطاج الرئيس الفنلندي ساولي نينيستو.",
  ])
  func `where and when stand between who meets and who is met`(text: String) throws {
    let events = try analysedEvents(text)
    #expect(events.contains { $0.hasPrefix("قيس سعيد CONSULT") && $0.hasSuffix("نينيستو") }, "\(events)")
  }

  @Test func `an adjective of nationality says whose doing a noun is`() throws {
    let found = try events("إدانة فرنسية لإسبانيا بعد خطاب في فرنسا.", [france, spain])
    #expect(found.contains("فرنسا ACCUSE إسبانيا"), "\(found)")
  }

  @Test func `a verb before its subject is singular, so a plural one has its subject elsewhere`() throws {
    let found = try events("طالبوا سامي الحداد بالرحيل.", [minister])
    #expect(!found.contains { $0.hasPrefix("سامي الحداد") }, "\(found)")
  }

  @Test func `an object stands behind all subjects`() throws {
    let found = try events("دعا سامي الحداد ونادر عون فرنسا إلى الحوار.", [minister, envoy, france])
    #expect(found.contains("سامي الحداد REQUEST فرنسا"), "\(found)")
    #expect(found.contains("نادر عون REQUEST فرنسا"), "\(found)")
  }

  @Test func `a promise is made to the state that it names`() throws {
    let found = try events("تعهدت فرنسا باحترام حدود إسبانيا.", [france, spain])
    #expect(found == ["فرنسا AGREE إسبانيا"])
  }

  @Test func `what somebody does something for is done to whom it names`() throws {
    let found = try events("عقدت فرنسا جلسة دعما لإسبانيا.", [france, spain])
    #expect(found.contains("فرنسا SUPPORT إسبانيا"), "\(found)")
  }

  @Test func `a request needs no addressee`() throws {
    let found = try events("قال سامي الحداد إن الأمر صعب، مطالبا بتحرك عاجل.", [minister])
    #expect(found.contains("سامي الحداد REQUEST -"), "\(found)")
  }

  @Test func `the object of a verbal noun may be joined by ل behind its doer`() throws {
    let found = try events("تحدث المراسل خلال استقبال سامي الحداد لنادر عون.", [minister, envoy])
    #expect(found.contains("سامي الحداد CONSULT نادر عون"), "\(found)")
  }

  @Test func `a finite verb has no object with ل where it takes a direct one`() throws {
    let found = try events("هددت فرنسا بعرقلة القرار لإسبانيا.", [france, spain])
    #expect(!found.contains { $0.hasSuffix("THREATEN -") }, "\(found)")
  }

  @Test func `who must do something is asked for it`() throws {
    for text in [
      "قال نادر عون إنه يجب أن تلتزم فرنسا بالقرار.", "شدد نادر عون على ضرورة التزام فرنسا بالقرار.",
    ] {
      let found = try events(text, [envoy, france])
      #expect(found.contains("نادر عون REQUEST فرنسا"), "\(text): \(found)")
    }
  }

  @Test func `who is released was held by somebody`() throws {
    let found = try events("اعتقلت فرنسا نادر عون أمس. ثم أطلق سراح نادر عون.", [france, envoy])
    #expect(found.contains("فرنسا CONCEDE نادر عون"), "\(found)")
  }

  @Test func `two states may be named by the adjectives of a dual`() throws {
    let found = try events(
      "اتفقت الحكومتان الفرنسية والإسبانية على خطة. وقالت فرنسا ومعها إسبانيا إنها مهمة.", [france, spain])
    #expect(found.contains("فرنسا AGREE إسبانيا"), "\(found)")
  }

  @Test func `readiness to do something for another is a promise to it`() throws {
    let found = try events("أعلنت فرنسا استعدادها لتقديم العون لإسبانيا.", [france, spain])
    #expect(found.contains("فرنسا AGREE إسبانيا"), "\(found)")
  }

  @Test func `a thing that endangers something does not threaten in words`() throws {
    let found = try events("تحدث سامي الحداد عن أوضاع تهدد فرنسا.", [minister, france])
    #expect(!found.contains { $0.contains("THREATEN") }, "\(found)")
  }

  @Test func `what is denied is no event`() throws {
    let found = try events("لن تطرد فرنسا نادر عون.", [france, envoy])
    #expect(!found.contains { $0.contains("SANCTION") }, "\(found)")
  }

  @Test func `who will not abandon another supports it`() throws {
    let found = try events("قال نادر عون إن بلاده لن تتخلى عن فرنسا.", [envoy, france])
    #expect(found.contains("نادر عون SUPPORT فرنسا"), "\(found)")
  }

  @Test func `an object may stand behind an aside`() throws {
    let found = try events("دعت فرنسا، حسب البيان، إسبانيا إلى الحوار.", [france, spain])
    #expect(found.contains("فرنسا REQUEST إسبانيا"), "\(found)")
  }

  @Test func `two who stand before a dual verb meet`() throws {
    let text = "التقى سامي الحداد نادر عون. وأضاف أن الجانبين بحثا الأوضاع."
    #expect(try events(text, [minister, envoy]).contains("سامي الحداد CONSULT نادر عون"))
    let found = try events("سامي الحداد ونادر عون بحثا في باريس الأزمة.", [minister, envoy])
    #expect(found.contains("سامي الحداد CONSULT نادر عون"), "\(found)")
  }

  @Test func `a verb may have two letters, and one that ends in a hamza is no function word`() throws {
    #expect(
      try events("حث سامي الحداد فرنسا على الحوار.", [minister, france]) == ["سامي الحداد REQUEST فرنسا"])
    let found = try events("هنأ سامي الحداد نادر عون.", [minister, envoy])
    #expect(found.contains("سامي الحداد SUPPORT نادر عون"), "\(found)")
  }

  @Test func `an accusative with tanwin has no genitive`() throws {
    let found = try events("أجرى سامي الحداد اتصالا هاتفيا بنادر عون.", [minister, envoy])
    #expect(found == ["سامي الحداد CONSULT نادر عون"])
  }

  @Test func `a visit that somebody made has its place behind the clause`() throws {
    let found = try events("كانت زيارة العمل التي قام بها سامي الحداد إلى فرنسا ناجحة.", [minister, france])
    #expect(found.contains("سامي الحداد CONSULT فرنسا"), "\(found)")
  }

  @Test func `an accusative tells of which nation somebody is`() throws {
    let found = try events("اعتقلت فرنسا شابا إسبانيا بعد خطاب في إسبانيا.", [france, spain])
    #expect(found.contains("فرنسا COERCE إسبانيا"), "\(found)")
  }
}
