import Synchronization
import Testing

@testable import MarsadWorker

@Suite struct AdmissionGateTests {
  private final class Order: Sendable {
    private let names = Mutex<[String]>([])
    func append(_ name: String) { names.withLock { $0.append(name) } }
    var all: [String] { names.withLock { $0 } }
  }

  private func settle() async { for _ in 0..<200 { await Task.yield() } }

  @Test func `batches are bounded in jobs and bytes, and a large one goes when nothing else does`() async {
    let gate = AdmissionGate(jobs: 10, bytes: 100, weights: [1])
    let first = AdmissionGate.Ticket(queue: 0, jobs: 6, bytes: 10)
    let large = AdmissionGate.Ticket(queue: 0, jobs: 1, bytes: 1_000)
    await gate.enter(first)
    let order = Order()
    let waiting = Task {
      await gate.enter(large)
      order.append("large")
    }
    await settle()
    #expect(order.all.isEmpty)
    gate.leave(first)
    await waiting.value
    #expect(gate.jobsUnderWay == 1)
    gate.leave(large)
    #expect(gate.jobsUnderWay == 0)
  }

  @Test func `queues get their turns by weight`() async {
    let gate = AdmissionGate(jobs: 1, bytes: 100, weights: [3, 1])
    let held = AdmissionGate.Ticket(queue: 0, jobs: 1, bytes: 0)
    await gate.enter(held)
    let order = Order()
    await withDiscardingTaskGroup { group in
      for index in 0..<16 {
        let ticket = AdmissionGate.Ticket(queue: index % 2, jobs: 1, bytes: 0)
        group.addTask {
          await gate.enter(ticket)
          order.append(ticket.queue == 0 ? "A" : "B")
          gate.leave(ticket)
        }
      }
      await settle()
      gate.leave(held)
    }
    #expect(order.all.prefix(8).filter { $0 == "A" }.count == 6)
    #expect(order.all.count == 16)
  }

  @Test func `who must be alone waits for all, and all others wait for it`() async {
    let gate = AdmissionGate(jobs: 10, bytes: 100, weights: [1])
    let normal = AdmissionGate.Ticket(queue: 0, jobs: 1, bytes: 0)
    let alone = AdmissionGate.Ticket(queue: 0, jobs: 1, bytes: 0, isAlone: true)
    let order = Order()
    await gate.enter(normal)
    let first = Task {
      await gate.enter(alone)
      order.append("alone")
      await settle()
      order.append("alone done")
      gate.leave(alone)
    }
    await settle()
    let second = Task {
      await gate.enter(normal)
      order.append("normal")
      gate.leave(normal)
    }
    await settle()
    #expect(order.all.isEmpty)
    gate.leave(normal)
    await first.value
    await second.value
    #expect(order.all == ["alone", "alone done", "normal"])
  }
}
