/// How reports are kept.
public struct ReportCacheConfiguration: Sendable, Equatable {
  /// What the process's own memory may hold, in bytes of reports; 0 for none.
  public var memoryBytes = 64 << 20
  /// How long a report stays in Redis.
  public var timeToLive: Duration = .seconds(7 * 86_400)
  /// Whether a hit gives the report its whole time again.
  public var refreshesTimeToLive = true
  /// How a report stands under its key.
  public var compression = ReportCompression.none
  /// How long a look into Redis may take before the article is analysed instead.
  public var readTimeout: Duration = .seconds(1)
  /// How long a write may take before the job is tried again.
  public var writeTimeout: Duration = .seconds(5)

  /// The defaults.
  public init() {}
}
