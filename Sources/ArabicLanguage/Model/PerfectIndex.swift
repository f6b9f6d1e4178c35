/// A perfect hash: gives every key of a fixed set a place of its own below `capacity`, and any other key some place.
///
/// Hash, displace and search, after Belazzougui, Botelho & Dietzfelbinger 2009 and PTHash (Pibiri & Trani 2021): keys
/// fall into buckets of about four; every bucket has a pilot, found by trying, that sends its keys to
/// free places. So a look-up reads one pilot and one place, without a branch: pilots are small enough for the cache.
package final class PerfectIndex: Sendable {
  /// How many places there are; a quarter more than keys, so that free ones are found soon.
  package let capacity: Int
  private let buckets: UInt64
  private let pilots: TableMemory<UInt16>

  /// Indexes distinct keys in rising order. O(keys), expected.
  package init(sorted keys: [UInt32]) {
    precondition(zip(keys, keys.dropFirst()).allSatisfy(<), "keys are distinct and sorted")
    let buckets = max(1, keys.count / 4)
    self.buckets = UInt64(buckets)
    pilots = TableMemory(count: buckets, repeating: 0)
    var places = keys.count + keys.count / 4 + 1
    while true {
      if let found = Self.pilots(keys, buckets: buckets, places: places) {
        for (bucket, pilot) in found.enumerated() { pilots[bucket] = pilot }
        break
      }
      places += max(1, places / 50)
    }
    capacity = places
  }

  /// Bytes held.
  package var residentBytes: Int { pilots.residentBytes }

  /// The place of a key, below `capacity`. O(1).
  @inline(__always)
  package func place(_ key: UInt32) -> Int {
    // Below `buckets`, since `key` is below 2³².
    let pilot = unsafe pilots.base[Self.bucket(key, buckets)]
    return Self.place(key, pilot, UInt64(capacity))
  }

  @inline(__always)
  private static func bucket(_ key: UInt32, _ buckets: UInt64) -> Int {
    // Keys are hashes already, but of one multiplication more: tables of other keys must not fall into one bucket.
    Int(truncatingIfNeeded: (UInt64(key &* 0x9E37_79B1) &* buckets) >> 32)
  }

  @inline(__always)
  private static func place(_ key: UInt32, _ pilot: UInt16, _ capacity: UInt64) -> Int {
    let mixed = UInt64(key ^ UInt32(pilot) &* 0x9E37_79B1) &* 0xD6E8_FEB8_6659_FD93
    return Int(truncatingIfNeeded: ((mixed >> 32) &* capacity) >> 32)
  }

  /// A pilot for every bucket, fullest buckets first; nil if one finds no free places.
  private static func pilots(_ keys: [UInt32], buckets: Int, places: Int) -> [UInt16]? {
    // Counting sort by bucket: bucket `b` has `grouped[starts[b]..<starts[b + 1]]`.
    var starts = [Int](repeating: 0, count: buckets + 2)
    for key in keys { starts[bucket(key, UInt64(buckets)) + 2] += 1 }
    for bucket in 0..<buckets { starts[bucket + 2] += starts[bucket + 1] }
    var grouped = [UInt32](repeating: 0, count: keys.count)
    for key in keys {
      let bucket = bucket(key, UInt64(buckets))
      grouped[starts[bucket + 1]] = key
      starts[bucket + 1] += 1
    }
    var bySize: [[Int]] = []
    for bucket in 0..<buckets {
      let size = starts[bucket + 1] - starts[bucket]
      while bySize.count <= size { bySize.append([]) }
      bySize[size].append(bucket)
    }
    var pilots = [UInt16](repeating: 0, count: buckets)
    var taken = [UInt64](repeating: 0, count: places / 64 + 1)
    var tried: [Int] = []
    for bucket in bySize.dropFirst().reversed().joined() {
      let members = grouped[starts[bucket]..<starts[bucket + 1]]
      var pilot: UInt16 = 0
      while !fits(members, pilot, places, taken, &tried) {
        guard pilot < .max else { return nil }
        pilot += 1
      }
      pilots[bucket] = pilot
      for place in tried { taken[place >> 6] |= 1 << UInt64(place & 63) }
    }
    return pilots
  }

  /// Whether a pilot sends all members of a bucket to places that are free and distinct; `tried` gets them.
  @inline(__always)
  private static func fits(
    _ members: ArraySlice<UInt32>, _ pilot: UInt16, _ places: Int, _ taken: [UInt64], _ tried: inout [Int]
  ) -> Bool {
    tried.removeAll(keepingCapacity: true)
    for key in members {
      let place = place(key, pilot, UInt64(places))
      if taken[place >> 6] >> UInt64(place & 63) & 1 != 0 || tried.contains(place) { return false }
      tried.append(place)
    }
    return true
  }
}
