import ArabicText
import LinguisticAnnotation

extension EntityReader {
  // MARK: the extent of a person's name

  /// Where the person's name that begins at a token ends; nil where none does.
  ///
  /// After a title or office (`isAnnounced`) any word that is not ordinary may begin a name; elsewhere a first name must.
  func personName(from start: Int, isAnnounced: Bool, isRoyal: Bool = false) -> Int? {
    guard start < text.tokens.count, isArabic(start), isFree(start) else { return nil }
    var next = start
    if senses.isWord(start, { $0.isPrefix }) && !senses.isWord(start, { $0.isFirstName }) {
      guard continues(start + 1), isArabic(start + 1), !isFunction(start + 1) else { return nil }
      next += 1
    } else if isDivineName(start) {
      next += 1
    } else if !senses.isWord(start, { $0.isFirstName }) {
      guard isAnnounced, isNameWord(start), !isTakenByClitic(start) else { return nil }
      if senses.isWord(start, { $0.isPlaceHead })
        || hasArticle(start)
          && (senses.isWord(start, { $0.isOrganizationHead || $0.isNominalHead })
            || Self.territories.contains(hashBehindArticle(start)))
      {
        return nil
      }
      if isPlace(start) || isAdjectiveAlone(start) { return nil }
    } else if isFunction(start) {
      // الشيخ صباح خالد, but not نبه الأمير على ضرورة: a name must follow.
      guard isRoyal, continues(start + 1), senses.isWord(start + 1, { $0.isFirstName || $0.isInfix }),
        !isFunction(start + 1)
      else { return nil }
    }
    next += 1
    if continues(next), isArabic(next), text.letters(of: next).elementsEqual(Self.allah),
      senses.isWord(start, { $0.isFirstName })
    {
      // فضل الله, نصر الله
      next += 1
    }
    while next < start + 7, continues(next), isArabic(next), isFree(next) || isPerson(next) {
      if let span = span(at: next) {
        // A family name that the gazetteer knows.
        guard span.clitics == 0, span.tokens.lowerBound == next, span.tokens.count < 3,
          span.roles.isEmpty
        else { break }
        next = span.tokens.upperBound
        continue
      }
      guard let end = extend(next, first: start, isRoyal: isRoyal, isAnnounced: isAnnounced) else {
        break
      }
      next = end
    }
    return next
  }

  /// فضل الله, نصر الله: a noun and God's name.
  private func isDivineName(_ token: Int) -> Bool {
    continues(token + 1) && isArabic(token + 1) && text.letters(of: token + 1).elementsEqual(Self.allah)
      && Self.divine.contains(FNV1a.hash(text.letters(of: token)))
  }

