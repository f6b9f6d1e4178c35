import ArabicText
import LinguisticAnnotation

/// The actors of a verbal noun: its genitive, its agent, the subject of the light verb or relative clause around it.
extension ArgumentSearch {
  /// The genitive of a verbal noun: `اغتيال الفريق قاسم سليماني`, `لقاء وزير الخارجية`.
  func genitive(at start: Int, _ sentence: Range<Int>, _ document: borrowing Document) -> Actor? {
    guard start < sentence.upperBound else { return nil }
    let word = reading.words[start]
    if word.mention < 0,
      reading.matches[word.matches].contains(where: {
        $0.reading.lexicon == .light && $0.reading.form.isFinite && $0.suffix != .none
      })
    {
      // هجوم شنه مسلحون: a clause, no genitive.
      return nil
    }
    if word.mention >= 0, word.attached == 0, !word.hasConjunction {
      return actors.actor(at: start, limit: sentence.upperBound, in: document)
    }
    if lexicon.keywords.reach.contains(reading.letters(start)) { return nil }
    // مساعدات جديدة: an adjective is no genitive.
    if document.tag(of: start) == .adjective, !word.hasArticle { return nil }
    // هجمات الروس
    if word.function == .none, let people = described(at: start, sentence.upperBound, document) {
      return people
    }
    guard word.isArabic || word.punctuation == .none, word.function == .none || word.function == .all,
      word.attached == 0, !word.hasConjunction,
      reading.letters(start).first != lexicon.alphabet.lam
        || lexicon.keywords.nounsInLam.contains(reading.letters(start))
    else { return nil }
    return actors.actor(at: start, limit: min(sentence.upperBound, start + 10), in: document)
  }

  /// Whether the genitive that begins here is a thing or a deed, so that whoever is named further on does not do what its
  /// head says: `طلب الانضمام للحلف`, `رفض زيادة أجور الموظفين`.
  func isThing(at start: Int, of actor: Int, _ sentence: Range<Int>, _ document: borrowing Document) -> Bool {
    let word = reading.words[start]
    if document.entities[actor].kind == .person,
      !reading.matches[word.matches].contains(where: { !$0.reading.form.isFinite && $0.suffix == .none })
    {
      // تحيات صاحب السمو فلان: a title
      return false
    }
    guard word.mention < 0, word.isArabic, word.function == .none, !word.hasConjunction,
      reading.text.tokens[start].kind != .number, document.tag(of: start) == .noun
    else { return false }
    let letters = reading.bareLetters(start)
    let keys = lexicon.keywords
    if keys.roles.contains(letters) || lexicon.speakers.isOffice(letters) || keys.quantities.contains(letters)
      || keys.counts.contains(letters) || keys.nounHeadsOfForce.contains(letters)
      || keys.ofPersons.contains(letters)
    {
      return false
    }
    return described(at: start, sentence.upperBound, document) == nil
  }

  /// The object that ل joins to a verbal noun right behind its doer: `استقبال الملك للوزير`.
  func liObject(at token: Int, _ sentence: Range<Int>, excluding doer: Int, _ document: borrowing Document)
    -> Int?
  {
    guard token < sentence.upperBound, reading.words[token].mention >= 0,
      reading.words[token].attached == lexicon.alphabet.lam, !reading.words[token].hasConjunction
    else { return nil }
    let entity = document.mentions[reading.words[token].mention].entity
    return entity == doer || document.entities[entity].kind == .location ? nil : entity
  }

  /// The states of the adjectives of nationality behind a noun, past its other adjectives, at most two:
  /// `قصف مدفعي إسرائيلي`, `المحادثات الأميركية الإيرانية`, `إدانة أردنية وأوروبية`.
  func nationalities(
    after start: Int, withArticle hasArticle: Bool, _ sentence: Range<Int>, _ document: borrowing Document
  ) -> [Actor] {
    var out: [Actor] = []
    for token in Range(start, below: min(start + 4, sentence.upperBound)) {
      let word = reading.words[token]
      guard word.isArabic, word.mention < 0, word.function == .none, word.attached == 0,
        word.hasArticle == hasArticle
      else { break }
      if let state = actors.nationality(token) {
        if !word.hasConjunction || !out.isEmpty {
          out.append(Actor(entity: state, tokens: token..<token + 1))
        }
        if out.count == 2 { break }
      } else if document.tag(of: token) != .adjective || !out.isEmpty {
        break
      }
    }
    return out
  }

