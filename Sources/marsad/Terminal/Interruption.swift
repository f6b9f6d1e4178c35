import Dispatch
import Foundation
import Glibc

/// Ctrl-C and SIGTERM as an orderly end instead of a sudden one.
enum Interruption {
  /// Runs `body` until it ends, or until SIGINT or SIGTERM comes: then `body` is cancelled and waited for.
  ///
  /// A second signal ends the process at once, with the shell's customary 128 + signal.
  /// - Returns: what `body` returned, nil where a signal came first.
  static func interruptible<Value: Sendable>(
    _ body: @escaping @Sendable () async throws -> Value
  ) async throws -> Value? {
    let (signals, continuation) = AsyncStream.makeStream(of: Int32.self)
    let sources = [SIGINT, SIGTERM].map { number in
      signal(number, SIG_IGN)
      let source = DispatchSource.makeSignalSource(signal: number, queue: .global())
      source.setEventHandler { continuation.yield(number) }
      source.resume()
      return source
    }
    defer { for source in sources { source.cancel() } }
    return try await withThrowingTaskGroup(of: Value?.self) { group in
      group.addTask { try await body() }
      group.addTask {
        for await _ in signals { return nil }
        return nil
      }
      let first = try await group.next() ?? nil
      group.cancelAll()
      guard first == nil else { return first }
      // Somebody who presses Ctrl-C again does not want to wait for the orderly end.
      let impatient = Task { for await number in signals { exit(128 + number) } }
      defer { impatient.cancel() }
      // How the cancelled body ends, with an error of its own or without, no longer matters.
      while await group.nextResult() != nil {}
      return nil
    }
  }
}
