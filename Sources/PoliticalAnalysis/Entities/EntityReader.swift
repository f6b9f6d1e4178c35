import ArabicText

/// Finds names in one text: gazetteers first, then names that their head nouns, titles and offices announce, then the
/// short forms of what was found. Each pass sees what the passes before have taken.
struct EntityReader {
  let text: TokenizedText
  let lexicon: EntityLexicon
  let senses: SenseIndex
  let evidence: NameEvidence
  /// The names accepted so far; none overlaps another.
  private(set) var spans: [NameSpan] = []
  /// For each token the name that covers it, −1 for none.
  private(set) var covering: [Int32]
  /// Office phrases that no name stands beside.
  var openOffices: [OfficePhrase] = []
  /// How often the text speaks of each state by its name, its capital's or its nationality: what tells places of one
  /// name apart.
  let countries: [String: Int]
  /// Hashes of the last words of the known persons' full names in the text.
  let familyNames: Set<UInt64>
  /// Whether each token is an ordinary word: asked often, so kept.
  private let ordinary: [Bool]

  init(_ document: Document, _ lexicon: EntityLexicon) {
    let text = document.text
    self.text = text
    evidence = NameEvidence(document)
    self.lexicon = lexicon
    senses = Self.senses(text, lexicon, evidence)
    countries = Self.countries(senses, lexicon)
    familyNames = senses.lastWords(of: text) { sense in
      if case .known(let index) = sense { lexicon.known[index].class == .person } else { false }
    }
    covering = [Int32](repeating: -1, count: text.tokens.count)
    ordinary = text.tokens.indices.map { [evidence] in
      text.tokens[$0].kind == .arabic && lexicon.isOrdinary(text, $0) && !evidence.isSureName($0)
    }
  }

  /// Looks the text up. المالية is of Mali only where the text names Mali's capital, or names Mali beyond doubt.
  private static func senses(_ text: TokenizedText, _ lexicon: EntityLexicon, _ evidence: NameEvidence)
    -> SenseIndex
  {
    let all = SenseIndex(text, lexicon.table)
    var named: Set<String> = []
    var doubtful: Set<Int> = []
    for token in text.tokens.indices {
      for hit in all[token] {
        switch hit.sense {
        case .known(let index) where lexicon.known[index].class == .capital:
          named.insert(lexicon.known[index].country ?? "")
        case .known(let index)
        where lexicon.known[index].class == .state && evidence.supports(.gpe, at: token):
          named.insert(lexicon.known[index].country ?? "")
        case .nationality(let state) where lexicon.doubtfulNationalities.contains(state):
          doubtful.insert(state)
        default: break
        }
      }
    }
    doubtful = doubtful.filter { !named.contains(lexicon.known[$0].country ?? "") }
    guard !doubtful.isEmpty else { return all }
    return all.without { _, sense in
      if case .nationality(let state) = sense { doubtful.contains(state) } else { false }
    }
  }

  private static func countries(_ senses: SenseIndex, _ lexicon: EntityLexicon) -> [String: Int] {
    var counts: [Int: Int] = [:]
    senses.forEach { sense in
      switch sense {
      case .nationality(let state): counts[state, default: 0] += 1
      case .known(let index)
      where lexicon.known[index].class == .state || lexicon.known[index].class == .capital:
        counts[index, default: 0] += 1
      default: break
      }
    }
    var countries: [String: Int] = [:]
    for (index, count) in counts {
      if let country = lexicon.known[index].country { countries[country, default: 0] += count }
    }
    return countries
  }

  /// Runs all passes. Linear in the text's length.
  mutating func read() {
    readOrganizationsAndPlaces()
    readGazetteerNames()
    readBracketedNames()
    readPersonsBesideOffices()
    readPersonsByFirstName()
    readEngineNames()
    readFamilyNames()
    attachOpenOffices()
    readShortNames()
  }

  // MARK: tokens

  func isArabic(_ token: Int) -> Bool {
    token < text.tokens.count && text.tokens[token].kind == .arabic
  }

  /// Whether two neighbouring tokens stand in one sentence.
  func continues(_ token: Int) -> Bool {
    token > 0 && token < text.tokens.count
      && text.tokens[token].sentence == text.tokens[token - 1].sentence
  }

  func isOrdinary(_ token: Int) -> Bool { ordinary[token] }

