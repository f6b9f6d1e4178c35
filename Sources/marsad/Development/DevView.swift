import Foundation
import MarsadQueue
import MarsadWire
import RedisClient

/// What `marsad dev` shows: how to push, each job's end, and a last line with the queue's numbers where people look.
struct DevView: Sendable {
  private let session: RedisSession
  private let isJSON: Bool
  private let isColored: Bool

  init(_ session: RedisSession, isJSON: Bool, isColored: Bool) {
    self.session = session
    self.isJSON = isJSON
    self.isColored = isColored
  }

  /// Says where everything is and how to use it; on standard error, so that events stay alone on standard output.
  func greet(_ redis: PrivateRedis) {
    Output.note(
      """
      Redis  \(redis.url)\(redis.isAdopted ? "  (was running already)" : "")
      data   \(redis.directory.path)
      push   redis-cli -s \(redis.socket) LPUSH '\(session.keys.pending)' '{"text":"…"}'
             MARSAD_REDIS=\(redis.url) marsad enqueue article.txt --wait
      events redis-cli -s \(redis.socket) XREAD BLOCK 0 STREAMS '\(session.keys.events)' 0
      Ctrl-C ends it; jobs, reports and events stay for the next time.

      """)
  }

  /// Shows the ends of jobs until it is cancelled.
  func run() async throws {
    var stream = try await EventStream.fromNow(session.queue)
    let hasStatus = !isJSON && Terminal.isTerminal(2)
    var last: QueueStats?
    while true {
      let events = try await stream.next(count: 100, wait: .seconds(1))
      if hasStatus { Output.draw("") }
      for event in events {
        if isJSON {
          Output.line(event.json)
        } else {
          Output.line(try ObservedEvent(parsing: event.json).line(isColored: isColored))
        }
      }
      guard hasStatus else { continue }
      let stats = try await session.queue.stats()
      Output.draw(StatsView(stats, after: last, queue: session.keys.queue).line)
      last = stats
    }
  }

  /// Says what stays.
  func leave(_ redis: PrivateRedis) {
    Output.note("\nstopped; `marsad dev` goes on with \(redis.directory.path)")
  }
}
