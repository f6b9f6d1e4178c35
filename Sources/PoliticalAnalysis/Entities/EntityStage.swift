/// Finds the entities of an article and every place that names or describes them.
///
/// Gazetteers and patterns first, then what the language engine sees beside them; what the article says of a person goes before what a gazetteer knows.
public struct EntityStage: AnalysisStage {
  let lexicon: EntityLexicon

  /// A stage on these lexicons.
  public init(_ lexicon: EntityLexicon) { self.lexicon = lexicon }

  /// Fills `mentions` and `entities`. Linear in the text but for the search among an article's persons and bodies.
  public func annotate(_ document: inout Document) {
    var reader = EntityReader(document, lexicon)
    reader.read()
    var linker = EntityLinker(reader, publishedAt: document.publishedAt)
    linker.link()
    document.mentions = linker.mentions
    document.entities = linker.entities
  }
}
