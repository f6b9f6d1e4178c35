import ArabicText

/// The lists of terms that share one index.
enum TermList: UInt8, CaseIterable, Sendable {
  case month, time, number, unit, countedBy, tone, topic, framing, nationality, function
}

/// A place where the text has a term of one of the lists.
public struct TermMatch: Sendable, Equatable {
  /// Which list.
  let list: TermList
  /// Which of the list's terms.
  let entry: Int
  /// The tokens that it touches.
  let tokens: Range<Int>
  /// How many letters of clitics stand before it in its first token.
  let clitics: Int
  /// و or ف before it, or 0.
  let conjunction: Letter
  /// ب ل ك before it, or 0.
  let preposition: Letter
  /// Whether it has the article.
  let hasArticle: Bool
  /// Whether a pronoun is attached to it.
  let hasPronoun: Bool
  /// Whether the list has it with the article, so that it means more here than the bare word does (الساعة, ساعة).
  let isDefiniteTerm: Bool

  /// Exactly what it covers, in bytes, without leading clitics; the article belongs to it.
  func bytes(in text: TokenizedText) -> Range<Int> {
    let whole = text.bytes(of: tokens)
    guard clitics > 0 else { return whole }
    return text.byte(ofLetter: clitics, in: tokens.lowerBound)..<whole.upperBound
  }
}

/// All terms of a text: those of one list in text order, at most one at each token (the longest).
public struct TermMatches: Sendable {
  private var lists = [[TermMatch]](repeating: [], count: TermList.allCases.count)

  /// No terms.
  init() {}

  /// Those of one list.
  subscript(list: TermList) -> [TermMatch] { lists[Int(list.rawValue)] }

  /// Adds a match at or after all others of its list. Of two at one token the longer stays; of equally long ones that which
  /// the list has with the article, then the first.
  mutating func add(_ match: TermMatch) {
    let list = Int(match.list.rawValue)
    if let last = lists[list].last, last.tokens.lowerBound == match.tokens.lowerBound {
      let isBetter =
        (match.tokens.count, match.isDefiniteTerm ? 1 : 0) > (last.tokens.count, last.isDefiniteTerm ? 1 : 0)
      if isBetter { lists[list][lists[list].count - 1] = match }
    } else {
      lists[list].append(match)
    }
  }

  /// The match of a list that begins at a token.
  func at(_ token: Int, _ list: TermList) -> TermMatch? {
    let all = lists[Int(list.rawValue)]
    let low = all.partitionPoint { $0.tokens.lowerBound >= token }
    return low < all.count && all[low].tokens.lowerBound == token ? all[low] : nil
  }
}
