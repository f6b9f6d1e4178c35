import ArabicText
import LinguisticAnnotation

/// Statements without a verb of saying before them: headlines' colons, sources named by a preposition, documents.
extension StatementExtraction {
  /// `عون: لن نقبل`.
  mutating func headline(_ sentence: Range<Int>, _ document: borrowing Document) {
    guard sentence.count > 3 else { return }
    let reach = sentence.lowerBound..<min(sentence.upperBound - 1, sentence.lowerBound + 9)
    guard let colon = reach.first(where: { reading.words[$0].punctuation == .colon }),
      colon > sentence.lowerBound,
      let actor = subjects.actors.actor(at: sentence.lowerBound, limit: colon, in: document),
      actor.tokens.upperBound == colon, !(sentence.lowerBound..<colon).contains(where: { isReporting($0) })
    else { return }
    let tokens = complements.trimmed(colon + 1..<sentence.upperBound)
    guard tokens.count > 1, document.entities[actor.entity].kind == .person || speaks(tokens) else { return }
    let all = document.text.tokens
    statements.append(
      Statement(
        speaker: actor.entity, cue: colon..<colon + 1, cueBytes: all[colon].bytes, lemma: ":", act: "say",
        content: tokens, contentBytes: complements.bytes(tokens), rule: "speech.headline.colon",
        confidence: 0.85))
    lastSpeaker = actor.entity
    contentEnd = tokens.upperBound
  }

  private func isReporting(_ token: Int) -> Bool {
    reading.matches[reading.words[token].matches].contains {
      $0.reading.lexicon == .speech && $0.reading.form.isFinite
    }
  }

  /// `…، وفق الأمم المتحدة`, `وحسب الوكالة، …`.
  mutating func source(_ token: Int, _ sentence: Range<Int>, _ document: borrowing Document) {
    guard let phrase = complements.sourcePhrase(token, sentence, document) else { return }
    let tokens: Range<Int>
    if token <= sentence.lowerBound + 1 {
      // كما قال الوزير إن: only a connection.
      if lexicon.keywords.asSaid.contains(reading.letters(token)) { return }
      guard
        let comma = (phrase.end..<sentence.upperBound).first(where: {
          reading.words[$0].punctuation == .comma
        }),
        comma < phrase.end + 12
      else { return }
      var first = comma + 1
      if first < sentence.upperBound, reading.words[first].function == .complementiser { first += 1 }
      // وبحسب الوكالة، قال الوزير إن: it is the minister's.
      guard first < sentence.upperBound, !complements.borders.isPlainSpeech(first),
        !isReporting(first)
      else { return }
      tokens = complements.trimmed(
        first..<complements.borders.end(from: first, sentence: sentence, limit: sentence.upperBound))
    } else {
      // كما قال الوزير closes what was said; at a clause's head it only goes on.
      if lexicon.keywords.asSaid.contains(reading.letters(token)),
        phrase.end < sentence.upperBound, reading.words[phrase.end].punctuation == .none
      {
        return
      }
      // Another's words already: وفق قوله only repeats whose.
      if let last = statements.last, last.cue.lowerBound >= sentence.lowerBound { return }
      var first = sentence.lowerBound
      if lexicon.keywords.asSaid.contains(reading.letters(first)),
        reading.words[first + 1].function == .complementiser
      {
        first += 2
      }
      tokens = complements.trimmed(first..<max(first, token))
    }
    guard tokens.count > 2 else { return }
    let bytes = document.text.tokens[token].bytes
    statements.append(
      Statement(
        speaker: phrase.speaker, cue: token..<token + 1,
        cueBytes: bytes.lowerBound + (reading.words[token].hasConjunction ? 2 : 0)..<bytes.upperBound,
        lemma: "وفق",
        act: "report", content: tokens, contentBytes: complements.bytes(tokens), rule: "speech.source_phrase",
        confidence: 0.75))
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
    let speaker =
      owner?.entity ?? (isRelative ? sentenceSubject ?? lastSpeaker : lastSpeaker ?? sentenceSubject)
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
    for token in start..<max(start, content) {
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
