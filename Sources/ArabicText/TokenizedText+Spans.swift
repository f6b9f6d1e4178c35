extension TokenizedText {
  /// The bytes from the first of some tokens to the last; empty for no token, cut to the tokens that there are.
  public func bytes(of tokens: Range<Int>) -> Range<Int> {
    let tokens = tokens.clamped(to: self.tokens.indices)
    guard let first = tokens.first, let last = tokens.last else { return 0..<0 }
    return self.tokens[first].bytes.lowerBound..<self.tokens[last].bytes.upperBound
  }
}
