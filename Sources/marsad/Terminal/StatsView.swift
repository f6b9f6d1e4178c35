import JSONBytes
import MarsadQueue

/// A queue's numbers for people and for programs, with rates where there is an earlier look.
struct StatsView {
  private let stats: QueueStats
  private let queue: String
  /// Jobs finished a second since the earlier look, nil without one.
  private let rate: Double?

  /// Counters that are ends of jobs.
  private static let ends = ["analyzed", "failed", "expired"]

  init(_ stats: QueueStats, after last: QueueStats?, queue: String) {
    self.stats = stats
    self.queue = queue
    rate = last.flatMap { last in
      let seconds = Double(stats.milliseconds - last.milliseconds) / 1000
      let finished = StatsView.finished(stats) - StatsView.finished(last)
      return seconds > 0 ? max(Double(finished) / seconds, 0) : nil
    }
  }

  /// Seconds until the line is empty at this rate, nil where nothing moves.
  private var secondsLeft: Double? {
    rate.flatMap { $0 > 0 ? Double(stats.pending + stats.leased) / $0 : nil }
  }

  /// Tables: the queue, its totals, its workers.
  func text(isColored: Bool) -> String {
    var numbers = Table([("QUEUE", .left), (queue, .right)])
    numbers.add(["pending", "\(stats.pending)"])
    numbers.add(["leased", "\(stats.leased)"])
    numbers.add(["scheduled", "\(stats.scheduled)"])
    numbers.add(["dead", "\(stats.dead)"])
    numbers.add(["events kept", "\(stats.events)"])
    for (name, count) in stats.counters.sorted(by: { $0.key < $1.key }) {
      numbers.add([name.replacing("_", with: " "), "\(count)"])
    }
    if let rate { numbers.add(["jobs a second", "\((rate * 10).rounded() / 10)"]) }
    if let secondsLeft { numbers.add(["time left", ProgressBar.clock(secondsLeft)]) }
    if stats.isPaused { numbers.add(["paused", "yes"]) }
    var text = numbers.rendered(bold: isColored)
    guard !stats.workers.isEmpty else { return text + "\n\nno workers" }
    var workers = Table([("WORKER", .left), ("LEASED", .right), ("LEASE LEFT", .right)])
    for worker in stats.workers {
      workers.add([worker.life, "\(worker.leased)", "\(worker.leaseMilliseconds) ms"])
    }
    text += "\n\n" + workers.rendered(bold: isColored)
    return text
  }

  /// One line: what waits, what is in hand, what is done.
  var line: String {
    var parts = [
      "\(stats.pending) pending", "\(stats.leased) leased", "\(stats.counters["analyzed"] ?? 0) analyzed",
    ]
    if stats.dead > 0 { parts.append("\(stats.dead) dead") }
    if let rate { parts.append("\((rate * 10).rounded() / 10)/s") }
    if stats.isPaused { parts.append("paused") }
    return parts.joined(separator: " · ")
  }

  /// One object.
  var json: [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("queue", queue)
    writer.member("pending", stats.pending)
    writer.member("leased", stats.leased)
    writer.member("scheduled", stats.scheduled)
    writer.member("dead", stats.dead)
    writer.member("events", stats.events)
    writer.member("paused", stats.isPaused)
    writer.member("jobs_per_second", rate, places: 1)
    writer.key("totals")
    writer.beginObject()
    for (name, count) in stats.counters.sorted(by: { $0.key < $1.key }) {
      writer.key(name)
      writer.integer(count)
    }
    writer.endObject()
    writer.key("workers")
    writer.beginArray()
    for worker in stats.workers {
      writer.beginObject()
      writer.member("life", worker.life)
      writer.member("leased", worker.leased)
      writer.member("lease_ms", Int(worker.leaseMilliseconds))
      writer.endObject()
    }
    writer.endArray()
    writer.endObject()
    return writer.finish()
  }

  private static func finished(_ stats: QueueStats) -> Int {
    ends.reduce(0) { $0 + (stats.counters[$1] ?? 0) }
  }
}
