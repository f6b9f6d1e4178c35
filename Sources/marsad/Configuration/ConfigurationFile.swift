/// Parses the configuration file: `key = value` lines, `#` comments, blank lines; a key is a setting's name.
///
/// Values are taken as they stand, without their outer blanks; quotation marks around a whole value are dropped.
enum ConfigurationFile {
  /// Reads the settings out of a file's text.
  ///
  /// - Parameter path: where the text came from, for errors.
  static func parse(_ text: String, path: String) throws(ConfigurationError) -> [Setting: String] {
    var values: [Setting: String] = [:]
    var number = 0
    for line in text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline) {
      number += 1
      let line = trim(line)
      if line.isEmpty || line.hasPrefix("#") { continue }
      guard let equals = line.firstIndex(of: "=") else {
        throw .notAnAssignment(file: path, line: number, text: String(line))
      }
      let key = trim(line[..<equals])
      guard let setting = Setting(rawValue: String(key)) else {
        throw .unknownSetting(file: path, line: number, name: String(key))
      }
      guard values[setting] == nil else {
        throw .setTwice(file: path, line: number, name: setting.rawValue)
      }
      var value = trim(line[line.index(after: equals)...])
      if value.count >= 2, value.hasPrefix("\""), value.hasSuffix("\"") {
        value = value.dropFirst().dropLast()
      }
      values[setting] = String(value)
    }
    return values
  }

  private static func trim(_ text: Substring) -> Substring {
    var text = text
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return text
  }
}

/// Why there is no usable configuration.
enum ConfigurationError: Error, Equatable, CustomStringConvertible {
  case unreadable(reason: String)
  case notAnAssignment(file: String, line: Int, text: String)
  case unknownSetting(file: String, line: Int, name: String)
  case setTwice(file: String, line: Int, name: String)
  case badValue(setting: Setting, value: String, origin: SettingOrigin)

  var description: String {
    switch self {
    case .unreadable(let reason):
      "the configuration file cannot be read: \(reason)"
    case .notAnAssignment(let file, let line, let text):
      "\(file):\(line): '\(text)' is no 'name = value' line"
    case .unknownSetting(let file, let line, let name):
      "\(file):\(line): there is no setting '\(name)'; `marsad config` lists them"
    case .setTwice(let file, let line, let name):
      "\(file):\(line): '\(name)' is set a second time; keep one of the two"
    case .badValue(let setting, let value, let origin):
      "\(origin.place(of: setting)): '\(setting.form == .secretURL ? "<redacted>" : value)' is not "
        + setting.form.expectation
    }
  }
}
