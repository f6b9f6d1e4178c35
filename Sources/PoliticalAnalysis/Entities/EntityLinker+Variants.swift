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
    if isLongNameMisspelt(first, second) { return true }
    guard let end = likeness(of: first.tokens.upperBound - 1, first, to: second.tokens.upperBound - 1, second)
    else { return false }
    if one || other {
      let longest = max(
        letters(first.tokens.upperBound - 1, first).count, letters(second.tokens.upperBound - 1, second).count
      )
      return end == .variant && longest > 4 && isForeign(first) && isForeign(second)
    }
    guard let start = likeness(of: first.tokens.lowerBound, first, to: second.tokens.lowerBound, second)
    else {
      return false
    }
    return start == .variant || end == .variant
  }

  /// خالد بن محمد المرغلاني, خالد بن محمد المراغلاني: three words and more, of which the last one is off by a letter.
  private func isLongNameMisspelt(_ first: NameSpan, _ second: NameSpan) -> Bool {
    guard first.tokens.count == second.tokens.count, first.tokens.count > 2,
      zip(first.tokens, second.tokens).dropLast().allSatisfy({ letters($0, first) == letters($1, second) })
    else { return false }
    let (one, two) = (
      letters(first.tokens.upperBound - 1, first), letters(second.tokens.upperBound - 1, second)
    )
    return min(one.count, two.count) > 5 && Self.isOneLetterOff(one, two)
  }

  private enum Likeness { case same, variant }

  /// Whether two words are one name, as it stands or in another spelling; common first names are each a name of their own.
  private func likeness(of token: Int, _ span: NameSpan, to other: Int, _ second: NameSpan) -> Likeness? {
    let (one, two) = (letters(token, span), letters(other, second))
    if one == two { return .same }
    guard one.first == two.first, one.count > 3, two.count > 3, !reader.hasArticle(token),
      !reader.hasArticle(other)
    else { return nil }
    // سالم and سليم are two names; أنتوني and أنطوني are one, and شرين is شيرين.
    let first = reader.senses.isWord(token, { $0.isFirstName })
    let second = reader.senses.isWord(other, { $0.isFirstName })
    let sound = Self.sound(one)
    if sound.count > 2, sound == Self.sound(two), abs(one.count - two.count) < 3 {
      let areTwo = first && second && Self.consonants(one) == Self.consonants(two)
      return areTwo ? nil : .variant
    }
    let isMisspelt = !(first && second) && min(one.count, two.count) > 4 && Self.isOneLetterOff(one, two)
    return isMisspelt ? .variant : nil
  }

  /// Whether one word is the other with one letter more, less or otherwise, but for the ending that makes a feminine.
  private static func isOneLetterOff(_ first: ArraySlice<Letter>, _ second: ArraySlice<Letter>) -> Bool {
    let (long, short) = first.count < second.count ? (second, first) : (first, second)
    guard long.count - short.count < 2 else { return false }
    if long.count > short.count, long.last == Folding.heh, long.dropLast() == short { return false }
    let same = zip(long, short).prefix { $0 == $1 }.count
    let rest = long.dropFirst(same + 1)
    return rest.elementsEqual(short.dropFirst(long.count == short.count ? same + 1 : same))
  }

  /// Whether the name's last word is long enough, and no common first name, so that it can be told by its sound alone.
  private func isForeign(_ span: NameSpan) -> Bool {
    let last = span.tokens.upperBound - 1
    return letters(last, span).count > 3 && !reader.senses.isWord(last, { $0.isFirstName })
  }

  private func letters(_ token: Int, _ span: NameSpan) -> ArraySlice<Letter> {
    text.letters(of: token).dropFirst(token == span.tokens.lowerBound ? span.clitics : 0)
  }

  private static func consonants(_ letters: ArraySlice<Letter>) -> [Letter] {
    letters.filter { !vowels.contains($0) }
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
  /// The letters that foreign g, s, t and p are written with.
  private static let sounds: [Letter: Letter] = {
    var out: [Letter: Letter] = [:]
    for group in ["جغقك", "سزص", "تط", "دض", "بف"] {
      let letters = Folding.letters(of: group.utf8)
      for letter in letters { out[letter] = letters.first }
    }
    return out
  }()
}
