import ArabicText
import LinguisticAnnotation

/// A description that stands for somebody without a name: مصادر محلية, مسؤول كبير في الإدارة الأميركية, قوات النظام.
struct NominalPhrase {
  var tokens: Range<Int>
  var clitics: Int
  var kind: Entity.Kind
  var sector: String?
  var country: String?
  /// Hash of the head noun without article.
  var head: UInt64
  /// The token of the head noun: how many there are, or هذه, may stand before it.
  var headToken: Int
  /// Whether it is the head alone with the article: it takes up one that was described before.
  var isBareDefinite: Bool

  func bytes(in text: TokenizedText) -> Range<Int> {
    PhraseMatch(tokens: tokens, clitics: clitics, conjunction: 0, preposition: 0).bytes(in: text)
  }
}

extension EntityReader {
  /// All descriptions whose head no name covers, in text order.
  func nominalPhrases() -> [NominalPhrase] {
    var taken = [Bool](repeating: false, count: text.tokens.count)
    for office in openOffices { for token in office.tokens { taken[token] = true } }
    for span in spans { for role in span.roles { for token in role.tokens { taken[token] = true } } }
    var phrases: [NominalPhrase] = []
    let occupier = occupier()
    for token in text.tokens.indices where isArabic(token) && isFree(token) && !taken[token] {
      guard var phrase = nominal(at: token) ?? people(at: token) else { continue }
      if phrase.country == nil,
        phrase.tokens.contains(where: isOccupation) || Self.settlers.contains(phrase.head)
      {
        phrase.country = occupier
      }
      if phrase.kind == .gpe, !standsForPlace(phrase) { continue }
      if announcesName(phrase) { continue }
      for token in phrase.tokens { taken[token] = true }
      // What it holds to may be described itself: القوات الموالية للحكومة.
      extendByAllegiance(&phrase)
      extendToQuantity(&phrase, taken)
      for token in phrase.tokens { taken[token] = true }
      if let last = phrases.last, let both = joined(last, phrase) {
        phrases[phrases.count - 1] = both
      } else {
        phrases.append(phrase)
      }
    }
    return phrases
  }

  private func nominal(at token: Int) -> NominalPhrase? {
    guard
      let found = senses.longest(
        at: token,
        { (sense: NameSense) -> (Entity.Kind, String?)? in
          if case .nominalHead(let kind, let sector) = sense { (kind, sector) } else { nil }
        }), found.match.tokens.allSatisfy(isFree), !isModifier(token, found.match),
      !isAnswerable(token)
    else { return nil }
    return nominal(found.match, found.value.0, found.value.1)
  }

  /// Whether the word says who answers for something, as a predicate: `إن الدولة مسؤولة عن الحرب`.
  private func isAnswerable(_ token: Int) -> Bool {
    guard continues(token + 1), !hasArticle(token) else { return false }
    let letters = text.letters(of: token)
    return letters.starts(with: Self.answerable) && letters.count < Self.answerable.count + 3
      && text.letters(of: token + 1).elementsEqual(Self.about)
  }
  private static let answerable = Folding.letters(of: "مسؤول".utf8)
  private static let about = Folding.letters(of: "عن".utf8)

  /// Where an article of Israel or Palestine says الاحتلال and no more, it means Israel.
  private func occupier() -> String? {
    let isMeant = senses.names { sense in
      switch sense {
      case .known(let index):
        lexicon.known[index].kind == .gpe && Self.occupied.contains(lexicon.known[index].country ?? "")
      case .nationality(let state): Self.occupied.contains(lexicon.known[state].country ?? "")
      default: false
      }
    }
    return isMeant ? "ISR" : nil
  }

  func isOccupation(_ token: Int) -> Bool {
    senses[token].contains { $0.sense.isNominalHead && $0.match.tokens.count == 1 }
      && text.letters(of: token).suffix(Self.occupation.count).elementsEqual(Self.occupation)
  }

