public import Logging
public import MarsadReport
public import MarsadWire
public import RedisClient
import Synchronization

/// The articles that a queue has seen lately, by their MinHash sketches, in Redis: finds the one that a new article is a
/// copy of, all but some edits.
///
/// Advice, not state: whatever Redis has forgotten, or cannot be asked for, is no near-duplicate, and no job fails for it.
/// One round trip for all new articles of a group; none for articles whose answer the process remembers.
public final class NearDuplicateIndex: Sendable {
  /// One job's article.
  public struct Query: Sendable {
    /// The job.
    public let jobID: String
    /// The article, title and all.
    public let resultID: ResultID
    /// Its report, which holds its sketch.
    public let report: StoredReport

    /// Asks for a job's article.
    public init(jobID: String, resultID: ResultID, report: StoredReport) {
      self.jobID = jobID
      self.resultID = resultID
      self.report = report
    }
  }

  /// What is known of an article that was entered.
  private struct Entry: Sendable {
    /// The job that it was first seen in.
    let jobID: String
    /// What it is nearly the same as.
    let near: CompletionEvent.NearDuplicate?
    /// When Redis forgets it, about.
    let expires: ContinuousClock.Instant

    /// A job that comes with an article seen before has a duplicate of distance 0; one that comes again has what it had.
    func answer(_ query: Query) -> CompletionEvent.NearDuplicate? {
      jobID == query.jobID
        ? near : CompletionEvent.NearDuplicate(jobID: jobID, resultID: query.resultID, distance: 0)
    }
  }

  private static let script = RedisScript(
    name: "near_duplicate", source: PackageResources.near_duplicate_lua)
  /// How much of a result id stands for it in the index: 80 bits.
  private static let referenceLength = 16

  private let configuration: NearDuplicateConfiguration
  private let keys: KeyNames
  private let redis: RedisClient
  private let logger: Logger
  private let memory: Mutex<LeastRecentlyUsed<ResultID, Entry>>
  private let tally = Mutex(NearDuplicateCounts())

  /// Makes the index of a queue.
  public init(
    _ configuration: NearDuplicateConfiguration, keys: KeyNames, redis: RedisClient, logger: Logger
  ) {
    self.configuration = configuration
    self.keys = keys
    self.redis = redis
    self.logger = logger
    memory = Mutex(LeastRecentlyUsed(capacity: configuration.memoryAnswers))
  }

  /// What it has done since the process began.
  public var counts: NearDuplicateCounts { tally.withLock { $0 } }

  /// Enters the articles of jobs, and says what each is nearly the same as: nil where that is nothing known.
  ///
  /// - Complexity: at most one round trip; of equal articles one is asked for.
  public func find(_ queries: [Query]) async -> [CompletionEvent.NearDuplicate?] {
    guard configuration.isOn else { return queries.map { _ in nil } }
    let now = ContinuousClock.now
    var answers = [CompletionEvent.NearDuplicate?](repeating: nil, count: queries.count)
    var unknown: [(id: ResultID, places: [Int], call: RedisScriptCall)] = []
    var positions: [ResultID: Int] = [:]
    for (place, query) in queries.enumerated() {
      if let entry = remembered(query.resultID, now) {
        answers[place] = entry.answer(query)
      } else if let position = positions[query.resultID] {
        unknown[position].places.append(place)
      } else if let call = call(query) {
        positions[query.resultID] = unknown.count
        unknown.append((query.resultID, [place], call))
      }
    }
    guard !unknown.isEmpty else { return answers }
    for (article, reply) in zip(unknown, await ask(unknown.map(\.call))) {
      guard let entry = entry(reply, now) else { continue }
      memory.withLock { _ = $0.insert(entry, for: article.id, cost: 1) }
      for place in article.places { answers[place] = entry.answer(queries[place]) }
    }
    return answers
  }

  private func remembered(_ id: ResultID, _ now: ContinuousClock.Instant) -> Entry? {
    memory.withLock { memory in
      guard let entry = memory.value(for: id) else { return nil }
      if entry.expires > now { return entry }
      memory.remove(id)
      return nil
    }
  }

  /// Nil where the article is too short to be compared.
  private func call(_ query: Query) -> RedisScriptCall? {
    let sketch = query.report.minHash
    guard !sketch.isEmpty else { return nil }
    let reference = String(query.resultID.description.prefix(Self.referenceLength))
    let (seconds, attoseconds) = configuration.timeToLive.components
    let milliseconds = max(1, seconds * 1000 + attoseconds / 1_000_000_000_000_000)
    return RedisScriptCall(
      keys: [keys.near(reference)] + SketchBands.names(of: sketch).map(keys.near),
      arguments: [
        RedisArgument(query.jobID), RedisArgument(query.resultID.description),
        RedisArgument(MinHashDigits.bytes(of: sketch)),
        RedisArgument(configuration.greatestDistance), RedisArgument(milliseconds),
        RedisArgument(configuration.articlesABand), RedisArgument(configuration.comparisons),
        RedisArgument(keys.near("")),
      ])
  }

  private func ask(_ calls: [RedisScriptCall]) async -> [RedisValue] {
    tally.withLock { $0.lookups += calls.count }
    do throws(RedisError) {
      return try await redis.evaluate(Self.script, calls: calls, timeout: configuration.timeout)
    } catch {
      tally.withLock { $0.unavailable += calls.count }
      logger.debug("near-duplicates cannot be looked up", metadata: ["error": "\(error)"])
      return []
    }
  }

  private func entry(_ reply: RedisValue, _ now: ContinuousClock.Instant) -> Entry? {
    guard let parts = reply.elements, let jobID = parts.first?.string else {
      tally.withLock { $0.unavailable += 1 }
      logger.debug("near-duplicates cannot be looked up", metadata: ["reply": "\(reply)"])
      return nil
    }
    var near: CompletionEvent.NearDuplicate?
    if parts.count == 4, let other = parts[1].string, let result = parts[2].string.flatMap(ResultID.init),
      let distance = parts[3].int
    {
      near = CompletionEvent.NearDuplicate(jobID: other, resultID: result, distance: Int(distance))
    }
    return Entry(jobID: jobID, near: near, expires: now + configuration.timeToLive)
  }
}
