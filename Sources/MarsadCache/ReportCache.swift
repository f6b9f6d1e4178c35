public import Logging
public import MarsadReport
public import MarsadWire
public import RedisClient
import Synchronization

/// Reports by result id: the process's own memory first, then Redis; equal articles at the same time are analysed once.
///
/// Redis is asked once a batch to look and at most once to write. Where it cannot be asked, articles are analysed:
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

  /// Finds or makes the reports of a batch, in the order of `identities`.
  ///
  /// Analyses run at the same time, one for each distinct article that is nowhere.
  /// - Throws: where a report could not be written to Redis; nothing of the batch may be announced then.
  /// - Complexity: at most two round trips to Redis, whatever the batch.
  public func resolve(
    _ identities: [ArticleIdentity], analysis: @escaping Analysis
  ) async throws(RedisError) -> [Resolution] {
    let plan = board(identities)
    var found: [ResultID: Resolution] = [:]
    do throws(RedisError) {
      found = try await lead(plan, identities, analysis: analysis)
    } catch {
      for boarding in plan.led { land(boarding.id, nil) }
      throw error
    }
    // Only now, with no flight of its own in the air, may this batch wait for those of others.
    for (id, flight) in plan.joined {
      // A flight that was given up leaves its article to `alone` below.
      guard let report = await flight.landed() else { continue }
      found[id] = Resolution(report: report, cached: .coalesced, analysisTime: nil)
    }
    var resolutions: [Resolution] = []
    resolutions.reserveCapacity(identities.count)
    var hasServed: Set<ResultID> = []
    for (index, identity) in identities.enumerated() {
      guard let first = found[identity.resultID] else {
        // Who had it in hand gave up: this batch sees for itself, alone.
        let alone = try await resolve([identity]) { _ in await analysis(index) }
        resolutions.append(contentsOf: alone)
        continue
      }
      let isFirst = hasServed.insert(identity.resultID).inserted
      let again: CompletionEvent.Cached =
        first.cached == .none || first.cached == .coalesced ? .coalesced : .local
      resolutions.append(
        isFirst ? first : Resolution(report: first.report, cached: again, analysisTime: nil))
    }
    count(resolutions)
    return resolutions
  }

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
  }

  private func board(_ identities: [ArticleIdentity]) -> Plan {
    var plan = Plan()
    var seen: Set<ResultID> = []
    for (index, identity) in identities.enumerated() where seen.insert(identity.resultID).inserted {
      let id = identity.resultID
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

  private func lead(
    _ plan: Plan, _ identities: [ArticleIdentity], analysis: @escaping Analysis
  ) async throws(RedisError) -> [ResultID: Resolution] {
    guard !plan.led.isEmpty else { return [:] }
    let looks = await look(plan.led, identities)
    var found: [ResultID: Resolution] = [:]
    var toWrite: [(ResultID, StoredReport)] = []
    var toAnalyse: [Boarding] = []
    for (boarding, look) in zip(plan.led, looks) {
      switch look {
      case .present(let report, let cached):
        found[boarding.id] = Resolution(report: report, cached: cached, analysisTime: nil)
      case .lost(let report):
        found[boarding.id] = Resolution(report: report, cached: .local, analysisTime: nil)
        toWrite.append((boarding.id, report))
      case .missing: toAnalyse.append(boarding)
      }
    }
    for (boarding, report, time) in await analysed(toAnalyse, analysis) {
      found[boarding.id] = Resolution(report: report, cached: .none, analysisTime: time)
      toWrite.append((boarding.id, report))
    }
    // Remembered before it is written: where the write fails, the next attempt need not analyse again.
    for boarding in plan.led where boarding.remembered == nil {
      if let report = found[boarding.id]?.report { remember(report, boarding.id) }
    }
    if !toWrite.isEmpty { try await write(toWrite) }
    for boarding in plan.led { land(boarding.id, found[boarding.id]?.report) }
    return found
  }

  private func remember(_ report: StoredReport, _ id: ResultID) {
    let evicted = memory.withLock {
      $0.insert(report, for: id, cost: report.bytes.count + Self.entryOverhead)
    }
    if evicted > 0 { tally.withLock { $0.evicted += evicted } }
  }

  private func analysed(
    _ boardings: [Boarding], _ analysis: @escaping Analysis
  ) async -> [(Boarding, StoredReport, Duration)] {
    await withTaskGroup { group in
      for boarding in boardings {
        group.addTask {
          let clock = ContinuousClock()
          let start = clock.now
          let report = StoredReport(await analysis(boarding.index))
          return (boarding, report, clock.now - start)
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
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

  private func count(_ resolutions: [Resolution]) {
    tally.withLock { counts in
      for resolution in resolutions {
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
