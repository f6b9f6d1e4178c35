import Synchronization

/// The jobs whose ends somebody waits for: named before they are pushed, so that no event comes too early.
final class AwaitedJobs: Sendable {
  private struct State {
    var ids: Set<String> = []
    var isComplete = false
  }
  private let state = Mutex(State())

  /// Ids to come.
  func expect(_ ids: [String]) { state.withLock { $0.ids.formUnion(ids) } }

  /// Whether the id was awaited; it no longer is.
  func take(_ id: String) -> Bool { state.withLock { $0.ids.remove(id) != nil } }

  /// No more ids will be named.
  func complete() { state.withLock { $0.isComplete = true } }

  /// Whether all have been named.
  var isComplete: Bool { state.withLock { $0.isComplete } }

  /// How many are still awaited.
  var count: Int { state.withLock { $0.ids.count } }
}
