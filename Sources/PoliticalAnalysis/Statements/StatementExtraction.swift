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
  /// Whether an entity has one mention only.
  private(set) var isMentionedOnce: [Bool] = []
  /// Who wrote the document told of last, by the noun for it.
  var documentOwners: [UInt64: Int] = [:]
  /// Which tokens stand in a quotation that the paragraph before left open.
  let carried: [Bool]

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
    var counts = Array(repeating: 0, count: document.entities.count)
    for mention in document.mentions { counts[mention.entity] += 1 }
    isMentionedOnce = counts.map { $0 == 1 }
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
      if let main, let speaker = selfReference(main, document) {
        sentenceSubject = speaker
        movedMentions[reading.words[main.tokens.lowerBound].mention] = speaker
      }
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
    let inserted =
      subject == nil ? nil : complements.around(match, entry, after: start, sentence: sentence, limit: limit)
    guard
      let content = inserted
        ?? complements.content(match, entry: entry, after: start, sentence: sentence, limit: limit)
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
    // إعلان القاهرة: the name of a document, and what it is about.
    if isNoun, !isOwnNoun, entry.act == "announce", content.rule.hasPrefix(".colon") { return }
    // احتجاجات دعت إليها الجبهة: the pronoun is what was called for.
    if content.isNominal, match.conjunction == 0, hasResumptive(match.token, entry) { return }
    // يهدد الجمود ب: things threaten nobody with words.
    if entry.act == "threaten", !isParticiple,
      subject.map({ $0.tokens.count > 1 && isThing($0.tokens.lowerBound) }) ?? isThing(match.token + 1)
    {
      return
    }
    // نظيره الذي يرفض ذلك: what is told of somebody in passing is no statement.
    let negation = match.token > sentence.lowerBound && reading.words[match.token - 1].function == .negation
    let governor = match.token - (negation ? 2 : 1)
    if content.isNominal, !content.isQuoted, match.reading.form.kind == .present,
      governor >= sentence.lowerBound, reading.words[governor].function == .relative
    {
      return
    }
    // لم يفصح عن السبب: nothing was said.
    if negation, content.isNominal, Self.tellingActs.contains(entry.act) { return }
    if isNested, content.rule == ".comma" { return }
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
    // نشرت الصحيفة -نقلا عن مسؤول- أن
    if relay == nil, subject.map({ document.entities[$0.entity].kind == .organization }) ?? true,
      let source = complements.quotedSource(start..<content.tokens.lowerBound, document)
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
    if let subject {
      recordTakingUp(subject, match, document)
      recordName(of: subject, match, document)
    }
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
    learnDocument(Range(match.token + 1, below: content.tokens.lowerBound), of: speaker)
    // اعتمد المجلس بيانا أعرب فيه
    if refersBack(match, sentence) {
      learnDocument(max(sentence.lowerBound, match.token - 20)..<match.token, of: speaker)
    }
    // من نظيره الذي يرفض ذلك: what is told of somebody beside the clause is not what it is about.
    if content.isNominal, before.function == .relative { return }
    if !isNested {
      contentEnd = content.tokens.upperBound
      if let speaker {
        lastSpeaker = speaker
        if match.reading.form.isFinite { lastVerb = (match.token, match.reading.form.person, speaker) }
        if !isParticiple { sentenceSubject = speaker }
      }
    }
  }

  /// Acts that are none where they are negated.
  private static let tellingActs: Set<String> = [
    "reveal", "announce", "explain", "report", "admit", "inform",
  ]

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
      if match.reading.form.kind == .participle {
        return word.hasArticle || word.function == .demonstrative || complements.opensNoun(first)
      }
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
  private mutating func recordTakingUp(_ subject: Actor, _ match: Match, _ document: borrowing Document) {
    let token = subject.tokens.lowerBound
    let mention = reading.words[token].mention
    guard mention >= 0, document.mentions[mention].tokens.lowerBound == token else { return }
    let described = document.mentions[mention].entity
    guard described != subject.entity,
      isOnlyTakenUp[described]
        || goesOn(Actor(entity: described, tokens: subject.tokens), match, document)
    else { return }
    if document.mentions[mention].tokens.count == 1 {
      movedMentions[mention] = subject.entity
    } else if mergedEntities[subject.entity] == nil {
      mergedEntities[described] = subject.entity
    }
  }

  /// Remembers that who spoke last without a name is named now: `قال خبير أمني إن …، وأضاف الخبير سامي الحداد`.
  private mutating func recordName(of subject: Actor, _ match: Match, _ document: borrowing Document) {
    guard let described = lastSpeaker, described != subject.entity,
      lexicon.speech[match.reading.entry].act == "add", mergedEntities[described] == nil,
      names(subject, described, document)
    else { return }
    mergedEntities[described] = subject.entity
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
