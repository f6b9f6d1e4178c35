import Foundation
import RedisClient

/// Where a setting's value came from, weakest last.
enum SettingOrigin: Sendable, Equatable {
  case flag
  case environment
  case file(String)
  case builtIn

  /// For a table.
  var label: String {
    switch self {
    case .flag: "flag"
    case .environment: "environment"
    case .file(let path): path
    case .builtIn: "default"
    }
  }

  /// For an error's text.
  func place(of setting: Setting) -> String {
    switch self {
    case .flag: setting.flag
    case .environment: setting.environmentName
    case .file(let path): "\(setting.rawValue) in \(path)"
    case .builtIn: "default of \(setting.rawValue)"
    }
  }
}

/// The effective configuration: flags over `MARSAD_*` over the file over defaults, every value checked.
struct Settings: Sendable {
  private let values: [Setting: (text: String, origin: SettingOrigin)]

  /// Merges the sources.
  ///
  /// - Parameter file: path and values of the configuration file, where there is one.
  init(
    flags: [Setting: String], environment: [String: String], file: (path: String, values: [Setting: String])?
  ) throws(ConfigurationError) {
    var values: [Setting: (text: String, origin: SettingOrigin)] = [:]
    for setting in Setting.allCases {
      let found: (text: String, origin: SettingOrigin)
      if let text = flags[setting] {
        found = (text, .flag)
      } else if let text = environment[setting.environmentName] {
        found = (text, .environment)
      } else if let file, let text = file.values[setting] {
        found = (text, .file(file.path))
      } else {
        found = (setting.fallback, .builtIn)
      }
      guard setting.form.accepts(found.text) || (found.text.isEmpty && setting.fallback.isEmpty) else {
        throw .badValue(setting: setting, value: found.text, origin: found.origin)
      }
      values[setting] = found
    }
    self.values = values
  }

  /// Reads the file that `--config` or `MARSAD_CONFIG` names, else the first of the usual ones that exists.
  static func load(
    flags: [Setting: String], configurationFile: String?,
    environment: [String: String] = ProcessInfo.processInfo.environment
  ) throws(ConfigurationError) -> Settings {
    let named = configurationFile ?? environment["MARSAD_CONFIG"].flatMap { $0.isEmpty ? nil : $0 }
    let path =
      named ?? usualFiles(environment: environment).first { FileManager.default.fileExists(atPath: $0) }
    guard let path else { return try Settings(flags: flags, environment: environment, file: nil) }
    let text: String
    do {
      text = String(decoding: try InputFile.bytes(path), as: UTF8.self)
    } catch {
      throw .unreadable(reason: error.description)
    }
    let values = try ConfigurationFile.parse(text, path: path)
    return try Settings(flags: flags, environment: environment, file: (path, values))
  }

  /// Where a configuration file is looked for, in this order.
  static func usualFiles(environment: [String: String]) -> [String] {
    var files: [String] = []
    if let base = environment["XDG_CONFIG_HOME"], !base.isEmpty {
      files.append(base + "/marsad/marsad.conf")
    } else if let home = environment["HOME"], !home.isEmpty {
      files.append(home + "/.config/marsad/marsad.conf")
    }
    return files + ["/etc/marsad/marsad.conf"]
  }

  /// The value as written.
  subscript(setting: Setting) -> String { values[setting]?.text ?? setting.fallback }

  /// Where the value came from.
  func origin(of setting: Setting) -> SettingOrigin { values[setting]?.origin ?? .builtIn }

  /// The value as it may be shown: without the password of a URL.
  func shown(_ setting: Setting) -> String {
    setting.form == .secretURL ? Settings.redacted(self[setting]) : self[setting]
  }

  /// A count; the setting's form guarantees that it is one, where it is not empty.
  func count(_ setting: Setting) -> Int? { Int(self[setting]) }

  /// A duration; nil for an empty setting.
  func duration(_ setting: Setting) -> Duration? { SettingForm.duration(self[setting]) }

  /// A size in bytes; nil for an empty setting.
  func bytes(_ setting: Setting) -> Int? { SettingForm.bytes(self[setting]) }

  /// The queues of a worker with their weights.
  var weightedQueues: [(queue: String, weight: Int)] {
    SettingForm.weights(self[.queues]) ?? [(self[.queue], 1)]
  }

  /// The URL without its secrets; one that cannot be understood is hidden whole.
  static func redacted(_ url: String) -> String {
    (try? RedisConfiguration(url: url).description) ?? "***"
  }
}
