public import ArabicText
public import LinguisticAnnotation

/// What is handed to the engine: how much of the cutting somebody has done already.
///
/// ```swift
/// try engine.annotate(article, as: .text)        // cuts paragraphs into sentences, sentences into tokens, tokens into words
/// try engine.annotate(lines, as: .sentences)     // a sentence a line
/// try engine.annotate(column, as: .tokens)       // an orthographic word or mark a line, an empty line between sentences
/// try engine.annotate(column, as: .words)        // a syntactic word a line, clitics on lines of their own
/// ```
/// Whatever the form, all of it is one text where layers look beyond a sentence (names that recur), and all offsets
/// count in the bytes that were handed in.
public enum LanguageInput: String, Sendable, CaseIterable {
  /// Running text; a line is a paragraph.
  case text
  /// A sentence a line; its tokens are found.
  case sentences
  /// An orthographic word or mark a line, clitics still on it; an empty line between sentences. How entity corpora come.
  case tokens
  /// A syntactic word or mark a line, taken as it stands; an empty line between sentences. How treebanks come.
  case words

  /// The tokens and sentences of a text that comes in this form. O(n).
  /// - Throws: `LineFault` for the first line that is not of the form, and for bytes that are not UTF-8.
  public func tokenize(_ utf8: [UInt8]) throws(LineFault) -> TokenizedText {
    switch self {
    case .tokens, .words: return try Tokenizer.tokenize(tokensOf: utf8)
    case .text, .sentences:
      if let fault = LineFault(validating: utf8) { throw fault }
      return self == .text ? Tokenizer.tokenize(utf8) : Tokenizer.tokenize(sentencesOf: utf8)
    }
  }
}

extension LanguageEngine {
  /// Annotates a text that comes in a form, with these layers and those that they need. O(n).
  /// - Throws: `LineFault` where the text is not of that form.
  public func annotate(
    _ utf8: [UInt8], as input: LanguageInput, layers: AnnotationLayers = .all
  ) throws(LineFault) -> [AnnotatedSentence] {
    annotate(try input.tokenize(utf8), layers: layers, takingWords: input == .words)
  }
}
