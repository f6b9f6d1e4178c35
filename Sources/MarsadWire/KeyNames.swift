public import MarsadReport

/// Why a prefix or a queue's name cannot be used in keys.
public enum KeyNamesError: Error, Equatable, CustomStringConvertible {
  /// It is empty.
  case empty(part: String)
  /// It holds a brace, a blank or a control character, or more than `KeyNames.longestPart` bytes.
  case unusable(part: String, name: String)

  /// One line for people.
  public var description: String {
    switch self {
    case .empty(let part): "the \(part) is empty; give it a name such as \"articles\""
    case .unusable(let part, let name):
      "the \(part) \"\(name)\" cannot be used in Redis keys: at most \(KeyNames.longestPart) bytes, "
        + "without braces, blanks and control characters"
    }
  }
}

/// Every Redis key of one queue, made in one place.
///
/// The queue's name is the hash tag, so all its keys share one slot of a cluster. Results have no hash tag: they spread
/// over the cluster and are shared by all queues of a prefix.
public struct KeyNames: Sendable, Hashable {
  /// The longest prefix or queue name, in bytes.
  public static let longestPart = 100

  /// `marsad`, unless configured otherwise.
  public let prefix: String
  /// The queue's name, `articles` unless configured otherwise.
  public let queue: String
  /// LIST: jobs, taken from the right.
  public let pending: String
  /// STREAM: one entry a finished job.
  public let events: String
  /// Channel: the same events, live.
  public let results: String
  /// STREAM: what failed for good, whole.
  public let dead: String
  /// ZSET: retries and jobs not yet due, score = when, ms.
  public let scheduled: String
  /// ZSET: living lives, score = lease deadline, ms.
  public let workers: String
  /// ZSET: ended lives, score = how long their lease lists stay under watch, ms.
  public let ended: String
  /// STRING: there while the queue is paused.
  public let paused: String
  /// HASH: what has been counted.
  public let counters: String
  private let tag: String

  /// Names the keys of a queue.
  public init(prefix: String = "marsad", queue: String = "articles") throws(KeyNamesError) {
    for (part, name) in [("key prefix", prefix), ("queue name", queue)] {
      guard !name.isEmpty else { throw .empty(part: part) }
      let isUsable = name.utf8.allSatisfy { $0 > 0x20 && $0 != 0x7F && $0 != 0x7B && $0 != 0x7D }
      guard isUsable, name.utf8.count <= Self.longestPart else { throw .unusable(part: part, name: name) }
    }
    self.init(checkedPrefix: prefix, queue: queue)
  }

  /// `marsad:{articles}:…`.
  public static let standard = KeyNames(checkedPrefix: "marsad", queue: "articles")

  private init(checkedPrefix prefix: String, queue: String) {
    self.prefix = prefix
    self.queue = queue
    tag = "\(prefix):{\(queue)}:"
    pending = tag + "pending"
    events = tag + "events"
    results = tag + "results"
    dead = tag + "dead"
    scheduled = tag + "scheduled"
    workers = tag + "workers"
    ended = tag + "ended"
    paused = tag + "paused"
    counters = tag + "counters"
  }

  /// HASH: state of one job.
  public func job(_ id: String) -> String { tag + "job:" + id }
  /// LIST: jobs in hand of one life.
  public func leased(_ life: String) -> String { tag + "leased:" + life }
  /// STRING: the suspect job that a life has begun.
  public func running(_ life: String) -> String { tag + "running:" + life }
  /// STRING: an entry of the index of near-duplicates, or a list of entries.
  public func near(_ name: String) -> String { tag + "near:" + name }
  /// STRING: one report.
  public func result(_ id: ResultID) -> String { "\(prefix):result:\(id)" }
}
