import ArgumentParser
import MarsadQueue

struct PauseCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "pause",
    abstract: "Workers take no new jobs; what they hold they finish.",
    discussion: """
      EXAMPLES
        marsad pause
        marsad pause --queue breaking
      """)

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let settings = try shared.settings()
    try await RedisSession.with(settings) { session in try await session.queue.pause() }
    shared.report("paused", true, "\(settings[.queue]) is paused; `marsad resume` ends that")
  }
}
