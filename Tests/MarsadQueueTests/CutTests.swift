import MarsadQueue
import MarsadTestSupport
import MarsadWire
import RedisClient
import Testing

/// The connection breaks at every place where it can.
@Suite struct CutTests {
  /// Takes and settles until every job has its event; jobs of each batch are settled last first.
  private func work(_ queue: QueueFixture, proxy: CuttingProxy, jobs: Int) async throws -> Bool {
    let session = try queue.session(url: "redis://127.0.0.1:\(proxy.port)")
    var batch: [LeasedJob] = []
    let finished = try await queue.eventually {
      if batch.isEmpty { batch = await session.take(max: 3) }
      if let job = batch.popLast() {
        let settled = await session.settle([job.done], thenTake: batch.isEmpty ? 2 : 0)
        if settled.isVoid { batch = [] }
        batch = settled.jobs + batch
      }
      return try await queue.client.stats().events >= jobs
    }
    await session.close()
    return finished
  }

  /// Where commands begin and end in a stream of RESP.
  private func boundaries(_ bytes: [UInt8]) -> [Int] {
    var ends: [Int] = [0]
    var index = 0
    func number() -> Int {
      var value = 0
      index += 1
      while index < bytes.count, bytes[index] != 13 {
        value = value * 10 + Int(bytes[index]) - 48
        index += 1
      }
      index += 2
      return value
    }
    while index < bytes.count {
      for _ in 0..<number() { index += number() + 2 }
      ends.append(index)
    }
    return ends
  }

  @Test func `a cut at any command boundary loses no job and doubles no event`() async throws {
    try await withQueue { queue in
      let jobs = 6
      let whole = try await CuttingProxy.start(socket: queue.server.socket, cut: .none)
      let uncut = try queue.other("uncut")
      try await uncut.push(count: jobs)
      #expect(try await work(uncut, proxy: whole, jobs: jobs))
      let ends = boundaries(whole.clientBytes)
      await whole.stop()
      #expect(ends.count > 8)
      let places = ends.flatMap { [$0 - 1, $0, $0 + 1] }.filter { $0 > 0 }
      let cuts = places.map { CuttingProxy.Cut.request($0) } + ends.dropFirst().map { .reply($0) }
      try await withThrowingTaskGroup(of: Void.self) { group in
        for (number, cut) in cuts.enumerated() {
          if number >= 8 { try await group.next() }
          group.addTask {
            let one = try queue.other("cut-\(number)")
            try await one.push(count: jobs)
            let proxy = try await CuttingProxy.start(socket: queue.server.socket, cut: cut)
            #expect(try await work(one, proxy: proxy, jobs: jobs), "\(cut)")
            await proxy.stop()
            let counts = try await one.eventCounts()
            #expect(counts.count == jobs && counts.values.allSatisfy { $0 == 1 }, "\(cut): \(counts)")
            let stats = try await one.client.stats()
            #expect(stats.pending == 0 && stats.leased == 0, "\(cut)")
          }
        }
        try await group.waitForAll()
      }
    }
  }
}
