import ArabicText
import MarsadCore
import PoliticalAnalysis
import Testing

/// Where what is said ends, as far as parts of speech tell.
@Suite struct ReportedSpeechTests {
  @Test(arguments: [
    ("قال سامي الحداد إن الجسر مغلق، فيما تستمر الأعمال في المرفأ.", "الجسر مغلق"),
    ("قال سامي الحداد إن الجسر مغلق، وأظهرت صور بثها ناشطون حجم الدمار.", "الجسر مغلق"),
    ("وبعد أن قال سامي الحداد إن الجسر مغلق، عاد المسافرون إلى بيوتهم.", "الجسر مغلق"),
    ("طالب سامي الحداد مرارا الوزارة بضخ المياه إلى القرى.", "بضخ المياه إلى القرى"),
    ("أعلن سامي الحداد إغلاق الجسر، مرجحا تأجيل الأعمال إلى الصيف.", "إغلاق الجسر"),
  ])
  func `the reporter's clause is none of what was said`(_ text: String, _ content: String) throws {
    #expect(try Self.contents(text).first == content)
  }

  @Test func `a judgement may be a noun phrase`() throws {
    #expect(
      try Self.contents("قال سامي الحداد إن الجسر مغلق، مرجحا تأجيل الأعمال إلى الصيف.").last
        == "تأجيل الأعمال إلى الصيف")
  }

  @Test func `a noun that looks like a verb of saying is its governor's`() throws {
    #expect(try Self.contents("يخاطر سامي الحداد بدفع ثمن باهظ لعلاقاته بالشركات.").isEmpty)
  }

  @Test func `of two who want something, a form in the singular is a noun`() throws {
    let contents = try Self.contents(
      "أكد الجانبان حرصهما على الحوار بين الدول، ورفض محاولات التدخل في شؤونها.")
    #expect(contents.count == 1)
  }

  private static func contents(_ text: String) throws -> [String] {
    let document = try Analyzer.bundled().document(of: Article(text))
    return document.statements.map { String(decoding: document.text.utf8[$0.contentBytes], as: UTF8.self) }
  }
}
