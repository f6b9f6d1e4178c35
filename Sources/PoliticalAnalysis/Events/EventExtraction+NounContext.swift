import ArabicText
import LinguisticAnnotation

/// What stands around an event's noun: whether it is told, done, real, and whose its genitive is.
extension EventExtraction {
  /// Whether a deed whose doer nobody names is only spoken of: `قضية اغتيال الوزير`, `لاختطاف الطبيب`, `في مقتل الجندي`. What
  /// is announced, or what something led to, is told: `أسفر عن مقتل`, `باستهداف حافلة`.
  func isBackground(
    _ match: Match, _ entry: EventEntry, _ sentence: Range<Int>, _ document: borrowing Document
  ) -> Bool {
    guard ["ASSAULT", "COERCE", "CONCEDE"].contains(entry.type), match.token > sentence.lowerBound else {
      return false
    }
    if match.preposition == lexicon.alphabet.lam || match.suffix != .none { return true }
    // يسعى إلى إطلاق سراحهم
    if entry.type == "CONCEDE", lexicon.keywords.ila.contains(reading.bareLetters(match.token - 1)) {
      return true
    }
    let before = reading.words[match.token - 1]
    guard before.isArabic, before.mention < 0, match.conjunction == 0, match.preposition == 0 else {
      return false
    }
    switch before.function {
    case .preposition:
      let letters = reading.bareLetters(match.token - 1)
      if lexicon.keywords.an.contains(letters) || lexicon.keywords.after.contains(letters)
        || entry.type == "ASSAULT" && lexicon.keywords.ila.contains(letters)
      {
        return false
      }
      return match.token - 2 < sentence.lowerBound || document.tag(of: match.token - 2) != .verb
    case .none:
      return document.tag(of: match.token - 1) == .noun && Int(reading.cueOf[match.token - 1]) < 0
        && !reading.matches[before.matches].contains { $0.reading.form.isFinite }
    default: return false
    }
  }

  /// Whose deed the noun before is, where و joins this one to it: `دعم الشعب ووقوفه إلى جانب الحكومة`.
  func joinedHolder(_ match: Match, _ document: borrowing Document) -> Int? {
    guard match.conjunction > 0, match.token > 0, let last = events.last, let source = last.source,
      last.rule.hasPrefix("event.noun.genitive"), last.trigger.lowerBound > match.token - 7
    else { return nil }
    let before = reading.words[match.token - 1].mention
    return before >= 0 && document.mentions[before].entity == source ? source : nil
  }

  /// Whose the noun's pronoun says it is: who acts in the sentence, where the gender allows that.
  func owner(_ match: Match, _ sentence: Range<Int>, _ document: borrowing Document) -> Int? {
    guard let subject else { return nil }
    if match.suffix == .them, match.token - 2 >= sentence.lowerBound {
      // بالتواطؤ مع المتمردين في حصارهم: those named right before.
      for token in [match.token - 1, match.token - 2] where reading.words[token].mention >= 0 {
        let near = document.mentions[reading.words[token].mention].entity
        if near != subject, document.entities[near].kind == .organization { return near }
      }
    }
    let gender = Gender(of: document.entities[subject], lexicon: lexicon)
    let isOther =
      match.suffix == .her && gender == .masculine || match.suffix == .him && gender == .feminine
      || match.suffix == .them && document.entities[subject].kind == .person
    return isOther ? arguments.pronoun(match, subject, sentence, document).first ?? subject : subject
  }

  /// Who says what begins with the noun, where the noun's pronoun can be his: `أعربت الحكومة، التي …، عن إدانتها`.
  func announcer(_ match: Match, _ document: borrowing Document) -> Int? {
    guard opensContent(match.token, document), match.suffix == .him || match.suffix == .her,
      let speaker = arguments.speaker(around: match.token, document),
      Gender(of: document.entities[speaker], lexicon: lexicon).agrees(
        with: match.suffix == .him ? .masculine : .feminine)
    else { return nil }
    return speaker
  }