  /// The end of the name's next part, where the word at `next` goes on with the name that begins at `first`.
  private func extend(_ next: Int, first: Int, isRoyal: Bool, isAnnounced: Bool) -> Int? {
    if senses.isWord(next, { $0.isInfix }) || senses.isWord(next, { $0.isPrefix }) {
      guard continues(next + 1), isArabic(next + 1), !isFunction(next + 1) else { return nil }
      if senses.isWord(next + 1, { $0.isPrefix }), continues(next + 2), isArabic(next + 2),
        !isFunction(next + 2)
      {
        return next + 3  // بن عبد العزيز
      }
      return next + 2
    }
    if senses.isWord(next, { $0.isOrdinal }) {
      return isRoyal
        || next == first + 1 && Self.rulers.contains(FNV1a.hash(text.letters(of: first)))
        || next == first + 2 && isRoyal ? next + 1 : nil
    }
    if isFunction(next) || senses.isWord(next, { $0.isNationality || $0.isQualifier }) {
      return nil
    }
    if text.tokens[next].letters.count < 2 { return nil }
    // شكري توجه: a verb, unless the word is a name too.
    if evidence.tag(next) == .verb, !senses.isWord(next, { $0.isFirstName || $0.isKnown }) { return nil }
    // فلان للجزيرة, فلان بدم: a preposition and its noun.
    if hasElidedArticle(next)
      || (evidence.proclitics(next) ?? 0) > 0 && !evidence.isTaggedName(next)
        && !senses.isWord(next, { $0.isFirstName || $0.isKnown })
    {
      return nil
    }
    if senses[next].contains(where: {
      $0.match.clitics == 0 && ($0.sense.isTitle || $0.sense.isOffice)
    }) {
      return isFamilyOfTrade(next, first: first) ? next + 1 : nil
    }
    if senses.isWord(next, { $0.isFirstName }) { return next + 1 }
    if isTakenByClitic(next) { return nil }
    if isPlace(next), !hasArticle(next) { return nil }
    // One ordinary word, too, between a first name and what cannot belong to a name, or before a real family name.
    if isOrdinary(next), !hasArticle(next), next == first + 1,
      senses.isWord(first, { $0.isFirstName }),
      !senses[next].contains(where: { $0.match.clitics > 0 && $0.sense.isFunction })
    {
      if isAnnounced,
        !continues(next + 1) || isFunction(next + 1) || isSpeechVerb(next + 1)
          || text.tokens[next + 1].kind != .arabic
      {
        return next + 1
      }
      if isNameWord(next + 1), !isTakenByClitic(next + 1), !isPlace(next + 1), isFree(next + 1) {
        return next + 2
      }
    }
    if !isOrdinary(next) {
      return senses.isWord(next, { $0.isOrganizationHead || $0.isPlaceHead || $0.isNominalHead })
        ? nil : next + 1
    }
    if isAnnounced, !isRoyal, isFamilyOfCraft(next, first: first) { return next + 1 }
    // An ordinary word with the article of origin may still be a family name right after a first name: العربي.
    let letters = text.letters(of: next)
    let isNisba = hasArticle(next) && letters.last == Folding.yeh && letters.count > 5
    return isNisba && next == first + 1 && senses.isWord(first, { $0.isFirstName }) ? next + 1 : nil
  }

  /// السفير أحمد القطان: behind an office and a first name, an ordinary noun with the article that neither is somebody nor has
  /// an adjective.
  private func isFamilyOfCraft(_ token: Int, first: Int) -> Bool {
    guard token == first + 1, hasArticle(token), senses.isWord(first, { $0.isFirstName }), !isOrdinary(first),
      evidence.tag(token) == .noun || evidence.isTaggedName(token),
      !senses.isWord(
        token,
        {
          $0.isTitle || $0.isOffice || $0.isNationality || $0.isQualifier || $0.isOrganizationHead
            || $0.isPlaceHead
            || $0.isNominalHead || $0.isKnown
        })
    else { return false }
    let next = token + 1
    guard continues(next), isArabic(next) else { return true }
    return isFunction(next) || isSpeechVerb(next) || evidence.tag(next) == .verb
  }

  /// سالم الطيار, كريم الحاج: a title as a family name, right after a first name and before no other name.
  private func isFamilyOfTrade(_ token: Int, first: Int) -> Bool {
    guard token == first + 1, hasArticle(token), senses.isWord(first, { $0.isFirstName }), !isOrdinary(first),
      !senses.isWord(token, { $0.isOffice || $0.isNationality })
    else { return false }
    let next = token + 1
    guard continues(next), isArabic(next) else { return true }
    return isFunction(next) || isSpeechVerb(next) || evidence.tag(next) == .verb
  }

  /// Whether a word with ال is an adjective rather than a family name: one that bodies have, or a feminine of origin.
  private func isAdjectiveAlone(_ token: Int) -> Bool {
    guard hasArticle(token) else { return false }
    return senses.isWord(token, { $0.isQualifier || $0.isOrdinal })
      || text.letters(of: token).suffix(2).elementsEqual([Folding.yeh, Folding.heh])
  }

  /// Whether the word is و ف ب ل ك and something that stands by itself: وبلينكن, لبوتين, وقال.
  private func isTakenByClitic(_ token: Int) -> Bool {
    if senses.isWord(token, { $0.isFirstName || $0.isKnown }) { return false }
    let letters = text.letters(of: token)
    guard letters.count > 3, let first = letters.first else { return false }
    if first == Folding.waw { return true }
    guard
      first == Folding.beh || first == Folding.lam || first == Folding.feh || first == Folding.kaf
    else {
      return false
    }
    return senses[token].contains { hit in
      guard hit.match.clitics > 0 else { return false }
      return hit.sense.isKnown || hit.sense.isFirstName || hit.sense.isFunction
    }
  }

