import MarsadQueue
import MarsadWire
import RedisClient
import Synchronization

/// How full the worker's queues are, whoever works on them: asked of Redis when somebody wants to know.
final class QueueTotals: Sendable {
  /// One queue in numbers.
  typealias Total = (queue: String, stats: QueueStats)

  private struct State {
    var totals: [Total] = []
    var time: ContinuousClock.Instant?
    var look: Task<Void, Never>?
  }
  /// How long an answer holds: scrapers that come all at once cost Redis one look.
  private static let validity = Duration.seconds(1)
  /// How long a scrape waits for Redis.
  private static let patience = Duration.milliseconds(700)

  private let clients: [QueueClient]
  private let state = Mutex(State())

  /// - Parameter redis: of its own, since a look that takes too long ends its connection.
  init(_ queues: [KeyNames], redis: RedisClient) {
    clients = queues.map { QueueClient(keys: $0, redis: redis) }
  }

  /// What Redis told within the last second or so. A queue that it did not tell of is left out: an autoscaler must not
  /// take silence for an empty queue.
  func read() async -> [Total] {
    if let totals = recent { return totals }
    let look = state.withLock { state in
      let look = state.look ?? Task { await self.look() }
      state.look = look
      return look
    }
    // A look may wait for a connection for longer than any scraper does; it goes on by itself.
    let isOver = OneShot()
    Task {
      await look.value
      isOver.fire()
    }
    let timer = Task {
      try? await Task.sleep(for: Self.patience)
      isOver.fire()
    }
    await isOver.wait()
    timer.cancel()
    return recent ?? []
  }

  private var recent: [Total]? {
    state.withLock { state in state.time.map { .now - $0 < Self.validity } == true ? state.totals : nil }
  }

  private func look() async {
    var totals: [Total] = []
    for client in clients {
      guard let stats = try? await client.stats(timeout: Self.patience) else { continue }
      totals.append((client.keys.queue, stats))
    }
    state.withLock { $0 = State(totals: totals, time: .now) }
  }
}
