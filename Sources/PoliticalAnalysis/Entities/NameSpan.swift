import ArabicText

/// A name found in the text, before it is linked to an entity.
struct NameSpan {
  /// The tokens that it touches.
  var tokens: Range<Int>
  /// Letters of clitics before it in its first token.
  var clitics: Int
  var kind: Entity.Kind
  /// Which thing of the gazetteers it names.
  var known: Int?
  /// The state that the words around or inside it show, else the gazetteers.
  var country: String?
  /// Whether the text shows the state.
  var isCountryShown = false
  var sector: String?
  var isFeminine: Bool?
  /// For a person: whether a title of rulers and princes stands before the name.
  var isRoyal = false
  /// For a person: the office phrases beside the name.
  var roles: [OfficePhrase] = []
  /// For an organisation: the token of its head noun, so that the head alone can stand for it later.
  var head: Int?
  /// Hash of the head noun where it stands outside the name: قناة "المسيرة".
  var headHash: UInt64?
  /// The first token of the name that it is another name of: the Latin one in brackets.
  var alias: Int?

  func bytes(in text: TokenizedText) -> Range<Int> {
    PhraseMatch(tokens: tokens, clitics: clitics, conjunction: 0, preposition: 0).bytes(in: text)
  }

  /// Takes the state that the text shows: the first one that it does, before what the gazetteers know.
  mutating func show(_ country: String?) {
    guard let country, !isCountryShown else { return }
    self.country = country
    isCountryShown = true
  }
}

/// An office with what belongs to it: وزير الخارجية الإيراني.
struct OfficePhrase {
  var tokens: Range<Int>
  var clitics: Int
  /// Index into the lexicon's offices.
  var office: Int
  /// The state that it shows.
  var country: String?
  /// Hashes of the complement's words without article, sorted out of nationality and names of states.
  var words: [UInt64] = []
  /// Whether it says that it is the one spoken of: المسؤول ذاته.
  var isSelfsame = false
  /// Whether he speaks for the holder of another office, whose name stands behind: متحدث باسم وزير الطاقة فلان.
  var isSpeaking = false
  /// The body of the gazetteers that it is an office of.
  var body: Int?
  /// Whether it is an office of an international body: its holder acts for no state.
  var isInternational = false

  func bytes(in text: TokenizedText) -> Range<Int> {
    PhraseMatch(tokens: tokens, clitics: clitics, conjunction: 0, preposition: 0).bytes(in: text)
  }
}
