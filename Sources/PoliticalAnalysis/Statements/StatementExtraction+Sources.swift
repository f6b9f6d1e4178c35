import ArabicText
import LinguisticAnnotation

/// Statements without a verb of saying before them: headlines' colons, sources named by a preposition, documents.
extension StatementExtraction {
  /// `عون: لن نقبل`, and in a headline also after other news: `اعتقالات في القدس والمحافظ: لن نرحل`.
  mutating func headline(_ sentence: Range<Int>, _ limit: Int, _ document: borrowing Document) {
    guard sentence.count > 3 else { return }
    var speakers: [(actor: Actor, start: Int, colon: Int)] = []
    var from = sentence.lowerBound
    for colon in sentence.lowerBound
      + 1..<max(sentence.lowerBound + 1, min(sentence.upperBound - 1, sentence.lowerBound + 40))
    where reading.words[colon].punctuation == .colon {
      if let found = speaker(before: colon, from: from, sentence, document) {
        speakers.append((found.actor, found.start, colon))
      }
      from = colon + 1
    }
    for (place, speaker) in speakers.enumerated() {
      let end = place + 1 < speakers.count ? speakers[place + 1].start : limit
      told(by: speaker.actor, speaker.colon, complements.trimmed(speaker.colon + 1..<end), document)
    }
  }

  private mutating func told(
    by actor: Actor, _ colon: Int, _ tokens: Range<Int>, _ document: borrowing Document
  ) {
    guard tokens.count > 1, document.entities[actor.entity].kind == .person || speaks(tokens) else { return }
    statements.append(
      Statement(
        speaker: actor.entity, cue: colon..<colon + 1, cueBytes: document.text.tokens[colon].bytes,
        lemma: ":",
        act: "say", content: tokens, contentBytes: complements.bytes(tokens), rule: "speech.headline.colon",
        confidence: 0.85))
    lastSpeaker = actor.entity
    contentEnd = tokens.upperBound
  }

  /// Who is named right before a colon, from the sentence's beginning or, in the headline, from a pause or و.
  private func speaker(
    before colon: Int, from: Int, _ sentence: Range<Int>, _ document: borrowing Document
  ) -> (actor: Actor, start: Int)? {
    let isHeadline = reading.text.tokens[colon].paragraph == reading.text.tokens.first?.paragraph
    for start in max(from, colon - 8)..<colon {
      let opens =
        start == sentence.lowerBound
        || isHeadline && start > from
          && (reading.words[start].hasConjunction
            || [.comma, .stop, .dash, .ellipsis, .other].contains(reading.words[start - 1].punctuation))
      guard opens, let actor = subjects.actors.actor(at: start, limit: colon, in: document),
        actor.tokens.upperBound == colon, !(start..<colon).contains(where: { isReporting($0) })
      else { continue }
      return (actor, start)
    }
    return nil
  }

  private func isReporting(_ token: Int) -> Bool {
    reading.matches[reading.words[token].matches].contains {
      $0.reading.lexicon == .speech && $0.reading.form.isFinite
    }
  }

  /// `…، وفق الأمم المتحدة`, `وحسب الوكالة، …`: where the phrase ends whose verb (`وفق ما أعلنت`) tells nothing more.
  mutating func source(
    _ token: Int, _ sentence: Range<Int>, _ limit: Int, _ document: borrowing Document
  ) -> Int? {
    guard
      let phrase = complements.sourcePhrase(token, sentence, document)
        ?? documentPhrase(token, sentence, document) ?? sameSource(token, sentence)
    else { return nil }
    guard let content = sourced(token, phrase, sentence, limit) else {
      return lexicon.keywords.whatSaid.contains(reading.letters(token + 1)) ? phrase.end : nil
    }
    let bytes = document.text.tokens[token].bytes
    // وفق ما أفاد, حسبما أفاد
    let verb = token + (lexicon.keywords.whatSaid.contains(reading.letters(token + 1)) ? 2 : 1)
    let last = verb < phrase.end && isReporting(verb) ? verb : token
    statements.append(
      Statement(
        speaker: phrase.speaker, cue: token..<last + 1,
        cueBytes: bytes.lowerBound + (isJoined(token) ? 2 : 0)..<document.text.tokens[last].bytes.upperBound,
        lemma: "وفق",
        act: "report", content: content.tokens, contentBytes: content.bytes, isQuoted: content.isQuoted,
        rule: "speech.source_phrase" + (content.isQuoted ? content.rule : ""), confidence: 0.75))
    return phrase.end
  }