  /// `بين الجيش والمتمردين`, `بين البلدين`, `جمعت بينهما`.
  func between(
    after trigger: Int, _ sentence: Range<Int>, _ events: [Event], _ document: borrowing Document
  ) -> (Int, Int)? {
    let reach = Range(trigger + 1, below: min(sentence.upperBound, trigger + 12))
    for token in reach where reading.words[token].mention < 0 {
      if reading.words[token].punctuation == .stop || token > trigger + 6 { break }
      if lexicon.keywords.theirs.contains(reading.letters(token))
        || (lexicon.keywords.between.contains(reading.letters(token)) && isDual(token + 1))
      {
        return pair(ofDualAt: token + 1, sentence, document) ?? two(before: token, events, document)
      }
    }
    guard
      let token = reach.first(where: {
        lexicon.keywords.between.contains(reading.letters($0)) && reading.words[$0].mention < 0
      }),
      let first = actors.actor(at: token + 1, limit: sentence.upperBound, in: document)
    else { return nil }
    if let second = coordinated(after: first.tokens.upperBound, document).first {
      return (first.entity, second)
    }
    // بين الحكومة، التي تساندها …، وبين المتمردين
    let behind = first.tokens.upperBound
    if let again = Range(behind, below: min(sentence.upperBound, behind + 24)).first(where: {
      reading.words[$0].hasConjunction && lexicon.keywords.between.contains(reading.bareLetters($0))
    }), let second = actors.actor(at: again + 1, limit: sentence.upperBound, in: document),
      second.entity != first.entity
    {
      return (first.entity, second.entity)
    }
    // وكبير المفاوضين الإيرانيين علي باقري: a title, or an apposition, before the second.
    for next in first.tokens
      .upperBound..<max(first.tokens.upperBound, min(sentence.upperBound, first.tokens.upperBound + 10))
    {
      let word = reading.words[next]
      if word.mention >= 0, document.mentions[word.mention].entity != first.entity,
        reading.letters(next).first == lexicon.alphabet.waw || word.hasConjunction
          || isAfterWaw(next, first.tokens.upperBound)
      {
        return (first.entity, document.mentions[word.mention].entity)
      }
      if word.punctuation == .stop { break }
    }
    return nil
  }

  private func isAfterWaw(_ token: Int, _ start: Int) -> Bool {
    (start..<token).contains {
      reading.letters($0).first == lexicon.alphabet.waw && reading.words[$0].isArabic
    }
  }

  /// Who takes part in what a noun says: `مناورات بمشاركة الجيش وحليفه`.
  func participants(after trigger: Int, _ sentence: Range<Int>, _ document: borrowing Document) -> [Int]? {
    for token in Range(trigger + 1, below: min(trigger + 8, sentence.upperBound - 1)) {
      if reading.words[token].punctuation == .stop { return nil }
      guard reading.words[token].mention < 0,
        lexicon.keywords.participation.contains(reading.letters(token)),
        let first = actors.actor(at: token + 1, limit: sentence.upperBound, in: document)
      else { continue }
      return [first.entity] + coordinated(after: first.tokens.upperBound, document)
    }
    return nil
  }

  /// `اتصالا من الأمين العام`.
  func origin(after trigger: Int, _ sentence: Range<Int>, _ document: borrowing Document) -> Int? {
    let end = min(sentence.upperBound, trigger + 6)
    for token in Range(trigger + 1, below: end)
    where lexicon.keywords.min.contains(reading.letters(token)) {
      return actors.actor(at: token + 1, limit: sentence.upperBound, in: document)?.entity
    }
    return nil
  }

  /// How far before its noun a light verb may stand: past its subject and asides.
  private static let lightReach = (near: 14, far: 22)
  /// Whose light verbs may stand far.
  private static let toldAtLength: Set<String> = ["CONSULT", "AID", "SANCTION"]

