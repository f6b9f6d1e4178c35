import Foundation

/// What the kernel says of this process (proc(5)).
struct ProcessFigures {
  /// Memory that is in use now, in bytes; nil where the kernel does not say.
  let residentBytes: Int?
  /// Processor time so far, in seconds.
  let processorSeconds: Double?

  /// Reads them now.
  static func read() -> ProcessFigures {
    let pages = try? String(contentsOfFile: "/proc/self/statm", encoding: .utf8).split(separator: " ")
    let resident = pages.flatMap { $0.count > 1 ? Int($0[1]) : nil }.map {
      $0 * Int(sysconf(Int32(_SC_PAGESIZE)))
    }
    // The name, field 2, may hold blanks; utime and stime are the twelfth and thirteenth field after it.
    let fields = try? String(contentsOfFile: "/proc/self/stat", encoding: .utf8)
      .split(separator: ")").last?.split(separator: " ")
    let ticks = fields.flatMap { $0.count > 12 ? (Double($0[11]) ?? 0) + (Double($0[12]) ?? 0) : nil }
    return ProcessFigures(
      residentBytes: resident, processorSeconds: ticks.map { $0 / Double(sysconf(Int32(_SC_CLK_TCK))) })
  }
}
