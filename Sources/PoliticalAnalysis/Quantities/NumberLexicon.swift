import ArabicText

/// Number words, and the reading of numbers in words and digits: ثلاثة وعشرون ألفا، 2,5 مليون.
struct NumberLexicon: Sendable {
  /// How a number word enters a sum.
  enum Kind: String, CaseIterable, Sendable { case unit, teen, ten, hundred, scale, double }
  /// A number word.
  struct Word: Sendable {
    var value: Double
    var kind: Kind
  }
  /// A number in the text.
  struct Reading: Equatable {
    var value: Double
    var tokens: Range<Int>
  }

  private(set) var words: [Word] = []

  /// Reads the file and enters its phrases into the index.
  init(_ file: LexiconFile, index: inout TermIndex) throws(LexiconError) {
    for row in file.rows {
      index.add(row.fields[0], list: .number, entry: words.count)
      words.append(Word(value: try row.number(1), kind: try row.word(2)))
    }
  }

  /// The number that begins at a token: its parts are added, a scale multiplies what stands before it.
  func read(_ start: Int, _ text: TokenizedText, _ terms: TermMatches) -> Reading? {
    guard start < text.tokens.count else { return nil }
    var total = 0.0
    var group: Double?
    var at = start
    if text.tokens[at].kind == .number {
      guard let value = Self.digits(text.utf8[text.tokens[at].bytes]) else { return nil }
      group = value
      at += 1
      // The rest can only be a scale: 500 مليون.
      while let (word, end) = word(at, terms, first: true), word.kind == .scale {
        group = (group ?? 1) * word.value
        at = end
      }
    } else {
      while let (word, end) = word(at, terms, first: at == start) {
        switch word.kind {
        case .scale:
          total += (group ?? 1) * word.value
          group = nil
        case .double:
          total += word.value
        case .hundred where group.map { $0 > 2 && $0 < 10 } ?? false:
          group = (group ?? 1) * word.value
        case .unit, .teen, .ten, .hundred:
          group = (group ?? 0) + word.value
        }
        at = end
      }
    }
    guard at > start else { return nil }
    return Reading(value: total + (group ?? 0), tokens: start..<at)
  }

  /// A number word; after the first, either joined by و or a scale or hundred right behind its count.
  private func word(_ at: Int, _ terms: TermMatches, first: Bool) -> (Word, Int)? {
    guard let match = terms.at(at, .number), !match.hasPronoun else { return nil }
    let word = words[match.entry]
    let isJoined = match.conjunction == Folding.waw
    guard first || isJoined || word.kind == .scale || word.kind == .hundred else { return nil }
    guard first || match.preposition == 0 else { return nil }
    return (word, match.tokens.upperBound)
  }

  /// The value of digits, ASCII or Arabic-Indic, with separators of thousands and a decimal mark; nil for anything else.
  static func digits(_ utf8: ArraySlice<UInt8>) -> Double? {
    var value = 0.0
    var fraction = 0.0
    var digitsAfterMark = 0
    var hasMark = false
    var marks = 0
    for scalar in String(decoding: utf8, as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x30...0x39, 0x660...0x669, 0x6F0...0x6F9:
        let digit = Double(scalar.value & 0xF)
        if hasMark {
          digitsAfterMark += 1
          fraction = fraction * 10 + digit
        } else {
          value = value * 10 + digit
        }
      case 0x2C, 0x66C, 0x2E, 0x66B:
        // Three digits after a mark are thousands (2,000 and 2.000 both); a mark after them begins the next group.
        if hasMark {
          guard digitsAfterMark == 3 else { return nil }
          value = value * 1000 + fraction
        }
        (hasMark, digitsAfterMark, fraction) = (true, 0, 0)
        marks += 1
      default: return nil
      }
    }
    if hasMark, digitsAfterMark == 3 { return value * 1000 + fraction }
    for _ in 0..<digitsAfterMark { fraction /= 10 }
    return value + fraction
  }
}
