import Foundation
import Glibc
import Logging
import RedisClient

/// A redis-server of this program's own: a unix socket and an append-only file in one directory, no TCP port.
///
/// It outlives a killed `marsad dev`; the next one finds it by its socket and goes on with it.
final class PrivateRedis: Sendable {
  /// Where data, socket and log are.
  let directory: URL
  /// Path of the unix socket.
  let socket: String
  private let process: Process?

  /// A `sockaddr_un` holds 108 bytes with the final NUL.
  private static let longestSocketPath = 107

  /// `unix:///…/redis.sock`.
  var url: String { "unix://" + socket }

  /// Whether the server was running before and is merely used.
  var isAdopted: Bool { process == nil }

  /// Starts the server, or takes over the one that answers on the directory's socket.
  ///
  /// - Throws: `CommandFailure` where there is no redis-server, no room for the socket's path, or no answer.
  init(directory path: String, isDurable: Bool = true) async throws {
    directory = URL(filePath: path).standardizedFileURL
    try PrivateRedis.makeDirectory(directory)
    socket = directory.appending(path: "redis.sock").path
    guard socket.utf8.count <= PrivateRedis.longestSocketPath else {
      throw CommandFailure(
        .cannotWrite,
        "\(socket) is too long for a unix socket (\(PrivateRedis.longestSocketPath) bytes); choose a shorter --directory"
      )
    }
    if PrivateRedis.answers(socket) {
      process = nil
      return
    }
    let process = Process()
    self.process = process
    guard let server = PrivateRedis.program("redis-server") else {
      throw CommandFailure(.unavailable, "no redis-server on PATH; install it (apt-get install redis-server)")
    }
    process.executableURL = server
    process.arguments = [
      "--port", "0", "--unixsocket", socket, "--unixsocketperm", "700", "--dir", directory.path,
      "--appendonly", isDurable ? "yes" : "no", "--appendfsync", "everysec", "--save", "",
      "--logfile", directory.appending(path: "redis.log").path,
    ]
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    // Loading a large append-only file takes a while; the server answers on its socket meanwhile.
    for _ in 0..<200 where process.isRunning {
      if PrivateRedis.answers(socket) { return }
      try await Task.sleep(for: .milliseconds(25))
    }
    process.terminate()
    throw CommandFailure(
      .unavailable, "redis-server did not start; \(directory.appending(path: "redis.log").path) says why")
  }

  /// Stops the server after its data is on disk.
  ///
  /// By a command, not by a signal: a server that is merely used is no child, and a child may have the signal blocked.
  func stop() async {
    let client = RedisClient(
      RedisConfiguration(endpoint: .unixSocket(path: socket)),
      logger: Logger(label: "marsad") { _ in SwiftLogNoOpLogHandler() })
    // The reply to SHUTDOWN is the end of the connection.
    _ = try? await client.send(RedisCommand("SHUTDOWN"), timeout: .seconds(10))
    await client.shutdown()
    guard let process else { return }
    for _ in 0..<400 where process.isRunning { try? await Task.sleep(for: .milliseconds(25)) }
    if process.isRunning { _ = kill(process.processIdentifier, SIGKILL) }
  }

  private static func makeDirectory(_ directory: URL) throws(CommandFailure) {
    do {
      try FileManager.default.createDirectory(
        at: directory, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
    } catch {
      throw CommandFailure(.cannotWrite, "\(directory.path): \((error as NSError).localizedDescription)")
    }
  }

  /// Whether somebody accepts connections on the socket.
  private static func answers(_ path: String) -> Bool {
    let descriptor = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    // The path fits: its length is checked against `longestSocketPath` before, and the rest stays zero.
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { room in
      for (index, byte) in path.utf8.prefix(longestSocketPath).enumerated() { unsafe room[index] = byte }
    }
    // The address is reinterpreted as its generic form with its own size, as connect(2) wants it.
    return unsafe withUnsafePointer(to: &address) { pointer in
      unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        unsafe connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_un>.size)) == 0
      }
    }
  }

  private static func program(_ name: String) -> URL? {
    (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":")
      .map { URL(filePath: String($0)).appending(path: name) }
      .first { FileManager.default.isExecutableFile(atPath: $0.path) }
  }
}
