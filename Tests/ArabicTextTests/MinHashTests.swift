import ArabicText
import Testing

@Suite struct MinHashTests {
  private func sketch(_ text: String) -> [UInt16] { MinHash.sketch(Tokenizer.tokenize(Array(text.utf8))) }

  private func text(words: Range<Int>) -> String {
    words.map { "كلمة \(["الوزير", "الرئيس", "المجلس"][$0 % 3]) \($0 * $0)" }.joined(separator: " ")
  }

  private func agreement(_ a: [UInt16], _ b: [UInt16]) -> Double {
    Double(zip(a, b).count { $0 == $1 }) / Double(MinHash.size)
  }

  @Test func `spelling, digits of another script, punctuation and Latin capitals do not count`() {
    let written = "أكّد «الإيراني» في ٢٠ مدينة، إلى القمة: UN مسؤولاً " + text(words: 0..<10)
    let typed = "اكد الايرانى فى 20 مدينه الي القمه un مسؤولا، " + text(words: 0..<10)
    #expect(sketch(written) == sketch(typed))
    #expect(sketch(written).count == MinHash.size)
  }

  @Test
  func `the share of values in which two texts agree is the share of word pairs that they have in common`() {
    let whole = sketch(text(words: 0..<120))
    // Cut to a half, wherever the half stands: j = 1/2. Cut to a sixth: j = 1/6.
    #expect(abs(agreement(whole, sketch(text(words: 0..<60))) - 0.5) < 0.2)
    #expect(abs(agreement(whole, sketch(text(words: 60..<120))) - 0.5) < 0.2)
    #expect(agreement(whole, sketch(text(words: 0..<20))) < 0.35)
    #expect(agreement(whole, sketch(text(words: 200..<320))) < 0.1)
    #expect(agreement(whole, sketch(text(words: 0..<120) + " وختم")) > 0.9)
  }

  @Test func `a text of few different word pairs has no sketch, however long it is`() {
    #expect(sketch("") == [])
    #expect(sketch("قال الوزير إن العمل مستمر") == [])
    #expect(sketch(String(repeating: "كلمة واحدة ", count: 5_000)) == [])
  }

  @Test func `a sketch is the same on every machine`() {
    #expect(Array(sketch(text(words: 0..<30)).prefix(3)) == [4143, 6873, 47555])
  }
}
