/// How near-duplicates are looked for (docs/decisions/0020-near-duplicates.md has the figures).
public struct NearDuplicateConfiguration: Sendable, Equatable {
  /// Whether they are looked for at all.
  public var isOn = true
  /// How long an article can be found after it was first seen.
  public var timeToLive: Duration = .seconds(3 * 86_400)
  /// In how many of the 48 values of the sketches two articles may differ: 28 is a Jaccard index of about 0.4.
  public var greatestDistance = 28
  /// How many articles a band keeps, the newest: what many articles share tells little.
  public var articlesABand = 8
  /// How many articles are compared with a new one, at most.
  public var comparisons = 32
  /// How long the index may take before a batch goes on without it.
  public var timeout: Duration = .seconds(1)
  /// How many answers are kept in the process's own memory.
  public var memoryAnswers = 8_192

  /// The defaults.
  public init() {}
}

/// What an index of near-duplicates has done since the process began.
public struct NearDuplicateCounts: Sendable, Equatable {
  /// Articles that Redis was asked for.
  public var lookups = 0
  /// Articles that it could not be asked for; their events say null.
  public var unavailable = 0
}
