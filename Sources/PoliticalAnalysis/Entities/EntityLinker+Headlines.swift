import ArabicText

/// Whom a headline describes and the first paragraph names: `دبلوماسي ياباني: …` over `قال كينجي ساتو، المستشار في السفارة اليابانية، إن …`.
extension EntityLinker {
  /// The person whom the article's first sentences name first, with an office beside the name, where the description
  /// stands in the headline without article and is of the same state.
  func named(behindHeadline phrase: NominalPhrase) -> Int? {
    guard phrase.kind == .person, isInHeadline(phrase.tokens), !phrase.isBareDefinite,
      !reader.hasArticle(phrase.headToken), phrase.tokens.count > 1,
      let person = firstNamed, !profiles[person].offices.isEmpty || profiles[person].known != nil
    else { return nil }
    if let country = phrase.country { return entities[person].country == country ? person : nil }
    if phrase.sector == "IGO" { return entities[person].sector == "IGO" ? person : nil }
    // قيادي …, and under it القيادي …
    let isSo = profiles[person].offices.contains {
      reader.hashBehindArticle($0.tokens.lowerBound) == phrase.head
    }
    return isSo ? person : nil
  }

  private func isInHeadline(_ tokens: Range<Int>) -> Bool {
    guard let last = tokens.last, let first = text.tokens.first else { return false }
    return text.tokens[last].paragraph == first.paragraph
  }

  /// The person named first in the two sentences under the headline.
  func firstPerson() -> Int? {
    guard let headline = text.tokens.first?.paragraph,
      let start = text.tokens.firstIndex(where: { $0.paragraph != headline })
    else { return nil }
    let sentence = text.tokens[start].sentence
    for mention in mentions where mention.kind == .name && mention.tokens.lowerBound >= start {
      guard text.tokens[mention.tokens.lowerBound].sentence < sentence + 2 else { return nil }
      if entities[mention.entity].kind == .person { return mention.entity }
    }
    return nil
  }
}
