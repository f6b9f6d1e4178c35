import Foundation
import Glibc
import Synchronization

/// One run of a program, `marsad` as it was built beside these tests unless said otherwise, with its output in files:
/// however much it writes, it never waits for a reader.
final class MarsadProcess: Sendable {
  /// How a run ended and what it wrote.
  struct Result: Sendable {
    /// Exit status, or 128 + signal where a signal ended it.
    var status: Int32
    var output: String
    var errors: String

    /// The lines of standard output.
    var lines: [String] { output.split(separator: "\n").map(String.init) }
  }

  /// The program that this build made.
  static let executable = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appending(path: "marsad")

  private let process: Process
  private let folder: URL
  private let ended = Mutex<Int32?>(nil)

  /// Starts the program.
  ///
  /// - Parameters:
  ///   - environment: replaces inherited variables of these names; all inherited `MARSAD_*` are dropped.
  ///   - input: what it reads from standard input; empty otherwise.
  init(
    _ arguments: [String], executable: URL = MarsadProcess.executable, environment: [String: String] = [:],
    input: String = ""
  ) throws {
    folder = FileManager.default.temporaryDirectory.appending(path: "marsad-run-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    for (name, text) in [("in", input), ("out", ""), ("err", "")] {
      try Data(text.utf8).write(to: folder.appending(path: name))
    }
    process = Process()
    process.executableURL = executable
    process.arguments = arguments
    var variables = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("MARSAD_") }
    variables["MARSAD_CONFIG"] = "/dev/null"
    process.environment = variables.merging(environment) { $1 }
    process.standardInput = try FileHandle(forReadingFrom: folder.appending(path: "in"))
    process.standardOutput = try FileHandle(forWritingTo: folder.appending(path: "out"))
    process.standardError = try FileHandle(forWritingTo: folder.appending(path: "err"))
    process.terminationHandler = { [weak self] process in
      let isSignal = process.terminationReason == .uncaughtSignal
      let status = process.terminationStatus + (isSignal ? 128 : 0)
      self?.ended.withLock { $0 = status }
    }
    try withoutBlockedSignals { try process.run() }
  }

  deinit {
    if isRunning { send(SIGKILL) }
    try? FileManager.default.removeItem(at: folder)
  }

  /// Runs the program to its end.
  static func run(
    _ arguments: [String], executable: URL = MarsadProcess.executable, environment: [String: String] = [:],
    input: String = ""
  ) async throws -> Result {
    try await MarsadProcess(arguments, executable: executable, environment: environment, input: input)
      .result()
  }

  /// Whether it has not ended yet.
  var isRunning: Bool { ended.withLock { $0 == nil } }

  /// What it has written to standard output so far.
  var output: String { read("out") }

  /// What it has written to standard error so far.
  var errors: String { read("err") }

  /// Sends it a signal.
  func send(_ signal: Int32) { _ = kill(process.processIdentifier, signal) }

  /// Waits for its end; kills it, with a status of 137, where that has not come after `patience`.
  func result(patience: Duration = .seconds(30)) async throws -> Result {
    let deadline = ContinuousClock.now + patience
    while isRunning {
      if ContinuousClock.now > deadline { send(SIGKILL) }
      try await Task.sleep(for: .milliseconds(5))
    }
    return Result(status: ended.withLock { $0 ?? -1 }, output: output, errors: errors)
  }

  /// Waits until the output so far satisfies a condition, the program has ended, or patience has.
  ///
  /// - Returns: whether the condition holds.
  func waitForOutput(
    patience: Duration = .seconds(20), where condition: (String) -> Bool
  ) async throws -> Bool {
    let deadline = ContinuousClock.now + patience
    while !condition(output) {
      if !isRunning || ContinuousClock.now > deadline { return condition(output) }
      try await Task.sleep(for: .milliseconds(10))
    }
    return true
  }

  private func read(_ name: String) -> String {
    let data = (try? Data(contentsOf: folder.appending(path: name))) ?? Data()
    return String(decoding: data, as: UTF8.self)
  }
}

/// Runs the body with no signal blocked on this thread: a process started here inherits the mask, and the threads that
/// tasks run on block SIGTERM.
private func withoutBlockedSignals(_ body: () throws -> Void) rethrows {
  var none = sigset_t()
  var before = sigset_t()
  // Both sets live on this stack for the duration of the calls.
  unsafe sigemptyset(&none)
  unsafe pthread_sigmask(SIG_SETMASK, &none, &before)
  defer { unsafe pthread_sigmask(SIG_SETMASK, &before, nil) }
  try body()
}
