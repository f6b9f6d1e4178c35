import MarsadTestSupport
import RedisClient
import Testing

@Suite struct ScriptTests {
  @Test func `a script runs also after the server forgot it`() async throws {
    try await withConnection { connection, server in
      let script = RedisScript(name: "sum", source: Array("return ARGV[1] + ARGV[2]".utf8))
      #expect(try await connection.evaluate(script, keys: [], arguments: [1, 2]) == .integer(3))
      try server.cli("SCRIPT", "FLUSH")
      #expect(try await connection.evaluate(script, keys: [], arguments: [3, 4]) == .integer(7))
    }
  }

  @Test func `a server that forgets at once is an error, not a loop`() async throws {
    try await withConnection { connection, server in
      let script = RedisScript(
        name: "forgetful", source: Array("return redis.error_reply('NOSCRIPT gone')".utf8))
      await #expect {
        _ = try await connection.evaluate(script, keys: [], arguments: [])
      } throws: { error in
        guard case RedisError.reply(code: "NOSCRIPT", _) = error else { return false }
        return true
      }
      let calls = try server.cli("INFO", "commandstats")
      #expect(calls.contains("cmdstat_evalsha:calls=1"))
      #expect(calls.contains("cmdstat_script|load:calls=1"))
    }
  }

  @Test func `an error inside a script is thrown with its text`() async throws {
    try await withConnection { connection, _ in
      let script = RedisScript(name: "broken", source: Array("return redis.call('NONSENSE')".utf8))
      await #expect(throws: RedisError.self) {
        try await connection.evaluate(script, keys: ["k"], arguments: [])
      }
    }
  }
}
