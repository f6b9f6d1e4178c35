import Foundation

/// One line on standard error: the step, how much of it is done, the time so far.
final class ProgressBar {
  private let start = Date()
  private var step = ""
  private var percent = -1

  /// Redraws if the whole percentage changed.
  func show(_ newStep: String, _ done: Double) {
    let newPercent = Int(min(1, max(0, done)) * 100)
    guard newStep != step || newPercent != percent else { return }
    if newStep != step, !step.isEmpty { write("\n") }
    step = newStep
    percent = newPercent
    let filled = newPercent * 30 / 100
    let bar = String(repeating: "█", count: filled) + String(repeating: "·", count: 30 - filled)
    let name = step.padding(toLength: 18, withPad: " ", startingAt: 0)
    write("\r\(name) \(bar) \(newPercent) %  \(Int(Date().timeIntervalSince(start))) s ")
  }

  /// Ends the line.
  func finish() { write("\n") }
}
