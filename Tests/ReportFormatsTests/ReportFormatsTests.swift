import MarsadReport
import ReportFormats
import Testing

/// One statement and one event over `قال زيد: <b>لا</b> & نعم`, with markup in the article.
private let analysed = "قال زيد: <b>لا</b> & نعم\nوبعد"

private func report() -> Report {
  var report = Report(
    analyzer: "test/1", contentHash: ContentHash(text: Array(analysed.utf8)),
    language: .init(code: "ar", confidence: 1), size: .init(characters: 30, words: 5, sentences: 2),
    simHash: 0)
  var zayd = Report.Entity(kind: .person, name: "زيد <script>", country: "IRQ", sector: "GOV", salience: 1)
  zayd.mentions = [.init(span: 4..<7, sentence: .init(0), kind: .name)]
  report.entities = [zayd]
  report.statements = [
    .init(
      speaker: .init(0), cue: .init(span: 0..<3, text: "قال", lemma: "قال"), act: "affirm",
      content: .init(span: 9..<24, text: "<b>لا</b> & نعم"), sentence: .init(0), rule: "verb", confidence: 0.9
    )
  ]
  report.events = [
    .init(
      type: "REJECT", cameo: "12", goldstein: -4, quad: 3, source: .init(entity: .init(0), code: "IRQGOV"),
      target: nil, trigger: .init(span: 12..<14, text: "لا", lemma: "لا"),
      evidence: .init(span: 9..<24, text: "<b>لا</b>\t& نعم"), rule: "verb", confidence: 0.5)
  ]
  report.summary = .init(
    sentences: [.init(0)], text: analysed, brief: [.init(entity: .init(0), text: "قال زيد <script>: لا")])
  return report
}

@Test func `a page escapes all markup of the article and loads nothing`() {
  let page = PageFormat().string(report(), analysed: Array(analysed.utf8))
  #expect(!page.contains("<b>لا"))
  #expect(!page.contains("<script>"))
  #expect(!page.contains("http:") && !page.contains("https:"))
  #expect(page.contains("&lt;b&gt;لا&lt;/b&gt; &amp; نعم"))
  #expect(page.contains("dir=\"rtl\""))
}

@Test func `a page marks mentions by type and statements by speaker`() {
  let page = PageFormat().string(report(), analysed: Array(analysed.utf8))
  #expect(page.contains("<span class=\"PERSON\" title=\"زيد &lt;script&gt;\">زيد</span>"))
  #expect(page.contains("<sup>1</sup> <b class=\"PERSON\">زيد &lt;script&gt;</b> تأكيد"))
  #expect(page.contains("<sup>1</sup><span class=\"said\">"))
}

@Test func `a page shows an event as an arrow from who does it to whom it is done to`() {
  let page = PageFormat().string(report(), analysed: Array(analysed.utf8))
  #expect(
    page.contains("<b class=\"actor PERSON\" title=\"IRQGOV\">زيد &lt;script&gt;</b><i class=\"arrow\">"))
  #expect(page.contains("<span title=\"REJECT\">رفض</span></i><b class=\"actor\">غير مذكور</b>"))
}

@Test func `a page for another text than the report's leaves out what is outside it`() {
  let page = PageFormat().string(report(), analysed: Array("قال".utf8))
  #expect(page.contains("<p>قال</p>"))
}

@Test func `a page opens and closes every element`() {
  let page = PageFormat().string(report(), analysed: Array(analysed.utf8))
  for element in [
    "p", "h1", "span", "sup", "b", "i", "q", "div", "li", "ul", "ol", "article", "aside", "section", "main",
  ] {
    let opened = page.matches(of: try! Regex("<\(element)[ >]")).count
    #expect(opened == page.matches(of: try! Regex("</\(element)>")).count, "\(element)")
  }
}

@Test func `events become one line each with as many fields as the header`() {
  let format = EventTableFormat()
  let lines = format.string(report()).split(separator: "\n")
  #expect(lines.count == 1)
  let fields = lines[0].split(separator: "\t", omittingEmptySubsequences: false)
  #expect(fields.count == EventTableFormat.columns.count)
  #expect(fields[1] == "REJECT" && fields[8] == "IRQGOV" && fields[9] == "")
}

@Test func `text is plain without colour, and an article cannot speak to the terminal`() {
  var hostile = report()
  hostile.entities[0].name = "زيد\u{1B}[2J\u{202E}"
  let plain = TextFormat(isColoured: false).string(hostile)
  #expect(!plain.unicodeScalars.contains("\u{1B}") && !plain.unicodeScalars.contains("\u{202E}"))
  #expect(plain.contains("REJECT"))
  #expect(TextFormat(isColoured: true).string(hostile).unicodeScalars.contains("\u{1B}"))
}
