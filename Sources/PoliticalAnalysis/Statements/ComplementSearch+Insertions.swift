import ArabicText
import LinguisticAnnotation

/// Verbs of saying that are put into what was said: `وفي الميدان، يضيف الوزير، بدأ العمل`, `أما هنا -تقول الصحيفة- فالأمر صعب`.
extension ComplementSearch {
  /// What is told around a verb that stands between two pauses with nobody but its subject, which ends before `end`: the rest
  /// of the sentence, or what came before where nothing more comes.
  func around(_ match: Match, _ entry: SpeechEntry, after end: Int, sentence: Range<Int>, limit: Int)
    -> Content?
  {
    let open = match.token - 1
    guard match.reading.form.isFinite, match.conjunction == 0, match.suffix == .none,
      open > sentence.lowerBound,
      end > match.token + 1, end < sentence.upperBound, Self.insertedActs.contains(entry.act),
      [.comma, .dash].contains(reading.words[open].punctuation),
      reading.words[end].punctuation == reading.words[open].punctuation
    else { return nil }
    let start = end + 1
    if start + 2 < sentence.upperBound {
      guard reading.words[open].punctuation == .dash || isClause(start, match) else { return nil }
      if reading.words[start].punctuation == .openQuote { return nil }
      return spoken(start, sentence, limit, ".inserted")
    }
    let before = trimmed(sentence.lowerBound..<open)
    return before.count > 3 ? made(before, isQuoted: false, ".inserted") : nil
  }

  /// Whether a clause of its own begins after the verb in the present, and no apposition: `، يضيف الوزير، بدأ`, not
  /// `، يقول الوزير، سامي الحداد، إن`.
  private func isClause(_ start: Int, _ match: Match) -> Bool {
    guard match.reading.form.kind == .present, reading.words[start].isArabic else { return false }
    let word = reading.words[start]
    return word.mention < 0 && (word.tag == .verb && word.function != .complementiser)
      || [.future, .negation, .past].contains(word.function)
  }

  private static let insertedActs: Set<String> = ["say", "add", "affirm", "explain"]
}
