import ArabicText

/// Who did it, told apart from the verb: by an agent, a weapon, or the attack in which somebody died.
extension ArgumentSearch {
  /// How far behind a trigger its agent may stand, and the attack somebody died in.
  private static let reach = (agent: 14, attack: 8)

  /// `من قبل الجيش`, `على يد مسلحين`, `في هجوم نفذه مسلحون`.
  func agent(
    after trigger: Int, _ entry: EventEntry, _ sentence: Range<Int>, _ document: borrowing Document
  ) -> Int? {
    let end = min(sentence.upperBound, trigger + Self.reach.agent)
    guard trigger + 1 < end else { return nil }
    let isSuffered =
      entry.type == "ASSAULT" && (entry.subjectIsTarget || entry.isPassiveAlone || entry.isKilling)
    var attack = trigger + Self.reach.attack
    for token in trigger + 1..<end {
      let word = reading.words[token]
      if word.punctuation == .comma, isSuffered, isInAttack(token + 1, end) {
        // قتل شرطي أمس، في هجوم نفذه مسلحون
        attack = token + 3
        continue
      }
      if word.punctuation == .comma || word.punctuation == .stop || word.function == .relative { return nil }
      if isSuffered, word.mention < 0, token < attack, let armed = armed(token, end, sentence, document) {
        return armed
      }
      guard word.function == .preposition, opensAgent(token) else { continue }
      // سيثأر لمقتل قائده على يد مجهولين: the agent is that of the killing.
      if !isSuffered, (trigger + 1..<token).contains(where: isKilling) { return nil }
      return
        (described(at: token + 2, sentence.upperBound, document)
        ?? actors.actor(at: token + 2, limit: sentence.upperBound, in: document))?.entity
    }
    return nil
  }

  /// Whether a word tells of somebody's death: مقتل, اغتيال.
  private func isKilling(_ token: Int) -> Bool {
    reading.words[token].mention < 0
      && reading.matches[reading.words[token].matches].contains {
        $0.reading.lexicon == .event && $0.reading.form.isNominal
          && lexicon.events[$0.reading.entry].isKilling
      }
  }

  /// How far before an attack may be told who answers for it.
  private static let answeringReach = 6

  /// Who is said to be behind an attack: `تقف خلف اغتيال`, `مسؤولية الجيش عن اغتيال`, `اتهمته بالتورط في اغتيال`; `subject` is
  /// who acts before it, `accused` who was accused.
  func answering(
    for attack: Int, subject: Int?, accused: Int?, _ sentence: Range<Int>, _ document: borrowing Document
  ) -> Int? {
    let before = attack - 1
    guard before > sentence.lowerBound, reading.words[before].mention < 0 else { return nil }
    let keys = lexicon.keywords
    if keys.behind.contains(reading.letters(before)) {
      return keys.stands.contains(reading.bareLetters(before - 1)) ? subject : nil
    }
    guard keys.an.contains(reading.letters(before)) || keys.fi.contains(reading.letters(before)) else {
      return nil
    }
    var named: Int?
    for token in stride(
      from: before - 1, through: max(sentence.lowerBound, before - Self.answeringReach), by: -1)
    {
      let word = reading.words[token]
      guard word.isArabic, word.function == .none || word.mention >= 0 else { return nil }
      if word.mention >= 0 {
        named = document.mentions[word.mention].entity
        continue
      }
      let letters = reading.bareLetters(token)
      if keys.hisGuilt.contains(letters) { return subject }
      guard keys.guilt.contains(letters) else { continue }
      return named ?? accused
    }
    return nil
  }

  /// Whether an agent stands two words on: `من قبل`, `على يد`.
  private func opensAgent(_ token: Int) -> Bool {
    let letters = reading.letters(token)
    return reading.words[token].mention < 0 && isMeans(token + 1)
      && (lexicon.keywords.min.contains(letters) || lexicon.keywords.ala.contains(letters))
  }

  /// Whether an attack that somebody died in begins here: `في هجوم`, `جراء ثاني هجوم`.
  func isInAttack(_ token: Int, _ end: Int) -> Bool { attack(at: token, end) != nil }

  /// The noun of the attack that somebody died in.
  private func attack(at token: Int, _ end: Int) -> Int? {
    guard token + 1 < end, reading.words[token].mention < 0,
      lexicon.keywords.inAttack.contains(reading.bareLetters(token))
    else { return nil }
    let isCounted = lexicon.keywords.ordinals.contains(reading.letters(token + 1))
    let noun = isCounted ? token + 2 : token + 1
    guard noun < end else { return nil }
    var letters = reading.letters(noun)
    if letters.starts(with: [lexicon.alphabet.alef, lexicon.alphabet.lam]) { letters = letters.dropFirst(2) }
    return lexicon.keywords.inForce.contains(letters) ? noun : nil
  }

  /// Whose weapon or attack it is: `برصاص الجيش`, `في غارة إسرائيلية`, `إثر هجوم شنته الجماعة`.
  private func armed(
    _ token: Int, _ end: Int, _ sentence: Range<Int>, _ document: borrowing Document
  ) -> Int? {
    let attack = attack(at: token, end)
    guard attack != nil || lexicon.keywords.byForce.contains(reading.letters(token)) else { return nil }
    let noun = attack ?? token
    guard noun + 1 < end else { return nil }
    let next = reading.words[noun + 1]
    if next.mention < 0 {
      if lexicon.keywords.liPronoun.contains(reading.letters(noun + 1)) {
        // بغارة لها
        return back(from: noun + 1, document)
      }
      let hasArticle = reading.words[noun].hasArticle
      if let state = nationalities(after: noun + 1, withArticle: hasArticle, sentence, document).first {
        return state.entity
      }
      if let people = described(at: noun + 1, end, document) { return people.entity }
      return doer(ofAttackAt: noun, sentence, document)
    }
    guard !next.hasConjunction, next.attached == 0 || next.attached == lexicon.alphabet.lam else {
      return nil
    }
    return document.mentions[next.mention].entity
  }

  /// Who does an attack that stands in a phrase: a relative clause, an agent, whose it is.
  private func doer(ofAttackAt noun: Int, _ sentence: Range<Int>, _ document: borrowing Document) -> Int? {
    if let doer = relativeDoer(after: noun, sentence, subjects, nil, document) { return doer.entity }
    if let possessor = possessor(after: noun, sentence, document) { return possessor.entity }
    for token in Range(noun + 1, below: min(sentence.upperBound, noun + Self.reach.agent)) {
      if reading.words[token].punctuation != .none { return nil }
      guard opensAgent(token) else { continue }
      return actors.actor(at: token + 2, limit: sentence.upperBound, in: document)?.entity
    }
    return nil
  }
}
