import MarsadCore
import PoliticalAnalysis
import Testing

@Suite struct `One person in several words` {
  @Test func `a foreign name in two spellings is one person's`() throws {
    let found = try Found("وصل الوزير أندريه كوفالينكو أمس. وقال أندريه كوفلينكو إن الطريق مفتوح.")
    #expect(found.mentions(ofWhat: "أندريه كوفالينكو") == ["أندريه كوفالينكو", "أندريه كوفلينكو"])
  }

  @Test func `common first names are told apart by their vowels`() throws {
    let found = try Found("التقى الوزير سالم قنديل أمس النائب سليم قنديل في عمان.")
    #expect(found.mentions(ofWhat: "سالم قنديل") == ["سالم قنديل"])
  }

  @Test func `whom the headline describes is who is named under it with an office of that state`() throws {
    let found = try Found(
      "دبلوماسي ياباني: المشروع جاهز\nقال يوسف ساتو، المستشار في السفارة اليابانية، إن المشروع جاهز.")
    #expect(found.mentions(ofWhat: "يوسف ساتو").contains("دبلوماسي ياباني"))
  }

  @Test func `of two ministers the one without a state's name is meant by the office alone`() throws {
    let found = try Found(
      "قال وزير الخارجية سامح شكري إن اللقاء مفيد. وقال وزير الخارجية الألماني كارل شميت إن التعاون مستمر. ورأى وزير الخارجية أن الأمر صعب."
    )
    #expect(found.mentions(ofWhat: "سامح شكري") == ["سامح شكري", "وزير الخارجية"])
  }

  @Test func `the chair of a committee who has a second office is named after it`() throws {
    let found = try Found("وقال رئيس لجنة المياه وعضو مجلس الزراعة يوسف قنديل إن السد ممتلئ.")
    #expect(found.mentions(ofWhat: "يوسف قنديل") == ["يوسف قنديل"])
    #expect(found.entity("يوسف قنديل")?.roles.count == 2)
  }

  @Test func `the kingdom that is meant is the one whose towns are named`() throws {
    let found = try Found(
      "زار الوفد المملكة المغربية ثم المملكة العربية السعودية. ووصل إلى الرياض ثم إلى جدة. وأشاد بجهود المملكة."
    )
    #expect(found.mentions(ofWhat: "المملكة العربية السعودية").contains("المملكة"))
  }

  @Test func `a name that is misspelt once is the same person's`() throws {
    let found = try Found("وصل الوزير فيليب كوفالينكو أمس. وقال الوزير فيلب كوفالينكو إن الطريق مفتوح.")
    #expect(found.mentions(ofWhat: "فيليب كوفالينكو") == ["فيليب كوفالينكو", "فيلب كوفالينكو"])
  }

  @Test func `a body is the same after a preposition that takes its article's alef`() throws {
    let found = try Found("وقال بيان للجيش البرتغالي إن التدريب انتهى. وعاد الجيش البرتغالي إلى قواعده.")
    #expect(found.mentions(ofWhat: "الجيش البرتغالي") == ["لجيش البرتغالي", "الجيش البرتغالي"])
  }

  @Test func `a place between an office and its holder's name parts them not`() throws {
    let found = try Found(
      "وقال رئيس حزب النخيل في السودان يوسف قنديل إن اللقاء مفيد. وأشاد رئيس حزب النخيل بالاتفاق.")
    #expect(found.mentions(ofWhat: "يوسف قنديل") == ["يوسف قنديل", "رئيس حزب النخيل"])
  }

  @Test func `a town's name after a first name is a family's, there and alone`() throws {
    let found = try Found(
      "وصل علي الأحمدي إلى مسقط. وقال الأحمدي إن الميناء جاهز. ووصل إلى الأحمدي في الكويت.")
    #expect(found.mentions(ofWhat: "علي الأحمدي") == ["علي الأحمدي", "الأحمدي"])
    #expect(found.names.contains("الأحمدي/GPE") == true)
  }

  @Test func `whom the text names in full goes before somebody known of that family name`() throws {
    let found = try Found("قال الوزير سالم الصفدي إن الموسم جيد. وأضاف الصفدي أن السد ممتلئ.")
    #expect(found.mentions(ofWhat: "سالم الصفدي") == ["سالم الصفدي", "الصفدي"])
  }

  @Test func `a name in quotation marks after an office is its holder's`() throws {
    let found = try Found(
      "كشف المبعوث الدولي إلى اليمن \"كريم ولد سيدي أحمد\" عن خطة. وأضاف المبعوث الدولي أنها جاهزة.")
    #expect(found.mentions(ofWhat: "كريم ولد سيدي أحمد") == ["كريم ولد سيدي أحمد", "المبعوث الدولي"])
  }

  @Test func `the official is who was described so, not a minister named since, and never a head of state`()
    throws
  {
    var found = try Found(
      "قال مسؤول عسكري تركي إن التدريب انتهى. ووصل الوزير القطري سالم الحداد. وأضاف المسؤول العسكري أن السفن عادت."
    )
    #expect(found.mentions(ofWhat: "مسؤول عسكري تركي") == ["مسؤول عسكري تركي", "المسؤول العسكري"])
    found = try Found(
      "قال وزير الزراعة كريم ناصر إن السد ممتلئ بعد لقاء الرئيس النيجيري محمد بخاري. وأضاف المسؤول الحكومي أن المياه كافية."
    )
    #expect(found.mentions(ofWhat: "كريم ناصر") == ["كريم ناصر", "المسؤول الحكومي"])
  }

  @Test func `a trade may be a family's name`() throws {
    let found = try Found("قال الخبير في شؤون المياه يوسف الطيار إن السد ممتلئ. ويضيف الطيار أن الموسم جيد.")
    #expect(found.mentions(ofWhat: "يوسف الطيار") == ["يوسف الطيار", "الطيار"])
  }

  @Test func `the former adviser is who was one, not who is`() throws {
    let found = try Found(
      "وصل المستشار الألماني الأسبق كارل شميت إلى فيينا. وانتقده مستشار الرئاسة الأوكرانية أندريه كوفالينكو. ورد المستشار الأسبق على النقد."
    )
    #expect(found.mentions(ofWhat: "كارل شميت").contains("المستشار الأسبق"))
  }

  @Test func `the president is who is it, though the article names a former one`() throws {
    let found = try Found(
      "دعا الرئيس التونسي السابق المنصف المرزوقي إلى الحوار. وقال الرئيس قيس سعيد إنه موافق. وأعلن الرئيس التونسي موعدا."
    )
    #expect(found.mentions(ofWhat: "قيس سعيد") == ["قيس سعيد", "الرئيس التونسي"])
  }

  @Test func `a governor is of his place, named or not`() throws {
    let found = try Found("قال حاكم تكساس سالم قنديل إن الطريق مفتوح. وأضاف حاكم الولاية أن الجسر جاهز.")
    #expect(found.mentions(ofWhat: "سالم قنديل") == ["سالم قنديل", "حاكم الولاية"])
  }
}
