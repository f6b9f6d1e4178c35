import ArgumentParser
import Foundation
import JSONBytes
import MarsadQueue
import MarsadWire

struct DeadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "dead",
    abstract: "What failed for good, kept whole with the reason: list, show, retry, drop.",
    discussion: """
      A dead letter is named by its entry (1617969600000-0) or by its job's id.

      EXAMPLES
        marsad dead list
        marsad dead show 1617969600000-0
        marsad dead retry reuters-4711
        marsad dead drop --all --yes
      """,
    subcommands: [DeadListCommand.self, DeadShowCommand.self, DeadRetryCommand.self, DeadDropCommand.self])
}

struct DeadListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list", abstract: "List dead letters, oldest first.",
    discussion: """
      EXAMPLES
        marsad dead list --count 20
        marsad dead list --json | jq -r 'select(.code == "not_json").entry'
      """)

  @OptionGroup var shared: SharedOptions

  @Option(help: ArgumentHelp("How many at most.", valueName: "count"))
  var count = 100

  @Option(help: ArgumentHelp("Begin after this entry.", valueName: "entry"))
  var after: String?

  func run() async throws {
    let settings = try shared.settings()
    let letters = try await RedisSession.with(settings) {
      try await $0.queue.dead(after: after, count: count)
    }
    guard !shared.json else { return letters.forEach { Output.line($0.json(withPayload: false)) } }
    var table = Table([
      ("ENTRY", .left), ("DIED", .left), ("JOB", .left), ("TRIES", .right), ("BYTES", .right),
      ("CODE", .left),
      ("WHY", .left),
    ])
    for letter in letters {
      table.add([
        letter.entry, letter.diedAt, letter.job, "\(letter.attempts)", "\(letter.payload.count)", letter.code,
        letter.message,
      ])
    }
    if letters.isEmpty {
      Output.note("no dead letters in \(settings[.queue])")
    } else {
      Output.table(table, color: settings[.color])
    }
  }
}

struct DeadShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show", abstract: "Show dead letters whole.",
    discussion: """
      EXAMPLES
        marsad dead show 1617969600000-0
        marsad dead show 1617969600000-0 --payload > job.json
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: ArgumentHelp("Entries or job ids.", valueName: "letter"))
  var letters: [String]

  @Flag(help: "Only the job's bytes, as they were pushed.")
  var payload = false

  func run() async throws {
    let settings = try shared.settings()
    let found = try await RedisSession.with(settings) { try await $0.queue.letters(named: letters) }
    for letter in found {
      if payload {
        Output.write(letter.payload)
      } else if shared.json {
        Output.line(letter.json(withPayload: true))
      } else {
        var facts = Table([("ENTRY", .left), (letter.entry, .left)])
        facts.add(["job", letter.job])
        facts.add(["died", letter.diedAt])
        facts.add(["attempts", "\(letter.attempts)"])
        facts.add(["worker", letter.worker.isEmpty ? "-" : letter.worker])
        facts.add(["code", letter.code])
        facts.add(["why", letter.message])
        facts.add(["bytes", "\(letter.payload.count)"])
        Output.line(facts.rendered(bold: Terminal.usesColor(settings[.color])))
        Output.write([UInt8(ascii: "\n")] + letter.payload + Array("\n\n".utf8))
      }
    }
  }
}

struct DeadRetryCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "retry", abstract: "Put dead letters back in line, as new jobs.",
    discussion: """
      EXAMPLES
        marsad dead retry 1617969600000-0
        marsad dead retry --all
      """)

  @OptionGroup var shared: SharedOptions

  @OptionGroup var which: DeadSelection

  func run() async throws {
    let settings = try shared.settings()
    let count = try await RedisSession.with(settings) { session in
      var count = 0
      try await which.forEachBatch(of: session.queue) { letters in
        for letter in letters where try await session.queue.retryDead(entry: letter.entry) { count += 1 }
      }
      return count
    }
    shared.report("retried", count, "\(count) jobs are in line again")
  }
}

struct DeadDropCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drop", abstract: "Forget dead letters. Asks first.",
    discussion: """
      EXAMPLES
        marsad dead drop 1617969600000-0
        marsad dead drop --all --yes
      """)

  @OptionGroup var shared: SharedOptions

  @OptionGroup var which: DeadSelection

  @Flag(help: "Do not ask.")
  var yes = false

  func run() async throws {
    let settings = try shared.settings()
    let count = try await RedisSession.with(settings) { session in
      let number = which.all ? "all \(try await session.queue.stats().dead)" : "\(which.letters.count)"
      try Confirmation.require("Forget \(number) dead letters of \(settings[.queue])?", yes: yes)
      var count = 0
      try await which.forEachBatch(of: session.queue) { letters in
        count += try await session.queue.dropDead(entries: letters.map(\.entry))
      }
      return count
    }
    shared.report("dropped", count, "\(count) dead letters forgotten")
  }
}
