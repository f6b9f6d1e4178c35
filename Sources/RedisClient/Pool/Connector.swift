import Logging
import NIOCore
import Synchronization

/// Makes the connections of one client. Tries that fail hold back those after them, with backoff and jitter, whoever makes
/// them: that the server is away is one fact.
final class Connector: Sendable {
  private struct State {
    var failures = 0
    var lastFailure: ContinuousClock.Instant?
  }

  let configuration: RedisConfiguration
  let logger: Logger
  private let backoff: Backoff
  private let state = Mutex(State())

  init(_ configuration: RedisConfiguration, logger: Logger, backoff: Backoff) {
    self.configuration = configuration
    self.logger = logger
    self.backoff = backoff
  }

  /// Waits out what is left of the backoff, then tries once. Throws `cancelled` where the wait was.
  func connect(on eventLoop: any EventLoop) async throws(RedisError) -> RedisConnection {
    let wait = state.withLock { state -> Duration in
      guard let last = state.lastFailure else { return .zero }
      return backoff.delay(beforeAttempt: state.failures + 1) - (ContinuousClock.now - last)
    }
    if wait > .zero {
      do { try await Task.sleep(for: wait) } catch { throw .cancelled }
    }
    let started = ContinuousClock.now
    do throws(RedisError) {
      let connection = try await RedisConnection.connect(configuration, on: eventLoop, logger: logger)
      state.withLock { $0 = State() }
      return connection
    } catch {
      if error != .cancelled {
        state.withLock { state in
          // Tries that ran side by side are one failure.
          if let last = state.lastFailure, last > started { return }
          state.failures += 1
          state.lastFailure = .now
        }
      }
      throw error
    }
  }
}
