import ArabicText
import LinguisticAnnotation

/// Finds what was said after a speech cue, and where it ends.
struct ComplementSearch {
  /// What was said.
  struct Content {
    var tokens: Range<Int>
    var bytes: Range<Int>
    var isQuoted = false
    var isNominal = false
    /// How it was joined, the tail of the rule's name.
    var rule: String
  }

  let reading: ClauseReading
  let lexicon: PoliticalLexicon
  var borders: ContentBorder
  private let subjects: SubjectSearch

  /// Makes the search over one document's reading.
  init(reading: ClauseReading, lexicon: PoliticalLexicon) {
    self.reading = reading
    self.lexicon = lexicon
    borders = ContentBorder(reading: reading, lexicon: lexicon)
    subjects = SubjectSearch(reading: reading, lexicon: lexicon)
  }

  /// The content of a cue whose subject ends before `start`; nil where it has none.
  func content(
    _ match: Match, entry: SpeechEntry, after start: Int, sentence: Range<Int>, limit: Int
  ) -> Content? {
    let cue = match.token
    var open = complementStart(start, entry, sentence)
    // أكدت فيها ضمان السلامة
    if open == start, open < sentence.upperBound, lexicon.keywords.within.contains(reading.letters(open)) {
      open += 1
    }
    let hasObject = takesObject(match, entry, start)
    var token = max(cue + 1, open)
    var nominal: Content?
    while token < sentence.upperBound, token < cue + 60 {
      let word = reading.words[token]
      switch word.punctuation {
      case .colon:
        guard token + 1 < limit, entry.clause.contains(.bare) || Self.quotingActs.contains(entry.act) else {
          return nominal
        }
        return spoken(token + 1, sentence, limit, ".colon")
      case .openQuote:
        if nominal == nil, token >= start || token == cue + 1, let quote = quoted(token, limit),
          quote.count > 2, !isQuotedName(quote, sentence),
          Self.quotingActs.contains(entry.act), !hasOwnObject(open, token, entry),
          match.suffix == .none || match.reading.form.kind == .masdar
        {
          return closed(quote, sentence, limit, ".quote")
        }
        if nominal == nil, token == open, token >= start, entry.takesNominal, entry.nominal.contains(.bare),
          match.suffix == .none, let phrase = quotedNoun(token, sentence, limit)
        {
          return phrase
        }
        token = quoted(token, limit)?.upperBound ?? token
      case .dash:
        // What an aside tells of somebody ends with it: -طلب عدم نشر اسمه- قوله إن.
        if borders.isAside(cue) { return nominal }
        if let close = (token + 1..<sentence.upperBound).first(where: {
          reading.words[$0].punctuation == .dash
        }) {
          token = close
        }
      case .openBracket:
        // شخص (لم يكشف عن اسمه)
        if let close = Range(token + 1, below: min(token + 24, sentence.upperBound)).first(where: {
          reading.words[$0].punctuation == .closeBracket
        }) {
          token = close
        }
      case .comma:
        // وذلك عقب: what comes after tells of the circumstances.
        if token + 1 < sentence.upperBound, lexicon.keywords.andThat.contains(reading.letters(token + 1)) {
          return nominal
        }
        if entry.act == "say", token >= start, token < start + 5, nominal == nil, match.reading.form.isFinite,
          !hasComplementiser(token, sentence), !closesAside(token, sentence)
        {
          return spoken(token + 1, sentence, limit, ".comma")
        }
      default: break
      }
      if word.isArabic {
        if word.function == .complementiser, token >= start || token == cue + 1,
          isJoined(token, entry.clause, cue),
          match.suffix == .none || match.reading.form.kind == .masdar || !entry.clause.contains(.bare)
            || Self.addressingActs.contains(entry.act)
        {
          // A noun's own clause, عزم على أن, comes later than the noun phrase that was said.
          if let nominal, token > nominal.tokens.lowerBound + 3 { return nominal }
          let content = clause(token, sentence, limit)
          return entry.act == "describe" ? content.map(beforeComma) : content
        }
        if token > cue + 1, token >= start, borders.opensCue(token) || borders.isPlainSpeech(token),
          !describesOccasion(token)
        {
          return nominal
        }
        if nominal == nil, entry.takesNominal, !hasObject, token >= start,
          token <= open + (Self.addressingActs.contains(entry.act) ? 28 : 14),
          match.suffix == .none || !entry.nominal.contains(.bare)
        {
          if let clause = laterClause(token, entry, sentence, limit) { return clause }
          if entry.act == "describe", token > start || lexicon.keywords.him.contains(reading.letters(token)),
            let judged = description(from: token, sentence)
          {
            return clause(judged, sentence, limit).map(beforeComma)
          }
          nominal = nounPhrase(token, start: open, entry, sentence, limit)
          if nominal != nil, entry.act == "describe" { return nominal }
          if nominal != nil, entry.act == "judge", hasComplementiser(token, token..<sentence.upperBound) {
            nominal = nil
          }
          if nominal != nil, !entry.clause.isEmpty, let colon = quotingColon(token, sentence) {
            return spoken(colon + 1, sentence, limit, ".colon")
          }
          if nominal != nil,
            entry.clause.isEmpty
              || !hasComplementiser(token, Range(token, below: min(token + 5, sentence.upperBound)))
          {
            return nominal
          }
        }
      }
      token += 1
    }
    return nominal
  }

