import Foundation
import JSONBytes
import MarsadTestSupport
import Testing

/// The scanner beside Foundation's on random and damaged texts, from fixed seeds.
@Suite struct DifferentialTests {
  private static let scalars: [Unicode.Scalar] = [
    "a", "ا", "\u{64B}", "é", "😀", "\"", "\\", "\n", "\u{1}", "/", " ",
  ]

  private func randomTree(depth: Int, using random: inout SeededGenerator) -> JSONValue {
    switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &random) {
    case 0: .null
    case 1: .bool(Bool.random(using: &random))
    case 2: .number(Double(Int.random(in: -1_000_000...1_000_000, using: &random)))
    case 3:
      .number(Double(Int.random(in: -9999...9999, using: &random)) / 4)
    case 4: .string(randomString(using: &random))
    case 5:
      .array(
        (0..<Int.random(in: 0..<4, using: &random)).map { _ in randomTree(depth: depth - 1, using: &random) })
    default:
      .object(
        Dictionary(
          (0..<Int.random(in: 0..<4, using: &random)).map { _ in
            (randomString(using: &random), randomTree(depth: depth - 1, using: &random))
          }, uniquingKeysWith: { $1 }))
    }
  }

  private func randomString(using random: inout SeededGenerator) -> String {
    var text = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0..<12, using: &random) {
      text.append(Self.scalars.randomElement(using: &random) ?? " ")
    }
    return String(text)
  }

  /// What Foundation reads, as a tree whose booleans are numbers.
  private func foundation(_ bytes: [UInt8]) -> JSONValue? {
    guard let value = try? JSONSerialization.jsonObject(with: Data(bytes), options: [.fragmentsAllowed])
    else { return nil }
    return tree(value)
  }

  private func tree(_ value: Any) -> JSONValue {
    switch value {
    case let members as [String: Any]: .object(members.mapValues(tree))
    case let elements as [Any]: .array(elements.map(tree))
    case let text as String: .string(text)
    case is NSNull: .null
    case let number as NSNumber: .number(number.doubleValue)
    default: .null
    }
  }

  /// Booleans as 0 and 1: Foundation's bridge blurs the two.
  private func comparable(_ tree: JSONValue) -> JSONValue {
    switch tree {
    case .object(let members): .object(members.mapValues(comparable))
    case .array(let elements): .array(elements.map(comparable))
    case .bool(let value): .number(value ? 1 : 0)
    default: tree
    }
  }

  @Test(arguments: 0..<300)
  func `what was written reads back, here and in Foundation`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed)
    let tree = randomTree(depth: 5, using: &random)
    var json = JSONWriter()
    tree.write(to: &json)
    let bytes = json.finish()
    #expect(try JSONValue(parsing: bytes) == tree)
    #expect(foundation(bytes) == comparable(tree))
  }

  @Test(arguments: 0..<100)
  func `a damaged text is taken only where Foundation reads the same`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed &+ 1_000)
    for _ in 0..<60 {
      var json = JSONWriter()
      randomTree(depth: 4, using: &random).write(to: &json)
      var bytes = json.finish()
      for _ in 0..<Int.random(in: 1...2, using: &random) {
        let place = Int.random(in: 0..<bytes.count, using: &random)
        switch Int.random(in: 0..<3, using: &random) {
        case 0: bytes.remove(at: place)
        case 1:
          bytes[place] = Array(#"{}[]",:\u0123456789eE.-+tfnd  "#.utf8).randomElement(using: &random) ?? 0x20
        default: bytes.insert(UInt8.random(in: 0x20...0xFF, using: &random), at: place)
        }
        if bytes.isEmpty { break }
      }
      // Whatever is taken here must mean the same there; Foundation may take more (it is not this strict).
      // Foundation refuses numbers beyond a double's range; here they keep their text.
      guard let taken = try? JSONValue(parsing: bytes), !"\(comparable(taken))".contains("inf") else {
        continue
      }
      #expect(foundation(bytes) == comparable(taken), "\(String(decoding: bytes, as: UTF8.self))")
    }
  }

  @Test(arguments: 0..<100)
  func `short texts of JSON's own characters are taken or refused by both`(seed: UInt64) throws {
    var random = SeededGenerator(seed: seed &+ 9_000)
    let alphabet = Array(#"{}[]",:\u01e.-tn "#.utf8)
    for _ in 0..<300 {
      let bytes = (0..<Int.random(in: 1...7, using: &random)).map { _ in
        alphabet.randomElement(using: &random) ?? 0x20
      }
      let here = (try? JSONValue(parsing: bytes)) != nil
      let there = foundation(bytes) != nil
      #expect(here == there, "\(String(decoding: bytes, as: UTF8.self))")
    }
  }
}
