/// Names of the documents of one run, each given once: what their files and sentences are called after.
struct DocumentNames {
  private var used: Set<String> = []

  /// A name for what comes from somewhere: its file without `.txt`, with the line of one that holds several, and a number
  /// after it where the name has been given before.
  mutating func name(of origin: String) -> String {
    let plain = DocumentNames.plainName(of: origin)
    var name = plain
    var number = 1
    while !used.insert(name).inserted {
      number += 1
      name = "\(plain)-\(number)"
    }
    return name
  }

  private static func plainName(of origin: String) -> String {
    let last = origin.split(separator: "/").last.map(String.init) ?? origin
    let name = last.hasSuffix(".txt") ? String(last.dropLast(4)) : last.replacing(":", with: "-")
    return name.hasPrefix("-") ? "stdin" + name.dropFirst() : name
  }
}
