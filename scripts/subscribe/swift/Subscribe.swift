import Foundation
import Logging
import RedisClient

/// Prints completion events as JSON lines, from stream entry argv[1] on (default: all). REDIS_URL says where Redis is.
@main struct Subscribe {
  static func main() async throws {
    let url = ProcessInfo.processInfo.environment["REDIS_URL"] ?? "redis://127.0.0.1:6379"
    let redis = RedisClient(try RedisConfiguration(url: url), logger: Logger(label: "subscribe"))
    let stream: RedisArgument = "marsad:{articles}:events"
    var last = CommandLine.arguments.dropFirst().first ?? "0"
    while true {
      let read = RedisCommand("XREAD", "COUNT", 100, "BLOCK", 5000, "STREAMS", stream, RedisArgument(last))
      for entry in StreamEntry.streams(try await redis.send(read)).flatMap(\.entries) {
        FileHandle.standardOutput.write(Data((entry["event"] ?? []) + [0x0a]))
        last = entry.id
      }
    }
  }
}
