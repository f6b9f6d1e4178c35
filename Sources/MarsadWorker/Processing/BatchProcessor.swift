import Logging
import MarsadCache
import MarsadCore
import MarsadQueue
import MarsadReport
import MarsadWire
import RedisClient

/// What becomes of a job, and what that counts for once Redis has acknowledged it.
struct JobOutcome: Sendable {
  let settlement: Settlement
  let entry: WorkerMetrics.Entry
}

/// Turns jobs in hand into settlements: reads them, finds or makes their reports, writes their events.
struct BatchProcessor: Sendable {
  let settings: QueueConfiguration
  let limits: JobLimits
  let retries: RetryPolicy
  let analyzer: String
  let analyze: @Sendable (Article) -> Report
  let threads: AnalysisThreads
  let cache: ReportCache
  let nearDuplicates: NearDuplicateIndex
  let logger: Logger

  /// Hands out one outcome for each job, in groups as they come: a slow article holds up no other.
  /// - Parameter clock: the server's time.
  func process(
    _ jobs: [LeasedJob], clock: @Sendable () -> Timestamp, settle: ([JobOutcome]) async -> Void
  ) async {
    var candidates: [(job: LeasedJob, candidate: JobTriage.Candidate)] = []
    var others: [JobOutcome] = []
    for job in jobs {
      switch JobTriage(job, limits: limits, analyzer: analyzer) {
      case .analyse(let candidate): candidates.append((job, candidate))
      case .refused(let rejection):
        others.append(
          bury(job, rejection.attributes, code: rejection.code.rawValue, message: rejection.message, clock()))
      case .poison(let attributes):
        others.append(
          bury(
            job, attributes, code: "poison",
            message: "\(job.deaths) workers died with this job in hand; it is not tried again", clock()))
      case .expired(let attributes): others.append(expire(job, attributes, clock()))
      case .early(let attributes, let time):
        others.append(
          JobOutcome(settlement: .deferred(job, id: job.id(attributes), until: time), entry: .deferred))
      }
    }
    if !others.isEmpty { await settle(others) }
    guard !candidates.isEmpty else { return }
    let (ordered, threads, analyze) = (Self.longLast(candidates), threads, analyze)
    await cache.resolve(ordered.map(\.candidate.identity)) { index in
      await threads.run { analyze(ordered[index].candidate.article) }
    } deliver: { answers in
      let copies = await copies(answers) { ordered[$0] }
      let now = clock()
      await settle(
        answers.map { answer in
          let (job, candidate) = ordered[answer.index]
          return switch answer.result {
          case .success(let resolution): done(job, candidate, resolution, copies[answer.index], now)
          case .failure(let error): again(job, candidate.attributes, error, now)
          }
        })
    }
  }

  /// What the articles that have their reports are nearly the same as, by their places in the batch.
  private func copies(
    _ answers: [ReportCache.Answer], job: (Int) -> (job: LeasedJob, candidate: JobTriage.Candidate)
  ) async -> [Int: CompletionEvent.NearDuplicate] {
    var (places, queries): ([Int], [NearDuplicateIndex.Query]) = ([], [])
    for answer in answers {
      guard case .success(let resolution) = answer.result else { continue }
      let (job, candidate) = job(answer.index)
      places.append(answer.index)
      queries.append(
        NearDuplicateIndex.Query(
          jobID: job.id(candidate.attributes), resultID: candidate.identity.resultID,
          report: resolution.report))
    }
    var copies: [Int: CompletionEvent.NearDuplicate] = [:]
    for (place, other) in zip(places, await nearDuplicates.find(queries)) { copies[place] = other }
    return copies
  }

  /// The same jobs, the much longer ones behind the others: those would only wait behind them for a thread.
  private static func longLast(
    _ candidates: [(job: LeasedJob, candidate: JobTriage.Candidate)]
  ) -> [(job: LeasedJob, candidate: JobTriage.Candidate)] {
    let longText = 64 << 10
    return candidates.filter { $0.candidate.article.text.count < longText }
      + candidates.filter { $0.candidate.article.text.count >= longText }
  }

  // MARK: Outcomes

  private func done(
    _ job: LeasedJob, _ candidate: JobTriage.Candidate, _ resolution: ReportCache.Resolution,
    _ nearDuplicate: CompletionEvent.NearDuplicate?, _ now: Timestamp
  ) -> JobOutcome {
    let id = job.id(candidate.attributes)
    let queued = job.age(candidate.attributes)
    let event = CompletionEvent.analyzed(
      jobID: id, queue: settings.keys.queue, attempt: job.attempt, worker: settings.worker, time: now,
      queued: queued,
      result: CompletionEvent.Result(
        identity: candidate.identity, key: settings.keys.result(candidate.identity.resultID),
        analyzer: analyzer,
        cached: resolution.cached, analysisTime: resolution.analysisTime,
        overview: resolution.report.overview,
        nearDuplicate: nearDuplicate),
      attributes: candidate.attributes)
    return JobOutcome(
      settlement: .done(job, id: id, event: EncodedEvent(event)),
      entry: .finished(
        .analyzed, queued: queued, analysis: resolution.analysisTime, bytes: candidate.article.text.count,
        isNearDuplicate: nearDuplicate != nil))
  }

  private func expire(_ job: LeasedJob, _ attributes: JobAttributes, _ now: Timestamp) -> JobOutcome {
    let id = job.id(attributes)
    let event = CompletionEvent.expired(
      jobID: id, queue: settings.keys.queue, attempt: job.attempt, worker: settings.worker, time: now,
      queued: job.age(attributes), attributes: attributes)
    return JobOutcome(
      settlement: .done(job, id: id, event: EncodedEvent(event)),
      entry: .finished(.expired, queued: job.age(attributes)))
  }

  private func bury(
    _ job: LeasedJob, _ attributes: JobAttributes, code: String, message: String, _ now: Timestamp
  ) -> JobOutcome {
    let id = job.id(attributes)
    let failure = CompletionEvent.Failure(code: code, message: message)
    let event = CompletionEvent.failed(
      jobID: id, queue: settings.keys.queue, attempt: job.attempt, worker: settings.worker, time: now,
      queued: job.age(attributes), failure: failure, attributes: attributes)
    logger.info("a job failed for good", metadata: ["job": "\(id)", "code": "\(code)"])
    return JobOutcome(
      settlement: .buried(job, id: id, event: EncodedEvent(event), failure: failure),
      entry: .finished(.failed, queued: job.age(attributes), code: code))
  }

  private func again(
    _ job: LeasedJob, _ attributes: JobAttributes, _ error: RedisError, _ now: Timestamp
  ) -> JobOutcome {
    let delay = retries.delay(afterAttempt: job.attempt, jobMaximum: attributes.maxAttempts)
    guard let delay else {
      return bury(
        job, attributes, code: "attempts_exhausted",
        message: "attempt \(job.attempt) was the last, and its report could not be stored: \(error)", now)
    }
    logger.warning(
      "a report could not be stored; the job is tried again",
      metadata: ["job": "\(job.id(attributes))", "error": "\(error)"])
    return JobOutcome(
      settlement: .retried(job, id: job.id(attributes), after: delay, code: "store_unavailable"),
      entry: .retried)
  }
}
