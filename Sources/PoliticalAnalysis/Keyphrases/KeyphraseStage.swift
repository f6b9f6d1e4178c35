import ArabicText

/// In what share of news articles a word occurs: what tells a telling word from a common one.
struct WordDocumentLexicon: Sendable {
  private var shares: [UInt64: Double] = [:]
  /// The share of a word that the file leaves out.
  private let rare: Double

  /// Reads the file.
  init(_ file: LexiconFile) throws(LexiconError) {
    var rare = 1.0
    for row in file.rows {
      let share = try row.number(1)
      guard share > 0, share <= 1 else { throw row.fault(1, "a share above 0, at most 1") }
      shares[FNV1a.hash(Folding.letters(of: row.fields[0].utf8)[...])] = share
      rare = min(rare, share)
    }
    self.rare = rare / 2
  }

  /// The share of the articles that a word (folded, without article) occurs in.
  func share(of word: UInt64) -> Double { shares[word] ?? rare }
}

/// Noun phrases that say what the article is about: runs of two to four adjacent content words whose last ones carry the
/// article (رئيس الوزراء العراقي، الوجود الأميركي), by how often they stand here and how rarely in news at large.
struct KeyphraseStage: AnalysisStage {
  let statistics: WordDocumentLexicon
  /// Words in a quarter of all articles or more make no phrase.
  private static let commonest = 0.25
  private static let limit = 10

  private struct Candidate {
    var occurrences: [Range<Int>] = []
    var weight = 0.0
    var words: [UInt64] = []
  }
  private struct Word {
    var hash: UInt64
    var isDefinite: Bool
    var weight: Double
  }

  func annotate(_ document: inout Document) {
    let text = document.text
    let blocked = triggers(document)
    let words = text.tokens.indices.map { blocked[$0] ? nil : word($0, text) }
    var candidates: [UInt64: Candidate] = [:]
    var order: [UInt64] = []
    for start in words.indices {
      guard let first = words[start], startsPhrase(start, first, text) else { continue }
      var key = FNV1a.start
      var phrase: [UInt64] = []
      var weight = 0.0
      var definite = 0
      for token in start..<min(start + 4, words.count) {
        guard let word = words[token], text.tokens[token].sentence == text.tokens[start].sentence,
          token == start || text.tokens[token].spaceBefore, definite == 0 || word.isDefinite
        else { break }
        definite += word.isDefinite ? 1 : 0
        phrase.append(word.hash)
        weight += word.weight
        key = (key ^ word.hash) &* 0x9E37_79B9_7F4A_7C15
        guard phrase.count >= 2, definite > 0 else { continue }
        if candidates[key] == nil { order.append(key) }
        candidates[key, default: Candidate()].occurrences.append(bytes(start..<token + 1, text))
        candidates[key]?.weight = weight
        candidates[key]?.words = phrase
      }
    }
    document.keyphrases = best(order.compactMap { candidates[$0] })
  }

  /// The best phrases: a phrase inside a better one, or sharing most words with it, says nothing new.
  private func best(_ candidates: [Candidate]) -> [Keyphrase] {
    let scored = candidates.enumerated().map { offset, candidate in
      (
        candidate: candidate, offset: offset,
        score: Double(candidate.occurrences.count) * candidate.weight
          / Double(candidate.words.count).squareRoot()
      )
    }
    .sorted { ($1.score, $0.offset) < ($0.score, $1.offset) }
    var chosen: [(candidate: Candidate, score: Double)] = []
    for next in scored {
      guard chosen.count < Self.limit else { break }
      let isCovered = chosen.contains { other in
        next.candidate.words.count { other.candidate.words.contains($0) } * 2 > next.candidate.words.count
      }
      if !isCovered { chosen.append((next.candidate, next.score)) }
    }
    guard let most = chosen.first?.score, most > 0 else { return [] }
    return chosen.map { Keyphrase(occurrences: $0.candidate.occurrences, score: $0.score / most) }
  }

  /// Verbs and cues that other stages know: no part of a noun phrase.
  private func triggers(_ document: Document) -> [Bool] {
    var blocked = [Bool](repeating: false, count: document.text.tokens.count)
    for tokens in document.statements.map(\.cue) + document.times.map(\.tokens) {
      for token in tokens.clamped(to: blocked.indices) { blocked[token] = true }
    }
    return blocked
  }

  /// A content word; nil for marks, numbers, particles and the commonest words.
  private func word(_ token: Int, _ text: TokenizedText) -> Word? {
    guard text.tokens[token].kind == .arabic else { return nil }
    var letters = text.letters(of: token)
    var isDefinite = false
    for reading in WordReadings(text, token) {
      let stem = text.letters[reading.stem]
      if reading.hasElidedAlef {
        (letters, isDefinite) = (stem.dropFirst(), true)
      } else if stem.count > 4, stem.starts(with: [Folding.alef, Folding.lam]) {
        (letters, isDefinite) = (stem.dropFirst(2), true)
      }
      if isDefinite { break }
    }
    guard letters.count > 2 else { return nil }
    let hash = FNV1a.hash(letters)
    let share = statistics.share(of: hash)
    guard share < (isDefinite ? 2 * Self.commonest : Self.commonest) else { return nil }
    // −log₂ of the share by the exponent: one bit a halving is exact enough to rank by, and needs no C library.
    return Word(hash: hash, isDefinite: isDefinite, weight: 1 + Double(-share.exponent))
  }

  /// Whether a phrase may begin here. A bare word at the head of a clause is a verb more often than a noun, and so is one
  /// with the prefix of the imperfect; و before a word begins a clause or joins it to what is said before.
  private func startsPhrase(_ token: Int, _ word: Word, _ text: TokenizedText) -> Bool {
    if word.isDefinite { return true }
    let letters = text.letters(of: token)
    guard let first = letters.first, first != Folding.waw, first != Folding.feh, first != Folding.yeh,
      token > 0,
      text.tokens[token - 1].kind == .arabic, text.tokens[token - 1].sentence == text.tokens[token].sentence
    else { return false }
    return true
  }

  /// The phrase without the clitics of its first word.
  private func bytes(_ tokens: Range<Int>, _ text: TokenizedText) -> Range<Int> {
    let whole = text.bytes(of: tokens)
    for reading in WordReadings(text, tokens.lowerBound)
    where text.letters[reading.stem].starts(with: [Folding.alef, Folding.lam]) {
      let clitics = reading.stem.lowerBound - text.tokens[tokens.lowerBound].letters.lowerBound
      return text.byte(ofLetter: clitics, in: tokens.lowerBound)..<whole.upperBound
    }
    return whole
  }
}
