import ArabicText
import LinguisticAnnotation

/// A document's tokens with their closed classes, lexicon readings and mentions: what the clause rules look at.
struct ClauseReading {
  /// One word a token.
  private(set) var words: [Word] = []
  /// All lexicon readings in text order.
  private(set) var matches: [Match] = []
  /// Whether each entity has a name somewhere.
  private(set) var isNamed: [Bool] = []
  /// The innermost statement in whose content each token stands, −1 if none.
  private(set) var saying: [Int32] = []
  /// The statement whose cue each token is, −1 if none.
  private(set) var cueOf: [Int32] = []
  /// Which quotation marks belong together.
  private(set) var quotes = QuotationMarks()
  /// The entity that stands for a country in this document.
  private(set) var states: [String: Int] = [:]
  /// The text.
  let text: TokenizedText

  /// Reads a document; time is linear in its length.
  init(_ document: borrowing Document, lexicon: PoliticalLexicon) {
    text = document.text
    words = Array(repeating: Word(), count: text.tokens.count)
    renumber(document)
    saying = Array(repeating: -1, count: words.count)
    cueOf = saying
    let statements = document.statements
    for (index, statement) in statements.enumerated()
    where cueOf.indices.contains(statement.cue.lowerBound) {
      cueOf[statement.cue.lowerBound] = Int32(index)
    }
    // The longer before the shorter within them, of equals the later last.
    let outerFirst = statements.indices.sorted {
      (statements[$0].content.count, $1) > (statements[$1].content.count, $0)
    }
    for index in outerFirst {
      let statement = statements[index]
      // Nested speech is short, so that this stays linear: content beyond some sentences is not looked up.
      for token in statement.content.prefix(400) where saying.indices.contains(token) {
        saying[token] = Int32(index)
      }
    }
    for index in text.tokens.indices { read(index, lexicon, document) }
    quotes = QuotationMarks(text, words: words)
    for index in words.indices
    where [.openQuote, .closeQuote, .straightQuote].contains(words[index].punctuation) {
      words[index].punctuation = quotes.opens[index] ? .openQuote : .closeQuote
    }
  }

  /// The mark that closes the quotation that opens here, nil where nothing does.
  func close(of open: Int) -> Int? {
    quotes.opens[open] && quotes.partner[open] >= 0 ? Int(quotes.partner[open]) : nil
  }

  /// Takes up mentions that were added to the document or changed since.
  mutating func renumber(_ document: borrowing Document) {
    for index in words.indices { words[index].mention = -1 }
    for (index, mention) in document.mentions.enumerated()
    where mention.kind == .name || mention.kind == .nominal {
      for token in mention.tokens where words.indices.contains(token) { words[token].mention = index }
    }
    readEntities(document)
  }

  private mutating func readEntities(_ document: borrowing Document) {
    isNamed = document.hasName
    states = [:]
    for (index, entity) in document.entities.enumerated() {
      guard let country = entity.country, !country.isEmpty else { continue }
      let known = states[country]
      if known == nil || (entity.kind == .gpe && document.entities[known ?? index].kind != .gpe) {
        states[country] = index
      }
    }
  }

  /// The letters of a token.
  func letters(_ token: Int) -> ArraySlice<Letter> { text.letters[text.tokens[token].letters] }

  /// The tokens of the sentence that a token stands in.
  func sentence(of token: Int) -> Range<Int> { text.sentences[text.tokens[token].sentence].tokens }

  /// The letters of a token without its conjunction.
  func bareLetters(_ token: Int) -> ArraySlice<Letter> {
    let all = letters(token)
    return words[token].hasConjunction ? all.dropFirst() : all
  }

  /// Whether a token is written with ة, which is never a pronoun.
  func endsInTehMarbuta(_ token: Int) -> Bool {
    text.utf8[text.tokens[token].bytes].suffix(2).elementsEqual([0xD8, 0xA9])
  }

