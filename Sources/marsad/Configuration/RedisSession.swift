import Logging
import MarsadQueue
import MarsadWire
import RedisClient

/// The Redis that the settings name, and the keys of the queue there.
struct RedisSession: Sendable {
  let queue: QueueClient
  /// The connection under the queue.
  var client: RedisClient { queue.redis }
  /// The queue's keys.
  var keys: KeyNames { queue.keys }

  /// Nothing is connected before the first command.
  init(_ settings: Settings) throws {
    var configuration = try RedisConfiguration(url: settings[.redis])
    if configuration.clientName == nil { configuration.clientName = "marsad" }
    queue = QueueClient(
      keys: try KeyNames(prefix: settings[.prefix], queue: settings[.queue]),
      redis: RedisClient(configuration, logger: RedisSession.logger(settings)))
  }

  /// Logs lines on standard error at the level of the settings.
  static func logger(_ settings: Settings) -> Logger {
    var logger = Logger(label: "marsad") { StreamLogHandler.standardError(label: $0) }
    logger.logLevel = Logger.Level(rawValue: settings[.logLevel]) ?? .info
    return logger
  }

  /// Runs the body with a session, and closes its connections after it.
  static func with<Value>(
    _ settings: Settings, _ body: (RedisSession) async throws -> Value
  ) async throws -> Value {
    let session = try RedisSession(settings)
    do {
      let value = try await body(session)
      await session.client.shutdown()
      return value
    } catch {
      await session.client.shutdown()
      throw error
    }
  }
}
