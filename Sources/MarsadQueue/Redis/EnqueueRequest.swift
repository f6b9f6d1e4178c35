public import MarsadWire
import RedisClient

/// One job for `QueueClient.enqueue`.
public struct EnqueueRequest: Sendable {
  /// What workers get, byte for byte.
  public var payload: [UInt8]
  /// Unique within the window.
  public var id: String
  /// First in line.
  public var isUrgent: Bool
  /// Not before this time.
  public var notBefore: Timestamp?

  /// A payload with what the queue must know of it; without an id it gets a random one.
  public init(payload: [UInt8], id: String? = nil, isUrgent: Bool = false, notBefore: Timestamp? = nil) {
    self.payload = payload
    self.id = id ?? Self.randomID()
    self.isUrgent = isUrgent
    self.notBefore = notBefore
  }

  /// A payload whose own fields say all that; throws where no worker could ever use it.
  public init(parsing payload: [UInt8], limits: JobLimits = JobLimits()) throws(JobRejection) {
    let attributes = try Job(parsing: payload, limits: limits).attributes
    self.init(
      payload: payload, id: attributes.id, isUrgent: attributes.isUrgent, notBefore: attributes.notBefore)
  }

  private static func randomID() -> String {
    String(UInt64.random(in: .min ... .max), radix: 36) + String(UInt64.random(in: .min ... .max), radix: 36)
  }
}

/// What became of an enqueued job.
public enum Enqueued: Sendable, Equatable {
  /// In line.
  case pending(id: String)
  /// Waits for its time.
  case scheduled(id: String)
  /// A job of this id was enqueued within the window; this one was not.
  case duplicate(id: String)
  /// As many jobs are pending as may be; this one was not enqueued. Try again later.
  case full

  init(_ reply: RedisValue, id: String) {
    switch (reply.int, reply.int.flatMap(ScriptRefusal.init)) {
    case (_, .duplicate): self = .duplicate(id: id)
    case (_, .full): self = .full
    case (2, _): self = .scheduled(id: id)
    default: self = .pending(id: id)
    }
  }
}
