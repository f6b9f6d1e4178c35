import ArabicText
import MarsadReport

/// Words with a positive or negative charge.
struct ToneLexicon: Sendable {
  private enum WordClass: String, CaseIterable { case adjective, noun, verb }

  /// The charge of each entry, 1 or −1.
  private(set) var charges: [Int] = []

  /// Reads the file and enters its words, adjectives with their endings, into the index.
  init(_ file: LexiconFile, index: inout TermIndex) throws(LexiconError) {
    for row in file.rows {
      let charge = try row.integer(1)
      guard charge == 1 || charge == -1 else { throw row.fault(1, "1 or -1") }
      let endings = try row.word(2, WordClass.self) == .adjective ? ["", "ة", "ين", "ون", "ات"] : [""]
      for ending in endings { index.add(row.fields[0] + ending, list: .tone, entry: charges.count) }
      charges.append(charge)
    }
  }
}

/// Shares of charged words among all words; a word behind لا، لم، لن، ليس، غير counts for the other side.
struct ToneStage: AnalysisStage {
  let lexicon: ToneLexicon

  func annotate(_ document: inout Document) {
    let words = document.text.tokens.count { $0.kind == .arabic || $0.kind == .latin }
    guard words > 0 else { return }
    var (positive, negative) = (0, 0)
    for match in document.terms[.tone] {
      let charge =
        isNegated(match.tokens.lowerBound, document.text)
        ? -lexicon.charges[match.entry] : lexicon.charges[match.entry]
      if charge > 0 { positive += 1 } else { negative += 1 }
    }
    document.tone = Report.Tone(
      positive: Double(positive) / Double(words), negative: Double(negative) / Double(words),
      polarity: Double(positive - negative) / Double(words))
  }

  private static let negations: [[Letter]] = ["لا", "لم", "لن", "ليس", "ليست", "غير", "دون", "بدون", "عدم"]
    .map { Folding.letters(of: $0.utf8) }

  private func isNegated(_ token: Int, _ text: TokenizedText) -> Bool {
    guard token > 0, text.tokens[token - 1].sentence == text.tokens[token].sentence else { return false }
    let before = text.letters(of: token - 1)
    return before.count < 5 && Self.negations.contains { $0.elementsEqual(before) }
  }
}
