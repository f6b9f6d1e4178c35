import PoliticalAnalysis
import Testing

@Suite struct `Descriptions and offices` {
  @Test func `how many and which belong to a description`() throws {
    let found = try Found(
      "نقلت السفينة عشرات المهاجرين إلى الميناء. ودانت حركة الضفاف الوطنية القرار، ورفضت هذه الحركة أن تحاور."
    )
    #expect(found.entity("عشرات المهاجرين")?.kind == .organization)
    #expect(found.mentions(ofWhat: "هذه الحركة") == ["حركة الضفاف الوطنية", "هذه الحركة"])
  }

  @Test func `whom forces hold to belongs to their description`() throws {
    let found = try Found("تقدمت القوات الموالية للحكومة نحو المدينة، وانسحبت مليشيا متحالفة معها.")
    #expect(found.entity("القوات الموالية للحكومة") != nil)
    #expect(found.entity("مليشيا متحالفة معها") != nil)
  }

  @Test func `people may be named by their nationality`() throws {
    let found = try Found("اعتقلت الشرطة ثلاثة برتغاليين، وقال مسؤولون برتغاليون إن بلادهم تتابع.")
    #expect(found.entity("ثلاثة برتغاليين")?.country == "PRT")
    #expect(found.entity("برتغاليون") == nil)
  }

  @Test func `a plural that keeps its noon is in no construct`() throws {
    let found = try Found("دخل مستوطنون المدينة القديمة، وعبر مسلحون ليبيا نحو الجنوب.")
    #expect(found.entity("مستوطنون") != nil)
    #expect(found.entity("مسلحون") != nil)
  }

  @Test func `the adjective of a thing is nobody`() throws {
    #expect(try Found("دعت روسيا رعاياها إلى الرحيل.").entity("رعاياها")?.country == "RUS")
    #expect(try Found("من المقرر أن يصل الوفد غدا.").document.entities.allSatisfy { $0.kind != .person })
  }

  @Test func `the president of the republic is the president`() throws {
    let found = try Found("وصل الرئيس القبرصي نيكوس بابادو إلى أثينا. وقال رئيس الجمهورية إن الزيارة مهمة.")
    #expect(found.mentions(ofWhat: "رئيس الجمهورية") == ["نيكوس بابادو", "رئيس الجمهورية"])
  }

  @Test func `an envoy of an international body acts for no state`() throws {
    let found = try Found(
      "قال المبعوث الأممي إلى مالي بيتر هانسون إن الحوار مستمر. وأضاف المبعوث الدولي أنه متفائل.")
    #expect(found.entity("بيتر هانسون")?.country == nil)
    #expect(found.entity("بيتر هانسون")?.sector == "IGO")
    #expect(found.mentions(ofWhat: "المبعوث الدولي") == ["بيتر هانسون", "المبعوث الدولي"])
  }

  @Test func `a counterpart is of the state that his adjective names`() throws {
    let found = try Found(
      "التقى وزير الخارجية الأردني سالم الروابدة نظيره البلجيكي يان فندربول، ثم هاتف نظيره الفنلندي.")
    #expect(found.entity("يان فندربول")?.country == "BEL")
    #expect(found.entity("نظيره الفنلندي")?.country == "FIN")
  }

  @Test func `offices that stand side by side are one person's`() throws {
    let found = try Found("قال نائب رئيس الوزراء وزير الخارجية العماني الشيخ سالم الحبسي إن اللقاء مثمر.")
    #expect(found.entity("سالم الحبسي")?.roles.count == 2)
    #expect(found.entity("سالم الحبسي")?.country == "OMN")
  }

  @Test func `a quotation after the noun of a body is its name`() throws {
    let found = try Found("نشرت صحيفة \"الضفاف\" تقريرا، وقالت الصحيفة إن مليشيا «درع الجبال» انسحبت.")
    #expect(found.names == ["الضفاف/ORG", "درع الجبال/ORG"])
    #expect(found.mentions(ofWhat: "الضفاف") == ["الضفاف", "الصحيفة"])
  }

  @Test func `a body of two nationalities is no one state's`() throws {
    let found = try Found("رحب التحالف السوداني التشادي بالقرار، وقالت الحكومة التشادية المؤقتة إنها توافق.")
    #expect(found.names == ["التحالف السوداني التشادي/ORG", "الحكومة التشادية المؤقتة/ORG"])
    #expect(found.entity("التحالف السوداني التشادي")?.country == nil)
  }

  @Test func `a capital with its state's adjective stands for its name`() throws {
    let found = try Found("وصل إلى أوسلو وفد كبير، ثم عقد في العاصمة النرويجية لقاء.")
    #expect(found.mentions(ofWhat: "العاصمة النرويجية") == ["أوسلو", "العاصمة النرويجية"])
  }

  @Test func `ministers in a list are of one government`() throws {
    let found = try Found(
      "حضر اللقاء وزير الخارجية الكيني جون أوموندي، ووزير الطاقة بيتر كاماو، ووزير النقل ديفيد موانغي.")
    #expect(found.entity("بيتر كاماو")?.country == "KEN")
    #expect(found.entity("ديفيد موانغي")?.country == "KEN")
  }

