/// A maximal run of one kind of character: what stands between blanks, with punctuation split off.
///
/// A token is an orthographic word: clitics (و ف ب ل ك س ال, ه ها هم …) are still attached; a `WordReading` says
/// how they may be taken off.
public struct Token: Sendable, Equatable {
  /// What a token is made of.
  public enum Kind: UInt8, Sendable {
    case arabic, latin, number, punctuation, other
  }

  /// Where it stands in the text, in UTF-8 bytes.
  public var bytes: Range<Int>
  /// Where it stands in the text, in Unicode code points.
  public var scalars: Range<Int>
  /// Its folded letters, a range of `TokenizedText.letters`; empty for a token that is not Arabic.
  public var letters: Range<Int>
  /// What it is made of.
  public var kind: Kind
  /// Whether a blank stood before it.
  public var spaceBefore: Bool
  /// Index of its sentence in `TokenizedText.sentences`.
  public var sentence: Int
  /// Index of its paragraph (line) in the text.
  public var paragraph: Int

  /// Makes a token from its parts.
  public init(
    bytes: Range<Int>, scalars: Range<Int>, letters: Range<Int>, kind: Kind, spaceBefore: Bool,
    sentence: Int = 0, paragraph: Int = 0
  ) {
    self.bytes = bytes
    self.scalars = scalars
    self.letters = letters
    self.kind = kind
    self.spaceBefore = spaceBefore
    self.sentence = sentence
    self.paragraph = paragraph
  }
}

/// A sentence: a run of tokens within one paragraph.
public struct Sentence: Sendable, Equatable {
  /// Its tokens, a range of `TokenizedText.tokens`.
  public var tokens: Range<Int>
  /// Index of its paragraph.
  public var paragraph: Int

  /// Makes a sentence from its parts.
  public init(tokens: Range<Int>, paragraph: Int) {
    self.tokens = tokens
    self.paragraph = paragraph
  }
}
