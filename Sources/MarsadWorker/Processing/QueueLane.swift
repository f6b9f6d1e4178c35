import Logging
import MarsadQueue
import MarsadWire

/// One queue's way through the worker: takes jobs, lets them in by weight, settles them.
struct QueueLane: Sendable {
  let index: Int
  let session: QueueSession
  let gate: AdmissionGate
  let processor: BatchProcessor
  let batchJobs: Int
  let isStopping: OneShot
  let logger: Logger

  /// Works until the worker stops and what was in hand is settled.
  func run() async {
    await withDiscardingTaskGroup { batches in
      while !isStopping.hasFired {
        let jobs = await session.take(max: batchJobs)
        let normal = jobs.filter { $0.handling != .alone }
        if !normal.isEmpty {
          // At most one batch waits here; it is leased so that it is at hand the moment there is room.
          let ticket = ticket(normal)
          await gate.enter(ticket)
          batches.addTask {
            await settle(normal)
            gate.leave(ticket)
          }
        }
        for suspect in jobs where suspect.handling == .alone { await workAlone(suspect) }
      }
    }
  }

  private func ticket(_ jobs: [LeasedJob], isAlone: Bool = false) -> AdmissionGate.Ticket {
    AdmissionGate.Ticket(
      queue: index, jobs: jobs.count, bytes: jobs.reduce(0) { $0 + $1.bytes.count }, isAlone: isAlone)
  }

  private func settle(_ jobs: [LeasedJob]) async {
    let settlements = await processor.process(jobs) { session.serverTime }
    let settled = await session.settle(settlements)
    if settled.isVoid {
      logger.warning(
        "jobs were lost to another worker; their results are kept, their events are not ours",
        metadata: ["jobs": "\(jobs.count)", "queue": "\(session.configuration.keys.queue)"])
    }
  }

  /// A job that a worker died with: nothing else runs meanwhile, and the store knows that it runs, so that another
  /// death is counted against it and nobody else.
  private func workAlone(_ suspect: LeasedJob) async {
    let ticket = ticket([suspect], isAlone: true)
    await gate.enter(ticket)
    if await session.markRunning(suspect) { await settle([suspect]) }
    gate.leave(ticket)
  }
}
