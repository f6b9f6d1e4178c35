import ArabicLanguage
import LinguisticAnnotation

/// Counts how a recogniser labels stems, or pairs of stems, in raw text, and codes the counts for use as a feature.
struct EntityStatistics {
  /// Where a key's counts start in `counts`, a number a label.
  private var places: [UInt32: Int] = [:]
  private var counts: [Int32] = []

  /// Counts the labels of one sentence.
  mutating func count(_ input: EntityInput, _ labels: [Int]) {
    for (stem, label) in zip(input.stems, labels) { count(stem, label) }
  }

  /// Counts the labels of the words of every pair of one sentence.
  mutating func countPairs(_ input: EntityInput, _ labels: [Int]) {
    for second in input.stems.indices.dropFirst() {
      let (a, b) = (input.stems[second - 1], input.stems[second])
      count(EntityInput.pair(a, b, isFirst: true), labels[second - 1])
      count(EntityInput.pair(a, b, isFirst: false), labels[second])
    }
  }

  private mutating func count(_ hash: UInt64, _ label: Int) {
    let key = FeatureHash.key(hash)
    var place = places[key] ?? counts.count
    if place == counts.count {
      places[key] = place
      counts.append(contentsOf: repeatElement(0, count: EntityLabel.count))
    }
    place += label
    counts[place] += 1
  }

  /// A code a stem seen at least `minimum` times: its likeliest type, how likely, whether it begins or continues
  /// names, and the second type if that is likely too. `named` leaves out what is hardly ever a name.
  func codes(minimum: Int32, named: Bool = false) -> HashedShorts {
    let entries = places.compactMap { key, place -> (key: UInt32, value: UInt16)? in
      let labels = Array(counts[place..<place + EntityLabel.count])
      let total = labels.reduce(0, +)
      if total < minimum { return nil }
      let code = Self.code(labels, total)
      return named && code == Self.hardlyEver ? nil : (key, code)
    }.sorted { $0.key < $1.key }
    return HashedShorts(keys: entries.map(\.key), values: entries.map(\.value))
  }

  private static let hardlyEver: UInt16 = 600

  private static func code(_ labels: [Int32], _ total: Int32) -> UInt16 {
    var types: [(count: Int32, type: Int)] = []
    for type in EntityType.allCases.indices {
      types.append((labels[1 + 2 * type] &+ labels[2 + 2 * type], type))
    }
    types.sort { $0.count > $1.count || ($0.count == $1.count && $0.type < $1.type) }
    let first = level(types[0].count, total)
    if first == 0 { return hardlyEver }
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