  /// The colon before a quotation that comes after where it was said: `أكد الوزير السابق في تصريح للقناة: «…»`.
  private func quotingColon(_ start: Int, _ sentence: Range<Int>) -> Int? {
    for token in Range(start, below: min(start + 16, sentence.upperBound - 1)) {
      let word = reading.words[token]
      if word.punctuation == .colon {
        return reading.words[token + 1].punctuation == .openQuote ? token : nil
      }
      if word.punctuation == .comma || word.function == .complementiser || borders.opensCue(token) {
        return nil
      }
    }
    return nil
  }

  /// The token where a complement can begin: after adverbs, dates, asides, and the occasion (في بيان رسمي, خلال لقائه).
  private func complementStart(_ start: Int, _ entry: SpeechEntry, _ sentence: Range<Int>) -> Int {
    let keys = lexicon.keywords
    var token = start
    while token < sentence.upperBound, token < start + 30 {
      let word = reading.words[token]
      if word.punctuation == .comma, token + 1 < sentence.upperBound, opensComplement(token + 1, entry) {
        return token + 1
      }
      let after = subjects.afterAsides(token, sentence)
      if after > token {
        token = after
      } else if token == start, let second = afterCounterpart(token, sentence) {
        token = second
      } else if token == start, word.mention >= 0, word.hasConjunction, word.attached == 0 {
        // أدانت السعودية والإمارات والبحرين الهجوم
        token = mentionEnd(token)
        while token < sentence.upperBound, reading.words[token].mention >= 0,
          reading.words[token].hasConjunction,
          reading.words[token].attached == 0
        {
          token = mentionEnd(token)
        }
        while token < sentence.upperBound, reading.words[token].hasArticle,
          reading.words[token].tag == .adjective
        {
          token += 1
        }
      } else if word.attached == lexicon.alphabet.lam {
        // Whom it was said to, or whose body the speaker is: الأمانة العامة لحزب الأمة.
        token = max(token + 1, mentionEnd(token))
      } else if reading.text.tokens[token].kind == .number || keys.months.contains(reading.letters(token))
        || [.other, .ellipsis].contains(word.punctuation)
      {
        token += 1
      } else if word.mention < 0, keys.situationPrepositions.contains(reading.letters(token)),
        token + 1 < sentence.upperBound
      {
        if reading.text.tokens[token + 1].kind == .number {
          token += 1
        } else if keys.situations.contains(reading.letters(token + 1)) {
          token = occasionEnd(token + 2, sentence)
        } else {
          return token
        }
      } else {
        return token
      }
    }
    return token
  }

  /// `في تصريحات نقلتها الوكالة`: a verb with the pronoun of the noun before it.
  private func describesOccasion(_ token: Int) -> Bool {
    let matches = reading.matches[reading.words[token].matches]
    return !matches.isEmpty && matches.allSatisfy { $0.suffix != .none && $0.conjunction == 0 }
      && token > 0 && reading.words[token - 1].function == .none && reading.words[token - 1].isArabic
  }

