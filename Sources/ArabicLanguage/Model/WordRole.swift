/// What a word can be in a decision about a word: that word, or its neighbour.
enum WordRole: Int, CaseIterable {
  case own, before, after

  /// How many places to the right of the word decided on.
  var distance: Int {
    switch self {
    case .own: 0
    case .before: -1
    case .after: 1
    }
  }
}
