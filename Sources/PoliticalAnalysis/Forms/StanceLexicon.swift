import ArabicText

/// Phrases by which what is said takes a stand towards another side: `غير مقبول`, `لن نقبل`, `لها الحق`.
struct StanceLexicon: Sendable {
  /// Where the other side stands.
  enum Place: String, Sendable {
    /// Before the phrase, as its clause's subject.
    case before = "s"
    /// Behind it.
    case after = "o"
  }
  /// A line of the list.
  struct Phrase: Sendable {
    /// The forms of each word; nil for a gap.
    var words: [[[Letter]]?]
    /// PLOVER type.
    var type: String
    /// Where the other side is looked for, in this order.
    var places: [Place]
    /// The phrase as the list has it.
    var lemma: String
  }

  /// How many words may stand in a gap.
  static let gap = 4

  private let phrases: [Phrase]
  /// The phrases by hash of their first word.
  private var byFirst: [UInt64: [Int]] = [:]

  /// Reads the list.
  init(_ source: some LexiconSource) throws(LexiconError) {
    var phrases: [Phrase] = []
    for row in try source.rows("content_stances.tsv", columns: 4).rows {
      guard Self.types.contains(row.fields[1]) else { throw row.fault(1, "a PLOVER type of words") }
      let places = row.fields[2].split(separator: ",").compactMap { Place(rawValue: String($0)) }
      guard !places.isEmpty else { throw row.fault(2, "s, o, or both") }
      let words = row.fields[0].split(separator: " ").map { word -> [[Letter]]? in
        word == "…" ? nil : word.split(separator: "/").map { Folding.letters(of: String($0).utf8) }
      }
      guard let first = words.first ?? nil, words.last ?? nil != nil else {
        throw row.fault(0, "words, with gaps only between them")
      }
      for form in first { byFirst[FormTable.hash(form[...]), default: []].append(phrases.count) }
      phrases.append(Phrase(words: words, type: row.fields[1], places: places, lemma: row.fields[0]))
    }
    self.phrases = phrases
  }

  private static let types: Set<String> = ["ACCUSE", "REJECT", "SUPPORT", "AGREE", "REQUEST", "THREATEN"]

  /// The phrase that begins at the token, with the tokens that it covers; the longest where several do.
  func phrase(at token: Int, limit: Int, _ reading: ClauseReading) -> (phrase: Phrase, tokens: Range<Int>)? {
    guard let found = byFirst[FormTable.hash(reading.bareLetters(token))] else { return nil }
    var best: (Phrase, Range<Int>)?
    for index in found {
      guard let end = end(of: phrases[index], at: token, limit, reading) else { continue }
      if best.map({ $0.1.upperBound < end }) ?? true { best = (phrases[index], token..<end) }
    }
    return best.map { (phrase: $0.0, tokens: $0.1) }
  }

  private func end(of phrase: Phrase, at start: Int, _ limit: Int, _ reading: ClauseReading) -> Int? {
    var token = start + 1
    var room = 0
    for word in phrase.words.dropFirst() {
      guard let forms = word else {
        room = Self.gap
        continue
      }
      let reach = Range(token, below: min(limit, token + 1 + room))
      guard
        let place = reach.first(where: { place in
          reading.words[place].isArabic && forms.contains { reading.letters(place).elementsEqual($0) }
        }), (token..<place).allSatisfy({ ![.stop, .colon].contains(reading.words[$0].punctuation) })
      else { return nil }
      token = place + 1
      room = 0
    }
    return token <= limit ? token : nil
  }
}
