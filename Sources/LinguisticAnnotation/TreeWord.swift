/// One row of CoNLL-U: a word with everything that was annotated or predicted about it.
public struct TreeWord: Sendable, Equatable {
  /// The word's form.
  public var form: String
  /// The lemma, `_` if there is none.
  public var lemma: String
  /// The universal part of speech.
  public var tag: PartOfSpeech
  /// Features, `Name=Value` joined by `|` and sorted by name, or `_`.
  public var features: String
  /// The head's index in the sentence; nil for the root.
  public var head: Int?
  /// The relation to the head, `root` for the root.
  public var relation: String
  /// The last column, or `_`.
  public var miscellaneous: String

  /// Makes a word.
  public init(
    form: String, lemma: String = "_", tag: PartOfSpeech, features: String = "_", head: Int? = nil,
    relation: String = "root", miscellaneous: String = "_"
  ) {
    self.form = form
    self.lemma = lemma
    self.tag = tag
    self.features = features
    self.head = head
    self.relation = relation
    self.miscellaneous = miscellaneous
  }
}

/// A sentence of CoNLL-U: words, and which of them are written together.
public struct TreeSentence: Sendable, Equatable {
  /// A run of words that one orthographic word holds.
  public struct MultiwordToken: Sendable, Equatable {
    /// The words, by index.
    public var words: Range<Int>
    /// How the token is written.
    public var form: String
    /// The last column, or `_`.
    public var miscellaneous: String

    /// Makes a token.
    public init(words: Range<Int>, form: String, miscellaneous: String = "_") {
      self.words = words
      self.form = form
      self.miscellaneous = miscellaneous
    }
  }

  /// Comment lines without the leading `#`.
  public var comments: [String] = []
  /// The words in order.
  public var words: [TreeWord] = []
  /// Multi-word tokens in order.
  public var tokens: [MultiwordToken] = []

  /// Makes an empty sentence.
  public init() {}
}
