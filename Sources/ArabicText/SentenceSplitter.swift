/// Finds where sentences end: at . ! ؟ ? … and at the end of a paragraph.
///
/// Not at the stop after a single letter (أ. ب.: an initial or an item's letter), nor inside a number (the tokenizer keeps
/// 3.14 together). Closing quotation marks and brackets right after the stop belong to the sentence that they close.
enum SentenceSplitter {
  /// Numbers the tokens' sentences and returns them. O(tokens).
  static func split(_ tokens: inout [Token], utf8: [UInt8]) -> [Sentence] {
    var sentences: [Sentence] = []
    var start = 0
    var index = 0
    func close(_ end: Int, _ tokens: inout [Token]) {
      guard end > start else { return }
      for k in start..<end { tokens[k].sentence = sentences.count }
      sentences.append(Sentence(tokens: start..<end, paragraph: tokens[start].paragraph))
      start = end
    }
    while index < tokens.count {
      if index > start, tokens[index].paragraph != tokens[start].paragraph { close(index, &tokens) }
      var end = index + 1
      if endsSentence(tokens, index, start: start, utf8) {
        while end < tokens.count, tokens[end].paragraph == tokens[index].paragraph, closes(tokens[end], utf8)
        {
          end += 1
        }
        close(end, &tokens)
      }
      index = end
    }
    close(tokens.count, &tokens)
    return sentences
  }

  private static func endsSentence(_ tokens: [Token], _ index: Int, start: Int, _ utf8: [UInt8]) -> Bool {
    let token = tokens[index]
    guard token.kind == .punctuation else { return false }
    switch Mark(token, utf8) {
    case .exclamation, .question, .ellipsis: return true
    case .stop:
      guard index > start else { return true }
      let before = tokens[index - 1]
      return !(before.letters.count == 1 && !token.spaceBefore)
    default: return false
    }
  }

  /// Whether a token closes what the sentence opened: a closing quote or bracket, or a straight quote with no blank before it.
  private static func closes(_ token: Token, _ utf8: [UInt8]) -> Bool {
    switch Mark(token, utf8) {
    case .closingQuote, .closingBracket: true
    case .straightQuote: !token.spaceBefore
    case .stop, .exclamation, .question, .ellipsis: true
    default: false
    }
  }
}
