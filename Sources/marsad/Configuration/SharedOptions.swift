import ArgumentParser
import JSONBytes

/// Options that every command has.
struct SharedOptions: ParsableArguments {
  @Option(name: .customLong("config"), help: ArgumentHelp("Configuration file.", valueName: "file"))
  var configurationFile: String?

  @Option(help: ArgumentHelp("Redis URL: \(Setting.redis.meaning).", valueName: "url"))
  var redis: String?

  @Option(help: ArgumentHelp("Queue (default: \(Setting.queue.fallback)).", valueName: "name"))
  var queue: String?

  @Option(help: ArgumentHelp("Key prefix (default: \(Setting.prefix.fallback)).", valueName: "name"))
  var prefix: String?

  @Option(help: ArgumentHelp("Colours: auto, always, never.", valueName: "when"))
  var color: String?

  @Flag(help: "Machine-readable output: JSON.")
  var json = false

  /// The effective configuration, under these flags and those of the command.
  func settings(_ more: [Setting: String?] = [:]) throws -> Settings {
    var flags: [Setting: String] = [:]
    let own: [Setting: String?] = [.redis: redis, .queue: queue, .prefix: prefix, .color: color]
    for (setting, value) in own.merging(more, uniquingKeysWith: { $1 }) {
      if let value { flags[setting] = value }
    }
    do {
      return try Settings.load(flags: flags, configurationFile: configurationFile)
    } catch {
      if case .badValue(_, _, .flag) = error { throw CommandFailure(.usage, error.description) }
      throw error
    }
  }

  /// Says what a command has done: as an object of one member for programs, as a sentence for people.
  func report(_ name: StaticString, _ value: Bool, _ sentence: String) {
    report(sentence) { $0.member(name, value) }
  }

  /// Says what a command has done: as an object of one member for programs, as a sentence for people.
  func report(_ name: StaticString, _ value: Int, _ sentence: String) {
    report(sentence) { $0.member(name, value) }
  }

  private func report(_ sentence: String, _ write: (inout JSONWriter) -> Void) {
    guard json else { return Output.line(sentence) }
    var writer = JSONWriter()
    writer.beginObject()
    write(&writer)
    writer.endObject()
    Output.line(writer.finish())
  }
}
