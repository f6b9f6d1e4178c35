import ArgumentParser
import Foundation
import MarsadCore
import MarsadWire
import RedisClient

/// Measures this build on this machine.
struct BenchCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bench",
    abstract: "Measure jobs a second, articles a second a core, latency and memory.",
    discussion: """
      Starts a private redis-server without persistence and one worker in this process; every figure checks that each job
      had its event. Measure a release build, and compare only what ran in one sitting: machines drift.

      EXAMPLES
        marsad bench
        marsad bench --article report.txt --only noop,latency --json
        xz -dc news.jsonl.xz | marsad bench --only near-duplicates --news -
      """)

  /// What can be measured.
  enum Figure: String, ExpressibleByArgument, CaseIterable, Sendable {
    case noop, cached, full, latency, core
    case nearDuplicates = "near-duplicates"
  }

  @Option(help: ArgumentHelp("The article that jobs carry (default: one built in).", valueName: "file"))
  var article: String?

  @Option(help: ArgumentHelp("Jobs of the no-op and cache-hit figures.", valueName: "count"))
  var jobs = 30_000

  @Option(
    help: ArgumentHelp(
      "Articles for near-duplicates, lines of JSON with title and text ('-': standard input).",
      valueName: "file"))
  var news: String?

  @Option(help: ArgumentHelp("How many of them, spread over the file.", valueName: "count"))
  var articles = 8_000

  @Option(
    help: ArgumentHelp(
      "Only these: noop, cached, full, latency, core, near-duplicates (which needs --news).",
      valueName: "list"))
  var only: String?

  @Flag(help: "One JSON object a figure.")
  var json = false

  func run() async throws {
    let figures = try chosen()
    let text = try article.map { try InputFile.bytes($0) } ?? Array(BenchArticle.text.utf8)
    let analyzer = try Analyzer.bundled()
    if figures.contains(.core) { show(CoreBenchmark.run(analyzer, text: text)) }
    guard figures.contains(where: { $0 != .core }) else { return }
    let directory = FileManager.default.temporaryDirectory.appending(
      path: "marsad-bench-\(ProcessInfo.processInfo.processIdentifier)")
    defer { try? FileManager.default.removeItem(at: directory) }
    let server = try await PrivateRedis(directory: directory.path(percentEncoded: false), isDurable: false)
    do {
      let bench = try QueueBenchmark(
        redis: RedisConfiguration(url: server.url), text: text, analyzer: analyzer)
      if figures.contains(.noop) { show(try await bench.noop(jobs: jobs)) }
      if figures.contains(.cached) { show(try await bench.cached(jobs: jobs)) }
      if figures.contains(.full) { show(try await bench.full(jobs: max(jobs / 10, 200))) }
      if figures.contains(.latency) {
        show(try await bench.latency(jobs: 500, isAnalysed: false))
        show(try await bench.latency(jobs: 500, isAnalysed: true))
      }
      await bench.close()
      if figures.contains(.nearDuplicates), let news {
        let copies = NearDuplicateBenchmark(
          redis: try RedisConfiguration(url: server.url), news: try InputFile.bytes(news), most: articles)
        for edit in CopyEdit.allCases { show(try await copies.copies(edit)) }
        show(try await copies.stream())
        await copies.close()
      }
    } catch {
      await server.stop()
      throw error
    }
    await server.stop()
  }

  private func chosen() throws -> [Figure] {
    guard let only else { return Figure.allCases.filter { $0 != .nearDuplicates || news != nil } }
    let figures = try only.split(separator: ",").map { name in
      guard let figure = Figure(rawValue: String(name)) else {
        throw ValidationError(
          "'\(name)' is no figure; known: \(Figure.allCases.map(\.rawValue).joined(separator: ", "))")
      }
      return figure
    }
    guard !figures.contains(.nearDuplicates) || news != nil else {
      throw ValidationError("near-duplicates are measured on articles; name a file with --news")
    }
    return figures
  }

  private func show(_ figure: BenchFigure) {
    Output.line(json ? figure.json : figure.line)
  }
}

/// One measured figure: a name and numbers with units.
struct BenchFigure: Sendable {
  let name: String
  let values: [(name: String, value: Double)]

  /// For people.
  var line: String {
    name.padding(toLength: 22, withPad: " ", startingAt: 0)
      + values.map { "\($0.name) \(Self.text($0.value))" }.joined(separator: "   ")
  }

  /// For programs.
  var json: String {
    "{\"figure\":\"\(name)\"," + values.map { "\"\($0.name)\":\(Self.text($0.value))" }.joined(separator: ",")
      + "}"
  }

  private static func text(_ value: Double) -> String {
    value >= 100 ? String(Int(value.rounded())) : String(format: "%.3f", value)
  }
}
