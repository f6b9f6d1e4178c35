import Glibc

/// Times of one repeated act, and what this process spent on them.
struct Sample {
  let sorted: [Duration]
  let unitsEach: Int
  let processorTime: Duration

  /// Repeats an act, after a tenth of it for warming up.
  static func take(_ count: Int, unitsEach: Int = 1, _ act: () async throws -> Void) async throws -> Sample {
    for _ in 0..<count / 10 { try await act() }
    var times: [Duration] = []
    times.reserveCapacity(count)
    let clock = ContinuousClock()
    let before = processorTime()
    for _ in 0..<count {
      // Not `clock.measure`: the standard library's closure leaves the caller's executor, which would be measured too.
      let start = clock.now
      try await act()
      times.append(clock.now - start)
    }
    return Sample(sorted: times.sorted(), unitsEach: unitsEach, processorTime: processorTime() - before)
  }

  private static func processorTime() -> Duration {
    var usage = rusage()
    guard unsafe getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage) == 0 else { return .zero }
    return .seconds(usage.ru_utime.tv_sec + usage.ru_stime.tv_sec)
      + .microseconds(usage.ru_utime.tv_usec + usage.ru_stime.tv_usec)
  }

  /// One line: median, 99th percentile, rate, processor time a unit.
  func print(_ name: String) {
    let total = sorted.reduce(.zero, +)
    let units = Double(sorted.count * unitsEach)
    Swift.print(
      "  \(name): p50 \(microseconds(sorted[sorted.count / 2])) µs, p99 \(microseconds(sorted[sorted.count * 99 / 100])) µs, "
        + "\(Int(units / (total / .seconds(1))))/s, \(microseconds(processorTime / Int(units))) µs of CPU each"
    )
  }

  private func microseconds(_ time: Duration) -> Double { (time / .microseconds(1) * 10).rounded() / 10 }
}
