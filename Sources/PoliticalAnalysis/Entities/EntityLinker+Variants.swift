import ArabicText

/// Names that one article spells in two ways: فولوديمير زيلينسكي and زيلنسكي, شولتس and شولتز.
extension EntityLinker {
  /// The person whose name a foreign name written otherwise is, nil where nobody's or more than one's could be meant.
  func personSpelledOtherwise(_ span: NameSpan) -> Int? {
    var found: Int?
    for index in entities.indices where entities[index].kind == .person && profiles[index].hasName {
      if let known = span.known, let theirs = profiles[index].known, known != theirs { continue }
      guard let other = profiles[index].fullest, isCompatible(entities[index].country, span.country),
        isSpelledOtherwise(span, other)
      else { continue }
      guard found == nil else { return nil }
      found = index
    }
    return found
  }

  /// Whether two names are one in two spellings: the first words and the last ones, or a last word that stands alone.
  private func isSpelledOtherwise(_ first: NameSpan, _ second: NameSpan) -> Bool {
    let (one, other) = (first.tokens.count == 1, second.tokens.count == 1)
    guard let end = likeness(of: first.tokens.upperBound - 1, first, to: second.tokens.upperBound - 1, second)
    else { return false }
    if one || other { return end == .variant && isForeign(first) && isForeign(second) }
    guard let start = likeness(of: first.tokens.lowerBound, first, to: second.tokens.lowerBound, second)
    else {
      return false
    }
    return start == .variant || end == .variant
  }

  private enum Likeness { case same, variant }

  /// Whether two words are one name, as it stands or in another spelling; common first names are each a name of their own.
  private func likeness(of token: Int, _ span: NameSpan, to other: Int, _ second: NameSpan) -> Likeness? {
    let (one, two) = (letters(token, span), letters(other, second))
    if one == two { return .same }
    guard one.first == two.first, one.count > 3, two.count > 3, abs(one.count - two.count) < 3,
      !reader.senses.isWord(token, { $0.isFirstName }), !reader.senses.isWord(other, { $0.isFirstName }),
      !reader.hasArticle(token), !reader.hasArticle(other)
    else { return nil }
    let sound = Self.sound(one)
    return sound.count > 2 && sound == Self.sound(two) ? .variant : nil
  }

  /// Whether the name's last word is long enough, and no common first name, so that it can be told by its sound alone.
  private func isForeign(_ span: NameSpan) -> Bool {
    let last = span.tokens.upperBound - 1
    return letters(last, span).count > 4 && !reader.senses.isWord(last, { $0.isFirstName })
  }

  private func letters(_ token: Int, _ span: NameSpan) -> ArraySlice<Letter> {
    text.letters(of: token).dropFirst(token == span.tokens.lowerBound ? span.clitics : 0)
  }

  /// A word's consonants, those that stand for one foreign sound alike, without the vowels that spellings differ in.
  private static func sound(_ letters: ArraySlice<Letter>) -> [Letter] {
    var out: [Letter] = []
    for (place, letter) in letters.enumerated() {
      if place > 0, vowels.contains(letter) { continue }
      let sound = sounds[letter] ?? letter
      if sound != out.last { out.append(sound) }
    }
    return out
  }

  private static let vowels = Set(Folding.letters(of: "اوي".utf8))
  /// The letters that foreign g, s and t are written with.
  private static let sounds: [Letter: Letter] = {
    var out: [Letter: Letter] = [:]
    for group in ["جغقك", "سزص", "تط", "دض"] {
      let letters = Folding.letters(of: group.utf8)
      for letter in letters { out[letter] = letters.first }
    }
    return out
  }()
}
