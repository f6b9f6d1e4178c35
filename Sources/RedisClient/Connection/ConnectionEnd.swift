import Synchronization

/// Whether a connection can still take commands, readable from any thread.
///
/// Said before those who wait hear of the failure: the channel becomes inactive only afterwards (with TLS a round trip
/// later), and who tries again at once must not be handed the same connection.
final class ConnectionEnd: Sendable {
  private let flag = Atomic(false)

  var isReached: Bool { flag.load(ordering: .acquiring) }

  func reach() { flag.store(true, ordering: .releasing) }
}
