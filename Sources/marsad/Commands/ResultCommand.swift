import ArgumentParser
import Foundation
import MarsadCache
import MarsadQueue
import MarsadReport
import MarsadWire
import RedisClient

struct ResultCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "result",
    abstract: "Print a report out of Redis, by result id or by job id.",
    discussion: """
      EXAMPLES
        marsad result 3vexv3yfcwhbd4u5sgc4xkmjzr
        marsad result --job reuters-4711 --format text
        marsad result 3vexv3yfcwhbd4u5sgc4xkmjzr | jq '.events[].type'
      """)

  @OptionGroup var shared: SharedOptions

  @Argument(help: ArgumentHelp("Result id, or job id with --job.", valueName: "id"))
  var id: String

  @Flag(help: "The id is a job's.")
  var job = false

  @Option(help: ArgumentHelp("json, text or events-tsv (default: json).", valueName: "form"))
  var format: ReportFormat = .json

  func run() async throws {
    let settings = try shared.settings()
    let bytes = try await RedisSession.with(settings) { session in
      try await stored(session)
    }
    guard format != .json else { return Output.line(bytes) }
    do {
      let report = try Report(decoding: bytes)
      Output.write(format.rendered(report, bytes: bytes, isColored: Terminal.usesColor(settings[.color])))
    } catch {
      throw CommandFailure(.badData, "the stored report cannot be read: \(error)")
    }
  }

  /// The report's bytes, out of their compression.
  private func stored(_ session: RedisSession) async throws -> [UInt8] {
    let result = try await resultID(session)
    let reply = try await session.client.send(RedisCommand("GET", RedisArgument(session.keys.result(result))))
    guard let value = reply.bytes else {
      throw CommandFailure(.notFound, "no result \(result) in Redis; reports are kept for a limited time")
    }
    guard let bytes = CachedValue.decoded(value), ReportSeal.isIntact(bytes) else {
      throw CommandFailure(
        .badData, "what stands under \(session.keys.result(result)) is not an intact report")
    }
    return bytes
  }

  private func resultID(_ session: RedisSession) async throws -> ResultID {
    if job {
      guard let state = try await session.queue.state(of: id) else {
        throw CommandFailure(.notFound, "nothing is known of job \(id); states are kept for a limited time")
      }
      guard let result = state.result.flatMap(ResultID.init) else {
        let isOver = state.state == .done || state.state == .dead
        throw CommandFailure(
          isOver ? .notFound : .tryLater,
          "job \(id) has no result; its state is \(state.state.rawValue)\(state.code.map { " (\($0))" } ?? "")"
        )
      }
      return result
    }
    guard let result = ResultID(id) else {
      throw CommandFailure(
        .usage, "'\(id)' is no result id (52 letters and digits); for a job's id add --job")
    }
    return result
  }
}
