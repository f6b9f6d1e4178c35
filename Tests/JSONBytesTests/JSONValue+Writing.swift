import JSONBytes

extension JSONValue {
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
    case .number(let value): json.raw(Array("\(value)".utf8))
    case .bool(let value): json.bool(value)
    case .null: json.null()
    }
  }
}
