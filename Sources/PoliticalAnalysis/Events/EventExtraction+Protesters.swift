import ArabicText

/// Protests that are told by a description of those who protest.
extension EventExtraction {
  /// Who protests by description: `الأسرى المضربون عن الطعام`.
  mutating func protesters(_ token: Int, _ sentence: Range<Int>, _ document: borrowing Document) {
    let word = reading.words[token]
    guard !word.matches.isEmpty, token > sentence.lowerBound, reading.words[token - 1].mention >= 0,
      word.mention < 0 || word.mention == reading.words[token - 1].mention
    else { return }
    let mention = document.mentions[reading.words[token - 1].mention]
    guard mention.kind == .nominal, document.entities[mention.entity].kind == .organization,
      let match = reading.matches[word.matches].first(where: {
        $0.reading.lexicon == .event && $0.reading.form.kind == .participle && $0.hasArticle
          && $0.preposition == 0 && lexicon.events[$0.reading.entry].type == "PROTEST"
      })
    else { return }
    subject = mention.entity
    add(
      match, lexicon.events[match.reading.entry], mention.entity, [], "event.participle.described",
      token..<token + 1, sentence, document)
  }
}
