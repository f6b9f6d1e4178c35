import MarsadCore
import MarsadReport

/// The analysis alone: one thread, no Redis.
enum CoreBenchmark {
  /// Analyses an article again and again for about three seconds, encoding each report as a worker would.
  static func run(_ analyzer: Analyzer, text: [UInt8]) -> BenchFigure {
    let article = Article(text: text)
    let expected = analyzer.analyze(article).encoded()
    let clock = ContinuousClock()
    let start = clock.now
    var count = 0, wrong = 0
    while clock.now - start < .seconds(3) {
      if analyzer.analyze(article).encoded() != expected { wrong += 1 }
      count += 1
    }
    let seconds = (clock.now - start).inSeconds
    return BenchFigure(
      name: "core",
      values: [
        ("articles_per_s_per_core", Double(count) / seconds),
        ("ms_per_article", seconds / Double(count) * 1000),
        ("article_bytes", Double(text.count)), ("wrong", Double(wrong)),
      ])
  }
}

extension Duration {
  /// The duration in seconds.
  var inSeconds: Double { Double(components.seconds) + Double(components.attoseconds) * 1e-18 }
}
