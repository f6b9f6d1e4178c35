public import MarsadWire

/// How a queue is worked on. The times of all workers of a queue should be equal.
public struct QueueConfiguration: Sendable {
  /// The queue's keys.
  public var keys: KeyNames
  /// This process's name, for people and events.
  public var worker: String
  /// How long a life's jobs stay its own after its last heartbeat.
  public var lease: Duration = .milliseconds(3500)
  /// Between heartbeats.
  public var beat: Duration = .milliseconds(750)
  /// How long one blocking wait lasts; a job that comes ends it at once.
  public var blockingWait: Duration = .seconds(2)
  /// Events kept in the stream, about.
  public var eventsLength = 1_000_000
  /// How long a job's state stays readable, and a second job of the same id is refused.
  public var stateLifetime: Duration = .seconds(24 * 3600)
  /// A job that took so many workers down is poison.
  public var maximumDeaths = 5
  /// How long the list of an ended life is looked after.
  public var watch: Duration = .seconds(24 * 3600)
  /// Bytes that one batch of jobs may bring, about.
  public var batchBytes = 16 << 20

  /// The defaults for a queue and a worker's name.
  public init(keys: KeyNames, worker: String) {
    self.keys = keys
    self.worker = worker
  }
}

extension Duration {
  /// Whole milliseconds.
  package var wholeMilliseconds: Int64 {
    components.seconds * 1000 + components.attoseconds / 1_000_000_000_000_000
  }
}