  func isPlace(_ token: Int) -> Bool {
    senses[token].contains { hit in
      guard hit.match.clitics == 0, case .known(let index) = hit.sense else { return false }
      return lexicon.known[index].kind != .person
    }
  }

  private func isPerson(_ token: Int) -> Bool { span(at: token)?.kind == .person }

  private static let territories = hashes("مدينة ولاية مقاطعة إقليم منطقة محافظة بلدة قرية جهة بلدية جزيرة")
  /// The second word of نور الدين, which begins no name: الدين الخارجي is debt.
  private static let faith = Folding.letters(of: "الدين".utf8)
  private static let allah = Folding.letters(of: "الله".utf8)
  private static let divine = hashes("فضل نصر سيف ضيف عطا جاد خير فتح حبيب رزق سعد لطف هبة جار شكر أمان نعمة")
  private static let rulers = hashes(
    "محمد الحسن عبدالله فيصل فيليبي بنديكتوس بولس يوحنا تشارلز إليزابيث خوان نيقولا")

  // MARK: first names

  /// Names that begin with a first name and have at least two words.
  mutating func readPersonsByFirstName() {
    var token = 0
    while token < text.tokens.count {
      defer { token += 1 }
      guard isArabic(token), isFree(token) else { continue }
      let begins = senses.longest(at: token) { (sense: NameSense) -> Bool? in
        switch sense {
        case .firstName(let isFeminine): isFeminine
        case .prefix: false
        default: nil
        }
      }
      if begins == nil, isDivineName(token), let end = personName(from: token, isAnnounced: false),
        end > token + 2
      {
        acceptPerson(NameSpan(tokens: token..<end, clitics: 0, kind: .person, isFeminine: false))
        token = end - 1
        continue
      }
      guard let begins, begins.match.tokens.count == 1,
        !text.letters(of: token).dropFirst(begins.match.clitics).elementsEqual(Self.faith)
      else { continue }
      let isBare = begins.match.clitics == 0
      if isBare {
        guard let end = personName(from: token, isAnnounced: false), end >= token + 2 else {
          continue
        }
        if isOrdinary(token), end == token + 2, isOrdinary(token + 1) || isNounBeforeDual(token) { continue }
        acceptPerson(
          NameSpan(
            tokens: token..<end, clitics: 0, kind: .person, isFeminine: firstNameGender(token)))
        token = end - 1
      } else {
        guard !isFunction(token), !isOrdinary(token), continues(token + 1), isArabic(token + 1),
          isFree(token + 1),
          let end = nameAfterClitic(token), end >= token + 2
        else { continue }
        acceptPerson(
          NameSpan(
            tokens: token..<end, clitics: begins.match.clitics, kind: .person,
            isFeminine: begins.value))
        token = end - 1
      }
    }
  }

  /// كامل السلطتين: an ordinary noun before one in the dual or plural.
  private func isNounBeforeDual(_ token: Int) -> Bool {
    evidence.tag(token) == .noun && evidence.isOutside(token) && hasArticle(token + 1)
      && text.letters(of: token + 1).suffix(2).elementsEqual([Folding.yeh, Folding.noon])
  }

  /// The end of a name whose first word has clitics: وأبو مهدي المهندس, لعلي لاريجاني.
  private func nameAfterClitic(_ start: Int) -> Int? {
    var next = start + 1
    if senses[start].contains(where: {
      $0.sense.isPrefix && $0.match.clitics > 0 && $0.match.tokens.count == 1
    }) {
      guard !isFunction(next) else { return nil }
      next += 1
    }
    while next < start + 7, continues(next), isArabic(next), isFree(next) || isPerson(next) {
      if let span = span(at: next) {
        guard span.clitics == 0, span.tokens.lowerBound == next, span.roles.isEmpty else { break }
        next = span.tokens.upperBound
        continue
      }
      guard let end = extend(next, first: start, isRoyal: false, isAnnounced: false) else { break }
      next = end
    }
    return next
  }
}
