import ArabicText
import LinguisticAnnotation

/// Which word is a trigger, and whether it is a verb or a noun where it stands.
extension EventExtraction {
  /// Whether a sentence's first word is a verb of the lexicons, which finds its own subject.
  func beginsWithVerb(_ sentence: Range<Int>) -> Bool {
    guard let first = sentence.first(where: { reading.words[$0].isArabic }), reading.words[first].mention < 0
    else {
      return false
    }
    return reading.matches[reading.words[first].matches].contains {
      $0.reading.form.isFinite && $0.conjunction > 0
    }
  }

  /// The event reading of a token that fits where it stands.
  func trigger(_ token: Int, _ sentence: Range<Int>, _ document: borrowing Document) -> Match? {
    let word = reading.words[token]
    guard word.mention < 0, word.function == .none, !word.matches.isEmpty else { return nil }
    // Loops, since a closure here would copy the extraction with all that it holds, once a word.
    var candidates: [Match] = []
    for index in word.matches {
      let match = reading.matches[index]
      if match.reading.lexicon == .event, arguments.hasCompanion(match, sentence.upperBound) {
        candidates.append(match)
      }
    }
    guard !candidates.isEmpty else { return nil }
    let tag = document.tag(of: token)
    let hasNoun = candidates.contains { $0.reading.form.isNominal }
    var finite: Match?
    var noun: Match?
    for match in candidates {
      let form = match.reading.form
      if form.isFinite {
        if let finite, rank(finite) >= rank(match) { continue }
        if standsAsVerb(match, sentence, hasNoun, tag, document) { finite = match }
      } else if form.isNominal {
        if let noun, rank(noun) >= rank(match) { continue }
        noun = match
      }
    }
    return finite ?? noun ?? candidates.first { $0.reading.form.kind == .participle }
  }

  /// Which reading says more: one with a word of its own, then a noun's (مساعدات) before a verb's (ساعد).
  private func rank(_ match: Match) -> Int {
    (lexicon.events[match.reading.entry].hasCompanion ? 2 : 0) + (match.reading.form.kind == .noun ? 1 : 0)
  }

  func standsAsVerb(
    _ match: Match, _ sentence: Range<Int>, _ hasNoun: Bool, _ tag: PartOfSpeech?,
    _ document: borrowing Document
  ) -> Bool {
    let token = match.token
    if match.conjunction == 0, followsPreposition(token, sentence) { return false }
    if hasNoun, match.conjunction == 0, opensContent(token, document),
      match.suffix != .none
        || match.reading.form.kind == .past && token > sentence.lowerBound
          && reading.words[token - 1].punctuation == .none
    {
      // أعلنت سوريا أمس رفضها التصريحات, جددت رفض الزيارة: what is announced is a noun.
      return false
    }
    if hasNoun, match.conjunction == 0, match.reading.form.kind == .past, token > sentence.lowerBound,
      reading.words[token - 1].mention < 0, reading.words[token - 1].tag != .verb,
      reading.matches[reading.words[token - 1].matches].contains(where: {
        $0.reading.lexicon == .event && $0.reading.form.kind == .masdar && $0.suffix != .none
      })
    {
      // رفضه طلب العضوية: behind a verbal noun with its doer stands its object.
      return false
    }
    if hasNoun, match.reading.form.person == .dual, match.reading.form.kind == .past, tag != .verb,
      match.conjunction == 0, token > sentence.lowerBound
    {
      // الوزيران بحثا
      if arguments.pair(before: token, sentence, events, document) != nil { return true }
      // دعما للحكومة: what is written like a dual is a noun in the accusative.
      if !arguments.hasObject(after: token, sentence) { return false }
    }
    switch tag {
    case .adjective: return false
    case .noun:
      if isNoun(match, sentence, hasNoun) { return false }
      // يدفع ثمن علاقته: what stands right behind a verb is its object.
      if match.conjunction == 0, token > sentence.lowerBound, reading.words[token - 1].tag == .verb,
        reading.words[token - 1].function == .none, reading.words[token - 1].mention < 0
      {
        return false
      }
    case .verb: if match.reading.form.kind != .jussive { return true }
    default: break
    }
    if match.reading.form.kind == .jussive {
      return token > sentence.lowerBound && reading.words[token - 1].function == .negation
    }
    guard hasNoun else { return true }
    guard token > sentence.lowerBound else { return true }
    let before = reading.words[token - 1]
    if before.function == .complementiser, reading.letters(token - 1).count > 2, before.attached == 0 {
      return true
    }
    if before.function == .preposition || before.function == .complementiser || before.function == .all
      || before.function == .demonstrative
    {
      return false
    }
    if match.conjunction > 0 { return before.punctuation != .none }
    if before.mention >= 0 { return true }
    return !before.isArabic || before.function != .none
  }

  /// Whether a word that the tagger holds for a noun stands where its reading as a verb would be strange: with a pronoun
  /// (`وزارته`), behind a noun, a preposition or a number (`إيجاد حل سياسي`, `4 ملايين فدان`), and, where the lexicon knows
  /// a noun, anywhere but at the beginning of a clause.
  private func isNoun(_ match: Match, _ sentence: Range<Int>, _ hasNoun: Bool) -> Bool {
    if match.suffix != .none { return true }
    guard match.token > sentence.lowerBound else { return false }
    let before = reading.words[match.token - 1]
    if before.punctuation != .none { return hasNoun && match.conjunction > 0 }
    if before.mention >= 0 { return hasNoun }
    if reading.text.tokens[match.token - 1].kind == .number { return true }
    guard before.isArabic else { return false }
    return hasNoun || match.conjunction == 0 && [.none, .preposition, .all].contains(before.function)
  }

  /// Whether a preposition governs the word, perhaps in quotation marks, so that it is no verb: `دعا إلى “تحمل المسؤولية”`.
  func followsPreposition(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard token > sentence.lowerBound else { return false }
    let isQuoted = reading.words[token - 1].punctuation == .openQuote && token - 1 > sentence.lowerBound
    let before = isQuoted ? token - 2 : token - 1
    let letters = reading.bareLetters(before)
    return reading.words[before].mention < 0
      && [lexicon.keywords.fi, lexicon.keywords.ila, lexicon.keywords.ala, lexicon.keywords.an].contains {
        $0.contains(letters)
      }
  }

  /// Whether what somebody announces begins here, without a complementiser.
  func opensContent(_ token: Int, _ document: borrowing Document) -> Bool {
    let index = Int(reading.saying[token])
    return index >= 0 && document.statements[index].content.lowerBound == token
      && !document.statements[index].isQuoted
      && (token == 0 || reading.words[token - 1].function != .complementiser)
  }
}
