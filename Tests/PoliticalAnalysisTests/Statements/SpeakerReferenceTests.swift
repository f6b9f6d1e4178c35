import PoliticalAnalysis
import Testing

/// Who is meant where a noun, a pronoun or nothing stands for the speaker.
@Suite struct SpeakerReferenceTests {
  private let minister: (name: String, kind: Entity.Kind, country: String?) = ("سامي الحداد", .person, "JOR")
  private let writer: (name: String, kind: Entity.Kind, country: String?) = ("ليان سمور", .person, nil)
  private let ministry: (name: String, kind: Entity.Kind, country: String?) = (
    "وزارة الزراعة", .organization, nil
  )
  private let state: (name: String, kind: Entity.Kind, country: String?) = ("السودان", .gpe, "SDN")

  @Test func `an official with an adjective is who was speaking`() throws {
    let text = try AnnotatedText(
      "قال سامي الحداد إن السد ممتلئ.\nوأضاف المسؤول الحكومي أن المياه كافية.", [minister])
    #expect(text.statements == ["سامي الحداد|قال|السد ممتلئ", "سامي الحداد|أضاف|المياه كافية"])
    #expect(text.document.entities.count == 1)
  }

  @Test func `a spokesman of a body is nobody who spoke before`() throws {
    let text = try AnnotatedText(
      "قال سامي الحداد إن السد ممتلئ.\nوقال المتحدث باسم وزارة الزراعة إن المياه قليلة.",
      [minister, ministry])
    #expect(
      text.statements == ["سامي الحداد|قال|السد ممتلئ", "المتحدث باسم وزارة الزراعة|قال|المياه قليلة"])
  }

  @Test func `what is told in a document is whose document it is`() throws {
    let text = try AnnotatedText(
      "ونقل سامي الحداد بيانا لوزارة الزراعة قالت فيه إن البذور وصلت.", [minister, ministry])
    #expect(text.statements == ["وزارة الزراعة|قالت|البذور وصلت"])
  }

  @Test func `the topic before a verb with fa is its subject`() throws {
    let text = try AnnotatedText(
      "قال سامي الحداد إن السد ممتلئ. أما وزارة الزراعة فأكدت أن المياه قليلة.", [minister, ministry])
    #expect(text.statements == ["سامي الحداد|قال|السد ممتلئ", "وزارة الزراعة|أكدت|المياه قليلة"])
  }

  @Test func `the subject before a verb in the pluperfect is its speaker`() throws {
    let text = try AnnotatedText(
      "يشار إلى أن سامي الحداد كان قد أعلن أن السد مغلق.", [minister])
    #expect(text.statements == ["سامي الحداد|أعلن|السد مغلق"])
  }

  @Test func `what sources told a newspaper is the sources'`() throws {
    let text = try AnnotatedText("وعلمت الصحيفة من مصادر مطلعة أن الوفد وصل.", [])
    #expect(text.statements == ["مصادر مطلعة|علمت|الوفد وصل"])
  }

  @Test func `a participle goes with the verb of its gender`() throws {
    let text = try AnnotatedText(
      "قال سامي الحداد إن السد ممتلئ.\nوقالت الكاتبة ليان سمور إن المياه قليلة، مؤكدة أن القحط قريب.",
      [minister, writer])
    #expect(
      text.statements == [
        "سامي الحداد|قال|السد ممتلئ", "ليان سمور|قالت|المياه قليلة", "ليان سمور|مؤكدة|القحط قريب",
      ])
  }

  @Test func `an elided subject of the other gender is whom the words are about`() throws {
    let text = try AnnotatedText(
      "قالت وزارة الزراعة إن سامي الحداد نفى أن المياه قليلة، وأكد أن السد ممتلئ.", [ministry, minister])
    #expect(
      text.statements == [
        "وزارة الزراعة|قالت|سامي الحداد نفى أن المياه قليلة، وأكد أن السد ممتلئ",
        "سامي الحداد|نفى|المياه قليلة", "سامي الحداد|أكد|السد ممتلئ",
      ])
  }

  @Test func `an object of the other gender is no subject`() throws {
    let text = try AnnotatedText(
      "قال سامي الحداد إن الوقت ضيق.\nوطالب الأطراف السودانية بالحوار.", [minister, state])
    #expect(text.statements == ["سامي الحداد|قال|الوقت ضيق", "سامي الحداد|طالب|بالحوار"])
  }

  @Test func `a name in quotation marks after what it names speaks`() throws {
    let text = try AnnotatedText("وذكرت صحيفة «الميناء» أن الرصيف مغلق.", [])
    #expect(text.statements == ["الميناء|ذكرت|الرصيف مغلق"])
  }

  @Test func `a second headline colon names its speaker`() throws {
    let text = try AnnotatedText("حريق في الميناء وسامي الحداد: الرصيف مغلق", [minister])
    #expect(text.statements == ["سامي الحداد|:|الرصيف مغلق"])
  }

  @Test func `who withholds a name is the last without one`() throws {
    let text = try AnnotatedText(
      "قال خبير بيئي إن سامي الحداد زار السد.\nوأضاف المسؤول الذي فضل عدم ذكر اسمه أن المياه ملوثة.",
      [minister])
    #expect(
      text.statements == ["خبير بيئي|قال|سامي الحداد زار السد", "خبير بيئي|أضاف|المياه ملوثة"])
  }

  @Test func `a source bears no name`() throws {
    let text = try AnnotatedText("وأكد مصدر مقرب من النائب سامي الحداد أن الجلسة تأجلت.", [minister])
    #expect(text.statements.first?.hasPrefix("سامي الحداد") == false)
    #expect(text.statements.first?.hasSuffix("|أكد|الجلسة تأجلت") == true)
  }

  @Test func `a document told of before is its owner's word`() throws {
    let text = try AnnotatedText(
      "وقال بيان لوزارة الزراعة إن السد ممتلئ.\nووفقا للبيان، فإن المياه كافية للموسم.", [ministry])
    #expect(
      text.statements == ["وزارة الزراعة|قال|السد ممتلئ", "وزارة الزراعة|ووفقا|المياه كافية للموسم"]
        || text.statements == ["وزارة الزراعة|قال|السد ممتلئ", "وزارة الزراعة|وفقا|المياه كافية للموسم"])
  }

  @Test func `a relative clause between commas does not hide the subject`() throws {
    let text = try AnnotatedText(
      "وكانت وزارة الزراعة، التي يرأسها سامي الحداد، قد أعربت عن قلقها من الجفاف.", [ministry, minister])
    #expect(text.statements == ["وزارة الزراعة|أعربت|قلقها من الجفاف"])
  }

  @Test func `a source is of whom it stands for`() throws {
    let text = try AnnotatedText("وذكر مصدر من وزارة الزراعة أن السد ممتلئ.", [ministry])
    #expect(text.statements == ["مصدر من وزارة الزراعة|ذكر|السد ممتلئ"])
  }
}
