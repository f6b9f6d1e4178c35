import MarsadQueue
import MarsadWire
import RedisClient

/// Pushes the articles of a source in batches, and tells what became of each.
struct Enqueuer {
  /// What is told while it goes on.
  enum Progress: Sendable {
    /// Ids that are about to be pushed.
    case pushing([String])
    /// One job's fate: `pending`, `scheduled` or `duplicate`.
    case settled(id: String, state: String, origin: String)
    /// One article that no worker could ever use.
    case refused(origin: String, reason: String)
  }

  /// How many jobs met each fate.
  struct Tally: Sendable, Equatable {
    var queued = 0
    var duplicates = 0
    var refused = 0
  }

  let queue: QueueClient
  let overrides: JobOverrides
  /// No more than this many pending jobs; nil for no limit.
  let cap: Int?
  /// Whether to wait for room under the cap, or to fail.
  let waitsForRoom: Bool
  let report: @Sendable (Progress) async throws -> Void

  /// Jobs a round trip.
  private static let batchJobs = 128
  /// Bytes a round trip, about.
  private static let batchBytes = 4 << 20
  /// Between two tries where the line is full.
  private static let patience = Duration.milliseconds(100)

  /// Pushes everything.
  ///
  /// - Throws: `CommandFailure` (try later) where the line is full and nobody waits; what was pushed stays pushed.
  func run(_ source: ArticleSource) async throws -> Tally {
    var source = source
    var tally = Tally()
    var batch: [(request: EnqueueRequest, origin: String)] = []
    var bytes = 0
    while let article = try source.next() {
      do {
        let request = try EnqueueRequest(parsing: article.payload(overrides))
        batch.append((request, article.origin))
        bytes += request.payload.count
      } catch let rejection as JobRejection {
        tally.refused += 1
        try await report(.refused(origin: article.origin, reason: rejection.message))
      } catch let failure as CommandFailure {
        tally.refused += 1
        try await report(.refused(origin: article.origin, reason: failure.description))
      }
      if batch.count >= Enqueuer.batchJobs || bytes >= Enqueuer.batchBytes {
        try await push(batch, &tally)
        (batch, bytes) = ([], 0)
      }
    }
    try await push(batch, &tally)
    return tally
  }

  private func push(_ batch: [(request: EnqueueRequest, origin: String)], _ tally: inout Tally) async throws {
    var rest = batch
    try await report(.pushing(rest.map(\.request.id)))
    while !rest.isEmpty {
      var left: [(request: EnqueueRequest, origin: String)] = []
      for (job, result) in zip(rest, try await queue.enqueue(rest.map(\.request), cap: cap)) {
        switch try result.get() {
        case .pending(let id):
          tally.queued += 1
          try await report(.settled(id: id, state: "pending", origin: job.origin))
        case .scheduled(let id):
          tally.queued += 1
          try await report(.settled(id: id, state: "scheduled", origin: job.origin))
        case .duplicate(let id):
          tally.duplicates += 1
          try await report(.settled(id: id, state: "duplicate", origin: job.origin))
        case .full:
          left.append(job)
        }
      }
      guard left.isEmpty || waitsForRoom else {
        throw CommandFailure(
          .tryLater,
          "\(cap ?? 0) jobs are pending, the limit; \(tally.queued) were pushed, \(left[0].origin) was not")
      }
      if left.count == rest.count { try await Task.sleep(for: Enqueuer.patience) }
      rest = left
    }
  }
}
