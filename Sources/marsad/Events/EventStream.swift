import MarsadQueue
import RedisClient

/// Where a subscriber gets its events from: the stream alone, or as a member of a group.
protocol EventSource {
  /// The next events, at most `count`; empty where none came within `wait`.
  mutating func next(count: Int, wait: Duration) async throws -> [StreamedEvent]
  /// Says that events were dealt with.
  func acknowledge(_ events: [StreamedEvent]) async throws
}

/// A queue's completion events in order, from a point of its stream on.
struct EventStream: EventSource {
  private let queue: QueueClient
  private var position: String

  /// Begins after an entry; `0` is before the first one.
  init(_ queue: QueueClient, after position: String) {
    self.queue = queue
    self.position = position
  }

  /// Begins after the last entry that there is now: unlike Redis's `$`, with no gap between two reads.
  static func fromNow(_ queue: QueueClient) async throws(RedisError) -> EventStream {
    EventStream(queue, after: try await queue.lastEventEntry())
  }

  mutating func next(count: Int, wait: Duration) async throws -> [StreamedEvent] {
    let events = try await queue.events(after: position, count: count, wait: wait > .zero ? wait : nil)
    if let last = events.last { position = last.entry }
    return events
  }

  func acknowledge(_: [StreamedEvent]) {}
}

/// One member's share of a queue's completion events: each event goes to one member of the group; what a member was given
/// and did not acknowledge in time is claimed by another.
struct EventGroup: EventSource {
  private let queue: QueueClient
  private let group: String
  private let member: String
  /// How long another member may hold an event before it is claimed.
  private let claimAfter: Duration
  private var lastClaim: ContinuousClock.Instant?
  /// What this member was given before and did not acknowledge comes first.
  private var hasOwn = true

  /// Joins a group, which is made, to begin after `start`, where it does not exist.
  init(
    _ queue: QueueClient, group: String, member: String, start: String, claimAfter: Duration
  ) async throws(RedisError) {
    self.queue = queue
    self.group = group
    self.member = member
    self.claimAfter = claimAfter
    try await queue.makeEventGroup(group, after: start)
  }

  mutating func next(count: Int, wait: Duration) async throws -> [StreamedEvent] {
    if hasOwn {
      let own = try await queue.events(group: group, member: member, count: count, unacknowledged: true)
      hasOwn = !own.isEmpty
      if hasOwn { return own }
    }
    let now = ContinuousClock.now
    if lastClaim.map({ now - $0 >= min(claimAfter, .seconds(1)) }) ?? true {
      let claimed = try await queue.claimEvents(group: group, member: member, idle: claimAfter, count: count)
      // Where there was something there may be more: look again at once.
      if !claimed.events.isEmpty { return claimed.events }
      lastClaim = now
    }
    let patience = min(wait, max(claimAfter, .milliseconds(100)))
    return try await queue.events(
      group: group, member: member, count: count, wait: wait > .zero ? patience : nil)
  }

  func acknowledge(_ events: [StreamedEvent]) async throws {
    try await queue.acknowledge(events.map(\.entry), group: group)
  }
}
