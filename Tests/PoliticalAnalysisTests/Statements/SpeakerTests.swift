import PoliticalAnalysis
import Testing

/// Who says it, where that is no name beside the verb.
@Suite struct SpeakerTests {
  private let minister: (name: String, kind: Entity.Kind, country: String?) = ("سامي الحداد", .person, "JOR")
  private let agency: (name: String, kind: Entity.Kind, country: String?) = (
    "وكالة النهار", .organization, nil
  )

  @Test func `who has no name is an entity too`() throws {
    let text = try AnnotatedText("ويتهم الصيادون الوزارة بأنها أهملت الميناء.", [])
    #expect(text.statements == ["الصيادون|يتهم|أهملت الميناء"])
  }

  @Test func `a description goes on to what its adjectives take`() throws {
    let text = try AnnotatedText("قال مسؤول بلدي رفيع المستوى إن الجسر مغلق.", [])
    #expect(text.statements == ["مسؤول بلدي رفيع المستوى|قال|الجسر مغلق"])
  }

  @Test func `a noun with the article takes up who was described before`() throws {
    let text = try AnnotatedText("قال خبير بيئي إن المياه ملوثة.\nوأضاف الخبير أن السمك نفق.", [])
    #expect(text.statements == ["خبير بيئي|قال|المياه ملوثة", "خبير بيئي|أضاف|السمك نفق"])
  }

  @Test func `one noun after a verb with an addressee is the addressee`() throws {
    let text = try AnnotatedText("قال سامي الحداد إن الوقت ضيق.\nوحث الأطراف على الحوار.", [minister])
    #expect(text.statements == ["سامي الحداد|قال|الوقت ضيق", "سامي الحداد|حث|الحوار"])
  }

  @Test func `what follows a verb whose subject goes before is its object`() throws {
    let text = try AnnotatedText("سامي الحداد يشدد الرقابة على الأسواق", [minister])
    #expect(text.statements.isEmpty)
  }

  @Test func `a document speaks for whose it is`() throws {
    let text = try AnnotatedText("وجاء في بيان صادر عن وكالة النهار أن الموقع توقف.", [agency])
    #expect(text.statements == ["وكالة النهار|جاء|الموقع توقف"])
  }

  @Test func `the noun that repeats a relaying verb is the cue and the source its speaker`() throws {
    let text = try AnnotatedText(
      "ونقلت وكالة النهار عن سامي الحداد قوله إن الهدنة صامدة.", [agency, minister])
    #expect(text.statements == ["سامي الحداد|قوله|الهدنة صامدة"])
  }

  @Test func `who passes words on is kept beside who said them`() throws {
    let text = try AnnotatedText(
      "ونقلت وكالة النهار عن سامي الحداد قوله إن الهدنة صامدة.\nونقلت وكالة النهار عن سامي الحداد أن الطريق سالك.",
      [agency, minister])
    #expect(text.statements == ["سامي الحداد|قوله|الهدنة صامدة", "سامي الحداد|نقلت|الطريق سالك"])
    #expect(text.document.statements.map(\.relayedBy) == [0, 0])
  }

  @Test func `what an aside tells of a source does not hide its words`() throws {
    let text = try AnnotatedText(
      "ونقلت وكالة النهار عن سامي الحداد -طلب عدم نشر صورته- قوله إن الهدنة صامدة.", [agency, minister])
    #expect(text.statements == ["سامي الحداد|قوله|الهدنة صامدة"])
    #expect(text.document.statements.map(\.relayedBy) == [0])
  }

  @Test func `those spoken to are addressees`() throws {
    let text = try AnnotatedText("قال سامي الحداد لوكالة النهار إن الطريق سالك.", [minister, agency])
    #expect(text.document.statements.first?.addressees == [1])
  }

  @Test func `a denied verb of saying is marked`() throws {
    let text = try AnnotatedText("لم يقل سامي الحداد إن الطريق سالك.", [minister])
    #expect(text.document.statements.map(\.isNegated) == [true])
  }

  @Test func `a title may be parted from its bearer by a comma`() throws {
    let text = try AnnotatedText(
      "وأكد أستاذ القانون بالجامعة، الدكتور سامي الحداد، أن الحكم نهائي.", [minister])
    #expect(text.statements == ["سامي الحداد|أكد|الحكم نهائي"])
  }

