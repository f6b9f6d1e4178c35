import NIOCore

/// Commands waiting for their replies: one write, one wait, however many commands.
///
/// Belongs to the connection's event loop. A batch whose waiter was cancelled stays in line, so that replies keep
/// meeting the commands that they answer.
@safe final class PendingBatch {
  let name: String
  let count: Int
  let deadline: NIODeadline
  var replies: [RedisValue] = []
  private var waiter: UnsafeContinuation<Result<[RedisValue], RedisError>, Never>?

  init(
    name: String, count: Int, deadline: NIODeadline,
    waiter: UnsafeContinuation<Result<[RedisValue], RedisError>, Never>
  ) {
    self.name = name
    self.count = count
    self.deadline = deadline
    unsafe self.waiter = waiter
    replies.reserveCapacity(count)
  }

  /// Answers the waiter, once.
  func finish(_ result: Result<[RedisValue], RedisError>) {
    guard let waiter = unsafe waiter else { return }
    unsafe self.waiter = nil
    unsafe waiter.resume(returning: result)
  }
}

/// Bytes from the channel to replies, replies to the batches that wait, in order.
final class CommandHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let reader: ReplyReader
  private var pending = CircularBuffer<PendingBatch>()
  private var context: ChannelHandlerContext?
  private var failure: RedisError?
  private var watch: Scheduled<Void>?
  /// Takes replies that nobody waits for: the messages of a subscribed connection.
  var onPush: ((RedisValue) -> Void)?
  /// Told once, when the connection is over.
  var onClose: ((RedisError) -> Void)?

  init(limits: ReplyLimits) throws(RedisError) { reader = try ReplyReader(limits: limits) }

  func handlerAdded(context: ChannelHandlerContext) { self.context = context }

  func handlerRemoved(context: ChannelHandlerContext) {
    fail(.connectionClosed(reason: "closed"))
    self.context = nil
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard failure == nil else { return }
    do throws(RedisError) {
      let buffer = Self.unwrapInboundIn(data)
      let fed: Result<Void, RedisError> = unsafe buffer.withUnsafeReadableBytes { bytes in
        do throws(RedisError) { return .success(unsafe try reader.feed(bytes)) } catch {
          return .failure(error)
        }
      }
      try fed.get()
      while let reply = try reader.next() { deliver(reply) }
    } catch {
      fail(error)
      context.close(promise: nil)
    }
  }

  private func deliver(_ reply: RedisValue) {
    guard onPush == nil, let batch = pending.first else {
      onPush?(reply)
      return
    }
    batch.replies.append(reply)
    if batch.replies.count == batch.count {
      pending.removeFirst()
      batch.finish(.success(batch.replies))
    }
  }

  func channelInactive(context: ChannelHandlerContext) {
    fail(.connectionClosed(reason: "the server ended it"))
    context.fireChannelInactive()
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) {
    fail(.connectionClosed(reason: "\(error)"))
    context.close(promise: nil)
  }

  /// Sends a batch; on the event loop only.
  func send(_ bytes: ByteBuffer, _ batch: PendingBatch) {
    if let failure { return batch.finish(.failure(failure)) }
    guard let context else { return batch.finish(.failure(.connectionClosed(reason: "not connected"))) }
    pending.append(batch)
    context.writeAndFlush(NIOAny(bytes), promise: nil)
    arm()
  }

  /// Writes without waiting for an answer: the commands of a subscribed connection.
  func write(_ bytes: ByteBuffer) { context?.writeAndFlush(NIOAny(bytes), promise: nil) }

  /// One timer a connection, not one a command: it looks at all that wait, four times a second.
  private func arm() {
    guard watch == nil, let loop = context?.eventLoop else { return }
    watch = loop.assumeIsolated().scheduleTask(in: .milliseconds(250)) { [weak self] in
      guard let self else { return }
      self.watch = nil
      let now = NIODeadline.now()
      if let late = self.pending.first(where: { $0.deadline < now }) {
        self.fail(.timeout(command: late.name))
        self.context?.close(promise: nil)
      } else if !self.pending.isEmpty {
        self.arm()
      }
    }
  }

  private func fail(_ error: RedisError) {
    guard failure == nil else { return }
    failure = error
    watch?.cancel()
    watch = nil
    while let batch = pending.popFirst() { batch.finish(.failure(error)) }
    onClose?(error)
    onClose = nil
  }
}
