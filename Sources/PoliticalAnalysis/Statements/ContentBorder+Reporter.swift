import ArabicText
import LinguisticAnnotation

/// What the reporter adds to others' speech that has no quotation marks.
extension ContentBorder {
  /// Whether the clause after a comma is the reporter's, whoever spoke: `، وسط مخاوف`, `، وبينما قررت`, `، فيما تستمر`,
  /// `، وأظهرت صور`, `، وهو ما نفته طهران`.
  func isReporters(_ next: Int, _ sentence: Range<Int>) -> Bool {
    let letters = reading.letters(next)
    guard next + 2 < sentence.upperBound else { return false }
    // وبعد أن نفى الوزير أن …، أعلن
    if lexicon.keywords.subordinating.contains(reading.letters(sentence.lowerBound)),
      reading.words[next].tag == .verb, reading.words[next].function == .none,
      !reading.words[next].hasConjunction,
      !(sentence.lowerBound..<next - 1).contains(where: {
        reading.words[$0].punctuation == .comma && reading.quotes.enclosing[$0] < 0
      })
    {
      return true
    }
    if lexicon.keywords.amid.contains(letters) { return !reading.words[next + 1].hasArticle }
    if lexicon.keywords.whereas.contains(letters) { return true }
    if lexicon.keywords.meanwhile.contains(letters) {
      return reading.words[next + 1].tag == .verb
        && !lexicon.keywords.regarding.contains(reading.letters(next + 1))
    }
    if lexicon.keywords.evidence.contains(reading.letters(next + 1)), letters.first == lexicon.alphabet.waw {
      return reading.words[next].tag == .verb
    }
    guard lexicon.keywords.andIt.contains(letters) else { return false }
    return Range(next + 2, below: min(next + 5, sentence.upperBound)).contains {
      isFiniteSpeech($0) && reading.words[$0].function == .none && isPast($0)
    }
  }

  /// `، وذلك بعد لقائه الوفد`, `، وذلك ردا على سؤال`: when or why it was said.
  func isOccasioned(_ that: Int) -> Bool {
    guard lexicon.keywords.andThat.contains(reading.letters(that)), that + 3 < reading.words.count else {
      return false
    }
    return lexicon.keywords.after.contains(reading.letters(that + 1))
      || lexicon.keywords.occasions.contains(reading.letters(that + 1))
      || lexicon.keywords.ala.contains(reading.letters(that + 2))
        && lexicon.keywords.question.contains(reading.letters(that + 3))
  }

  private func isPast(_ token: Int) -> Bool {
    reading.matches[reading.words[token].matches].allSatisfy {
      !$0.reading.form.isFinite || $0.reading.form.kind == .past
    }
  }

  /// Whether other news begins in the headline, with و, a subject and its verb: `الوزير يدعو إلى الحوار والحكومة ترفض`.
  func opensHeadline(_ token: Int, from start: Int) -> Bool {
    let word = reading.words[token]
    guard token < headlineEnd, token > start + 1, word.hasConjunction, word.attached == 0,
      word.mention >= 0 || word.hasArticle || lexicon.keywords.roles.contains(reading.bareLetters(token)),
      word.mention < 0 || token == 0 || reading.words[token - 1].mention != word.mention
    else { return false }
    for verb in Range(token + 1, below: min(token + 8, headlineEnd)) {
      let word = reading.words[verb]
      guard word.isArabic else { return false }
      if word.mention < 0, word.tag == .verb || isOnlyVerb(verb) { return isPresent(verb) }
      guard word.mention >= 0 || word.function == .none, word.attached == 0, !word.hasConjunction else {
        return false
      }
    }
    return false
  }

  private func isOnlyVerb(_ token: Int) -> Bool {
    let matches = reading.matches[reading.words[token].matches]
    return !matches.isEmpty && matches.allSatisfy { $0.reading.form.isFinite }
  }

  private func isPresent(_ token: Int) -> Bool {
    let first = reading.letters(token).first
    return first == lexicon.alphabet.ya || first == lexicon.alphabet.ta
  }
}