  /// Whether what was said begins here, after a comma: `أشاد الأمين العام، سامي الحداد، بالدعم`.
  private func opensComplement(_ token: Int, _ entry: SpeechEntry) -> Bool {
    let word = reading.words[token]
    guard word.isArabic, word.mention < 0 || word.attached != 0 else { return false }
    let keys = lexicon.keywords
    let letters = reading.letters(token)
    let links = entry.clause.union(entry.nominal)
    if word.function == .complementiser { return true }
    if links.contains(.ba), letters.first == lexicon.alphabet.ba, word.function == .none, letters.count > 3,
      !keys.adverbialBa.contains(letters)
    {
      return true
    }
    // أكد الوزير، سامي الحداد، موقف بلاده
    if entry.takesNominal, entry.nominal.contains(.bare), !word.hasConjunction, opensNoun(token) {
      return true
    }
    return links.contains(.ila) && keys.ila.contains(letters)
      || links.contains(.ala) && keys.ala.contains(letters)
      || links.contains(.an) && keys.an.contains(letters)
  }

  /// The end of the mention that the token is part of.
  private func mentionEnd(_ token: Int) -> Int {
    let mention = reading.words[token].mention
    guard mention >= 0 else { return token + 1 }
    var end = token + 1
    while end < reading.words.count, reading.words[end].mention == mention { end += 1 }
    return end
  }

  private func occasionEnd(_ start: Int, _ sentence: Range<Int>) -> Int {
    var token = start
    while token < sentence.upperBound, token < start + 3 {
      let letters = reading.letters(token)
      let stem = reading.endsInTehMarbuta(token) ? letters.dropLast() : letters
      let isNisba = stem.count > 3 && stem.last == lexicon.alphabet.ya && reading.words[token].mention < 0
      guard
        isNisba || lexicon.keywords.prepositionPronouns.contains(letters)
          || lexicon.keywords.speakerAdjectives.contains(letters)
          || lexicon.keywords.earlier.contains(letters)
      else { break }
      token += 1
    }
    return token
  }

  /// A judgement in a word or two ends at the comma: `وصفته بأنه جائر، وقررت الطعن فيه`.
  private func beforeComma(_ content: Content) -> Content {
    guard !content.isQuoted,
      let comma = content.tokens.first(where: {
        reading.words[$0].punctuation == .comma && reading.quotes.enclosing[$0] < 0
      }), comma > content.tokens.lowerBound, !goesOn(comma, content.tokens)
    else { return content }
    return made(content.tokens.lowerBound..<comma, isQuoted: false, content.rule)
  }

  /// Whether the verb has another object before a quotation: `تتابع الإجراءات ضد «شركات»` quotes no words of hers.
  private func hasOwnObject(_ open: Int, _ quote: Int, _ entry: SpeechEntry) -> Bool {
    guard open < quote, entry.act != "say" else { return false }
    let word = reading.words[open]
    return word.isArabic && word.mention < 0 && word.function == .none && word.tag == .noun
      && word.attached == 0
      && !lexicon.keywords.situations.contains(reading.letters(open))
  }

  /// `تشدد الأمن على الحدود`: an object where a verb of saying has none is another sense of the verb.
  private func takesObject(_ match: Match, _ entry: SpeechEntry, _ start: Int) -> Bool {
    let next = match.token + 1
    guard start == next, next < reading.words.count, match.reading.form.isFinite, match.suffix == .none,
      !entry.nominal.contains(.bare), !Self.addressingActs.contains(entry.act),
      !lexicon.keywords.attention.contains(reading.letters(next))
    else { return false }
    let word = reading.words[next]
    return word.isArabic && word.mention < 0 && word.function == .none && word.hasArticle
      && word.attached == 0
      && match.token > 0 && reading.words[match.token - 1].mention >= 0
  }

