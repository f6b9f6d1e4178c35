import ArgumentParser
import Foundation
import JSONBytes
import MarsadQueue
import MarsadWire

/// Which dead letters a command is about: those that are named, or all.
struct DeadSelection: ParsableArguments {
  @Argument(help: ArgumentHelp("Entries or job ids.", valueName: "letter"))
  var letters: [String] = []

  @Flag(help: "All there are now.")
  var all = false

  /// Letters read at a time.
  private static let batch = 100

  func validate() throws {
    guard all != !letters.isEmpty else { throw ValidationError("Name dead letters, or say --all.") }
  }

  /// Hands the letters over, some at a time; letters that die meanwhile are left out.
  func forEachBatch(of queue: QueueClient, _ body: ([DeadLetter]) async throws -> Void) async throws {
    guard all else { return try await body(queue.letters(named: letters)) }
    var left = try await queue.stats().dead
    var last: String?
    while left > 0 {
      let batch = try await queue.dead(after: last, count: min(left, DeadSelection.batch))
      guard let end = batch.last else { return }
      try await body(batch)
      left -= batch.count
      last = end.entry
    }
  }
}

extension QueueClient {
  /// The dead letters of these entries or job ids.
  ///
  /// - Throws: `CommandFailure` (not found) where there is none of a name.
  /// - Complexity: an entry is looked up; a job's id is searched for through all letters.
  func letters(named names: [String]) async throws -> [DeadLetter] {
    var found: [DeadLetter] = []
    for name in names {
      if SubscribeCommand.isStreamID(name), let letter = try await dead(entry: name) {
        found.append(letter)
      } else if let letter = try await letter(ofJob: name) {
        found.append(letter)
      } else {
        throw CommandFailure(.notFound, "no dead letter \(name); `marsad dead list` shows those there are")
      }
    }
    return found
  }

  private func letter(ofJob job: String) async throws -> DeadLetter? {
    var last: String?
    while true {
      let batch = try await dead(after: last)
      if let letter = batch.first(where: { $0.job == job }) { return letter }
      guard let end = batch.last else { return nil }
      last = end.entry
    }
  }
}

extension DeadLetter {
  /// When it died, RFC 3339.
  var diedAt: String { Timestamp(milliseconds: milliseconds).description }

  /// One object; the payload as text where it is UTF-8, else in base 64.
  func json(withPayload: Bool) -> [UInt8] {
    var writer = JSONWriter()
    writer.beginObject()
    writer.member("entry", entry)
    writer.member("job", job)
    writer.member("died", diedAt)
    writer.member("attempts", attempts)
    writer.member("worker", worker)
    writer.member("code", code)
    writer.member("message", message)
    writer.member("bytes", payload.count)
    if withPayload {
      if String(validating: payload, as: UTF8.self) != nil {
        writer.member("payload", payload)
      } else {
        writer.member("payload_base64", Data(payload).base64EncodedString())
      }
    }
    writer.endObject()
    return writer.finish()
  }
}
