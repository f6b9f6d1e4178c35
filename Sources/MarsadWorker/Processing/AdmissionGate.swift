import MarsadQueue
import Synchronization

/// Lets batches of jobs into the worker: bounded in jobs and bytes, fair to the queues by their weights, and alone for a
/// job that took a worker down before.
///
/// A batch that is too large for the bounds is let in when nothing else is under way. A batch that must be alone holds
/// back all others from the moment it waits, so that it is never starved.
final class AdmissionGate: Sendable {
  /// What a batch takes up.
  struct Ticket: Sendable {
    let queue: Int
    let jobs: Int
    let bytes: Int
    var isAlone = false
  }

  private struct Waiter {
    let ticket: Ticket
    let continuation: CheckedContinuation<Void, Never>
  }

  private struct State {
    var jobs = 0
    var bytes = 0
    var hasAlone = false
    var waiting: [[Waiter]]
    var waitingAlone: [Waiter] = []
    var turns: WeightedRoundRobin
  }

  private let mostJobs: Int
  private let mostBytes: Int
  private let state: Mutex<State>

  init(jobs: Int, bytes: Int, weights: [Int]) {
    mostJobs = jobs
    mostBytes = bytes
    state = Mutex(State(waiting: weights.map { _ in [] }, turns: WeightedRoundRobin(weights: weights)))
  }

  /// Jobs that are under way now.
  var jobsUnderWay: Int { state.withLock { $0.jobs } }

  /// Returns once the batch may go on. Every call is followed by one of `leave`.
  func enter(_ ticket: Ticket) async {
    await withCheckedContinuation { continuation in
      admit { state in
        let waiter = Waiter(ticket: ticket, continuation: continuation)
        if ticket.isAlone {
          state.waitingAlone.append(waiter)
        } else {
          state.waiting[ticket.queue].append(waiter)
        }
      }
    }
  }

  /// The batch is through.
  func leave(_ ticket: Ticket) {
    admit { state in
      state.jobs -= ticket.jobs
      state.bytes -= ticket.bytes
      if ticket.isAlone { state.hasAlone = false }
    }
  }

  private func admit(after change: (inout State) -> Void) {
    let admitted = state.withLock { state in
      change(&state)
      var admitted: [Waiter] = []
      while let waiter = next(&state) {
        state.jobs += waiter.ticket.jobs
        state.bytes += waiter.ticket.bytes
        state.hasAlone = waiter.ticket.isAlone
        admitted.append(waiter)
      }
      return admitted
    }
    for waiter in admitted { waiter.continuation.resume() }
  }

  private func next(_ state: inout State) -> Waiter? {
    guard !state.hasAlone else { return nil }
    guard state.waitingAlone.isEmpty else { return state.jobs == 0 ? state.waitingAlone.removeFirst() : nil }
    let (jobs, bytes, waiting) = (state.jobs, state.bytes, state.waiting)
    let queue = state.turns.next { queue in
      guard let ticket = waiting[queue].first?.ticket else { return false }
      return jobs == 0 || (jobs + ticket.jobs <= mostJobs && bytes + ticket.bytes <= mostBytes)
    }
    return queue.map { state.waiting[$0].removeFirst() }
  }
}
