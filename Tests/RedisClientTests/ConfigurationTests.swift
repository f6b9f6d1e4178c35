import RedisClient
import Testing

@Suite struct ConfigurationTests {
  @Test(arguments: [
    ("redis://localhost", "redis://localhost:6379/0"), ("redis://", "redis://127.0.0.1:6379/0"),
    ("redis://h:7000/5", "redis://h:7000/5"), ("REDISS://u:p@h", "rediss://u:***@h:6379/0"),
    ("redis://:p@h", "redis://:***@h:6379/0"), ("redis://[::1]:6380/1", "redis://::1:6380/1"),
    ("unix:///tmp/r.sock?db=2", "unix:///tmp/r.sock?db=2"), ("unix:///tmp/a@b.sock", "unix:///tmp/a@b.sock"),
    ("unix://u:p@/r.sock", "unix://u:***@/r.sock"), ("redis://h?user=a&password=b", "redis://a:***@h:6379/0"),
    ("redis://h?&", "redis://h:6379/0"),
  ])
  func `a URL means a place`(url: String, place: String) throws {
    #expect(try RedisConfiguration(url: url).description == place)
  }

  @Test(arguments: [
    ("localhost:6379", RedisConfigurationError.noScheme), ("http://h", .unknownScheme("http")),
    ("redis://h:0", .badPort), ("redis://h:x", .badPort), ("redis://h:70000", .badPort),
    ("redis://h/x", .badDatabase("x")), ("redis://h/-1", .badDatabase("-1")), ("redis://u:%zz@h", .badEscape),
    ("redis://u:%e@h", .badEscape), ("redis://u:%ff@h", .badEscape), ("unix://", .noPath),
    ("redis://h?=", .unknownOption("")), ("redis://h?ca=x", .needsTLS("ca")), ("redis://[::1", .badPort),
    ("redis://u:pa/ss@h", .unescapedCredentials), ("redis://u:pa?ss@h", .unescapedCredentials),
  ])
  func `a URL that means none says why`(url: String, error: RedisConfigurationError) {
    #expect(throws: error) { try RedisConfiguration(url: url) }
  }

  @Test func `credentials are percent-decoded`() throws {
    let configuration = try RedisConfiguration(url: "redis://us%3Aer:p%40%2F%25%D8%B3@h")
    #expect(configuration.username == "us:er")
    #expect(configuration.password == "p@/%س")
  }

  @Test func `no way of printing shows a secret`() throws {
    struct Settings { let redis: RedisConfiguration }
    for url in ["redis://user:hunter2@h:1/2", "rediss://h?password=hunter2", "unix://:hunter2@/s"] {
      let configuration = try RedisConfiguration(url: url)
      let settings = Settings(redis: configuration)
      var dumped = ""
      dump(settings, to: &dumped)
      for text in [
        "\(configuration)", String(reflecting: configuration), "\(settings)", "\([configuration])", dumped,
      ] {
        #expect(!text.contains("hunter2"))
      }
    }
    let command = RedisCommand("AUTH", "user", "hunter2")
    var dumped = ""
    dump(command, to: &dumped)
    #expect(!"\(command) \([command]) \(String(reflecting: command)) \(dumped)".contains("hunter2"))
  }

  @Test(arguments: [
    "redis://u:hunter2@h:port", "redis://u:hun/ter2@h", "redis://u:hunter2%@h", "redis://u:hun:ter2/@h",
    "redis://u:ab?hunter2=1@h", "redis://u:hunter2",
  ])
  func `an error about a URL shows no secret`(url: String) {
    do {
      _ = try RedisConfiguration(url: url)
      Issue.record("taken: \(url)")
    } catch {
      #expect(!"\(error)".contains("ter2"))
    }
  }

  @Test func `waits grow to their limit and are drawn below their bound`() {
    let backoff = Backoff(base: .milliseconds(100), limit: .seconds(1))
    #expect(
      (1...7).map { backoff.bound(beforeAttempt: $0) }
        == [0, 100, 200, 400, 800, 1000, 1000].map { .milliseconds($0) })
    #expect(backoff.bound(beforeAttempt: .max) == .seconds(1))
    #expect(backoff.delay(beforeAttempt: 3, random: 0.5) == .milliseconds(100))
  }
}
