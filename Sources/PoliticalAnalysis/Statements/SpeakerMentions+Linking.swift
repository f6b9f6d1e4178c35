import ArabicText

/// Which of those found are somebody who was there before.
extension SpeakerMentions {
  /// Makes the phrases mentions: of the entity that a definite one takes up, else of a new one.
  func link(_ found: [Found], _ document: inout Document) {
    var byHead: [UInt64: Int] = [:]
    var byPhrase: [UInt64: Int] = [:]
    var byFamily: [UInt64: Int] = [:]
    var next = 0
    for item in found.sorted(by: { $0.tokens.lowerBound < $1.tokens.lowerBound }) {
      while next < document.mentions.count,
        document.mentions[next].tokens.lowerBound < item.tokens.lowerBound
      {
        let mention = document.mentions[next]
        byHead[FormTable.hash(phrase.base(mention.tokens.lowerBound))] = mention.entity
        byPhrase[key(mention.tokens)] = mention.entity
        if mention.kind == .name, mention.tokens.count > 1, let last = mention.tokens.last,
          document.entities[mention.entity].kind == .person
        {
          byFamily[FormTable.hash(reading.letters(last))] = mention.entity
        }
        if let kind = kindNoun(before: mention.tokens.lowerBound) { byHead[kind] = mention.entity }
        next += 1
      }
      let head = FormTable.hash(phrase.base(item.isName ? item.tokens.upperBound - 1 : item.head))
      let isBare = (reading.words[item.head].hasArticle || item.isName) && item.tokens.count == 1
      let known =
        bearer(of: item, byFamily) ?? byPhrase[key(item.tokens)] ?? (isBare ? byHead[head] : nil)
        ?? body(item, byHead[head], document)
      // Whom it takes up has another name; the statements' own order tells whom.
      if known == nil, reading.words[item.head].hasArticle, lexicon.speakers.takesUp(phrase.stem(item.head)),
        item.tokens.count == 1
      {
        continue
      }
      let entity = known ?? document.entities.count
      let bytes = bytes(of: item.tokens, document)
      if known == nil {
        document.entities.append(
          Entity(
            kind: item.isName ? .person : phrase.kind(item.head), name: document.text.string(bytes: bytes),
            country: country(item.tokens)))
        // وقالت أيضا: who was described by a noun in ة.
        if !item.isName, phrase.kind(item.head) == .person, phrase.endsInTehMarbuta(item.head) {
          document.entities[entity].isFeminine = true
        }
      }
      byHead[head] = entity
      byPhrase[key(item.tokens)] = entity
      document.mentions.append(
        Mention(
          kind: item.isQuoted || bearer(of: item, byFamily) != nil ? .name : .nominal, tokens: item.tokens,
          bytes: bytes, entity: entity))
      // Appended mentions are not looked at again: `next` stays among those that were there.
    }
    document.mentions.sort {
      ($0.bytes.lowerBound, $1.bytes.upperBound) < ($1.bytes.lowerBound, $0.bytes.upperBound)
    }
  }

  /// Whose name ends in the word that stands alone, where it is no noun for somebody: `محمد الصياد`, then `الصياد`.
  private func bearer(of item: Found, _ byFamily: [UInt64: Int]) -> Int? {
    guard item.tokens.count == 1, reading.words[item.head].hasArticle, item.head == item.tokens.lowerBound,
      lexicon.speakers.speaker(phrase.stem(item.head)) == nil
    else { return nil }
    return byFamily[FormTable.hash(reading.letters(item.head))]
  }

  /// Takes out descriptions that are now part of a longer one: `محللون` in `خبراء ومحللون`.
  func dropJoined(_ longer: [Int], _ document: inout Document) {
    var isJoined = Array(repeating: false, count: reading.words.count)
    for index in longer {
      for token in document.mentions[index].tokens.dropFirst() { isJoined[token] = true }
    }
    document.mentions.removeAll {
      $0.kind == .nominal && isJoined[$0.tokens.lowerBound]
        && reading.words[$0.tokens.lowerBound].hasConjunction
    }
  }

  /// The body last named that `الصحيفة الإسرائيلية` takes up: one of the same kind and state.
  private func body(_ item: Found, _ last: Int?, _ document: borrowing Document) -> Int? {
    guard let last, item.tokens.count == 2, item.tokens.lowerBound == item.head,
      reading.words[item.head].hasArticle, lexicon.speakers.takesUp(phrase.stem(item.head)),
      document.entities[last].kind == .organization,
      let state = country(item.tokens.dropFirst())
    else { return nil }
    let own = document.entities[last].country
    return own == nil || own == state ? last : nil
  }

  /// The noun with which a name's bearer is taken up: `شبكة «سي إن إن»`, then `الشبكة`.
  private func kindNoun(before name: Int) -> UInt64? {
    var token = name - 1
    if token > 0, reading.words[token].punctuation == .openQuote { token -= 1 }
    guard token >= 0, reading.words[token].isArabic, reading.words[token].mention < 0,
      !reading.words[token].hasArticle
    else { return nil }
    var stem = phrase.stem(token)
    // بمجلة «تايم»
    if lexicon.speakers.speaker(stem) == nil, phrase.isPrefixed(stem) { stem = stem.dropFirst() }
    guard lexicon.speakers.takesUp(stem), lexicon.speakers.speaker(stem) == .organization else { return nil }
    return FormTable.hash(stem)
  }

  /// Gives a definite description that only stands alone to whom it takes up: مسؤول حكومي …, المسؤول; وسائل إعلام إسرائيلية …,
  /// وسائل الإعلام.
  func relink(_ document: inout Document) {
    var counts = Array(repeating: 0, count: document.entities.count)
    for mention in document.mentions { counts[mention.entity] += 1 }
    var seen: [UInt64: Int] = [:]
    for index in document.mentions.indices {
      let mention = document.mentions[index]
      guard mention.kind == .nominal else { continue }
      let tokens = mention.tokens
      let isDefinite = tokens.contains { reading.words[$0].hasArticle } && tokens.count <= 2
      let isWhole = isDefinite && (tokens.count == 2) != reading.words[tokens.lowerBound].hasArticle
      let key = key(tokens)
      if isWhole, counts[mention.entity] == 1, let known = seen[key] {
        document.mentions[index].entity = known
      }
      guard lexicon.speakers.speaker(phrase.stem(tokens.lowerBound)) != nil else { continue }
      for count in 1...min(2, tokens.count) {
        seen[self.key(tokens.lowerBound..<tokens.lowerBound + count)] = document.mentions[index].entity
      }
    }
    document.dropUnmentioned()
  }

  private func key(_ tokens: Range<Int>) -> UInt64 {
    tokens.reduce(0x9E37_79B9_7F4A_7C15) { ($0 &* 31) ^ FormTable.hash(phrase.base($1)) }
  }

  private func country(_ tokens: Range<Int>) -> String? {
    for token in tokens {
      if let country = lexicon.nationalities[FormTable.hash(phrase.stem(token))] { return country }
    }
    return nil
  }

  private func bytes(of tokens: Range<Int>, _ document: borrowing Document) -> Range<Int> {
    let all = document.text.tokens
    guard let first = tokens.first, let last = tokens.last else { return 0..<0 }
    let start =
      reading.words[first].hasConjunction
      ? document.text.byte(ofLetter: 1, in: first) : all[first].bytes.lowerBound
    return start..<all[last].bytes.upperBound
  }
}
