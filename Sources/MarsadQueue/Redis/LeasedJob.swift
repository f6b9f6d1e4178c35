public import MarsadWire

/// One job in hand: its bytes, and what the queue knows of it. Good until its life ends.
public struct LeasedJob: Sendable {
  /// How a job must be treated.
  public enum Handling: Sendable, Equatable {
    /// Like any other.
    case normal
    /// A worker died with it in hand: with nothing else running in this process, after `markRunning`.
    case alone
    /// It took too many workers down: bury it, do not analyse it.
    case poison
  }

  /// The bytes as they stand in Redis, envelope included.
  public let bytes: [UInt8]
  /// Where the payload is in `bytes`.
  public let payloadRange: Range<Int>
  /// Which attempt this is, from 1.
  public let attempt: Int
  /// How many workers died with it in hand.
  public let deaths: Int
  /// When it entered the queue, by the server's clock; nil for a job that was pushed by hand.
  public let enqueued: Timestamp?
  /// When it was taken, by the server's clock.
  public let taken: Timestamp
  /// How it must be treated.
  public let handling: Handling
  /// The id in the envelope.
  let envelopeID: String?
  /// Which life of the session holds it.
  let generation: UInt64
  /// Its place in the life's ledger.
  let position: UInt64
  /// What it is called where nobody gave it an id.
  let fallbackID: String

  init(
    _ bytes: [UInt8], life: String, generation: UInt64, position: UInt64, taken: Timestamp, maximumDeaths: Int
  ) {
    let (envelope, payload) = Envelope.split(bytes)
    self.bytes = bytes
    payloadRange = payload
    attempt = envelope?.attempt ?? 1
    deaths = envelope?.deaths ?? 0
    enqueued = envelope?.enqueuedMilliseconds.map { Timestamp(milliseconds: $0) }
    self.taken = taken
    handling = deaths >= maximumDeaths ? .poison : deaths > 0 ? .alone : .normal
    envelopeID = envelope?.id
    self.generation = generation
    self.position = position
    fallbackID = "\(life)-\(position)"
  }

  /// The job as it was pushed. - Complexity: O(bytes), a copy.
  public var payload: [UInt8] { payloadRange.count == bytes.count ? bytes : Array(bytes[payloadRange]) }

  /// The job's id: the producer's, else the queue's.
  public func id(_ attributes: JobAttributes?) -> String { attributes?.id ?? envelopeID ?? fallbackID }
}