  /// Whether the complementiser at `token` is one that the verb takes.
  private func isJoined(_ token: Int, _ links: SpeechEntry.Links, _ cue: Int) -> Bool {
    // وأن goes on what was said; it does not begin it.
    if reading.words[token].hasConjunction { return false }
    if reading.words[token].attached != 0 { return links.contains(.ba) || links.contains(.bare) }
    if token - 1 == cue { return links.contains(.bare) }
    let before = reading.letters(token - 1)
    if reading.words[token - 1].function == .conjunction { return false }
    let keys = lexicon.keywords
    // وسبق أن, من المتوقع أن: a clause of another verb.
    if reading.words[token - 1].tag == .verb, reading.words[token - 1].mention < 0 { return false }
    if reading.words[token - 1].hasArticle, reading.words[token - 1].mention < 0, token - 2 > cue,
      keys.min.contains(reading.bareLetters(token - 2)), reading.words[token - 2].mention < 0,
      !links.contains(.min)
    {
      return false
    }
    if keys.ila.contains(before) { return links.contains(.ila) }
    if keys.ala.contains(before) { return links.contains(.ala) }
    if keys.an.contains(before) { return links.contains(.an) }
    if keys.min.contains(before) { return links.contains(.min) }
    if keys.fi.contains(before) { return links.contains(.fi) }
    if reading.words[token - 1].function == .preposition, reading.words[token - 1].mention < 0,
      !keys.prepositionPronouns.contains(before)
    {
      return false
    }
    return links.contains(.bare)
  }

  func clause(_ complementiser: Int, _ sentence: Range<Int>, _ limit: Int) -> Content? {
    let start = complementiser + 1
    guard start < sentence.upperBound else { return nil }
    if reading.words[start].punctuation == .openQuote,
      let quote = quoted(start, limit), quote.count > 4
    {
      // A quoted word or two at the clause's head are part of it.
      let after = quote.upperBound + 1
      if goesOn(after, sentence) { return spoken(start, sentence, limit, ".clause") }
      if after >= sentence.upperBound || reading.words[after].punctuation != .none || quote.count > 8
        || lexicon.keywords.circumstances.contains(reading.letters(after))
      {
        return closed(quote, sentence, limit, ".clause.quote")
      }
    }
    return spoken(start, sentence, limit, ".clause")
  }

  /// Whether `وأن` after a quotation goes on what was said.
  private func goesOn(_ after: Int, _ sentence: Range<Int>) -> Bool {
    var next = after
    if next < sentence.upperBound, reading.words[next].punctuation == .comma { next += 1 }
    return next < sentence.upperBound && reading.words[next].function == .complementiser
      && reading.words[next].hasConjunction
  }

  func spoken(_ start: Int, _ sentence: Range<Int>, _ limit: Int, _ rule: String) -> Content? {
    guard start < limit else { return nil }
    if rule == ".colon", reading.words[start].punctuation == .openQuote,
      let quote = quoted(start, limit)
    {
      return made(quote, isQuoted: true, ".colon.quote")
    }
    var start = start
    // وقال: إن …
    if rule == ".colon", start + 1 < limit, reading.words[start].function == .complementiser { start += 1 }
    let end = borders.end(from: start, sentence: sentence, limit: limit)
    let tokens = trimmed(start..<end)
    guard !tokens.isEmpty else { return nil }
    return made(tokens, isQuoted: false, rule)
  }

  /// Whether the quotation is a name whose bearer speaks: كتبت صحيفة «ذي تايمز» أن.
  private func isQuotedName(_ quote: Range<Int>, _ sentence: Range<Int>) -> Bool {
    // ضمن ندوة حول «…»، أن
    let after = quote.upperBound + 1
    if after + 1 < sentence.upperBound, reading.words[after].punctuation == .comma,
      reading.words[after + 1].function == .complementiser, !reading.words[after + 1].hasConjunction
    {
      return true
    }
    guard quote.count <= 6 else { return false }
    var next = after
    if next < sentence.upperBound, reading.words[next].punctuation == .openBracket {
      next =
        Range(next, below: min(next + 9, sentence.upperBound)).first {
          reading.words[$0].punctuation == .closeBracket
        }
        .map { $0 + 1 } ?? next
    }
    next = subjects.afterAsides(next, sentence)
    if next + 1 < sentence.upperBound, reading.words[next].punctuation == .comma,
      reading.words[next + 1].function == .complementiser
    {
      return true
    }
    // لقناة «فوكس» (FOX) «…»
    if quote.count < 5, next < sentence.upperBound, reading.words[next].punctuation == .openQuote {
      return true
    }
    // في تصريح لقناة «فوكس»: «…»
    if next < sentence.upperBound, reading.words[next].punctuation == .colon { return true }
    while next < min(quote.upperBound + 9, sentence.upperBound), reading.words[next].hasArticle { next += 1 }
    return next < sentence.upperBound && reading.words[next].function == .complementiser
  }

