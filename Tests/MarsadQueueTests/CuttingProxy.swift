import NIOCore
import NIOPosix
import Synchronization

/// A TCP proxy before a unix socket that cuts its first connection after the n-th byte from the client.
final class CuttingProxy: Sendable {
  enum Cut: Sendable {
    /// Never; what the client sends is recorded.
    case none
    /// The server gets n bytes, then both sides are closed.
    case request(Int)
    /// The server gets n bytes and has time to carry them out, but no reply comes back after them.
    case reply(Int)
  }

  let port: Int
  private let channel: any Channel
  private let log: Log

  private init(channel: any Channel, log: Log) {
    self.channel = channel
    port = channel.localAddress?.port ?? 0
    self.log = log
  }

  final class Log: Sendable {
    let bytes = Mutex<[UInt8]>([])
    let connections = Atomic<Int>(0)
  }

  static func start(socket: String, cut: Cut) async throws -> CuttingProxy {
    let log = Log()
    let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
      .childChannelInitializer { inbound in
        let isFirst = log.connections.wrappingAdd(1, ordering: .relaxed).oldValue == 0
        // The client's side is not read before this is done, and the server says nothing unasked.
        return ClientBootstrap(group: inbound.eventLoop)
          .connect(unixDomainSocketPath: socket)
          .flatMapThrowing { outbound in
            let budget = isFirst ? cut : .none
            try inbound.pipeline.syncOperations.addHandler(
              Relay(to: outbound, cut: budget, log: isFirst ? log : nil))
            try outbound.pipeline.syncOperations.addHandler(Relay(to: inbound, cut: .none, log: nil))
          }
      }
      .bind(host: "127.0.0.1", port: 0).get()
    return CuttingProxy(channel: channel, log: log)
  }

  /// What the first client sent.
  var clientBytes: [UInt8] { log.bytes.withLock { $0 } }

  func stop() async { try? await channel.close().get() }

  /// Hands bytes on to the other side until its budget is spent.
  private final class Relay: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    private let other: any Channel
    private let cut: Cut
    private let log: Log?
    private var count = 0
    private var isOver = false

    init(to other: any Channel, cut: Cut, log: Log?) {
      self.other = other
      self.cut = cut
      self.log = log
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
      guard !isOver else { return }
      var buffer = Self.unwrapInboundIn(data)
      log?.bytes.withLock { $0.append(contentsOf: buffer.readableBytesView) }
      let limit: Int
      switch cut {
      case .none: return other.writeAndFlush(buffer, promise: nil)
      case .request(let bytes), .reply(let bytes): limit = bytes
      }
      let part = buffer.readSlice(length: min(buffer.readableBytes, limit - count)) ?? ByteBuffer()
      count += part.readableBytes
      guard count >= limit else { return other.writeAndFlush(part, promise: nil) }
      isOver = true
      if case .reply = cut {
        // The server's side is not read any more: what it answers from here on is lost.
        _ = other.setOption(.autoRead, value: false)
        other.writeAndFlush(part, promise: nil)
        let (near, far) = (context.channel, other)
        context.eventLoop.scheduleTask(in: .milliseconds(30)) {
          near.close(promise: nil)
          far.close(promise: nil)
        }
      } else {
        let near = context.channel
        other.writeAndFlush(part).whenComplete { [other] _ in
          near.close(promise: nil)
          other.close(promise: nil)
        }
      }
    }

    func channelInactive(context: ChannelHandlerContext) { other.close(promise: nil) }
    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
  }
}
