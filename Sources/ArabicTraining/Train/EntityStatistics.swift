import ArabicLanguage
import LinguisticAnnotation

/// Counts how a recogniser labels each stem in raw text, and codes the counts for use as a feature.
struct EntityStatistics {
  private var counts: [UInt32: [Int32]] = [:]

  /// Counts the labels of one sentence.
  mutating func count(_ input: EntityInput, _ labels: [Int]) {
    for (stem, label) in zip(input.stems, labels) {
      counts[FeatureHash.key(stem), default: [Int32](repeating: 0, count: EntityLabel.count)][label] += 1
    }
  }

  /// A code a stem seen at least `minimum` times: its likeliest type, how likely, whether it begins or continues
  /// names, and the second type if that is likely too.
  func codes(minimum: Int32) -> HashedShorts {
    let entries = counts.compactMap { key, labels -> (key: UInt32, value: UInt16)? in
      let total = labels.reduce(0, +)
      return total < minimum ? nil : (key, Self.code(labels, total))
    }.sorted { $0.key < $1.key }
    return HashedShorts(keys: entries.map(\.key), values: entries.map(\.value))
  }

  private static func code(_ labels: [Int32], _ total: Int32) -> UInt16 {
    var types: [(count: Int32, type: Int)] = []
    for type in EntityType.allCases.indices {
      types.append((labels[1 + 2 * type] &+ labels[2 + 2 * type], type))
    }
    types.sort { $0.count > $1.count || ($0.count == $1.count && $0.type < $1.type) }
    let first = level(types[0].count, total)
    if first == 0 { return 600 }
    let inside = labels[2 + 2 * types[0].type] * 3 / max(1, types[0].count)
    let second = level(types[1].count, total) >= 3 ? UInt16(1 + types[1].type) : 0
    let place = UInt16(min(inside, 2))
    let type = UInt16(types[0].type)
    return 1 + type + 4 * first + 28 * place + 84 * second
  }

  /// Share of the total in seven levels.
  private static func level(_ count: Int32, _ total: Int32) -> UInt16 {
    let perMille = Int(count) * 1000 / Int(total)
    return [20, 50, 100, 200, 400, 700].reduce(0) { $0 + (perMille >= $1 ? 1 : 0) }
  }
}
