import ArabicText
import LinguisticAnnotation

/// What belongs to a description around its noun: how many there are, and whom they hold to.
extension EntityReader {
  // MARK: what stands around it

  /// القوات الموالية للحكومة, القوات المتحالفة معها: the participle and whom it holds to.
  func extendByAllegiance(_ phrase: inout NominalPhrase) {
    var end = phrase.tokens.upperBound
    let isInside = end > phrase.headToken + 1 && isAllegiance(end - 1)
    if !isInside {
      guard continues(end), isArabic(end), isFree(end), isAllegiance(end) else { return }
      end += 1
    }
    guard let complement = allegianceEnd(end) else { return }
    phrase.tokens = phrase.tokens.lowerBound..<complement
    phrase.isBareDefinite = false
  }

  /// مسؤولون ودبلوماسيون, الأطفال والمعلمين: people told of together are one description. Sides that fight are not.
  func joined(_ first: NominalPhrase, _ second: NominalPhrase) -> NominalPhrase? {
    let (head, next) = (first.headToken, second.headToken)
    guard first.tokens.upperBound == next, second.tokens.lowerBound == next, second.clitics == 1,
      startsWith(next, Folding.waw), head == first.tokens.upperBound - 1, isSoundPlural(head),
      isSoundPlural(next),
      Self.civil.contains(first.sector ?? ""), Self.civil.contains(second.sector ?? ""),
      hasArticle(head) == hasConjoinedArticle(next),
      head == 0 || !Self.between.contains(FNV1a.hash(text.letters(of: head - 1)))
    else { return nil }
    var both = first
    both.tokens = first.tokens.lowerBound..<second.tokens.upperBound
    both.country = second.country
    both.isBareDefinite = false
    return both
  }

  private func isSoundPlural(_ token: Int) -> Bool {
    SoundPlural.isEnding(of: text.letters(of: token))
  }

  private static let civil: Set<String> = ["GOV", "EDU", "CVL", "MED", "LAB", "LEG", "JUD", "PTY"]
  private static let between = hashes("بين وبين")

  private func isAllegiance(_ token: Int) -> Bool {
    Self.allegiances.contains(hashBehindArticle(token))
  }

  /// Where the complement of a participle ends: للنظام, لروسيا, معها, للرئيس السابق علي عبد الله صالح.
  private func allegianceEnd(_ start: Int) -> Int? {
    guard continues(start), isArabic(start) else { return nil }
    if Self.pronouns.contains(FNV1a.hash(text.letters(of: start))) { return start + 1 }
    var next = start
    let isPreposition = Self.allegiancePrepositions.contains(FNV1a.hash(text.letters(of: start)))
    if isPreposition { next += 1 }
    guard continues(next), isArabic(next) else { return nil }
    if let span = span(at: next), span.tokens.lowerBound == next {
      guard isPreposition ? span.clitics == 0 : span.clitics == 1 && startsWith(next, Folding.lam) else {
        return nil
      }
      return span.tokens.upperBound
    }
    guard isPreposition ? hasArticle(next) : hasElidedArticle(next) else { return nil }
    let isOffice = senses[next].contains { $0.sense.isTitle || $0.sense.isOffice }
    next += 1
    while next < start + 4, continues(next), isArabic(next), hasArticle(next), isFree(next),
      evidence.isAdjective(next) || senses.nationality(next) != nil
    {
      next += 1
    }
    if isOffice, continues(next), let span = span(at: next), span.kind == .person,
      span.tokens.lowerBound == next
    {
      return span.tokens.upperBound
    }
    return next
  }

  /// عشرات المهاجرين, مجموعة من المقاتلين, هذه الجماعات: how many, or which, belongs to the description.
  func extendToQuantity(_ phrase: inout NominalPhrase, _ taken: [Bool]) {
    guard phrase.clitics == 0, continues(phrase.headToken) else { return }
    var first = phrase.headToken - 1
    // 38 سائحا, ستة جنود
    if !phrase.isBareDefinite, !taken[first], isFree(first),
      text.tokens[first].kind == .number || isArabic(first) && clitics(before: Self.counts, at: first) == 0
    {
      phrase.tokens = first..<phrase.tokens.upperBound
      return
    }
    let isPartitive = Self.partitives.contains(FNV1a.hash(text.letters(of: first)))
    if isPartitive { first -= 1 }
    guard first >= 0, continues(first + 1), isArabic(first), isFree(first), !taken[first] else { return }
    let words = isPartitive ? Self.groups : Self.quantities
    guard let clitics = clitics(before: words, at: first) ?? (isPartitive ? nil : demonstrative(at: first))
    else {
      return
    }
    phrase.tokens = first..<phrase.tokens.upperBound
    phrase.clitics = clitics
  }

  private static let allegiances = hashes(
    """
    موالية موال موالي موالون موالين متحالفة متحالفون متحالفين مناهضة مناهض مناهضون مناهضين داعمة داعم داعمون داعمين \
    مؤيدة مؤيد مؤيدون مؤيدين تابعة تابع تابعون تابعين حليفة
    """)
  private static let allegiancePrepositions = hashes("مع من")
  private static let pronouns = hashes("له لها لهم معه معها معهم")
  private static let quantities = hashes("عشرات مئات آلاف بعض مجموعة مجموعات")
  private static let counts = hashes(
    "ثلاثة ثلاث أربعة أربع خمسة خمس ستة ست سبعة سبع ثمانية ثماني تسعة تسع عشرة عشر عشرين ثلاثين أربعين خمسين ستين سبعين ثمانين تسعين مئة ألف"
  )
  private static let groups = hashes("مجموعة مجموعات")
  private static let partitives = hashes("من")
}
