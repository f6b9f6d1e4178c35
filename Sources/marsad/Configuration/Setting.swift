import RedisClient

/// Everything that can be configured, in the one table that flags, environment, file, `marsad config` and
/// docs/cli.md are made from.
enum Setting: String, CaseIterable, Sendable {
  case redis
  case queue
  case prefix
  case color
  case logLevel = "log-level"
  case lexicons
  case models
  case queues
  case concurrency
  case http
  case drainDeadline = "drain-deadline"
  case lease
  case maxAttempts = "max-attempts"
  case cacheBytes = "cache-bytes"
  case resultTTL = "result-ttl"
  case refreshTTL = "refresh-ttl"
  case resultCompression = "result-compression"
  case nearDuplicates = "near-duplicates"
  case nearDuplicateTTL = "near-duplicate-ttl"
  case nearDuplicateDistance = "near-duplicate-distance"
  case eventsLength = "events-length"
  case maxPending = "max-pending"
  case devDirectory = "dev-directory"

  /// `--drain-deadline`.
  var flag: String { "--" + rawValue }

  /// `MARSAD_DRAIN_DEADLINE`.
  var environmentName: String {
    "MARSAD_" + String(rawValue.uppercased().map { $0 == "-" ? "_" : $0 })
  }

  /// What a value must look like.
  var form: SettingForm {
    switch self {
    case .redis: .secretURL
    case .queue, .prefix: .name
    case .color: .choice(["auto", "always", "never"])
    case .logLevel: .choice(["trace", "debug", "info", "notice", "warning", "error", "critical"])
    case .lexicons, .models, .devDirectory: .path
    case .queues: .weights
    case .refreshTTL, .nearDuplicates: .choice(["yes", "no"])
    case .resultCompression: .choice(["none", "zstd"])
    case .concurrency: .count(1...1024)
    case .maxAttempts: .count(1...1000)
    case .eventsLength, .maxPending: .count(0...Int(Int32.max))
    case .http: .address
    case .nearDuplicateDistance: .count(0...48)
    case .drainDeadline, .lease, .resultTTL, .nearDuplicateTTL: .duration
    case .cacheBytes: .bytes
    }
  }

  /// What holds where nobody says otherwise; empty: off, or found out at run time.
  var fallback: String {
    switch self {
    case .redis: "redis://127.0.0.1:6379"
    case .queue: "articles"
    case .prefix: "marsad"
    case .color: "auto"
    case .logLevel: "info"
    case .lexicons, .models, .queues, .concurrency, .http, .devDirectory: ""
    case .drainDeadline: "25s"
    case .lease: "3500ms"
    case .maxAttempts: "5"
    case .cacheBytes: "64MiB"
    case .resultTTL: "7d"
    case .refreshTTL: "yes"
    case .resultCompression: "none"
    case .nearDuplicates: "yes"
    case .nearDuplicateTTL: "3d"
    case .nearDuplicateDistance: "28"
    case .eventsLength: "1000000"
    case .maxPending: "0"
    }
  }

  /// One line for people.
  var meaning: String {
    switch self {
    case .redis: "redis://user:pass@host:port/db, rediss://… (TLS) or unix:///path/to/socket"
    case .queue: "the queue that is written to or looked at"
    case .prefix: "first part of every key's name"
    case .color: "auto: where the output is a terminal and NO_COLOR is not set"
    case .logLevel: "what the worker says on standard error"
    case .lexicons: "directory of lexicon files instead of the bundled ones"
    case .models: "directory of the language engine's model files instead of the bundled ones"
    case .queues: "queues of a worker and their weights, breaking=3,articles=1; empty: the queue"
    case .concurrency: "analyses at a time in one worker; empty: one a core"
    case .http: "HOST:PORT or PORT for /metrics, /healthz and /readyz; empty: off"
    case .drainDeadline: "how long a stopping worker may finish what it holds, before it gives it back"
    case .lease: "how long a silent worker keeps its jobs"
    case .maxAttempts: "tries of a job, and workers that it may take down, before it is given up"
    case .cacheBytes: "reports kept in a worker's own memory"
    case .resultTTL: "how long a report stays in Redis"
    case .refreshTTL: "whether a report that is used again gets its whole time again"
    case .resultCompression: "how reports stand in Redis; zstd: smaller, but not readable by a plain GET"
    case .nearDuplicates: "whether events name the job whose article this one is an edited copy of"
    case .nearDuplicateTTL: "how long after an article copies of it are recognised"
    case .nearDuplicateDistance: "how much copies may differ: values of the fingerprint, of 48"
    case .eventsLength: "completion events kept in the stream, about"
    case .maxPending: "enqueue waits while more jobs than this are pending; 0: never"
    case .devDirectory: "where `marsad dev` keeps its Redis; empty: ~/.local/share/marsad/dev"
    }
  }
}

