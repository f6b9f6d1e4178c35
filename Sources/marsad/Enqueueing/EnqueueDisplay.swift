import JSONBytes
import ReportFormats
import Synchronization

/// What `enqueue` shows: jobs and results on standard output, a progress bar on standard error where that is a terminal.
final class EnqueueDisplay: Sendable {
  private let bar: Mutex<ProgressBar?>
  private let isJSON: Bool
  private let isColored: Bool
  private let showsJobs: Bool

  /// - Parameters:
  ///   - total: how many articles there will be, where that is known.
  ///   - awaitsResults: results are shown, and what is counted; else the jobs.
  init(total: Int?, awaitsResults: Bool, isJSON: Bool, isColored: Bool, isQuiet: Bool) {
    let hasBar = !isQuiet && Terminal.isTerminal(2)
    bar = Mutex(hasBar ? ProgressBar(total: total, at: .now) : nil)
    self.isJSON = isJSON
    self.isColored = isColored
    // On a terminal the bar tells enough of a long run.
    let isShort = total.map { $0 <= 20 } ?? false
    showsJobs = !awaitsResults && !isQuiet && (isJSON || !Terminal.isTerminal(1) || isShort)
  }

  /// Counts one step of the bar.
  func advance() {
    if let line = bar.withLock({ $0?.advance(at: .now) }) { Output.draw(line) }
  }

  /// Corrects the total, once it is known.
  func setTotal(_ total: Int) { bar.withLock { $0?.total = total } }

  /// One job's fate.
  func show(id: String, state: String, origin: String) {
    guard showsJobs else { return }
    clear()
    guard isJSON else { return Output.line(TerminalText.clean("\(state)  \(id)  \(origin)")) }
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("id", id)
    writer.member("state", state)
    writer.member("origin", origin)
    writer.endObject()
    Output.line(writer.finish())
  }

  /// The end of a job that was waited for.
  func show(_ event: ObservedEvent) {
    clear()
    if isJSON { Output.line(event.bytes) } else { Output.line(event.line(isColored: isColored)) }
  }

  /// Something that went wrong with one article.
  func complain(_ text: String) {
    clear()
    Output.note("marsad: " + TerminalText.clean(text))
  }

  /// Draws the bar a last time and leaves its line.
  func finish() {
    if let line = bar.withLock({ $0?.line(at: .now) }) { Output.draw(line + "\n") }
  }

  private func clear() { if bar.withLock({ $0 != nil }) { Output.draw("") } }
}