  /// الصحفي عمر, صحفية الجزيرة سعاد علي: the title of the name behind it.
  private func announcesName(_ phrase: NominalPhrase) -> Bool {
    let next = phrase.tokens.upperBound
    guard phrase.kind == .person, continues(next), let name = span(at: next), name.kind == .person,
      name.clitics == 0, name.tokens.lowerBound == next
    else { return false }
    if phrase.isBareDefinite { return true }
    let isDefinite = hasArticle(next - 1) || span(at: next - 1) != nil
    return isDefinite && phrase.sector == "MED" && phrase.tokens.count == 2 && name.tokens.count > 1
  }

  /// العاصمة القطرية, الجانب الروسي, الاحتلال: with the article and the state it belongs to, and no name after it.
  private func standsForPlace(_ phrase: NominalPhrase) -> Bool {
    guard phrase.country != nil else { return false }
    let letters = text.letters(of: phrase.headToken).dropFirst(phrase.clitics)
    guard
      letters.starts(with: [Folding.alef, Folding.lam]) || phrase.clitics > 0 && letters.first == Folding.lam
    else {
      return false
    }
    let next = phrase.tokens.upperBound
    return !(continues(next) && span(at: next)?.kind == .gpe && span(at: next)?.clitics == 0)
  }

  /// Whether a noun for somebody is the adjective of what stands before it: مؤتمر صحفي, المساعي الدبلوماسية.
  private func isModifier(_ token: Int, _ match: PhraseMatch) -> Bool {
    guard match.clitics == 0, continues(token), isArabic(token - 1), !isFunction(token - 1) else {
      return false
    }
    let isPress =
      Self.press.contains(hashBehindArticle(token)) && Self.occasions.contains(hashBehindArticle(token - 1))
    guard isPress || evidence.tag(token) == .adjective else { return false }
    if isPress { return true }
    switch evidence.tag(token - 1) {
    case .noun, .adjective, .other, .properNoun: break
    default: return false
    }
    // مقتل مدنيين: a sound masculine plural tells of people only, like ضباط مدنيين.
    if isPluralOfPeople(token), !hasArticle(token), !isPeople(token - 1) { return false }
    return hasArticle(token) == (bearsArticle(token - 1) || endsInPronoun(token - 1))
  }

  /// Whether a word names people, so that an adjective in the sound masculine plural can be theirs.
  private func isPeople(_ token: Int) -> Bool {
    if senses.isWord(token, { $0.isNominalHead || $0.isOffice || $0.isTitle }) { return true }
    return isPluralOfPeople(token) || evidence.tag(token) == .adjective
      || text.letters(of: token).last == Folding.alef
  }

  /// Whether a noun ends in a pronoun that makes it definite: إيجازها, بلاده.
  private func endsInPronoun(_ token: Int) -> Bool {
    guard let enclitic = Enclitic.longest(of: text.tokens[token].letters, in: text.letters) else {
      return false
    }
    return enclitic.stem.count >= 3 && text.letters[enclitic.pronoun.lowerBound] != Folding.yeh
  }

  /// الفلسطينيين, ثلاثة سوريين: people by their nationality, where it stands for itself.
  private func people(at token: Int) -> NominalPhrase? {
    guard
      let hit = senses[token].first(where: {
        if case .nationality = $0.sense { $0.match.tokens.count == 1 } else { false }
      }), case .nationality(let state) = hit.sense, isPluralOfPeople(token),
      !isModifierOfPeople(token, hit.match)
    else { return nil }
    let country = lexicon.known[state].country
    return NominalPhrase(
      tokens: hit.match.tokens, clitics: hit.match.clitics, kind: .organization, sector: "CVL",
      country: country,
      head: FNV1a.hash(Array((country ?? "").utf8)[...]), headToken: token, isBareDefinite: false)
  }

  private func isPluralOfPeople(_ token: Int) -> Bool {
    let letters = text.letters(of: token)
    return letters.count > 4 && SoundPlural.isEnding(of: letters)
  }

  private func isModifierOfPeople(_ token: Int, _ match: PhraseMatch) -> Bool {
    guard continues(token), isArabic(token - 1) else { return false }
    if match.preposition != 0 || isFunction(token - 1) || evidence.tag(token - 1) == .verb { return false }
    if match.conjunction != 0 { return evidence.tag(token) == .adjective }
    if hasArticle(token), !bearsArticle(token - 1) { return false }
    // مسؤولين سوريين has an adjective, مقتل سوريين has not.
    let letters = text.letters(of: token - 1)
    return hasArticle(token) || !isFree(token - 1) || letters.last == Folding.noon
      || evidence.tag(token) == .adjective
  }

