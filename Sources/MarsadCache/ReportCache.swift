public import Logging
public import MarsadReport
public import MarsadWire
public import RedisClient
import Synchronization

/// Reports by result id: the process's own memory first, then Redis; equal articles at the same time are analysed once.
///
/// Redis is asked once a batch to look and once a group of new reports to write. Where it cannot be asked, articles are analysed:
/// slower, never wrong. A report is in Redis before `resolve` returns it, also one out of memory, so that an event
/// never names a result that is not there.
public final class ReportCache: Sendable {
  /// What the cache found, or had made.
  public struct Resolution: Sendable {
    /// The report.
    public let report: StoredReport
    /// Where it came from.
    public let cached: CompletionEvent.Cached
    /// How long its analysis took; nil where it was not analysed for this job.
    public let analysisTime: Duration?
  }

  /// What became of one article of a batch.
  public struct Answer: Sendable {
    /// Its place in the batch.
    public let index: Int
    /// Its report; or why that could not be written to Redis: the article must not be announced then.
    public let result: Result<Resolution, RedisError>
  }

  /// A way to analyse article number `index` of a batch.
  public typealias Analysis = @Sendable (_ index: Int) async -> Report

  private let configuration: ReportCacheConfiguration
  private let keys: KeyNames
  private let analyzer: String
  private let redis: RedisClient
  private let logger: Logger
  private let memory: Mutex<LeastRecentlyUsed<ResultID, StoredReport>>
  private let flights = Mutex<[ResultID: Flight]>([:])
  private let tally = Mutex(CacheCounts())

  /// What an entry costs besides its bytes.
  private static let entryOverhead = 256

  /// Makes a cache with an empty memory. - Parameter analyzer: name and version that reports must bear.
  public init(
    _ configuration: ReportCacheConfiguration, keys: KeyNames, analyzer: String, redis: RedisClient,
    logger: Logger
  ) {
    self.configuration = configuration
    self.keys = keys
    self.analyzer = analyzer
    self.redis = redis
    self.logger = logger
    memory = Mutex(LeastRecentlyUsed(capacity: configuration.memoryBytes))
  }

  /// What it has done since the process began.
  public var counts: CacheCounts {
    var counts = tally.withLock { $0 }
    memory.withLock { memory in
      counts.memoryBytes = memory.cost
      counts.memoryReports = memory.count
    }
    return counts
  }

  /// Finds or makes the reports of a batch, and hands them out in groups: first what was there already, then what is
  /// finished every few milliseconds, so that a long article holds up no other. A batch that is quick comes in one group.
  ///
  /// Analyses run at the same time, one for each distinct article that is nowhere.
  /// - Parameter deliver: gets each place of the batch once. What is finished meanwhile waits for its return.
  /// - Complexity: one round trip to Redis for the batch, and one for each group with new reports.
  public func resolve(
    _ identities: [ArticleIdentity], analysis: @escaping Analysis, deliver: ([Answer]) async -> Void
  ) async {
    let plan = board(identities)
    var (ready, unknown) = await found(plan.led, identities)
    await handOut(ready, plan, deliver)
    ready = []
    var abandoned: [Int] = []
    await withTaskGroup(of: Arrival.self) { group in
      for boarding in unknown { group.addTask { await Self.analysed(boarding, analysis) } }
      for (id, flight) in plan.joined { group.addTask { .landed(id, await flight.landed()) } }
      var missing = unknown.count + plan.joined.count
      var isTimed = false
      while missing > 0, let arrival = await group.next() {
        switch arrival {
        case .timeIsUp:
          isTimed = false
          await handOut(ready, plan, deliver)
          ready = []
          continue
        case .analysed(let report): ready.append(report)
        case .landed(let id, let report?): ready.append(Found(id: id, report: report, cached: .coalesced))
        // Who had it in hand gave up: this batch sees for itself.
        case .landed(let id, nil): abandoned += plan.places[id] ?? []
        }
        missing -= 1
        if !isTimed, !ready.isEmpty {
          isTimed = true
          group.addTask {
            try? await Task.sleep(for: Self.gathering)
            return .timeIsUp
          }
        }
      }
      group.cancelAll()
    }
    await handOut(ready, plan, deliver)
    guard !abandoned.isEmpty else { return }
    let indexes = abandoned
    await resolve(indexes.map { identities[$0] }) {
      await analysis(indexes[$0])
    } deliver: { answers in
      await deliver(answers.map { Answer(index: indexes[$0.index], result: $0.result) })
    }
  }

