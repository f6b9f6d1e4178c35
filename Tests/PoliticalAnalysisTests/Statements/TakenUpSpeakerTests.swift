import PoliticalAnalysis
import Testing

/// Whom descriptions, documents and elided subjects take up.
@Suite struct TakenUpSpeakerTests {
  private let minister: (name: String, kind: Entity.Kind, country: String?) = ("سامي الحداد", .person, "JOR")
  private let writer: (name: String, kind: Entity.Kind, country: String?) = ("ليان سمور", .person, nil)
  private let ministry: (name: String, kind: Entity.Kind, country: String?) = (
    "وزارة الزراعة", .organization, nil
  )
  private let parties: (name: String, kind: Entity.Kind, country: String?) = ("الأطراف", .organization, nil)

  @Test func `a deputy without a name is who was speaking`() throws {
    let text = try AnnotatedText(
      "قال سامي الحداد إن السد ممتلئ.\nوأكد النائب البرلماني أن المياه كافية.", [minister])
    #expect(text.statements == ["سامي الحداد|قال|السد ممتلئ", "سامي الحداد|أكد|المياه كافية"])
  }

  @Test func `a document is whose it was said to be, whoever spoke between`() throws {
    let text = try AnnotatedText(
      "وقالت وزارة الزراعة في بيان إن السد ممتلئ.\nوقال سامي الحداد إن المياه كافية.\nوأضاف البيان أن الموسم جيد.",
      [minister, ministry])
    #expect(text.statements.last == "وزارة الزراعة|أضاف|الموسم جيد")
  }

  @Test func `a document at a sentence's end is its source`() throws {
    let text = try AnnotatedText(
      "وقالت وزارة الزراعة في بيان إن السد ممتلئ.\nالمياه قليلة في بعض القرى، وفق البيان.", [ministry])
    #expect(text.statements.last == "وزارة الزراعة|وفق|المياه قليلة في بعض القرى")
  }

  @Test func `what an interview tells is the word of who was asked`() throws {
    var paper = try AnnotatedText(
      "جاء ذلك في حوار أجرته صحيفة الشاطئ مع سامي الحداد.\nوأوضح أن السد ممتلئ.", [minister])
    #expect(paper.statements == ["سامي الحداد|أوضح|السد ممتلئ"])
    paper = try AnnotatedText("وورد في حوار مع سامي الحداد أن السد ممتلئ.", [minister])
    #expect(paper.statements == ["سامي الحداد|ورد|السد ممتلئ"])
  }

  @Test func `the one noun after a verb that always has an object is its object`() throws {
    let text = try AnnotatedText(
      "قال سامي الحداد إن السد ممتلئ.\nوحث الأطراف على الحوار.", [minister, parties])
    #expect(text.statements.last == "سامي الحداد|حث|الحوار")
  }

  @Test func `whom a participle addresses is no subject`() throws {
    let text = try AnnotatedText(
      "قالت ليان سمور إن السد ممتلئ.\nوتساءلت مخاطبة الحضور: أين المياه؟\nوقال سامي الحداد إن الأمر صعب، وتساءل معاتبا ليان سمور: أين الدعم؟",
      [minister, writer])
    #expect(text.statements.last == "سامي الحداد|تساءل|أين الدعم")
  }

  @Test func `no place speaks`() throws {
    let text = try AnnotatedText(
      "وتحدثت ليان سمور من بيتها على نهر الأردن، التي قالت إن المياه قليلة.",
      [writer, ("نهر الأردن", .location, nil)])
    #expect(text.statements == ["ليان سمور|قالت|المياه قليلة"])
  }

