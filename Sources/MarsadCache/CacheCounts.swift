/// What a cache has done since the process began.
public struct CacheCounts: Sendable, Equatable {
  /// Reports out of the process's own memory.
  public var localHits = 0
  /// Reports out of Redis.
  public var sharedHits = 0
  /// Jobs that shared an analysis under way.
  public var coalesced = 0
  /// Reports that were nowhere.
  public var misses = 0
  /// Values in Redis that were no whole report of the article; each was replaced.
  public var corrupt = 0
  /// Reports that memory had and Redis had lost; each was written again.
  public var restored = 0
  /// Looks into Redis that failed; the articles were analysed.
  public var unavailable = 0
  /// Reports that memory gave up for others.
  public var evicted = 0
  /// Bytes read from Redis.
  public var bytesRead = 0
  /// Bytes written to Redis.
  public var bytesWritten = 0
  /// Bytes in memory now.
  public var memoryBytes = 0
  /// Reports in memory now.
  public var memoryReports = 0
}
