import ArgumentParser
import MarsadQueue

struct QueueCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "queue",
    abstract: "Operations on a whole queue.",
    discussion: """
      EXAMPLES
        marsad queue purge
      """,
    subcommands: [QueuePurgeCommand.self])
}

struct QueuePurgeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "purge",
    abstract: "Forget all jobs that wait, due or not. Asks first.",
    discussion: """
      What workers hold goes on; no events are published for what is forgotten; dead letters stay.

      EXAMPLES
        marsad queue purge
        marsad queue purge --queue test --yes
      """)

  @OptionGroup var shared: SharedOptions

  @Flag(help: "Do not ask.")
  var yes = false

  func run() async throws {
    let settings = try shared.settings()
    let count = try await RedisSession.with(settings) { session in
      let stats = try await session.queue.stats()
      try Confirmation.require(
        "Forget \(stats.pending) pending and \(stats.scheduled) scheduled jobs of \(settings[.queue])?",
        yes: yes)
      return try await session.queue.purge()
    }
    shared.report("purged", count, "\(count) jobs forgotten")
  }
}
