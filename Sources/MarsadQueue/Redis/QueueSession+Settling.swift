import MarsadWire
import RedisClient

extension QueueSession {
  /// The call of settle.lua for jobs of the present life; nil where one of them is not in hand.
  func settleCommand(_ settlements: [Settlement]) -> RedisCommand? {
    guard let id = life?.id, let plan = life?.ledger.settle(settlements.map(\.job.position)) else {
      return nil
    }
    let keys = configuration.keys
    let marked = life?.marked
    let clearsMark = marked.map { mark in settlements.contains { $0.job.position == mark } } ?? false
    if clearsMark { life?.marked = nil }
    var arguments: [RedisArgument] = [
      RedisArgument(id), RedisArgument(keys.results), RedisArgument(configuration.eventsLength),
      RedisArgument(configuration.stateLifetime.wholeMilliseconds), RedisArgument(plan.trim),
      RedisArgument(Life.tombstone(id)), clearsMark ? "1" : "0", RedisArgument(plan.tombstones.count),
    ]
    arguments.reserveCapacity(arguments.count + settlements.count * 7)
    for offset in plan.tombstones { arguments.append(RedisArgument(offset)) }
    for (settlement, offset) in zip(settlements, plan.offsets) {
      append(settlement, offset: offset, life: id, to: &arguments)
    }
    let names =
      [
        keys.workers, keys.leased(id), keys.running(id), keys.events, keys.dead, keys.scheduled,
        keys.counters,
      ] + settlements.map { keys.job($0.id) }
    return QueueScripts.settle.command(keys: names, arguments: arguments)
  }

  private func append(
    _ settlement: Settlement, offset: Int, life: String, to arguments: inout [RedisArgument]
  ) {
    let id = RedisArgument(settlement.id)
    switch settlement.kind {
    case .done(let event):
      arguments += [
        "done", id, RedisArgument(event.type), RedisArgument(event.outcome), RedisArgument(event.result),
        RedisArgument(event.attempt), RedisArgument(event.json),
      ]
    case .buried(let event, let code, let message):
      arguments += [
        "bury", id, RedisArgument(event.type), RedisArgument(event.attempt), RedisArgument(event.json),
        RedisArgument(offset), RedisArgument(code), RedisArgument(message),
        RedisArgument(configuration.worker),
      ]
    case .again(let state, let attempt, let delay, let code):
      arguments += [
        "retry", id, RedisArgument(state), RedisArgument(attempt),
        RedisArgument(max(0, delay.wholeMilliseconds)),
        RedisArgument(offset), RedisArgument(code), RedisArgument("\(life)/\(settlement.job.position)"),
      ]
    }
  }
}
