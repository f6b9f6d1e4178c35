import ArabicText

/// One definite word that takes up something named before: الحركة, المجلس, البلاد, المدينة, بلاده.
struct TakenUpWord {
  /// How to find what it means.
  enum Meaning {
    /// The thing last named whose name begins with this noun (a hash without article).
    case head(UInt64)
    /// The state that the article is about.
    case state
    /// The kingdom that the article is about.
    case kingdom
    /// The city last named.
    case city
    /// The state of whoever acts in the sentence.
    case ownState
    /// The person named last, of whom one speaks so: سموه, جلالته.
    case highness
    /// The president (فخامته), or the minister or other official (معاليه), spoken of last.
    case excellency(isPresident: Bool)
    /// People of whoever acts in the sentence: قواتهم, رعاياها. The noun's hash without pronoun.
    case own(UInt64, isGroup: Bool, sector: String)
  }

  var token: Int
  var clitics: Int
  var meaning: Meaning
}

extension EntityReader {
  /// Candidates for words that take up a name, in text order: free, with the article, and without an adjective that would
  /// make them mean something else.
  func takenUpWords(besides phrases: [NominalPhrase]) -> [TakenUpWord] {
    var taken = [Bool](repeating: false, count: text.tokens.count)
    for office in openOffices { for token in office.tokens { taken[token] = true } }
    for phrase in phrases { for token in phrase.tokens { taken[token] = true } }
    var words: [TakenUpWord] = []
    for token in text.tokens.indices where isArabic(token) && isFree(token) && !taken[token] {
      if let word = takenUp(token) { words.append(word) }
    }
    return words
  }

  private func takenUp(_ token: Int) -> TakenUpWord? {
    for reading in WordReadings(text, token) {
      let clitics = reading.stem.lowerBound - text.tokens[token].letters.lowerBound
      let stem = text.letters[reading.stem]
      if Self.ownStates.contains(FNV1a.hash(stem)), !isQualified(token) {
        return TakenUpWord(token: token, clitics: clitics, meaning: .ownState)
      }
      if Self.highnesses.contains(FNV1a.hash(stem)) {
        return TakenUpWord(token: token, clitics: clitics, meaning: .highness)
      }
      if Self.excellencies.contains(FNV1a.hash(stem)) {
        return TakenUpWord(
          token: token, clitics: clitics,
          meaning: .excellency(isPresident: FNV1a.hash(stem) == Self.presidency))
      }
      if let meaning = ownPeople(reading) {
        return TakenUpWord(token: token, clitics: clitics, meaning: meaning)
      }
      let bare: ArraySlice<Letter>
      if reading.hasElidedAlef {
        bare = stem.dropFirst()
      } else if stem.count > 4, stem.starts(with: [Folding.alef, Folding.lam]) {
        bare = stem.dropFirst(2)
      } else {
        continue
      }
      guard !isQualified(token) else { return nil }
      let hash = FNV1a.hash(bare)
      if Self.states.contains(hash) {
        return TakenUpWord(token: token, clitics: clitics, meaning: .state)
      }
      if Self.kingdoms.contains(hash) {
        return TakenUpWord(token: token, clitics: clitics, meaning: .kingdom)
      }
      if Self.cities.contains(hash) {
        return TakenUpWord(token: token, clitics: clitics, meaning: .city)
      }
      if Self.heads.contains(hash) {
        return TakenUpWord(token: token, clitics: clitics, meaning: .head(hash))
      }
    }
    return nil
  }

  private func ownPeople(_ reading: WordReading) -> TakenUpWord.Meaning? {
    guard !reading.hasElidedAlef, let enclitic = Enclitic.longest(of: reading.stem, in: text.letters) else {
      return nil
    }
    let pronoun = text.letters[enclitic.pronoun]
    guard pronoun.first == Folding.heh else { return nil }
    let hash = FNV1a.hash(text.letters[enclitic.stem])
    if Self.ownForces.contains(hash) { return .own(hash, isGroup: true, sector: "MIL") }
    if Self.ownGroups.contains(hash) { return .own(hash, isGroup: true, sector: "PTY") }
    if Self.ownCitizens.contains(hash) { return .own(hash, isGroup: false, sector: "CVL") }
    if Self.ownBodies.contains(hash) { return .own(hash, isGroup: false, sector: "GOV") }
    return nil
  }

  /// Whether an adjective or a name follows, so that the word is the beginning of something else.
  private func isQualified(_ token: Int) -> Bool {
    guard continues(token + 1) else { return false }
    // القناة 12, القناة الـ12
    let isNumbered =
      text.tokens[token + 1].kind == .number
      || text.letters(of: token + 1).elementsEqual([Folding.alef, Folding.lam])
    if isNumbered, Self.numbered.contains(hashBehindArticle(token)) { return true }
    guard isArabic(token + 1) else { return false }
    return hasArticle(token + 1) && !isFunction(token + 1)
  }

  private static let ownStates = hashes("بلاده بلادها بلادهم بلدها بلده بلدهم")
  private static let highnesses = hashes("سموه سموها جلالته جلالتها")
  private static let excellencies = hashes("فخامته معاليه")
  private static let presidency = FNV1a.hash(Folding.letters(of: "فخامته".utf8)[...])
  private static let ownForces = hashes("قوات مقاتلي مسلحي عناصر جنود ميليشيات مليشيات")
  private static let ownGroups = hashes("جماعت حركت تنظيم")
  private static let ownCitizens = hashes("رعايا مواطني شعب")
  private static let ownBodies = hashes("حكومت جيش سفير سفارت")
  private static let states = hashes("بلاد")
  private static let numbered = hashes("قناة")
  private static let kingdoms = hashes("مملكة")
  private static let cities = hashes("مدينة")
  private static let heads = hashes(
    """
    حركة جماعة حزب تنظيم منظمة مجلس هيئة لجنة وكالة مفوضية وزارة محكمة اتحاد حلف تحالف ائتلاف جبهة تيار كتلة نادي مرصد \
    صحيفة قناة شبكة جريدة شركة مجموعة مصرف بنك صندوق مركز معهد جامعة جمعية نقابة رابطة مؤسسة جيش شرطة مقاومة نظام \
    برلمان إدارة فصيل فرقة لواء كتائب جزيرة إقليم بلدة قرية ولاية محافظة
    """)
}
