import ArabicText
public import LinguisticAnnotation

/// What the language engine says of one token of a document, gathered from the words it holds.
public struct TokenAnnotation: Sendable, Equatable {
  /// The words of the token, clitics apart, in order.
  public var words: ArraySlice<AnnotatedWord>
  /// Which of `words` clitics hang on.
  public var stem: AnnotatedWord
  /// The token that holds the head of the stem, an index into `text.tokens`; nil for the root, or without a tree.
  public var head: Int?
  /// Whether a conjunction or preposition stands before the stem in the same token.
  public var hasProclitic: Bool
}

extension Document {
  /// What the language engine says of a token; nil where it did not run. O(log tokens of the sentence).
  public func annotation(of token: Int) -> TokenAnnotation? {
    guard text.tokens.indices.contains(token) else { return nil }
    let number = text.tokens[token].sentence
    guard annotation.indices.contains(number) else { return nil }
    let sentence = annotation[number]
    let first = text.sentences[number].tokens.lowerBound
    guard sentence.tokens.indices.contains(token - first) else { return nil }
    let annotated = sentence.tokens[token - first]
    guard sentence.words.indices.contains(annotated.stem) else { return nil }
    let stem = sentence.words[annotated.stem]
    let head = stem.head.flatMap { word in
      let after = sentence.tokens.partitionPoint { $0.words.upperBound > word }
      return after < sentence.tokens.count ? first + after : nil
    }
    return TokenAnnotation(
      words: sentence.words[annotated.words], stem: stem, head: head == token ? nil : head,
      hasProclitic: annotated.stem > annotated.words.lowerBound)
  }

  /// The part of speech of a token's stem; nil where tags were not computed.
  public func tag(of token: Int) -> PartOfSpeech? {
    layers.contains(.tags) ? annotation(of: token)?.stem.tag : nil
  }
}
