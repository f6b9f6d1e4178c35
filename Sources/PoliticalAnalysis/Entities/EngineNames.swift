import ArabicText
import LinguisticAnnotation

extension EntityReader {
  /// Names that the language engine sees and neither gazetteers nor patterns have: persons of several words, parts that a
  /// person's name was found without, and single words that nothing but a name can be.
  mutating func readEngineNames() {
    for name in evidence.names {
      switch name.type {
      case .person:
        // مائير ايتنجر وابيتار سلونيم: two names that the engine took for one.
        var first = name.tokens.lowerBound
        for token in name.tokens.dropFirst() where startsWithConjunction(token) {
          readEnginePerson(first..<token)
          first = token
        }
        readEnginePerson(first..<name.tokens.upperBound)
      case .location: readEnginePlace(name.tokens)
      case .organization, .miscellaneous: continue
      }
    }
  }

  private mutating func readEnginePerson(_ tokens: Range<Int>) {
    var range = tokens
    // ANERcorp's names hold titles and what follows now and then: words that can be no part of a name end it.
    while let last = range.last, range.count > 0, isFree(last), !isNamePart(last) { range.removeLast() }
    while let first = range.first, isFree(first), !isNamePart(first) { range.removeFirst() }
    guard let first = range.first, range.allSatisfy({ !isFree($0) ? isPersonSpan($0) : isNamePart($0) }),
      range.contains(where: isFree)
    else { return }
    for token in range where !isFree(token) {
      guard let span = span(at: token), span.tokens.lowerBound >= range.lowerBound else { return }
      if span.tokens.upperBound > range.upperBound { range = range.lowerBound..<span.tokens.upperBound }
    }
    if range.count == 1, isPluralInConstruct(first) { return }
    if first > 0, continues(first), Self.things.contains(FNV1a.hash(text.letters(of: first - 1))) { return }
    let clitics = isFree(first) ? engineClitics(first) : span(at: first)?.clitics ?? 0
    if range.count == 1, !isTelling(first, clitics) { return }
    var found = NameSpan(
      tokens: range, clitics: clitics, kind: .person, isFeminine: firstNameGender(first))
    if let part = span(at: first), part.tokens.lowerBound == first {
      found.known = part.known
      found.country = part.country
      found.sector = part.sector
    }
    acceptPerson(found)
  }

  private func startsWithConjunction(_ token: Int) -> Bool {
    startsWith(token, Folding.waw) && isFree(token) && (evidence.proclitics(token) ?? 0) == 1
      && text.tokens[token].letters.count > 3 && !senses.isWord(token, { $0.isFirstName || $0.isKnown })
  }

  /// انفصاليو الإقليم, متمردو دارفور: people, by the ending that a plural has before what it governs.
  private func isPluralInConstruct(_ token: Int) -> Bool {
    let next = token + 1
    return text.letters(of: token).suffix(2).elementsEqual([Folding.yeh, Folding.waw]) && continues(next)
      && isArabic(next)
      && (hasArticle(next) || span(at: next).map { $0.kind != .person && $0.clitics == 0 } ?? false)
  }

  private func isPersonSpan(_ token: Int) -> Bool { span(at: token)?.kind == .person }

  /// Whether a free word can be a part of a name that the engine sees.
  private func isNamePart(_ token: Int) -> Bool {
    guard isArabic(token), !isFunction(token), text.tokens[token].letters.count > 1 else { return false }
    if senses.isWord(token, { $0.isFirstName || $0.isInfix || $0.isPrefix }) { return true }
    guard
      !senses[token].contains(where: {
        $0.match.clitics == 0 && ($0.sense.isTitle || $0.sense.isOffice || $0.sense.isNationality)
      })
    else { return false }
    return evidence.isTaggedName(token) || !isOrdinary(token) && evidence.tag(token) == .noun
  }

  /// Whether one word alone is surely a name: tagged as one, no ordinary word, and neither quoted nor in brackets
  /// (so stand ships, shows, weapons and papers).
  private func isTelling(_ token: Int, _ clitics: Int) -> Bool {
    guard evidence.isTaggedName(token), !isOrdinary(token),
      token == 0 || text.tokens[token - 1].kind != .punctuation || text.tokens[token].spaceBefore
    else { return false }
    return text.tokens[token].letters.count - clitics > 3
  }

  private mutating func readEnginePlace(_ tokens: Range<Int>) {
    guard let first = tokens.first, tokens.count <= 2, tokens.allSatisfy(isFree),
      tokens.allSatisfy({ isNamePart($0) && evidence.isTaggedName($0) && !isOrdinary($0) })
    else { return }
    let clitics = engineClitics(first)
    guard isTelling(first, clitics) else { return }
    // بالرد: two letters after the article are no town's name but a short word's.
    let letters = text.letters(of: first)
    let isShort = [0, 1].contains { before in
      letters.count < before + 5 && letters.dropFirst(before).starts(with: [Folding.alef, Folding.lam])
    }
    if isShort { return }
    accept(NameSpan(tokens: tokens, clitics: clitics, kind: .gpe))
  }

  /// How many letters the segmenter takes off before a name; each conjunction and preposition is one letter.
  func engineClitics(_ token: Int) -> Int {
    let count = evidence.proclitics(token) ?? 0
    return text.tokens[token].letters.count > count + 2 ? count : 0
  }

  /// What is called by a name and is nobody.
  private static let things = hashes("نوع طراز سجن ناقلة سفينة سفينتي صاروخ صواريخ طائرة طائرات فرقاطة مسيّرة")
}