  /// `ووفقا للبيان، …`: whose document was told of before.
  private func documentPhrase(
    _ token: Int, _ sentence: Range<Int>, _ document: borrowing Document
  ) -> ComplementSearch.Source? {
    guard token + 1 < sentence.upperBound,
      token <= sentence.lowerBound + 1 || closes(token + 2, sentence)
    else { return nil }
    // ال and لل are two letters.
    let stem = reading.letters(token + 1).dropFirst(2)
    guard reading.words[token + 1].hasArticle, lexicon.keywords.documents.contains(stem),
      let owner = owner(ofTakenUp: token + 1)
    else { return nil }
    return ComplementSearch.Source(speaker: owner, end: subjects.afterAsides(token + 2, sentence))
  }

  /// `وبحسب المصدر نفسه، …`: who spoke last.
  private func sameSource(_ token: Int, _ sentence: Range<Int>) -> ComplementSearch.Source? {
    let keys = lexicon.keywords
    guard token <= sentence.lowerBound + 1, token + 3 < sentence.upperBound, let lastSpeaker,
      keys.theSource.contains(reading.bareLetters(token + 1)),
      !keys.asSaid.contains(reading.letters(token))
    else { return nil }
    let isSelf = keys.selfsame.contains(reading.letters(token + 2))
    return ComplementSearch.Source(speaker: lastSpeaker, end: token + (isSelf ? 3 : 2))
  }

  /// Whether the sentence, or its clause, ends there.
  private func closes(_ token: Int, _ sentence: Range<Int>) -> Bool {
    token >= sentence.upperBound || reading.words[token].punctuation == .stop
      || reading.words[token].function == .relative
  }

  /// Whether the و that the word begins with is none of its own letters: وبحسب, not وفق.
  private func isJoined(_ token: Int) -> Bool {
    if reading.words[token].hasConjunction { return true }
    let letters = reading.letters(token)
    return letters.first == lexicon.alphabet.waw
      && lexicon.keywords.according.contains(letters.dropFirst())
  }

