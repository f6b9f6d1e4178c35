import PoliticalAnalysis
import Testing

@Suite struct `Persons behind offices and taken up by them` {
  @Test func `an office behind a name between commas is another's`() throws {
    let found = try Found(
      "انتقد السفير المغربي، يوسف بنجلون، الدبلوماسي التونسي كريم الزيات. وقال السفير المغربي إن اللقاء فشل.")
    #expect(found.entity("يوسف بنجلون")?.country == "MAR")
    #expect(found.entity("كريم الزيات")?.country == "TUN")
    #expect(found.mentions(ofWhat: "يوسف بنجلون").last == "السفير المغربي")
  }

  @Test func `the name behind an indefinite spokesman is whom he speaks for`() throws {
    let found = try Found(
      "كشف متحدث باسم وزير الطاقة البلجيكي يان فندربول الخطة. وقال المتحدث باسم الوزير إنها جاهزة.")
    #expect(
      found.mentions(ofWhat: "المتحدث باسم الوزير")
        == ["متحدث باسم وزير الطاقة البلجيكي", "المتحدث باسم الوزير"])
    #expect(found.entity("يان فندربول")?.country == "BEL")
    let own = try Found("قال المتحدث باسم وزير الطاقة البلجيكي يان فندربول إن الخطة جاهزة.")
    #expect(own.entity("يان فندربول")?.roles.count == 1)
  }

  @Test func `a body's short name in an office is that of its full one`() throws {
    let found = try Found(
      "رحب الأمين العام للناتو ينس ستولتنبرغ بالطلب. وقال الأمين العام للحلف إن الباب مفتوح.")
    #expect(found.mentions(ofWhat: "الأمين العام للحلف") == ["ينس ستولتنبرغ", "الأمين العام للحلف"])
  }

  @Test func `a bracket may stand between an office and its holder`() throws {
    let found = try Found("قال الأمين العام لحلف شمال الأطلسي (ناتو) كارل فندربول إن الحلف مستعد.")
    #expect(found.entity("كارل فندربول")?.roles.count == 1)
  }

  @Test func `what a minister is minister of is no part of his name`() throws {
    #expect(try Found("حضر وزير العدل يوسف بنجلون.").entity("يوسف بنجلون")?.roles.count == 1)
  }

  @Test func `affairs and adjectives behind an office's state belong to it`() throws {
    let affairs = try Found("قال وزير الدولة القطري لشؤون الطاقة سعد الحبسي إن العقد وقع.")
    #expect(affairs.entity("سعد الحبسي")?.country == "QAT")
    let member = try Found("حذر عضو الكنيست البارز رام بن عامي من الخطة.")
    #expect(member.entity("رام بن عامي")?.roles.count == 1)
    let envoy = try Found("قال المبعوث الأميركي الخاص إلى اليمن تيم هانسون إن الهدنة صامدة.")
    #expect(envoy.entity("تيم هانسون")?.country == "USA")
  }

  @Test func `a part of a body belongs to the office and has the body's state`() throws {
    let found = try Found("قال عضو المكتب السياسي لحركة حماس يوسف بنجلون إن الوفد وصل.")
    #expect(found.entity("يوسف بنجلون")?.roles.count == 1)
    #expect(found.entity("المكتب السياسي")?.country == "PSE")
  }

  @Test func `a counterpart is the only holder of a government's office of his state`() throws {
    let found = try Found("وصل الرئيس الفنلندي ماتي فرتانن إلى أنقرة. وأبلغ أردوغان نظيره الفنلندي أنه قلق.")
    #expect(found.mentions(ofWhat: "نظيره الفنلندي") == ["ماتي فرتانن", "نظيره الفنلندي"])
  }

  @Test func `excellencies are ministers and presidents`() throws {
    let found = try Found(
      "استقبل فخامة الرئيس عبدالفتاح السيسي الأمير محمد بن سلمان بحضور وزير العدل يوسف بنجلون. وعقد فخامته اجتماعا، ورحب معاليه بالقرار."
    )
    #expect(found.mentions(ofWhat: "فخامته") == ["عبدالفتاح السيسي", "فخامته"])
    #expect(found.mentions(ofWhat: "معاليه") == ["يوسف بنجلون", "معاليه"])
  }

  @Test func `the first spelling of a long name stays the person's`() throws {
    let found = try Found(
      "قال الدكتور خالد محمود البرغوثي إن الخطة جاهزة. وأشار البرغوثي إلى القرار. وحضر الدكتور خالد محمود البرغوتي."
    )
    #expect(found.mentions(ofWhat: "البرغوثي").count == 3)
  }

  @Test func `women are called by their first names, debt is nobody`() throws {
    let found = try Found("قالت الدكتورة نبيلة مكرم إن الوفد وصل. وأضافت نبيلة أن الدين الخارجي كبير.")
    #expect(found.mentions(ofWhat: "نبيلة") == ["نبيلة مكرم", "نبيلة"])
    #expect(found.document.entities.filter { $0.kind == .person }.count == 1)
  }

  @Test func `who works for a medium is told by it before the name`() throws {
    let found = try Found("بكت صحفية الجزيرة شيرين أبو عاقلة.")
    #expect(found.names == ["الجزيرة/ORG", "شيرين أبو عاقلة/PERSON"])
    #expect(found.entity("صحفية الجزيرة") == nil)
  }

  @Test func `a description's state is that of whom it takes up`() throws {
    let found = try Found("استدعت السعودية السفير اللبناني. وقال السفير فوزي كبارة إن بلاده حريصة.")
    #expect(found.entity("فوزي كبارة")?.country == "LBN")
  }

  @Test func `a king's ambassador is of the king's state`() throws {
    let found = try Found("استقبل سفير خادم الحرمين الشريفين لدى مصر يوسف بنجلون الوفد المصري.")
    #expect(found.entity("يوسف بنجلون")?.country == "SAU")
  }
}

