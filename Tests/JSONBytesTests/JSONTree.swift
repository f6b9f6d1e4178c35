import JSONBytes

/// A whole JSON text as a tree, made by the pull scanner; what the differential tests compare.
indirect enum JSONTree: Equatable {
  case object([String: JSONTree])
  case array([JSONTree])
  case string(String)
  case number(String)
  case bool(Bool)
  case null

  init(parsing bytes: [UInt8]) throws(JSONError) {
    var scanner = JSONScanner(bytes)
    self = try JSONTree(next: &scanner)
    try scanner.finish()
  }

  private init(next scanner: inout JSONScanner) throws(JSONError) {
    switch try scanner.peekKind() {
    case .object:
      var members: [String: JSONTree] = [:]
      try scanner.enterObject()
      while let key = try scanner.nextKey() {
        members[String(decoding: scanner.decoded(key), as: UTF8.self)] = try JSONTree(next: &scanner)
      }
      self = .object(members)
    case .array:
      var elements: [JSONTree] = []
      try scanner.enterArray()
      while try scanner.nextElement() { elements.append(try JSONTree(next: &scanner)) }
      self = .array(elements)
    case .string: self = .string(String(decoding: scanner.decoded(try scanner.string()), as: UTF8.self))
    case .number: self = .number(String(decoding: scanner.bytes[try scanner.number()], as: UTF8.self))
    case .bool: self = .bool(try scanner.bool())
    case .null:
      try scanner.null()
      self = .null
    }
  }

  /// Writes the tree; members in any order.
  func write(to json: inout JSONWriter) {
    switch self {
    case .object(let members):
      json.beginObject()
      for (key, value) in members {
        json.key(key)
        value.write(to: &json)
      }
      json.endObject()
    case .array(let elements):
      json.beginArray()
      for element in elements { element.write(to: &json) }
      json.endArray()
    case .string(let text): json.string(text)
    case .number(let text): json.raw(Array(text.utf8))
    case .bool(let value): json.bool(value)
    case .null: json.null()
    }
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014): the same numbers on every machine.
struct SeededGenerator: RandomNumberGenerator {
  var state: UInt64

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}
