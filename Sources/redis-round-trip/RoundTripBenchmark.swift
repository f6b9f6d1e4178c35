import Glibc
import Logging
import NIOCore
import NIOPosix
import RedisClient

/// Prints how long a lone command takes to come back, and how many replies a second a pipeline brings.
///
///     swift run -c release redis-round-trip unix:///tmp/redis.sock [commands]
@main
struct RoundTripBenchmark {
  static func main() async throws {
    let arguments = CommandLine.arguments
    guard arguments.count > 1, let count = Int(arguments.count > 2 ? arguments[2] : "20000"), count > 0 else {
      print("usage: redis-round-trip URL [commands]")
      exit(2)
    }
    let configuration = try RedisConfiguration(url: arguments[1])
    let logger = Logger(label: "redis-round-trip")
    let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
    let connection = try await RedisConnection.connect(configuration, on: group.next(), logger: logger)
    let pinned = PinnedCaller(connection)
    let client = RedisClient(configuration, group: group, logger: logger)
    for round in 1...3 {
      print("round \(round)")
      try await pinned.lone(count).print("lone PING, caller on the connection's loop")
      try await plainLone(connection, count).print("lone PING, plain async caller")
      try await clientLone(client, count).print("lone PING through RedisClient, plain async caller")
      try await pinned.pipelined(count / 64 + 1).print("GET of 4.5 kB, 64 a pipeline, caller on the loop")
    }
    await client.shutdown()
    await connection.close()
    try await group.shutdownGracefully()
  }

  @concurrent
  static func plainLone(_ connection: RedisConnection, _ count: Int) async throws -> Sample {
    try await Sample.take(count) { _ = try await connection.send(RedisCommand("PING")) }
  }

  @concurrent
  static func clientLone(_ client: RedisClient, _ count: Int) async throws -> Sample {
    try await Sample.take(count) { _ = try await client.send(RedisCommand("PING")) }
  }
}

/// A caller whose code runs on the connection's own event loop.
actor PinnedCaller {
  private let connection: RedisConnection
  nonisolated var unownedExecutor: UnownedSerialExecutor {
    unsafe connection.eventLoop.executor.asUnownedSerialExecutor()
  }

  init(_ connection: RedisConnection) { self.connection = connection }

  func lone(_ count: Int) async throws -> Sample {
    try await Sample.take(count) { _ = try await connection.send(RedisCommand("PING")) }
  }

  /// `batches` pipelines of 64 replies of an article's size.
  func pipelined(_ batches: Int) async throws -> Sample {
    let article = [UInt8](repeating: 0x61, count: 4_500)
    _ = try await connection.send(RedisCommand("SET", "redis-round-trip", RedisArgument(article)))
    let commands = [RedisCommand](repeating: RedisCommand("GET", "redis-round-trip"), count: 64)
    let sample = try await Sample.take(batches, unitsEach: commands.count) {
      let replies = try await connection.pipeline(commands)
      guard replies.allSatisfy({ $0 == .bulk(article) }) else {
        throw RedisError.unexpectedReply(command: "GET", reply: "other bytes")
      }
    }
    _ = try await connection.send(RedisCommand("DEL", "redis-round-trip"))
    return sample
  }
}
