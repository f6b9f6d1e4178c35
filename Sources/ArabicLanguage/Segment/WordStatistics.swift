/// What raw news says about a word: how often it stands free between blanks, and which cluster it falls into.
package struct WordStatistics: Sendable {
  /// Frequency class (0 unseen, 1 + ⌊log₂ count⌋ …) of surface tokens by the hash of their folded letters.
  package var frequency: HashedShorts
  /// Cluster of a word from 1; 0 unknown.
  package var cluster: HashedShorts
  /// The coarse cluster of each fine one; entry 0 is 0.
  package var coarseOfFine: [UInt16]

  package init(
    frequency: HashedShorts = HashedShorts(), cluster: HashedShorts = HashedShorts(),
    coarseOfFine: [UInt16] = [0]
  ) {
    self.frequency = frequency
    self.cluster = cluster
    self.coarseOfFine = coarseOfFine
  }

  package func coarse(_ fine: UInt16) -> UInt16 {
    Int(fine) < coarseOfFine.count ? coarseOfFine[Int(fine)] : 0
  }
}
