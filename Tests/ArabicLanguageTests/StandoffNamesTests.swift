import ArabicText
import LinguisticAnnotation
import Testing

@testable import ArabicTraining

@Suite struct StandoffNamesTests {
  private static let article = "زار جون سميث باريس أمس. وعاد إلى لندن.\nزار جون سميث باريس أمس."

  private static func line(_ text: TokenizedText, _ sentence: Int, _ names: String) -> String {
    let tokens = text.sentences[sentence].tokens
    return "\(StandoffNames.column(StandoffNames.hash(text, tokens)))\t\(tokens.count)\t\(names)\n"
  }

  @Test func `a sentence of the news gets its names, once however often it stands there`() throws {
    let text = Tokenizer.tokenize(Array(Self.article.utf8))
    try #require(text.sentences.count == 3)
    var names = StandoffNames()
    names.read("# marked by hand\n" + Self.line(text, 0, "1+2=PERS 3+1=LOC"), file: "a.standoff")
    #expect(names.faults.isEmpty)
    var met: Set<UInt64> = []
    let found = names.sentences(of: text, met: &met)
    #expect(found.map(\.words) == [["زار", "جون", "سميث", "باريس", "أمس", "."]])
    #expect(found.first?.labels.map(\.label) == ["O", "B-PERS", "I-PERS", "B-LOC", "O", "O"])
    #expect(names.sentences(of: text, met: &met).isEmpty)
  }

  @Test func `names side by side stay two, and a sentence without any counts too`() throws {
    let text = Tokenizer.tokenize(Array(Self.article.utf8))
    var names = StandoffNames()
    names.read(Self.line(text, 0, "1+1=PERS 2+1=PERS") + Self.line(text, 1, "-"), file: "a.standoff")
    var met: Set<UInt64> = []
    let found = names.sentences(of: text, met: &met)
    #expect(found.first?.labels.map(\.label) == ["O", "B-PERS", "B-PERS", "O", "O", "O"])
    #expect(found.last?.labels.allSatisfy { $0 == .outside } == true)
    #expect(found.count == 2)
  }

  @Test(arguments: [
    "0123456789abcdef\t3", "0123456789abcde\t3\t-", "0123456789abcdeg\t3\t-", "0123456789abcdef\t0\t-",
    "0123456789abcdef\t3\t", "0123456789abcdef\t3\t2+2=LOC", "0123456789abcdef\t3\t1+0=LOC",
    "0123456789abcdef\t3\t-1+2=LOC", "0123456789abcdef\t3\t0+2=LOC 1+1=PERS", "0123456789abcdef\t3\t0+1=HERO",
    "0123456789abcdef\t3\t0+9223372036854775807=LOC", "0123456789abcdef\t9223372036854775807\t-",
  ])
  func `a line that does not parse is named and left out`(line: String) {
    var names = StandoffNames()
    names.read("# names\n\(line)\n0123456789abcde0\t1\t0+1=ORG\r\n", file: "b.standoff")
    #expect(names.faults.map(\.line) == [2])
    #expect(names.faults.first?.file == "b.standoff")
    #expect(names.labels == [0x0123_4567_89AB_CDE0: [.begin(.organization)]])
  }

  @Test func `a hash is written with all its digits`() {
    #expect(StandoffNames.column(0xAB) == "00000000000000ab")
    #expect(StandoffNames.column(.max) == "ffffffffffffffff")
  }
}
