import ArgumentParser
import Foundation
import MarsadCore
import MarsadQueue
import MarsadWorker
import RedisClient

struct DevCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dev",
    abstract: "A private Redis, a worker and a live view: ready for jobs from any client.",
    discussion: """
      Redis listens on a unix socket in a directory of its own and keeps an append-only file there, so that nothing is
      lost between runs. Ctrl-C drains the worker and stops Redis.

      EXAMPLES
        marsad dev
        marsad dev --directory ./marsad-data
        marsad dev --json                             events as JSON lines instead of the view
      """)

  @OptionGroup var shared: SharedOptions

  @Option(help: ArgumentHelp("Where Redis keeps socket and data.", valueName: "directory"))
  var directory: String?

  func run() async throws {
    let before = try shared.settings([.devDirectory: directory])
    let analyzer = try Analyzer.configured(by: before)
    let redis = try await PrivateRedis(directory: DevCommand.directory(before))
    let settings = try shared.settings([.devDirectory: directory, .redis: redis.url, .logLevel: "warning"])
    let session = try RedisSession(settings)
    do {
      let worker = try Worker(settings, analyzer)
      let view = DevView(session, isJSON: shared.json, isColored: Terminal.usesColor(settings[.color]))
      view.greet(redis)
      try await Interruption.interruptible {
        try await withThrowingTaskGroup(of: Void.self) { group in
          group.addTask { try await worker.run() }
          group.addTask { try await view.run() }
          // Neither ends by itself; when they are cancelled, the worker drains.
          try await group.next()
          group.cancelAll()
          while try await group.next() != nil {}
        }
      }
      view.leave(redis)
    } catch {
      await redis.stop()
      throw error
    }
    await session.client.shutdown()
    await redis.stop()
  }

  private static func directory(_ settings: Settings) -> String {
    let named = settings[.devDirectory]
    if !named.isEmpty { return named }
    return FileManager.default.homeDirectoryForCurrentUser.appending(path: ".local/share/marsad/dev").path
  }
}
