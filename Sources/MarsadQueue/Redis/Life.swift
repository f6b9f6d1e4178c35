import RedisClient

/// One session of one worker on one queue: a lease list of its own and two connections. Any transport error ends it,
/// since nobody knows then what Redis has carried out.
struct Life {
  let id: String
  let generation: UInt64
  /// Takes and settles.
  let main: RedisConnection
  /// Waits in `BLMOVE`, so that settling never stands behind a wait.
  let waiting: RedisConnection
  var ledger = PositionLedger()
  /// The suspect that has begun.
  var marked: UInt64?

  /// What stands in a lease list for a job settled out of turn. The life's id is random, so nobody can push one.
  static func tombstone(_ id: String) -> String { "marsad/settled \(id)" }

  /// A fresh id that shows people which worker it is.
  static func makeID(worker: String) -> String {
    "\(worker)-\(String(UInt64.random(in: .min ... .max), radix: 36))"
  }
}
