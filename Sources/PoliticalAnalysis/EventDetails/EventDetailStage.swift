import ArabicText
import MarsadReport

/// Goldstein's scale for CAMEO codes.
struct GoldsteinLexicon: Sendable {
  private var values: [String: Double] = [:]

  /// Reads the file.
  init(_ file: LexiconFile) throws(LexiconError) {
    for row in file.rows {
      let value = try row.number(1)
      guard abs(value) <= 10 else { throw row.fault(1, "-10 to 10") }
      values[row.fields[0]] = value
    }
  }

  /// The value of the code's longest prefix that the file has; 0 where it has none.
  func value(of cameo: String) -> Double {
    var code = cameo[...]
    while !code.isEmpty {
      if let value = values[String(code)] { return value }
      code = code.dropLast()
    }
    return 0
  }
}

/// Completes events with what follows from their code and their clause: scale, quad class, contexts, when, where.
struct EventDetailStage: AnalysisStage {
  let goldstein: GoldsteinLexicon
  let topics: TopicLexicon

  func annotate(_ document: inout Document) {
    let times = document.times
    let standing = document.places.filter { isWhere($0, document.text) }
    for index in document.events.indices {
      var event = document.events[index]
      event.goldstein = goldstein.value(of: event.cameo)
      event.quad = Self.quad(of: event.type)
      if event.contexts.isEmpty { event.contexts = contexts(in: event.evidence, document) }
      let sentence = Self.sentence(of: event.trigger, document.text)
      event.date =
        event.date ?? Self.nearest(times, to: event.trigger, in: event.evidence, \.tokens)?.date
        ?? Self.only(times, in: sentence, \.tokens)?.date
      if event.location == nil {
        event.location =
          (Self.nearest(standing, to: event.trigger, in: event.evidence, \.tokens)
          ?? Self.only(standing, in: sentence, \.tokens))?.location
      }
      document.events[index] = event
    }
  }

  /// The quad class of a PLOVER type, as its manual groups them.
  private static func quad(of type: String) -> Int {
    switch type {
    case "AGREE", "CONSULT", "SUPPORT", "CONCEDE": 1
    case "COOPERATE", "AID", "RETREAT": 2
    case "REQUEST", "ACCUSE", "REJECT", "THREATEN": 3
    default: 4
    }
  }

  /// The contexts that the clause's own words name plainly, at most three in the order of the text.
  private func contexts(in evidence: Range<Int>, _ document: Document) -> [String] {
    var contexts: [String] = []
    for match in document.terms[.topic] where evidence.contains(match.tokens.lowerBound) {
      let term = topics.terms[match.entry]
      guard term.weight >= 2, contexts.count < 3, !contexts.contains(topics.contexts[term.context]) else {
        continue
      }
      contexts.append(topics.contexts[term.context])
    }
    return contexts
  }

  /// Whether the text says that something is there: في بغداد، ببغداد; a state that acts or is acted on is no place.
  private func isWhere(_ place: PlaceExpression, _ text: TokenizedText) -> Bool {
    let first = place.tokens.lowerBound
    guard text.tokens.indices.contains(first) else { return false }
    if place.bytes.lowerBound > text.tokens[first].bytes.lowerBound {
      // A clitic before it: ب is the one that says where.
      return WordReadings(text, first).contains { $0.preposition == Folding.beh }
        && text.letters(of: first).prefix(2).contains(Folding.beh)
    }
    // Up to two words may stand between (في العاصمة بغداد، في مدينة حلب السورية).
    for before in stride(from: first - 1, through: max(0, first - 3), by: -1) {
      guard text.tokens[before].sentence == text.tokens[first].sentence, text.tokens[before].kind == .arabic
      else {
        return false
      }
      let letters = text.letters(of: before)
      if Self.prepositions.contains(where: { $0.elementsEqual(letters) }) { return true }
    }
    return false
  }

  private static let prepositions: [[Letter]] = [
    "في", "داخل", "قرب", "شمالي", "جنوبي", "غربي", "شرقي", "وسط",
  ]
  .map { Folding.letters(of: $0.utf8) }

  private static func sentence(of tokens: Range<Int>, _ text: TokenizedText) -> Range<Int> {
    guard text.tokens.indices.contains(tokens.lowerBound) else { return 0..<0 }
    return text.sentences[text.tokens[tokens.lowerBound].sentence].tokens
  }

  /// Of what begins inside a range, the nearest to the trigger. O(log n + inside); `all` is in text order.
  private static func nearest<Found>(
    _ all: [Found], to trigger: Range<Int>, in range: Range<Int>, _ tokens: (Found) -> Range<Int>
  ) -> Found? {
    inside(all, range, tokens)
      .min {
        abs(tokens($0).lowerBound - trigger.lowerBound) < abs(tokens($1).lowerBound - trigger.lowerBound)
      }
  }

  /// The one thing that begins inside a range; nil where there are more.
  private static func only<Found>(
    _ all: [Found], in range: Range<Int>, _ tokens: (Found) -> Range<Int>
  ) -> Found? {
    let inside = inside(all, range, tokens)
    return inside.count == 1 ? inside.first : nil
  }

  private static func inside<Found>(
    _ all: [Found], _ range: Range<Int>, _ tokens: (Found) -> Range<Int>
  ) -> ArraySlice<Found> {
    let first = all.partitionPoint { tokens($0).lowerBound >= range.lowerBound }
    let last = all.partitionPoint { tokens($0).lowerBound >= range.upperBound }
    return all[Range(first, below: last)]
  }
}