  /// Whether the word, as it stands, is a particle, verb or day. Folding makes على and علي one word: the spelling tells.
  func isFunction(_ token: Int) -> Bool {
    guard senses.isWord(token, { $0.isFunction }) else { return false }
    let isAli =
      text.tokens[token].bytes.count == 6 && text.letters(of: token).elementsEqual(Self.ali)
    return !(isAli && text.utf8[text.tokens[token].bytes].suffix(2).elementsEqual([0xD9, 0x8A]))
  }

  private static let ali = Folding.letters(of: "علي".utf8)

  func isFree(_ token: Int) -> Bool { covering[token] < 0 }

  /// Whether the word, as it stands, begins with ال.
  func hasArticle(_ token: Int) -> Bool {
    let letters = text.letters(of: token)
    return letters.count > 3 && letters.starts(with: [Folding.alef, Folding.lam])
  }

  /// Whether the word is ل + ال, or ل or و + … before a word with ال.
  func hasElidedArticle(_ token: Int) -> Bool {
    let letters = text.letters(of: token)
    return letters.count > 4 && letters.starts(with: [Folding.lam, Folding.lam])
  }

  /// Whether the word is و + ال….
  func hasConjoinedArticle(_ token: Int) -> Bool {
    let letters = text.letters(of: token)
    return letters.count > 4 && letters.starts(with: [Folding.waw, Folding.alef, Folding.lam])
  }

  /// Whether the word is definite by its article, in any of these ways.
  func bearsArticle(_ token: Int) -> Bool {
    hasArticle(token) || hasElidedArticle(token) || hasConjoinedArticle(token)
  }

  /// The hash of a word's letters behind its article.
  func hashBehindArticle(_ token: Int) -> UInt64 {
    let letters = text.letters(of: token)
    return FNV1a.hash(hasArticle(token) ? letters.dropFirst(2) : letters)
  }

  func startsWith(_ token: Int, _ letter: Letter) -> Bool {
    text.letters(of: token).first == letter
  }

  /// Whether the word, as it stands, is feminine or a plural of things by its form.
  func isFeminineForm(_ token: Int) -> Bool {
    let letters = text.letters(of: token)
    return letters.last == Folding.heh
      || letters.suffix(2).elementsEqual([Folding.alef, Folding.teh])
  }

  // MARK: spans

  func span(at token: Int) -> NameSpan? {
    guard token < covering.count, covering[token] >= 0 else { return nil }
    return spans[Int(covering[token])]
  }

  /// Takes a name unless another has one of its tokens.
  @discardableResult mutating func accept(_ span: NameSpan) -> Int? {
    guard !span.tokens.isEmpty, span.tokens.allSatisfy({ covering[$0] < 0 }) else { return nil }
    for token in span.tokens { covering[token] = Int32(spans.count) }
    spans.append(span)
    return spans.count - 1
  }

  /// Changes what is known of a name that was taken.
  mutating func update(_ index: Int, _ change: (inout NameSpan) -> Void) { change(&spans[index]) }

  /// Takes a person's name; persons' names inside it are parts of it.
  @discardableResult mutating func acceptPerson(_ span: NameSpan) -> Int? {
    var span = span
    for token in span.tokens where covering[token] >= 0 {
      let index = Int(covering[token])
      let part = spans[index]
      guard part.kind == .person, part.tokens.lowerBound >= span.tokens.lowerBound,
        part.tokens.upperBound <= span.tokens.upperBound
      else { return nil }
    }
    for token in span.tokens where covering[token] >= 0 {
      let index = Int(covering[token])
      let part = spans[index]
      // Only a family name at the end names the same person.
      if part.tokens.upperBound == span.tokens.upperBound, let known = part.known,
        isFirstOf(span, lexicon.known[known])
      {
        span.known = known
        span.country = span.country ?? part.country
        span.sector = span.sector ?? part.sector
      }
      span.roles += part.roles
      for covered in part.tokens { covering[covered] = -1 }
      spans[index].tokens = 0..<0
    }
    return accept(span)
  }

  /// Whether a known person's name begins like the one in the text.
  private func isFirstOf(_ span: NameSpan, _ known: KnownEntity) -> Bool {
    guard let first = known.name.split(separator: " ").first else { return false }
    return Folding.letters(of: first.utf8).elementsEqual(
      text.letters(of: span.tokens.lowerBound).dropFirst(span.clitics))
  }
}
