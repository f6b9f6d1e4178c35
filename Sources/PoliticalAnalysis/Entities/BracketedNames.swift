import ArabicText

/// Bodies whose name in Latin letters stands in brackets behind the Arabic one: صحيفة "الغارديان" (The Guardian), شركة "سيمنز"
/// (Siemens).
extension EntityReader {
  /// Takes the Latin names, and the quoted Arabic ones before them that no list has.
  mutating func readBracketedNames() {
    for open in text.tokens.indices where text.mark(open) == .openingBracket {
      guard let latin = latinName(after: open), let arabic = arabicName(before: open) else { continue }
      accept(
        NameSpan(
          tokens: latin, clitics: 0, kind: .organization, known: arabic.known, country: arabic.country,
          sector: arabic.sector, alias: arabic.tokens.lowerBound))
    }
    joinBracketedBodies()
  }

  /// حركة المقاومة الإسلامية (حماس): two names of one body, where the second fills the bracket.
  private mutating func joinBracketedBodies() {
    for open in text.tokens.indices where text.mark(open) == .openingBracket {
      guard continues(open), continues(open + 1), let first = span(at: open - 1),
        let second = span(at: open + 1),
        first.kind == .organization, second.kind == .organization, first.tokens.upperBound == open,
        second.tokens.lowerBound == open + 1, second.clitics == 0,
        second.tokens.upperBound < text.tokens.count,
        text.mark(second.tokens.upperBound) == .closingBracket
      else { continue }
      if first.known == nil, let known = second.known {
        update(Int(covering[open - 1])) { span in
          span.known = known
          span.country = second.country ?? span.country
        }
      } else if second.known == nil {
        update(Int(covering[open + 1])) { span in
          span.known = first.known
          span.alias = first.tokens.lowerBound
        }
      }
    }
  }

  /// The words of a name that fill a bracket, where they are Latin.
  private func latinName(after open: Int) -> Range<Int>? {
    var end = open + 1
    while end < open + 7, end < text.tokens.count, text.mark(end) != .closingBracket {
      guard continues(end), !isArabic(end) else { return nil }
      end += 1
    }
    guard end > open + 1, end < text.tokens.count, text.mark(end) == .closingBracket,
      text.tokens[open + 1].kind == .latin, text.tokens[end - 1].kind == .latin
    else { return nil }
    return open + 1..<end
  }

  /// The body's name before a bracket: its last word, or the quotation, or the adjective of its state stands there.
  private mutating func arabicName(before open: Int) -> NameSpan? {
    var last = open - 1
    guard continues(open), continues(last) else { return nil }
    if nationalityWithArticle(last) != nil, isFree(last) { last -= 1 }
    if [.closingQuote, .straightQuote].contains(text.mark(last)) {
      let end = last
      if let span = span(at: end - 1), span.kind == .organization { return span }
      return quotedName(upTo: end)
    }
    guard let span = span(at: last), span.kind == .organization, span.tokens.upperBound == last + 1 else {
      return nil
    }
    return span
  }

  /// Takes the words in quotation marks as a body's name, where what stands before them can announce one.
  private mutating func quotedName(upTo end: Int) -> NameSpan? {
    var first = end
    while first > end - 6, first > 0, continues(first), !text.mark(first - 1).isOpening {
      first -= 1
      guard isArabic(first) || text.tokens[first].kind == .number || text.mark(first) == .dash, isFree(first)
      else { return nil }
    }
    guard first < end, first > 0, text.mark(first - 1).isOpening, isArabic(first), announcesBody(first - 2)
    else { return nil }
    let span = NameSpan(tokens: first..<end, clitics: 0, kind: .organization)
    return accept(span) == nil ? nil : span
  }

  /// Whether a word before a quotation leaves room for a body: its noun, a preposition or a verb; not صواريخ "إسكندر".
  private func announcesBody(_ token: Int) -> Bool {
    guard token >= 0, continues(token + 1) else { return true }
    if text.mark(token) == .comma { return isBodyBefore(token) }
    guard isArabic(token) else { return false }
    if text.letters(of: token).elementsEqual([Folding.waw]) { return isBodyBefore(token) }
    if Self.called.contains(FNV1a.hash(text.letters(of: token))) { return false }
    return isFunction(token) || text.tokens[token].letters.count == 1
      || senses[token].contains {
        $0.match.tokens.upperBound == token + 1 && ($0.sense.isOrganizationHead || $0.sense.isNominalHead)
      }
      || Self.bodies.contains(hashBehindArticle(token))
      || Self.bodies.contains(FNV1a.hash(text.letters(of: token).dropFirst()))
  }

  /// Whether the item before one of a list is a body, its quotation mark or bracket behind it.
  private func isBodyBefore(_ token: Int) -> Bool {
    var last = token - 1
    while last > token - 4, last >= 0, text.tokens[last].kind == .punctuation { last -= 1 }
    return last >= 0 && span(at: last)?.kind == .organization
  }

  private static let called = hashes("باسم مثل نوع")
  private static let bodies = hashes(
    "منصة تطبيق متاجر مجلة موقع شبكة هيئة برنامج حملة مبادرة مؤسستي شركتي صحيفتي وكالتي مجموعة عملاق بورصة مكتب دار مدونة"
  )
}
