import JSONBytes
public import MarsadReport

/// What the world is told of one finished job: CloudEvents 1.0, structured mode, one line of JSON.
public struct CompletionEvent: Sendable, Equatable {
  /// What became of the job.
  public enum Outcome: String, Sendable, CaseIterable {
    case analyzed, failed, expired

    /// The event's CloudEvents type.
    public var type: String { "org.marsad.article.\(rawValue)" }
  }

  /// Where the report came from.
  public enum Cached: String, Sendable, CaseIterable {
    /// Analysed for this job.
    case none
    /// From this process's memory.
    case local
    /// From Redis.
    case shared
    /// From another job that was being analysed at the time.
    case coalesced
  }

  /// Why a job failed.
  public struct Failure: Sendable, Equatable {
    /// For programs: a code of `JobRejection.Code`, `poison`, …
    public var code: String
    /// For people.
    public var message: String
    /// Makes a failure from its parts.
    public init(code: String, message: String) {
      self.code = code
      self.message = message
    }
  }

  /// The report that a job led to.
  public struct Result: Sendable, Equatable {
    /// Its two hashes.
    public var identity: ArticleIdentity
    /// The key that it stands under.
    public var key: String
    /// The analyzer that made it.
    public var analyzer: String
    /// Where it came from.
    public var cached: Cached
    /// How long the analysis took for this job; nil where it was not analysed for this job.
    public var analysisTime: Duration?
    /// The JSON of the report's `overview`.
    public var overview: [UInt8]
    /// The other article that this one is nearly the same as; nil where none is known.
    public var nearDuplicate: NearDuplicate?
    /// Makes a result from its parts.
    public init(
      identity: ArticleIdentity, key: String, analyzer: String, cached: Cached, analysisTime: Duration?,
      overview: [UInt8], nearDuplicate: NearDuplicate? = nil
    ) {
      self.identity = identity
      self.key = key
      self.analyzer = analyzer
      self.cached = cached
      self.analysisTime = analysisTime
      self.overview = overview
      self.nearDuplicate = nearDuplicate
    }
  }

  /// The other article that a job's article is a copy of, all but some edits.
  public struct NearDuplicate: Sendable, Equatable {
    /// The job that the other article was first seen in.
    public var jobID: String
    /// The other article's report.
    public var resultID: ResultID
    /// In how many of the 48 values the fingerprints differ.
    public var distance: Int
    /// Makes a near-duplicate from its parts.
    public init(jobID: String, resultID: ResultID, distance: Int) {
      self.jobID = jobID
      self.resultID = resultID
      self.distance = distance
    }
  }

  /// URI of the schema of `data`: docs/schemas/event.schema.json.
  public static let dataSchema = "urn:marsad:schema:event:1"

  /// The job's id.
  public var jobID: String
  /// The queue's name.
  public var queue: String
  /// Which attempt ended it, from 1.
  public var attempt: Int
  /// Who ended it; nil where nobody did (an expired or poisonous job that nobody held).
  public var worker: String?
  /// When, by the server's clock.
  public var time: Timestamp
  /// How long the job had waited when it was taken; nil where nobody said when it was pushed.
  public var queued: Duration?
  /// What became of it.
  public var outcome: Outcome
  /// The report; nil unless analysed.
  public var result: Result?
  /// Why it failed; nil unless it did.
  public var failure: Failure?
  /// What the job said of itself.
  public var attributes: JobAttributes

  /// An event for an analysed article.
  public static func analyzed(
    jobID: String, queue: String, attempt: Int, worker: String, time: Timestamp, queued: Duration?,
    result: Result, attributes: JobAttributes
  ) -> CompletionEvent {
    CompletionEvent(
      jobID: jobID, queue: queue, attempt: attempt, worker: worker, time: time, queued: queued,
      outcome: .analyzed, result: result, failure: nil, attributes: attributes)
  }

  /// An event for a job that failed for good.
  public static func failed(
    jobID: String, queue: String, attempt: Int, worker: String?, time: Timestamp, queued: Duration?,
    failure: Failure, attributes: JobAttributes
  ) -> CompletionEvent {
    CompletionEvent(
      jobID: jobID, queue: queue, attempt: attempt, worker: worker, time: time, queued: queued,
      outcome: .failed, result: nil, failure: failure, attributes: attributes)
  }

  /// An event for a job that was older than its `ttl` when its turn came.
  public static func expired(
    jobID: String, queue: String, attempt: Int, worker: String?, time: Timestamp, queued: Duration?,
    attributes: JobAttributes
  ) -> CompletionEvent {
    CompletionEvent(
      jobID: jobID, queue: queue, attempt: attempt, worker: worker, time: time, queued: queued,
      outcome: .expired, result: nil, failure: nil, attributes: attributes)
  }

  /// The event as one line of JSON, keys in one fixed order.
  public func encoded() -> [UInt8] {
    var json = JSONWriter(reservingCapacity: 1024)
    json.beginObject()
    json.member("specversion", "1.0")
    json.member("id", "\(jobID):\(attempt)")
    json.member("source", "marsad/\(queue)")
    json.member("type", outcome.type)
    json.member("subject", jobID)
    json.member("time", time.description)
    json.member("datacontenttype", "application/json")
    json.member("dataschema", Self.dataSchema)
    if let traceparent = attributes.traceparent { json.member("traceparent", traceparent) }
    json.key("data")
    writeData(to: &json)
    json.endObject()
    return json.finish()
  }

  private func writeData(to json: inout JSONWriter) {
    json.beginObject()
    json.member("job_id", jobID)
    json.member("queue", queue)
    json.member("url", attributes.url)
    json.member("source", attributes.source)
    json.member("content_hash", result?.identity.contentHash.description)
    json.member("result_id", result?.identity.resultID.description)
    json.member("result_key", result?.key)
    json.member("analyzer", result?.analyzer)
    json.member("cached", result?.cached.rawValue)
    json.member("attempt", attempt)
    json.member("worker", worker)
    json.member("queued_ms", queued.map { max(0, $0.milliseconds.rounded()) }, places: 0)
    json.member("analysis_ms", result?.analysisTime?.milliseconds, places: 3)
    json.member("outcome", outcome.rawValue)
    json.key("error")
    if let failure {
      json.beginObject()
      json.member("code", failure.code)
      json.member("message", failure.message)
      json.endObject()
    } else {
      json.null()
    }
    json.member("summary", raw: result?.overview)
    json.key("near_duplicate_of")
    if let other = result?.nearDuplicate {
      json.beginObject()
      json.member("job_id", other.jobID)
      json.member("result_id", other.resultID.description)
      json.member("distance", other.distance)
      json.endObject()
    } else {
      json.null()
    }
    // A line end can only stand between tokens, so a blank in its place keeps the value and the event on one line.
    json.member("meta", raw: attributes.meta?.map { $0 == 0x0A || $0 == 0x0D ? 0x20 : $0 })
    json.endObject()
  }
}

extension Duration {
  /// In milliseconds.
  var milliseconds: Double { Double(components.seconds) * 1e3 + Double(components.attoseconds) / 1e15 }
}
