import Foundation

/// The step, how much of it is done, the time so far, on standard error: a bar where that is a terminal, else a line a
/// step when it is over.
final class ProgressBar {
  private let start = Date()
  private let isTerminal = isatty(FileHandle.standardError.fileDescriptor) == 1
  private var step = ""
  private var percent = -1

  /// Redraws if the whole percentage changed.
  func show(_ newStep: String, _ done: Double) {
    let newPercent = Int(min(1, max(0, done)) * 100)
    guard newStep != step || newPercent != percent else { return }
    if newStep != step { finish() }
    step = newStep
    percent = newPercent
    guard isTerminal else { return }
    let filled = newPercent * 30 / 100
    let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: 30 - filled)
    write("\r\(name) \(bar) \(newPercent) %  \(seconds) s ")
  }

  /// Ends the step's line.
  func finish() {
    if !step.isEmpty { write(isTerminal ? "\n" : "\(name) \(seconds) s\n") }
    step = ""
  }

  private var name: String { step.padding(toLength: 18, withPad: " ", startingAt: 0) }

  private var seconds: Int { Int(Date().timeIntervalSince(start)) }
}
