/// How far a long job is, with its rate and the time left: pure, it is told the time and returns what to draw.
struct ProgressBar: Sendable {
  /// How many there are, where that is known.
  var total: Int?
  private(set) var done = 0
  private let start: ContinuousClock.Instant
  private var lastDrawn: ContinuousClock.Instant?

  /// Redrawing more often than this tells nobody more.
  static let interval = Duration.milliseconds(100)

  init(total: Int?, at start: ContinuousClock.Instant) {
    self.total = total
    self.start = start
  }

  /// Counts `count` more; returns the line to draw, nil while the last one is fresh enough.
  mutating func advance(by count: Int = 1, at now: ContinuousClock.Instant) -> String? {
    done += count
    if let lastDrawn, now - lastDrawn < ProgressBar.interval { return nil }
    lastDrawn = now
    return line(at: now)
  }

  /// The line at this moment: `[#####     ]  512/1024  256/s  2s left`.
  func line(at now: ContinuousClock.Instant) -> String {
    let elapsed = max((now - start) / .seconds(1), 0.001)
    let rate = Double(done) / elapsed
    let rateText = rate >= 100 ? "\(Int(rate))/s" : "\(Double(Int(rate * 10)) / 10)/s"
    guard let total, total > 0 else { return "\(done)  \(rateText)" }
    let cells = 24
    let filled = min(cells * done / total, cells)
    let bar = String(repeating: "#", count: filled) + String(repeating: " ", count: cells - filled)
    guard done < total else { return "[\(bar)]  \(done)/\(total)  \(rateText)" }
    let left = rate > 0 ? ProgressBar.clock(Double(total - done) / rate) : "?"
    return "[\(bar)]  \(done)/\(total)  \(rateText)  \(left) left"
  }

  /// Seconds as people say them: `45s`, `3m 20s`, `2h 05m`.
  static func clock(_ seconds: Double) -> String {
    guard seconds.isFinite, seconds < 360_000 else { return "over 99h" }
    let whole = Int(seconds.rounded(.up))
    if whole < 60 { return "\(whole)s" }
    let (large, small, units) =
      whole < 3600 ? (whole / 60, whole % 60, ("m", "s")) : (whole / 3600, whole / 60 % 60, ("h", "m"))
    return "\(large)\(units.0) \(small < 10 ? "0" : "")\(small)\(units.1)"
  }
}
