import ArabicText
import LinguisticAnnotation

/// One pass over a document's speech cues in text order, with the speakers met so far.
struct StatementExtraction {
  let reading: ClauseReading
  let lexicon: PoliticalLexicon
  let subjects: SubjectSearch
  /// The search after verbs that take no object but what was said.
  let plainSubjects: SubjectSearch
  let complements: ComplementSearch
  /// What was found.
  var statements: [Statement] = []
  /// Who spoke last outside others' speech.
  var lastSpeaker: Int?
  /// The person whom the sentence before was about.
  private(set) var lastActor: Int?
  /// The main subject of the sentence under way.
  var sentenceSubject: Int?
  /// The last finite cue outside others' speech: its token, form and speaker.
  private(set) var lastVerb: (token: Int, person: VerbForm.Person, speaker: Int)?
  /// Where the content under way ends: cues before it are nested in it.
  var contentEnd = 0
  /// Entities that only took up a speaker, by who that is.
  private(set) var mergedEntities: [Int: Int] = [:]
  /// Mentions that took up a speaker, by who that is.
  private(set) var movedMentions: [Int: Int] = [:]
  /// Whether all mentions of each entity are one word with the article (المصدر).
  private(set) var isOnlyTakenUp: [Bool] = []
  /// Which tokens stand in a quotation that the paragraph before left open.
  private let carried: [Bool]

  /// Starts the pass.
  init(reading: ClauseReading, lexicon: PoliticalLexicon) {
    self.reading = reading
    self.lexicon = lexicon
    subjects = SubjectSearch(reading: reading, lexicon: lexicon)
    var plain = subjects
    plain.actors.chainsRoles = true
    plainSubjects = plain
    complements = ComplementSearch(reading: reading, lexicon: lexicon)
    carried = Self.carriedQuotations(reading)
  }

  /// Marks each paragraph's beginning, to its first closing mark, where the paragraph before ended in a quotation.
  private static func carriedQuotations(_ reading: ClauseReading) -> [Bool] {
    var out = Array(repeating: false, count: reading.words.count)
    var isOpen = false
    var start = 0
    while start < reading.words.count {
      let paragraph = reading.text.tokens[start].paragraph
      let end =
        (start..<reading.words.count).first { reading.text.tokens[$0].paragraph != paragraph }
        ?? reading.words.count
      let unpaired = (start..<end).filter {
        [.openQuote, .closeQuote].contains(reading.words[$0].punctuation) && reading.quotes.partner[$0] < 0
      }
      if isOpen, let first = unpaired.first, reading.words[first].punctuation == .closeQuote {
        for token in start..<first { out[token] = true }
      }
      isOpen = unpaired.last.map { reading.words[$0].punctuation == .openQuote } ?? false
      start = end
    }
    return out
  }

  /// No prose says more in one sentence; without a bound, a sentence of nothing but cues, each the content of the one
  /// before, would give a report of the square of its length.
  private static let mostPerSentence = 24

  /// Finds all statements.
  mutating func run(_ document: inout Document) {
    isOnlyTakenUp = Array(repeating: true, count: document.entities.count)
    for mention in document.mentions
    where mention.kind != .nominal || mention.tokens.count > 4
      || !mention.tokens.dropFirst(2).allSatisfy({ reading.words[$0].hasArticle })
      || !reading.words[mention.tokens.lowerBound].hasArticle
    {
      isOnlyTakenUp[mention.entity] = false
    }
    learnGenders(&document)
    for (index, sentence) in reading.text.sentences.enumerated() where !sentence.tokens.isEmpty {
      let main = subjects.main(of: sentence.tokens, document)
      if let subject = sentenceSubject, document.entities[subject].kind == .person { lastActor = subject }
      sentenceSubject = main?.entity
      let limit = paragraphEnd(index)
      let before = statements.count
      headline(sentence.tokens, index == 0 ? limit : sentence.tokens.upperBound, document)
      var sourceEnd = sentence.tokens.lowerBound
      for token in sentence.tokens where reading.words[token].isArabic && token >= sourceEnd {
        guard statements.count - before < Self.mostPerSentence else { break }
        if complements.isSourcePhrase(token) {
          sourceEnd = source(token, sentence.tokens, limit, document) ?? sourceEnd
          continue
        }
        if statedIn(token, sentence.tokens, limit, document) { continue }
        guard let match = cue(token, sentence.tokens) else { continue }
        take(match, sentence.tokens, limit, &document)
      }
    }
  }

