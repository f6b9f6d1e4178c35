import NIOCore
import Synchronization

/// Connections for one borrower at a time, at most `limit` of them; who comes when all are lent waits in line.
final class ConnectionPool: Sendable {
  private typealias Waiter = CheckedContinuation<Result<Void, RedisError>, Never>
  private struct State {
    var idle: [RedisConnection] = []
    var lent = 0
    var nextTicket: UInt64 = 0
    var waiters: [(ticket: UInt64, waiter: Waiter)] = []
    var isClosed = false
  }

  private let connector: Connector
  private let group: any EventLoopGroup
  private let limit: Int
  private let state = Mutex(State())

  init(_ connector: Connector, group: any EventLoopGroup, limit: Int) {
    self.connector = connector
    self.group = group
    self.limit = max(limit, 1)
  }

  /// Takes a connection, or waits for one; give it back with `giveBack`.
  func borrow() async throws(RedisError) -> RedisConnection {
    try await permit()
    let kept = state.withLock { state -> RedisConnection? in
      while let connection = state.idle.popLast() { if connection.isOpen { return connection } }
      return nil
    }
    if let kept { return kept }
    do throws(RedisError) {
      return try await connector.connect(on: group.next())
    } catch {
      releasePermit()
      throw error
    }
  }

  /// Ends a loan. A connection that is not sound (what it was doing is unknown) is closed instead of kept.
  func giveBack(_ connection: RedisConnection, isSound: Bool) async {
    let isKept = state.withLock { state in
      guard isSound, connection.isOpen, !state.isClosed else { return false }
      state.idle.append(connection)
      return true
    }
    if !isKept { await connection.close() }
    releasePermit()
  }

  private func permit() async throws(RedisError) {
    let ticket = state.withLock { state in
      state.nextTicket += 1
      return state.nextTicket
    }
    let result = await withTaskCancellationHandler {
      await withCheckedContinuation { (waiter: Waiter) in
        let answer = state.withLock { state -> Result<Void, RedisError>? in
          if state.isClosed { return .failure(RedisClient.shutDown) }
          // Asked for under the lock: a cancellation after this finds the waiter in line.
          if Task.isCancelled { return .failure(.cancelled) }
          if state.lent < limit {
            state.lent += 1
            return .success(())
          }
          state.waiters.append((ticket, waiter))
          return nil
        }
        if let answer { waiter.resume(returning: answer) }
      }
    } onCancel: {
      let waiter = state.withLock { state -> Waiter? in
        guard let index = state.waiters.firstIndex(where: { $0.ticket == ticket }) else { return nil }
        return state.waiters.remove(at: index).waiter
      }
      waiter?.resume(returning: .failure(.cancelled))
    }
    try result.get()
  }

  private func releasePermit() {
    let next = state.withLock { state -> Waiter? in
      if state.waiters.isEmpty {
        state.lent -= 1
        return nil
      }
      return state.waiters.removeFirst().waiter
    }
    next?.resume(returning: .success(()))
  }

  /// Closes what is idle and sends away who waits; what is lent is closed when it comes back.
  func close() async {
    let (idle, waiters) = state.withLock { state in
      defer { (state.idle, state.waiters, state.isClosed) = ([], [], true) }
      return (state.idle, state.waiters)
    }
    for (_, waiter) in waiters { waiter.resume(returning: .failure(RedisClient.shutDown)) }
    for connection in idle { await connection.close() }
  }
}
