import NIOCore
import NIOSSL

/// TLS by swift-nio-ssl, as `RedisConfiguration.TLS` asks.
enum TLSContext {
  struct Ready: Sendable {
    let context: NIOSSLContext
    let verification: CertificateVerification
  }

  /// Reads the certificate files. Throws what swift-nio-ssl says of a file that it cannot use.
  static func make(_ settings: RedisConfiguration.TLS) throws -> Ready {
    var configuration = TLSConfiguration.makeClientConfiguration()
    configuration.minimumTLSVersion = .tlsv12
    if let file = settings.caFile { configuration.trustRoots = .file(file) }
    if let file = settings.certificateFile {
      configuration.certificateChain = try NIOSSLCertificate.fromPEMFile(file).map { .certificate($0) }
    }
    if let file = settings.keyFile {
      configuration.privateKey = .privateKey(try NIOSSLPrivateKey(file: file, format: .pem))
    }
    if settings.insecure { configuration.certificateVerification = .none }
    return Ready(
      context: try NIOSSLContext(configuration: configuration),
      verification: configuration.certificateVerification)
  }

  /// A handler that checks the certificate against the host; an address has no name to send (RFC 6066 §3).
  static func handler(_ ready: Ready, host: String?) throws -> NIOSSLClientHandler {
    let isAddress = host.map { (try? SocketAddress(ipAddress: $0, port: 0)) != nil } ?? true
    return try NIOSSLClientHandler(context: ready.context, serverHostname: isAddress ? nil : host)
  }
}
