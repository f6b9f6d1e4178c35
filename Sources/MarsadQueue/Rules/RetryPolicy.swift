public import RedisClient

/// Whether a job that failed for a passing reason is tried again, and after how long.
public struct RetryPolicy: Sendable, Equatable {
  /// Attempts in all, where the job does not say.
  public var maximumAttempts: Int
  /// The wait before each: exponential with full jitter.
  public var backoff: Backoff

  /// Waits of up to 1 s, 2 s, 4 s …, at most `limit`.
  public init(maximumAttempts: Int = 5, base: Duration = .seconds(1), limit: Duration = .seconds(600)) {
    self.maximumAttempts = maximumAttempts
    backoff = Backoff(base: base, limit: limit)
  }

  /// What to do after attempt `attempt` (from 1) failed: the wait before the next, nil where that was the last.
  public func delay(
    afterAttempt attempt: Int, jobMaximum: Int? = nil, random: Double = .random(in: 0..<1)
  ) -> Duration? {
    guard attempt < jobMaximum ?? maximumAttempts else { return nil }
    return backoff.delay(beforeAttempt: attempt + 1, random: random)
  }
}