  /// The tokens within the quotation that opens at `open`. Where nothing closes it: to the paragraph's end, since a
  /// quotation may run on into the next one, or to the sentence's where other marks follow, since one was forgotten.
  func quoted(_ open: Int, _ limit: Int) -> Range<Int>? {
    guard open + 1 < limit else { return nil }
    if let close = reading.close(of: open) { return Range(open + 1, below: min(close, limit)) }
    let rest = Range(open + 1, below: min(limit, open + 600))
    if rest.contains(where: { [.openQuote, .closeQuote].contains(reading.words[$0].punctuation) }) {
      let sentence = reading.sentence(of: open)
      return Range(open + 1, below: min(sentence.upperBound, rest.upperBound))
    }
    return rest
  }

  /// Acts whose words can follow without a complementiser, in quotation marks.
  private static let quotingActs: Set<String> = [
    "say", "add", "ask", "reply", "affirm", "declare", "write", "comment", "explain", "point_out", "announce",
    "conclude",
    "judge", "report",
  ]

  /// Acts whose verb can have the addressee written onto it: أخبره أن.
  private static let addressingActs: Set<String> = [
    "inform", "accuse", "demand", "promise", "warn", "ask", "advise",
  ]

  /// A quotation, or what is reported where the paragraph ends before it does.
  func closed(_ quote: Range<Int>, _ sentence: Range<Int>, _ limit: Int, _ rule: String) -> Content {
    guard quote.upperBound == limit, limit > quote.lowerBound else {
      return made(quote, isQuoted: true, rule)
    }
    let end = borders.end(from: quote.lowerBound, sentence: sentence.lowerBound..<limit, limit: limit)
    return made(quote.lowerBound..<end, isQuoted: true, rule)
  }

  private func hasComplementiser(_ token: Int, _ range: Range<Int>) -> Bool {
    guard token < range.upperBound else { return false }
    return Range(token, below: min(range.upperBound, token + 14)).contains {
      reading.words[$0].function == .complementiser
    }
  }

  private func closesAside(_ comma: Int, _ sentence: Range<Int>) -> Bool {
    guard comma + 1 < sentence.upperBound else { return true }
    return (comma + 1..<sentence.upperBound).contains {
      [.openQuote, .colon].contains(reading.words[$0].punctuation)
    }
  }

  func made(_ tokens: Range<Int>, isQuoted: Bool, _ rule: String) -> Content {
    let inner = isQuoted ? trimmed(tokens) : tokens
    return Content(tokens: inner, bytes: bytes(inner), isQuoted: isQuoted, rule: rule)
  }

  /// Without punctuation at its ends.
  func trimmed(_ tokens: Range<Int>) -> Range<Int> {
    var lower = tokens.lowerBound
    var upper = tokens.upperBound
    while lower < upper, [.comma, .stop, .dash, .colon].contains(reading.words[lower].punctuation) {
      lower += 1
    }
    while upper > lower, [.comma, .stop, .dash, .colon].contains(reading.words[upper - 1].punctuation) {
      upper -= 1
    }
    return lower..<upper
  }

  /// The bytes from the first token to the last.
  func bytes(_ tokens: Range<Int>) -> Range<Int> {
    guard let first = tokens.first, let last = tokens.last else { return 0..<0 }
    return reading.text.tokens[first].bytes.lowerBound..<reading.text.tokens[last].bytes.upperBound
  }
}
