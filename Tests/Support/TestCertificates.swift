public import Foundation

/// A certificate authority and what it signed, made by the openssl command, for servers that speak TLS in tests.
public final class TestCertificates: Sendable {
  /// Where the PEM files are: `ca.pem`, `server.pem`, `server-key.pem`, `client.pem`, `client-key.pem`.
  public let directory: URL

  /// Makes an authority, a server certificate for `localhost` and 127.0.0.1, and a client certificate.
  public init() throws {
    directory = FileManager.default.temporaryDirectory
      .appending(path: "marsad-tls-\(UInt32.random(in: 0 ... .max))", directoryHint: .isDirectory)
    try FileManager.default.createDirectory(at: directory, withIntermediateDirectories: true)
    let newKey = ["-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:prime256v1", "-nodes", "-days", "2"]
    try openssl(
      ["req", "-x509"] + newKey
        + ["-keyout", file("ca-key"), "-out", file("ca"), "-subj", "/CN=Marsad test authority"])
    for (name, extensions) in [
      ("server", "subjectAltName=DNS:localhost,IP:127.0.0.1"), ("client", "subjectAltName=DNS:client"),
    ] {
      try openssl(
        ["req", "-x509"] + newKey + [
          "-keyout", file("\(name)-key"), "-out", file(name), "-subj", "/CN=\(name)", "-addext", extensions,
          "-addext", "basicConstraints=critical,CA:FALSE", "-CA", file("ca"), "-CAkey", file("ca-key"),
        ])
    }
  }

  deinit { try? FileManager.default.removeItem(at: directory) }

  /// The path of one of the files.
  public func file(_ name: String) -> String {
    directory.appending(path: "\(name).pem").path(percentEncoded: false)
  }

  /// What makes redis-server speak TLS on a port.
  public func serverArguments(port: Int, clientsNeedCertificate: Bool = false) -> [String] {
    [
      "--tls-port", "\(port)", "--tls-cert-file", file("server"), "--tls-key-file", file("server-key"),
      "--tls-ca-cert-file", file("ca"), "--tls-auth-clients", clientsNeedCertificate ? "yes" : "no",
    ]
  }

  private func openssl(_ arguments: [String]) throws {
    let (status, said) = try ChildProcess.run(["openssl"] + arguments)
    guard status == 0 else {
      throw RedisServer.Failure(
        description: "openssl \(arguments.joined(separator: " ")): \(said)")
    }
  }
}
