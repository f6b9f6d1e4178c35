/// Runs a test body with a private server and ends the server after it, however it ends.
///
/// No more than eight bodies run at a time: seventy at once on two cores are so slow that time-outs which no production
/// machine would see decide the tests.
public func withRedis<R>(
  _ arguments: [String] = [], _ body: (RedisServer) async throws -> R
) async throws -> R {
  await ServerSlots.shared.take()
  let result: Result<R, any Error>
  do {
    let server = try RedisServer(arguments: arguments)
    defer { server.kill() }
    result = .success(try await body(server))
  } catch {
    result = .failure(error)
  }
  await ServerSlots.shared.giveBack()
  return try result.get()
}

/// Places for servers, given in the order of asking.
private actor ServerSlots {
  static let shared = ServerSlots()

  private var free = 8
  private var waiting: [CheckedContinuation<Void, Never>] = []

  func take() async {
    guard free == 0 else {
      free -= 1
      return
    }
    await withCheckedContinuation { waiting.append($0) }
  }

  func giveBack() {
    guard waiting.isEmpty else { return waiting.removeFirst().resume() }
    free += 1
  }
}
