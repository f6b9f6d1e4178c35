import Synchronization

/// A Lua script kept by Redis under the SHA-1 of its source.
///
/// The digest is learnt from `SCRIPT LOAD`, so nobody here has to compute it.
public final class RedisScript: Sendable {
  /// What messages call it.
  public let name: String
  /// Its Lua source.
  public let source: [UInt8]
  private let digest = Mutex<[UInt8]?>(nil)

  /// Names a script.
  public init(name: String, source: [UInt8]) {
    self.name = name
    self.source = source
  }

  /// The digest once it is known.
  var sha1: [UInt8]? {
    get { digest.withLock { $0 } }
    set { digest.withLock { $0 = newValue } }
  }

  /// The command that runs it by digest, nil before `SCRIPT LOAD`.
  package func command(keys: [String], arguments: [RedisArgument]) -> RedisCommand? {
    sha1.map { RedisCommand("EVALSHA", arguments: [RedisArgument($0)] + tail(keys, arguments)) }
  }

  private func tail(_ keys: [String], _ arguments: [RedisArgument]) -> [RedisArgument] {
    [RedisArgument(keys.count)] + keys.map { RedisArgument($0) } + arguments
  }
}

/// One run of a script: its keys and arguments.
package struct RedisScriptCall: Sendable {
  package var keys: [String]
  package var arguments: [RedisArgument]

  package init(keys: [String], arguments: [RedisArgument]) {
    self.keys = keys
    self.arguments = arguments
  }
}

extension RedisConnection {
  /// Makes a script known to this server (`SCRIPT LOAD`), so that `EVALSHA` finds it.
  package func load(_ script: RedisScript) async throws(RedisError) {
    let reply = try await send(RedisCommand("SCRIPT", "LOAD", RedisArgument(script.source)))
    guard let sha1 = reply.bytes else { throw .unexpectedReply(command: "SCRIPT LOAD", reply: "\(reply)") }
    script.sha1 = sha1
  }

  /// Runs a script many times in one write; error replies stay values. Where the server does not know it, loads it once and
  /// runs again what it was not known for.
  package func evaluate(
    _ script: RedisScript, calls: [RedisScriptCall], timeout: Duration? = nil
  ) async throws(RedisError) -> [RedisValue] {
    if script.sha1 == nil { try await load(script) }
    let commands = calls.compactMap { script.command(keys: $0.keys, arguments: $0.arguments) }
    var replies = try await pipeline(commands, timeout: timeout)
    let unknown = replies.indices.filter { replies[$0].errorMessage?.hasPrefix("NOSCRIPT") == true }
    guard !unknown.isEmpty else { return replies }
    try await load(script)
    let again = try await pipeline(unknown.map { commands[$0] }, timeout: timeout)
    for (index, reply) in zip(unknown, again) { replies[index] = reply }
    return replies
  }

  /// Runs a script by its digest. Where the server does not know it (`NOSCRIPT`: restarted, flushed, another one), loads it
  /// once and runs it again; a second `NOSCRIPT` is thrown, never looped on.
  public func evaluate(
    _ script: RedisScript, keys: [String], arguments: [RedisArgument], timeout: Duration? = nil
  ) async throws(RedisError) -> RedisValue {
    if let command = script.command(keys: keys, arguments: arguments) {
      do throws(RedisError) {
        return try await send(command, timeout: timeout)
      } catch {
        guard case .reply(code: "NOSCRIPT", _) = error else { throw error }
      }
    }
    try await load(script)
    guard let command = script.command(keys: keys, arguments: arguments) else {
      throw .unexpectedReply(command: "SCRIPT LOAD", reply: "no digest")
    }
    return try await send(command, timeout: timeout)
  }
}
