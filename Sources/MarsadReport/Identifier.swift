/// A thing of a report that other parts refer to.
public protocol Identified: Sendable {
  /// The letters before the number on the wire; unlike those of every other kind, so that ids are unique in a report.
  static var identifierPrefix: StaticString { get }
}

extension Report {
  /// The id of a sentence, entity, statement or event: its place in the report's list, written `s0`, `e0`, `q0`, `v0`.
  public struct Identifier<Kind: Identified>: Sendable, Hashable, Comparable {
    /// Index into the report's list.
    public var index: Int

    /// Names the thing at an index of its list.
    public init(_ index: Int) { self.index = index }

    /// Orders ids by their place.
    public static func < (left: Self, right: Self) -> Bool { left.index < right.index }
  }
}