  private func nominal(_ match: PhraseMatch, _ kind: Entity.Kind, _ sector: String?)
    -> NominalPhrase?
  {
    let token = match.tokens.lowerBound
    let letters = text.letters(of: token).dropFirst(match.clitics)
    let isElided =
      match.clitics > 0 && letters.first == Folding.lam && match.preposition == Folding.lam
      && hasElided(token, match)
    let isDefinite = isElided || letters.starts(with: [Folding.alef, Folding.lam])
    let stem = isElided ? letters.dropFirst(1) : isDefinite ? letters.dropFirst(2) : letters
    var phrase = NominalPhrase(
      tokens: match.tokens, clitics: match.clitics, kind: kind, sector: sector,
      head: FNV1a.hash(SoundPlural.base(stem)), headToken: token,
      isBareDefinite: false)
    // بقيادة السعودية, لرئاسة هيئة: what somebody does, nobody.
    if !isDefinite, Self.doings.contains(phrase.head),
      match.preposition != 0
        || continues(token) && Self.under.contains(FNV1a.hash(text.letters(of: token - 1)))
    {
      return nil
    }
    // القضاء على الإرهاب is no court.
    if isDefinite, Self.courts.contains(phrase.head), continues(match.tokens.upperBound),
      Self.upon.contains(FNV1a.hash(text.letters(of: match.tokens.upperBound)))
    {
      return nil
    }
    var end = match.tokens.upperBound
    if isDefinite {
      end = adjectives(end, &phrase) {
        hasArticle($0) && (evidence.isAdjective($0) || senses.nationality($0) != nil)
      }
    } else if isPluralOfPeople(token) {
      // مستوطنون المسجد: what keeps its ن is in no construct.
      end = adjectives(end, &phrase) { isAdjective($0) }
    } else if continues(end), let span = span(at: end),
      span.kind != .person || Self.followers.contains(phrase.head),
      span.tokens.lowerBound == end,
      span.clitics == 0
    {
      // دول مالي والنيجر names them.
      if Self.many.contains(phrase.head), span.known.map({ lexicon.known[$0].class == .state }) ?? false {
        return nil
      }
      phrase.country = span.country
      if span.sector == "IGO" { phrase.sector = "IGO" }
      end = span.tokens.upperBound
    } else if continues(end), isArabic(end), hasArticle(end), !isFunction(end), isFree(end) {
      // مصدر القلق is no source that speaks.
      if Self.sources.contains(phrase.head) { return nil }
      // قوات الاحتلال المدينة: what they do something to is no adjective.
      let first = end
      let isOccupier = isOccupation(first)
      end = adjectives(end, &phrase) {
        hasArticle($0) && (!isOccupier || $0 == first || senses.nationality($0) != nil)
      }
      // نظيره المصري فلان has his name beside it.
      if Self.counterparts.contains(phrase.head), continues(end), span(at: end)?.kind == .person {
        return nil
      }
    } else if let body = construct(end) {
      // وزراء خارجية الاتحاد الأوروبي
      phrase.country = body.country
      end = body.end
    } else {
      end = adjectives(end, &phrase) { isAdjective($0) }
    }
    if continues(end), isArabic(end), Self.ranks.contains(FNV1a.hash(text.letters(of: end))) {
      end =
        continues(end + 1) && Self.levels.contains(FNV1a.hash(text.letters(of: end + 1))) ? end + 2 : end + 1
    }
    if continues(end), isArabic(end), let span = bodyInside(end) {
      if phrase.country == nil { phrase.country = span.country }
      if phrase.country == nil, span.sector == "IGO" { phrase.sector = "IGO" }
      end = span.tokens.upperBound
    }
    // مصدر إطلاق النار, too, is no source that speaks.
    if !isDefinite, Self.sources.contains(phrase.head), end == match.tokens.upperBound, isGenitive(end) {
      return nil
    }
    phrase.isBareDefinite = isDefinite && end == match.tokens.upperBound
    // الدول, الشعب: which is said by what follows, or not at all.
    if end == match.tokens.upperBound, Self.many.contains(phrase.head) { return nil }
    phrase.tokens = match.tokens.lowerBound..<end
    if phrase.country == nil, Range(token + 1, below: end).contains(where: isInternational) {
      phrase.sector = "IGO"
    }
    return phrase
  }

