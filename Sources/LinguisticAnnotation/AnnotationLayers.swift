/// Which layers of an annotation are computed; tokens cut into words are always there.
///
/// A layer that is left out leaves its part empty: `other` for tags, no features, no lemma, no head, no entities.
public struct AnnotationLayers: OptionSet, Sendable, Hashable {
  /// The layers as bits.
  public let rawValue: UInt8

  /// Makes a set from bits.
  public init(rawValue: UInt8) { self.rawValue = rawValue }

  /// Parts of speech.
  public static let tags = AnnotationLayers(rawValue: 1)
  /// Gender, number, aspect …; needs tags.
  public static let features = AnnotationLayers(rawValue: 2)
  /// Lemmas; needs tags.
  public static let lemmas = AnnotationLayers(rawValue: 4)
  /// Heads and relations; needs tags.
  public static let tree = AnnotationLayers(rawValue: 8)
  /// Named entities; needs tags.
  public static let entities = AnnotationLayers(rawValue: 16)
  /// All of them.
  public static let all: AnnotationLayers = [.tags, .features, .lemmas, .tree, .entities]

  /// These layers with those that they are made from.
  public var withFoundations: AnnotationLayers { isEmpty ? self : union(.tags) }
}
