/// Why a Redis URL cannot be used. No case carries a secret.
public enum RedisConfigurationError: Error, Sendable, Equatable, CustomStringConvertible {
  case noScheme
  case unknownScheme(String)
  case badPort
  case badDatabase(String)
  case badEscape
  case unescapedCredentials
  case noPath
  case unknownOption(String)
  case needsTLS(String)

  /// Says what was wrong and what to write instead.
  public var description: String {
    let forms = "write redis://user:pass@host:port/db, rediss://… for TLS, or unix:///path/to.sock"
    return switch self {
    case .noScheme: "the Redis URL has no scheme; \(forms)"
    case .unknownScheme(let scheme): "the Redis URL's scheme \(scheme) is unknown; \(forms)"
    case .badPort:
      "the Redis URL's port is not a number from 1 to 65535 (a ':' in a password is written %3A); \(forms)"
    case .badDatabase(let text): "the Redis URL's database '\(text)' is not a number from 0 on"
    case .badEscape:
      "the Redis URL has a % that two hexadecimal digits of UTF-8 do not follow; write %25 for % itself"
    case .unescapedCredentials:
      "the Redis URL has an '@' after its host; in user and password write / as %2F, ? as %3F, @ as %40"
    case .noPath: "the Redis URL names no socket; write unix:///path/to.sock"
    case .unknownOption(let name):
      "the Redis URL's option '\(name)' is unknown; known: db, user, password, name, ca, cert, key, insecure"
    case .needsTLS(let name): "the Redis URL's option '\(name)' is for rediss:// only"
    }
  }
}
