package import RedisClient

/// The Lua scripts of `Scripts/`, each with the envelope functions before it where it needs them.
package enum QueueScripts {
  package static let enqueue = script("enqueue", PackageResources.enqueue_lua)
  package static let heartbeat = script("heartbeat", PackageResources.heartbeat_lua)
  package static let settle = script("settle", PackageResources.settle_lua)
  package static let reclaim = script("reclaim", PackageResources.reclaim_lua)
  package static let deadRetry = script("dead_retry", PackageResources.dead_retry_lua)
  package static let purge = RedisScript(name: "purge", source: PackageResources.purge_lua)

  private static func script(_ name: String, _ source: [UInt8]) -> RedisScript {
    RedisScript(name: name, source: PackageResources.envelope_lua + source)
  }
}

/// What a script says when it did not do what it was asked; anything from 0 is a count or a kind of success.
package enum ScriptRefusal: Int64, Sendable {
  /// heartbeat, settle: the life has ended; nothing was done.
  case lifeEnded = -1
  /// enqueue: the id was seen within the window.
  case duplicate = -2
  /// enqueue: as many jobs are pending as may be.
  case full = -3
  /// reclaim: the life is not in the state that was meant.
  case notReclaimable = -4
  /// dead_retry: there is no such entry.
  case gone = -5
}
