extension Report {
  /// One sentence; its id is its index.
  public struct Sentence: Identified, Equatable {
    /// `s`.
    public static var identifierPrefix: StaticString { "s" }
    /// Which paragraph it stands in, from 0.
    public var paragraph: Int
    /// Where it stands, in code points.
    public var span: Range<Int>
    /// Makes a sentence from its parts.
    public init(paragraph: Int, span: Range<Int>) {
      self.paragraph = paragraph
      self.span = span
    }
  }
}
