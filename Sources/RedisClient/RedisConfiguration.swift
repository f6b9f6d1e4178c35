/// Where a Redis server is and how to greet it. Its description never shows the password.
public struct RedisConfiguration: Sendable, Equatable, CustomStringConvertible, CustomReflectable {
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

  /// The place without secrets: `redis://user:***@host:6379/0`.
  public var description: String {
    let user = username.map { $0 + (password == nil ? "@" : ":***@") } ?? (password == nil ? "" : ":***@")
    return switch endpoint {
    case .tcp(let host, let port): "\(tls == nil ? "redis" : "rediss")://\(user)\(host):\(port)/\(database)"
    case .unixSocket(let path): "unix://\(user)\(path)\(database == 0 ? "" : "?db=\(database)")"
    }
  }

  /// What `dump` and the like may look at: the place, no secrets.
  public var customMirror: Mirror { Mirror(self, children: ["place": description]) }
}
