import ArgumentParser
import JSONBytes

struct ConfigCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "config",
    abstract: "Show every setting: its value, where it comes from, what it means.",
    discussion: """
      Flags win over MARSAD_* variables, these over the file, the file over defaults. The file is the one that
      --config or MARSAD_CONFIG names, else ~/.config/marsad/marsad.conf, else /etc/marsad/marsad.conf, with lines
        redis = rediss://worker:secret@redis.example:6380
        drain-deadline = 25s
      Passwords are never shown.

      EXAMPLES
        marsad config
        MARSAD_QUEUE=breaking marsad config --json
      """)

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let settings = try shared.settings()
    guard !shared.json else { return Output.line(ConfigCommand.json(settings)) }
    var table = Table([
      ("SETTING", .left), ("VALUE", .left), ("FROM", .left), ("VARIABLE", .left), ("MEANING", .left),
    ])
    for setting in Setting.allCases {
      let value = settings.shown(setting)
      table.add([
        setting.rawValue, value.isEmpty ? "-" : value, settings.origin(of: setting).label,
        setting.environmentName, setting.meaning,
      ])
    }
    Output.table(table, color: settings[.color])
  }

  /// An object of settings: value, origin, environment variable.
  private static func json(_ settings: Settings) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    for setting in Setting.allCases {
      writer.key(setting.rawValue)
      writer.beginObject()
      writer.member("value", settings.shown(setting))
      writer.member("from", settings.origin(of: setting).label)
      writer.member("variable", setting.environmentName)
      writer.endObject()
    }
    writer.endObject()
    return writer.finish()
  }
}
