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
  /// Makes what a path answers, anew for each request.
  typealias Page = @Sendable () async -> StatusPage

  private let channel: any Channel

  /// The port that it listens on.
  var port: Int? { channel.localAddress?.port }

  /// Listens.
  static func start(
    on address: WorkerConfiguration.Address, group: any EventLoopGroup, pages: [String: Page]
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

  private let pages: [String: StatusServer.Page]
  private var request: HTTPRequestHead?

  init(pages: [String: StatusServer.Page]) { self.pages = pages }

  func channelRead(context: ChannelHandlerContext, data: NIOAny) {
    switch unwrapInboundIn(data) {
    case .head(let head): request = head
    case .body: break
    case .end:
      guard let request else { return }
      self.request = nil
      // The next request of the connection is held back by the pipeline until this one is answered.
      StatusServer.begin(request, pages, context.channel)
    }
  }

  func userInboundEventTriggered(context: ChannelHandlerContext, event: Any) {
    if event is IdleStateHandler.IdleStateEvent { context.close(promise: nil) }
  }

  func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }
}

extension StatusServer {
  /// Answers a request in its own time.
  fileprivate static func begin(
    _ request: HTTPRequestHead, _ pages: [String: Page], _ channel: any Channel
  ) {
    Task { await answer(request, pages, channel) }
  }

  private static func answer(
    _ request: HTTPRequestHead, _ pages: [String: Page], _ channel: any Channel
  ) async {
    let path = String(request.uri.prefix { $0 != "?" })
    let answer: (status: HTTPResponseStatus, page: StatusPage)
    if request.method != .GET, request.method != .HEAD {
      answer = (.methodNotAllowed, StatusPage(body: "GET only\n"))
    } else if let page = await pages[path]?() {
      answer = (page.isHealthy ? .ok : .serviceUnavailable, page)
    } else {
      answer = (
        .notFound, StatusPage(body: "there are " + pages.keys.sorted().joined(separator: ", ") + "\n")
      )
    }
    let body = channel.allocator.buffer(string: answer.page.body)
    var head = HTTPResponseHead(version: request.version, status: answer.status)
    head.headers.add(name: "content-type", value: answer.page.contentType)
    head.headers.add(name: "content-length", value: String(body.readableBytes))
    if !request.isKeepAlive { head.headers.add(name: "connection", value: "close") }
    channel.write(HTTPServerResponsePart.head(head), promise: nil)
    if request.method != .HEAD { channel.write(HTTPServerResponsePart.body(.byteBuffer(body)), promise: nil) }
    // Fails where the client is gone, and then there is nothing left to say.
    try? await channel.writeAndFlush(HTTPServerResponsePart.end(nil)).get()
    if !request.isKeepAlive { channel.close(promise: nil) }
  }
}
