import Logging
import MarsadTestSupport
import NIOPosix
import RedisClient
import Testing

/// What a throwing call threw, nil where it did not.
private func failure(_ body: () async throws -> Void) async -> String? {
  do {
    try await body()
    return nil
  } catch { return "\(error)" }
}

@Suite struct TransportTests {
  private static let certificates = Result { try TestCertificates() }

  @Test func `TCP, unix socket and TLS reach the same data`() async throws {
    let certificates = try Self.certificates.get()
    let (plain, secure) = (RedisServer.freePort(), RedisServer.freePort())
    try await withRedis(["--port", "\(plain)"] + certificates.serverArguments(port: secure)) { server in
      for (number, url) in [
        server.url, "redis://127.0.0.1:\(plain)", "redis://localhost:\(plain)/0",
        "rediss://localhost:\(secure)?ca=\(certificates.file("ca"))",
        "rediss://127.0.0.1:\(secure)/0?ca=\(certificates.file("ca"))",
        "rediss://localhost:\(secure)?insecure=1",
      ].enumerated() {
        let connection = try await RedisConnection.connect(url: url)
        let count = try await connection.send(RedisCommand("INCR", "visits"))
        #expect(count == .integer(Int64(number + 1)), "\(url)")
        let large = [UInt8](repeating: 7, count: 3_000_000)
        _ = try await connection.send(RedisCommand("SET", "large", RedisArgument(large)))
        #expect(try await connection.send(RedisCommand("GET", "large")) == .bulk(large), "\(url)")
        await connection.close()
      }
    }
  }

  @Test func `a certificate of another authority is refused`() async throws {
    let certificates = try Self.certificates.get()
    let other = try TestCertificates()
    let port = RedisServer.freePort()
    try await withRedis(certificates.serverArguments(port: port)) { _ in
      for url in ["rediss://localhost:\(port)", "rediss://localhost:\(port)?ca=\(other.file("ca"))"] {
        let text = await failure { _ = try await RedisConnection.connect(url: url) }
        #expect(text?.contains("cannot connect") == true, "\(url): \(text ?? "connected")")
      }
    }
  }

  @Test func `a certificate for another name is refused`() async throws {
    let certificates = try Self.certificates.get()
    let port = RedisServer.freePort()
    // The client's certificate: the right authority, a name that is not this host's.
    let arguments = certificates.serverArguments(port: port).map {
      $0 == certificates.file("server")
        ? certificates.file("client")
        : $0 == certificates.file("server-key") ? certificates.file("client-key") : $0
    }
    try await withRedis(arguments) { _ in
      let text = await failure {
        _ = try await RedisConnection.connect(url: "rediss://localhost:\(port)?ca=\(certificates.file("ca"))")
      }
      #expect(text?.contains("cannot connect") == true, "\(text ?? "connected")")
    }
  }

  @Test func `a server that asks for a client certificate gets it`() async throws {
    let certificates = try Self.certificates.get()
    let port = RedisServer.freePort()
    try await withRedis(certificates.serverArguments(port: port, clientsNeedCertificate: true)) { _ in
      let url = "rediss://localhost:\(port)?ca=\(certificates.file("ca"))"
      #expect(await failure { _ = try await RedisConnection.connect(url: url) } != nil)
      let connection = try await RedisConnection.connect(
        url: "\(url)&cert=\(certificates.file("client"))&key=\(certificates.file("client-key"))")
      #expect(try await connection.send(RedisCommand("PING")).string == "PONG")
      await connection.close()
    }
  }

  @Test func `an ACL user comes in with the password and not without`() async throws {
    try await withRedis { server in
      try server.cli("ACL", "SETUSER", "worker", "on", ">p@ss/w?rd:%", "~*", "+@all", "-flushall")
      let url = "unix://worker:p%40ss%2Fw%3Frd%3A%25@\(server.socket)?name=marsad-test&db=3"
      let connection = try await RedisConnection.connect(url: url)
      #expect(try await connection.send(RedisCommand("ACL", "WHOAMI")).string == "worker")
      #expect(try await connection.send(RedisCommand("CLIENT", "GETNAME")).string == "marsad-test")
      let info = try await connection.send(RedisCommand("CLIENT", "INFO")).string
      #expect(info?.contains("db=3") == true)
      await #expect {
        _ = try await connection.send(RedisCommand("FLUSHALL"))
      } throws: {
        guard case RedisError.reply(code: "NOPERM", _) = $0 else { return false }
        return true
      }
      await connection.close()
      let wrong = await failure {
        _ = try await RedisConnection.connect(url: "unix://worker:hunter2@\(server.socket)")
      }
      #expect(wrong?.contains("WRONGPASS") == true)
      #expect(wrong?.contains("hunter2") == false)
    }
  }

  @Test func `a user who may not PING is let in`() async throws {
    try await withRedis { server in
      try server.cli("ACL", "SETUSER", "narrow", "on", ">secret", "~*", "+get")
      let connection = try await RedisConnection.connect(url: "unix://narrow:secret@\(server.socket)")
      #expect(try await connection.send(RedisCommand("GET", "k")) == .null)
      await connection.close()
    }
  }

  @Test func `a server that wants a password says so when none is given`() async throws {
    try await withRedis(["--requirepass", "tahta"]) { server in
      let text = await failure { _ = try await RedisConnection.connect(server) }
      #expect(text?.contains("NOAUTH") == true)
      let connection = try await RedisConnection.connect(url: "unix://:tahta@\(server.socket)")
      #expect(connection.isOpen)
      await connection.close()
    }
  }

  @Test func `where nobody listens the error names the place and the reason`() async throws {
    let port = RedisServer.freePort()
    let text = await failure { _ = try await RedisConnection.connect(url: "redis://127.0.0.1:\(port)") }
    #expect(text?.contains("redis://127.0.0.1:\(port)/0") == true)
    let socket = await failure { _ = try await RedisConnection.connect(url: "unix:///nowhere/redis.sock") }
    #expect(socket?.contains("/nowhere/redis.sock") == true)
  }

  @Test func `a server that takes the connection and says nothing is given up`() async throws {
    try await withRedis { server in
      var configuration = try RedisConfiguration(url: server.url)
      configuration.connectTimeout = .milliseconds(200)
      server.signal(19)
      defer { server.signal(18) }
      await #expect(throws: RedisError.self) {
        try await RedisConnection.connect(
          configuration, on: MultiThreadedEventLoopGroup.singleton.next(), logger: Logger(label: "test"))
      }
    }
  }
}
