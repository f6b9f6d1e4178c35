/// A word with all that the models say of it.
public struct AnnotatedWord: Sendable, Equatable {
  /// Where it stands in the text, in UTF-8 bytes; empty at its place for a letter that spelling elided (لل).
  public var bytes: Range<Int>
  /// Its form: as written, or as it would be written alone (حكومة in حكومتها).
  public var form: String
  /// Its undiacritised lemma.
  public var lemma: String
  /// Its part of speech.
  public var tag: PartOfSpeech
  /// Its features.
  public var features: MorphologicalFeatures
  /// Its head, by index in the sentence; nil for the root.
  public var head: Int?
  /// Its relation to the head (UD v2); `root` for the root.
  public var relation: String

  /// Makes a word from its parts.
  public init(
    bytes: Range<Int>, form: String, lemma: String, tag: PartOfSpeech, features: MorphologicalFeatures,
    head: Int?,
    relation: String
  ) {
    self.bytes = bytes
    self.form = form
    self.lemma = lemma
    self.tag = tag
    self.features = features
    self.head = head
    self.relation = relation
  }
}

/// An orthographic word or a mark, with the words it holds.
public struct AnnotatedToken: Sendable, Equatable {
  /// Where it stands in the text, in UTF-8 bytes.
  public var bytes: Range<Int>
  /// Its words, by index in the sentence.
  public var words: Range<Int>
  /// Which of them is the stem, the word that clitics hang on.
  public var stem: Int
  /// Whether a blank or the text's end follows.
  public var spaceAfter: Bool

  /// Makes a token from its parts.
  public init(bytes: Range<Int>, words: Range<Int>, stem: Int, spaceAfter: Bool) {
    self.bytes = bytes
    self.words = words
    self.stem = stem
    self.spaceAfter = spaceAfter
  }
}

/// A sentence with tokens, words, tree and named entities.
public struct AnnotatedSentence: Sendable, Equatable {
  /// Orthographic words and marks.
  public var tokens: [AnnotatedToken]
  /// Words, clitics apart.
  public var words: [AnnotatedWord]
  /// Named entities, by tokens.
  public var entities: [EntitySpan]

  /// Makes a sentence from its parts.
  public init(tokens: [AnnotatedToken], words: [AnnotatedWord], entities: [EntitySpan]) {
    self.tokens = tokens
    self.words = words
    self.entities = entities
  }
}