  /// The speech reading of a token that can be a cue where it stands.
  private func cue(_ token: Int, _ sentence: Range<Int>) -> Match? {
    // عدم ذكر اسمه: what is not done.
    if token > sentence.lowerBound, lexicon.keywords.lack.contains(reading.bareLetters(token - 1)) {
      return nil
    }
    let candidates = reading.matches[reading.words[token].matches].filter { $0.reading.lexicon == .speech }
    if let noun = candidates.first(where: { $0.suffix != .none && isNounCue($0, sentence) }) { return noun }
    return candidates.first { $0.reading.form.isFinite && isFiniteCue($0, sentence) }
      ?? candidates.first { $0.reading.form.kind == .participle && isParticipleCue($0, sentence) }
      ?? candidates.first { $0.reading.form.kind == .masdar && isNounCue($0, sentence) }
  }

  private func isFiniteCue(_ match: Match, _ sentence: Range<Int>) -> Bool {
    let token = match.token
    guard reading.words[token].mention < 0, match.reading.form.person != .first else { return false }
    // Those who are quoted do not report: نتوقع من الحكومة أن …
    if let last = statements.last, last.isQuoted, last.content.contains(token) { return false }
    // لم تحدث: after the negation stands a present form, whatever past it looks like.
    if match.reading.form.kind == .past, token > sentence.lowerBound,
      lexicon.keywords.lam.contains(reading.letters(token - 1))
    {
      return false
    }
    if match.reading.form.kind == .jussive,
      token == sentence.lowerBound || !lexicon.keywords.lam.contains(reading.letters(token - 1))
    {
      return false
    }
    if carried[token] { return false }
    if inQuote(token, sentence) { return false }
    if match.conjunction == 0, token > sentence.lowerBound, isPlainNoun(token - 1),
      reading.matches[reading.words[token].matches].contains(where: { !$0.reading.form.isFinite })
    {
      return false
    }
    if match.conjunction == 0, isRatherNoun(match, sentence) { return false }
    if lexicon.keywords.passive.contains(reading.bareLetters(token)), token + 1 < sentence.upperBound,
      reading.words[token + 1].function == .complementiser
    {
      return false
    }
    if token > sentence.lowerBound, match.conjunction == 0 {
      let before = reading.words[token - 1]
      // إلى ذلك أكد, في تصريح له قال: a circumstance that is complete.
      let isClosed =
        before.function == .demonstrative && token - 2 >= sentence.lowerBound
        && (reading.words[token - 2].function == .preposition
          || token - 3 >= sentence.lowerBound && reading.words[token - 3].function == .preposition)
        || before.function == .preposition
          && lexicon.keywords.prepositionPronouns.contains(reading.letters(token - 1))
      if before.function == .preposition || before.function == .demonstrative, !isClosed { return false }
      // لا يريد أن يرى: wishes to see are no view.
      if before.function == .complementiser, match.reading.form.kind == .present,
        lexicon.speech[match.reading.entry].act == "judge"
      {
        return false
      }
      // مما يهدد: what was told, not who.
      if lexicon.keywords.fromWhat.contains(reading.letters(token - 1)) { return false }
      if before.function == .all { return false }
      if match.reading.form.person == .masculine,
        lexicon.keywords.impersonal.contains(reading.letters(token)),
        token + 1 < sentence.upperBound,
        reading.words[token + 1].function == .complementiser
          || lexicon.keywords.ila.contains(reading.letters(token + 1)),
        before.mention < 0
      {
        return false
      }
    } else if token == sentence.lowerBound, match.reading.form.kind == .present,
      lexicon.keywords.impersonal.contains(reading.letters(token)), token + 1 < sentence.upperBound,
      reading.words[token + 1].function == .complementiser
        || reading.words[token + 1].function == .preposition
    {
      return false
    }
    return true
  }

