import ArabicText

/// Whether an event happened: negation, future, condition, and whose word it is.
enum EventStatus {
  /// Sets status and auxiliary modes from what stands around the trigger.
  static func mark(
    _ event: inout Event, _ match: Match, _ sentence: Range<Int>, _ reading: ClauseReading,
    _ lexicon: PoliticalLexicon,
    _ document: borrowing Document
  ) {
    let token = match.token
    event.isFuture = match.isFuture
    if token > sentence.lowerBound {
      let before = reading.words[token - 1].function
      // A denied support is a rejection, and that did happen.
      event.isNegated = before == .negation && event.type != "REJECT"
      event.isFuture =
        event.isFuture || before == .future || lexicon.keywords.lan.contains(reading.letters(token - 1))
    }
    event.isHypothetical = (max(sentence.lowerBound, token - 6)..<token).contains {
      reading.words[$0].function == .conditional
    }
    let index = Int(reading.saying[token])
    if index >= 0 {
      event.attributedTo = index
      let act = document.statements[index].act
      event.status =
        switch act {
        case "deny": .denied
        case "demand", "propose", "advise": .calledFor
        case "threaten": .threatened
        case "promise": .promised
        default: event.isFuture ? .promised : .stated
        }
    }
    if event.isNegated { event.status = .denied }
  }
}
