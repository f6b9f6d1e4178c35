import ArgumentParser

struct StatsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "stats",
    abstract: "Show the queue: waiting, leased, scheduled, dead, workers, totals.",
    discussion: """
      EXAMPLES
        marsad stats
        marsad stats --watch --interval 500ms
        marsad stats --json | jq .pending
      """)

  @OptionGroup var shared: SharedOptions

  @Flag(help: "Show again and again, with rates, until Ctrl-C.")
  var watch = false

  @Option(help: ArgumentHelp("Time between two looks.", valueName: "time"))
  var interval = "1s"

  func validate() throws {
    guard let interval = SettingForm.duration(interval), interval >= .milliseconds(100) else {
      throw ValidationError("--interval must be a time of at least 100ms.")
    }
  }
}
