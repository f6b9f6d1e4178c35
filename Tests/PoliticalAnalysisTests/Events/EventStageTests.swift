import ArabicText
import MarsadCore
import PoliticalAnalysis
import Testing

@Suite struct EventStageTests {
  @Test func `verb, subject and object are trigger, source and target`() throws {
    try #expect(
      events("أدانت فرنسا إسبانيا أمس.", [france, spain]) == ["فرنسا ACCUSE إسبانيا"])
    let accusations = try events("فرنسا اتهمت إسبانيا بخرق الاتفاق.", [france, spain])
    #expect(accusations.contains("فرنسا ACCUSE إسبانيا"))
  }

  @Test func `one verb can have several targets`() throws {
    try #expect(
      events("دعت فرنسا إسبانيا وكينيا إلى ضبط النفس.", [france, spain, kenya])
        == ["فرنسا REQUEST إسبانيا", "فرنسا REQUEST كينيا"])
  }

  @Test func `a verbal noun's possessor meets whom it names`() throws {
    let found = try events("أكد سامي الحداد خلال لقائه الوزير نادر عون أن الحل قريب.", [minister, envoy])
    #expect(found == ["سامي الحداد CONSULT نادر عون"])
  }

  @Test func `a light verb lends its subject to its noun`() throws {
    try #expect(
      events("أجرى سامي الحداد مباحثات مع نادر عون.", [minister, envoy]) == [
        "سامي الحداد CONSULT نادر عون"
      ])
    try #expect(
      events("تلقى سامي الحداد اتصالا هاتفيا من نادر عون.", [minister, envoy]) == [
        "نادر عون CONSULT سامي الحداد"
      ])
  }

  @Test func `what a noun names can be done in its relative clause`() throws {
    let found = try events("وقع هجوم شنته فرنسا على إسبانيا.", [france, spain])
    #expect(found == ["فرنسا ASSAULT إسبانيا"])
  }

  @Test func `a passive has a target and its agent only where one is named`() throws {
    try #expect(
      events("اغتيل سامي الحداد أمام بيته.", [minister]) == ["- ASSAULT سامي الحداد"])
    try #expect(
      events("اغتيل سامي الحداد على يد نادر عون.", [minister, envoy]) == ["نادر عون ASSAULT سامي الحداد"])
  }

  @Test func `a denied support is a rejection`() throws {
    try #expect(
      events("لا تدعم فرنسا إسبانيا.", [france, spain]) == ["فرنسا REJECT إسبانيا"])
  }

  @Test func `a person attacks a person in words`() throws {
    try #expect(
      events("سامي الحداد يهاجم نادر عون", [minister, envoy]) == ["سامي الحداد ACCUSE نادر عون"])
  }

  @Test func `the same event is told once a paragraph`() throws {
    try #expect(
      events("التقى سامي الحداد نادر عون. وجاء لقاء سامي الحداد نادر عون قصيرا.", [minister, envoy])
        == ["سامي الحداد CONSULT نادر عون"])
  }

  @Test func `a dual means the two that met`() throws {
    let found = try events(
      "التقى سامي الحداد نادر عون في العاصمة. واتفق الجانبان على فتح المعابر.", [minister, envoy])
    #expect(found == ["سامي الحداد CONSULT نادر عون", "سامي الحداد AGREE نادر عون"])
  }

  @Test func `who rejects something rejects whose it is`() throws {
    try #expect(
      events("رفضت فرنسا المشاركة في الحوار الذي اقترحه نادر عون.", [france, envoy])
        == ["فرنسا REJECT نادر عون"])
  }

  @Test func `what one's own state will do is a promise, what it never will a refusal`() throws {
    try #expect(
      events("قال سامي الحداد إن بلاده ستقدم الضمانات المطلوبة من فرنسا.", [minister, france])
        == ["سامي الحداد AGREE فرنسا"])
    try #expect(
      events("وقال سامي الحداد: \"لن ندخل في جدال مع فرنسا\".", [minister, france])
        == ["سامي الحداد REJECT فرنسا"])
  }

  @Test func `an attack belongs to whom ل joins to it`() throws {
    let rebels: (name: String, kind: Entity.Kind, country: String?) = ("كتائب الجبل", .organization, "KEN")
    try #expect(
      events("وقع أمس هجوم واسع لكتائب الجبل على إسبانيا.", [rebels, spain]) == [
        "كتائب الجبل ASSAULT إسبانيا"
      ])
  }

  @Test func `somebody without a name is nobody who acted before`() throws {
    let found = try events(
      "زار سامي الحداد فرنسا، وأطلق مسلحان النار على نادر عون.", [minister, france, envoy])
    #expect(found == ["سامي الحداد CONSULT فرنسا", "- ASSAULT نادر عون"])
  }

  @Test func `a noun is whose light verb fits its kind of event`() throws {
    // To announce a death is not to kill.
    try #expect(events("أعلنت فرنسا مقتل نادر عون.", [france, envoy]) == ["- ASSAULT نادر عون"])
  }

  @Test func `a body without a country is of the country that the article is about`() throws {
    let police: (name: String, kind: Entity.Kind, country: String?) = ("الشرطة", .organization, nil)
    var text = try AnnotatedText("في كينيا اعتقلت الشرطة نادر عون.", [kenya, police, envoy])
    #expect(text.events == ["الشرطة COERCE نادر عون"])
    text.document.entities[1].sector = "COP"
    EventStage(lexicon: try PoliticalLexicon(BundledLexicons())).annotate(&text.document)
    #expect(text.document.entities[1].country == "KEN")
  }

  @Test func `a site stands for whose it is`() throws {
    try #expect(events("قصفت فرنسا مواقع لكينيا.", [france, kenya]) == ["فرنسا ASSAULT كينيا"])
  }

  @Test func `a sound plural in the objects' case is no subject`() throws {
    let rebels: (name: String, kind: Entity.Kind, country: String?) = ("المتمردين", .organization, "KEN")
    try #expect(events("فرنسا تتهم المتمردين بخرق الهدنة.", [france, rebels]) == ["فرنسا ACCUSE المتمردين"])
    let headline = try events("وتتهم المتمردين بخرق الهدنة.", [rebels])
    #expect(headline == ["- ACCUSE المتمردين"])
  }

  @Test func `a plural of nationality is a state`() throws {
    let found = try events("زار الوفد فرنسا. واتهم فرنسيون نادر عون بالفساد.", [france, envoy])
    #expect(found.contains("فرنسا ACCUSE نادر عون"))
  }

  @Test func `a consent that is announced is given to who announces it`() throws {
    try #expect(
      events("أعلنت فرنسا عن موافقة كينيا على تسيير الرحلات.", [france, kenya]) == ["كينيا AGREE فرنسا"])
  }

  @Test func `what is called off does not take place`() throws {
    let found = try events("ألغت فرنسا اجتماعا مع كينيا.", [france, kenya])
    #expect(!found.contains("فرنسا CONSULT كينيا"))
  }

  @Test func `whose bullets kill is who kills, and a ceasefire shoots nobody`() throws {
    try #expect(events("قتل سامي الحداد برصاص كينيا.", [minister, kenya]) == ["كينيا ASSAULT سامي الحداد"])
    let ceasefire = try events("أعلنت فرنسا وقفا لإطلاق النار على إسبانيا.", [france, spain])
    #expect(!ceasefire.contains { $0.contains("ASSAULT") })
  }

  @Test func `deaths and protests are told though nobody in them has a name`() throws {
    try #expect(events("أسفر الحادث عن مقتل ثلاثة أشخاص.", []) == ["- ASSAULT -"])
    try #expect(events("خرجت مظاهرات حاشدة في المدينة.", []) == ["- PROTEST -"])
    try #expect(
      events("قتل ثلاثة أشخاص. وأدى القصف إلى مقتل نادر عون.", [envoy]) == ["- ASSAULT نادر عون"])
  }

  @Test func `the will to closer ties is a promise to who shares them`() throws {
    let found = try events("أكد سامي الحداد أهمية تعزيز العلاقات مع فرنسا.", [minister, france])
    #expect(found.contains("سامي الحداد AGREE فرنسا"))
  }

  @Test func `a government's protest is no demonstration`() throws {
    let found = try events("استدعت فرنسا السفير احتجاجا على تصريحات إسبانيا.", [france, spain])
    #expect(!found.contains { $0.contains("PROTEST") })
  }

  @Test func `what may never be is no event`() throws {
    try #expect(events("سترد فرنسا في حال هجوم إسبانيا على كينيا.", [france, spain, kenya]).isEmpty)
  }

  @Test func `indices of events and statements are inside the document`() throws {
    let text = try AnnotatedText(
      "قال سامي الحداد إن فرنسا قصفت مواقع في إسبانيا، وإن على كينيا أن تتدخل.",
      [minister, france, spain, kenya])
    for event in text.document.events {
      #expect(event.evidence.upperBound <= text.document.text.tokens.count)
      #expect(event.attributedTo.map { text.document.statements.indices.contains($0) } ?? true)
    }
  }

  @Test func `what is said to be another's duty is asked of him`() throws {
    let council: (name: String, kind: Entity.Kind, country: String?) = ("مجلس المدينة", .organization, "JOR")
    for text in [
      "أكد نادر عون ضرورة تجاوب مجلس المدينة مع السكان.", "قال نادر عون إن مجلس المدينة مطالب بحل عاجل.",
      "قال نادر عون إنه يجب على مجلس المدينة أن يتحرك.", "قال نادر عون إن على مجلس المدينة تنفيذ وعوده.",
    ] {
      let found = try events(text, [envoy, council])
      #expect(found.contains("نادر عون REQUEST مجلس المدينة"), "\(text): \(found)")
    }
    let own = try events("قال نادر عون إن مجلس المدينة سكن ضرورة.", [envoy, council])
    #expect(!own.contains { $0.contains("REQUEST") })
  }

  @Test func `blame stands before or after whom it blames`() throws {
    for text in [
      "قال نادر عون إن فرنسا تزعزع استقرار المنطقة.", "قال نادر عون إن ما أعلنته فرنسا أكاذيب.",
    ] {
      let found = try events(text, [envoy, france])
      #expect(found.contains("نادر عون ACCUSE فرنسا"), "\(text): \(found)")
    }
    let denied = try events("قال نادر عون إن فرنسا لا تزعزع المنطقة.", [envoy, france])
    #expect(!denied.contains("نادر عون ACCUSE فرنسا"))
  }
}
