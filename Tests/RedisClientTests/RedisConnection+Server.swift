import Logging
import MarsadTestSupport
import NIOPosix
import RedisClient

extension RedisConnection {
  /// A connection to a private server's socket.
  static func connect(_ server: RedisServer) async throws -> RedisConnection {
    try await connect(url: server.url)
  }

  /// A connection to a URL.
  static func connect(url: String) async throws -> RedisConnection {
    try await connect(
      RedisConfiguration(url: url), on: MultiThreadedEventLoopGroup.singleton.next(),
      logger: Logger(label: "test"))
  }
}

/// A connection to a private server, closed with it.
func withConnection<R>(
  _ arguments: [String] = [], _ body: (RedisConnection, RedisServer) async throws -> R
) async throws -> R {
  try await withRedis(arguments) { server in
    let connection = try await RedisConnection.connect(server)
    let result = try await body(connection, server)
    await connection.close()
    return result
  }
}
