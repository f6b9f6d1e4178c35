import Foundation
import MarsadCore
import MarsadReport
import MarsadTestSupport
import PoliticalAnalysis
import Testing

private let analyzer = Result { try Analyzer.bundled() }

private func analyze(_ text: String, publishedAt: String? = nil) throws -> Report {
  try analyzer.get().analyze(Article(text, publishedAt: publishedAt))
}

@Test(arguments: SampleArticles.names)
func `every span of a sample's report is inside the text and says what stands there`(name: String) throws {
  let text = try SampleArticles.text(name)
  ReportInvariants.check(try analyze(text), of: text)
}

@Test(arguments: 0..<60)
func `mutated articles give reports that hold together`(seed: UInt64) throws {
  var generator = SeededGenerator(seed: seed)
  let text = try MutatedText.make(&generator)
  let report = try analyze(text)
  ReportInvariants.check(report, of: text)
  #expect(report.encoded() == (try analyze(text)).encoded(), "not the same twice")
}

@Test(arguments: [
  "", " ", "\n\n", "a", "ا", "و", "ال", "لل", "\u{200F}", "“", "»«", ":", "١٢", "قال", "قال:", "قال: «",
  "12/4/", "في",
  "أكد أن", "قال الوزير: ''لن تسمح الهيئة ببقاء أحد، وستمنع غيره''.", "الساعة", "قبل", "\u{064B}\u{0640}",
  "👩‍👩‍👧 قال الوزير 👍🏽", "The minister said so.", "\u{0}ا\u{0}",
])
func `short and odd texts give a report`(text: String) throws {
  ReportInvariants.check(try analyze(text), of: text)
}

@Test(arguments: SampleArticles.names)
func `an article that ends after any of its words gives a report`(name: String) throws {
  // Rules look at the words behind what they found: at the end of the text there are none.
  for paragraph in try SampleArticles.text(name).split(separator: "\n") {
    let words = paragraph.split(separator: " ")
    for end in words.indices {
      let text = words[max(0, end - 5)...end].joined(separator: " ")
      ReportInvariants.check(try analyze(text), of: text)
    }
  }
}

@Test func `a known place that ends the text gives a report`() throws {
  for text in [
    "أزمة المهاجرين في البحر المتوسط", "سافر إلى مدينة القدس", "وزارة الدفاع", "قال إنه زار جزيرة سقطرى",
  ] {
    ReportInvariants.check(try analyze(text), of: text)
  }
}

@Test func `a long word, a long line and many lines are analysed whole`() throws {
  for text in [
    String(repeating: "ب", count: 100_000), String(repeating: "قال إن العراق ", count: 400),
    String(repeating: "وقال الوزير: «نرفض الأعمال الشريرة».\n", count: 300),
  ] {
    let report = try analyze(text)
    #expect(report.size.characters == text.unicodeScalars.count)
  }
}

@Test func `offsets count in title, line feed, text`() throws {
  let report = try analyzer.get().analyze(Article("قتل 12 شخصا أمس.", title: "عنوان"))
  ReportInvariants.check(report, of: "عنوان\nقتل 12 شخصا أمس.")
  #expect(report.quantities.first?.excerpt.span == 10..<17)
  #expect(
    report.contentHash == ContentHash(text: Array("قتل 12 شخصا أمس.".utf8)), "the title is no part of it")
}

@Test func `other languages have a report without findings`() throws {
  let report = try analyze("The foreign minister said on Tuesday that talks would resume.")
  #expect(report.language.code != "ar")
  #expect(report.statements.isEmpty && report.events.isEmpty && report.topics.isEmpty)
}

@Test func `a lexicon that is missing or wrong is named with its line`() throws {
  #expect(throws: LexiconError.unreadable(file: "/nowhere/numbers.tsv")) {
    try Analyzer(lexicons: BundledLexicons(directory: "/nowhere"))
  }
  struct Broken: LexiconSource {
    func bytes(of file: String) throws(LexiconError) -> [UInt8] {
      file == "months.tsv"
        ? Array("# months\nيناير\tjulian\t1\n".utf8) : try BundledLexicons().bytes(of: file)
    }
  }
  #expect(
    throws: LexiconError.value(
      file: "months.tsv", line: 2, found: "julian", expected: "one of gregorian, hijri")
  ) { try Analyzer(lexicons: Broken()) }
}
