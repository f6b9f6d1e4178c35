import Foundation
import Glibc
import MarsadTestSupport

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

  private let process: ChildProcess
  private let folder: URL

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
    var variables = ProcessInfo.processInfo.environment.filter { !$0.key.hasPrefix("MARSAD_") }
    variables["MARSAD_CONFIG"] = "/dev/null"
    process = try ChildProcess(
      [executable.path] + arguments, environment: variables.merging(environment) { $1 },
      input: folder.appending(path: "in").path, output: folder.appending(path: "out").path,
      errors: folder.appending(path: "err").path)
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
  var isRunning: Bool { process.isRunning }

  /// What it has written to standard output so far.
  var output: String { read("out") }

  /// What it has written to standard error so far.
  var errors: String { read("err") }

  /// Sends it a signal.
  func send(_ signal: Int32) { process.signal(signal) }

  /// Waits for its end; kills it, with a status of 137, where that has not come after `patience`.
  func result(patience: Duration = .seconds(180)) async throws -> Result {
    let deadline = ContinuousClock.now + patience
    while isRunning {
      if ContinuousClock.now > deadline { send(SIGKILL) }
      try await Task.sleep(for: .milliseconds(5))
    }
    return Result(status: process.status ?? -1, output: output, errors: errors)
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
