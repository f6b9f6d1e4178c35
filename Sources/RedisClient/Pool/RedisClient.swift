public import Logging
public import NIOCore
import NIOPosix
import Synchronization

/// A server that one keeps talking to: one shared connection for what does not block, a bounded pool for what does, one
/// connection a subscription; all made anew when they end, with backoff and jitter.
///
/// A command that was under way when its connection ended is not sent again: only its sender knows whether that is safe.
public final class RedisClient: Sendable {
  /// The loops that its connections run on.
  public let group: any EventLoopGroup
  private let connector: Connector
  private let shared: SharedConnection
  private let pool: ConnectionPool
  private let subscriptions = Mutex<[ObjectIdentifier: RedisSubscription.Feed]?>([:])

  static let shutDown = RedisError.connectionClosed(reason: "the client was shut down")

  /// Makes a client; it connects when first used.
  ///
  /// `maximumConnections`: how many connections `withConnection` lends at once; who comes then waits.
  public init(
    _ configuration: RedisConfiguration, group: any EventLoopGroup = MultiThreadedEventLoopGroup.singleton,
    logger: Logger, backoff: Backoff = Backoff(), maximumConnections: Int = 32
  ) {
    self.group = group
    connector = Connector(configuration, logger: logger, backoff: backoff)
    shared = SharedConnection(connector, on: group.next())
    pool = ConnectionPool(connector, group: group, limit: maximumConnections)
  }

  /// Where it connects to.
  public var configuration: RedisConfiguration { connector.configuration }

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

  /// Runs a script many times in one write on the shared connection; error replies stay values.
  package func evaluate(
    _ script: RedisScript, calls: [RedisScriptCall], timeout: Duration? = nil
  ) async throws(RedisError) -> [RedisValue] {
    try await shared.connection().evaluate(script, calls: calls, timeout: timeout)
  }

  /// A connection of one's own, outside the pool; the caller closes it. After tries that failed it waits its turn first.
  public func connect(on eventLoop: (any EventLoop)? = nil) async throws(RedisError) -> RedisConnection {
    try await connector.connect(on: eventLoop ?? group.next())
  }

  /// Lends a connection for blocking commands, and keeps it for the next borrower while it is sound. `body` leaves it as it
  /// found it (no MULTI, SELECT or SUBSCRIBE); where it throws, the connection is closed.
  public func withConnection<R>(_ body: (RedisConnection) async throws -> R) async throws -> R {
    let connection = try await pool.borrow()
    do {
      let result = try await body(connection)
      await pool.giveBack(connection, isSound: true)
      return result
    } catch {
      // A blocking command may still be under way on it.
      await pool.giveBack(connection, isSound: false)
      throw error
    }
  }

  /// Subscribes to channels and glob patterns; returns when the server has confirmed it, and throws where the first try
  /// fails. Later the subscription connects and subscribes again by itself; what was published meanwhile is gone, as is
  /// the way of Redis's channels: `RedisSubscription.interruptions` counts such gaps.
  public func subscribe(
    to channels: [String], patterns: [String] = []
  ) async throws(RedisError) -> RedisSubscription {
    let connector = connector
    let loop = group.next()
    let feed = RedisSubscription.Feed(channels: channels, patterns: patterns, logger: connector.logger) {
      () async throws(RedisError) in try await connector.connect(on: loop)
    }
    let subscription = try await feed.start()
    let isOpen = subscriptions.withLock { feeds in
      feeds = feeds?.filter { !$0.value.isOver }
      feeds?[ObjectIdentifier(feed)] = feed
      return feeds != nil
    }
    guard isOpen else {
      feed.end()
      throw Self.shutDown
    }
    return subscription
  }

  /// Closes all connections and ends all subscriptions. What is sent afterwards throws `connectionClosed`.
  public func shutdown() async {
    let feeds = subscriptions.withLock { feeds in
      defer { feeds = nil }
      return feeds ?? [:]
    }
    for feed in feeds.values { feed.end() }
    await shared.close()
    await pool.close()
  }
}
