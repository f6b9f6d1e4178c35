import ArgumentParser

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
}
