import ArabicText

/// Which quotation marks of a text open and close one another.
///
/// Straight marks, and curly ones in careless typing, do not say which they are: what they touch does. A mark that
/// touches a word after it and none before it opens; one that touches what is before it closes.
struct QuotationMarks: Sendable {
  /// For each mark the one that it belongs to, −1 for an unpaired mark and for other tokens.
  private(set) var partner: [Int32] = []
  /// For each token the opening mark of the innermost pair around it, −1 outside quotations.
  private(set) var enclosing: [Int32] = []
  /// Whether an unpaired mark opens: the paragraph ends before it is closed.
  private(set) var opens: [Bool] = []

  /// No marks.
  init() {}

  /// Pairs the marks of each paragraph. Linear.
  init(_ text: TokenizedText, words: [Word]) {
    partner = Array(repeating: -1, count: words.count)
    enclosing = partner
    opens = Array(repeating: false, count: words.count)
    var stack: [Int] = []
    for token in words.indices {
      if token > 0, text.tokens[token].paragraph != text.tokens[token - 1].paragraph { stack = [] }
      guard [.openQuote, .closeQuote, .straightQuote].contains(words[token].punctuation) else { continue }
      if Self.isOpening(token, text, words, isInside: !stack.isEmpty) {
        opens[token] = true
        stack.append(token)
      } else if let open = stack.popLast() {
        partner[open] = Int32(token)
        partner[token] = Int32(open)
      }
    }
    for token in words.indices.dropFirst() {
      let before = token - 1
      if opens[before], partner[before] >= 0 {
        enclosing[token] = Int32(before)
      } else {
        enclosing[token] = enclosing[before]
      }
      // A closing mark stands outside, in what surrounds its pair.
      if partner[token] >= 0, !opens[token] { enclosing[token] = enclosing[Int(partner[token])] }
    }
  }

  private static func isOpening(
    _ token: Int, _ text: TokenizedText, _ words: [Word], isInside: Bool
  ) -> Bool {
    let next = token + 1
    let touchesNext =
      next < words.count && !text.tokens[next].spaceBefore
      && [.arabic, .latin, .number].contains(text.tokens[next].kind)
    let touchesBefore = token > 0 && !text.tokens[token].spaceBefore
    if touchesNext == touchesBefore {
      // A mark within a word (بـ"الخطأ", ال«بنتاغون») opens after a clitic.
      if touchesBefore, text.tokens[token - 1].kind == .arabic, text.tokens[token - 1].letters.count <= 3 {
        return true
      }
      switch words[token].punctuation {
      case .openQuote: return true
      case .closeQuote: return false
      default: return !isInside
      }
    }
    return touchesNext
  }
}
