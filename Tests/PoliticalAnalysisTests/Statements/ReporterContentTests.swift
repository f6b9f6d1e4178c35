import PoliticalAnalysis
import Testing

/// Where what is said ends and what the reporter adds begins, and what is no statement.
@Suite struct ReporterContentTests {
  private let minister: (name: String, kind: Entity.Kind, country: String?) = ("سامي الحداد", .person, "JOR")
  private let cairo: (name: String, kind: Entity.Kind, country: String?) = ("القاهرة", .gpe, "EGY")

  @Test func `a circumstance after a comma is the reporter's`() throws {
    for rest in [
      "، وسط انتقادات من النقابة", "، وبينما تستعد المدارس، تتأخر الكتب", "، وهو ما نفته النقابة لاحقا",
      "، في رد على منتقديه", "، وذلك بسبب كثرة الأسئلة",
    ] {
      let text = try AnnotatedText("قال سامي الحداد إن الدواء متوفر في المراكز\(rest).", [minister])
      #expect(text.statements.first == "سامي الحداد|قال|الدواء متوفر في المراكز", "\(rest)")
    }
  }

  @Test func `another who says something in the present ends what was said`() throws {
    let text = try AnnotatedText("أكد سامي الحداد أن الخطة جاهزة، ويقول خبراء إن المال قليل.", [minister])
    #expect(text.statements == ["سامي الحداد|أكد|الخطة جاهزة", "خبراء|يقول|المال قليل"])
  }

  @Test func `an aside goes on with what is said`() throws {
    let text = try AnnotatedText("قال سامي الحداد إن الجسر، وكما هو معروف عبر البلاد، قديم.", [minister])
    #expect(text.statements == ["سامي الحداد|قال|الجسر، وكما هو معروف عبر البلاد، قديم"])
    let dashes = try AnnotatedText("قال سامي الحداد إن الجسرين -وفق وصفه- قديمان.", [minister])
    #expect(dashes.statements.first == "سامي الحداد|قال|الجسرين -وفق وصفه- قديمان")
  }

  @Test func `other news of the headline is not what was said`() throws {
    let text = try AnnotatedText(
      "سامي الحداد يطالب بفتح الجسر والبلدية ترفض الطلب\n\nاجتمع المجلس أمس.", [minister])
    #expect(text.statements.first == "سامي الحداد|يطالب|بفتح الجسر")
  }

  @Test func `what somebody is told may be a noun phrase`() throws {
    let text = try AnnotatedText("أبلغ سامي الحداد السفير المصري رفضه إغلاق المعبر.", [minister])
    #expect(text.statements == ["سامي الحداد|أبلغ|رفضه إغلاق المعبر"])
    #expect(try AnnotatedText("يبلغ عدد سكان القاهرة 10 ملايين.", [cairo]).statements.isEmpty)
  }

  @Test func `what something is described as comes after where and what`() throws {
    let text = try AnnotatedText(
      "وصف سامي الحداد في رسالة للصحيفة الاتفاق بأنه \"خطوة جيدة جدا\".", [minister])
    #expect(text.statements.map { $0.split(separator: "|").last } == ["\"خطوة جيدة جدا\""])
  }

  @Test func `what is stressed anew comes after the noun for stressing`() throws {
    let text = try AnnotatedText("جدد سامي الحداد التأكيد على أهمية الحوار.", [minister])
    #expect(text.statements == ["سامي الحداد|جدد|أهمية الحوار"])
  }

  @Test func `who announces by a verbal noun says it`() throws {
    let text = try AnnotatedText("سارع سامي الحداد إلى الإعلان عن تأجيل المشروع.", [minister])
    #expect(text.statements == ["سامي الحداد|الإعلان|تأجيل المشروع"])
  }

  @Test func `what was condemned comes after all who condemn`() throws {
    let text = try AnnotatedText("أدان سامي الحداد والقاهرة الهجوم على المرفأ.", [minister, cairo])
    #expect(text.statements == ["سامي الحداد|أدان|الهجوم على المرفأ"])
  }

  @Test func `the subject of a symposium in quotation marks is not what was said there`() throws {
    let text = try AnnotatedText(
      "وأوضح سامي الحداد ضمن ندوة حول موضوع \"تحولات السوق وأثرها على قضية المياه\"، أن السد قريب.",
      [minister])
    #expect(text.statements == ["سامي الحداد|أوضح|السد قريب"])
  }

  @Test(arguments: [
    "لم يكشف سامي الحداد عن موعد اللقاء.", "إعلان القاهرة: تعزيز التجارة في المنطقة",
    "ويتوقع أن يفتح الجسر غدا.",
    "ولم يقدم أحد تفاصيل تذكر عن أن السد قديم.",
  ])
  func `nothing is said`(_ sentence: String) throws {
    #expect(try AnnotatedText(sentence, [minister, cairo]).statements.isEmpty)
  }

  @Test func `who asks for silence about his name says nothing by that`() throws {
    let text = try AnnotatedText("وقال مسؤول بلدي، طلب عدم كشف هويته، إن الجسر مغلق.", [])
    #expect(text.statements == ["مسؤول بلدي|قال|الجسر مغلق"])
  }

  @Test func `a source at the end is of its clause`() throws {
    let text = try AnnotatedText(
      "وفي الأثناء، انهار جسر في المدينة القديمة، وفق ما أفاد سامي الحداد.", [minister])
    #expect(text.statements == ["سامي الحداد|وفق ما أفاد|انهار جسر في المدينة القديمة"])
  }

  @Test func `a document that is named after for is whose it is`() throws {
    let text = try AnnotatedText("ووفقا لبيان صادر عن القاهرة، انهار جسر قديم في المدينة.", [cairo])
    #expect(text.statements == ["القاهرة|وفقا|انهار جسر قديم في المدينة"])
  }

  @Test func `the same source is who spoke last`() throws {
    let text = try AnnotatedText(
      "أكد سامي الحداد أن الجسر قديم.\nوبحسب المصدر نفسه، فإن المهندسين في المدينة جاهزون.", [minister])
    #expect(text.statements.last == "سامي الحداد|بحسب|المهندسين في المدينة جاهزون")
  }

  @Test func `help may be promised, and a counterpart speaks too`() throws {
    #expect(
      try AnnotatedText("تعهد سامي الحداد بدعم المزارعين.", [minister]).statements == [
        "سامي الحداد|تعهد|بدعم المزارعين"
      ])
    let text = try AnnotatedText(
      "أكد سامي الحداد ونظيره المصري عادل النجار أهمية المياه.", [minister, ("عادل النجار", .person, "EGY")])
    #expect(text.statements == ["سامي الحداد|أكد|أهمية المياه"])
  }
}