  /// A form without a conjunction that is rather another word: ردا على, نقلا عن, وكرر رفض التعاون, عبر الفيديو.
  private func isRatherNoun(_ match: Match, _ sentence: Range<Int>) -> Bool {
    let word = reading.words[match.token]
    if match.reading.form.person == .dual,
      reading.matches[word.matches].contains(where: { $0.reading.form.isIndefinite && $0.suffix == .none })
    {
      return true
    }
    guard let tag = word.tag, tag != .verb, match.token > sentence.lowerBound else { return false }
    let before = reading.words[match.token - 1]
    // وقد عبر الرئيس عن: only a verb comes after the particle.
    if before.function == .auxiliary { return false }
    return before.tag == .verb || tag == .adposition && before.punctuation == .none
  }

  /// A noun that is nobody: a word like a verb after it is its genitive (بارقة أمل).
  private func isPlainNoun(_ token: Int) -> Bool {
    let word = reading.words[token]
    return word.isArabic && word.mention < 0 && word.function == .none && !word.hasArticle
      && !reading.matches[word.matches].contains { $0.reading.form.isFinite }
  }

  private func inQuote(_ token: Int, _ sentence: Range<Int>) -> Bool {
    let open = Int(reading.quotes.enclosing[token])
    let length = open >= 0 ? Int(reading.quotes.partner[open]) - open : 0
    // One quoted verb («تمنى») is the reporter's.
    return length > 2
  }
  private func isParticipleCue(_ match: Match, _ sentence: Range<Int>) -> Bool {
    let token = match.token
    guard !match.hasArticle, match.preposition == 0, match.suffix == .none, reading.words[token].mention < 0
    else { return false }
    // أشار مجددا إلى
    if reading.words[token].function == .adverb, token > sentence.lowerBound,
      reading.words[token - 1].punctuation != .comma
    {
      return false
    }
    if token == sentence.lowerBound {
      return match.reading.form.person != .masculine || match.reading.form.isIndefinite
    }
    // Circumstantial accusative: مؤكدا, or after a comma مؤكدة / مؤكدين.
    let before = reading.words[token - 1]
    let afterPause = before.punctuation == .comma || before.punctuation == .dash || match.conjunction > 0
    switch match.reading.form.person {
    case .masculine: return match.reading.form.isIndefinite
    default: return afterPause || before.mention >= 0
    }
  }

  private func isNounCue(_ match: Match, _ sentence: Range<Int>) -> Bool {
    let token = match.token
    guard token + 1 < sentence.upperBound, !match.hasArticle || match.reading.form.kind == .masdar else {
      return false
    }
    let next = reading.words[token + 1]
    if isSaying(match) {
      // قوله إن, قولها: «…», بالقول إن, بقوله لرويترز إن
      if [.openQuote, .colon].contains(next.punctuation) { return true }
      return (token + 1..<min(token + 6, sentence.upperBound)).contains {
        reading.words[$0].function == .complementiser
      }
    }
    if match.suffix != .none {
      // أمله في أن
      guard match.reading.form.kind == .masdar, match.suffix != .us, match.suffix != .me else { return false }
      return next.function == .complementiser
        || next.function == .preposition && token + 2 < sentence.upperBound
          && reading.words[token + 2].function == .complementiser
    }
    // سارعت الوزارة إلى الإعراب عن, واكتفى بالتأكيد على
    if match.hasArticle {
      let act = lexicon.speech[match.reading.entry].act
      return ["affirm", "express", "say"].contains(act) && token > sentence.lowerBound
        && !inQuote(token, sentence)
        && (match.preposition == lexicon.alphabet.ba && match.conjunction == 0
          || match.preposition == 0 && lexicon.keywords.ila.contains(reading.letters(token - 1)))
        && [.preposition, .complementiser].contains(next.function) && next.mention < 0
    }
    // إعلان الوزارة عن …
    // في تصريح صحافي: where it was said, not by whom.
    if token > sentence.lowerBound,
      lexicon.keywords.situationPrepositions.contains(reading.letters(token - 1)),
      lexicon.keywords.situations.contains(reading.letters(token))
    {
      return false
    }
    return !inQuote(token, sentence) && !match.hasArticle && match.preposition == 0
      && (next.mention >= 0 || lexicon.keywords.roles.contains(reading.letters(token + 1)))
      && next.attached == 0
  }

  /// Whether the noun is قول with the pronoun or article that stands for the speaker.
  private func isSaying(_ match: Match) -> Bool {
    match.reading.form.kind == .masdar && lexicon.keywords.saying.contains(reading.letters(match.token))
  }

