import Testing

@testable import marsad

@Suite struct TerminalTests {
  @Test func `columns are as wide as their widest cell and numbers stand to the right`() {
    var table = Table([("NAME", .left), ("JOBS", .right)])
    table.add(["articles", "7"])
    table.add(["x", "12345"])
    #expect(table.rendered() == "NAME       JOBS\narticles      7\nx         12345")
  }

  @Test func `the last column gives way to the terminal's width`() {
    var table = Table([("ID", .left), ("WHY", .left)])
    table.add(["1", "a reason that is far too long for the line"])
    #expect(table.rendered(width: 20).split(separator: "\n")[1] == "1   a reason that i…")
  }

  @Test func `cells stay on their line`() {
    var table = Table([("WHY", .left)])
    table.add(["two\nlines\tand a tab"])
    #expect(table.rendered().split(separator: "\n").count == 2)
  }

  @Test func `vowel marks take no column and wide forms two`() {
    #expect(Terminal.columns("مُحَمَّد") == 4)
    #expect(Terminal.columns("日本") == 4)
  }

  @Test func `progress shows share, rate and time left`() {
    let start = ContinuousClock.now
    var bar = ProgressBar(total: 100, at: start)
    let line = bar.advance(by: 25, at: start + .seconds(5))
    #expect(line == "[######                  ]  25/100  5.0/s  15s left")
    let soon = bar.advance(at: start + .milliseconds(5001))
    #expect(soon == nil)
    #expect(bar.done == 26)
  }

  @Test func `progress without a total counts`() {
    let start = ContinuousClock.now
    var bar = ProgressBar(total: nil, at: start)
    let line = bar.advance(by: 4000, at: start + .seconds(2))
    #expect(line == "4000  2000/s")
  }

  @Test(arguments: [(4.2, "5s"), (200, "3m 20s"), (7500, "2h 05m"), (.infinity, "over 99h")])
  func `times left read like times`(seconds: Double, text: String) {
    #expect(ProgressBar.clock(seconds) == text)
  }
}