  /// What a source phrase is the source of, nil where that is another's statement already.
  private func sourced(
    _ token: Int, _ phrase: ComplementSearch.Source, _ sentence: Range<Int>, _ limit: Int
  ) -> ComplementSearch.Content? {
    let tokens: Range<Int>
    if token <= sentence.lowerBound + 1 {
      // كما قال الوزير إن: only a connection.
      if lexicon.keywords.asSaid.contains(reading.letters(token)) { return nil }
      // وبحسب الوزير "…"
      if phrase.end < sentence.upperBound, reading.words[phrase.end].punctuation == .openQuote,
        let quote = complements.quoted(phrase.end, limit), quote.count > 4
      {
        return complements.closed(quote, sentence, limit, ".quote")
      }
      // وبحسب بيان للوزارة أشاد الوزير ب: it is the minister's.
      if phrase.end < sentence.upperBound, isReporting(phrase.end) { return nil }
      guard
        let border = Range(phrase.end, below: sentence.upperBound).first(where: {
          reading.words[$0].punctuation == .comma || isConsequence($0)
        }),
        border < phrase.end + 12
      else { return nil }
      var first = isConsequence(border) ? border : border + 1
      if first < sentence.upperBound, reading.words[first].function == .complementiser { first += 1 }
      // وبحسب الوكالة، قال الوزير إن: it is the minister's.
      guard first < sentence.upperBound, !complements.borders.isPlainSpeech(first),
        !isReporting(first)
      else { return nil }
      tokens = complements.trimmed(
        first..<complements.borders.end(from: first, sentence: sentence, limit: sentence.upperBound))
    } else {
      // كما قال الوزير closes what was said; at a clause's head it only goes on.
      if lexicon.keywords.also.contains(reading.letters(token)),
        phrase.end < sentence.upperBound, reading.words[phrase.end].punctuation == .none
      {
        return nil
      }
      // Another's words already: وفق قوله only repeats whose; who else said it reports the whole.
      if let last = statements.last, last.cue.lowerBound >= sentence.lowerBound,
        !isAnotherSource(token, phrase, last, sentence)
      {
        return nil
      }
      // لجنة مشكلة وفق القانون: only what is set off by a pause, or ends the sentence, names a source.
      let closing = phrase.end < sentence.upperBound ? reading.words[phrase.end].punctuation : .stop
      guard [.comma, .dash, .closeQuote].contains(reading.words[token - 1].punctuation) || closing != .none
      else { return nil }
      // لن نتراجع، وفق الوزير، "…": the quotation goes on from some words of the reporter's.
      let open = phrase.end + (closing == .comma ? 1 : 0)
      if open < sentence.upperBound, reading.words[open].punctuation == .openQuote,
        token - sentence.lowerBound < 8,
        let quote = complements.quoted(open, limit), quote.count > 8
      {
        return complements.closed(quote, sentence, limit, ".quote")
      }
      // "…"، وفق المكتب: the quotation before it.
      if let quote = quotation(endingBefore: token), quote.lowerBound > sentence.lowerBound {
        return complements.made(quote, isQuoted: true, ".quote")
      }
      var first = sentence.lowerBound
      if lexicon.keywords.asSaid.contains(reading.letters(first)),
        reading.words[first + 1].function == .complementiser
      {
        first += 2
      }
      first = clauseStart(from: first, before: token)
      // قررت الحكومة، وفق الوزير، أن تزيد الدعم: what comes after it is said, too.
      let goesOn =
        closing == .comma && reading.words[token - 1].punctuation == .comma
        && sentence.upperBound - phrase.end > 2 * (token - first)
      tokens = complements.trimmed(first..<(goesOn ? sentence.upperBound : max(first, token)))
    }
    guard tokens.count > 2 else { return nil }
    return ComplementSearch.Content(tokens: tokens, bytes: complements.bytes(tokens), rule: "")
  }

  /// Where the clause begins that a source phrase at `end` is of: after an opening circumstance (في الأثناء، …) and after
  /// what was told before وقد.
  private func clauseStart(from start: Int, before end: Int) -> Int {
    for comma in (start + 1..<max(start + 1, end - 3)).reversed()
    where reading.words[comma].punctuation == .comma && reading.quotes.enclosing[comma] < 0
      && lexicon.keywords.andPast.contains(reading.letters(comma + 1))
      && reading.words[comma + 2].tag == .verb
    {
      return comma + 2
    }
    guard reading.words[start].function == .preposition || reading.words[start].attached != 0,
      let comma = Range(start + 1, below: min(start + 9, end - 3)).first(where: {
        reading.words[$0].punctuation == .comma
      })
    else { return start }
    return comma + 1
  }

  /// `وبحسب الوزارة فإن`
  private func isConsequence(_ token: Int) -> Bool {
    reading.words[token].function == .complementiser && reading.words[token].hasConjunction
      && reading.letters(token).first == lexicon.alphabet.fa
  }

  /// The quotation that ends right before a token or the comma before it.
  private func quotation(endingBefore token: Int) -> Range<Int>? {
    var close = token - 1
    if close > 0, reading.words[close].punctuation == .comma { close -= 1 }
    guard close > 0, reading.words[close].punctuation == .closeQuote, reading.quotes.partner[close] >= 0
    else {
      return nil
    }
    let open = Int(reading.quotes.partner[close])
    return close - open > 5 ? open + 1..<close : nil
  }

