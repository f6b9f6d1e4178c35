import ArabicText
import LinguisticAnnotation

/// What the language engine says of tokens as names, laid out by token. Everything is nil or empty where it did not run.
struct NameEvidence {
  /// The part of speech of each token's stem.
  private let tags: [PartOfSpeech]
  /// How many conjunctions and prepositions stand before the stem of each token.
  private let proclitics: [UInt8]
  /// The names that the engine sees, in tokens of the document, in text order.
  let names: [EntitySpan]
  /// For each token the name that covers it, −1 for none.
  private let covering: [Int32]

  init(_ document: Document) {
    let count = document.text.tokens.count
    var tags: [PartOfSpeech] = []
    var proclitics: [UInt8] = []
    var names: [EntitySpan] = []
    var covering = [Int32](repeating: -1, count: document.layers.contains(.entities) ? count : 0)
    for (sentence, annotated) in zip(document.text.sentences, document.annotation) {
      for token in annotated.tokens {
        if document.layers.contains(.tags) { tags.append(annotated.words[token.stem].tag) }
        proclitics.append(UInt8(clamping: token.stem - token.words.lowerBound))
      }
      for name in annotated.entities {
        let first = sentence.tokens.lowerBound
        let tokens = first + name.tokens.lowerBound..<first + name.tokens.upperBound
        for token in tokens where covering.indices.contains(token) { covering[token] = Int32(names.count) }
        names.append(EntitySpan(type: name.type, tokens: tokens))
      }
    }
    // An annotation that does not fit the text is none.
    self.tags = tags.count == count ? tags : []
    self.proclitics = proclitics.count == count ? proclitics : []
    self.names = names
    self.covering = covering
  }

  /// The part of speech of a token's stem, nil where it is not known.
  func tag(_ token: Int) -> PartOfSpeech? { tags.indices.contains(token) ? tags[token] : nil }

  /// Whether tags were computed and the token is tagged as a name: PADT's tag for names and foreign words is X.
  func isTaggedName(_ token: Int) -> Bool { tag(token).map { $0 == .other || $0 == .properNoun } ?? false }

  /// Whether the token is tagged as an adjective; true where there are no tags, as adjectives are looked for by form then.
  func isAdjective(_ token: Int) -> Bool { tag(token).map { $0 == .adjective } ?? true }

  /// How many conjunctions and prepositions the segmenter takes off the token; nil where it did not run.
  func proclitics(_ token: Int) -> Int? { proclitics.indices.contains(token) ? Int(proclitics[token]) : nil }

  /// The name that covers a token.
  func name(at token: Int) -> EntitySpan? {
    guard covering.indices.contains(token), covering[token] >= 0 else { return nil }
    return names[Int(covering[token])]
  }

  /// Whether names were looked for and the token is in none.
  func isOutside(_ token: Int) -> Bool { covering.indices.contains(token) && covering[token] < 0 }

  /// Whether tag and names agree that the token is a name.
  func isSureName(_ token: Int) -> Bool {
    isTaggedName(token) && name(at: token).map { $0.type != .miscellaneous } ?? false
  }

  /// Whether the engine sees exactly this token as the name of such a thing: enough for a gazetteer's name that may be an
  /// ordinary word, too.
  func supports(_ kind: Entity.Kind, at token: Int) -> Bool {
    guard let name = name(at: token), name.tokens == token..<token + 1 else { return false }
    switch kind {
    case .person: return name.type == .person && isTaggedName(token)
    case .organization: return name.type == .organization
    case .gpe, .location: return name.type == .location && tag(token) != .adjective
    }
  }
}
