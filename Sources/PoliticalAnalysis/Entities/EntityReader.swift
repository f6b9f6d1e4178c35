import ArabicText

/// Finds names in one text: gazetteers first, then names that their head nouns, titles and offices announce, then the
/// short forms of what was found. Each pass sees what the passes before have taken.
struct EntityReader {
  let text: TokenizedText
  let lexicon: EntityLexicon
  let senses: SenseIndex
  /// The names accepted so far; none overlaps another.
  private(set) var spans: [NameSpan] = []
  /// For each token the name that covers it, −1 for none.
  private(set) var covering: [Int32]
  /// Office phrases that no name stands beside.
  var openOffices: [OfficePhrase] = []
  /// Whether each token is an ordinary word: asked often, so kept.
  private let ordinary: [Bool]

  init(_ text: TokenizedText, _ lexicon: EntityLexicon) {
    self.text = text
    self.lexicon = lexicon
    senses = SenseIndex(text, lexicon.table)
    covering = [Int32](repeating: -1, count: text.tokens.count)
    ordinary = text.tokens.indices.map { text.tokens[$0].kind == .arabic && lexicon.isOrdinary(text, $0) }
  }

  /// Runs all passes. Linear in the text's length.
  mutating func read() {
    readOrganizationsAndPlaces()
    readGazetteerNames()
    readPersonsBesideOffices()
    readPersonsByFirstName()
    readShortNames()
  }

  // MARK: tokens

  func isArabic(_ token: Int) -> Bool { token < text.tokens.count && text.tokens[token].kind == .arabic }

  /// Whether two neighbouring tokens stand in one sentence.
  func continues(_ token: Int) -> Bool {
    token > 0 && token < text.tokens.count && text.tokens[token].sentence == text.tokens[token - 1].sentence
  }

  func isOrdinary(_ token: Int) -> Bool { ordinary[token] }

  func isFunction(_ token: Int) -> Bool { senses.isWord(token) { $0.isFunction } }

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

  func startsWith(_ token: Int, _ letter: Letter) -> Bool { text.letters(of: token).first == letter }

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

  /// Gives up names that a longer one is to replace.
  mutating func release(_ tokens: Range<Int>) {
    for token in tokens where covering[token] >= 0 {
      let index = Int(covering[token])
      for covered in spans[index].tokens { covering[covered] = -1 }
      spans[index].tokens = 0..<0
    }
  }
}
