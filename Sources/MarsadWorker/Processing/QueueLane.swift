import Logging
import MarsadQueue
import MarsadWire

/// One queue's way through the worker: takes jobs, lets them in by weight, settles them.
struct QueueLane: Sendable {
  let index: Int
  let session: QueueSession
  let gate: AdmissionGate
  let processor: BatchProcessor
  let metrics: WorkerMetrics
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
          await gate.enter(ticket(normal))
          batches.addTask { await work(normal) }
        }
        for suspect in jobs where suspect.handling == .alone { await workAlone(suspect) }
      }
    }
  }

  private func ticket(_ jobs: [LeasedJob], isAlone: Bool = false) -> AdmissionGate.Ticket {
    AdmissionGate.Ticket(
      queue: index, jobs: jobs.count, bytes: jobs.reduce(0) { $0 + $1.bytes.count }, isAlone: isAlone)
  }

  /// Works on jobs that were let in; each leaves the gate with its group, so that a slow one keeps no room but its own.
  private func work(_ jobs: [LeasedJob], isAlone: Bool = false) async {
    await processor.process(jobs, clock: { session.serverTime }) { outcomes in
      await settle(outcomes)
      gate.leave(ticket(outcomes.map(\.settlement.job), isAlone: isAlone))
    }
  }

  private func settle(_ outcomes: [JobOutcome]) async {
    let queue = session.configuration.keys.queue
    let settled = await session.settle(outcomes.map(\.settlement))
    // Where Redis did not acknowledge them, they are done once more, and counted then.
    if settled.count == outcomes.count { metrics.record(outcomes.map(\.entry), queue: queue) }
    if settled.isVoid {
      logger.warning(
        "jobs were lost to another worker; their results are kept, their events are not ours",
        metadata: ["jobs": "\(outcomes.count)", "queue": "\(queue)"])
    }
  }

  /// A job that a worker died with: nothing else runs meanwhile, and the store knows that it runs, so that another
  /// death is counted against it and nobody else.
  private func workAlone(_ suspect: LeasedJob) async {
    let ticket = ticket([suspect], isAlone: true)
    await gate.enter(ticket)
    if await session.markRunning(suspect) {
      await work([suspect], isAlone: true)
    } else {
      gate.leave(ticket)
    }
  }
}
