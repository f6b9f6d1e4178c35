import NIOCore

/// Commands waiting for their replies: one write, one wait, however many commands.
///
/// Belongs to the connection's event loop. A batch whose waiter was cancelled stays in line, so that replies keep
/// meeting the commands that they answer.
/// `@unchecked Sendable`: made by the sender, then touched on the event loop only.
@safe final class PendingBatch: @unchecked Sendable {
  let name: String
  let count: Int
  let deadline: NIODeadline
  var replies: [RedisValue] = []
  private var outcome: Result<[RedisValue], RedisError>?
  private var waiter: UnsafeContinuation<Result<[RedisValue], RedisError>, Never>?

  init(name: String, count: Int, deadline: NIODeadline) {
    self.name = name
    self.count = count
    self.deadline = deadline
    replies.reserveCapacity(count)
  }

  /// Takes who waits for it, and answers at once where it is finished already.
  func wait(_ waiter: UnsafeContinuation<Result<[RedisValue], RedisError>, Never>) {
    if let outcome {
      unsafe waiter.resume(returning: outcome)
    } else {
      unsafe self.waiter = waiter
    }
  }

  /// Answers the waiter; only the first outcome counts.
  func finish(_ result: Result<[RedisValue], RedisError>) {
    guard outcome == nil else { return }
    outcome = result
    if let waiter = unsafe waiter { unsafe waiter.resume(returning: result) }
    unsafe waiter = nil
  }
}

/// Bytes from the channel to replies, replies to the batches that wait, in order.
final class CommandHandler: ChannelInboundHandler {
  typealias InboundIn = ByteBuffer

  private let reader: ReplyReader
  private let end: ConnectionEnd
  private var pending = CircularBuffer<PendingBatch>()
  private var context: ChannelHandlerContext?
  private var failure: RedisError?
  private var watch: Scheduled<Void>?
  private var hasRead = false
  private var onPush: ((RedisValue) -> Void)?
  private var onClose: ((RedisError) -> Void)?

  init(limits: ReplyLimits, end: ConnectionEnd) throws(RedisError) {
    reader = try ReplyReader(limits: limits)
    self.end = end
  }

  func handlerAdded(context: ChannelHandlerContext) { self.context = context }

  func handlerRemoved(context: ChannelHandlerContext) {
    fail(.connectionClosed(reason: "closed"))
    self.context = nil
  }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    guard failure == nil else { return }
    hasRead = true
    let taken: Result<Void, RedisError> = unsafe Self.unwrapInboundIn(data).withUnsafeReadableBytes { bytes in
      do throws(RedisError) {
        return .success(unsafe try reader.receive(bytes, deliver: deliver))
      } catch {
        return .failure(error)
      }
    }
    if case .failure(let error) = taken {
      fail(error)
      context.close(promise: nil)
    }
  }

  private func deliver(_ reply: RedisValue) {
    guard failure == nil else { return }
    if let onPush { return onPush(reply) }
    guard let batch = pending.first else {
      // A server that is full or shuts down says so unasked.
      fail(
        .connectionClosed(reason: reply.errorMessage ?? "the server sent a reply that no command asked for"))
      context?.close(promise: nil)
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

  /// From now on whatever comes is a message for `onPush`, until `onClose` is told, once, that the connection is over.
  /// A PING goes out each `keepalive`; a server that has sent nothing since the last one is taken for dead, since a
  /// subscriber would otherwise never notice.
  func listen(
    _ bytes: ByteBuffer, keepalive: TimeAmount, ping: ByteBuffer, onPush: @escaping (RedisValue) -> Void,
    onClose: @escaping (RedisError) -> Void
  ) {
    if let failure { return onClose(failure) }
    guard let context else { return onClose(.connectionClosed(reason: "not connected")) }
    self.onPush = onPush
    self.onClose = onClose
    context.writeAndFlush(NIOAny(bytes), promise: nil)
    hasRead = true
    keepAlive(every: keepalive, ping: ping)
  }

  private func keepAlive(every interval: TimeAmount, ping: ByteBuffer) {
    guard let context else { return }
    watch = context.eventLoop.assumeIsolated().scheduleTask(in: interval) { [weak self] in
      guard let self, let context = self.context else { return }
      guard self.hasRead else {
        self.fail(.timeout(command: "PING"))
        context.close(promise: nil)
        return
      }
      self.hasRead = false
      context.writeAndFlush(NIOAny(ping), promise: nil)
      self.keepAlive(every: interval, ping: ping)
    }
  }

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
    end.reach()
    watch?.cancel()
    watch = nil
    while let batch = pending.popFirst() { batch.finish(.failure(error)) }
    onPush = nil
    onClose?(error)
    onClose = nil
  }
}