/// The syntaxes of settings' values.
enum SettingForm: Sendable, Equatable {
  case secretURL
  case name
  case path
  case address
  case weights
  case choice([String])
  case count(ClosedRange<Int>)
  case duration
  case bytes

  /// What was expected, for an error's text.
  var expectation: String {
    switch self {
    case .secretURL: "redis://, rediss:// or unix:// URL"
    case .name: "a name of letters, digits, '.', '_', ':' or '-'"
    case .path: "a path"
    case .address: "HOST:PORT or PORT"
    case .weights: "NAME or NAME=WEIGHT, separated by commas, weights 1 to 1000"
    case .choice(let words): "one of " + words.joined(separator: ", ")
    case .count(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .duration: "a time such as 500ms, 25s, 10m, 12h or 7d"
    case .bytes: "a size such as 65536, 512KiB, 32MiB or 1GiB"
    }
  }

  /// Whether the text is of this form. Empty texts are judged by the setting, not here.
  func accepts(_ text: String) -> Bool {
    switch self {
    case .secretURL: (try? RedisConfiguration(url: text)) != nil
    case .name: SettingForm.isName(text)
    case .path: !text.contains("\0")
    case .address: BindAddress(text) != nil
    case .weights: SettingForm.weights(text) != nil
    case .choice(let words): words.contains(text)
    case .count(let range): Int(text).map(range.contains) ?? false
    case .duration: SettingForm.duration(text) != nil
    case .bytes: SettingForm.bytes(text) != nil
    }
  }

  /// Names become parts of Redis keys: braces would move the hash tag, blanks would break the shell.
  static func isName(_ text: String) -> Bool {
    !text.isEmpty && text.utf8.count <= 100
      && text.utf8.allSatisfy { byte in
        (0x30...0x39).contains(byte) || (0x41...0x5a).contains(byte) || (0x61...0x7a).contains(byte)
          || byte >= 0x80 || byte == 0x2e || byte == 0x5f || byte == 0x2d || byte == 0x3a
      }
  }

  /// `25s` as a duration, nil where it is none.
  static func duration(_ text: String) -> Duration? {
    let units: [(String, Int)] = [("ms", 1), ("s", 1000), ("m", 60_000), ("h", 3_600_000), ("d", 86_400_000)]
    for (unit, milliseconds) in units where text.hasSuffix(unit) {
      guard let number = Int(text.dropLast(unit.count)), number >= 0 else { continue }
      let (total, overflow) = number.multipliedReportingOverflow(by: milliseconds)
      return overflow ? nil : .milliseconds(total)
    }
    return nil
  }

  /// `32MiB` in bytes, nil where it is no size.
  static func bytes(_ text: String) -> Int? {
    let units = [("KiB", 10), ("MiB", 20), ("GiB", 30), ("", 0)]
    for (unit, shift) in units where text.hasSuffix(unit) {
      guard let number = Int(text.dropLast(unit.count)), number >= 0 else { continue }
      let (total, overflow) = number.multipliedReportingOverflow(by: 1 << shift)
      return overflow ? nil : total
    }
    return nil
  }

  /// `breaking=3,articles` as names with weights, in order; nil where it is not of that form.
  static func weights(_ text: String) -> [(queue: String, weight: Int)]? {
    var result: [(queue: String, weight: Int)] = []
    for part in text.split(separator: ",", omittingEmptySubsequences: false) {
      let sides = part.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard let name = sides.first.map(String.init), isName(name) else { return nil }
      let weight = sides.count == 2 ? Int(sides[1]) : 1
      guard let weight, (1...1000).contains(weight), !result.contains(where: { $0.queue == name }) else {
        return nil
      }
      result.append((name, weight))
    }
    return result.isEmpty ? nil : result
  }
}

/// `HOST:PORT` or `PORT` (then of this machine alone).
struct BindAddress: Sendable, Equatable {
  var host: String
  var port: Int

  /// Nil where the text has no port, or one over 65535. Port 0 lets the system choose.
  init?(_ text: String) {
    let host: Substring
    let port: Substring
    if let colon = text.lastIndex(of: ":") {
      host = text[..<colon]
      port = text[text.index(after: colon)...]
    } else {
      host = "127.0.0.1"
      port = text[...]
    }
    guard let number = Int(port), (0...65535).contains(number), !host.isEmpty else { return nil }
    self.host = String(host.hasPrefix("[") && host.hasSuffix("]") ? host.dropFirst().dropLast() : host)
    self.port = number
  }
}