  /// Whether a verb in the phrase (`حسبما أفاد المكتب`) names another than who spoke in the sentence, at its end.
  private func isAnotherSource(
    _ token: Int, _ phrase: ComplementSearch.Source, _ last: Statement, _ sentence: Range<Int>
  ) -> Bool {
    let keys = lexicon.keywords
    let isTold =
      keys.whatSaid.contains(reading.letters(token + 1))
      || keys.asSaid.contains(reading.letters(token)) && !keys.also.contains(reading.letters(token))
    let rest = phrase.end..<sentence.upperBound
    let isLast =
      rest.count < 8
      && !rest.contains {
        reading.words[$0].punctuation == .comma || reading.words[$0].function == .complementiser
      }
    return isTold && isLast && phrase.speaker != last.speaker
      && !statements.suffix(24).contains {
        $0.cue.lowerBound >= sentence.lowerBound && $0.speaker == phrase.speaker
      }
  }

  /// Whether a headline's words after a colon tell something rather than name a topic: `تونس: انتخابات رئاسية`.
  private func speaks(_ tokens: Range<Int>) -> Bool {
    tokens.contains { token in
      let word = reading.words[token]
      if [.negation, .complementiser, .future].contains(word.function) { return true }
      if word.tag == .verb || [.openQuote, .closeQuote].contains(word.punctuation) { return true }
      return reading.matches[word.matches].contains { $0.reading.form.isFinite }
        && !reading.matches[word.matches].contains { !$0.reading.form.isFinite }
    }
  }

  /// `وجاء في بيان الوزارة أن`, `جاء ذلك في تصريح للوزير`: whether the token and what follows it tell where it was said.
  mutating func statedIn(
    _ token: Int, _ sentence: Range<Int>, _ limit: Int, _ document: borrowing Document
  ) -> Bool {
    let keys = lexicon.keywords
    let letters = reading.letters(token)
    let hasConjunction = letters.first == lexicon.alphabet.waw && keys.came.contains(letters.dropFirst())
    guard hasConjunction || keys.came.contains(letters), reading.words[token].mention < 0 else {
      return false
    }
    var next = token + 1
    while next < min(token + 3, sentence.upperBound), !keys.fi.contains(reading.letters(next)),
      !keys.within.contains(reading.letters(next))
    {
      next += 1
    }
    guard next < min(token + 3, sentence.upperBound) else { return false }
    let isDocument =
      next + 1 < sentence.upperBound
      && (keys.documents.contains(reading.letters(next + 1))
        || keys.situations.contains(reading.letters(next + 1)))
    let isRelative = keys.within.contains(reading.letters(next))
    guard isDocument || isRelative else { return false }
    let owner = isDocument ? complements.owner(of: next + 1, sentence, document) : nil
    if let owner { learnDocument(next + 1..<next + 2, of: owner.entity) }
    let speaker =
      owner?.entity
      ?? (isRelative
        ? holder(before: token, sentence, document) ?? sentenceSubject ?? lastSpeaker
        : lastSpeaker ?? sentenceSubject)
    guard let content = complements.stated(after: owner?.tokens.upperBound ?? next, sentence, limit) else {
      // جاء ذلك في: who said what was told before, and who says what comes next.
      if let owner {
        lastSpeaker = owner.entity
        sentenceSubject = owner.entity
      }
      return false
    }
    let bytes = document.text.tokens[token].bytes
    statements.append(
      Statement(
        speaker: speaker, cue: token..<token + 1,
        cueBytes: bytes.lowerBound + (hasConjunction ? 2 : 0)..<bytes.upperBound,
        lemma: "جاء", act: "report", content: content.tokens, contentBytes: content.bytes,
        isQuoted: content.isQuoted, rule: "speech.document" + content.rule, confidence: 0.8))
    if token >= contentEnd {
      contentEnd = content.tokens.upperBound
      if let speaker {
        lastSpeaker = speaker
        sentenceSubject = speaker
      }
    }
    return true
  }

