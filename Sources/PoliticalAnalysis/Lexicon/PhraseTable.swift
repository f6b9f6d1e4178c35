public import ArabicText

/// Where a phrase of a table stands in a text.
public struct PhraseMatch: Sendable, Equatable {
  /// The tokens that it touches.
  public var tokens: Range<Int>
  /// How many folded letters of the first token are clitics before the phrase (its article is none of them).
  public var clitics: Int
  /// و or ف before the phrase, or 0.
  public var conjunction: Letter
  /// ب ل ك before the phrase, or 0.
  public var preposition: Letter

  /// Makes a match from its parts.
  public init(tokens: Range<Int>, clitics: Int, conjunction: Letter, preposition: Letter) {
    self.tokens = tokens
    self.clitics = clitics
    self.conjunction = conjunction
    self.preposition = preposition
  }

  /// The bytes of the phrase, from behind the clitics.
  public func bytes(in text: TokenizedText) -> Range<Int> {
    let whole = text.bytes(of: tokens)
    guard clitics > 0 else { return whole }
    return text.byte(ofLetter: clitics, in: tokens.lowerBound)..<whole.upperBound
  }
}

/// Phrases of one or several folded words, found at a token whether or not clitics stand before their first word.
///
/// A phrase is a path of word hashes; words keep their article, and للـ is read as ل + الـ. Entries of one phrase are kept
/// in the order in which they came. Two words with one 64-bit hash would be taken for each other: among some 50,000
/// words the odds are below 10⁻¹⁰.
public struct PhraseTable<Entry: Sendable>: Sendable {
  private struct Node: Sendable {
    var first: Int32 = -1
    var last: Int32 = -1
    var continues = false
  }

  private var paths = HashIndex()
  private var nodes: [Node] = []
  private var following: [Int32] = []
  /// All entries, in the order in which they were added.
  public private(set) var entries: [Entry] = []

  /// An empty table.
  public init() {}

  /// Adds a phrase; one without letters is left out.
  public mutating func add(_ phrase: String, _ entry: Entry) {
    let words = phrase.split(separator: " ").map(Self.hash(ofWord:))
    guard !words.isEmpty else { return }
    var path = FNV1a.start
    for (position, word) in words.enumerated() {
      path = Self.step(path, word)
      let node = node(path)
      guard position + 1 == words.count else {
        nodes[node].continues = true
        continue
      }
      let index = Int32(entries.count)
      entries.append(entry)
      following.append(-1)
      if nodes[node].last >= 0 { following[Int(nodes[node].last)] = index } else { nodes[node].first = index }
      nodes[node].last = index
    }
  }

  /// Calls `body` for every phrase that begins at a token: shorter ones before longer ones of each reading.
  /// Complexity: a few look-ups.
  public func forEachMatch(in text: TokenizedText, at token: Int, _ body: (PhraseMatch, Entry) -> Void) {
    switch text.tokens[token].kind {
    case .arabic:
      for reading in WordReadings(text, token) where reading.preposition != Folding.seen {
        let start = reading.hasElidedAlef ? Self.articleStart : FNV1a.start
        let word = FNV1a.hash(text.letters[reading.stem], from: start)
        guard let node = paths[Self.step(FNV1a.start, word)] else { continue }
        let clitics = reading.stem.lowerBound - text.tokens[token].letters.lowerBound
        walk(
          from: node, path: Self.step(FNV1a.start, word), in: text,
          PhraseMatch(
            tokens: token..<token + 1, clitics: clitics, conjunction: reading.conjunction,
            preposition: reading.preposition), body)
      }
    case .latin:
      let path = Self.step(FNV1a.start, Self.hash(text, token))
      guard let node = paths[path] else { return }
      walk(
        from: node, path: path, in: text,
        PhraseMatch(tokens: token..<token + 1, clitics: 0, conjunction: 0, preposition: 0), body)
    case .number, .punctuation, .other: return
    }
  }

  private func walk(
    from start: Int, path: UInt64, in text: TokenizedText, _ match: PhraseMatch,
    _ body: (PhraseMatch, Entry) -> Void
  ) {
    var match = match
    var node = start
    var path = path
    while true {
      var entry = nodes[node].first
      while entry >= 0 {
        body(match, entries[Int(entry)])
        entry = following[Int(entry)]
      }
      let next = match.tokens.upperBound
      guard nodes[node].continues, next < text.tokens.count,
        text.tokens[next].sentence == text.tokens[match.tokens.lowerBound].sentence
      else { return }
      path = Self.step(path, Self.hash(text, next))
      guard let following = paths[path] else { return }
      node = following
      match.tokens = match.tokens.lowerBound..<next + 1
    }
  }

  private mutating func node(_ path: UInt64) -> Int {
    if let node = paths[path] { return node }
    paths.set(path, nodes.count)
    nodes.append(Node())
    return nodes.count - 1
  }

  private static func step(_ path: UInt64, _ word: UInt64) -> UInt64 {
    (path ^ word) &* 0x9E37_79B9_7F4A_7C15 ^ (word >> 29)
  }

  /// The state of a word's hash after the alef that للـ does not write.
  private static var articleStart: UInt64 { FNV1a.hash([Folding.alef][...]) }

  private static func hash(_ text: TokenizedText, _ token: Int) -> UInt64 {
    guard text.tokens[token].kind == .latin else {
      return FNV1a.hash(text.letters[text.tokens[token].letters])
    }
    var hash = FNV1a.start
    for byte in text.tokens[token].bytes { hash = FNV1a.hash([text.utf8[byte] | 0x20][...], from: hash) }
    return hash
  }

  private static func hash(ofWord word: Substring) -> UInt64 {
    let letters = Folding.letters(of: word.utf8)
    return FNV1a.hash(letters.isEmpty ? word.utf8.map { $0 | 0x20 }[...] : letters[...])
  }
}
