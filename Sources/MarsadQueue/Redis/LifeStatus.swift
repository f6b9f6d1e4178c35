import MarsadWire
import Synchronization

/// What the heartbeat knows and everybody else may read: who lives, whether to pause, what time it is.
final class LifeStatus: Sendable {
  private struct State {
    var life: String?
    var isPaused = false
    var isStopping = false
    var server: (milliseconds: Int64, at: ContinuousClock.Instant)?
    var lastTake: ContinuousClock.Instant?
  }
  private let state = Mutex(State())

  func begin(_ life: String) { state.withLock { $0.life = life } }

  /// Forgets a life unless another one lives by now.
  func end(_ life: String) { state.withLock { if $0.life == life { $0.life = nil } } }

  func lives(_ life: String) -> Bool { state.withLock { $0.life == life } }

  var isPaused: Bool {
    get { state.withLock { $0.isPaused } }
    set { state.withLock { $0.isPaused = newValue } }
  }

  var isStopping: Bool {
    get { state.withLock { $0.isStopping } }
    set { state.withLock { $0.isStopping = newValue } }
  }

  func set(serverTime milliseconds: Int64, at instant: ContinuousClock.Instant) {
    state.withLock { $0.server = (milliseconds, instant) }
  }

  /// The server's clock, carried on by this process's monotonic clock since the last heartbeat.
  var serverTime: Timestamp {
    let server = state.withLock { $0.server }
    guard let server else { return Timestamp(milliseconds: 0) }
    return Timestamp(
      milliseconds: server.milliseconds + (ContinuousClock.now - server.at).wholeMilliseconds)
  }

  func noteTake() { state.withLock { $0.lastTake = .now } }

  /// How long ago Redis last answered an attempt to take jobs.
  var sinceLastTake: Duration? { state.withLock { $0.lastTake }.map { .now - $0 } }
}
