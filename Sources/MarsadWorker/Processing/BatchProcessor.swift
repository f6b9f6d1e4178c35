import Logging
import MarsadCache
import MarsadCore
import MarsadQueue
import MarsadReport
import MarsadWire
import RedisClient

/// Turns jobs in hand into settlements: reads them, finds or makes their reports, writes their events.
struct BatchProcessor: Sendable {
  let settings: QueueConfiguration
  let limits: JobLimits
  let retries: RetryPolicy
  let analyzer: String
  let analyze: @Sendable (Article) -> Report
  let threads: AnalysisThreads
  let cache: ReportCache
  let metrics: WorkerMetrics
  let logger: Logger

  /// One settlement for each job, in their order. - Parameter clock: the server's time.
  func process(_ jobs: [LeasedJob], clock: @Sendable () -> Timestamp) async -> [Settlement] {
    let verdicts = jobs.map { JobTriage($0, limits: limits, analyzer: analyzer) }
    let candidates = verdicts.compactMap { if case .analyse(let candidate) = $0 { candidate } else { nil } }
    var resolutions = await resolve(candidates)[...]
    let now = clock()
    return zip(jobs, verdicts).map { job, verdict in
      switch verdict {
      case .analyse(let candidate):
        switch resolutions.popFirst() {
        case .success(let resolution): done(job, candidate, resolution, now)
        case .failure(let error): again(job, candidate.attributes, error, now)
        case nil: again(job, candidate.attributes, .cancelled, now)
        }
      case .refused(let rejection):
        bury(job, rejection.attributes, code: rejection.code.rawValue, message: rejection.message, now)
      case .poison(let attributes):
        bury(
          job, attributes, code: "poison",
          message: "\(job.deaths) workers died with this job in hand; it is not tried again", now)
      case .expired(let attributes): expire(job, attributes, now)
      case .early(let attributes, let time): .deferred(job, id: job.id(attributes), until: time)
      }
    }
  }

  private func resolve(
    _ candidates: [JobTriage.Candidate]
  ) async -> [Result<ReportCache.Resolution, RedisError>] {
    guard !candidates.isEmpty else { return [] }
    let (threads, analyze) = (threads, analyze)
    do throws(RedisError) {
      let resolutions = try await cache.resolve(candidates.map(\.identity)) { index in
        await threads.run { analyze(candidates[index].article) }
      }
      return resolutions.map { .success($0) }
    } catch {
      return candidates.map { _ in .failure(error) }
    }
  }

  // MARK: Outcomes

  private func done(
    _ job: LeasedJob, _ candidate: JobTriage.Candidate, _ resolution: ReportCache.Resolution, _ now: Timestamp
  ) -> Settlement {
    let id = job.id(candidate.attributes)
    let queued = job.age(candidate.attributes)
    let event = CompletionEvent.analyzed(
      jobID: id, queue: settings.keys.queue, attempt: job.attempt, worker: settings.worker, time: now,
      queued: queued,
      result: CompletionEvent.Result(
        identity: candidate.identity, key: settings.keys.result(candidate.identity.resultID),
        analyzer: analyzer,
        cached: resolution.cached, analysisTime: resolution.analysisTime, overview: resolution.report.overview
      ),
      attributes: candidate.attributes)
    metrics.record(
      .analyzed, queue: settings.keys.queue, queued: queued, analysis: resolution.analysisTime,
      bytes: candidate.article.text.count)
    return .done(job, id: id, event: EncodedEvent(event))
  }

  private func expire(_ job: LeasedJob, _ attributes: JobAttributes, _ now: Timestamp) -> Settlement {
    let id = job.id(attributes)
    let event = CompletionEvent.expired(
      jobID: id, queue: settings.keys.queue, attempt: job.attempt, worker: settings.worker, time: now,
      queued: job.age(attributes), attributes: attributes)
    metrics.record(.expired, queue: settings.keys.queue, queued: job.age(attributes))
    return .done(job, id: id, event: EncodedEvent(event))
  }

  private func bury(
    _ job: LeasedJob, _ attributes: JobAttributes, code: String, message: String, _ now: Timestamp
  ) -> Settlement {
    let id = job.id(attributes)
    let failure = CompletionEvent.Failure(code: code, message: message)
    let event = CompletionEvent.failed(
      jobID: id, queue: settings.keys.queue, attempt: job.attempt, worker: settings.worker, time: now,
      queued: job.age(attributes), failure: failure, attributes: attributes)
    metrics.record(.failed, queue: settings.keys.queue, queued: job.age(attributes), code: code)
    logger.info("a job failed for good", metadata: ["job": "\(id)", "code": "\(code)"])
    return .buried(job, id: id, event: EncodedEvent(event), failure: failure)
  }

  private func again(
    _ job: LeasedJob, _ attributes: JobAttributes, _ error: RedisError, _ now: Timestamp
  ) -> Settlement {
    let delay = retries.delay(afterAttempt: job.attempt, jobMaximum: attributes.maxAttempts)
    guard let delay else {
      return bury(
        job, attributes, code: "attempts_exhausted",
        message: "attempt \(job.attempt) was the last, and its report could not be stored: \(error)", now)
    }
    metrics.recordRetry(queue: settings.keys.queue)
    logger.warning(
      "a report could not be stored; the job is tried again",
      metadata: ["job": "\(job.id(attributes))", "error": "\(error)"])
    return .retried(job, id: job.id(attributes), after: delay, code: "store_unavailable")
  }
}
