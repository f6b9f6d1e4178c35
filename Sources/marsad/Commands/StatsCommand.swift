import ArgumentParser
import MarsadQueue

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

  func run() async throws {
    let settings = try shared.settings()
    try await RedisSession.with(settings) { session in
      guard watch else { return show(try await session.queue.stats(), after: nil, settings) }
      let interval = SettingForm.duration(interval) ?? .seconds(1)
      try await Interruption.interruptible {
        var last: QueueStats?
        while true {
          let stats = try await session.queue.stats()
          show(stats, after: last, settings)
          last = stats
          try await Task.sleep(for: interval)
        }
      }
    }
  }

  private func show(_ stats: QueueStats, after last: QueueStats?, _ settings: Settings) {
    let view = StatsView(stats, after: last, queue: settings[.queue])
    guard !shared.json else { return Output.line(view.json) }
    // Clear once; then home, draw, and clear what is left of the last picture, without the flicker of clearing first.
    let isPicture = watch && Terminal.isTerminal(1)
    let text = view.text(isColored: Terminal.usesColor(settings[.color]))
    let start = last == nil ? "\u{1b}[2J\u{1b}[H" : "\u{1b}[H"
    Output.line(isPicture ? start + text.replacing("\n", with: "\u{1b}[K\n") + "\u{1b}[J" : text)
  }

  func validate() throws {
    guard let interval = SettingForm.duration(interval), interval >= .milliseconds(100) else {
      throw ValidationError("--interval must be a time of at least 100ms.")
    }
  }
}
