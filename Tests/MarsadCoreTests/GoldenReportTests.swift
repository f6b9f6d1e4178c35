import Foundation
import MarsadCore
import MarsadReport
import Testing

@Test(arguments: SampleArticles.names)
func `a sample's report is the golden one`(name: String) throws {
  let report = try Analyzer.bundled()
    .analyze(Article(try SampleArticles.text(name), publishedAt: "2022-05-13T10:00:00Z")).encoded()
  let golden = URL(filePath: #filePath).deletingLastPathComponent().appending(
    path: "Golden/\(name).report.json")
  if ProcessInfo.processInfo.environment["MARSAD_RECORD_GOLDEN"] != nil {
    try Data(report + [UInt8(ascii: "\n")]).write(to: golden)
  }
  let expected = try Data(contentsOf: golden)
  // A plain truth value: the test's own account of two reports byte by byte would fill the screen.
  let isAsBefore = Array(expected.dropLast()) == report
  #expect(
    isAsBefore,
    """
    \(name) is reported otherwise than before. Where that is meant, MARSAD_RECORD_GOLDEN=1 swift test --filter golden \
    writes the files anew: read their difference.
    """
  )
}
