extension Range<Int> {
  /// From a bound up to another, empty where that lies before it: what rules look at near a clause's end may begin behind the
  /// end, and text must never trap.
  init(_ lower: Int, below upper: Int) { self = lower..<Swift.max(lower, upper) }
}
