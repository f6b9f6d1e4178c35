import MarsadReport
public import MarsadWire

/// What becomes of a job in hand.
public struct Settlement: Sendable {
  enum Kind: Sendable {
    case done(EncodedEvent)
    case buried(EncodedEvent, code: String, message: String)
    case again(state: String, attempt: Int, delay: Duration, code: String)
  }

  /// The job.
  public let job: LeasedJob
  /// Its id.
  public let id: String
  let kind: Kind

  /// Finished: analysed or expired. The event is published; the report stands in Redis already.
  public static func done(_ job: LeasedJob, id: String, event: EncodedEvent) -> Settlement {
    Settlement(job: job, id: id, kind: .done(event))
  }

  /// Failed for good: kept whole in the dead set, with the reason, and the failed event published.
  public static func buried(
    _ job: LeasedJob, id: String, event: EncodedEvent, failure: CompletionEvent.Failure
  ) -> Settlement {
    Settlement(job: job, id: id, kind: .buried(event, code: failure.code, message: failure.message))
  }

  /// Failed for a passing reason: once more after a time, as the next attempt. No event.
  public static func retried(_ job: LeasedJob, id: String, after delay: Duration, code: String) -> Settlement
  {
    Settlement(
      job: job, id: id, kind: .again(state: "retrying", attempt: job.attempt + 1, delay: delay, code: code))
  }

  /// Not its time yet: back in line after a time, the attempt not counted. No event.
  public static func deferred(_ job: LeasedJob, id: String, until time: Timestamp) -> Settlement {
    let delay = max(0, time.milliseconds - job.taken.milliseconds)
    return Settlement(
      job: job, id: id,
      kind: .again(state: "pending", attempt: job.attempt, delay: .milliseconds(delay), code: ""))
  }
}

/// A completion event ready to be written. Encode it where the work is done, not on the session's event loop.
public struct EncodedEvent: Sendable {
  /// CloudEvents type.
  public let type: String
  /// `analyzed`, `failed`, `expired`.
  public let outcome: String
  /// The result id, empty where there is none.
  public let result: String
  /// The attempt that ended the job.
  public let attempt: Int
  /// One line of JSON.
  public let json: [UInt8]

  /// Encodes an event.
  public init(_ event: CompletionEvent) {
    self.init(
      type: event.outcome.type, outcome: event.outcome.rawValue,
      result: event.result?.identity.resultID.description ?? "", attempt: event.attempt, json: event.encoded()
    )
  }

  package init(type: String, outcome: String, result: String, attempt: Int, json: [UInt8]) {
    self.type = type
    self.outcome = outcome
    self.result = result
    self.attempt = attempt
    self.json = json
  }
}