  /// The body that somebody is of: مسؤول في الوزارة, مسؤول بوزارة الدفاع.
  private func bodyInside(_ token: Int) -> NameSpan? {
    if Self.inside.contains(FNV1a.hash(text.letters(of: token))), continues(token + 1) {
      guard let span = span(at: token + 1), span.kind == .organization, span.tokens.lowerBound == token + 1
      else { return nil }
      return span
    }
    guard let span = span(at: token), span.kind == .organization, span.tokens.lowerBound == token,
      span.clitics == 1, startsWith(token, Folding.beh)
    else { return nil }
    return span
  }

  /// Whether a noun without article stands there that another with it follows: إطلاق النار.
  private func isGenitive(_ token: Int) -> Bool {
    continues(token) && continues(token + 1) && isArabic(token) && !isFunction(token)
      && evidence.tag(token) == .noun && (evidence.proclitics(token) ?? 0) == 0 && hasArticle(token + 1)
  }

  private func isInternational(_ token: Int) -> Bool {
    Self.international.contains(hashBehindArticle(token))
  }

  /// How many letters of clitics stand before هذا or هذه, nil where the word is no demonstrative.
  func demonstrative(at token: Int) -> Int? {
    token >= 0 && isArabic(token) ? clitics(before: Self.demonstratives, at: token) : nil
  }

  func clitics(before words: Set<UInt64>, at token: Int) -> Int? {
    for reading in WordReadings(text, token) where !reading.hasElidedAlef {
      if words.contains(FNV1a.hash(text.letters[reading.stem])) {
        return reading.stem.lowerBound - text.tokens[token].letters.lowerBound
      }
    }
    return nil
  }

  /// One more noun in construct, and the name that ends it.
  private func construct(_ token: Int) -> (end: Int, country: String?)? {
    guard continues(token), continues(token + 1), isArabic(token), isFree(token), !isFunction(token),
      !hasArticle(token),
      evidence.tag(token) == .noun, (evidence.proclitics(token) ?? 0) == 0,
      let span = span(at: token + 1), span.tokens.lowerBound == token + 1, span.clitics == 0,
      span.kind != .person
    else { return nil }
    return (span.tokens.upperBound, span.country)
  }

  private func hasElided(_ token: Int, _ match: PhraseMatch) -> Bool {
    let letters = text.letters(of: token)
    return letters[letters.startIndex + match.clitics - 1] == Folding.lam
  }

  private func adjectives(
    _ start: Int, _ phrase: inout NominalPhrase, _ agrees: (Int) -> Bool
  ) -> Int {
    var next = start
    while next < start + 4, continues(next), isArabic(next), isFree(next), !isFunction(next),
      agrees(next)
    {
      if senses.isWord(next, { $0.isOffice || $0.isTitle }), next > start || !evidence.isAdjective(next) {
        break
      }
      if senses.isWord(next, { $0.isNominalHead }),
        next > start && evidence.tag(next) != .adjective
          || text.letters(of: next).last == Folding.alef && text.letters(of: next - 1).last != Folding.alef
      {
        // قتل مسلح سائحا: an accusative of another noun.
        break
      }
      // قوات الأمن السودانية المتظاهرين: people whom something is done to, no adjective of bodies.
      if isPluralOfPeople(next), isOfBodies(next - 1, isHead: next == start) { break }
      if let state = senses.nationality(next) { phrase.country = lexicon.known[state].country }
      next += 1
    }
    return next
  }