  /// How long finished reports wait for more, so that they share their round trips: long against one, short against what
  /// anybody who waits for an event notices.
  private static let gathering = Duration.milliseconds(5)

  // MARK: Flights

  private struct Boarding {
    let id: ResultID
    /// Its first place in the batch.
    let index: Int
    /// The report, where memory has it.
    let remembered: StoredReport?
  }

  private struct Plan {
    /// What this batch finds or makes itself.
    var led: [Boarding] = []
    /// What another batch has in hand.
    var joined: [(ResultID, Flight)] = []
    /// Where in the batch each article stands.
    var places: [ResultID: [Int]] = [:]
  }

  /// A report on its way out.
  private struct Found {
    let id: ResultID
    let report: StoredReport
    let cached: CompletionEvent.Cached
    var analysisTime: Duration?
    /// Whether it is in Redis.
    var isStored = true
  }

  private enum Arrival {
    case analysed(Found)
    case landed(ResultID, StoredReport?)
    case timeIsUp
  }

  private func board(_ identities: [ArticleIdentity]) -> Plan {
    var plan = Plan()
    for (index, identity) in identities.enumerated() {
      let id = identity.resultID
      plan.places[id, default: []].append(index)
      guard plan.places[id]?.count == 1 else { continue }
      if let remembered = memory.withLock({ $0.value(for: id) }) {
        plan.led.append(Boarding(id: id, index: index, remembered: remembered))
        continue
      }
      let other = flights.withLock { flights -> Flight? in
        if let flight = flights[id] { return flight }
        flights[id] = Flight()
        return nil
      }
      if let other {
        plan.joined.append((id, other))
      } else {
        plan.led.append(Boarding(id: id, index: index, remembered: nil))
      }
    }
    return plan
  }

  private func land(_ id: ResultID, _ report: StoredReport?) {
    flights.withLock { $0.removeValue(forKey: id) }?.land(report)
  }

  // MARK: One batch's own part

  /// What is there already, and what must be analysed.
  private func found(
    _ led: [Boarding], _ identities: [ArticleIdentity]
  ) async -> (found: [Found], unknown: [Boarding]) {
    guard !led.isEmpty else { return ([], []) }
    var (found, unknown): ([Found], [Boarding]) = ([], [])
    for (boarding, look) in zip(led, await look(led, identities)) {
      switch look {
      case .present(let report, let cached):
        found.append(Found(id: boarding.id, report: report, cached: cached))
      case .lost(let report):
        found.append(Found(id: boarding.id, report: report, cached: .local, isStored: false))
      case .missing: unknown.append(boarding)
      }
    }
    return (found, unknown)
  }

  /// Stores what is not yet in Redis, wakes those who wait for it, and answers every place of the batch that wants it.
  private func handOut(_ group: [Found], _ plan: Plan, _ deliver: ([Answer]) async -> Void) async {
    guard !group.isEmpty else { return }
    // Remembered before it is written: where the write fails, the next attempt need not analyse again.
    for found in group where found.cached == .none || found.cached == .shared {
      remember(found.report, found.id)
    }
    var failure: RedisError?
    let unwritten = group.filter { !$0.isStored }
    if !unwritten.isEmpty {
      do throws(RedisError) { try await write(unwritten.map { ($0.id, $0.report) }) } catch {
        failure = error
      }
    }
    var answers: [Answer] = []
    for found in group {
      let failure = found.isStored ? nil : failure
      if found.cached != .coalesced { land(found.id, failure == nil ? found.report : nil) }
      let again: CompletionEvent.Cached =
        found.cached == .none || found.cached == .coalesced ? .coalesced : .local
      for (use, index) in (plan.places[found.id] ?? []).enumerated() {
        let resolution = Resolution(
          report: found.report, cached: use == 0 ? found.cached : again,
          analysisTime: use == 0 ? found.analysisTime : nil)
        answers.append(
          Answer(index: index, result: failure.map { .failure($0) } ?? .success(resolution)))
      }
    }
    count(answers)
    await deliver(answers)
  }

