import JSONBytes

/// A value in a report's tree together with the way to it, so that an error can say where it is.
struct ReportField {
  let path: String
  let value: JSONValue

  /// A member of this object.
  subscript(name: String) -> ReportField { ReportField(path: path + "." + name, value: value[name]) }

  /// The elements of this array.
  func elements() throws(ReportDecodingError) -> [ReportField] {
    guard let elements = value.elements else { throw unexpected("a list") }
    return elements.enumerated().map { ReportField(path: "\(path)[\($0)]", value: $1) }
  }

  /// The elements of this array, each decoded.
  func list<Element>(
    _ decode: (ReportField) throws(ReportDecodingError) -> Element
  ) throws(ReportDecodingError) -> [Element] {
    var list: [Element] = []
    for element in try elements() { list.append(try decode(element)) }
    return list
  }

  /// Nil for null, else decoded.
  func optional<Value>(
    _ decode: (ReportField) throws(ReportDecodingError) -> Value
  ) throws(ReportDecodingError) -> Value? {
    value == .null ? nil : try decode(self)
  }

  func text() throws(ReportDecodingError) -> String {
    guard let text = value.text else { throw unexpected("a text") }
    return text
  }

  func double() throws(ReportDecodingError) -> Double {
    guard let double = value.double else { throw unexpected("a number") }
    return double
  }

  func integer() throws(ReportDecodingError) -> Int {
    guard let integer = value.integer else { throw unexpected("a whole number") }
    return integer
  }

  func bool() throws(ReportDecodingError) -> Bool {
    guard case .bool(let bool) = value else { throw unexpected("true or false") }
    return bool
  }

  func choice<Choice: RawRepresentable & CaseIterable>(
    _: Choice.Type
  ) throws(ReportDecodingError) -> Choice where Choice.RawValue == String {
    guard let choice = value.text.flatMap(Choice.init(rawValue:)) else {
      throw unexpected("one of " + Choice.allCases.map(\.rawValue).joined(separator: ", "))
    }
    return choice
  }

  func span() throws(ReportDecodingError) -> Range<Int> {
    let ends = value.elements?.compactMap(\.integer) ?? []
    guard ends.count == 2, ends[0] >= 0, ends[0] <= ends[1] else { throw unexpected("a span [from, to]") }
    return ends[0]..<ends[1]
  }

  func identifier<Kind>() throws(ReportDecodingError) -> Report.Identifier<Kind> {
    let prefix = Kind.identifierPrefix.description
    guard let text = value.text, text.hasPrefix(prefix), let index = Int(text.dropFirst(prefix.count)),
      index >= 0
    else { throw unexpected("an id such as \(prefix)0") }
    return Report.Identifier(index)
  }

  func unexpected(_ expected: String) -> ReportDecodingError {
    .unexpectedField(path: path, expected: expected)
  }
}
