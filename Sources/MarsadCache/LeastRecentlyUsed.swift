/// A map bounded by the cost of its values; what was not used for longest makes room.
///
/// - Complexity: every operation is O(1) expected, plus O(evicted). The list of use runs through indices into one array.
struct LeastRecentlyUsed<Key: Hashable & Sendable, Value: Sendable>: Sendable {
  private struct Node {
    var key: Key
    var value: Value
    var cost: Int
    /// Used later, and earlier, than this; `none` at the ends.
    var newer: Int, older: Int
  }

  private static var none: Int { -1 }
  private var nodes: [Node?] = []
  private var free: [Int] = []
  private var places: [Key: Int] = [:]
  private var newest = -1
  private var oldest = -1
  /// The greatest sum of costs.
  let capacity: Int
  /// The sum of costs now.
  private(set) var cost = 0

  init(capacity: Int) { self.capacity = capacity }

  var count: Int { places.count }

  /// The value of a key, which becomes the newest.
  mutating func value(for key: Key) -> Value? {
    guard let place = places[key], let node = nodes[place] else { return nil }
    unlink(place)
    link(place)
    return node.value
  }

  /// Puts a value in; one that costs more than the whole capacity is not kept. - Returns: how many had to go.
  @discardableResult
  mutating func insert(_ value: Value, for key: Key, cost: Int) -> Int {
    remove(key)
    guard cost <= capacity else { return 0 }
    var evicted = 0
    while self.cost + cost > capacity, oldest != Self.none, let last = nodes[oldest] {
      remove(last.key)
      evicted += 1
    }
    let node = Node(key: key, value: value, cost: cost, newer: Self.none, older: Self.none)
    let place: Int
    if let reused = free.popLast() {
      place = reused
      nodes[place] = node
    } else {
      place = nodes.count
      nodes.append(node)
    }
    places[key] = place
    self.cost += cost
    link(place)
    return evicted
  }

  mutating func remove(_ key: Key) {
    guard let place = places.removeValue(forKey: key), let node = nodes[place] else { return }
    unlink(place)
    cost -= node.cost
    nodes[place] = nil
    free.append(place)
  }

  private mutating func unlink(_ place: Int) {
    guard let node = nodes[place] else { return }
    if node.newer == Self.none { newest = node.older } else { nodes[node.newer]?.older = node.older }
    if node.older == Self.none { oldest = node.newer } else { nodes[node.older]?.newer = node.newer }
  }

  private mutating func link(_ place: Int) {
    nodes[place]?.newer = Self.none
    nodes[place]?.older = newest
    if newest == Self.none { oldest = place } else { nodes[newest]?.newer = place }
    newest = place
  }
}
