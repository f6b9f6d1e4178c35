import Logging
import Synchronization

/// A message of a channel.
public struct RedisMessage: Sendable, Equatable {
  /// The channel that it was published on.
  public let channel: String
  /// The pattern that matched, nil where the channel itself was subscribed to.
  public let pattern: String?
  /// Its bytes.
  public let payload: [UInt8]

  /// Reads a `message` or `pmessage` push; nil where it is another one.
  init?(_ push: RedisValue) {
    guard let parts = push.elements, let channel = parts.dropLast().last?.string,
      let payload = parts.last?.bytes
    else {
      return nil
    }
    switch (parts.first?.string, parts.count) {
    case ("message", 3): pattern = nil
    case ("pmessage", 4): pattern = parts[1].string
    default: return nil
    }
    self.channel = channel
    self.payload = payload
  }
}

/// Messages as they are published, for one reader. It survives the connection; letting the iterator go or cancelling the
/// task that reads ends it.
public struct RedisSubscription: AsyncSequence, Sendable {
  /// What it yields.
  public typealias Element = RedisMessage

  private let messages: AsyncStream<RedisMessage>
  private let feed: Feed

  init(messages: AsyncStream<RedisMessage>, feed: Feed) {
    self.messages = messages
    self.feed = feed
  }

  /// How often the connection ended and the subscription was made anew: what was published meanwhile was missed.
  public var interruptions: Int { feed.counts.withLock { $0.interruptions } }
  /// Messages dropped because the reader was more than `Feed.capacity` behind.
  public var dropped: Int { feed.counts.withLock { $0.dropped } }

  /// The messages from here on.
  public func makeAsyncIterator() -> AsyncStream<RedisMessage>.Iterator { messages.makeAsyncIterator() }

  /// Ends the subscription and closes its connection.
  public func cancel() { feed.end() }
}

extension RedisSubscription {
  /// Holds the connection, subscribes again after it ended, and feeds the reader.
  final class Feed: Sendable {
    struct Counts {
      var interruptions = 0
      var dropped = 0
    }
    /// Messages kept for a reader that is slow.
    static let capacity = 1 << 14
    private static let keepalive = Duration.seconds(10)

    let counts = Mutex(Counts())
    private let commands: [RedisCommand]
    private let expected: Int
    private let logger: Logger
    private let connect: @Sendable () async throws(RedisError) -> RedisConnection
    private let work = Mutex<(task: Task<Void, Never>?, isOver: Bool)>((nil, false))

    init(
      channels: [String], patterns: [String], logger: Logger,
      connect: @escaping @Sendable () async throws(RedisError) -> RedisConnection
    ) {
      commands = [("SUBSCRIBE", channels), ("PSUBSCRIBE", patterns)].filter { !$0.1.isEmpty }.map {
        RedisCommand($0.0, arguments: $0.1.map { RedisArgument($0) })
      }
      expected = channels.count + patterns.count
      self.logger = logger
      self.connect = connect
    }

    var isOver: Bool { work.withLock { $0.isOver } }

    /// Subscribes a first time, then keeps at it in a task that ends with the reader.
    func start() async throws(RedisError) -> RedisSubscription {
      let first = try await subscribe()
      let (messages, reader) = AsyncStream.makeStream(
        of: RedisMessage.self, bufferingPolicy: .bufferingOldest(Self.capacity))
      let task = Task { await self.run(first, reader) }
      work.withLock { $0.task = task }
      reader.onTermination = { [weak self] _ in self?.end() }
      return RedisSubscription(messages: messages, feed: self)
    }

    func end() {
      let task = work.withLock { work in
        work.isOver = true
        return work.task
      }
      task?.cancel()
    }

    /// A subscribed connection; `early`: what came between the confirmations of the first channel and the last.
    private struct Source {
      let connection: RedisConnection
      var pushes: AsyncStream<RedisValue>.Iterator
      var early: [RedisMessage] = []
    }

    /// Connects, subscribes, and waits until the server has confirmed every channel.
    private func subscribe() async throws(RedisError) -> Source {
      let connection = try await connect()
      do throws(RedisError) {
        let pushes = try await connection.listen(commands, keepalive: Self.keepalive)
        var source = Source(connection: connection, pushes: pushes.makeAsyncIterator())
        var confirmed = 0
        while confirmed < expected {
          guard let push = await source.pushes.next(isolation: #isolation) else {
            throw Task.isCancelled ? .cancelled : .connectionClosed(reason: "while subscribing")
          }
          if let message = push.errorMessage { throw RedisError.reply(message) }
          if let message = RedisMessage(push) { source.early.append(message) } else { confirmed += 1 }
        }
        return source
      } catch {
        await connection.close()
        throw error
      }
    }

    private func run(_ first: Source, _ reader: AsyncStream<RedisMessage>.Continuation) async {
      var source = first
      while true {
        for message in source.early { pass(message, to: reader) }
        while let push = await source.pushes.next(isolation: #isolation) {
          if let message = RedisMessage(push) { pass(message, to: reader) }
        }
        await source.connection.close()
        guard let next = await resubscribe() else { break }
        source = next
        counts.withLock { $0.interruptions += 1 }
      }
      reader.finish()
    }

    private func pass(_ message: RedisMessage, to reader: AsyncStream<RedisMessage>.Continuation) {
      if case .dropped = reader.yield(message) { counts.withLock { $0.dropped += 1 } }
    }

    /// Tries until it works; nil once the subscription is over. The connector sees to it that tries keep apart.
    private func resubscribe() async -> Source? {
      while !isOver, !Task.isCancelled {
        do throws(RedisError) {
          return try await subscribe()
        } catch {
          logger.debug("subscribing again failed", metadata: ["reason": "\(error)"])
          // A server that lets us in and then refuses the channel is not held back by the connector.
          if case .reply = error { try? await Task.sleep(for: .seconds(1)) }
        }
      }
      return nil
    }
  }
}
