import ArabicLanguage
import ArabicText
import ArabicTraining
import Foundation
import LinguisticAnnotation
import Testing

@Suite struct CoNLLUTests {
  private static let news =
    "وقال رئيس الحكومة اللبنانية نجيب ميقاتي للصحافيين: \"لن أستقيل\". زار الوفد بغداد، ثم عاد.\nوأضاف أنّه سيلتقي نظيره."

  private func conllu(_ text: String, as input: LanguageInput = .text) throws -> String {
    let utf8 = Array(text.utf8)
    var writer = CoNLLUWriter()
    writer.write(try TestEngine.shared.annotate(utf8, as: input), of: utf8, document: "نص")
    return writer.output
  }

  /// What every output must be: valid, readable, and made of the text's own code points.
  private func expectSound(_ output: String, of text: String) {
    let faults = CoNLLUValidator(output).faults
    #expect(faults.isEmpty, "\(faults.prefix(3)) in \(text.debugDescription)")
    let reader = CoNLLUReader(output)
    #expect(reader.faults.isEmpty, "\(reader.faults.prefix(3)) in \(text.debugDescription)")
    let scalars = Array(text.unicodeScalars)
    var end = 0
    for (form, misc) in reader.sentences.flatMap(surfaceTokens) {
      guard let range = tokenRange(misc), range.lowerBound >= end, range.upperBound <= scalars.count else {
        Issue.record("\(misc) is no place of \(text.debugDescription)")
        return
      }
      let written = String(String.UnicodeScalarView(scalars[range])).precomposedStringWithCanonicalMapping
      #expect(written.utf8.elementsEqual(form.utf8), "\(misc) is not \(form) in \(text.debugDescription)")
      expectBlank(scalars[end..<range.lowerBound], of: text)
      end = range.upperBound
    }
    expectBlank(scalars[end...], of: text)
  }

  private func expectBlank(_ between: ArraySlice<Unicode.Scalar>, of text: String) {
    let lost = between.filter {
      !$0.properties.isWhitespace && ![.control, .format].contains($0.properties.generalCategory)
    }
    #expect(lost.isEmpty, "\(lost) belong to no token of \(text.debugDescription)")
  }

  private func tokenRange(_ misc: String) -> Range<Int>? {
    guard let value = misc.split(separator: "|").first(where: { $0.hasPrefix("TokenRange=") }) else {
      return nil
    }
    let ends = value.dropFirst("TokenRange=".count).split(separator: ":").compactMap { Int($0) }
    return ends.count == 2 && ends[0] < ends[1] ? ends[0]..<ends[1] : nil
  }

  /// Form and MISC of every orthographic word, ranges in place of their words.
  private func surfaceTokens(_ sentence: TreeSentence) -> [(String, String)] {
    var result: [(String, String)] = []
    var next = 0
    for token in sentence.tokens {
      result += sentence.words[next..<token.words.lowerBound].map { ($0.form, $0.miscellaneous) }
      result.append((token.form, token.miscellaneous))
      next = token.words.upperBound
    }
    return result + sentence.words[next...].map { ($0.form, $0.miscellaneous) }
  }

  @Test func `news becomes valid CoNLL-U with ranges for split words`() throws {
    let output = try conllu(Self.news)
    expectSound(output, of: Self.news)
    let lines = output.split(separator: "\n")
    #expect(lines.prefix(2) == ["# newdoc id = نص", "# sent_id = نص-s1"])
    #expect(lines.contains { $0.hasPrefix("1-2\tوقال\t_\t_\t_\t_\t_\t_\t_\tTokenRange=0:4") })
    #expect(lines.contains { $0.hasPrefix("1\tو\tو\tCCONJ\t_\t") && $0.hasSuffix("\t_\t_") })
    #expect(lines.contains { $0.contains("\tSpaceAfter=No|TokenRange=") })
  }

  @Test func `whatever the text, the output is valid and re-reads as the text`() throws {
    var texts = StrangeTexts(seed: 4)
    for _ in 0..<150 {
      let text = texts.next(pieces: 40)
      expectSound(try conllu(text), of: text)
      expectSound(try conllu(text, as: .sentences), of: text)
    }
  }