  /// Whether a word tells of bodies, not of people: the adjective السودانية, the head القوات.
  private func isOfBodies(_ token: Int, isHead: Bool) -> Bool {
    let letters = text.letters(of: token)
    guard let last = letters.last else { return false }
    // الشرطة المحتجين, but القادة الأوروبيين
    if isHead, Self.singular.contains(hashBehindArticle(token)) { return true }
    return isHead
      ? last == Folding.teh && letters.dropLast().last == Folding.alef : last == Folding.heh
  }

  /// Whether an indefinite word looks like an adjective of origin or one that sources have.
  private func isAdjective(_ token: Int) -> Bool {
    if senses.nationality(token) != nil { return true }
    if hasArticle(token) { return false }
    if evidence.tag(token) == .adjective, (evidence.proclitics(token) ?? 0) == 0 { return true }
    return Self.sourceAdjectives.contains(FNV1a.hash(text.letters(of: token)))
  }

  private static let singular = hashes("شرطة حكومة معارضة مقاومة رئاسة قيادة جيش")
  private static let settlers = Set(
    ["مستوطن", "مستوطنا", "مستوطنون", "مستوطنين"].map { SoundPlural.base(Folding.letters(of: $0.utf8)[...]) }
      .map { FNV1a.hash($0) })
  private static let occupied: Set<String> = ["ISR", "PSE"]
  private static let occupation = Folding.letters(of: "احتلال".utf8)
  /// Plurals of nationality that are no sound ones.
  private static let brokenPlurals = hashes(
    "مغاربة أتراك روس ألمان إسبان صرب قبارصة للمغاربة لمغاربة لأتراك لروس")
  /// Adjectives of what belongs to no one state.
  private static let international = hashes("أوروبي أوروبية أوروبيون أوروبيين أممي أممية أمميون أمميين")
  private static let inside = hashes("في من")
  private static let ranks = hashes("رفيع رفيعة كبير كبيرة رفيعو رفيعي")
  private static let levels = hashes("المستوى")
  private static let doings = hashes("قيادة رئاسة")
  private static let under = hashes("تحت")
  private static let courts = hashes("قضاء")
  private static let upon = hashes("على")
  private static let press = hashes("صحفي صحافي صحفية صحافية صحفيا صحافيا")
  private static let occasions = hashes(
    """
    تصريح تصريحات مؤتمر بيان بيانا بيانات بلاغ بلاغا حوار حوارا لقاء إيجاز إيجازا اتصال اتصالا حديث حديثا ندوة مقابلة \
    مداخلة تقرير تقريرا تقارير مقال مقالا تحقيق تحقيقا مؤتمرا تصريحا
    """)
  private static let sources = hashes("مصدر")
  static let counterparts = hashes("نظيره نظيرها نظيرته نظيرتها")
  /// Nouns that a person's name follows: whose they are.
  private static let followers = hashes("قوات ميليشيا ميليشيات مليشيا مليشيات مقاتلي مسلحي حكومة كتائب أنصار")
  private static let many = hashes("دول شعب")
  private static let demonstratives = hashes("هذا هذه هؤلاء ذلك تلك أولئك")
  private static let sourceAdjectives = hashes(
    """
    أمني أمنية أمنيون أمنيين عسكري عسكرية عسكريون عسكريين محلي محلية محليون محليين مطلع مطلعة مطلعون مطلعين رفيع رفيعة \
    كبير كبار كبيرة حكومي حكومية حكوميون حكوميين دبلوماسي دبلوماسية دبلوماسيون دبلوماسيين طبي طبية رسمي رسمية رسميون \
    ميداني ميدانية مسلح مسلحة مسلحون مسلحين سياسي سياسية سياسيون سياسيين إعلامي إعلامية برلماني برلمانية قضائي قضائية \
    قبلي قبلية مقرب مقربة مقربون مقربين سابق سابقة سابقون سابقين موثوق موثوقة خاص خاصة غربي غربية غربيون غربيين عربي \
    عربية معارض معارضة معارضون معارضين حربية شيعية سنية كردية متشددة متطرفة متشددون متشددين مجهولون مجهولين مجهول \
    فلسطينية دولي دولية دوليون دوليين أوروبي أوروبية أوروبيون أوروبيين أممي أممية إسلامية يسارية موالية
    """)
}
