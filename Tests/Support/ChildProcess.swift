public import Foundation
import Synchronization

/// A program that a test started, by `posix_spawn`.
///
/// Not `Foundation.Process`: its children inherit the pipes and the monitoring socket of whatever else is being started
/// at that moment. With long-lived servers among them, reading to the end or waiting for one then never returns. Here
/// output goes to files, the child begins with no blocked signal, and its end is learnt from `waitpid`.
public final class ChildProcess: Sendable {
  /// What could not be started, and why.
  public struct Failure: Error, CustomStringConvertible {
    /// The program and the system's message.
    public let description: String
  }

  /// Process id; valid until its end was noticed.
  public let id: pid_t
  private let ended = Mutex<Int32?>(nil)

  /// Starts a program found on PATH. Standard input, output and errors are files, `/dev/null` where not given.
  public init(
    _ arguments: [String], environment: [String: String] = ProcessInfo.processInfo.environment,
    input: String = "/dev/null", output: String = "/dev/null", errors: String? = nil
  ) throws {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    if let errors {
      posix_spawn_file_actions_addopen(&actions, 2, errors, O_WRONLY | O_CREAT | O_APPEND, 0o600)
    } else {
      posix_spawn_file_actions_adddup2(&actions, 1, 2)
    }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK))
    var words: [UnsafeMutablePointer<CChar>?] = arguments.map { strdup($0) } + [nil]
    var variables: [UnsafeMutablePointer<CChar>?] =
      environment.map { strdup("\($0.key)=\($0.value)") } + [nil]
    defer { for word in words + variables { free(word) } }
    var child: pid_t = 0
    let error = posix_spawnp(&child, arguments.first ?? "", &actions, &attributes, &words, &variables)
    guard error == 0 else {
      throw Failure(
        description: "cannot start \(arguments.first ?? "nothing"): \(String(cString: strerror(error)))")
    }
    id = child
  }

  /// Runs a program to its end and returns its exit status (128 + signal where a signal ended it) and what it printed on
  /// both standard output and standard error.
  public static func run(_ arguments: [String], input: Data? = nil) throws -> (status: Int32, output: String)
  {
    let base = FileManager.default.temporaryDirectory.path + "/marsad-child-\(UUID().uuidString)"
    defer {
      unlink(base + ".in")
      unlink(base + ".out")
    }
    if let input { try input.write(to: URL(filePath: base + ".in")) }
    let child = try ChildProcess(
      arguments, input: input == nil ? "/dev/null" : base + ".in", output: base + ".out")
    let status = child.wait()
    let output = (try? Data(contentsOf: URL(filePath: base + ".out"))) ?? Data()
    return (status, String(decoding: output, as: UTF8.self))
  }

  /// Its exit status, 128 + signal where a signal ended it; nil while it runs.
  public var status: Int32? { collect(WNOHANG) }

  /// Whether it has not ended yet.
  public var isRunning: Bool { status == nil }

  /// Blocks until it has ended.
  @discardableResult public func wait() -> Int32 {
    while true {
      if let status { return status }
      usleep(1_000)
    }
  }

  /// Sends it a signal, unless it has ended.
  public func signal(_ number: Int32) {
    ended.withLock { if $0 == nil { _ = kill(id, number) } }
  }

  private func collect(_ options: Int32) -> Int32? {
    ended.withLock { ended in
      if let ended { return ended }
      var raw: Int32 = 0
      guard waitpid(id, &raw, options) == id else { return nil }
      let signal = raw & 0x7F
      ended = signal == 0 ? raw >> 8 & 0xFF : 128 + signal
      return ended
    }
  }

  deinit {
    guard isRunning else { return }
    signal(SIGKILL)
    wait()
  }
}
