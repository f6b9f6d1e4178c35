import PoliticalAnalysis
import Testing

@Suite struct `Names of bodies` {
  @Test func `a Latin name in brackets is another name of the body before it`() throws {
    let found = try Found(
      "ذكرت صحيفة \"فايننشال تايمز\" (Financial Times) الخبر، ونفاه مكتب التحقيقات الفدرالي الأميركي (FBI).")
    #expect(found.mentions(ofWhat: "Financial Times") == ["فايننشال تايمز", "Financial Times"])
    #expect(found.entity("FBI")?.name == found.entity("مكتب التحقيقات الفدرالي الأميركي")?.name)
  }

  @Test func `a quotation before a Latin name is a body where its noun can be one`() throws {
    let found = try Found(
      "باعت شركة \"تيلورا\" (Telora) أسهمها، ومثلها \"كيرمان\" (Kerman)، وأصاب صاروخ \"زوبيك\" (Zubik) الجسر."
    )
    #expect(found.mentions(ofWhat: "تيلورا") == ["تيلورا", "Telora"])
    #expect(found.entity("Zubik") == nil)
  }

  @Test func `a state's army is one body whatever it is called`() throws {
    let found = try Found(
      "تقدمت القوات البولندية، وأعلن الجيش البولندي أنه عبر النهر، ثم قالت القوات المسلحة البولندية إنها توقفت. وقصفت القوات البرية البولندية الجسر."
    )
    #expect(
      found.mentions(ofWhat: "الجيش البولندي")
        == ["القوات البولندية", "الجيش البولندي", "القوات المسلحة البولندية"])
  }

  @Test func `the occupation's forces are described by it and are Israel's`() throws {
    let found = try Found(
      "اقتحمت قوات الاحتلال المدينة، وقال الجيش الإسرائيلي إنه انسحب. واعتدت شرطة الاحتلال على الشبان، ثم نفت الشرطة الإسرائيلية ذلك."
    )
    #expect(found.mentions(ofWhat: "قوات الاحتلال") == ["قوات الاحتلال", "الجيش الإسرائيلي"])
    #expect(found.mentions(ofWhat: "شرطة الاحتلال") == ["شرطة الاحتلال", "الشرطة الإسرائيلية"])
    #expect(!found.names.contains { $0.contains("الاحتلال") })
  }

  @Test func `a noun that ends like an article has one, too`() throws {
    #expect(try Found("قتلت الغارة الأطفال.").entity("الأطفال")?.kind == .organization)
  }

  @Test func `what a body is for belongs to its name`() throws {
    let found = try Found("رحبت الهيئة الوطنية لمراقبة الأسواق المالية بالقرار.")
    #expect(found.names.contains("الهيئة الوطنية لمراقبة الأسواق المالية/ORG"))
  }

  @Test func `fathers and house belong to a known person's name`() throws {
    let found = try Found("استقبل الأمير محمد بن سلمان بن عبدالعزيز آل سعود الوفد، وودعه محمد بن سلمان.")
    #expect(
      found.mentions(ofWhat: "محمد بن سلمان") == ["محمد بن سلمان بن عبدالعزيز آل سعود", "محمد بن سلمان"])
  }

  @Test func `the desert is Western Sahara where Morocco or Algeria is spoken of`() throws {
    #expect(try Found("زار المبعوث الرباط لبحث ملف الصحراء.").entity("الصحراء")?.country == "ESH")
    #expect(try Found("زار المبعوث طرابلس بعدما عبر الصحراء.").entity("الصحراء") == nil)
    #expect(try Found("قال المغرب إن القافلة عبرت الصحراء الكبرى.").entity("الصحراء") == nil)
  }

  @Test func `the office of a holder is a body, and his name behind it his own`() throws {
    let found = try Found("أعلن مكتب رئيس الوزراء الإسرائيلي نفتالي بينيت إلغاء الزيارة.")
    #expect(found.names == ["مكتب رئيس الوزراء الإسرائيلي/ORG", "نفتالي بينيت/PERSON"])
  }

  @Test func `a state behind its kind is named`() throws {
    let found = try Found("يجمع المثلث دول مالي والنيجر.")
    #expect(found.names == ["مالي/GPE", "النيجر/GPE"])
    #expect(found.entity("دول مالي") == nil)
  }

  @Test func `what an agency is and what works make belong to their names`() throws {
    let found = try Found("ذكرت وكالة تاس للأنباء أن القصف أصاب مصنع آزوفستال للصلب.")
    #expect(found.names == ["وكالة تاس للأنباء/ORG", "مصنع آزوفستال للصلب/LOC"])
  }

  @Test func `a body known by what it is and whose is described`() throws {
    let found = try Found("قصفت المليشيات الحوثية المدينة، ورد الحوثيون على البيان.")
    #expect(found.names == ["الحوثيون/ORG"])
    #expect(found.mentions(ofWhat: "الحوثيون") == ["المليشيات الحوثية", "الحوثيون"])
  }

  @Test func `forces of an occupation and settlers are Israel's where only a town of the land is named`()
    throws
  {
    #expect(try Found("اقتحمت قوات الاحتلال جنين.").entity("قوات الاحتلال")?.country == "ISR")
    #expect(try Found("أصاب مستوطنون طفلا في جنين.").entity("مستوطنون")?.country == "ISR")
  }
}