  @Test(arguments: [LanguageInput.tokens, .words])
  func `whatever the words, they come out one for one and valid`(input: LanguageInput) throws {
    var texts = StrangeTexts(seed: 5)
    for _ in 0..<80 {
      let text = texts.nextWords(count: 40)
      let output = try conllu(text, as: input)
      expectSound(output, of: text)
      let given = text.split(whereSeparator: \.isNewline)
      let reader = CoNLLUReader(output)
      let found = reader.sentences.flatMap(surfaceTokens)
      #expect(found.count == given.count)
      if input == .words { #expect(!reader.sentences.contains { !$0.tokens.isEmpty }) }
    }
  }

  @Test func `a word of many thousand letters is a word`() throws {
    for letters in ["و", "ال", "a", "1", "\u{64E}", ".", "هم"] {
      let text = "قال " + String(repeating: letters, count: 3_000) + " ثم"
      expectSound(try conllu(text), of: text)
    }
  }

  @Test func `words without a tree have neither head nor relation`() throws {
    let text = Array("قال الوزير".utf8)
    var writer = CoNLLUWriter()
    writer.write(try TestEngine.shared.annotate(text, as: .text, layers: .tags), of: text, document: "d")
    #expect(writer.output.contains("1\tقال\t_\tVERB\t_\t_\t_\t_\t_\tTokenRange=0:3\n"))
    #expect(CoNLLUReader(writer.output).faults.isEmpty)
  }

  @Test func `a text without tokens gives nothing`() throws {
    for text in ["", " ", "\n\n", "\u{200F}\u{FEFF}"] { #expect(try conllu(text).isEmpty) }
  }

  @Test func `fields of an annotation that break columns are replaced`() {
    let text = Array("a\tb c".utf8)
    let word = AnnotatedWord(
      bytes: 0..<3, form: "x\ny", lemma: "", tag: .other, features: MorphologicalFeatures(), head: nil,
      relation: "root")
    let part = AnnotatedWord(
      bytes: 3..<3, form: "", lemma: "l\u{A0}m", tag: .noun, features: MorphologicalFeatures(), head: 0,
      relation: "dep")
    let sentence = AnnotatedSentence(
      tokens: [
        AnnotatedToken(bytes: 0..<3, words: 0..<2, stem: 0, spaceAfter: true),
        AnnotatedToken(bytes: 4..<5, words: 2..<3, stem: 2, spaceAfter: true),
      ], words: [word, part, part], entities: [])
    var writer = CoNLLUWriter()
    writer.write([sentence], of: text, document: "a/b c")
    #expect(
      writer.output == """
        # newdoc id = a-b-c
        # sent_id = a-b-c-s1
        # text = a_b c
        1-2\ta_b\t_\t_\t_\t_\t_\t_\t_\tTokenRange=0:3
        1\tx_y\t_\tX\t_\t_\t0\troot\t_\t_
        2\t_\tl_m\tNOUN\t_\t_\t1\tdep\t_\t_
        3\tc\tl_m\tNOUN\t_\t_\t1\tdep\t_\tTokenRange=4:5


        """)
    #expect(CoNLLUValidator(writer.output).faults.isEmpty)
  }

  @Test func `the validator finds what is wrong`() {
    let row = "1\tا\tا\tNOUN\t_\t_\t0\troot\t_\t_\n\n"
    let head = "# sent_id = a\n# text = ا\n"
    #expect(CoNLLUValidator(head + row).faults.isEmpty)
    let bad = [
      "# sent_id = a b\n# text = ا\n" + row, "# text = ا\n" + row, "# sent_id = a\n# text = اا\n" + row,
      head + row + head + row, head + row.replacing("NOUN", with: "SUBST"),
      head + row.replacing("0\troot", with: "0\tdep"), head + row.replacing("0\troot", with: "1\tdep"),
      head + row.replacing("NOUN\t_\t_", with: "NOUN\t_\tNumber=Sing|Case=Gen"),
      head + row.replacing("_\t_\n", with: "_\t\n"), head + row.dropLast(),
      head + "1-2\tا\t_\t_\t_\t_\t_\t_\t_\t_\n" + row,
      "# sent_id = a\n# text = e\u{301}\n" + row.replacing("ا\tا", with: "e\u{301}\te"),
    ]
    for (number, file) in bad.enumerated() {
      #expect(!CoNLLUValidator(file).faults.isEmpty, "number \(number) passed")
    }
  }

  @Test func `lines of other systems and circles are told apart`() {
    let crlf = CoNLLUReader(
      "1\tا\tا\tNOUN\t_\t_\t0\troot\t_\t_\r\n\r\n1\tب\tب\tNOUN\t_\t_\t0\troot\t_\t_\r\n")
    #expect(crlf.faults.isEmpty && crlf.sentences.count == 2)
    let circle = CoNLLUReader(
      "1\tا\tا\tNOUN\t_\t_\t2\tdep\t_\t_\n2\tب\tب\tNOUN\t_\t_\t1\tdep\t_\t_\n3\tج\tج\tNOUN\t_\t_\t0\troot\t_\t_\n\n"
    )
    #expect(circle.sentences.isEmpty && circle.faults.map(\.line) == [4])
    let empty = CoNLLUReader("1\t\tا\tNOUN\t_\t_\t0\troot\t_\t_\n\n")
    #expect(empty.faults.map(\.reason) == ["column 2 is empty, expected _ where there is nothing"])
  }
}
