import ArabicText

/// All phrases of all term lists in one index, so that a text is looked through once.
///
/// A phrase is a path of word hashes from the root; words are folded and without article. Two different words with one
/// 64-bit hash would be taken for each other; among some ten thousand words the odds are below 10⁻¹¹.
struct TermIndex: Sendable {
  /// A term's place in its list.
  private struct Entry: Sendable {
    var list: TermList
    var index: Int32
    /// Whether it is written with the article, and so is meant only with it.
    var needsArticle: Bool
  }
  private struct Node: Sendable {
    var entries: [Entry] = []
    var continues = false
  }

  private var table: [UInt64: Int32] = [:]
  private var nodes: [Node] = []
  private static let root = FNV1a.start

  /// Adds a phrase; one without Arabic letters is left out.
  mutating func add(_ phrase: String, list: TermList, entry: Int) {
    let words = phrase.split(separator: " ").map { Folding.letters(of: $0.utf8) }.filter { !$0.isEmpty }
    guard let first = words.first else { return }
    var path = Self.root
    for (position, word) in words.enumerated() {
      let bare = Self.withoutArticle(word[...]) ?? word[...]
      path = Self.step(path, FNV1a.hash(bare))
      let node = self.node(path)
      if position + 1 < words.count {
        nodes[node].continues = true
      } else {
        nodes[node].entries.append(
          Entry(list: list, index: Int32(entry), needsArticle: Self.withoutArticle(first[...]) != nil))
      }
    }
  }

  /// All terms of a text.
  /// - Complexity: O(letters), some eight look-ups a word.
  func matches(in text: TokenizedText) -> TermMatches {
    var matches = TermMatches()
    for token in text.tokens.indices where text.tokens[token].kind == .arabic {
      for reading in WordReadings(text, token) {
        look(reading, at: token, in: text, into: &matches)
      }
    }
    return matches
  }

  private func look(
    _ reading: WordReading, at token: Int, in text: TokenizedText, into matches: inout TermMatches
  ) {
    var stem = reading.stem
    var hasArticle = false
    if reading.hasElidedAlef {
      stem = stem.dropFirst()
      hasArticle = true
    } else if let bare = Self.withoutArticle(text.letters[stem]) {
      stem = bare.startIndex..<bare.endIndex
      hasArticle = true
    }
    let start = reading.stem.lowerBound - text.tokens[token].letters.lowerBound
    func found(_ node: Int, until end: Int, hasPronoun: Bool) {
      for entry in nodes[node].entries where hasArticle || !entry.needsArticle {
        matches.add(
          TermMatch(
            list: entry.list, entry: Int(entry.index), tokens: token..<end, clitics: start,
            conjunction: reading.conjunction, preposition: reading.preposition, hasArticle: hasArticle,
            hasPronoun: hasPronoun, isDefiniteTerm: entry.needsArticle))
      }
    }
    let path = Self.step(Self.root, FNV1a.hash(text.letters[stem]))
    if let node = table[path].map(Int.init) {
      found(node, until: token + 1, hasPronoun: false)
      if nodes[node].continues { follow(path, after: token, in: text, found) }
    } else if !hasArticle, let enclitic = Enclitic.longest(of: stem, in: text.letters) {
      if let node = table[Self.step(Self.root, FNV1a.hash(text.letters[enclitic.stem]))] {
        found(Int(node), until: token + 1, hasPronoun: true)
      }
    }
  }

  /// Follows a phrase's further words through the tokens of the same sentence.
  private func follow(
    _ start: UInt64, after token: Int, in text: TokenizedText,
    _ found: (_ node: Int, _ end: Int, _ hasPronoun: Bool) -> Void
  ) {
    var path = start
    var next = token + 1
    while next < text.tokens.count, text.tokens[next].kind == .arabic,
      text.tokens[next].sentence == text.tokens[token].sentence
    {
      let letters = text.letters(of: next)
      path = Self.step(path, FNV1a.hash(Self.withoutArticle(letters) ?? letters))
      guard let node = table[path].map(Int.init) else { return }
      next += 1
      found(node, next, false)
      guard nodes[node].continues else { return }
    }
  }

  private mutating func node(_ path: UInt64) -> Int {
    if let node = table[path] { return Int(node) }
    table[path] = Int32(nodes.count)
    nodes.append(Node())
    return nodes.count - 1
  }

  private static func step(_ path: UInt64, _ word: UInt64) -> UInt64 {
    (path ^ word) &* 0x9E37_79B9_7F4A_7C15 ^ (word >> 29)
  }

  /// The letters after ال; nil where there is no article, or too little after it.
  private static func withoutArticle(_ letters: ArraySlice<Letter>) -> ArraySlice<Letter>? {
    guard letters.count > 3, letters.first == Folding.alef, letters[letters.startIndex + 1] == Folding.lam
    else { return nil }
    return letters.dropFirst(2)
  }
}
