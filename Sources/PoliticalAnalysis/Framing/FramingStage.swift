import ArabicText

/// Loaded words and the phrases of propaganda techniques.
struct FramingLexicon: Sendable {
  /// How an entry is tied to what it judges.
  enum Kind: String, CaseIterable, Sendable { case adjective, noun, phrase }
  /// One entry.
  struct Term: Sendable {
    var technique: String
    var polarity: Double
    var kind: Kind
  }

  private(set) var terms: [Term] = []
  /// ISO 3166-1 alpha-3 of each adjective of nationality.
  private(set) var nationalities: [String] = []

  /// Reads the terms and the states' adjectives and enters them into the index.
  init(_ file: LexiconFile, states: LexiconFile, index: inout TermIndex) throws(LexiconError) {
    for row in states.rows {
      for adjective in row.fields[2].split(separator: ";") {
        index.add(String(adjective), list: .nationality, entry: nationalities.count)
      }
      nationalities.append(row.fields[0])
    }
    for row in file.rows {
      let polarity = try row.number(2)
      guard polarity == 1 || polarity == -1 else { throw row.fault(2, "1 or -1") }
      index.add(row.fields[0], list: .framing, entry: terms.count)
      terms.append(Term(technique: row.fields[1], polarity: polarity, kind: try row.word(3)))
    }
  }
}

/// Finds loaded language with what it judges: the noun or name that an adjective of evaluation agrees with (أمريكا
/// الشريرة، الوجود اللاشرعي), labels (ميليشيا …), set phrases; and whom it is turned at.
struct FramingStage: AnalysisStage {
  let lexicon: FramingLexicon

  func annotate(_ document: inout Document) {
    var until = 0
    for match in document.terms[.framing] where match.tokens.lowerBound >= until && !match.hasPronoun {
      let term = lexicon.terms[match.entry]
      let found =
        switch term.kind {
        case .adjective: judged(match, document)
        case .noun: labelled(match, document)
        case .phrase: match.tokens
        }
      guard let found, found.lowerBound >= until else { continue }
      let start =
        term.kind == .adjective
        ? nominalStart(found.lowerBound, document) : match.bytes(in: document.text).lowerBound
      document.framing.append(
        Framing(
          technique: term.technique, tokens: found,
          bytes: start..<document.text.bytes(of: found).upperBound, target: target(of: found, document),
          polarity: term.polarity))
      until = found.upperBound
    }
  }

  /// The noun phrase whose noun an adjective judges, with the adjectives coordinated to it; nil where there is none, as
  /// with a predicate.
  private func judged(_ match: TermMatch, _ document: Document) -> Range<Int>? {
    let text = document.text
    let adjective = match.tokens.lowerBound
    guard match.preposition == 0, match.conjunction == 0, adjective > 0,
      isWord(adjective - 1, beside: adjective, text), document.terms.at(adjective - 1, .function) == nil
    else { return nil }
    var head = adjective - 1
    if let mention = mention(endingAt: adjective, document) {
      head = mention.tokens.lowerBound
    } else {
      guard hasArticle(head, text) == match.hasArticle else { return nil }
      // One adjective of relation may stand between: الوجود الأميركي اللاشرعي.
      let isRelation =
        match.hasArticle
        && text.letters(of: head).dropLast(text.letters(of: head).last == Folding.heh ? 1 : 0).last
          == Folding.yeh
      if isRelation, head > 0, isWord(head - 1, beside: head, text), hasArticle(head - 1, text) { head -= 1 }
    }
    var end = match.tokens.upperBound
    while let next = document.terms.at(end, .framing), next.conjunction == Folding.waw,
      lexicon.terms[next.entry].kind == .adjective
    {
      end = next.tokens.upperBound
    }
    return head..<end
  }

  /// A label, with the name that it is put on.
  private func labelled(_ match: TermMatch, _ document: Document) -> Range<Int> {
    let end = match.tokens.upperBound
    guard let next = mention(from: end, document), next.tokens.lowerBound == end else { return match.tokens }
    return match.tokens.lowerBound..<next.tokens.upperBound
  }

  /// Whom the words are turned at: somebody inside them, else the possessor right behind them (للولايات المتحدة).
  private func target(of tokens: Range<Int>, _ document: Document) -> Int? {
    let first = firstMention(endingAfter: tokens.lowerBound, document)
    var best = tokens.lazy.compactMap { document.terms.at($0, .nationality) }.first.flatMap {
      state(of: $0, document)
    }
    for mention in document.mentions[first...] {
      guard mention.tokens.lowerBound <= tokens.upperBound + 2 else { break }
      if mention.tokens.overlaps(tokens) { return mention.entity }
      guard best == nil, mention.tokens.lowerBound >= tokens.upperBound,
        document.text.tokens[mention.tokens.lowerBound].sentence
          == document.text.tokens[tokens.lowerBound].sentence
      else { continue }
      let isOwner =
        document.text.letters(of: mention.tokens.lowerBound).first == Folding.lam
        && mention.bytes.lowerBound > document.text.tokens[mention.tokens.lowerBound].bytes.lowerBound
      if isOwner || mention.tokens.lowerBound == tokens.upperBound { best = mention.entity }
    }
    return best
  }

  /// The article's entity that stands for the state of a nationality; nil where the article does not name it.
  private func state(of match: TermMatch, _ document: Document) -> Int? {
    let country = lexicon.nationalities[match.entry]
    return document.entities.firstIndex { $0.kind == .gpe && $0.country == country }
  }

  // MARK: Neighbours

  private func firstMention(endingAfter token: Int, _ document: Document) -> Int {
    // Mentions do not nest, so their ends are sorted as their beginnings are.
    return document.mentions.partitionPoint { $0.tokens.upperBound > token }
  }

  private func mention(endingAt token: Int, _ document: Document) -> Mention? {
    let index = firstMention(endingAfter: token - 1, document)
    guard index < document.mentions.count, document.mentions[index].tokens.upperBound == token else {
      return nil
    }
    return document.mentions[index].kind == .elided ? nil : document.mentions[index]
  }

  private func mention(from token: Int, _ document: Document) -> Mention? {
    let index = firstMention(endingAfter: token, document)
    return index < document.mentions.count ? document.mentions[index] : nil
  }

  private func isWord(_ token: Int, beside other: Int, _ text: TokenizedText) -> Bool {
    text.tokens[token].kind == .arabic && text.tokens[token].sentence == text.tokens[other].sentence
      && text.letters(of: token).count > 2
  }

  private func hasArticle(_ token: Int, _ text: TokenizedText) -> Bool {
    for reading in WordReadings(text, token) {
      if reading.hasElidedAlef { return true }
      let stem = text.letters[reading.stem]
      if stem.count > 3, stem.starts(with: [Folding.alef, Folding.lam]) { return true }
    }
    return false
  }

  /// Where the head noun begins behind its clitics.
  private func nominalStart(_ token: Int, _ document: Document) -> Int {
    let text = document.text
    if let mention = mention(from: token, document), mention.tokens.lowerBound == token {
      return mention.bytes.lowerBound
    }
    for reading in WordReadings(text, token)
    where text.letters[reading.stem].starts(with: [Folding.alef, Folding.lam]) {
      return text.byte(ofLetter: reading.stem.lowerBound - text.tokens[token].letters.lowerBound, in: token)
    }
    return text.tokens[token].bytes.lowerBound
  }
}
