import ArabicText

/// Punctuation by what it does to clauses and quotations: coarser than `Mark`.
enum Punctuation: UInt8, Sendable {
  case none, comma, colon, stop, openQuote, closeQuote, straightQuote, dash, openBracket, closeBracket,
    ellipsis, other

  /// Groups a mark.
  init(_ mark: Mark) {
    self =
      switch mark {
      case .comma, .semicolon: .comma
      case .colon: .colon
      case .stop, .exclamation, .question: .stop
      case .openingQuote: .openQuote
      case .closingQuote: .closeQuote
      case .straightQuote: .straightQuote
      case .dash: .dash
      case .openingBracket: .openBracket
      case .closingBracket: .closeBracket
      case .ellipsis: .ellipsis
      case .other: .other
      }
  }
}
