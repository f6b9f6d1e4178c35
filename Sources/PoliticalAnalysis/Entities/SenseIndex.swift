import ArabicText

/// Every phrase of the lexicons that begins at each token of a text, looked up once.
struct SenseIndex {
  /// One phrase found.
  struct Hit {
    var match: PhraseMatch
    var sense: NameSense
  }

  private var hits: [Hit] = []
  private var starts: [Int32] = []

  /// Looks the text through. Linear time.
  init(_ text: TokenizedText, _ table: PhraseTable<NameSense>) {
    starts.reserveCapacity(text.tokens.count + 1)
    hits.reserveCapacity(text.tokens.count)
    for token in text.tokens.indices {
      starts.append(Int32(hits.count))
      table.forEachMatch(in: text, at: token) { match, sense in
        hits.append(Hit(match: match, sense: sense))
      }
    }
    starts.append(Int32(hits.count))
  }

  /// The phrases that begin at a token.
  subscript(token: Int) -> ArraySlice<Hit> {
    guard token >= 0, token + 1 < starts.count else { return [] }
    return hits[Int(starts[token])..<Int(starts[token + 1])]
  }

  /// The longest phrase at a token for which `select` gives something; of equal ones that with fewer clitics.
  func longest<Value>(
    at token: Int, bare: Bool = false, _ select: (NameSense) -> Value?
  ) -> (match: PhraseMatch, value: Value)? {
    var best: (match: PhraseMatch, value: Value)?
    for hit in self[token] where !bare || hit.match.clitics == 0 {
      guard let value = select(hit.sense) else { continue }
      if let now = best?.match {
        let longer = hit.match.tokens.count > now.tokens.count
        let equal = hit.match.tokens.count == now.tokens.count
        guard longer || equal && hit.match.clitics < now.clitics else { continue }
      }
      best = (hit.match, value)
    }
    return best
  }

  /// Whether the word at a token, as it stands, has such a sense by itself.
  func isWord(_ token: Int, _ test: (NameSense) -> Bool) -> Bool {
    self[token].contains { $0.match.clitics == 0 && $0.match.tokens.count == 1 && test($0.sense) }
  }

  /// Whether any phrase of the text has such a sense.
  func names(_ test: (NameSense) -> Bool) -> Bool { hits.contains { test($0.sense) } }

  /// Hashes of the last words of phrases of several words that have such a sense.
  func lastWords(of text: TokenizedText, _ test: (NameSense) -> Bool) -> Set<UInt64> {
    var words: Set<UInt64> = []
    for hit in hits where hit.match.tokens.count > 1 && test(hit.sense) {
      words.insert(FNV1a.hash(text.letters(of: hit.match.tokens.upperBound - 1)))
    }
    return words
  }

  /// The index without the phrases that `isWrong` tells by their match and sense.
  func without(_ isWrong: (PhraseMatch, NameSense) -> Bool) -> SenseIndex {
    var kept = self
    kept.hits = []
    kept.starts = []
    for token in starts.indices.dropLast() {
      kept.starts.append(Int32(kept.hits.count))
      for hit in self[token] where !isWrong(hit.match, hit.sense) { kept.hits.append(hit) }
    }
    kept.starts.append(Int32(kept.hits.count))
    return kept
  }

  /// Calls `body` for the sense of every phrase of the text.
  func forEach(_ body: (NameSense) -> Void) { for hit in hits { body(hit.sense) } }

  /// The state whose nationality the word at a token, as it stands, names.
  func nationality(_ token: Int) -> Int? {
    // الكوري الجنوبي has two words.
    for hit in self[token] where hit.match.clitics == 0 && hit.match.tokens.count <= 2 {
      if case .nationality(let state) = hit.sense { return state }
    }
    return nil
  }
}

extension NameSense {
  var isFunction: Bool { if case .function = self { true } else { false } }
  var isTitle: Bool { if case .title = self { true } else { false } }
  var isOffice: Bool { if case .office = self { true } else { false } }
  var isFirstName: Bool { if case .firstName = self { true } else { false } }
  var isOrganizationHead: Bool { if case .organizationHead = self { true } else { false } }
  var isInfix: Bool { if case .infix = self { true } else { false } }
  var isPrefix: Bool { if case .prefix = self { true } else { false } }
  var isOrdinal: Bool { if case .ordinal = self { true } else { false } }
  var isQualifier: Bool { if case .qualifier = self { true } else { false } }
  var isAmbiguous: Bool { if case .ambiguous = self { true } else { false } }
  var isKnown: Bool { if case .known = self { true } else { false } }
  var isPlaceHead: Bool { if case .placeHead = self { true } else { false } }
  var isNominalHead: Bool { if case .nominalHead = self { true } else { false } }
}
