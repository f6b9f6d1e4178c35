import JSONBytes

/// Checks JSON against a schema of draft 2020-12, as far as the project's own schemas go.
///
/// A keyword that it does not know is a violation as well, so that no schema can promise what nothing checks.
/// `format` is an annotation, as the draft has it.
public struct SchemaValidator {
  private let root: JSONValue

  /// Takes a schema as it stands in its file.
  public init(schema: [UInt8]) throws(JSONError) { root = try JSONValue(parsing: schema) }

  /// All that is wrong with a JSON text, each with its place; empty where it is valid.
  public func violations(in json: [UInt8]) throws(JSONError) -> [String] {
    check(try JSONValue(parsing: json), against: root, at: "$")
  }

  private static let annotations: Set = ["$schema", "$id", "$defs", "title", "description", "format"]

  private func check(_ value: JSONValue, against schema: JSONValue, at place: String) -> [String] {
    guard case .object(let keywords) = schema else { return ["\(place): the schema is no object"] }
    return keywords.sorted { $0.key < $1.key }.flatMap { keyword, argument in
      check(value, keyword, argument, within: schema, at: place)
    }
  }

  private func check(
    _ value: JSONValue, _ keyword: String, _ argument: JSONValue, within schema: JSONValue, at place: String
  ) -> [String] {
    func demand(_ holds: Bool?) -> [String] { holds ?? true ? [] : ["\(place): \(keyword) does not hold"] }
    let limit = argument.double ?? 0
    switch keyword {
    case "type":
      let types = argument.elements ?? [argument]
      return demand(types.contains { isType($0.text ?? "", value) })
    case "const": return demand(value == argument)
    case "enum": return demand(argument.elements?.contains(value))
    case "pattern": return demand(value.text.map { text in matches(text, argument.text ?? "") })
    case "minimum": return demand(value.double.map { $0 >= limit })
    case "maximum": return demand(value.double.map { $0 <= limit })
    case "minLength": return demand(value.text.map { Double($0.unicodeScalars.count) >= limit })
    case "maxLength": return demand(value.text.map { Double($0.unicodeScalars.count) <= limit })
    case "minItems": return demand(value.elements.map { Double($0.count) >= limit })
    case "maxItems": return demand(value.elements.map { Double($0.count) <= limit })
    case "items":
      return (value.elements ?? []).enumerated()
        .flatMap { check($0.element, against: argument, at: "\(place)[\($0.offset)]") }
    case "required", "properties", "additionalProperties":
      guard case .object(let members) = value else { return [] }
      return check(members, keyword, argument, within: schema, at: place)
    case "anyOf":
      return demand(argument.elements?.contains { check(value, against: $0, at: place).isEmpty })
    case "$ref":
      let name = String((argument.text ?? "").dropFirst("#/$defs/".count))
      return check(value, against: root["$defs"][name], at: place)
    default: return Self.annotations.contains(keyword) ? [] : ["\(place): unknown keyword \(keyword)"]
    }
  }

  private func check(
    _ members: [String: JSONValue], _ keyword: String, _ argument: JSONValue, within schema: JSONValue,
    at place: String
  ) -> [String] {
    switch (keyword, argument) {
    case ("required", .array(let names)):
      return names.compactMap(\.text).filter { members[$0] == nil }.map { "\(place): \($0) is missing" }
    case ("properties", .object(let properties)):
      return properties.flatMap { name, schema in
        members[name].map { check($0, against: schema, at: "\(place).\(name)") } ?? []
      }
    case ("additionalProperties", let schemaOfRest):
      guard case .object(let known) = schema["properties"] == .null ? .object([:]) : schema["properties"]
      else {
        return ["\(place): properties is no object"]
      }
      let rest = members.filter { known[$0.key] == nil }
      if schemaOfRest == .bool(false) { return rest.keys.map { "\(place): \($0) is not in the schema" } }
      return rest.flatMap { check($0.value, against: schemaOfRest, at: "\(place).\($0.key)") }
    default: return ["\(place): malformed keyword \(keyword)"]
    }
  }

  private func isType(_ name: String, _ value: JSONValue) -> Bool {
    switch (name, value) {
    case ("object", .object), ("array", .array), ("string", .string), ("number", .number), ("boolean", .bool),
      ("null", .null):
      true
    case ("integer", .number(let number)): number == number.rounded()
    default: false
    }
  }

  private func matches(_ text: String, _ pattern: String) -> Bool {
    guard let expression = try? Regex(pattern).matchingSemantics(.unicodeScalar) else { return false }
    return text.firstMatch(of: expression) != nil
  }
}