  @Test func `a source between commas is one of the whole sentence`() throws {
    let text = try AnnotatedText(
      "وعملت البلدية، وفق سامي الحداد، على توسيع الطرق وترميم المدارس وتنظيف السواحل.", [minister])
    #expect(
      text.statements == [
        "سامي الحداد|وفق|وعملت البلدية، وفق سامي الحداد، على توسيع الطرق وترميم المدارس وتنظيف السواحل"
      ])
  }

  @Test func `a verb in the present after one in the past is part of what was said`() throws {
    let text = try AnnotatedText(
      "وقال سامي الحداد إن البلدية تدعم الزراعة، وتعلن برامجها كل عام. وأكد أن المياه كافية.", [minister])
    #expect(
      text.statements == [
        "سامي الحداد|قال|البلدية تدعم الزراعة، وتعلن برامجها كل عام", "سامي الحداد|أكد|المياه كافية",
      ])
  }

  @Test func `a study that nobody is said to have written speaks for itself`() throws {
    let text = try AnnotatedText("وكشفت دراسة حديثة أن القحط قريب. وأضافت الدراسة أن المياه قليلة.", [])
    #expect(text.statements == ["دراسة|كشفت|القحط قريب", "دراسة|أضافت|المياه قليلة"])
  }

  @Test func `what something shows is nobody's word`() throws {
    let text = try AnnotatedText("وتراجع السعر كثيرا، الأمر الذي يشير إلى أن الطلب قليل.", [minister])
    #expect(text.statements.isEmpty)
  }

  @Test func `a member of a party without a name is who was speaking`() throws {
    let text = try AnnotatedText(
      "قال سامي الحداد إن السد ممتلئ.\nواعتبر القيادي في حركة الزراع أن المياه كافية.",
      [minister, ("حركة الزراع", .organization, nil)])
    #expect(text.statements.last == "سامي الحداد|اعتبر|المياه كافية")
  }

  @Test func `those whom a document was issued by speak in it`() throws {
    let text = try AnnotatedText(
      "قال سامي الحداد إن السد ممتلئ.\nوأكد بيان صادر عن أهالي القرية أن المياه قليلة.", [minister])
    #expect(text.statements.last == "أهالي القرية|أكد|المياه قليلة")
  }

  @Test func `what is told of somebody in passing is no statement`() throws {
    let text = try AnnotatedText(
      "والتقى سامي الحداد الكاتبة ليان سمور التي ترفض القرار. وأكد أن المياه كافية.", [minister, writer])
    #expect(text.statements == ["سامي الحداد|أكد|المياه كافية"])
  }

  @Test func `who was described first and named then is one`() throws {
    let text = try AnnotatedText(
      "قال خبير زراعي إن السد ممتلئ.\nوأضاف الخبير سامي الحداد أن المياه كافية.", [minister])
    #expect(text.statements == ["سامي الحداد|قال|السد ممتلئ", "سامي الحداد|أضاف|المياه كافية"])
  }

  @Test func `the paper of that state is the paper named before, and its report is its own`() throws {
    let text = try AnnotatedText(
      "ذكرت صحيفة الشاطئ أن السد ممتلئ.\nوأضافت الصحيفة البرتغالية أن المياه كافية.\nوأوضح تقرير الصحيفة أن الموسم جيد.",
      [("الشاطئ", .organization, "PRT")])
    #expect(
      text.statements == [
        "صحيفة الشاطئ|ذكرت|السد ممتلئ", "صحيفة الشاطئ|أضافت|المياه كافية", "صحيفة الشاطئ|أوضح|الموسم جيد",
      ])
  }

  @Test func `what something is called is said of it, not by it`() throws {
    let text = try AnnotatedText(
      "قال سامي الحداد إن السد ممتلئ، ووصف توقعات المزارعين بأنها خاطئة.\nوأشار إلى أن المياه كافية.",
      [minister])
    #expect(text.document.statements.map(\.speaker) == [0, 0, 0])
  }

  @Test func `whom it is said to may stand between the speaker and the clause`() throws {
    let text = try AnnotatedText(
      "وفي رد على انتقادات ليان سمور قال سامي الحداد للموقع إن السد ممتلئ.", [minister, writer])
    #expect(text.statements == ["سامي الحداد|قال|السد ممتلئ"])
  }

  @Test func `words that a clause looks back at are of whom they are told`() throws {
    let text = try AnnotatedText(
      "قالت ليان سمور إن السد ممتلئ.\nوعقد المجلس جلسة بعد تصريحات سامي الحداد التي أعلن فيها عن بيع السد.",
      [minister, writer])
    #expect(text.statements.last == "سامي الحداد|أعلن|بيع السد")
  }

  @Test func `a document with its verb inside is whose verb that is`() throws {
    let text = try AnnotatedText(
      "وقالت ليان سمور في بيان إن السد ممتلئ.\nواعتمدت وزارة الزراعة بيانا مطولا أعربت فيه عن قلقها.\nودعا البيان إلى الحوار.",
      [writer, ministry])
    #expect(text.statements.last == "وزارة الزراعة|دعا|الحوار")
  }

  @Test func `bodies in the plural are called on by a verb in the masculine, not calling`() throws {
    let text = try AnnotatedText(
      "قال سامي الحداد إن السد ممتلئ.\nودعا السلطات إلى الحوار.", [minister, ("السلطات", .organization, nil)])
    #expect(text.statements == ["سامي الحداد|قال|السد ممتلئ", "سامي الحداد|دعا|الحوار"])
  }
}