  /// The light verb whose object the noun is.
  func lightVerb(before noun: Int, _ type: String, _ sentence: Range<Int>) -> (match: Match, isTarget: Bool)?
  {
    var token = noun - 1
    // التحاور مع إيران بعد هجمات: when, not what.
    if token > sentence.lowerBound, reading.words[token].mention < 0,
      lexicon.keywords.after.contains(reading.letters(token))
        || lexicon.keywords.about.contains(reading.letters(token))
        || lexicon.keywords.wake.contains(reading.letters(token))
    {
      return nil
    }
    // ردا على طرد الدبلوماسيين: what another did.
    if token > sentence.lowerBound, lexicon.keywords.ala.contains(reading.letters(token)),
      lexicon.keywords.inAnswer.contains(reading.letters(token - 1))
    {
      return nil
    }
    let hangsOnPreposition = token >= sentence.lowerBound && reading.words[token].function == .preposition
    let reach = Self.toldAtLength.contains(type) ? Self.lightReach.far : Self.lightReach.near
    while token >= sentence.lowerBound, token >= noun - reach {
      let word = reading.words[token]
      if word.function == .complementiser || word.function == .relative || word.punctuation == .stop {
        return nil
      }
      if word.mention < 0, word.function == .none,
        let match = light(at: token, before: noun)
      {
        let light = lexicon.lightVerbs[match.reading.entry]
        if token > sentence.lowerBound, reading.words[token - 1].function == .negation { return nil }
        if light.subjectIsTarget ? match.suffix != .none : isForSomething(noun) { return nil }
        guard light.types.isEmpty || light.types.contains(type), !light.subjectIsTarget || noun - token < 9
        else {
          return nil
        }
        return (match, light.subjectIsTarget)
      }
      if isPlainVerb(token) { return nil }
      // أعلن اعتراضه على طلب العضوية: what belongs to another noun.
      if hangsOnPreposition, token == noun - 2, word.mention < 0,
        reading.matches[word.matches].contains(where: {
          $0.reading.lexicon == .event && $0.reading.form.kind == .masdar && $0.suffix != .none
        })
      {
        return nil
      }
      token -= 1
    }
    return nil
  }

  /// The light verb that a word is, as a verbal noun where the tagger holds it for a noun: فرض, in `ضرورة فرض عقوبات`.
  private func light(at token: Int, before noun: Int) -> Match? {
    let all = reading.matches[reading.words[token].matches].filter {
      $0.reading.lexicon == .light && $0.reading.form.kind != .jussive
        && ($0.reading.form.kind != .masdar || !$0.hasArticle && isBehind(noun, token))
    }
    guard reading.words[token].tag == .noun, token > 0, reading.words[token - 1].isArabic,
      reading.words[token - 1].mention < 0,
      [.none, .preposition].contains(reading.words[token - 1].function)
    else { return all.first }
    return all.first { $0.reading.form.kind == .masdar } ?? all.first
  }

  /// Whether a noun stands right behind a verbal noun, or behind its genitive: `تنفيذ الجماعة هجمات`.
  private func isBehind(_ noun: Int, _ masdar: Int) -> Bool {
    if noun - masdar < 3 { return true }
    let mention = reading.words[masdar + 1].mention
    return mention >= 0 && (masdar + 1..<noun).allSatisfy { reading.words[$0].mention == mention }
  }

  /// Whether ل before the noun makes it a purpose rather than the light verb's object: `تواصل عملها لرفع العقوبات`.
  private func isForSomething(_ noun: Int) -> Bool {
    reading.matches[reading.words[noun].matches].contains {
      $0.preposition == lexicon.alphabet.lam && $0.reading.lexicon == .event && !$0.reading.form.isFinite
    }
  }

  /// Who does what an indefinite noun says, joined by ل: `هجوم واسع لقوات النظام`.
  func possessor(after noun: Int, _ sentence: Range<Int>, _ document: borrowing Document) -> Actor? {
    for token in Range(noun + 1, below: min(noun + 4, sentence.upperBound)) {
      let word = reading.words[token]
      if word.mention >= 0 {
        guard word.attached == lexicon.alphabet.lam else { return nil }
        let mention = document.mentions[word.mention]
        return Actor(entity: mention.entity, tokens: token..<mention.tokens.upperBound)
      }
      let letters = reading.letters(token)
      if letters.first == lexicon.alphabet.lam,
        lexicon.keywords.nounHeadsOfForce.contains(letters.dropFirst())
      {
        return actors.actor(at: token + 1, limit: min(sentence.upperBound, token + 6), in: document)
      }
      // طلب الانضمام للحلف: another noun, no adjective of this one.
      guard word.isArabic, word.function == .none, word.attached == 0, !word.hasConjunction,
        word.hasArticle == reading.words[noun].hasArticle
      else {
        return nil
      }
    }
    return nil
  }

  /// How far behind its noun the verb of a relative clause may stand.
  private static let relativeReach = 14

