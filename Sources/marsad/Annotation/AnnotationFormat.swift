import ArabicLanguage
import ArabicText
import LinguisticAnnotation

/// What the language engine says of a text, in a form that evaluation scripts read.
enum AnnotationFormat: Sendable {
  /// Words, tags, features, lemmas and trees.
  case conllu
  /// Orthographic words and entity labels.
  case entityColumns

  /// What is written of an annotation.
  private var layers: AnnotationLayers {
    switch self {
    case .conllu: [.tags, .features, .lemmas, .tree]
    case .entityColumns: .entities
    }
  }

  /// A text that comes in a form.
  ///
  /// - Parameter input: what the caller says of it; one word a line is a syntactic word for CoNLL-U, and an orthographic
  ///   one, as entity corpora have them, for the columns.
  /// - Throws: `LineFault` where the text is not of its form.
  func render(
    _ utf8: [UInt8], _ input: LanguageInput, _ engine: LanguageEngine, document: String
  ) throws(LineFault) -> [UInt8] {
    let sentences = try engine.annotate(utf8, as: input, layers: layers)
    switch self {
    case .conllu:
      var writer = CoNLLUWriter()
      writer.write(sentences, of: utf8, document: document)
      return Array(writer.output.utf8)
    case .entityColumns:
      var writer = EntityColumnsWriter()
      writer.write(sentences, of: utf8)
      return Array(writer.output.utf8)
    }
  }
}

extension LanguageEngine {
  /// The engine with the models that the settings name, else those that came with the program.
  init(_ settings: Settings) throws(ModelError) {
    let folder = settings[.models]
    try self.init(folder.isEmpty ? ModelDirectory.find() : ModelDirectory(path: folder))
  }
}
