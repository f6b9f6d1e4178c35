import Synchronization

/// One report on its way: whoever needs it meanwhile waits for it.
final class Flight: Sendable {
  /// What became of it; nil where whoever made it gave up, and the others must see for themselves.
  typealias Outcome = StoredReport?

  private enum State {
    case waiting([CheckedContinuation<Outcome, Never>])
    case landed(Outcome)
  }
  private let state = Mutex(State.waiting([]))

  /// Waits until it has landed. - Precondition: the caller's own flights land whether this returns or not, otherwise
  /// two could wait for each other.
  func landed() async -> Outcome {
    await withCheckedContinuation { continuation in
      let outcome: Outcome?? = state.withLock { state in
        switch state {
        case .waiting(let others):
          state = .waiting(others + [continuation])
          return .none
        case .landed(let outcome): return .some(outcome)
        }
      }
      if let outcome { continuation.resume(returning: outcome ?? nil) }
    }
  }

  /// Wakes all that wait. Only the first call counts.
  func land(_ outcome: Outcome) {
    let waiting = state.withLock { state in
      guard case .waiting(let continuations) = state else {
        return [] as [CheckedContinuation<Outcome, Never>]
      }
      state = .landed(outcome)
      return continuations
    }
    for continuation in waiting { continuation.resume(returning: outcome) }
  }
}