  /// Whether the noun is part of a ministry's name: `وزير الخارجية والتعاون الدولي`.
  func isPortfolio(_ match: Match, _ sentence: Range<Int>) -> Bool {
    if match.conjunction == 0, match.token > sentence.lowerBound,
      lexicon.keywords.ministers.contains(reading.bareLetters(match.token - 1))
    {
      // وزراء دفاع دول التحالف
      return true
    }
    if match.conjunction > 0, !match.hasArticle, match.token - 2 >= sentence.lowerBound,
      lexicon.keywords.ministers.contains(reading.bareLetters(match.token - 2))
    {
      // وزيرا خارجية ودفاع الدولة
      return true
    }
    guard match.conjunction > 0, match.hasArticle else { return false }
    for token in stride(from: match.token - 1, through: max(sentence.lowerBound, match.token - 5), by: -1) {
      if reading.words[token].mention >= 0 || !reading.words[token].hasArticle {
        return lexicon.keywords.ministers.contains(reading.bareLetters(token))
      }
    }
    return false
  }

  /// Whether it is a complaint or a suit.
  func isLegal(_ entry: EventEntry) -> Bool {
    entry.cameo.hasPrefix("114") || entry.cameo.hasPrefix("115")
  }

  /// Whether a noun is what somebody announces, or what something came after: `أعلن موافقة`, `عن موافقة`, `بعد موافقة`.
  func isTold(_ token: Int, _ sentence: Range<Int>, _ document: borrowing Document) -> Bool {
    guard token > sentence.lowerBound else { return true }
    if opensContent(token, document),
      speechAct(token, document).map({ !["deny", "doubt"].contains($0) }) ?? false
    {
      return true
    }
    if reading.words[token].function == .none, Int(reading.cueOf[token - 1]) >= 0 { return true }
    let before = reading.letters(token - 1)
    return lexicon.keywords.an.contains(before) || lexicon.keywords.after.contains(before)
      || (reading.words[token - 1].mention >= 0 && Int(reading.saying[token]) >= 0)
  }

  /// Verbs of consent, which others tell of: `أعلن المبعوث موافقة الأطراف`.
  private static let consents: Set<String> = ["وافق", "قبل"]

  /// Whether somebody utters what the noun says, by its light verb: `جددت الدولة دعوتها`, `أبدت استعدادها`.
  func isVoiced(_ match: Match, _ entry: EventEntry, _ sentence: Range<Int>) -> Bool {
    guard !match.hasArticle,
      entry.type != "AGREE" || match.suffix != .none || Self.consents.contains(entry.lemma),
      let light = arguments.lightVerb(before: match.token, entry.type, sentence), !light.isTarget,
      light.match.reading.form.isFinite
    else { return false }
    return !lexicon.lightVerbs[light.match.reading.entry].types.isEmpty
  }

  /// The act of the speech that the token stands in.
  private func speechAct(_ token: Int, _ document: borrowing Document) -> String? {
    let index = Int(reading.saying[token])
    return index >= 0 ? document.statements[index].act : nil
  }

  /// Whether a noun of attitude stands right behind its light verb and subject: `أعربت تركيا عن رفضها`; deeds may stand farther.
  func isNear(
    _ light: Match, _ match: Match, _ entry: EventEntry, _ sentence: Range<Int>,
    _ document: borrowing Document
  ) -> Bool {
    guard ["AGREE", "SUPPORT", "REJECT"].contains(entry.type) else { return true }
    let subject = subjects.following(light.token, in: sentence, document)
    return match.token - max(light.token, (subject?.tokens.upperBound ?? 0) - 1) <= 5
  }

