import MarsadWire
public import RedisClient

/// What is known of one job.
public struct JobState: Sendable, Equatable {
  /// Where it is.
  public enum State: String, Sendable, CaseIterable { case pending, leased, retrying, done, dead }
  /// Where it is.
  public var state: State
  /// `analyzed`, `failed`, `expired`; nil before its end.
  public var outcome: String?
  /// Its result's id, where it led to one.
  public var result: String?
  /// Attempts so far; nil before the first has ended.
  public var attempts: Int?
  /// The reason of its failure or last retry.
  public var code: String?
  /// Times in ms since 1970.
  public var enqueuedMilliseconds: Int64?, finishedMilliseconds: Int64?, dueMilliseconds: Int64?
}

extension QueueClient {
  /// Looks a job up by id; nil where nothing is known: never enqueued by id, or forgotten after its life time.
  ///
  /// That a job is leased is not written down for each job; it is found by looking into the hands of the workers, so
  /// this is for people, not for polling. - Complexity: O(jobs in hand) for a pending job, else O(1).
  public func state(of id: String) async throws(RedisError) -> JobState? {
    let reply = try await redis.send(.init("HGETALL", .init(keys.job(id))))
    var fields: [String: RedisValue] = [:]
    for (name, value) in Self.pairs(reply) { fields[name] = value }
    guard let state = fields["state"]?.string.flatMap(JobState.State.init) else { return nil }
    let result = fields["result"]?.string
    var job = JobState(
      state: state, outcome: fields["outcome"]?.string, result: result?.isEmpty == true ? nil : result,
      attempts: fields["attempts"]?.int.map { Int($0) }, code: fields["code"]?.string,
      enqueuedMilliseconds: fields["enqueued_ms"]?.int, finishedMilliseconds: fields["finished_ms"]?.int,
      dueMilliseconds: fields["due_ms"]?.int)
    if state == .pending || state == .retrying, try await isLeased(id) { job.state = .leased }
    return job
  }

  private func isLeased(_ id: String) async throws(RedisError) -> Bool {
    let lives = try await redis.send(.init("ZRANGE", .init(keys.workers), "0", "-1")).elements ?? []
    for life in lives.compactMap(\.string) {
      let jobs = try await redis.send(.init("LRANGE", .init(keys.leased(life)), "0", "-1")).elements ?? []
      if jobs.contains(where: { $0.bytes.flatMap { Envelope.split($0).envelope?.id } == id }) { return true }
    }
    return false
  }
}
