import ArabicText
import LinguisticAnnotation

/// A word that can stand in a noun phrase.
struct PhraseWord {
  /// Of its folded letters without clitics and article.
  var hash: UInt64
  /// Whether it carries the article.
  var isDefinite: Bool
  /// Whether a conjunction or preposition is attached, so that it can only begin a phrase.
  var isJoined: Bool
  /// How many letters of clitics stand before it.
  var clitics: Int
  /// Whether it is written with لل, so that the article's alef is not there and no phrase can begin with it.
  var hasElidedAlef = false
  /// Whether a named mention ends here: what follows is no part of its phrase.
  var endsName = false
  /// How much it tells: about the negative binary logarithm of its share of articles.
  var weight: Double
}

/// Tells nouns and adjectives from the rest: by the engine's tags, and where it did not run by what spelling shows (see
/// `KeyphraseStage`).
struct PhraseWordReader {
  private let text: TokenizedText
  private let tags: [PartOfSpeech?]
  private let hasProclitic: [Bool?]
  private let terms: TermMatches
  private let statistics: WordDocumentLexicon
  private let isBlocked: [Bool]
  private let endsName: [Bool]

  /// Prepares to read a document's words: cues of speech and expressions of time are no part of a phrase.
  init(_ document: Document, _ statistics: WordDocumentLexicon) {
    text = document.text
    tags = document.text.tokens.indices.map { document.tag(of: $0) }
    hasProclitic = document.text.tokens.indices.map { document.hasProclitic($0) }
    terms = document.terms
    self.statistics = statistics
    var blocked = [Bool](repeating: false, count: document.text.tokens.count)
    for tokens in document.statements.map(\.cue) + document.times.map(\.tokens) {
      for token in tokens.clamped(to: blocked.indices) { blocked[token] = true }
    }
    isBlocked = blocked
    var ends = [Bool](repeating: false, count: blocked.count)
    for mention in document.mentions where mention.kind == .name {
      if ends.indices.contains(mention.tokens.upperBound - 1) { ends[mention.tokens.upperBound - 1] = true }
    }
    endsName = ends
  }

  /// The word at a token; nil for what can be in no noun phrase.
  func word(_ token: Int) -> PhraseWord? {
    guard text.tokens[token].kind == .arabic, !isBlocked[token], terms.at(token, .function) == nil,
      tags[token].map(Self.isNominal) ?? true
    else { return nil }
    let all = text.tokens[token].letters
    if let definite = definite(token) {
      let clitics = definite.clitics
      var word = word(definite.letters, isDefinite: true, isJoined: clitics > 0, clitics: clitics)
      word?.hasElidedAlef = definite.hasElidedAlef
      word?.endsName = endsName[token]
      return word
    }
    let (letters, clitics) = bare(text.letters[all], token)
    guard letters.count > 2, tags[token] != nil || !isVerb(letters, at: token, hasClitic: clitics > 0) else {
      return nil
    }
    // A pronoun makes a word definite (علاقاتها): only definite adjectives can follow it.
    let hasPronoun = letters.count > 4 && Self.pronouns.contains { $0.elementsEqual(letters.suffix(2)) }
    var word = word(letters, isDefinite: hasPronoun, isJoined: clitics > 0, clitics: clitics)
    word?.endsName = endsName[token]
    return word
  }

  private static func isNominal(_ tag: PartOfSpeech) -> Bool {
    tag == .noun || tag == .adjective || tag == .properNoun || tag == .other
  }

  private func word(_ letters: ArraySlice<Letter>, isDefinite: Bool, isJoined: Bool, clitics: Int)
    -> PhraseWord?
  {
    guard letters.count > 1 else { return nil }
    let hash = FNV1a.hash(letters)
    // −log₂ of the share by the exponent: exact enough to rank by, and needs no C library.
    return PhraseWord(
      hash: hash, isDefinite: isDefinite, isJoined: isJoined, clitics: clitics,
      weight: Double(-statistics.share(of: hash).exponent))
  }

  /// The letters after the article, and how many letters stand before the article; nil where there is none.
  private func definite(_ token: Int) -> (letters: ArraySlice<Letter>, clitics: Int, hasElidedAlef: Bool)? {
    let first = text.tokens[token].letters.lowerBound
    for reading in WordReadings(text, token) {
      let stem = text.letters[reading.stem]
      if reading.hasElidedAlef { return (stem.dropFirst(), reading.stem.lowerBound - first, true) }
      if stem.count > 3, stem.starts(with: [Folding.alef, Folding.lam]) {
        return (stem.dropFirst(2), reading.stem.lowerBound - first, false)
      }
    }
    return nil
  }

  /// A word without article, its first letter off where that is a clitic: as the engine cuts it, else where the rest is
  /// the commoner word.
  private func bare(
    _ letters: ArraySlice<Letter>, _ token: Int
  ) -> (letters: ArraySlice<Letter>, clitics: Int) {
    guard letters.count > 3, let first = letters.first,
      first == Folding.waw || first == Folding.feh || first == Folding.beh || first == Folding.lam
        || first == Folding.kaf
    else { return (letters, 0) }
    let rest = letters.dropFirst()
    if let known = hasProclitic[token] { return known ? (rest, 1) : (letters, 0) }
    let (taken, whole) = (
      statistics.share(of: FNV1a.hash(rest)), statistics.share(of: FNV1a.hash(letters))
    )
    // Of two words that the statistics leave out, one with و is the other with a conjunction more often than not.
    let isClitic = taken > whole || (taken == whole && first == Folding.waw)
    return isClitic ? (rest, 1) : (letters, 0)
  }

  private func isVerb(_ letters: ArraySlice<Letter>, at token: Int, hasClitic: Bool) -> Bool {
    guard let first = letters.first, let last = letters.last else { return false }
    if first == Folding.yeh, letters.count > 2 { return true }
    if token > 0, precedesVerb(text.letters(of: token - 1)) { return true }
    // نددت beside ندد; not ات, which is a plural.
    if last == Folding.teh, letters.count > 3, letters[letters.endIndex - 2] != Folding.alef,
      statistics.isListed(FNV1a.hash(letters.dropLast()))
    {
      return true
    }
    // تعقد beside يعقد.
    if first == Folding.teh, letters.count > 3 {
      let masculine = statistics.share(of: FNV1a.hash([Folding.yeh] + letters.dropFirst()))
      if statistics.isListed(FNV1a.hash([Folding.yeh] + letters.dropFirst())),
        masculine * 2 > statistics.share(of: FNV1a.hash(letters))
      {
        return true
      }
    }
    // At the head of a clause a bare word is a verb more often than a noun.
    let isHead =
      token == 0 || text.tokens[token - 1].kind != .arabic
      || text.tokens[token - 1].sentence != text.tokens[token].sentence
    let isJoinedClause = hasClitic && text.letters(of: token).first == Folding.waw
    return isHead && (!hasClitic || isJoinedClause) && last != Folding.heh
  }

  /// أن، لن، لم، قد، سوف: a bare word behind them is a verb.
  private func precedesVerb(_ letters: ArraySlice<Letter>) -> Bool {
    letters.count < 4 && Self.beforeVerbs.contains { $0.elementsEqual(letters) }
  }

  private static let pronouns: [[Letter]] = ["ها", "هم", "نا"].map { Folding.letters(of: $0.utf8) }

  private static let beforeVerbs: [[Letter]] = ["أن", "بأن", "لن", "لم", "قد", "سوف", "كي", "حتى"]
    .map { Folding.letters(of: $0.utf8) }
}
