/// Key and value in one call.
extension JSONWriter {
  /// A string, or null.
  public mutating func member(_ name: StaticString, _ value: String?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  /// A string given as valid UTF-8, or null.
  public mutating func member(_ name: StaticString, _ value: [UInt8]?) {
    key(name)
    if let value { string(value) } else { null() }
  }

  /// A whole number, or null.
  public mutating func member(_ name: StaticString, _ value: Int?) {
    key(name)
    if let value { integer(value) } else { null() }
  }

  /// `true` or `false`.
  public mutating func member(_ name: StaticString, _ value: Bool) {
    key(name)
    bool(value)
  }

  /// A number rounded as by `fixed(_:places:)`, or null.
  public mutating func member(_ name: StaticString, _ value: Double?, places: Int) {
    key(name)
    if let value { fixed(value, places: places) } else { null() }
  }

  /// A value that is JSON already, or null.
  public mutating func member(_ name: StaticString, raw value: [UInt8]?) {
    key(name)
    if let value { raw(value) } else { null() }
  }
}
