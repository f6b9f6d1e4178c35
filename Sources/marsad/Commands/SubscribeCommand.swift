import ArgumentParser
import Foundation
import MarsadQueue
import RedisClient

struct SubscribeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "subscribe",
    abstract: "Print completion events as JSON lines: live, or from any point of the stream.",
    discussion: """
      Alone, every subscriber gets every event. In a group (--group) each event goes to one member, is acknowledged
      once it is printed, and what a dead member was given but did not acknowledge is claimed after --claim-after.

      EXAMPLES
        marsad subscribe                              from now on, until Ctrl-C
        marsad subscribe --from start --count 10      the first ten there are
        marsad subscribe --from 1617969600000-0       after this entry
        marsad subscribe --group archive --consumer archive-1
        marsad subscribe --no-follow --from start | jq -r .subject
      """)

  @OptionGroup var shared: SharedOptions

  @Option(
    help: ArgumentHelp(
      "now, start, or the stream id after which to begin (a group's start when it is new).",
      valueName: "point"))
  var from = "now"

  @Option(
    help: ArgumentHelp("Consumer group to be a member of; made where it does not exist.", valueName: "name"))
  var group: String?

  @Option(
    help: ArgumentHelp("This member's name in the group (default: host and process).", valueName: "name"))
  var consumer: String?

  @Option(
    help: ArgumentHelp(
      "Claim what another member has held so long without acknowledgement.", valueName: "time"))
  var claimAfter = "60s"

  @Option(help: ArgumentHelp("End after so many events.", valueName: "count"))
  var count: Int?

  @Flag(inversion: .prefixedNo, help: "Wait for further events at the end of the stream.")
  var follow = true

  /// How long one read waits: what a lost connection costs at most before it is noticed.
  private static let wait = Duration.seconds(5)
  /// Events read, printed and acknowledged at a time.
  private static let batch = 100

  func run() async throws {
    let settings = try shared.settings()
    try await Interruption.interruptible {
      try await RedisSession.with(settings) { session in try await self.run(session.queue) }
    }
  }

  private func run(_ queue: QueueClient) async throws {
    if let group {
      // A new group begins where --from says; `$` is Redis's word for now.
      let member = try await EventGroup(
        queue, group: group, member: consumer ?? SubscribeCommand.defaultConsumer,
        start: from == "now" ? "$" : from == "start" ? "0" : from,
        claimAfter: SettingForm.duration(claimAfter) ?? .seconds(60))
      try await print(member)
    } else if from == "now" {
      try await print(EventStream.fromNow(queue))
    } else {
      try await print(EventStream(queue, after: from == "start" ? "0" : from))
    }
  }

  /// Prints events until `--count` is reached or, with `--no-follow`, nothing is left; goes on after a lost connection.
  private func print(_ source: some EventSource) async throws {
    var source = source
    var left = count ?? .max
    var failures = 0
    while left > 0 {
      do {
        let events = try await source.next(
          count: min(left, SubscribeCommand.batch), wait: follow ? SubscribeCommand.wait : .zero)
        Output.write(Array(events.map { $0.json + [UInt8(ascii: "\n")] }.joined()))
        try await source.acknowledge(events)
        failures = 0
        left -= events.count
        if events.isEmpty, !follow { return }
      } catch let error as RedisError where error.isTransport && follow {
        failures += 1
        if failures == 1 { Output.note("marsad: \(error); trying again") }
        try await Task.sleep(for: Backoff().delay(beforeAttempt: failures))
      }
    }
  }

  /// Host and process: another member for every process.
  private static var defaultConsumer: String {
    "\(ProcessInfo.processInfo.hostName)-\(ProcessInfo.processInfo.processIdentifier)"
  }

  func validate() throws {
    guard SettingForm.duration(claimAfter) != nil else {
      throw ValidationError("--claim-after '\(claimAfter)' is not \(SettingForm.duration.expectation).")
    }
    guard consumer == nil || group != nil else { throw ValidationError("--consumer needs --group.") }
    guard count.map({ $0 > 0 }) ?? true else { throw ValidationError("--count must be over 0.") }
    guard from == "now" || from == "start" || SubscribeCommand.isStreamID(from) else {
      throw ValidationError("--from '\(from)' is not now, start or a stream id such as 1617969600000-0.")
    }
  }

  /// Whether a text is milliseconds, or milliseconds and a sequence number.
  static func isStreamID(_ text: String) -> Bool {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count) && parts.allSatisfy { UInt64($0) != nil }
  }
}
