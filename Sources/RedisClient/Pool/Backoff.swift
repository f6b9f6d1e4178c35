/// How long to wait before the n-th try: exponential with full jitter, so that many clients do not come back at once
/// (Brooker, "Exponential Backoff And Jitter", 2015).
public struct Backoff: Sendable, Equatable {
  /// The longest wait before the second try.
  public var base: Duration
  /// No wait is longer.
  public var limit: Duration

  /// Waits of up to `base`, 2·`base`, 4·`base` …, at most `limit`.
  public init(base: Duration = .milliseconds(50), limit: Duration = .seconds(3)) {
    self.base = base
    self.limit = limit
  }

  /// The wait before try `attempt` (1: the first, no wait), drawn evenly from zero to its bound.
  public func delay(beforeAttempt attempt: Int, random: Double = .random(in: 0..<1)) -> Duration {
    attempt <= 1 ? .zero : bound(beforeAttempt: attempt) * random
  }

  /// The longest that the wait before try `attempt` can be.
  public func bound(beforeAttempt attempt: Int) -> Duration {
    attempt <= 1 ? .zero : min(base * Double(1 << min(attempt - 2, 30)), limit)
  }
}