  /// Whose the thing is that a clause looks back at: `مذكرات الوزير التي جاء فيها أن`.
  private func holder(before token: Int, _ sentence: Range<Int>, _ document: borrowing Document) -> Int? {
    for earlier in (max(sentence.lowerBound, token - 12)..<token).reversed()
    where reading.words[earlier].mention >= 0 {
      let entity = document.mentions[reading.words[earlier].mention].entity
      if [.person, .organization].contains(document.entities[entity].kind) { return entity }
    }
    return nil
  }

  /// `علمت الصحيفة من مصادر أن`: what somebody learned is the word of those after من.
  mutating func learned(
    _ match: Match, _ entry: SpeechEntry, _ sentence: Range<Int>, _ limit: Int, _ document: borrowing Document
  ) {
    let reach = Range(match.token + 1, below: min(match.token + 12, sentence.upperBound - 1))
    guard let from = reach.first(where: { lexicon.keywords.min.contains(reading.letters($0)) }),
      !reach.contains(where: { $0 < from && reading.words[$0].function == .complementiser }),
      let source = subjects.actors.actor(at: from + 1, limit: sentence.upperBound, in: document),
      let content = complements.stated(after: source.tokens.upperBound, sentence, limit)
    else { return }
    let bytes = document.text.tokens[match.token].bytes
    statements.append(
      Statement(
        speaker: source.entity, cue: match.token..<match.token + 1,
        cueBytes: bytes.lowerBound + 2 * match.conjunction..<bytes.upperBound, lemma: entry.lemma,
        act: entry.act, content: content.tokens, contentBytes: content.bytes, isQuoted: content.isQuoted,
        rule: "speech.learned" + content.rule, confidence: 0.8))
    let outlet = subjects.actors.actor(at: match.token + 1, limit: from, in: document)?.entity
    if outlet != source.entity { statements[statements.count - 1].relayedBy = outlet }
    if match.token >= contentEnd {
      contentEnd = content.tokens.upperBound
      lastSpeaker = source.entity
      sentenceSubject = source.entity
    }
  }

  /// A relaying verb whose complement is a noun (نقل البيان عن الوزير أمله في): its source is whose noun it is.
  mutating func relay(_ match: Match, to limit: Int, _ document: borrowing Document) {
    guard lexicon.keywords.source.contains(reading.bareLetters(match.token)),
      let source = complements.relayed(match.token, to: min(limit, match.token + 14), document)
    else { return }
    sentenceSubject = source.entity
  }

  /// Those spoken to, between the cue and what was said: `قال للصحفيين`, `أبلغ الوزير السفير`, `دعا الأطراف إلى`.
  func addressees(
    _ match: Match, _ entry: SpeechEntry, from start: Int, to content: Int, _ speaker: Int?,
    _ document: borrowing Document
  ) -> [Int] {
    var out: [Int] = []
    let takesObject = Self.objectActs.contains(entry.act)
    var isOpen = takesObject
    for token in Range(start, below: content) {
      let word = reading.words[token]
      if word.punctuation == .openBracket || word.punctuation == .dash || word.function == .relative { break }
      guard word.mention >= 0 else {
        // A preposition ends the object: طالب الحكومة في بيان لها ب.
        if word.function == .preposition || word.attached != 0 { isOpen = false }
        continue
      }
      let mention = document.mentions[word.mention]
      guard mention.tokens.lowerBound == token, mention.entity != speaker, !out.contains(mention.entity)
      else {
        continue
      }
      let isDative = word.attached == lexicon.alphabet.lam
      if isDative || isOpen && word.attached == 0 && document.entities[mention.entity].kind != .location {
        out.append(mention.entity)
        if isDative { isOpen = false }
      }
    }
    return out
  }

  private static let objectActs: Set<String> = [
    "demand", "inform", "warn", "advise", "ask", "promise", "accuse", "threaten",
  ]
}
