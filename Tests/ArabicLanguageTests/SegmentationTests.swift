import ArabicLanguage
import Testing

@Suite struct SegmentationTests {
  private func splits(_ token: String) -> Set<[String]> {
    let tokens = FoldedTokens([token])
    var candidates: [SegmentCandidate] = []
    SegmentCandidate.appendAll(of: tokens[0], to: &candidates)
    return Set(candidates.map { $0.words(of: tokens[0]).map { Spelling.write($0, code: 0) } })
  }

  @Test func `the assimilated article comes back`() {
    #expect(splits("للعمل").contains(["ل", "العمل"]))
    #expect(splits("للجنة").isSuperset(of: [["ل", "لجنة"], ["ل", "اللجنة"], ["للجنة"]]))
  }

  @Test func `a stem before an enclitic gets the ending it has alone`() {
    #expect(splits("وبحكومتها").contains(["و", "ب", "حكومة", "ها"]))
    #expect(splits("منفاه").contains(["منفي", "ه"]))
    #expect(splits("حلفاؤه").contains(["حلفاء", "ه"]))
  }

  @Test func `marks and foreign words stay whole`() {
    #expect(splits("UN") == [["un"]])
    #expect(splits("،") == [[","]])
  }

  @Test func `folding drops marks and keeps what clitics hang on`() {
    #expect(LetterCode.fold("إِلَى") == LetterCode.fold("الي"))
    #expect(LetterCode.fold("سنة") != LetterCode.fold("سنه"))
    #expect(LetterCode.fold("٢٠٢٤") == LetterCode.fold("1999"))
    #expect(LetterCode.fold("كـتـاب") == LetterCode.fold("كتاب"))
  }

  @Test func `a letter's offset counts the marks before it`() {
    let text = Array("وَالكِتاب".utf8)
    #expect(LetterCode.byteOffset(ofLetter: 0, in: text, 0..<text.count) == 0)
    #expect(LetterCode.byteOffset(ofLetter: 1, in: text, 0..<text.count) == 4)
    #expect(LetterCode.byteOffset(ofLetter: 99, in: text, 0..<text.count) == text.count)
  }

  @Test(arguments: ["هٰذا", "أعلنت", "إلى", "لٰكن", "كذٰلك", "الآن", "مستشفى"])
  func `a spelling's code gives the word back`(word: String) throws {
    let code = try #require(Spelling.code(of: word))
    #expect(Spelling.write(LetterCode.fold(word), code: code) == word)
  }
}
