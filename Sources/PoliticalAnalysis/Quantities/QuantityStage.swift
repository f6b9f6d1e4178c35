import ArabicText

/// The nouns that numbers count, and the words before a number that say what befell the counted.
struct QuantityLexicon: Sendable {
  private(set) var units: [(unit: String, of: String)] = []
  private(set) var befell: [String] = []

  /// Reads both files and enters their phrases into the index.
  init(units: LexiconFile, befell: LexiconFile, index: inout TermIndex) throws(LexiconError) {
    for row in units.rows {
      index.add(row.fields[0], list: .unit, entry: self.units.count)
      self.units.append((row.fields[1], row.fields[2]))
    }
    for row in befell.rows {
      index.add(row.fields[0], list: .countedBy, entry: self.befell.count)
      self.befell.append(row.fields[1])
    }
  }
}

/// Finds counted and measured things: a number, or a noun's dual, with a unit that the lexicon knows.
struct QuantityStage: AnalysisStage {
  let lexicon: QuantityLexicon
  let numbers: NumberLexicon

  func annotate(_ document: inout Document) {
    let (text, terms) = (document.text, document.terms)
    let busy = document.times.map(\.tokens)
    var time = 0
    var token = 0
    while token < text.tokens.count {
      while time < busy.count, busy[time].upperBound <= token { time += 1 }
      if time < busy.count, busy[time].contains(token) {
        token = busy[time].upperBound
        continue
      }
      if let quantity = counted(token, text, terms) ?? dual(token, text, terms) {
        document.quantities.append(quantity)
        token = quantity.tokens.upperBound
      } else {
        token += 1
      }
    }
  }

  /// 10 قتلى، 500 مليون دولار، ثلاثة من الجنود
  private func counted(_ at: Int, _ text: TokenizedText, _ terms: TermMatches) -> Quantity? {
    guard text.tokens[at].kind == .number || terms.at(at, .number) != nil,
      let number = numbers.read(at, text, terms)
    else { return nil }
    let start = terms.at(at, .number)?.bytes(in: text).lowerBound ?? text.tokens[at].bytes.lowerBound
    let next = number.tokens.upperBound
    if let sign = percent(next, text) {
      return Quantity(
        tokens: at..<sign, bytes: start..<text.tokens[sign - 1].bytes.upperBound, value: number.value,
        unit: "percent", of: "share")
    }
    guard let match = unit(next, terms) ?? (isFrom(next, text) ? unit(next + 1, terms) : nil) else {
      return nil
    }
    let (unit, of) = lexicon.units[match.entry]
    return Quantity(
      tokens: at..<match.tokens.upperBound,
      bytes: start..<text.tokens[match.tokens.upperBound - 1].bytes.upperBound,
      value: number.value, unit: unit, of: unit == "person" ? befallen(at, of, text, terms) : of)
  }

  /// قتيلين، شخصان: the dual of a counted person is two of them.
  private func dual(_ at: Int, _ text: TokenizedText, _ terms: TermMatches) -> Quantity? {
    guard let match = unit(at, terms), match.tokens.count == 1, !match.hasArticle,
      lexicon.units[match.entry].unit == "person", isDual(text.letters(of: at))
    else { return nil }
    let (unit, of) = lexicon.units[match.entry]
    return Quantity(
      tokens: match.tokens, bytes: match.bytes(in: text), value: 2, unit: unit,
      of: befallen(at, of, text, terms))
  }

  /// The lexicon's dual forms end in ان; those in ين are plurals as often, and are left.
  private func isDual(_ letters: ArraySlice<Letter>) -> Bool {
    letters.count > 4 && letters.suffix(2).elementsEqual([Folding.alef, Folding.noon])
  }

  private func unit(_ at: Int, _ terms: TermMatches) -> TermMatch? {
    guard let match = terms.at(at, .unit), match.conjunction == 0, !match.hasPronoun else { return nil }
    return match
  }

  private func isFrom(_ at: Int, _ text: TokenizedText) -> Bool {
    at < text.tokens.count && text.letters(of: at).elementsEqual([Folding.meem, Folding.noon])
  }

  private func percent(_ at: Int, _ text: TokenizedText) -> Int? {
    guard at < text.tokens.count else { return nil }
    let bytes = text.utf8[text.tokens[at].bytes]
    return bytes.elementsEqual("%".utf8) || bytes.elementsEqual("٪".utf8) ? at + 1 : nil
  }

  /// What befell counted people: said by a word shortly before (مقتل 12 شخصا), else by the noun itself.
  private func befallen(_ at: Int, _ of: String, _ text: TokenizedText, _ terms: TermMatches) -> String {
    guard of == "people" || of == "force" else { return of }
    for before in stride(from: at - 1, through: max(0, at - 3), by: -1) {
      guard text.tokens[before].sentence == text.tokens[at].sentence else { break }
      if let match = terms.at(before, .countedBy) { return lexicon.befell[match.entry] }
    }
    return of
  }
}
