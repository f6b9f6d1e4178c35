import Foundation
import MarsadCore
import MarsadReport
import Testing

@testable import MarsadCache

/// The figures of docs/decisions/0003-cache-format.md, on demand:
/// `MARSAD_FIGURES=<directory of .txt articles> swift test -c release --filter CompressionFigures`.
@Suite(.enabled(if: ProcessInfo.processInfo.environment["MARSAD_FIGURES"] != nil)) struct CompressionFigures {
  @Test func `reports compress, and come back the same`() throws {
    let directory = URL(filePath: ProcessInfo.processInfo.environment["MARSAD_FIGURES"] ?? ".")
    let analyzer = try Analyzer.bundled()
    let reports = try FileManager.default.contentsOfDirectory(atPath: directory.path()).sorted()
      .filter { $0.hasSuffix(".txt") }
      .map {
        analyzer.analyze(Article(text: Array(try Data(contentsOf: directory.appending(path: $0))))).encoded()
      }
    let (rounds, clock) = (50, ContinuousClock())
    let uses = Double(rounds * reports.count)
    let bytes = reports.reduce(0) { $0 + $1.count }
    let seal = clock.measure {
      for _ in 0..<rounds { for report in reports { _ = ReportSeal.isIntact(report) } }
    }
    print(
      "\(reports.count) reports, \(bytes / reports.count) bytes on average; digest checked in \(seal / uses)")
    for level in [1, 3, 6, 9] as [Int32] {
      var frames: [[UInt8]] = []
      let packing = clock.measure {
        for _ in 0..<rounds { frames = reports.map { Zstandard.compress($0, level: level) ?? [] } }
      }
      let unpacking = clock.measure {
        for _ in 0..<rounds { for frame in frames { _ = Zstandard.decompress(frame[...], limit: 1 << 28) } }
      }
      #expect(frames.map { Zstandard.decompress($0[...], limit: 1 << 28) } == reports)
      let packed = frames.reduce(0) { $0 + $1.count }
      print(
        "level \(level): \(packed / reports.count) bytes, packed in \(packing / uses), unpacked in \(unpacking / uses)"
      )
    }
  }
}
