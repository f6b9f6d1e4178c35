import Foundation
import MarsadCache
import MarsadCore
import MarsadQueue
import MarsadWire
import MarsadWorker
import RedisClient

extension Worker {
  /// A worker as the settings describe it, with an analysis that is loaded already: before Redis is asked for anything.
  convenience init(_ settings: Settings, _ analyzer: Analyzer) throws {
    self.init(
      try WorkerConfiguration(settings), analyzer: Analyzer.version, logger: RedisSession.logger(settings)
    ) { analyzer.analyze($0) }
  }
}

extension WorkerConfiguration {
  /// A worker's configuration out of the settings.
  init(_ settings: Settings) throws {
    let name = "\(ProcessInfo.processInfo.hostName)-\(ProcessInfo.processInfo.processIdentifier)"
    let queues = try settings.weightedQueues.map { queue, weight in
      var configuration = QueueConfiguration(
        keys: try KeyNames(prefix: settings[.prefix], queue: queue), worker: name)
      configuration.lease = settings.duration(.lease) ?? configuration.lease
      // Several heartbeats fit into a lease: one that is late costs nothing.
      configuration.beat = min(configuration.beat, configuration.lease / 4)
      configuration.eventsLength = settings.count(.eventsLength) ?? configuration.eventsLength
      configuration.maximumDeaths = settings.count(.maxAttempts) ?? configuration.maximumDeaths
      return Queue(configuration, weight: weight)
    }
    self.init(
      redis: try RedisConfiguration(url: settings[.redis]), queues: queues,
      analysisThreads: settings.count(.concurrency) ?? ProcessInfo.processInfo.activeProcessorCount)
    retries.maximumAttempts = settings.count(.maxAttempts) ?? retries.maximumAttempts
    cache.memoryBytes = settings.bytes(.cacheBytes) ?? cache.memoryBytes
    cache.timeToLive = settings.duration(.resultTTL) ?? cache.timeToLive
    cache.refreshesTimeToLive = settings[.refreshTTL] == "yes"
    cache.compression = settings[.resultCompression] == "zstd" ? .zstandard(level: 3) : .none
    nearDuplicates.isOn = settings[.nearDuplicates] == "yes"
    nearDuplicates.timeToLive = settings.duration(.nearDuplicateTTL) ?? nearDuplicates.timeToLive
    nearDuplicates.greatestDistance =
      settings.count(.nearDuplicateDistance) ?? nearDuplicates.greatestDistance
    shutdownDeadline = settings.duration(.drainDeadline) ?? shutdownDeadline
    status = BindAddress(settings[.http]).map { Address(host: $0.host, port: $0.port) }
  }
}