  /// Whether a verb of happening governs the noun: `تم خلال الزيارة التوقيع`.
  func isDone(_ token: Int, _ sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, token - 5)..<token).contains {
      isHappening($0)
    }
  }

  /// Whether a genitive does what its noun says, because ل joins the object, or people stand right behind a body or state:
  /// `اغتيال إسرائيل لقياداتها`, `إعدام المملكة رجل الدين`, `اعتقال إسرائيل الصحفيين`.
  func isDoer(_ genitive: Actor, _ sentence: Range<Int>, _ document: borrowing Document) -> Bool {
    let next = genitive.tokens.upperBound
    guard next < sentence.upperBound, document.entities[genitive.entity].kind != .person else { return false }
    let word = reading.words[next]
    if word.mention >= 0 {
      guard word.attached == 0, !word.hasConjunction else { return false }
      let mention = document.mentions[word.mention]
      return document.entities[mention.entity].kind == .person
        || mention.kind == .nominal && mention.tokens.lowerBound == next
    }
    guard word.function == .none else { return false }
    if isPeople(next), let last = genitive.tokens.last, !isPeople(last) { return true }
    let letters = reading.letters(next)
    // اعتقال الشرطة لعدد من الشبان
    if letters.first == lexicon.alphabet.lam, lexicon.keywords.counts.contains(letters.dropFirst()) {
      return true
    }
    return letters.count > 4 && letters.first == lexicon.alphabet.lam
      && (letters.last == lexicon.alphabet.ha
        || letters.last == lexicon.alphabet.alef && letters.dropLast().last == lexicon.alphabet.ha)
      && !lexicon.keywords.nounsInLam.contains(letters)
  }

  /// Whether a word is a sound masculine plural in its oblique form, which tells of people: الصحفيين, but not يومين.
  private func isPeople(_ token: Int) -> Bool {
    let letters = reading.letters(token)
    return letters.count > 5 && SoundPlural.isOblique(letters)
      && !lexicon.keywords.durations.contains(letters)
  }

  /// Deeds that are told where a verb of happening says that they took place, though nobody in them has a name.
  private static let toldByHappening: Set<String> = [
    "PROTEST", "CONCEDE", "COERCE", "ASSAULT", "RETREAT", "MOBILIZE",
  ]

  /// Whether a verb of happening stands right before the noun: `تم الإفراج عن السفينة`, `تتواصل الاحتجاجات`.
  private func isSaidToHappen(_ match: Match, _ sentence: Range<Int>) -> Bool {
    match.token > sentence.lowerBound && match.conjunction == 0 && match.preposition == 0
      && match.suffix == .none
      && isHappening(match.token - 1)
  }

  /// Whether the word is a verb of happening: تواصلت، وتتواصل.
  private func isHappening(_ token: Int) -> Bool {
    let letters = reading.letters(token)
    return lexicon.keywords.light.contains(reading.bareLetters(token))
      || letters.first == lexicon.alphabet.waw && lexicon.keywords.light.contains(letters.dropFirst())
  }

  /// Whose state of mind a predicate with على tells: `الحكومة على استعداد للحوار`, `إنه على أهبة الاستعداد`.
  func predicated(_ match: Match, _ sentence: Range<Int>, _ document: borrowing Document) -> Int? {
    guard match.token - 2 >= sentence.lowerBound, match.conjunction == 0, match.preposition == 0,
      lexicon.keywords.ala.contains(reading.letters(match.token - 1)), !match.hasArticle
    else { return nil }
    let before = match.token - 2
    if arguments.isOwnPronoun(before) || arguments.isOwnState(before, sentence) {
      return arguments.speaker(around: match.token, document)
    }
    let word = reading.words[before]
    return word.mention >= 0 && word.attached == 0 ? document.mentions[word.mention].entity : nil
  }

  /// Whether the noun stands under a word of what may never be: `في حال هجوم`, `خشية اندلاع مواجهات`.
  func isUnreal(_ token: Int, _ sentence: Range<Int>) -> Bool {
    (max(sentence.lowerBound, token - 3)..<token).contains {
      reading.words[$0].mention < 0 && lexicon.keywords.unreal.contains(reading.bareLetters($0))
    }
  }

  /// Whether a verb of cancelling or cutting off governs the noun, with nothing but its subject between them: `ألغى الرئيس
  /// زيارته`, `علقت الدولة مساعداتها`.
  func isCancelled(_ noun: Int, _ sentence: Range<Int>, _ document: borrowing Document) -> Bool {
    for token in (max(sentence.lowerBound, noun - Self.cancelReach)..<noun).reversed() {
      let word = reading.words[token]
      if word.mention >= 0 { continue }
      if lexicon.keywords.cancelling.contains(reading.bareLetters(token)) { return true }
      guard word.isArabic, word.function == .none, word.hasArticle || word.tag == .noun, word.tag != .verb
      else { return false }
    }
    return false
  }

  /// Whether a light verb's noun is what the event before in its clause demands or threatens: `لوح بفرض عقوبات`.
  func isOnlyWanted(_ light: Int, _ sentence: Range<Int>) -> Bool {
    guard let last = events.last, last.type == "REQUEST" || last.type == "THREATEN",
      sentence.contains(last.trigger.lowerBound), last.trigger.upperBound <= light,
      light - last.trigger.upperBound < Self.cancelReach
    else { return false }
    return !(last.trigger.upperBound..<light).contains {
      reading.words[$0].punctuation == .comma || reading.words[$0].tag == .verb
    }
  }

  /// Whether the verbal noun of a light verb is only what somebody speaks of, or what a draft is for, so that who acts in the
  /// sentence does not do it: `قال إن تشديد العقوبات عديم الجدوى`, `مشروع قرار لتشديد العقوبات`.
  func isSpokenOf(_ light: Match, _ sentence: Range<Int>) -> Bool {
    guard light.suffix == .none, light.token > sentence.lowerBound, light.conjunction == 0 else {
      return false
    }
    if reading.words[light.token - 1].function == .complementiser { return true }
    guard light.preposition == lexicon.alphabet.lam else { return false }
    return (max(sentence.lowerBound, light.token - Self.draftReach)..<light.token).contains {
      reading.words[$0].mention < 0 && lexicon.keywords.papers.contains(reading.letters($0))
    }
  }

  /// How far before what a draft is for it may stand.
  private static let draftReach = 3

  /// How far before a noun the verb may stand that cancels it.
  private static let cancelReach = 9

  /// How far behind a noun of meeting مع may stand.
  private static let meetingReach = 4

  /// Whether مع follows a definite noun of meeting, past its adjectives: `المباحثات الثنائية مع إيران` are those of who speaks
  /// of them.
  func isWith(_ match: Match, _ sentence: Range<Int>) -> Bool {
    for token in match.token
      + 1..<max(match.token + 1, min(match.token + Self.meetingReach, sentence.upperBound))
    {
      if lexicon.keywords.with.contains(reading.letters(token)) { return true }
      guard reading.words[token].hasArticle, reading.words[token].mention < 0 else { return false }
    }
    return false
  }

  /// Whether the noun's genitive is something that is nobody: `وصول القمح إلى البلاد`.
  func hasForeignGenitive(_ match: Match, _ sentence: Range<Int>, _ document: borrowing Document) -> Bool {
    let next = match.token + 1
    guard match.suffix == .none, !match.hasArticle, next < sentence.upperBound else { return false }
    let word = reading.words[next]
    return word.isArabic && word.mention < 0 && word.function == .none && word.hasArticle
      && word.attached == 0
      && document.tag(of: next) == .noun
  }

  /// How far before a verbal noun may stand whose will it is.
  private static let willingReach = 6

  private func isWilling(_ letters: ArraySlice<Letter>) -> Bool {
    lexicon.keywords.willing.contains(letters)
      || letters.first == lexicon.alphabet.ba && lexicon.keywords.willing.contains(letters.dropFirst())
  }

  /// Whose will or effort the verbal noun of a light verb depends on: `حرص الدولة على إيصال المساعدات`.
  func willing(_ light: Match, _ sentence: Range<Int>, _ document: borrowing Document) -> Int? {
    guard !light.reading.form.isFinite, light.token + 1 < sentence.upperBound else { return nil }
    let next = reading.words[light.token + 1]
    if next.mention >= 0, next.attached == 0, !next.hasConjunction, light.suffix == .none, !light.hasArticle {
      // تنفيذ الدولة هجمات
      return arguments.actors.actor(at: light.token + 1, limit: sentence.upperBound, in: document)?.entity
    }
    for token in stride(
      from: light.token - 2, through: max(sentence.lowerBound, light.token - Self.willingReach), by: -1)
    where reading.words[token].mention < 0 && isWilling(reading.bareLetters(token)) {
      return arguments.actors.actor(at: token + 1, limit: light.token, in: document)?.entity
    }
    return nil
  }

  /// Whether a noun is an event though nobody in it has a name: `مظاهرات حاشدة`, `مقتل ثلاثة أشخاص`.
  func tellsAlone(_ entry: EventEntry, _ match: Match, _ sentence: Range<Int>) -> Bool {
    if entry.isWeak || entry.needsTarget { return false }
    if isSaidToHappen(match, sentence), Self.toldByHappening.contains(entry.type) { return true }
    if entry.type == "PROTEST" { return entry.hasCompanion || !match.hasArticle }
    return entry.type == "ASSAULT" && entry.genitive == .target && !match.hasArticle && match.suffix == .none
      && arguments.hasObject(after: match.token, sentence)
  }
}