@Suite struct `Bodies taken up` {
  @Test func `a name without some of its words is the body's`() throws {
    let found = try Found(
      "قال الهلال الأحمر الفلسطيني إن 20 أصيبوا، وأضاف الهلال الأحمر أنه نقلهم. وانسحب تيار البناء الوطني الحر، ثم عاد تيار البناء الحر."
    )
    #expect(found.mentions(ofWhat: "الهلال الأحمر") == ["الهلال الأحمر الفلسطيني", "الهلال الأحمر"])
    #expect(found.mentions(ofWhat: "تيار البناء الحر") == ["تيار البناء الوطني الحر", "تيار البناء الحر"])
  }

  @Test func `a name in brackets is the body's before them`() throws {
    let found = try Found("قالت حركة التحرير الوطني (فتح) إن الاعتداء خطير، وأكدت حركة فتح أنها سترد.")
    #expect(found.mentions(ofWhat: "حركة فتح") == ["حركة التحرير الوطني", "فتح", "حركة فتح"])
  }

  @Test func `the noun that a known name has before it takes it up`() throws {
    let found = try Found("أعلن تحالف أوبك بلس الزيادة، وقال التحالف إنه سيجتمع.")
    #expect(found.mentions(ofWhat: "التحالف") == ["تحالف أوبك بلس", "التحالف"])
  }

  @Test func `parliament is the chamber that the article names and takes up by its own noun only`() throws {
    let found = try Found(
      "دعا مجلس الأمن لبنان إلى الإصلاح، ورحب بانتخاب البرلمان. وقال المجلس إنه يتابع عمل مجلس النواب.")
    #expect(found.mentions(ofWhat: "البرلمان") == ["البرلمان", "مجلس النواب"])
    #expect(found.mentions(ofWhat: "المجلس") == ["مجلس الأمن", "المجلس"])
  }

  @Test func `a ministry's forces are its state's army`() throws {
    let found = try Found("أكدت وزارة الدفاع البولندية أن قواتها تتقدم. وقالت القوات البولندية إنها توقفت.")
    #expect(found.mentions(ofWhat: "قواتها") == ["قواتها", "القوات البولندية"])
  }

  @Test func `officials of an international body are of no state`() throws {
    #expect(try Found("قال مسؤولو حلف الناتو إن تركيا وافقت.").entity("مسؤولو حلف الناتو")?.sector == "IGO")
    #expect(
      try Found("قال مسؤول بوزارة الدفاع الهولندية إن الخطة فشلت.").entity("مسؤول بوزارة الدفاع الهولندية")
        != nil)
  }
}
