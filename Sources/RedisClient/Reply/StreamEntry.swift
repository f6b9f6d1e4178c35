/// One entry of a stream: its id and its fields in order.
public struct StreamEntry: Sendable, Equatable {
  /// `milliseconds-sequence`.
  public let id: String
  /// Names and values, in the order they were added.
  public let fields: [(name: String, value: [UInt8])]

  /// Reads one entry of XRANGE, XREAD or XAUTOCLAIM; nil where the reply is not one (a deleted entry, for example).
  public init?(_ reply: RedisValue) {
    guard let parts = reply.elements, parts.count == 2, let id = parts[0].string, let flat = parts[1].elements
    else {
      return nil
    }
    self.id = id
    fields = stride(from: 0, to: flat.count - 1, by: 2).compactMap { index in
      guard let name = flat[index].string, let value = flat[index + 1].bytes else { return nil }
      return (name, value)
    }
  }

  /// The first field of a name.
  public subscript(_ name: String) -> [UInt8]? { fields.first { $0.name == name }?.value }

  /// All entries of an XRANGE or XREVRANGE reply.
  public static func list(_ reply: RedisValue) -> [StreamEntry] {
    (reply.elements ?? []).compactMap(StreamEntry.init)
  }

  /// All entries of an XREAD or XREADGROUP reply, by stream; empty where the wait ran out.
  public static func streams(_ reply: RedisValue) -> [(stream: String, entries: [StreamEntry])] {
    (reply.elements ?? []).compactMap { item in
      guard let pair = item.elements, pair.count == 2, let name = pair[0].string else { return nil }
      return (name, list(pair[1]))
    }
  }

  /// Entries are equal where id and all fields are.
  public static func == (a: StreamEntry, b: StreamEntry) -> Bool {
    a.id == b.id && a.fields.elementsEqual(b.fields) { $0.name == $1.name && $0.value == $1.value }
  }
}
