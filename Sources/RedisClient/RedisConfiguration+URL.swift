extension RedisConfiguration {
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
    let authorityEnd = rest.firstIndex(of: "/") ?? rest.endIndex
    if let at = rest[..<authorityEnd].lastIndex(of: "@") {
      credentials = rest[..<at]
      rest = rest[rest.index(after: at)...]
    } else if scheme != "unix", rest.contains("@") || query.contains("@") {
      // A raw / or ? in a password cut it in two: what follows must not be quoted as a port or an option.
      throw .unescapedCredentials
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
      let mark = item.firstIndex(of: "=") ?? item.endIndex
      try apply(String(item[..<mark]), try Self.decoded(item[mark...].dropFirst()))
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
      guard let close = text.firstIndex(of: "]") else { throw .badPort }
      host = text[text.index(after: text.startIndex)..<close]
      let after = text[text.index(after: close)...]
      if after.first == ":" { port = after.dropFirst() }
    } else if let colon = text.lastIndex(of: ":") {
      host = text[..<colon]
      port = text[text.index(after: colon)...]
    }
    var number = 6379
    if let port {
      guard let value = Int(port), (1...65535).contains(value) else { throw .badPort }
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
}
