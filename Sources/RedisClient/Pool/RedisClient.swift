public import Logging
public import NIOCore
import NIOPosix
import Synchronization

/// A server that one keeps talking to: one shared connection for what does not block, more for what does, both made anew
/// when they end, with backoff and jitter.
///
/// A command that was under way when its connection ended is not sent again: only its sender knows whether that is safe.
public final class RedisClient: Sendable {
  /// Where it connects to.
  public let configuration: RedisConfiguration
  /// The loops that its connections run on.
  public let group: any EventLoopGroup
  let logger: Logger
  private let backoff: Backoff
  private let shared: SharedConnection
  private let idle = Mutex<[RedisConnection]>([])
  private let maximumIdle: Int

  /// Makes a client; it connects when first used.
  public init(
    _ configuration: RedisConfiguration, group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton,
    logger: Logger, backoff: Backoff = Backoff(), maximumIdle: Int = 8
  ) {
    self.configuration = configuration
    self.group = group
    self.logger = logger
    self.backoff = backoff
    self.maximumIdle = maximumIdle
    shared = SharedConnection(configuration, on: group.next(), logger: logger, backoff: backoff)
  }

  /// Sends one command on the shared connection. An error reply is thrown.
  public func send(_ command: RedisCommand, timeout: Duration? = nil) async throws(RedisError) -> RedisValue {
    try await shared.connection().send(command, timeout: timeout)
  }

  /// Sends commands in one write on the shared connection; error replies stay values.
  public func pipeline(
    _ commands: [RedisCommand], timeout: Duration? = nil
  ) async throws(RedisError) -> [RedisValue] {
    try await shared.connection().pipeline(commands, timeout: timeout)
  }

  /// Runs a script on the shared connection.
  public func evaluate(
    _ script: RedisScript, keys: [String], arguments: [RedisArgument], timeout: Duration? = nil
  ) async throws(RedisError) -> RedisValue {
    try await shared.connection().evaluate(script, keys: keys, arguments: arguments, timeout: timeout)
  }

  /// A connection of one's own, for blocking commands; the caller closes it.
  public func connect(on eventLoop: (any EventLoop)? = nil) async throws(RedisError) -> RedisConnection {
    try await RedisConnection.connect(configuration, on: eventLoop ?? group.next(), logger: logger)
  }

  /// Lends a connection for blocking commands, and keeps it for the next borrower while it is sound.
  public func withConnection<R>(_ body: (RedisConnection) async throws -> R) async throws -> R {
    let kept = idle.withLock { connections -> RedisConnection? in
      while let connection = connections.popLast() { if connection.isOpen { return connection } }
      return nil
    }
    let connection = if let kept { kept } else { try await connect() }
    do {
      let result = try await body(connection)
      let isKept = idle.withLock { connections in
        guard connection.isOpen, connections.count < maximumIdle else { return false }
        connections.append(connection)
        return true
      }
      if !isKept { await connection.close() }
      return result
    } catch {
      // What it was doing is unknown (a blocking command may still be under way), so it is not lent again.
      await connection.close()
      throw error
    }
  }

  /// Closes all connections.
  public func shutdown() async {
    await shared.close()
    let connections = idle.withLock { connections in
      defer { connections = [] }
      return connections
    }
    for connection in connections { await connection.close() }
  }
}

/// The connection that commands share: made when first needed, and anew after it ended. One try at a time; between tries it
/// waits with backoff, and whoever asks meanwhile waits for the same try.
private actor SharedConnection {
  private let configuration: RedisConfiguration
  private let eventLoop: any EventLoop
  private let logger: Logger
  private let backoff: Backoff
  private var current: RedisConnection?
  private var attempt: Task<Result<RedisConnection, RedisError>, Never>?
  private var failures = 0
  private var isClosed = false

  init(_ configuration: RedisConfiguration, on eventLoop: any EventLoop, logger: Logger, backoff: Backoff) {
    self.configuration = configuration
    self.eventLoop = eventLoop
    self.logger = logger
    self.backoff = backoff
  }

  func connection() async throws(RedisError) -> RedisConnection {
    if isClosed { throw .connectionClosed(reason: "the client was shut down") }
    if let current, current.isOpen { return current }
    let task = attempt ?? Task { [self] in await connect() }
    attempt = task
    return try await task.value.get()
  }

  private func connect() async -> Result<RedisConnection, RedisError> {
    try? await Task.sleep(for: backoff.delay(beforeAttempt: failures + 1))
    let result: Result<RedisConnection, RedisError>
    do throws(RedisError) {
      let connection = try await RedisConnection.connect(configuration, on: eventLoop, logger: logger)
      current = connection
      failures = 0
      result = .success(connection)
    } catch {
      failures += 1
      result = .failure(error)
    }
    attempt = nil
    return result
  }

  func close() async {
    isClosed = true
    await current?.close()
  }
}
