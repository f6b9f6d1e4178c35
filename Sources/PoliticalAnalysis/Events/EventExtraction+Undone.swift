import ArabicText
import LinguisticAnnotation

/// Whether what a trigger says has taken place at all, by what governs it.
extension EventExtraction {
  /// How far before a trigger the word may stand that denies or questions it.
  private static let reach = (without: 4, negation: 6, question: 16, decree: 4)

  /// Whether a verb tells what is not done, or only asked: `دون أن ترسل قوات`, `لم يتضح ما إذا كان الجيش قتل`.
  func isUndone(_ verb: Match, _ entry: EventEntry, _ sentence: Range<Int>) -> Bool {
    let before = verb.token - 1
    if verb.conjunction == 0, before > sentence.lowerBound, reading.words[before].function == .complementiser,
      lexicon.keywords.without.contains(reading.letters(before - 1))
    {
      return true
    }
    return Self.happenings.contains(entry.type) && isAsked(verb.token, sentence)
  }

  /// Whether a noun tells what is not done, or only asked: `دون إرسال قوات`, `لن يدخل في مباحثات`, `ما إذا كان الهجوم`.
  func isUndone(
    noun: Match, _ entry: EventEntry, _ sentence: Range<Int>, _ document: borrowing Document
  ) -> Bool {
    isWithout(noun, sentence)
      || Self.happenings.contains(entry.type)
        && (isDenied(noun, sentence) || isAsked(noun.token, sentence)
          || !Self.againstSomebody.contains(entry.type) && isRefused(noun, sentence))
  }

  /// Types of what takes place, unlike attitudes, which are there whatever comes of them.
  private static let happenings: Set<String> = [
    "CONSULT", "AGREE", "COOPERATE", "AID", "MOBILIZE", "COERCE", "ASSAULT", "SANCTION", "CONCEDE", "RETREAT",
  ]

  /// Deeds whose victims `DeedsSpokenOf` tells from whom a refusal is at, and then takes away itself.
  private static let againstSomebody: Set<String> = ["ASSAULT", "COERCE", "SANCTION"]

  /// Whether دون stands before the noun, perhaps with the verbal noun between them that governs it: `دون التوصل إلى اتفاق`.
  private func isWithout(_ noun: Match, _ sentence: Range<Int>) -> Bool {
    let first = max(sentence.lowerBound, noun.token - Self.reach.without)
    for token in stride(from: noun.token - 1, through: first, by: -1) {
      let word = reading.words[token]
      let letters = reading.letters(token)
      guard word.mention < 0 else { return false }
      if lexicon.keywords.without.contains(letters) { return true }
      // دون قتال بدعم من الجيش: a phrase of its own.
      let isGoverned =
        lexicon.keywords.ila.contains(letters) || lexicon.keywords.ala.contains(letters)
        || lexicon.keywords.an.contains(letters)
      guard noun.preposition == 0, noun.conjunction == 0, word.isArabic, word.tag != .verb,
        word.function == .none || word.function == .all || isGoverned
      else { return false }
    }
    return false
  }

  /// Whether the noun depends by a preposition on a verb that is denied: `لم يشارك الوزير في مفاوضات`.
  private func isDenied(_ noun: Match, _ sentence: Range<Int>) -> Bool {
    let before = noun.token - 1
    guard noun.preposition == 0, !noun.hasArticle, noun.suffix == .none, before > sentence.lowerBound,
      reading.words[before].function == .preposition, reading.words[before].mention < 0,
      lexicon.keywords.fi.contains(reading.letters(before))
        || lexicon.keywords.ila.contains(reading.letters(before))
    else { return false }
    let first = max(sentence.lowerBound, before - Self.reach.negation)
    for token in stride(from: before - 1, through: first, by: -1) {
      let word = reading.words[token]
      if word.function == .negation, word.mention < 0 { return reading.words[token + 1].tag == .verb }
      guard word.isArabic, word.mention >= 0 || word.function == .none else { return false }
    }
    return false
  }

  /// Whether the noun is what somebody refuses: `رفض إسرائيل السماح للوفد بالدخول`.
  private func isRefused(_ noun: Match, _ sentence: Range<Int>) -> Bool {
    guard noun.preposition == 0, noun.conjunction == 0 else { return false }
    let first = max(sentence.lowerBound, noun.token - Self.reach.negation)
    for token in stride(from: noun.token - 1, through: first, by: -1) {
      let word = reading.words[token]
      if word.mention >= 0 { continue }
      if reading.matches[word.matches].contains(where: {
        $0.reading.lexicon == .event && $0.suffix == .none && !$0.hasArticle
          && ($0.reading.form.isFinite || $0.reading.form.kind == .masdar)
          && lexicon.events[$0.reading.entry].lemma == "رفض"
      }) {
        return true
      }
      guard word.isArabic, word.function == .none, word.tag != .verb else { return false }
    }
    return false
  }

  /// Whether the clause only asks whether it is so: `ما إذا كان`, `إذا ما كان`.
  private func isAsked(_ trigger: Int, _ sentence: Range<Int>) -> Bool {
    let first = max(sentence.lowerBound + 1, trigger - Self.reach.question)
    for token in stride(from: trigger - 1, through: first, by: -1) {
      let word = reading.words[token]
      if [.comma, .stop, .colon].contains(word.punctuation) { return false }
      guard lexicon.keywords.whether.contains(reading.letters(token)), word.mention < 0 else { continue }
      return lexicon.keywords.what.contains(reading.letters(token - 1))
        || lexicon.keywords.what.contains(reading.letters(token + 1))
    }
    return false
  }

  /// Whether who signs agrees with nobody: `وقع الرئيس مرسوما`; or nobody signs: `ما وقع من اعتداءات`.
  func signsAlone(_ verb: Match, _ sentence: Range<Int>) -> Bool {
    let next = verb.token + 1
    if next < sentence.upperBound, lexicon.keywords.min.contains(reading.letters(next)) { return true }
    return Range(next, below: min(next + Self.reach.decree, sentence.upperBound)).contains {
      reading.words[$0].mention < 0 && lexicon.keywords.decrees.contains(reading.letters($0))
    }
  }

  /// Whether the noun counts votes: `بتأييد 86 صوتا`, `اعتراض 11 عضوا`.
  func isVote(_ noun: Match, _ entry: EventEntry, _ sentence: Range<Int>) -> Bool {
    let next = noun.token + 1
    return ["REJECT", "SUPPORT", "AGREE"].contains(entry.type) && noun.suffix == .none && !noun.hasArticle
      && next < sentence.upperBound && reading.text.tokens[next].kind == .number
  }
}
