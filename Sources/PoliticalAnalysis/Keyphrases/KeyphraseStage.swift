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

  /// Whether the file has a word.
  func isListed(_ word: UInt64) -> Bool { shares[word] != nil }
}

/// Noun phrases that say what the article is about: runs of adjacent content words whose last ones carry the article
/// (رئيس الوزراء العراقي، الوجود الأميركي), by how often they stand here and how rarely their words in news at large.
///
/// A noun group is made of what the engine tags as noun, name or adjective; a function word, a mark, an attached
/// conjunction or preposition ends one. Where the engine did not run, a verb is known by what Arabic spelling shows: its
/// cue, its place at the head of a clause, or a prefix or ending whose counterpart is a word of its own in the statistics
/// (نددت beside ندد, تعقد beside يعقد). Why not by trees: docs/decisions/0021.
struct KeyphraseStage: AnalysisStage {
  let statistics: WordDocumentLexicon
  private static let limit = 10, longest = 5

  private struct Candidate {
    var occurrences: [Range<Int>] = []
    var weight = 0.0
    var words: [UInt64] = []
  }

  func annotate(_ document: inout Document) {
    let text = document.text
    let reader = PhraseWordReader(document, statistics)
    let words = text.tokens.indices.map(reader.word)
    var candidates: [UInt64: Candidate] = [:]
    var order: [UInt64] = []
    for start in words.indices {
      // A phrase begins where no noun phrase is under way: not in the middle of a longer one.
      guard let first = words[start],
        start == 0 || words[start - 1] == nil || first.isJoined || !text.tokens[start].spaceBefore
      else { continue }
      var key = FNV1a.start
      var phrase: [UInt64] = []
      var weight = 0.0
      var definite = 0
      for token in Range(start, below: min(start + Self.longest, words.count)) {
        guard let word = words[token], text.tokens[token].sentence == text.tokens[start].sentence,
          token == start || (text.tokens[token].spaceBefore && !word.isJoined),
          definite == 0 || word.isDefinite
        else { break }
        definite += word.isDefinite ? 1 : 0
        phrase.append(word.hash)
        weight += word.weight
        key = (key ^ word.hash) &* 0x9E37_79B9_7F4A_7C15
        guard phrase.count >= 2, definite > 0, !first.hasElidedAlef else {
          if word.endsName { break }
          continue
        }
        if candidates[key] == nil { order.append(key) }
        let lower = text.byte(ofLetter: first.clitics, in: start)
        candidates[key, default: Candidate()].occurrences.append(lower..<text.tokens[token].bytes.upperBound)
        candidates[key]?.weight = weight
        candidates[key]?.words = phrase
        if word.endsName { break }
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
        next.candidate.words.count { other.candidate.words.contains($0) } * 2 >= next.candidate.words.count
      }
      if !isCovered { chosen.append((next.candidate, next.score)) }
    }
    guard let most = chosen.first?.score, most > 0 else { return [] }
    return chosen.map { Keyphrase(occurrences: $0.candidate.occurrences, score: $0.score / most) }
  }
}
