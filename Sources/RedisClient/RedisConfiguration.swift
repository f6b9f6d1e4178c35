/// Where a Redis server is and how to greet it. Its description never shows the password.
public struct RedisConfiguration: Sendable, Equatable, CustomStringConvertible {
  /// The place that the bytes go to.
  public enum Endpoint: Sendable, Equatable {
    case tcp(host: String, port: Int)
    case unixSocket(path: String)
  }
  /// How TLS is spoken, where it is.
  public struct TLS: Sendable, Equatable {
    /// A PEM file of certificate authorities; nil: those of the system.
    public var caFile: String?
    /// PEM files of a client certificate and its key, where the server asks for one.
    public var certificateFile: String?, keyFile: String?
    /// Takes any certificate. For tests of one's own; never for data that matters.
    public var insecure = false
    /// TLS with the system's authorities.
    public init(caFile: String? = nil) { self.caFile = caFile }
  }

  /// Where to connect.
  public var endpoint: Endpoint
  /// nil: plain bytes.
  public var tls: TLS?
  /// ACL user, nil: `default`.
  public var username: String?
  /// Password, nil: none is sent.
  public var password: String?
  /// Database number for SELECT.
  public var database = 0
  /// For CLIENT SETNAME, nil: none.
  public var clientName: String?
  /// How long a connection may take, greeting included.
  public var connectTimeout: Duration = .seconds(5)
  /// How long a reply may take where the command gives no time of its own.
  public var commandTimeout: Duration = .seconds(10)
  /// What a server may make us hold.
  public var limits = ReplyLimits()

  /// A server at a place, with nothing else said.
  public init(endpoint: Endpoint) { self.endpoint = endpoint }

  /// Reads `redis://user:pass@host:port/db`, `rediss://…`, `unix:///path/to.sock?db=0`; user, password and path may be
  /// percent-encoded. Query: `db`, `user`, `password`, `ca` (PEM file), `cert`, `key`, `insecure=1`, `name`.
  public init(url: String) throws(RedisConfigurationError) {
    guard let separator = url.firstRange(of: "://") else { throw .noScheme }
    let scheme = url[..<separator.lowerBound].lowercased()
    var rest = url[separator.upperBound...]
    var query: Substring = ""
    if let mark = rest.firstIndex(of: "?") {
      query = rest[rest.index(after: mark)...]
      rest = rest[..<mark]
    }
    var credentials: Substring?
    let authorityEnd = scheme == "unix" ? rest.endIndex : (rest.firstIndex(of: "/") ?? rest.endIndex)
    if let at = rest[..<authorityEnd].lastIndex(of: "@") {
      credentials = rest[..<at]
      rest = rest[rest.index(after: at)...]
    }
    switch scheme {
    case "redis", "rediss":
      let slash = rest.firstIndex(of: "/") ?? rest.endIndex
      let (host, port) = try Self.hostAndPort(rest[..<slash])
      self.init(endpoint: .tcp(host: host, port: port))
      if scheme == "rediss" { tls = TLS() }
      let path = rest[slash...].dropFirst()
      if !path.isEmpty { database = try Self.databaseNumber(path) }
    case "unix":
      let path = try Self.decoded(rest)
      guard !path.isEmpty else { throw .noPath }
      self.init(endpoint: .unixSocket(path: path))
    default: throw .unknownScheme(scheme)
    }
    if let credentials {
      if let colon = credentials.firstIndex(of: ":") {
        let user = try Self.decoded(credentials[..<colon])
        username = user.isEmpty ? nil : user
        password = try Self.decoded(credentials[credentials.index(after: colon)...])
      } else {
        username = try Self.decoded(credentials)
      }
    }
    for item in query.split(separator: "&") {
      let parts = item.split(separator: "=", maxSplits: 1)
      try apply(String(parts[0]), try Self.decoded(parts.count > 1 ? parts[1] : ""))
    }
  }

