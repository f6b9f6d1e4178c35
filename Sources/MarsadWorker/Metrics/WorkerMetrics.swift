import MarsadCache
import MarsadQueue
import MarsadWire
import Synchronization

/// What a worker has done, for `/metrics`.
public final class WorkerMetrics: Sendable {
  private struct Tally {
    var outcomes: [CompletionEvent.Outcome: Int] = [:]
    var failures: [String: Int] = [:]
    var retries = 0
    var textBytes = 0
    var nearDuplicates = 0
    var queued = Histogram()
  }
  private struct State {
    var queues: [String: Tally] = [:]
    var analysis = Histogram()
  }
  private let state = Mutex(State())

  /// Nothing done yet.
  public init() {}

  /// Jobs finished with an outcome, over all queues.
  public func finished(_ outcome: CompletionEvent.Outcome) -> Int {
    state.withLock { $0.queues.values.reduce(0) { $0 + ($1.outcomes[outcome] ?? 0) } }
  }

  /// What one settled job counts for.
  enum Entry: Sendable {
    /// It has its event. - Parameters: from push to take; the time of its own analysis; bytes of text; error code;
    ///   whether the article is nearly the same as another one.
    case finished(
      CompletionEvent.Outcome, queued: Duration?, analysis: Duration? = nil, bytes: Int = 0,
      code: String? = nil, isNearDuplicate: Bool = false)
    /// It is tried again.
    case retried
    /// It was not its time yet.
    case deferred
  }

  /// Counts jobs whose settling Redis has acknowledged.
  func record(_ entries: [Entry], queue: String) {
    state.withLock { state in
      var tally = state.queues.removeValue(forKey: queue) ?? Tally()
      for entry in entries {
        switch entry {
        case .finished(let outcome, let queued, let analysis, let bytes, let code, let isNearDuplicate):
          tally.outcomes[outcome, default: 0] += 1
          tally.textBytes += bytes
          if isNearDuplicate { tally.nearDuplicates += 1 }
          if let code { tally.failures[code, default: 0] += 1 }
          if let queued { tally.queued.record(queued) }
          if let analysis { state.analysis.record(analysis) }
        case .retried: tally.retries += 1
        case .deferred: break
        }
      }
      state.queues[queue] = tally
    }
  }

  /// All figures in Prometheus' text format.
  func text(
    cache: CacheCounts, index: [(queue: String, counts: NearDuplicateCounts)], jobsUnderWay: Int,
    ready: [(queue: String, isReady: Bool)],
    totals: [QueueTotals.Total]
  ) -> String {
    let (queues, analysis) = state.withLock { ($0.queues.sorted { $0.key < $1.key }, $0.analysis) }
    var text = PrometheusText()
    text.metric(
      "marsad_jobs_total", "counter", "Finished jobs by outcome.",
      queues.flatMap { queue, tally in
        CompletionEvent.Outcome.allCases.map {
          ([("queue", queue), ("outcome", $0.rawValue)], Double(tally.outcomes[$0] ?? 0))
        }
      })
    text.metric(
      "marsad_failures_total", "counter", "Jobs that failed for good, by error code.",
      queues.flatMap { queue, tally in
        tally.failures.sorted { $0.key < $1.key }.map {
          ([("queue", queue), ("code", $0.key)], Double($0.value))
        }
      })
    text.metric(
      "marsad_retries_total", "counter", "Jobs put back to be tried again.",
      queues.map { ([("queue", $0.key)], Double($0.value.retries)) })
    text.metric(
      "marsad_text_bytes_total", "counter", "Bytes of article text in analysed jobs.",
      queues.map { ([("queue", $0.key)], Double($0.value.textBytes)) })
    text.metric(
      "marsad_near_duplicates_total", "counter", "Analysed jobs whose article is nearly that of another job.",
      queues.map { ([("queue", $0.key)], Double($0.value.nearDuplicates)) })
    text.metric("marsad_jobs_under_way", "gauge", "Jobs that are being worked on.", Double(jobsUnderWay))
    text.metric(
      "marsad_ready", "gauge", "Whether the queue answered a try to take jobs lately.",
      ready.map { ([("queue", $0.queue)], $0.isReady ? 1 : 0) })
    write(totals, to: &text)
    text.histogram(
      "marsad_queued_seconds", "From push to take.", queues.map { ([("queue", $0.key)], $0.value.queued) })
    text.histogram("marsad_analysis_seconds", "One analysis.", [([], analysis)])
    write(cache, to: &text)
    text.metric(
      "marsad_near_duplicate_lookups_total", "counter",
      "Articles that Redis was asked for in the index of near-duplicates, and failures to.",
      index.flatMap { queue, counts in
        [
          ([("queue", queue), ("outcome", "answered")], Double(counts.lookups - counts.unavailable)),
          ([("queue", queue), ("outcome", "unavailable")], Double(counts.unavailable)),
        ]
      })
    let process = ProcessFigures.read()
    if let bytes = process.residentBytes {
      text.metric("process_resident_memory_bytes", "gauge", "Resident memory.", Double(bytes))
    }
    if let seconds = process.processorSeconds {
      text.metric("process_cpu_seconds_total", "counter", "Processor time.", seconds)
    }
    return text.text
  }

  /// The same from every worker of a queue: take the maximum over workers, not the sum.
  private func write(_ totals: [QueueTotals.Total], to text: inout PrometheusText) {
    let gauges: [(String, String, (QueueStats) -> Int)] = [
      ("marsad_queue_pending", "Jobs in line in the queue.", \.pending),
      ("marsad_queue_leased", "Jobs of the queue in hand of all workers.", \.leased),
      ("marsad_queue_scheduled", "Jobs of the queue that wait for their time.", \.scheduled),
      ("marsad_queue_dead", "Dead jobs of the queue that are kept.", \.dead),
    ]
    for (name, help, value) in gauges {
      text.metric(
        name, "gauge", help, totals.map { ([("queue", $0.queue)], Double(value($0.stats))) })
    }
  }

  private func write(_ cache: CacheCounts, to text: inout PrometheusText) {
    text.metric(
      "marsad_cache_requests_total", "counter", "Reports by where they came from.",
      [
        ([("from", "local")], Double(cache.localHits)), ([("from", "shared")], Double(cache.sharedHits)),
        ([("from", "coalesced")], Double(cache.coalesced)), ([("from", "none")], Double(cache.misses)),
      ])
    text.metric(
      "marsad_cache_faults_total", "counter",
      "Reports that were corrupt, lost by Redis, or not to be had from it.",
      [
        ([("kind", "corrupt")], Double(cache.corrupt)), ([("kind", "lost")], Double(cache.restored)),
        ([("kind", "unavailable")], Double(cache.unavailable)),
      ])
    text.metric(
      "marsad_cache_evictions_total", "counter", "Reports dropped from memory.", Double(cache.evicted))
    text.metric(
      "marsad_cache_transferred_bytes_total", "counter", "Bytes of reports to and from Redis.",
      [
        ([("direction", "read")], Double(cache.bytesRead)),
        ([("direction", "written")], Double(cache.bytesWritten)),
      ])
    text.metric(
      "marsad_cache_memory_bytes", "gauge", "Bytes of reports in memory.", Double(cache.memoryBytes))
    text.metric("marsad_cache_memory_reports", "gauge", "Reports in memory.", Double(cache.memoryReports))
  }
}
