public import Foundation

/// A private redis-server for one test: a directory, a unix socket and, where asked, ports of its own.
public final class RedisServer: @unchecked Sendable {
  /// Its directory: configuration, append-only file, socket, certificates.
  public let directory: URL
  private let arguments: [String]
  private var process: ChildProcess?  // touched by the test that owns the server

  /// What the server could not do.
  public struct Failure: Error, CustomStringConvertible {
    /// What happened, with the end of the server's log.
    public let description: String
  }

  /// Starts a server on a fresh directory. `arguments` go to redis-server; `$DIR` in them is the directory.
  public init(arguments: [String] = []) throws {
    // A short path: a unix socket's may not be longer than 107 bytes.
    directory = FileManager.default.temporaryDirectory
      .appending(path: "marsad-\(UInt32.random(in: 0 ... .max))", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    let path = directory.path(percentEncoded: false)
    self.arguments = arguments.map {
      $0.replacing("$DIR", with: path.hasSuffix("/") ? String(path.dropLast()) : path)
    }
    try start()
  }

  /// The socket's path.
  public var socket: String { directory.appending(path: "redis.sock").path(percentEncoded: false) }
  /// `unix://` URL of the server.
  public var url: String { "unix://\(socket)" }

  /// Starts the server, again after `kill`, on the same directory.
  public func start() throws {
    let process = try ChildProcess(
      [
        "redis-server", "--unixsocket", socket, "--dir", directory.path(percentEncoded: false), "--save", "",
        "--daemonize", "no", "--logfile", directory.appending(path: "redis.log").path(percentEncoded: false),
      ] + (arguments.contains("--port") ? [] : ["--port", "0"]) + arguments)
    self.process = process
    // Ready where PING is answered with PONG or NOAUTH: while it loads its data it says LOADING.
    for _ in 0..<2_000 {
      if let reply = ping(), reply.hasPrefix("+PONG") || reply.hasPrefix("-NOAUTH") { return }
      guard process.isRunning else { break }
      usleep(5_000)
    }
    let log = (try? String(contentsOf: directory.appending(path: "redis.log"), encoding: .utf8)) ?? ""
    throw Failure(description: "redis-server did not start: \(log.suffix(600))")
  }

  /// The reply line to a PING over the socket, nil where nobody listens. No redis-cli: dozens of tries a server would
  /// cost the test run more than its tests.
  private func ping() -> String? {
    let descriptor = Foundation.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: socket.utf8.prefix($0.count - 1)) }
    let isConnected = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
      }
    }
    var reply = [UInt8](repeating: 0, count: 128)
    guard isConnected, send(descriptor, "PING\r\n", 6, Int32(MSG_NOSIGNAL)) == 6 else { return nil }
    let count = recv(descriptor, &reply, reply.count, 0)
    return count > 0 ? String(decoding: reply.prefix(count), as: UTF8.self) : nil
  }

  /// Runs redis-cli over the socket and returns what it prints.
  @discardableResult public func cli(_ arguments: String..., input: Data? = nil) throws -> String {
    try ChildProcess.run(
      ["redis-cli", "-s", socket] + (input == nil ? [] : ["-x"]) + arguments, input: input
    ).output
  }

  /// SIGKILL, as a crash would.
  public func kill() {
    guard let process, process.isRunning else { return }
    process.signal(SIGKILL)
    process.wait()
  }

  /// Sends the server another signal: SIGSTOP freezes it, SIGCONT wakes it.
  public func signal(_ number: Int32) {
    process?.signal(number)
  }

  /// A TCP port that was free a moment ago.
  public static func freePort() -> Int {
    let descriptor = Foundation.socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(descriptor) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = UInt32(0x7f00_0001).bigEndian
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    return withUnsafeMutablePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { generic in
        _ = bind(descriptor, generic, length)
        _ = getsockname(descriptor, generic, &length)
      }
      return Int(UInt16(bigEndian: pointer.pointee.sin_port))
    }
  }

  deinit {
    kill()
    try? FileManager.default.removeItem(at: directory)
  }
}
