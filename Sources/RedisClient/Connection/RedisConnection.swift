public import Logging
public import NIOCore
import NIOPosix
import NIOSSL

/// One connection: commands go out in order, replies come back in order, any number under way at once.
///
/// All its work is done on one event loop. A caller that runs there too (an actor whose executor is `eventLoop`) pays no
/// thread hop. A command that times out or a reply that breaks the protocol ends the connection, since what is in
/// line after it could not be told apart any more.
public final class RedisConnection: Sendable {
  /// Where the connection's work is done.
  public let eventLoop: any EventLoop
  private let channel: any Channel
  let handler: NIOLoopBound<CommandHandler>
  private let end: ConnectionEnd
  private let commandTimeout: Duration

  init(
    channel: any Channel, handler: NIOLoopBound<CommandHandler>, end: ConnectionEnd, commandTimeout: Duration
  ) {
    eventLoop = channel.eventLoop
    self.channel = channel
    self.handler = handler
    self.end = end
    self.commandTimeout = commandTimeout
  }

  /// Connects, then greets: AUTH, SELECT, CLIENT SETNAME as configured. Throws `connect` where any of it fails.
  public static func connect(
    _ configuration: RedisConfiguration, on eventLoop: any EventLoop, logger: Logger
  ) async throws(RedisError) -> RedisConnection {
    let place = configuration.description
    let started = ContinuousClock.now
    let connection: RedisConnection
    do {
      connection = try await open(configuration, on: eventLoop)
    } catch {
      throw .connect(place, reason: reason(error))
    }
    var greeting: [RedisCommand] = []
    if let password = configuration.password {
      let user = configuration.username.map { [RedisArgument($0)] } ?? []
      greeting.append(RedisCommand("AUTH", arguments: user + [RedisArgument(password)]))
    }
    if configuration.database != 0 {
      greeting.append(RedisCommand("SELECT", RedisArgument(configuration.database)))
    }
    if let name = configuration.clientName {
      greeting.append(RedisCommand("CLIENT", "SETNAME", RedisArgument(name)))
    }
    // Last, so that a connection is handed out only when the server serves: TLS is through, no data set is loading.
    greeting.append(RedisCommand("PING"))
    do throws(RedisError) {
      let spent = ContinuousClock.now - started
      let replies = try await connection.pipeline(
        greeting, timeout: max(configuration.connectTimeout - spent, .zero))
      for (command, reply) in zip(greeting, replies) {
        // A user who may not PING is let in all the same.
        guard let message = reply.errorMessage, command.name != "PING" || !message.hasPrefix("NOPERM") else {
          continue
        }
        throw RedisError.connect(place, reason: "\(command.name): \(message)")
      }
    } catch {
      await connection.close()
      switch error {
      case .connect, .cancelled: throw error
      case .connectionClosed(let reason): throw .connect(place, reason: reason)
      default: throw .connect(place, reason: error.description)
      }
    }
    logger.debug("connected to Redis", metadata: ["redis": "\(place)"])
    return connection
  }

  private static func open(
    _ configuration: RedisConfiguration, on eventLoop: any EventLoop
  ) async throws -> RedisConnection {
    let limits = configuration.limits
    let tls = try configuration.tls.map(TLSContext.make)
    let end = ConnectionEnd()
    let host: String? = if case .tcp(let host, _) = configuration.endpoint { host } else { nil }
    let bootstrap = ClientBootstrap(group: eventLoop)
      .connectTimeout(TimeAmount(configuration.connectTimeout))
      .channelOption(.socketOption(.so_keepalive), value: 1)
      .channelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          if let tls { try pipeline.addHandler(TLSContext.handler(tls, host: host)) }
          try pipeline.addHandler(try CommandHandler(limits: limits, end: end))
        }
      }
    let channel: any Channel =
      switch configuration.endpoint {
      case .tcp(let host, let port): try await bootstrap.connect(host: host, port: port).get()
      case .unixSocket(let path): try await bootstrap.connect(unixDomainSocketPath: path).get()
      }
    let handler = try await channel.eventLoop.submit {
      NIOLoopBound(
        try channel.pipeline.syncOperations.handler(type: CommandHandler.self), eventLoop: channel.eventLoop)
    }.get()
    return RedisConnection(
      channel: channel, handler: handler, end: end, commandTimeout: configuration.commandTimeout)
  }

  private static func reason(_ error: any Error) -> String {
    switch error {
    case let error as NIOConnectionError:
      error.connectionErrors.first.map { "\($0.error)" } ?? error.dnsAError.map { "\($0)" } ?? "no address"
    default: "\(error)"
    }
  }

  /// Sends one command. An error reply is thrown as `RedisError.reply`.
  public func send(_ command: RedisCommand, timeout: Duration? = nil) async throws(RedisError) -> RedisValue {
    let replies = try await pipeline([command], timeout: timeout)
    guard let reply = replies.first else { throw .unexpectedReply(command: command.name, reply: "nothing") }
    if case .error(let message) = reply { throw .reply(message) }
    return reply
  }

  /// Sends commands in one write and returns their replies in order; error replies stay values.
  public func pipeline(
    _ commands: [RedisCommand], timeout: Duration? = nil
  ) async throws(RedisError) -> [RedisValue] {
    guard let first = commands.first else { return [] }
    if Task.isCancelled { throw .cancelled }
    var bytes = channel.allocator.buffer(
      capacity: commands.reduce(0) { $0 + $1.parts.reduce(16) { $0 + $1.bytes.count + 16 } })
    for command in commands { try CommandEncoder.encode(command, into: &bytes) }
    let deadline = NIODeadline.now() + TimeAmount(timeout ?? commandTimeout)
    let batch = PendingBatch(name: first.name, count: commands.count, deadline: deadline)
    // Before anything that can suspend: the operation of a cancellation handler may run on another thread, and batches
    // that an actor sends one after the other must reach the server in that order.
    if eventLoop.inEventLoop {
      handler.value.send(bytes, batch)
    } else {
      eventLoop.execute { [handler, bytes] in handler.value.send(bytes, batch) }
    }
    let result = await withTaskCancellationHandler {
      await unsafe withUnsafeContinuation { waiter in
        if eventLoop.inEventLoop {
          unsafe batch.wait(waiter)
        } else {
          eventLoop.execute { unsafe batch.wait(waiter) }
        }
      }
    } onCancel: {
      eventLoop.execute { batch.finish(.failure(.cancelled)) }
    }
    return try result.get()
  }

  /// Sends commands whose answers are messages without end (SUBSCRIBE, PSUBSCRIBE) and yields what comes until the
  /// connection is over. Nothing else can be sent on it from then on.
  func listen(_ commands: [RedisCommand], keepalive: Duration) async throws(RedisError) -> AsyncStream<
    RedisValue
  > {
    var bytes = channel.allocator.buffer(capacity: 256)
    for command in commands { try CommandEncoder.encode(command, into: &bytes) }
    var ping = channel.allocator.buffer(capacity: 16)
    try CommandEncoder.encode(RedisCommand("PING"), into: &ping)
    let (stream, continuation) = AsyncStream.makeStream(of: RedisValue.self)
    eventLoop.execute { [handler, bytes, ping] in
      handler.value.listen(
        bytes, keepalive: TimeAmount(keepalive), ping: ping,
        onPush: { continuation.yield($0) }, onClose: { _ in continuation.finish() })
    }
    return stream
  }

  /// Ends the connection; what waits gets `connectionClosed`.
  public func close() async { try? await channel.close().get() }

  /// Whether commands can still go out: false before anybody hears that the connection failed.
  public var isOpen: Bool { !end.isReached && channel.isActive }
}
