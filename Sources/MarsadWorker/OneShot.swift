import Synchronization

/// Something that happens once, and can be waited for before and after.
final class OneShot: Sendable {
  private enum State {
    case waiting([CheckedContinuation<Void, Never>])
    case fired
  }
  private let state = Mutex(State.waiting([]))

  /// Whether it has happened.
  var hasFired: Bool {
    state.withLock { if case .fired = $0 { true } else { false } }
  }

  /// Returns once it has happened.
  func wait() async {
    await withCheckedContinuation { continuation in
      let hasFired = state.withLock { state in
        guard case .waiting(let others) = state else { return true }
        state = .waiting(others + [continuation])
        return false
      }
      if hasFired { continuation.resume() }
    }
  }

  /// Makes it happen; again does nothing.
  func fire() {
    let waiting = state.withLock { state -> [CheckedContinuation<Void, Never>] in
      guard case .waiting(let continuations) = state else { return [] }
      state = .fired
      return continuations
    }
    for continuation in waiting { continuation.resume() }
  }
}
