/// Prometheus' text format, version 0.0.4.
struct PrometheusText {
  /// What has been written.
  private(set) var text = ""

  /// A metric with its samples, each a list of labels and a value.
  mutating func metric(
    _ name: String, _ type: String, _ help: String, _ samples: [(labels: [(String, String)], value: Double)]
  ) {
    head(name, type, help)
    for (labels, value) in samples { sample(name, labels, value) }
  }

  /// A metric with one sample.
  mutating func metric(_ name: String, _ type: String, _ help: String, _ value: Double) {
    metric(name, type, help, [([], value)])
  }

  /// A histogram with its buckets.
  mutating func histogram(
    _ name: String, _ help: String, _ histograms: [(labels: [(String, String)], Histogram)]
  ) {
    head(name, "histogram", help)
    for (labels, histogram) in histograms {
      var sum = 0
      for (bound, count) in zip(Histogram.bounds, histogram.counts) {
        sum += count
        sample(name + "_bucket", labels + [("le", "\(bound)")], Double(sum))
      }
      sample(name + "_bucket", labels + [("le", "+Inf")], Double(histogram.count))
      sample(name + "_sum", labels, histogram.sum)
      sample(name + "_count", labels, Double(histogram.count))
    }
  }

  private mutating func head(_ name: String, _ type: String, _ help: String) {
    text += "# HELP \(name) \(help)\n# TYPE \(name) \(type)\n"
  }

  private mutating func sample(_ name: String, _ labels: [(String, String)], _ value: Double) {
    text += name
    if !labels.isEmpty {
      text += "{" + labels.map { "\($0)=\"\(Self.escaped($1))\"" }.joined(separator: ",") + "}"
    }
    text += value == value.rounded() && value.magnitude < 1e15 ? " \(Int(value))\n" : " \(value)\n"
  }

  private static func escaped(_ label: String) -> String {
    label.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("\n", with: "\\n")
  }
}
