import MarsadCore
import PoliticalAnalysis
import Testing

@Suite struct `What is known of offices` {
  @Test func `a role without a name is that of the named person who held it on the day`() throws {
    let text = "التقى محمد مرسي أمس عبد الفتاح السيسي في القصر. وقال الرئيس المصري إن اللقاء مثمر."
    let early = try Found(text, publishedAt: "2013-01-15T10:00:00Z")
    #expect(early.mentions(ofWhat: "الرئيس المصري") == ["محمد مرسي", "الرئيس المصري"])
    let late = try Found(text, publishedAt: "2016-01-15T10:00:00Z")
    #expect(late.mentions(ofWhat: "الرئيس المصري") == ["عبد الفتاح السيسي", "الرئيس المصري"])
  }

  @Test func `without a day, only one who held the office can be meant`() throws {
    let one = try Found("وصل سيرغي لافروف إلى أنقرة. وأكد وزير الخارجية الروسي أن المحادثات مستمرة.")
    #expect(one.mentions(ofWhat: "وزير الخارجية الروسي") == ["سيرغي لافروف", "وزير الخارجية الروسي"])
    let two = try Found("تحدث محمد مرسي وحسني مبارك عن الأزمة. وقال الرئيس المصري إن الوضع صعب.")
    #expect(two.mentions(ofWhat: "الرئيس المصري") == ["الرئيس المصري"])
  }

  @Test func `the office of a body is that of its head`() throws {
    let found = try Found("وصل ينس ستولتنبرغ إلى كييف. وقال الأمين العام لحلف شمال الأطلسي إن الدعم مستمر.")
    #expect(
      found.mentions(ofWhat: "ينس ستولتنبرغ") == ["ينس ستولتنبرغ", "الأمين العام لحلف شمال الأطلسي"])
  }

  @Test func `what the text says of a person's state goes before what is known`() throws {
    #expect(try Found("قال السفير الكندي سامح شكري إن العلاقات جيدة.").entity("سامح شكري")?.country == "CAN")
    #expect(try Found("التقى سامح شكري أعضاء الوفد.").entity("سامح شكري")?.country == "EGY")
  }

  @Test func `a term of nobody known, of no office or of days that run backwards is refused`() throws {
    for row in [
      "فلان الفلاني\tpresident\tEGY\t2010\t2011", "سامح شكري\tcaptain\tEGY\t2010\t2011",
      "سامح شكري\tforeign\tEGY\t2014\t2010", "سامح شكري\tforeign\tXXX\t2014\t-",
      "سامح شكري\tforeign\tEGY\tsoon\t-",
    ] {
      #expect(throws: LexiconError.self) { _ = try EntityLexicon(WithTerms(row: row)) }
    }
  }
}

/// The bundled lexicons with other terms.
private struct WithTerms: LexiconSource {
  let row: String
  let bundled = BundledLexicons()

  func bytes(of file: String) throws(LexiconError) -> [UInt8] {
    file == "terms.tsv" ? Array(row.utf8) : try bundled.bytes(of: file)
  }
}
