extension Array {
  /// The first index whose element is on the far side, in an array where all that are stand behind all that are not.
  /// - Complexity: O(log n).
  func partitionPoint(_ isBeyond: (Element) -> Bool) -> Int {
    var (low, high) = (0, count)
    while low < high {
      let middle = (low + high) / 2
      if isBeyond(self[middle]) { high = middle } else { low = middle + 1 }
    }
    return low
  }
}
