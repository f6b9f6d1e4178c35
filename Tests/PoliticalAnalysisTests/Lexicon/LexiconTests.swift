import ArabicText
import MarsadCore
import Testing

@testable import PoliticalAnalysis

/// The bundled files with one of them changed.
private struct Changed: LexiconSource {
  let file: String
  let content: String

  func bytes(of file: String) throws(LexiconError) -> [UInt8] {
    guard file == self.file else { return try BundledLexicons().bytes(of: file) }
    return Array(content.utf8)
  }
}

@Suite struct `Faults of lexicon files` {
  @Test func `a line with another number of columns is named`() {
    #expect(throws: LexiconError.columns(file: "first-names.tsv", line: 2, expected: 2, found: 1)) {
      try EntityLexicon(Changed(file: "first-names.tsv", content: "# header\nسامي\n"))
    }
  }

  @Test func `a value that its column does not know is named with what was expected`() {
    #expect(
      throws: LexiconError.value(file: "first-names.tsv", line: 1, found: "x", expected: "m or f")
    ) {
      try EntityLexicon(Changed(file: "first-names.tsv", content: "سامي\tx\n"))
    }
    #expect(throws: LexiconError.self) {
      try EntityLexicon(Changed(file: "organisation-heads.tsv", content: "وزارة\tGOV\tsometimes\n"))
    }
    #expect(throws: LexiconError.self) {
      try EntityLexicon(Changed(file: "cities.tsv", content: "بغداد\tIRQ\tvillage\n"))
    }
  }
}

@Suite struct `Phrases in a text` {
  private func matches(_ phrases: [String], _ text: String) -> [String] {
    var table = PhraseTable<Int>()
    for (index, phrase) in phrases.enumerated() { table.add(phrase, index) }
    let text = Tokenizer.tokenize(Array(text.utf8))
    var found: [String] = []
    for token in text.tokens.indices {
      table.forEachMatch(in: text, at: token) { match, entry in
        found.append("\(entry):" + text.string(bytes: match.bytes(in: text)))
      }
    }
    return found
  }

  @Test func `are found behind clitics, in other spellings, and none across a sentence's end`() {
    #expect(
      matches(
        ["الولايات المتحدة", "إيران"], "للولايات المتحدة وايران. وبالولايات المتّحدة! الولايات. المتحدة") == [
          "0:لولايات المتحدة", "1:ايران", "0:الولايات المتّحدة",
        ])
  }

  @Test func `that begin alike are all given, and a phrase may have several entries`() {
    #expect(matches(["مجلس", "مجلس الأمن", "مجلس"], "مجلس الأمن") == ["0:مجلس", "2:مجلس", "1:مجلس الأمن"])
  }

  @Test func `in Latin letters are found in either case`() {
    #expect(matches(["NATO"], "حلف nato وNATO") == ["0:nato", "0:NATO"])
  }
}

@Suite struct KeywordTests {
  private func keywords(_ change: (String) -> String) throws {
    let bundled = String(decoding: try BundledLexicons().bytes(of: "keywords.tsv"), as: UTF8.self)
    _ = try Keywords(
      LexiconFile(parsing: Array(change(bundled).utf8), file: "keywords.tsv", columns: 2))
  }

  @Test func `a set that rules name and the file lacks is asked for by name`() {
    #expect(throws: LexiconError.missing(file: "keywords.tsv", name: "about")) {
      try keywords { $0.replacing("\nabout\t", with: "\n# about\t") }
    }
  }

  @Test func `a set that no rule names, or that stands twice, is refused with its line`() throws {
    #expect(
      throws: LexiconError.value(
        file: "keywords.tsv", line: 1, found: "abuot", expected: "a set that a rule names")
    ) { try keywords { "abuot\tحول\n" + $0 } }
    #expect(throws: LexiconError.self) { try keywords { "about\tحول\n" + $0 } }
  }
}

@Suite struct ConfidenceTests {
  private func lexicon(_ rows: String) throws(LexiconError) -> ConfidenceLexicon {
    try ConfidenceLexicon(LexiconFile(parsing: Array(rows.utf8), file: "confidence.tsv", columns: 2))
  }

  @Test func `clues multiply the odds, and those that no row lists change nothing`() throws {
    let lexicon = try lexicon("always\t3\nrule event.verb\t2\none country\t0.5\n")
    #expect(lexicon.confidence(by: ["always", "rule event.verb"]) == 0.86)
    #expect(lexicon.confidence(by: ["always", "one country", "type AID"]) == 0.6)
    #expect(lexicon.confidence(by: ["type AID"]) == nil)
    #expect(lexicon.least == 0)
  }

  @Test func `a factor of 0, or a least share of 1, is refused with its line`() {
    #expect(
      throws: LexiconError.value(
        file: "confidence.tsv", line: 1, found: "0", expected: "a factor above 0 and below 1000")
    ) { try lexicon("always\t0\n") }
    #expect(
      throws: LexiconError.value(
        file: "confidence.tsv", line: 1, found: "1", expected: "a share from 0 to 1")
    ) { try lexicon("least\t1\n") }
  }
}