  private mutating func take(_ match: Match, _ sentence: Range<Int>, _ limit: Int, _ document: inout Document)
  {
    let entry = lexicon.speech[match.reading.entry]
    let isParticiple = match.reading.form.kind == .participle
    let isNoun = match.reading.form.kind == .masdar
    let isNested = match.token < contentEnd
    if entry.act == "learn" {
      if lexicon.keywords.learned.contains(reading.bareLetters(match.token)) {
        learned(match, entry, sentence, limit, document)
      }
      return
    }
    let isOwnNoun = isNoun && (match.suffix != .none || match.hasArticle || isSaying(match))
    var subject =
      isParticiple
      ? nil
      : isNoun
        ? (!isOwnNoun
          ? subjects.actors.actor(at: match.token + 1, limit: sentence.upperBound, in: document) : nil)
        : finiteSubject(match, sentence, document)
    if isNoun, !isOwnNoun, subject == nil { return }
    var start = match.token + 1
    if let subject {
      if subject.tokens.lowerBound > match.token { start = subject.tokens.upperBound }
    } else if match.reading.form.isFinite, let end = takenUpEnd(match.token, sentence) {
      start = end
    }
    var complements = complements
    complements.borders.cue = match.reading.form
    complements.borders.opensSentence = match.token == sentence.lowerBound
    guard
      let content = complements.content(match, entry: entry, after: start, sentence: sentence, limit: limit)
    else {
      if !isParticiple, !isNoun, !isNested, let subject { sentenceSubject = subject.entity }
      relay(match, to: sentence.upperBound, document)
      return
    }
    if isNoun, !isOwnNoun, content.isNominal, !entry.nominal.contains(.an),
      !(["promise", "announce"].contains(entry.act)
        && (!entry.nominal.contains(.bare) || complements.opensNoun(content.tokens.lowerBound)))
    {
      return
    }
    if isNoun, !isOwnNoun, content.tokens.lowerBound > start + 5 { return }
    // احتجاجات دعت إليها الجبهة: the pronoun is what was called for.
    if content.isNominal, match.conjunction == 0, hasResumptive(match.token, entry) { return }
    // يهدد الجمود ب: things threaten nobody with words.
    if entry.act == "threaten", subject == nil, !isParticiple, isThing(match.token + 1) { return }
    // وتابع قائلا إن: one statement.
    if isParticiple, repeatsRelay(content) { return }
    if content.isNominal, !isStated(content, match, subject, entry) { return }
    // Within what another says, going on is no saying: `إن الجيش يواصل "ضرباته"`.
    if isNested, entry.act == "add", match.reading.form.kind == .present { return }
    // Within what another says, only clauses are statements: `قال إن الحكومة ترفض العرض` tells of a refusal.
    if isNested, content.isNominal && !match.hasArticle || isOwnNoun && !match.hasArticle && !isSaying(match)
    {
      return
    }
    var relay: Int?
    if lexicon.keywords.source.contains(reading.bareLetters(match.token)),
      let source = complements.relayed(match.token, to: content.tokens.lowerBound, document)
    {
      relay = subject?.entity
      subject = source
    }
    // قوله repeats the verb that relays it: نقلت الوكالة عن الوزير قوله إن.
    if isOwnNoun, repeatsRelay(content), let last = statements.last {
      statements.removeLast()
      relay = last.relayedBy
      subject = last.speaker.map { Actor(entity: $0, tokens: last.cue) }
    }
    if let subject { recordTakingUp(subject, document) }
    var speaker = subject?.entity
    var rule = isParticiple ? "speech.participle" : isNoun ? "speech.noun" : "speech.verb.subject"
    if speaker == nil {
      speaker = elided(match, sentence, document)
      if !isParticiple, !isNoun { rule = "speech.verb.elided" }
    }
    let before = match.token > sentence.lowerBound ? reading.words[match.token - 1] : Word()
    let wordStart = document.text.tokens[match.token].bytes
    statements.append(
      Statement(
        speaker: speaker, cue: match.token..<match.token + 1,
        cueBytes: wordStart.lowerBound + 2 * match.conjunction..<wordStart.upperBound, lemma: entry.lemma,
        act: entry.act,
        addressees: addressees(match, entry, from: start, to: content.tokens.lowerBound, speaker, document),
        content: content.tokens, contentBytes: content.bytes, isQuoted: content.isQuoted,
        isNegated: before.function == .negation, rule: rule + content.rule,
        confidence: (speaker == nil ? 0.5 : subject != nil ? 0.9 : 0.8) - (content.isNominal ? 0.15 : 0)))
    if relay != speaker { statements[statements.count - 1].relayedBy = relay }
    if !isNested {
      contentEnd = content.tokens.upperBound
      if let speaker {
        lastSpeaker = speaker
        if match.reading.form.isFinite { lastVerb = (match.token, match.reading.form.person, speaker) }
        if !isParticiple { sentenceSubject = speaker }
      }
    }
  }

