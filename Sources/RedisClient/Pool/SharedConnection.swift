import NIOCore
import Synchronization

/// The connection that commands share: made when first needed, and anew after it ended. One try at a time; whoever asks
/// meanwhile waits for the same try.
final class SharedConnection: Sendable {
  private typealias Attempt = Task<Result<RedisConnection, RedisError>, Never>
  private enum Step {
    case ready(RedisConnection)
    case wait(Attempt)
    case closed
  }
  private struct State {
    var current: RedisConnection?
    var attempt: Attempt?
    var isClosed = false
  }

  private let connector: Connector
  private let eventLoop: any EventLoop
  private let state = Mutex(State())

  init(_ connector: Connector, on eventLoop: any EventLoop) {
    self.connector = connector
    self.eventLoop = eventLoop
  }

  /// The open connection, or the outcome of the try to make one.
  func connection() async throws(RedisError) -> RedisConnection {
    let step = state.withLock { state -> Step in
      if state.isClosed { return .closed }
      if let current = state.current, current.isOpen { return .ready(current) }
      let attempt = state.attempt ?? Task { await self.connect() }
      state.attempt = attempt
      return .wait(attempt)
    }
    switch step {
    case .ready(let connection): return connection
    case .wait(let attempt): return try await attempt.value.get()
    case .closed: throw RedisClient.shutDown
    }
  }

  private func connect() async -> Result<RedisConnection, RedisError> {
    do throws(RedisError) {
      let connection = try await connector.connect(on: eventLoop)
      let isClosed = state.withLock { state in
        state.attempt = nil
        state.current = connection
        return state.isClosed
      }
      guard isClosed else { return .success(connection) }
      await connection.close()
      return .failure(RedisClient.shutDown)
    } catch {
      state.withLock { $0.attempt = nil }
      return .failure(error)
    }
  }

  func close() async {
    let (connection, attempt) = state.withLock { state in
      state.isClosed = true
      return (state.current, state.attempt)
    }
    attempt?.cancel()
    await connection?.close()
  }
}
