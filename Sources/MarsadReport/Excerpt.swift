extension Report {
  /// A piece of the analysed text: where it stands and what it says.
  public struct Excerpt: Sendable, Equatable {
    /// Where it stands, in code points.
    public var span: Range<Int>
    /// Its text, `analysed[span]`.
    public var text: String
    /// Makes an excerpt from its parts.
    public init(span: Range<Int>, text: String) {
      self.span = span
      self.text = text
    }
  }

  /// The word that something was recognised by: a speech verb, an event's trigger.
  public struct Cue: Sendable, Equatable {
    /// Where it stands, in code points.
    public var span: Range<Int>
    /// Its text.
    public var text: String
    /// Its dictionary form.
    public var lemma: String
    /// Makes a cue from its parts.
    public init(span: Range<Int>, text: String, lemma: String) {
      self.span = span
      self.text = text
      self.lemma = lemma
    }
  }
}