  @Test func `what is affirmed is not who affirms it`() throws {
    let text = try AnnotatedText(
      "قال سامي الحداد إن الوقت ضيق.\nوأكد استعداد وكالة النهار للتعاون.", [minister, agency])
    #expect(text.statements == ["سامي الحداد|قال|الوقت ضيق", "سامي الحداد|أكد|استعداد وكالة النهار للتعاون"])
  }

  @Test func `a plural in the accusative is whom a verb addresses`() throws {
    let text = try AnnotatedText(
      "قالت وكالة النهار إن الطريق خطر.\nوحذرت المسافرين من أن الجسر انهار.", [agency])
    #expect(text.statements == ["وكالة النهار|قالت|الطريق خطر", "وكالة النهار|حذرت|الجسر انهار"])
  }

  @Test func `what somebody is said to have stated is that source's`() throws {
    let text = try AnnotatedText("وصلت القافلة صباحا إلى المدينة، وفقا لما ذكرت وكالة النهار.", [agency])
    #expect(text.statements == ["وكالة النهار|وفقا لما ذكرت|وصلت القافلة صباحا إلى المدينة"])
  }

  @Test func `a preposition that looks like a verb is none, unless its clause follows`() throws {
    let text = try AnnotatedText("وصل سامي الحداد عقب الجلسة. وبين أن الجلسة طويلة.", [minister])
    #expect(text.statements == ["سامي الحداد|بين|الجلسة طويلة"])
  }

  @Test func `the selfsame source is who was speaking`() throws {
    let text = try AnnotatedText(
      "قال سامي الحداد إن الوقت ضيق.\nوأضاف المصدر نفسه أن القرار قريب.", [minister])
    #expect(text.statements == ["سامي الحداد|قال|الوقت ضيق", "سامي الحداد|أضاف|القرار قريب"])
  }

  @Test func `a channel may have a spelled number for a name`() throws {
    let text = try AnnotatedText(
      "وقالت القناة الـ9 البرتغالية إن الجسر مغلق.\nوأضافت القناة أن العمل بدأ.", [])
    #expect(
      text.statements == [
        "القناة الـ9 البرتغالية|قالت|الجسر مغلق", "القناة الـ9 البرتغالية|أضافت|العمل بدأ",
      ])
  }

  @Test func `what a paper tells after somebody is his word`() throws {
    let text = try AnnotatedText(
      "وكانت وكالة النهار ذكرت أمس -نقلا عن سامي الحداد- أن الجسر مغلق.", [agency, minister])
    #expect(text.statements == ["سامي الحداد|ذكرت|الجسر مغلق"])
    #expect(text.document.statements.map(\.relayedBy) == [0])
  }

  @Test func `when it was said may stand before who said it`() throws {
    let text = try AnnotatedText(
      "بقي الجسر مغلقا طوال الشتاء، وفق ما قال في مارس/ آذار سامي الحداد.", [minister])
    #expect(text.statements == ["سامي الحداد|وفق ما قال|بقي الجسر مغلقا طوال الشتاء"])
  }

  @Test func `what a verb looks back at by a pronoun is not who speaks`() throws {
    let document = try AnnotatedText(
      "وزار الوفد دولتين قرب البرتغال اعترفت بهما موسكو أمس.",
      [("البرتغال", .gpe, "PRT"), ("موسكو", .gpe, "RUS")])
    #expect(document.statements.allSatisfy { !$0.hasPrefix("البرتغال") })
  }

  @Test func `a channel may stand before its verb with a particle between`() throws {
    let text = try AnnotatedText("وكانت القناة 9 البرتغالية قد أفادت بأن الجسر مغلق.", [])
    #expect(text.statements == ["القناة 9 البرتغالية|أفادت|الجسر مغلق"])
  }

  @Test func `what one's own state does is what was said`() throws {
    let text = try AnnotatedText(
      "قال سامي الحداد إن السد ممتلئ.\nكما أكد مجددا التزام بلاده بالحوار.",
      [minister, ("بلاده", .gpe, "JOR")])
    #expect(text.statements.last == "سامي الحداد|أكد|التزام بلاده بالحوار")
  }
}
