import Foundation
import Testing

@testable import marsad

@Suite struct SettingsTests {
  @Test func `a flag wins over the variable, that over the file, that over the default`() throws {
    let file = (path: "x.conf", values: [Setting.queue: "file", .prefix: "file", .color: "never"])
    let environment = ["MARSAD_QUEUE": "variable", "MARSAD_PREFIX": "variable"]
    let settings = try Settings(flags: [.queue: "flag"], environment: environment, file: file)
    #expect(settings[.queue] == "flag" && settings.origin(of: .queue) == .flag)
    #expect(settings[.prefix] == "variable" && settings.origin(of: .prefix) == .environment)
    #expect(settings[.color] == "never" && settings.origin(of: .color) == .file("x.conf"))
    #expect(settings[.lease] == "3500ms" && settings.origin(of: .lease) == .builtIn)
  }

  @Test func `every default is of its own form`() throws {
    let settings = try Settings(flags: [:], environment: [:], file: nil)
    #expect(settings.duration(.lease) == .milliseconds(3500))
    #expect(settings.bytes(.cacheBytes) == 64 << 20)
    #expect(settings.weightedQueues.map(\.queue) == ["articles"])
  }

  @Test(arguments: [
    (Setting.redis, "http://x"), (.queue, ""), (.queue, "a{b}"), (.color, "blue"), (.concurrency, "0"),
    (.concurrency, "many"), (.drainDeadline, "25"), (.drainDeadline, "-1s"),
    (.cacheBytes, "9999999999999GiB"),
    (.http, "host:"), (.http, "host:70000"), (.queues, "a=0"), (.queues, "a,a"), (.queues, "a=1,,b"),
  ])
  func `a value of the wrong form is refused with its place`(setting: Setting, value: String) {
    #expect(throws: ConfigurationError.badValue(setting: setting, value: value, origin: .environment)) {
      try Settings(flags: [:], environment: [setting.environmentName: value], file: nil)
    }
  }

  @Test func `file holds assignments, comments and blank lines`() throws {
    let text = "# a comment\n\n queue = breaking \r\nhttp=\"0.0.0.0:9464\"\nredis = unix:///a=b.sock\n"
    let values = try ConfigurationFile.parse(text, path: "x")
    #expect(values == [.queue: "breaking", .http: "0.0.0.0:9464", .redis: "unix:///a=b.sock"])
  }

  @Test func `file errors name the line`() {
    #expect(throws: ConfigurationError.unknownSetting(file: "x", line: 2, name: "quue")) {
      try ConfigurationFile.parse("# one\nquue = a", path: "x")
    }
    #expect(throws: ConfigurationError.notAnAssignment(file: "x", line: 1, text: "queue")) {
      try ConfigurationFile.parse("queue\n", path: "x")
    }
    #expect(throws: ConfigurationError.setTwice(file: "x", line: 2, name: "queue")) {
      try ConfigurationFile.parse("queue=a\nqueue=b", path: "x")
    }
  }

  @Test(arguments: [
    ("redis://host:1/0", "redis://host:1/0"), ("redis://u:p@host", "redis://u:***@host:6379/0"),
    ("redis://:p@host/2", "redis://:***@host:6379/2"), ("rediss://u:p@ss@host", "rediss://u:***@host:6379/0"),
    ("unix:///run/redis.sock?password=geheim", "unix://:***@/run/redis.sock"), ("nonsense", "***"),
  ])
  func `passwords of URLs are never shown`(url: String, shown: String) {
    #expect(Settings.redacted(url) == shown)
  }

  @Test func `a wrong URL is not repeated in the error`() {
    let error = ConfigurationError.badValue(setting: .redis, value: "htp://u:secret@h", origin: .environment)
    #expect(!error.description.contains("secret") && error.description.contains("MARSAD_REDIS"))
  }

  @Test(arguments: [
    ("500ms", Duration.milliseconds(500)), ("25s", .seconds(25)), ("10m", .seconds(600)),
    ("2h", .seconds(7200)),
    ("7d", .seconds(604_800)),
  ])
  func `durations carry their unit`(text: String, duration: Duration) {
    #expect(SettingForm.duration(text) == duration)
  }

  @Test func `addresses are a port or a host and a port`() throws {
    #expect(try #require(BindAddress("9464")).host == "127.0.0.1")
    #expect(try #require(BindAddress("0.0.0.0:0")).port == 0)
    #expect(try #require(BindAddress("[::1]:80")).host == "::1")
    #expect(BindAddress(":80") == nil)
  }

  @Test func `docs list every setting with its default and every exit status`() throws {
    let docs = try String(contentsOf: Repository.file("docs/cli.md"), encoding: .utf8)
    for setting in Setting.allCases {
      let fallback = setting.fallback.isEmpty ? "" : "`\(setting.fallback)`"
      let row = "| `\(setting.rawValue)` | `\(setting.environmentName)` | \(fallback) | \(setting.meaning) |"
      #expect(docs.contains(row), "docs/cli.md lacks: \(row)")
    }
    for status in ExitStatus.allCases {
      #expect(docs.contains("| \(status.rawValue) | \(status.meaning) |"), "docs/cli.md lacks \(status)")
    }
  }
}

/// Where the tests' own sources are: the only way to the files that the project ships beside its code.
enum Repository {
  static func file(_ path: String) -> URL {
    URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent().appending(path: path)
  }
}