  private mutating func read(_ index: Int, _ lexicon: PoliticalLexicon, _ document: borrowing Document) {
    let token = text.tokens[index]
    guard token.kind == .arabic else {
      if token.kind == .punctuation || token.kind == .other {
        words[index].punctuation = Punctuation(Mark(token, text.utf8))
      }
      return
    }
    words[index].isArabic = true
    words[index].tag = document.tag(of: index)
    let all = text.letters[token.letters]
    let alphabet = lexicon.alphabet
    if all.first == alphabet.ba || all.first == alphabet.lam {
      words[index].hasProclitic = document.hasProclitic(index)
    }
    // هنأ is no هنا: no function word ends in a hamza on alef.
    let endsInHamza = text.utf8[token.bytes].suffix(2).elementsEqual([0xD8, 0xA3])
    var kind = endsInHamza ? .none : lexicon.functionWords.kind(all)
    if kind == .none, all.count > 2, let first = all.first, first == alphabet.waw || first == alphabet.fa {
      kind = lexicon.functionWords.kind(all.dropFirst())
      if kind != .none { words[index].hasConjunction = true }
    }
    if kind == .none, let first = all.first, first == alphabet.ba {
      // بأن: the complementiser with its preposition.
      if lexicon.functionWords.kind(all.dropFirst()) == .complementiser {
        kind = .complementiser
        words[index].attached = alphabet.ba
      }
    }
    words[index].function = kind
    let start = matches.count
    var seek = FormSearch(
      alphabet: alphabet, token: index,
      endsInTehMarbuta: endsInTehMarbuta(index))
    seek.find(all, in: lexicon.forms, into: &matches)
    if matches[start...].contains(where: { isAnotherWord($0, lexicon) }) {
      let kept = matches[start...].filter { !isAnotherWord($0, lexicon) }
      matches.replaceSubrange(start..., with: kept)
    }
    words[index].matches = start..<matches.count
    if kind != .none, words[index].hasConjunction, words[index].tag == .verb,
      document.hasProclitic(index) == false,
      matches[start...].contains(where: { $0.reading.form.isFinite && $0.conjunction == 0 })
    {
      // فتحت: a verb, not ف with a preposition.
      words[index].function = .none
      words[index].hasConjunction = false
    }
    if !words[index].hasConjunction, start < matches.count, !beginsMention(index, document) {
      words[index].hasConjunction = matches[start...].allSatisfy { $0.conjunction > 0 }
    }
    readPrefixes(index, all, alphabet, document)
  }

  /// A verb's form that is rather a preposition (بين, عقب), unless its clause follows or it is spelled with its doubling.
  private func isAnotherWord(_ match: Match, _ lexicon: PoliticalLexicon) -> Bool {
    guard match.reading.lexicon == .speech, match.reading.form.kind == .past,
      match.reading.form.person == .masculine, lexicon.speech[match.reading.entry].isGuarded
    else { return false }
    if match.suffix != .none { return true }
    let bytes = text.tokens[match.token].bytes
    let shadda: [UInt8] = [0xD9, 0x91]
    if bytes.contains(where: { text.utf8[$0..<bytes.upperBound].starts(with: shadda) }) { return false }
    guard match.token + 1 < text.tokens.count else { return true }
    let next = match.token + 1
    return lexicon.functionWords.kind(letters(next)) != .complementiser
      && Punctuation(Mark(text.tokens[next], text.utf8)) != .colon
  }

  private mutating func readPrefixes(
    _ index: Int, _ all: ArraySlice<Letter>, _ alphabet: Alphabet, _ document: borrowing Document
  ) {
    var rest = all
    if let first = rest.first, rest.count > 3, first == alphabet.waw || first == alphabet.fa {
      let next = rest.dropFirst()
      let hasStem =
        next.starts(with: [alphabet.alef, alphabet.lam]) || next.starts(with: [alphabet.lam, alphabet.lam])
        || next.starts(with: [alphabet.ba, alphabet.alef, alphabet.lam])
      let isMention = words[index].mention >= 0 && mentionOffset(index, document) > 0
      if hasStem || isMention { words[index].hasConjunction = true }
      if words[index].hasConjunction { rest = next }
    } else if words[index].hasConjunction {
      rest = rest.dropFirst()
    }
    let offset = mentionOffset(index, document)
    let isPrefixedMention = words[index].mention >= 0 && offset > (words[index].hasConjunction ? 1 : 0)
    if let first = rest.first, [alphabet.ba, alphabet.lam, alphabet.kaf].contains(first) {
      let after = rest.dropFirst()
      if isPrefixedMention || after.starts(with: [alphabet.alef, alphabet.lam])
        || (first == alphabet.lam && after.first == alphabet.lam)
      {
        words[index].attached = first
        rest = after
      }
    }
    words[index].hasArticle =
      rest.starts(with: [alphabet.alef, alphabet.lam]) && !beginsWithHamza(index)
      || (words[index].attached == alphabet.lam && rest.first == alphabet.lam)
  }

  /// Whether what looks like an article has a hamza, as in إلكتروني.
  private func beginsWithHamza(_ index: Int) -> Bool {
    let start: [UInt8] = [0xD8, 0xA5, 0xD9, 0x84]
    let bytes = text.utf8[text.tokens[index].bytes].prefix(8)
    return bytes.indices.contains { bytes[$0...].starts(with: start) }
  }

  /// Whether a mention begins with the token's first letter, which is no conjunction then: وسائل الإعلام.
  private func beginsMention(_ index: Int, _ document: borrowing Document) -> Bool {
    let mention = words[index].mention
    return mention >= 0 && document.mentions[mention].tokens.lowerBound == index
      && mentionOffset(index, document) == 0
  }

  /// How many characters of the token stand before its mention.
  private func mentionOffset(_ index: Int, _ document: borrowing Document) -> Int {
    let mention = words[index].mention
    guard mention >= 0, document.mentions[mention].tokens.lowerBound == index else { return 0 }
    return (document.mentions[mention].bytes.lowerBound - text.tokens[index].bytes.lowerBound) / 2
  }
}
