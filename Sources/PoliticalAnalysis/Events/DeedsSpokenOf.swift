import ArabicText

/// Who is blamed or refused where the words are about a deed that a noun behind them tells: `أدانت مصر اغتيال الصحفية برصاص الجيش`
/// blames the army, not whom it killed.
struct DeedsSpokenOf {
  let reading: ClauseReading
  /// How far behind the word of blame, in tokens, the noun of the deed may stand, and how many events may be told between them.
  private static let reach = (tokens: 10, events: 4)
  /// Words against somebody.
  private static let words: Set<String> = ["ACCUSE", "REJECT"]
  /// What one side does to another.
  private static let deeds: Set<String> = ["ASSAULT", "COERCE", "SANCTION"]

  /// Turns words against the victim of a deed against its doer, or nobody; `events` are in the order of their finding. What is
  /// refused is not done by who refuses it.
  func correct(_ events: inout [Event], _ document: borrowing Document) {
    var undone: Set<Int> = []
    for index in events.indices where Self.words.contains(events[index].type) {
      let word = events[index]
      guard let target = word.target, word.rule.hasPrefix("event.verb") || word.rule.hasPrefix("event.noun")
      else { continue }
      let sentence = reading.sentence(of: word.trigger.lowerBound)
      let near = Range(index + 1, below: min(events.count, index + 1 + Self.reach.events))
      guard
        let found = near.first(where: {
          let deed = events[$0]
          let distance = deed.trigger.lowerBound - word.trigger.lowerBound
          return Self.deeds.contains(deed.type) && distance > 0
            && (deed.target == target || isVictim(target, of: deed, sentence, document))
            && distance < Self.reach.tokens && sentence.contains(deed.trigger.lowerBound)
            && (deed.rule.hasPrefix("event.noun") || deed.rule.hasPrefix("event.light_verb"))
        })
      else { continue }
      let doer = events[found].source
      events[index].target = doer == word.source ? nil : doer
      events[index].rule += ".deed"
      if doer == word.source { undone.insert(found) }
    }
    if !undone.isEmpty { events = events.indices.filter { !undone.contains($0) }.map { events[$0] } }
  }

  /// Whether a person whom a deed's phrase names is not its doer: `الاعتداء على جنازة الشاب نادر عون`.
  private func isVictim(
    _ entity: Int, of deed: Event, _ sentence: Range<Int>, _ document: borrowing Document
  ) -> Bool {
    guard document.entities[entity].kind == .person, deed.source != entity else { return false }
    for token in Range(deed.trigger.upperBound, below: min(sentence.upperBound, deed.evidence.upperBound)) {
      let word = reading.words[token]
      if word.function == .relative && word.mention < 0 || word.punctuation == .stop { return false }
      if word.mention >= 0, document.mentions[word.mention].entity == entity { return true }
    }
    return false
  }
}
