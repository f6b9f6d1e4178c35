import PoliticalAnalysis
import Testing

/// What is said: where it begins and ends.
@Suite struct ContentTests {
  private let minister: (name: String, kind: Entity.Kind, country: String?) = ("سامي الحداد", .person, "JOR")

  @Test func `a noun phrase that was said may come after day and occasion`() throws {
    let text = try AnnotatedText("أعلن سامي الحداد أمس الثلاثاء في بيان رسمي إغلاق المعبر.", [minister])
    #expect(text.statements == ["سامي الحداد|أعلن|إغلاق المعبر"])
  }

  @Test func `the preposition of a title is not that of the clause`() throws {
    let text = try AnnotatedText("وأشار سامي الحداد مبعوث الهيئة إلى الجنوب إلى أن الوضع هادئ.", [minister])
    #expect(text.statements == ["سامي الحداد|أشار|الوضع هادئ"])
  }

  @Test func `one noun phrase ends where the next verb of saying begins`() throws {
    let text = try AnnotatedText("ندد سامي الحداد بالهجوم وطالب بوقف القصف.", [minister])
    #expect(text.statements == ["سامي الحداد|ندد|بالهجوم", "سامي الحداد|طالب|بوقف القصف"])
  }

  @Test func `a forgotten mark does not swallow the sentences after it`() throws {
    let text = try AnnotatedText(
      "وأضاف سامي الحداد أن فريقه \"يعمل ليلا ونهارا\"، لكن العدد قليل\". ونجحت العملية. وقال \"سنعود غدا إلى العمل\".",
      [minister])
    #expect(
      text.statements == [
        "سامي الحداد|أضاف|فريقه \"يعمل ليلا ونهارا\"، لكن العدد قليل\"",
        "سامي الحداد|قال|سنعود غدا إلى العمل",
      ])
  }

  @Test func `nobody reports inside a quotation within reported speech`() throws {
    let text = try AnnotatedText(
      "قال سامي الحداد إن التقرير ناقص، \"بل إن الأرقام كلها تؤكد أن الخسارة كبيرة\".", [minister])
    #expect(text.statements.count == 1)
  }

  @Test func `what another refuses is part of what is said`() throws {
    let text = try AnnotatedText("قال سامي الحداد إن النقابة ترفض العرض الأخير.", [minister])
    #expect(text.statements == ["سامي الحداد|قال|النقابة ترفض العرض الأخير"])
  }

  @Test func `an aside between commas does not end the way to what was said`() throws {
    let text = try AnnotatedText(
      "وأضاف سامي الحداد، في تصريحات نقلتها الإذاعة المحلية، إن العمل بدأ.", [minister])
    #expect(text.statements == ["سامي الحداد|أضاف|العمل بدأ"])
  }

  @Test func `the paper's name in quotation marks is not what it writes`() throws {
    let text = try AnnotatedText("كتبت صحيفة «النجم الجديد» أن المصنع أغلق.", [])
    #expect(text.statements.map { $0.split(separator: "|").last } == ["المصنع أغلق"])
  }

  @Test func `what was said may come after a name between commas`() throws {
    let text = try AnnotatedText("أشاد رئيس البلدية، سامي الحداد، بالعمال في المرفأ.", [minister])
    #expect(text.statements == ["سامي الحداد|أشاد|بالعمال في المرفأ"])
  }

  @Test func `a noun phrase that was said may come after whom it was said to`() throws {
    let text = try AnnotatedText("أكد سامي الحداد في اتصال مع السفير المصري ضرورة الحوار.", [minister])
    #expect(text.statements == ["سامي الحداد|أكد|ضرورة الحوار"])
  }

  @Test func `a main verb of saying after a comma ends what was said before`() throws {
    let text = try AnnotatedText(
      "وبينما توقع سامي الحداد نزاعا طويلا، وفي بيان نشره مكتبه، قال الخبراء إن الهدنة قريبة.", [minister])
    #expect(text.statements == ["سامي الحداد|توقع|نزاعا طويلا", "الخبراء|قال|الهدنة قريبة"])
  }

  @Test func `the participle of a weak verb opens a statement`() throws {
    let text = try AnnotatedText("قال سامي الحداد إن الوقت ضيق، داعيا النقابة إلى الحوار.", [minister])
    #expect(text.statements == ["سامي الحداد|قال|الوقت ضيق", "سامي الحداد|داعيا|الحوار"])
  }

  @Test func `a clause of another verb is not what was said`() throws {
    let text = try AnnotatedText(
      "وقال سامي الحداد إذا انسحب الوفد فمن المتوقع أن يعود.", [minister])
    #expect(text.statements.isEmpty)
  }

  @Test func `who tells of a source may be quoted after it`() throws {
    let text = try AnnotatedText("وبحسب سامي الحداد \"من المؤسف أن السد لم يكتمل بعد\".", [minister])
    #expect(text.statements == ["سامي الحداد|بحسب|من المؤسف أن السد لم يكتمل بعد"])
  }

  @Test func `the verb of a source phrase tells nothing of its own`() throws {
    let text = try AnnotatedText("أغلق المرفأ أمام السفن الكبيرة، وفق ما أعلن سامي الحداد.", [minister])
    #expect(text.statements == ["سامي الحداد|وفق ما أعلن|أغلق المرفأ أمام السفن الكبيرة"])
  }

  @Test func `what happened next is no part of what was said`() throws {
    let text = try AnnotatedText(
      "أكد سامي الحداد أن السد ممتلئ؛ وجاء ذلك خلال زيارته الحقول.", [minister])
    #expect(text.statements == ["سامي الحداد|أكد|السد ممتلئ"])
  }

  @Test func `things that endanger others threaten nobody with words`() throws {
    let text = try AnnotatedText("ويهدد الجفاف بنقص المياه.", [])
    #expect(text.statements.isEmpty)
  }

  @Test func `what is told in an aside ends with it`() throws {
    let text = try AnnotatedText(
      "وقال سامي الحداد -الذي يقول إنه أقدم النواب- إن الجلسة علنية.", [minister])
    #expect(text.statements.contains("سامي الحداد|يقول|أقدم النواب"))
    #expect(text.statements.contains("سامي الحداد|قال|الجلسة علنية"))
  }

  @Test func `a clause joined to a quotation goes on what was said`() throws {
    let text = try AnnotatedText(
      "وشدد سامي الحداد على أن \"البلدة تحتاج إلى مستشفى جديد\"، وأن الأطباء قليلون.", [minister])
    #expect(
      text.statements == ["سامي الحداد|شدد|\"البلدة تحتاج إلى مستشفى جديد\"، وأن الأطباء قليلون"])
  }

  @Test func `the noun of a promise is a cue`() throws {
    let text = try AnnotatedText("وعلق السكان على تعهد سامي الحداد بإصلاح السد.", [minister])
    #expect(text.statements == ["سامي الحداد|تعهد|بإصلاح السد"])
  }

  @Test func `what one comes to say is said`() throws {
    let text = try AnnotatedText("عاد سامي الحداد ليؤكد أن السد ممتلئ.", [minister])
    #expect(text.statements == ["سامي الحداد|ليؤكد|السد ممتلئ"])
  }

  @Test func `a verb of saying may follow a closed circumstance`() throws {
    let text = try AnnotatedText("إلى ذلك أكد سامي الحداد أن السد ممتلئ.", [minister])
    #expect(text.statements == ["سامي الحداد|أكد|السد ممتلئ"])
  }

  @Test func `what others are called to is no word of theirs`() throws {
    let text = try AnnotatedText("شارك السكان في مسيرات دعا إليها سامي الحداد للدفاع عن الحديقة.", [minister])
    #expect(text.statements.isEmpty)
  }

  @Test func `a quoted word may begin what was said`() throws {
    let text = try AnnotatedText("وأكد سامي الحداد \"عزمه\" على إصلاح السد.", [minister])
    #expect(text.statements == ["سامي الحداد|أكد|\"عزمه\" على إصلاح السد"])
  }

  @Test func `what was said may follow its verb in quotation marks`() throws {
    let text = try AnnotatedText("ودان سامي الحداد \"إحراق الحقول في القرية\".", [minister])
    #expect(text.statements == ["سامي الحداد|دان|إحراق الحقول في القرية"])
  }

  @Test func `what brackets tell of the speaker does not end the way to what was said`() throws {
    let text = try AnnotatedText("وأضاف سامي الحداد (لم يكشف سنه) في كلمة أن السد ممتلئ.", [minister])
    #expect(text.statements == ["سامي الحداد|أضاف|السد ممتلئ"])
  }

  @Test func `a double prime after a year closes the quotation`() throws {
    let text = try AnnotatedText(
      "وأكد سامي الحداد أن “السد بني في القرية سنة 2008″، مشيرا إلى أن المياه قليلة.", [minister])
    #expect(
      text.statements == [
        "سامي الحداد|أكد|السد بني في القرية سنة 2008", "سامي الحداد|مشيرا|المياه قليلة",
      ])
  }

  @Test func `a verb of saying may be put into what is said`() throws {
    var text = try AnnotatedText("وفي الجنوب -يقول سامي الحداد- بقي الجسر مغلقا.", [minister])
    #expect(text.statements == ["سامي الحداد|يقول|بقي الجسر مغلقا"])
    text = try AnnotatedText("أما هنا، يضيف سامي الحداد، فلن يبقى الجسر مغلقا.", [minister])
    #expect(text.statements == ["سامي الحداد|يضيف|فلن يبقى الجسر مغلقا"])
  }

  @Test func `a source may be parted from its word by a particle alone`() throws {
    let text = try AnnotatedText("وبحسب سامي الحداد فإن الجسر مغلق منذ أمس.", [minister])
    #expect(text.statements == ["سامي الحداد|بحسب|الجسر مغلق منذ أمس"])
  }

  @Test func `others' words in the present end what was said`() throws {
    let text = try AnnotatedText("أعلن سامي الحداد أن الجسر مغلق، يقول خبراء إن السد ممتلئ.", [minister])
    #expect(text.statements == ["سامي الحداد|أعلن|الجسر مغلق", "خبراء|يقول|السد ممتلئ"])
  }

  @Test func `a quotation after a comma is no aside`() throws {
    let text = try AnnotatedText("وفي الجنوب، أضاف سامي الحداد، “وعلى الشاطئ، يبقى الجسر مغلقا”.", [minister])
    #expect(text.statements == ["سامي الحداد|أضاف|وعلى الشاطئ، يبقى الجسر مغلقا"])
  }
}