  @Test func `his highness is the prince whom the article names most`() throws {
    let found = try Found("استقبل الأمير فهد بن راشد السفير سالم الهاجري. وأكد سموه أهمية اللقاء.")
    #expect(found.mentions(ofWhat: "سموه") == ["فهد بن راشد", "سموه"])
  }

  @Test func `of two towns of one name, that of the state spoken of is meant`() throws {
    #expect(try Found("وصل الوفد الليبي إلى طرابلس قادما من بنغازي.").entity("طرابلس")?.country == "LBY")
    #expect(try Found("تظاهر محتجون في طرابلس شمالي لبنان.").entity("طرابلس")?.country == "LBN")
  }

  @Test func `an official of an international body is of no state`() throws {
    let found = try Found("وصل مسؤول أوروبي إلى تونس، والتقى مسؤولا تونسيا.")
    #expect(found.entity("مسؤول أوروبي")?.sector == "IGO")
  }

  @Test func `the ministry of finance is not Mali's`() throws {
    let found = try Found("قال وزير المالية فهد الرويلي إن الميزانية جاهزة.")
    #expect(found.entity("فهد الرويلي")?.country == nil)
    #expect(try Found("وصل وزير الدفاع المالي إلى باماكو.").entity("وزير الدفاع المالي")?.country == "MLI")
  }

  @Test func `a place's name alone in quotation marks is the paper's`() throws {
    let found = try Found("وقال الخبير لـ«الشرق الأوسط» إن أزمات الشرق الأوسط كثيرة.")
    #expect(found.names == ["الشرق الأوسط/ORG", "الشرق الأوسط/LOC"])
  }

  @Test func `a noun and God's name begin a name`() throws {
    #expect(try Found("قال رئيس الحزب فضل الله برهوم إن اللقاء غدا.").names == ["فضل الله برهوم/PERSON"])
  }

  @Test func `a name ends before a preposition and its noun`() throws {
    let found = try Found("صرح النائب البلجيكي يان فندربول للصحافة أمس.")
    #expect(found.names == ["يان فندربول/PERSON"])
  }

  @Test func `counted people are described with their number`() throws {
    let found = try Found("وأنقذ الحراس 38 سائحا من البحر. وعاد ستة جنود إلى القاعدة.")
    #expect(found.mentions(ofWhat: "38 سائحا") == ["38 سائحا"])
    #expect(found.mentions(ofWhat: "ستة جنود") == ["ستة جنود"])
  }

  @Test func `states and peoples are somebody only with what says which`() throws {
    let found = try Found("ورحبت دول الجوار بالاتفاق. وقال الخبير إن الدول حريصة على الشعب.")
    #expect(found.mentions(ofWhat: "دول الجوار") == ["دول الجوار"])
    #expect(found.mentions(ofWhat: "الدول").isEmpty)
    #expect(found.mentions(ofWhat: "الشعب").isEmpty)
  }

  @Test func `the West is no direction`() throws {
    #expect(try Found("اتهم المتحدث الغرب بتأجيج الخلاف.").names == ["الغرب/LOC"])
    #expect(try Found("وامتد الحريق من الشرق إلى الغرب.").names.isEmpty)
  }

  @Test func `to put an end to something is no court`() throws {
    #expect(try Found("وشدد على أهمية القضاء على الفقر.").mentions(ofWhat: "القضاء").isEmpty)
  }

  @Test func `a statement to the press is nobody of the press`() throws {
    #expect(
      try Found("اعتمد المجلس بيانا صحفيا وأجرى حوارا صحافيا.").document.entities.allSatisfy {
        $0.kind != .person
      })
  }

  @Test func `people are the same in every case`() throws {
    let found = try Found("التقى الوفد مسؤولين برتغاليين. وقال المسؤولون إن الطريق مفتوح.")
    #expect(found.mentions(ofWhat: "مسؤولين برتغاليين") == ["مسؤولين برتغاليين", "المسؤولون"])
  }

  @Test func `whom a spokesman speaks to is no part of his office`() throws {
    let found = try Found("قال الناطق لرويترز إن الطريق مفتوح.")
    #expect(found.entity("الناطق") != nil)
    #expect(found.entity("رويترز") != nil)
  }

  @Test func `people told of together are one description, sides are two`() throws {
    let found = try Found(
      "قال مسؤولون ودبلوماسيون إن الأزمة كبيرة. واندلعت مواجهات بين المستوطنين والفلسطينيين.")
    #expect(found.entity("مسؤولون ودبلوماسيون") != nil)
    #expect(found.entity("الفلسطينيين")?.country == "PSE")
    #expect(found.entity("المستوطنين") != nil)
  }

  @Test func `a title before a name is no description, nor are people the adjective of a body`() throws {
    let found = try Found("أفرجت الحكومة عن الصحفي عمر الراضي، واعتقلت الشرطة المتظاهرين.")
    #expect(found.entity("الصحفي") == nil)
    #expect(found.entity("الشرطة") != nil)
    #expect(found.entity("المتظاهرين") != nil)
  }
}
