/// Durations by how long they were, cumulative as Prometheus wants them.
struct Histogram: Sendable {
  /// Upper bounds in seconds: 0.1 ms to 100 s, three a decade.
  static let bounds = [
    0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 25, 50,
    100,
  ]

  /// How many fell within each bound but not the one before; the last is for all beyond.
  private(set) var counts = [Int](repeating: 0, count: bounds.count + 1)
  private(set) var sum = 0.0
  var count: Int { counts.reduce(0, +) }

  mutating func record(_ duration: Duration) {
    let seconds = duration.seconds
    counts[Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count] += 1
    sum += seconds
  }
}

extension Duration {
  /// In seconds.
  var seconds: Double { Double(components.seconds) + Double(components.attoseconds) / 1e18 }
}
