import NIOCore
import NIOHTTP1
import NIOPosix

/// What the status server answers on one path.
struct StatusPage: Sendable {
  var isHealthy = true
  var contentType = "text/plain; charset=utf-8"
  var body: String
}

/// A small HTTP server for probes and scrapers: `GET` of a few paths, nothing else.
final class StatusServer: Sendable {
  private let channel: any Channel

  /// The port that it listens on.
  var port: Int? { channel.localAddress?.port }

  /// Listens.
  static func start(
    on address: WorkerConfiguration.Address, group: any EventLoopGroup,
    pages: [String: @Sendable () -> StatusPage]
  ) async throws -> StatusServer {
    let bootstrap = ServerBootstrap(group: group)
      .serverChannelOption(ChannelOptions.backlog, value: 16)
      .serverChannelOption(ChannelOptions.socketOption(.so_reuseaddr), value: 1)
      .childChannelInitializer { channel in
        channel.eventLoop.makeCompletedFuture {
          let pipeline = channel.pipeline.syncOperations
          try pipeline.addHandler(IdleStateHandler(allTimeout: .seconds(60)))
          try pipeline.configureHTTPServerPipeline(withErrorHandling: true)
          try pipeline.addHandler(StatusHandler(pages: pages))
        }
      }
    let channel = try await bootstrap.bind(host: address.host, port: address.port).get()
    return StatusServer(channel)
  }

  private init(_ channel: any Channel) { self.channel = channel }

  /// Listens no longer.
  func stop() async { try? await channel.close().get() }
}

/// One connection of the status server.
private final class StatusHandler: ChannelInboundHandler {
  typealias InboundIn = HTTPServerRequestPart
  typealias OutboundOut = HTTPServerResponsePart

  private let pages: [String: @Sendable () -> StatusPage]
  private var request: HTTPRequestHead?

  init(pages: [String: @Sendable () -> StatusPage]) { self.pages = pages }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): request = head
    case .body: break
    case .end:
      guard let request else { return }
      self.request = nil
      answer(request, context)
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is IdleStateHandler.IdleStateEvent { context.close(promise: nil) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

  private func answer(_ request: HTTPRequestHead, _ context: ChannelHandlerContext) {
    let path = String(request.uri.prefix { $0 != "?" })
    let page = pages[path]
    let isRead = request.method == .GET || request.method == .HEAD
    let answer: (HTTPResponseStatus, StatusPage) =
      if !isRead {
        (.methodNotAllowed, StatusPage(body: "GET only\n"))
      } else if let page = page?() {
        (page.isHealthy ? .ok : .serviceUnavailable, page)
      } else {
        (.notFound, StatusPage(body: "there are " + pages.keys.sorted().joined(separator: ", ") + "\n"))
      }
    let body = context.channel.allocator.buffer(string: answer.1.body)
    var head = HTTPResponseHead(version: request.version, status: answer.0)
    head.headers.add(name: "content-type", value: answer.1.contentType)
    head.headers.add(name: "content-length", value: String(body.readableBytes))
    if !request.isKeepAlive { head.headers.add(name: "connection", value: "close") }
    context.write(wrapOutboundOut(.head(head)), promise: nil)
    if request.method != .HEAD { context.write(wrapOutboundOut(.body(.byteBuffer(body))), promise: nil) }
    let written = context.eventLoop.makePromise(of: Void.self)
    context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: written)
    if !request.isKeepAlive {
      let channel = context.channel
      written.futureResult.whenComplete { _ in channel.close(promise: nil) }
    }
  }
}