  /// Who does what a noun says in a relative clause: `هجوم شنته الجماعة`, `زيارة أجراها أمس`, `الاتهامات التي تكررها الصحيفة`.
  func relativeDoer(
    after noun: Int, _ sentence: Range<Int>, _ subjects: SubjectSearch, _ subject: Int?,
    _ document: borrowing Document
  ) -> Actor? {
    let reach = Range(noun + 1, below: min(sentence.upperBound, noun + Self.relativeReach))
    for token in reach {
      let word = reading.words[token]
      if word.punctuation == .closeQuote { continue }
      if word.punctuation != .none || token > noun + 1 && word.function == .demonstrative && word.mention < 0
      {
        return nil
      }
      if word.function == .relative, word.mention < 0,
        !isDefinite(noun, sentence) || !opensDeed(token, reach.upperBound)
      {
        return nil
      }
      guard word.mention < 0 else { continue }
      if token > noun + 1, word.function == .none, isIndefiniteEvent(token) { return nil }
      // صاروخ أطلقته القوات: after an indefinite noun nothing but the verb's pronoun tells of the relative clause.
      let isAfterRelative =
        (reading.words[token - 1].function == .relative || document.tag(of: token) == .verb)
        && isSuffixedVerb(token)
      if lexicon.keywords.witness.contains(reading.letters(token)) { return nil }
      let match = reading.matches[word.matches].first {
        $0.reading.lexicon == .light && $0.reading.form.isFinite && ($0.suffix == .him || $0.suffix == .her)
          && !lexicon.lightVerbs[$0.reading.entry].subjectIsTarget
      }
      if reading.words[token - 1].function == .relative, token + 1 < sentence.upperBound,
        lexicon.keywords.byIt.contains(reading.letters(token + 1)),
        let doer = subjects.following(token + 1, in: sentence, document)
      {
        // الزيارة التي قام بها الوزير
        return doer
      }
      guard isAfterRelative || match != nil else { continue }
      if let doer = described(at: token + 1, sentence.upperBound, document) { return doer }
      if let doer = subjects.following(token, in: sentence, document) { return doer }
      // هجوم نفذه ملثمون: somebody whom nothing names.
      if isCommonNoun(token + 1, sentence) { return nil }
      guard let match, let subject else { return nil }
      let doer =
        agrees(subject, match, document)
        ? subject : agreeing(before: noun, match, sentence, document) ?? subject
      return Actor(entity: doer, tokens: token..<token)
    }
    return nil
  }

  /// Who was named last in the sentence of those that can be a verb's subject: `دعا الرئيس السويد إلى رفع العقوبات التي تفرضها`.
  private func agreeing(
    before noun: Int, _ match: Match, _ sentence: Range<Int>, _ document: borrowing Document
  ) -> Int? {
    for index in recentMentions(before: noun) {
      let mention = document.mentions[index]
      guard mention.tokens.lowerBound >= sentence.lowerBound else { return nil }
      if document.entities[mention.entity].kind != .location, agrees(mention.entity, match, document) {
        return mention.entity
      }
    }
    return nil
  }

  private func agrees(_ entity: Int, _ match: Match, _ document: borrowing Document) -> Bool {
    Gender(of: document.entities[entity], lexicon: lexicon).agrees(with: match.reading.form.person)
  }

  /// Whether a noun can have الذي: by its article, a pronoun or its genitive. `احتجاجا على الحملة التي` has not.
  private func isDefinite(_ noun: Int, _ sentence: Range<Int>) -> Bool {
    if reading.words[noun].hasArticle || noun + 1 >= sentence.upperBound { return true }
    let next = reading.words[noun + 1]
    return next.hasArticle && next.attached == 0 || next.mention >= 0
      || reading.matches[reading.words[noun].matches].contains { $0.suffix != .none }
  }

  /// Whether a relative clause says what somebody did to the noun, rather than what the noun does: `التي شنتها الجماعة`,
  /// against `التي تجري في العاصمة`.
  private func opensDeed(_ relative: Int, _ end: Int) -> Bool {
    Range(relative + 1, below: min(end, relative + 4)).contains { token in
      isSuffixedVerb(token)
        || token + 1 < end && lexicon.keywords.prepositionPronouns.contains(reading.letters(token + 1))
    }
  }

  /// Whether an event's noun without the article has the relative clause that follows: `أسر مسلحين في معارك خاضتها`.
  private func isIndefiniteEvent(_ token: Int) -> Bool {
    guard reading.words[token - 1].function == .preposition, reading.words[token - 1].mention < 0 else {
      return false
    }
    return reading.matches[reading.words[token].matches].contains {
      $0.reading.lexicon == .event && $0.reading.form.kind == .noun && !$0.hasArticle
    }
  }

