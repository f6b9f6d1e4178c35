import ArabicText
import LinguisticAnnotation

extension EntityReader {
  /// Further occurrences of names that were found by strong evidence: the last part of a person's name, or the name of an
  /// organisation or place that no gazetteer has.
  mutating func readShortNames() {
    var table = PhraseTable<Int>()
    for index in spans.indices where !spans[index].tokens.isEmpty {
      for name in shortNames(of: spans[index]) { table.add(name, index) }
    }
    var token = 0
    while token < text.tokens.count {
      defer { token += 1 }
      guard isArabic(token), isFree(token) else { continue }
      var best: (match: PhraseMatch, index: Int)?
      table.forEachMatch(in: text, at: token) { match, index in
        guard match.tokens.allSatisfy(isFree) else { return }
        if let now = best?.match {
          guard
            match.tokens.count > now.tokens.count
              || match.tokens.count == now.tokens.count && match.clitics < now.clitics
          else { return }
        }
        best = (match, index)
      }
      guard let best, isPlausible(best.match, spans[best.index]) else { continue }
      let source = spans[best.index]
      accept(
        NameSpan(
          tokens: best.match.tokens, clitics: best.match.clitics, kind: source.kind,
          known: source.known,
          country: source.country, sector: source.sector, isFeminine: source.isFeminine))
      token = best.match.tokens.upperBound - 1
    }
  }

  /// The forms in which a name may come again.
  private func shortNames(of span: NameSpan) -> [String] {
    let words = span.tokens.map { token in
      token == span.tokens.lowerBound
        ? text.string(
          bytes: NameSpan(tokens: token..<token + 1, clitics: span.clitics, kind: .person).bytes(
            in: text))
        : text.string(tokens: token..<token + 1)
    }
    guard span.kind == .person else {
      return span.known == nil ? [words.joined(separator: " ")] : []
    }
    guard words.count > 1 else { return words }
    var names = [words.joined(separator: " ")]
    for start in 1..<words.count where !isSmallPart(span.tokens.lowerBound + start) {
      // بن سلمان, أبو عاقلة, جاويش أوغلو: every ending of the name that begins with a real part of it.
      names.append(words[start...].joined(separator: " "))
    }
    if words.count > 2 { names.append(words[0] + " " + words[words.count - 1]) }
    // شيرين: the press calls women by their first names.
    if span.isFeminine == true, senses.isWord(span.tokens.lowerBound, { $0.isFirstName }) {
      names.append(words[0])
    }
    return names
  }

  /// Parts that are no name by themselves: آل ثاني is a family, عبد the half of a name.
  private func isSmallPart(_ token: Int) -> Bool {
    let letters = text.letters(of: token)
    if senses.isWord(token, { $0.isInfix }) { return !letters.elementsEqual(Self.bin) }
    if senses.isWord(token - 1, { $0.isPrefix }) || senses.isWord(token - 1, { $0.isInfix }) {
      return true
    }
    return senses.isWord(token) { $0.isOrdinal }
  }

  private static let bin: [Letter] = [Folding.beh, Folding.noon]

  /// Whether a short name can mean what it meant before: an ordinary word needs a title or a verb before it.
  private func isPlausible(_ match: PhraseMatch, _ source: NameSpan) -> Bool {
    guard match.tokens.count == 1 else { return true }
    let token = match.tokens.lowerBound
    if isFunction(token) { return false }
    let isCommon =
      isOrdinary(token) || senses.isWord(token) { $0.isAmbiguous || $0.isNationality }
      || senses[token].contains { $0.match.clitics == 0 && $0.sense.isKnown }
    guard isCommon, source.kind == .person else {
      return match.clitics == 0 || !isOrdinary(token)
    }
    guard match.clitics == 0, continues(token) else {
      return token == 0 || !continues(token) && hasArticle(token)
    }
    // بقوات صالح, لقرار سعيد: after a noun in construct; an adjective in -ي would be one of that noun.
    if isArabic(token - 1), isOrdinary(token - 1), !isFunction(token - 1), !hasArticle(token - 1),
      !hasArticle(token),
      text.letters(of: token).last != Folding.yeh
    {
      return true
    }
    // وأورد الطيار: after محمد الطيار, though a pilot might be meant.
    let isFamily = hasArticle(token) && source.tokens.count > 1 && evidence.tag(token - 1) == .verb
    return isFamily || isPersonCue(token - 1) || isSpeechVerb(token - 1)
      || senses[token - 1].contains {
        $0.sense.isNominalHead && $0.match.tokens.upperBound == token
      }
  }
}
