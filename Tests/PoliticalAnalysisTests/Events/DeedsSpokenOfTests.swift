import MarsadCore
import PoliticalAnalysis
import Testing

/// Who is meant by words about deeds, promises and demands, with the whole engine.
@Suite struct DeedsSpokenOfTests {
  private func told(_ type: String, _ text: String) throws -> [String] {
    let document = try Analyzer.bundled(layers: Analyzer.usefulLayers).document(of: Article(text))
    return document.events.filter { $0.type == type }.map { event in
      [event.source, event.target].map { $0.map { document.entities[$0].name } ?? "-" }
        .joined(separator: " > ")
    }
  }

  @Test func `who condemns a killing blames the killer`() throws {
    let text = "تقع إسرائيل ومصر في المنطقة. أدانت مصر اغتيال الصحفي نادر عون برصاص الجيش الإسرائيلي."
    #expect(try told("ACCUSE", text) == ["مصر > الجيش الإسرائيلي"])
  }

  @Test func `who refuses a deed neither does it nor refuses its victims`() throws {
    let text = "رفضت مصر تهجير الفلسطينيين من غزة."
    #expect(try told("REJECT", text) == ["مصر > -"])
    #expect(try told("COERCE", text).isEmpty)
  }

  @Test func `the enemy in a promised fight is not promised anything`() throws {
    let text = "تعهد الرئيس الأوكراني فولوديمير زيلينسكي بمواصلة القتال ضد روسيا."
    #expect(try told("AGREE", text) == ["فولوديمير زيلينسكي > -"])
  }

  @Test func `what a demand comes before is not whom it is about`() throws {
    let text = "دعت فرنسا إلى عقد جلسة عاجلة قبل قمة الاتحاد الأوروبي."
    #expect(try told("REQUEST", text) == ["فرنسا > -"])
  }

  @Test func `who acts in a clause of a demand is not whom it is about`() throws {
    let text = "دعت كندا إلى حماية القرى التي تسيطر عليها روسيا."
    #expect(try told("REQUEST", text) == ["كندا > -"])
  }

  @Test func `what must be laid upon somebody is not laid by who says so`() throws {
    let text = "يزور وزير الخارجية الأردني أيمن الصفدي إسرائيل. أكد الصفدي ضرورة فرض عقوبات على إسرائيل."
    #expect(try told("SANCTION", text).isEmpty)
  }

  @Test func `sanctions that were laid upon somebody are nobody's`() throws {
    let text = "قال الوزير إن روسيا لن تهاجم جارتها لو فرضت عليها عقوبات."
    #expect(try told("SANCTION", text).allSatisfy { !$0.hasPrefix("روسيا") })
  }

  @Test func `an expulsion that is answered is not done by who answers`() throws {
    let text = "أعلنت روسيا أمس طرد عشرة دبلوماسيين ردا على طرد حكومة فرنسا دبلوماسيين روس."
    #expect(try told("SANCTION", text).allSatisfy { $0 != "روسيا > دبلوماسيين روس" })
  }

  @Test func `who works for arming somebody aids him`() throws {
    #expect(try told("AID", "تعمل ألمانيا على تزويد أوكرانيا بصواريخ حديثة.") == ["ألمانيا > أوكرانيا"])
  }

  @Test func `a conference for somebody's support is not held with him`() throws {
    let text = "يشارك وزير الخارجية المغربي ناصر بوريطة في مؤتمر دعم سوريا."
    #expect(try told("CONSULT", text).allSatisfy { !$0.hasSuffix("سوريا") })
    #expect(try told("SUPPORT", text) == ["ناصر بوريطة > سوريا"])
  }

  @Test func `a revolution that topples somebody is no power that coerces`() throws {
    let text = "تحسنت أحوال السودان بعد الثورة التي أطاحت بعمر البشير."
    #expect(try told("COERCE", text).isEmpty)
  }

  @Test func `a region part of which others hold does not hold itself`() throws {
    let text = "زار الوزير مدينة لوغانسك التي يسيطر على جزء منها الانفصاليون منذ سنوات."
    #expect(try told("COERCE", text).allSatisfy { !$0.hasPrefix("لوغانسك") })
  }

  @Test func `states that two sides are need be of two countries`() throws {
    let text = """
      حذرت تركيا تنظيم داعش من مهاجمة قواتها. ويزور وزير الخارجية المغربي ناصر بوريطة تركيا. وأكد بوريطة أن البلدين اتفقا على \
      تبادل الزيارات.
      """
    #expect(try told("AGREE", text).allSatisfy { !$0.contains("داعش") })
  }

  @Test func `who tells somebody something consults with him`() throws {
    let text = "أبلغ وزير الخارجية المصري سامح شكري نظيره التركي هاكان فيدان برفض القرار."
    #expect(try told("CONSULT", text) == ["سامح شكري > هاكان فيدان"])
  }

  @Test func `troops that are brought away leave`() throws {
    #expect(
      try told("RETREAT", "تستمر عمليات إجلاء القوات الفرنسية من النيجر.") == ["القوات الفرنسية > -"])
  }

  @Test func `the occupation is Israel where the text names it`() throws {
    let text = "قصفت إسرائيل بلدة الخيام. وندد الرئيس اللبناني جوزيف عون باقتحام الاحتلال مدينة نابلس."
    #expect(try told("COERCE", text).contains { $0.hasPrefix("إسرائيل > ") })
  }

  @Test func `who arrests many stands before them`() throws {
    let text = "أظهرت صور اعتقال قوات الاحتلال لعدد من الشبان في القدس."
    #expect(try told("COERCE", text).allSatisfy { !$0.hasSuffix("قوات الاحتلال") })
  }

  @Test func `who lays what a demand is about upon another agrees with its verb`() throws {
    let text = "دعا الرئيس التركي رجب طيب أردوغان السويد إلى رفع العقوبات التي تفرضها على تركيا."
    #expect(try told("SANCTION", text).allSatisfy { !$0.hasPrefix("رجب طيب أردوغان") })
  }

  @Test func `some who support somebody are not him`() throws {
    let text = "وتضم القائمة دولا كبيرة تدعم أوكرانيا في مواجهة روسيا."
    #expect(try told("SUPPORT", text).allSatisfy { $0 == "- > أوكرانيا" })
  }

  @Test func `a body that is given to a family is given to nobody named behind it`() throws {
    let text = "سلمت الشرطة المصرية جثمان الشاب إلى ذويه في مقر السفارة الفرنسية."
    #expect(try told("CONCEDE", text).allSatisfy { $0.hasSuffix("-") })
  }

  @Test func `who warns of something threatens, though nobody is named`() throws {
    #expect(
      try told("THREATEN", "حذر وزير الخارجية المصري سامح شكري من أن الحرب ستتسع.") == ["سامح شكري > -"])
  }

  @Test func `what all the world should do is asked of nobody`() throws {
    let text = "قال وزير الخارجية المصري سامح شكري إن على الجميع العمل على وقف الحرب."
    #expect(try told("REQUEST", text) == ["سامح شكري > -"])
  }
}