  /// Who suffered an attack, told in its relative clause: `هجوم تعرض له الجنود`.
  func relativeVictim(after noun: Int, _ sentence: Range<Int>, _ document: borrowing Document) -> Actor? {
    for token in Range(noun + 1, below: min(sentence.upperBound - 2, noun + 5)) {
      guard reading.words[token].punctuation == .none, reading.words[token].mention < 0 else { return nil }
      if lexicon.keywords.undergo.contains(reading.letters(token)),
        lexicon.keywords.liPronoun.contains(reading.letters(token + 1))
      {
        return
          subjects
          .following(token, in: sentence, document)
      }
    }
    return nil
  }

  /// Whom sanctions or arrests meet, told behind them: `عقوبات طالت قادة`.
  func met(after noun: Int, _ sentence: Range<Int>, _ document: borrowing Document) -> Actor? {
    for token in Range(noun + 1, below: min(sentence.upperBound - 1, noun + 8)) {
      if reading.words[token].punctuation != .none { return nil }
      if reading.words[token].mention < 0, lexicon.keywords.reach.contains(reading.letters(token)) {
        return
          subjects
          .following(token, in: sentence, document)
      }
    }
    return nil
  }

  /// How far behind an attack may be told who claims it.
  private static let claimReach = 45

  /// Who claims an attack, told further on in its sentence: `وتبناه التنظيم`.
  func claimant(after noun: Int, _ sentence: Range<Int>, _ document: borrowing Document) -> Actor? {
    for token in Range(noun + 1, below: min(sentence.upperBound, noun + Self.claimReach))
    where reading.words[token].mention < 0 && lexicon.keywords.adopt.contains(reading.letters(token)) {
      return
        subjects
        .following(token, in: sentence, document)
    }
    return nil
  }

  /// Whether somebody has taken the responsibility for what a noun says: `أعلن التنظيم مسؤوليته عن تفجير`.
  func isClaimed(_ noun: Int, accused: Int?, _ sentence: Range<Int>) -> Bool {
    guard noun - 2 >= sentence.lowerBound, lexicon.keywords.an.contains(reading.letters(noun - 1)) else {
      return false
    }
    return (max(sentence.lowerBound, noun - 3)..<noun - 1).contains {
      // حمله المسؤولية عن قتله: not his own who says so.
      lexicon.keywords.responsibility.contains(reading.letters($0))
        && (accused == nil || !lexicon.keywords.guilt.contains(reading.letters($0)))
    }
  }

  /// Against whom a protest is, told by what it is for: `احتجاجات رفضا لقرار الحكومة`.
  func protested(after noun: Int, _ sentence: Range<Int>, _ document: borrowing Document) -> Actor? {
    for token in Range(noun + 1, below: min(sentence.upperBound - 2, noun + Self.claimReach)) {
      if reading.words[token].punctuation == .stop { return nil }
      guard reading.words[token].mention < 0, lexicon.keywords.protesting.contains(reading.letters(token))
      else {
        continue
      }
      let isOn = lexicon.keywords.ala.contains(reading.letters(token + 1))
      let thing = isOn ? token + 2 : token + 1
      if let actor = phrase(at: thing, sentence.upperBound, document) { return actor }
      if reading.words[thing].mention >= 0 {
        let mention = document.mentions[reading.words[thing].mention]
        return Actor(entity: mention.entity, tokens: mention.tokens)
      }
      return relativeDoer(after: thing, sentence, subjects, nil, document)
    }
    return nil
  }

  /// Who called for a protest or takes part in it: `احتجاجات دعت إليها الأحزاب`, `مسيرة شارك فيها الطلاب`.
  func caller(after noun: Int, _ sentence: Range<Int>, _ document: borrowing Document) -> Actor? {
    for token in Range(noun + 1, below: min(sentence.upperBound - 2, noun + 6)) {
      guard reading.words[token].punctuation == .none, reading.words[token].mention < 0 else { return nil }
      if (document.tag(of: token) ?? .verb) == .verb,
        lexicon.keywords.prepositionPronouns.contains(reading.letters(token + 1))
      {
        return
          subjects
          .following(token, in: sentence, document)
      }
    }
    return nil
  }

  /// Whether the word looks like a present or past verb with the pronoun of a thing: تكررها.
  func isSuffixedVerb(_ token: Int) -> Bool {
    let letters = reading.letters(token)
    let alphabet = lexicon.alphabet
    guard letters.count > 3, let last = letters.last else { return false }
    let isHer = last == alphabet.alef && letters[letters.endIndex - 2] == alphabet.ha
    return isHer || last == alphabet.ha
  }

  private func isCommonNoun(_ token: Int, _ sentence: Range<Int>) -> Bool {
    guard sentence.contains(token) else { return false }
    let word = reading.words[token]
    return word.isArabic && word.mention < 0 && word.function == .none && word.attached == 0
  }
}
