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
    guard let (sentence, position) = place(of: token) else { return nil }
    let (tokens, words) = (annotation[sentence].tokens, annotation[sentence].words)
    let annotated = tokens[position]
    let first = token - position
    let head = words[annotated.stem].head.flatMap { word in
      let after = tokens.partitionPoint { $0.words.upperBound > word }
      return after < tokens.count ? first + after : nil
    }
    return TokenAnnotation(
      words: words[annotated.words], stem: words[annotated.stem], head: head == token ? nil : head,
      hasProclitic: annotated.stem > annotated.words.lowerBound)
  }

  /// The part of speech of a token's stem; nil where tags were not computed. O(1).
  public func tag(of token: Int) -> PartOfSpeech? {
    guard layers.contains(.tags), let (sentence, position) = place(of: token) else { return nil }
    return annotation[sentence].words[annotation[sentence].tokens[position].stem].tag
  }

  /// Whether a conjunction or preposition stands before the stem in a token; nil where the engine did not run. O(1).
  public func hasProclitic(_ token: Int) -> Bool? {
    guard let (sentence, position) = place(of: token) else { return nil }
    let annotated = annotation[sentence].tokens[position]
    return annotated.stem > annotated.words.lowerBound
  }

  /// Which annotated sentence holds a token, and where; nil where the annotation has no word for it.
  private func place(of token: Int) -> (sentence: Int, position: Int)? {
    guard text.tokens.indices.contains(token) else { return nil }
    let sentence = text.tokens[token].sentence
    guard annotation.indices.contains(sentence) else { return nil }
    let position = token - text.sentences[sentence].tokens.lowerBound
    guard annotation[sentence].tokens.indices.contains(position),
      annotation[sentence].words.indices.contains(annotation[sentence].tokens[position].stem)
    else { return nil }
    return (sentence, position)
  }
}
