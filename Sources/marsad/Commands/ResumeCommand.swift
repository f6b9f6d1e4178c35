import ArgumentParser
import MarsadQueue

struct ResumeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "resume",
    abstract: "Workers take jobs again after a pause.",
    discussion: """
      EXAMPLES
        marsad resume
        marsad resume --queue breaking
      """)

  @OptionGroup var shared: SharedOptions

  func run() async throws {
    let settings = try shared.settings()
    let wasPaused = try await RedisSession.with(settings) { session in try await session.queue.resume() }
    shared.report("resumed", wasPaused, "\(settings[.queue]) \(wasPaused ? "goes on" : "was not paused")")
  }
}