  private func remember(_ report: StoredReport, _ id: ResultID) {
    let evicted = memory.withLock {
      $0.insert(report, for: id, cost: report.bytes.count + Self.entryOverhead)
    }
    if evicted > 0 { tally.withLock { $0.evicted += evicted } }
  }

  private static func analysed(_ boarding: Boarding, _ analysis: Analysis) async -> Arrival {
    let clock = ContinuousClock()
    let start = clock.now
    let report = StoredReport(await analysis(boarding.index))
    return .analysed(
      Found(
        id: boarding.id, report: report, cached: .none, analysisTime: clock.now - start, isStored: false))
  }

  // MARK: Redis

  private enum Look {
    /// In Redis now.
    case present(StoredReport, CompletionEvent.Cached)
    /// In memory, but no longer in Redis.
    case lost(StoredReport)
    /// Nowhere, or not to be had.
    case missing
  }

  private var milliseconds: RedisArgument {
    let (seconds, attoseconds) = configuration.timeToLive.components
    return RedisArgument(max(1, seconds * 1000 + attoseconds / 1_000_000_000_000_000))
  }

  private func look(_ boardings: [Boarding], _ identities: [ArticleIdentity]) async -> [Look] {
    let refreshes = configuration.refreshesTimeToLive
    let commands = boardings.map { boarding in
      let key = RedisArgument(keys.result(boarding.id))
      return switch (boarding.remembered == nil, refreshes) {
      case (true, true): RedisCommand("GETEX", key, "PX", milliseconds)
      case (true, false): RedisCommand("GET", key)
      case (false, true): RedisCommand("PEXPIRE", key, milliseconds)
      case (false, false): RedisCommand("EXISTS", key)
      }
    }
    do throws(RedisError) {
      let replies = try await redis.pipeline(commands, timeout: configuration.readTimeout)
      return zip(boardings, replies).map { boarding, reply in
        read(reply, of: boarding, for: identities[boarding.index])
      }
    } catch {
      tally.withLock { $0.unavailable += boardings.count }
      logger.debug("reports cannot be looked up", metadata: ["error": "\(error)"])
      return boardings.map { boarding in boarding.remembered.map { .lost($0) } ?? .missing }
    }
  }

  private func read(_ reply: RedisValue, of boarding: Boarding, for identity: ArticleIdentity) -> Look {
    if let report = boarding.remembered {
      if reply.int == 1 { return .present(report, .local) }
      tally.withLock { $0.restored += 1 }
      return .lost(report)
    }
    switch reply {
    case .bulk(let value):
      tally.withLock { $0.bytesRead += value.count }
      if let bytes = CachedValue.decoded(value),
        let report = StoredReport(checking: bytes, for: identity, analyzer: analyzer)
      {
        return .present(report, .shared)
      }
      return corrupt(boarding.id)
    case .error(let message) where message.hasPrefix("WRONGTYPE"): return corrupt(boarding.id)
    case .error:
      tally.withLock { $0.unavailable += 1 }
      return .missing
    default: return .missing
    }
  }

  private func corrupt(_ id: ResultID) -> Look {
    tally.withLock { $0.corrupt += 1 }
    logger.warning("a value in the store is no whole report and is replaced", metadata: ["result": "\(id)"])
    return .missing
  }

  private func write(_ reports: [(ResultID, StoredReport)]) async throws(RedisError) {
    var bytes = 0
    let commands = reports.map { id, report in
      let value = CachedValue.encoded(report.bytes, compression: configuration.compression)
      bytes += value.count
      return RedisCommand("SET", RedisArgument(keys.result(id)), RedisArgument(value), "PX", milliseconds)
    }
    for reply in try await redis.pipeline(commands, timeout: configuration.writeTimeout) {
      if case .error(let message) = reply {
        throw .reply(code: String(message.prefix { $0 != " " }), message: message)
      }
    }
    let written = bytes
    tally.withLock { $0.bytesWritten += written }
  }

  private func count(_ answers: [Answer]) {
    tally.withLock { counts in
      for case .success(let resolution) in answers.lazy.map(\.result) {
        switch resolution.cached {
        case .none: counts.misses += 1
        case .local: counts.localHits += 1
        case .shared: counts.sharedHits += 1
        case .coalesced: counts.coalesced += 1
        }
      }
    }
  }
}