  private mutating func apply(_ key: String, _ value: String) throws(RedisConfigurationError) {
    switch key {
    case "db": database = try Self.databaseNumber(value[...])
    case "user": username = value
    case "password": password = value
    case "name": clientName = value
    case "ca", "cert", "key", "insecure":
      guard var settings = tls else { throw .needsTLS(key) }
      switch key {
      case "ca": settings.caFile = value
      case "cert": settings.certificateFile = value
      case "key": settings.keyFile = value
      default: settings.insecure = value == "1" || value == "true"
      }
      tls = settings
    default: throw .unknownOption(key)
    }
  }

  private static func hostAndPort(_ text: Substring) throws(RedisConfigurationError) -> (String, Int) {
    var host = text
    var port: Substring?
    if text.first == "[" {  // IPv6, RFC 3986 §3.2.2
      guard let close = text.firstIndex(of: "]") else { throw .badPort(String(text)) }
      host = text[text.index(after: text.startIndex)..<close]
      let after = text[text.index(after: close)...]
      if after.first == ":" { port = after.dropFirst() }
    } else if let colon = text.lastIndex(of: ":") {
      host = text[..<colon]
      port = text[text.index(after: colon)...]
    }
    var number = 6379
    if let port {
      guard let value = Int(port), (1...65535).contains(value) else { throw .badPort(String(port)) }
      number = value
    }
    return (host.isEmpty ? "127.0.0.1" : try decoded(host), number)
  }

  private static func databaseNumber(_ text: Substring) throws(RedisConfigurationError) -> Int {
    guard let value = Int(text), value >= 0 else { throw .badDatabase(String(text)) }
    return value
  }

  /// Percent-decoding, RFC 3986 §2.1.
  private static func decoded(_ text: Substring) throws(RedisConfigurationError) -> String {
    var bytes: [UInt8] = []
    var rest = text.utf8[...]
    while let byte = rest.popFirst() {
      guard byte == UInt8(ascii: "%") else {
        bytes.append(byte)
        continue
      }
      let digits = rest.prefix(2)
      guard digits.count == 2, let value = UInt8(String(decoding: digits, as: UTF8.self), radix: 16) else {
        throw .badEscape
      }
      bytes.append(value)
      rest = rest.dropFirst(2)
    }
    guard let decoded = String(validating: bytes, as: UTF8.self) else { throw .badEscape }
    return decoded
  }

  /// The place without secrets: `redis://user:***@host:6379/0`.
  public var description: String {
    let user = username.map { $0 + (password == nil ? "@" : ":***@") } ?? (password == nil ? "" : ":***@")
    return switch endpoint {
    case .tcp(let host, let port): "\(tls == nil ? "redis" : "rediss")://\(user)\(host):\(port)/\(database)"
    case .unixSocket(let path): "unix://\(user)\(path)\(database == 0 ? "" : "?db=\(database)")"
    }
  }
}

/// Why a Redis URL cannot be used. No case carries a secret.
public enum RedisConfigurationError: Error, Sendable, Equatable, CustomStringConvertible {
  case noScheme
  case unknownScheme(String)
  case badPort(String)
  case badDatabase(String)
  case badEscape
  case noPath
  case unknownOption(String)
  case needsTLS(String)

  /// Says what was wrong and what to write instead.
  public var description: String {
    let forms = "write redis://user:pass@host:port/db, rediss://… for TLS, or unix:///path/to.sock"
    return switch self {
    case .noScheme: "the Redis URL has no scheme; \(forms)"
    case .unknownScheme(let scheme): "the Redis URL's scheme \(scheme) is unknown; \(forms)"
    case .badPort(let port): "the Redis URL's port '\(port)' is not a number from 1 to 65535"
    case .badDatabase(let text): "the Redis URL's database '\(text)' is not a number from 0 on"
    case .badEscape:
      "the Redis URL has a % that two hexadecimal digits of UTF-8 do not follow; write %25 for % itself"
    case .noPath: "the Redis URL names no socket; write unix:///path/to.sock"
    case .unknownOption(let name):
      "the Redis URL's option '\(name)' is unknown; known: db, user, password, name, ca, cert, key, insecure"
    case .needsTLS(let name): "the Redis URL's option '\(name)' is for rediss:// only"
    }
  }
}