  /// Whether a pronoun with the verb's preposition takes up the noun before it: دعت إليها, شددت عليه.
  private func hasResumptive(_ verb: Int, _ entry: SpeechEntry) -> Bool {
    guard verb > 0, verb + 1 < reading.words.count, reading.words[verb - 1].isArabic,
      reading.words[verb - 1].function == .none
    else { return false }
    let next = reading.letters(verb + 1)
    let keys = lexicon.keywords
    return entry.nominal.contains(.ila) && keys.ilaPronoun.contains(next)
      || entry.nominal.contains(.ala) && keys.alaPronoun.contains(next)
  }

  /// Whether a noun phrase after the verb is somebody's word: not what things are held for (`تعتبر المدينة من أهم`), nor
  /// what somebody goes on doing (`يجدد ثلث أعضائه`).
  private func isStated(
    _ content: ComplementSearch.Content, _ match: Match, _ subject: Actor?, _ entry: SpeechEntry
  ) -> Bool {
    let first = content.tokens.lowerBound
    let word = reading.words[first]
    if entry.act == "judge", entry.takesNominal, !entry.nominal.isDisjoint(with: .bare) {
      if match.reading.form.kind == .participle { return word.hasArticle || word.function == .demonstrative }
      if match.conjunction > 0, lexicon.keywords.whatSaid.contains(reading.letters(first)) { return true }
      guard let subject, match.reading.form.isFinite, subject.tokens.lowerBound > match.token else {
        return false
      }
      return word.hasArticle || word.function == .demonstrative || word.mention >= 0
        || word.tag == .noun && match.reading.form.kind == .past && first + 1 < content.tokens.upperBound
          && (reading.words[first + 1].hasArticle || reading.words[first + 1].tag == .noun)
    }
    // ضمانات تؤكد التزام الحكومة: a thing that shows something.
    if match.conjunction == 0, match.reading.form.kind == .present, match.token > 0,
      isThingNoun(match.token - 1)
    {
      return false
    }
    // استعرضا القضايا: two who go over something meet.
    if match.reading.form.person == .dual, entry.act == "report" { return false }
    let isHabit = match.reading.form.kind == .present && subject == nil && entry.nominal.contains(.bare)
    return !isHabit || content.isQuoted || complements.opensNoun(first)
  }

  /// Remembers that a description means the speaker: the one mention where it is a noun alone (المسؤول), else the entity.
  private mutating func recordTakingUp(_ subject: Actor, _ document: borrowing Document) {
    let token = subject.tokens.lowerBound
    let mention = reading.words[token].mention
    guard mention >= 0, document.mentions[mention].tokens.lowerBound == token else { return }
    let described = document.mentions[mention].entity
    guard described != subject.entity, isOnlyTakenUp[described] else { return }
    if document.mentions[mention].tokens.count == 1 {
      movedMentions[mention] = subject.entity
    } else if mergedEntities[subject.entity] == nil {
      mergedEntities[described] = subject.entity
    }
  }

  private func repeatsRelay(_ content: ComplementSearch.Content) -> Bool {
    statements.last.map { $0.content == content.tokens } ?? false
  }

  private func paragraphEnd(_ index: Int) -> Int {
    let all = reading.text.sentences
    var last = index
    // A quotation over more than thirty sentences is an unclosed mark.
    while last + 1 < all.count, last < index + 30, all[last + 1].paragraph == all[index].paragraph {
      last += 1
    }
    return all[last].tokens.upperBound
  }
}
