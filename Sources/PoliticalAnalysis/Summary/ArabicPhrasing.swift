import ArabicText

/// The grammar that the brief needs: gender of names, the feminine of a past verb, a preposition written onto a name.
enum ArabicPhrasing {
  /// A past verb's third person feminine: أكد → أكدت، دعا → دعت، نفى → نفت.
  static func feminine(ofPast verb: String) -> String {
    guard let last = verb.unicodeScalars.last else { return verb }
    let isWeak = last == "ا" || last == "ى"
    return (isWeak ? String(verb.dropLast()) : verb) + "ت"
  }

  /// A name behind لـ: the article's alef is not written (للعراق); other names take the lam as it is (لإيران).
  static func behindLam(_ name: String) -> String {
    let isDefinite = name.hasPrefix("ال") && name.count > 4
    return isDefinite ? "لل" + name.dropFirst(2) : "ل" + name
  }

  /// Whether a verb before the entity is feminine: what the document knows, else by the name's own form. States and cities
  /// are feminine but for those that usage treats as masculine; a body takes the gender of its first word.
  static func isFeminine(_ entity: Entity) -> Bool {
    if let isFeminine = entity.isFeminine { return isFeminine }
    let first = entity.name.split(separator: " ").first.map { Folding.letters(of: $0.utf8) } ?? []
    let name = Folding.letters(of: entity.name.utf8)
    switch entity.kind {
    case .person: return false
    case .gpe, .location: return !masculineStates.contains(name)
    case .organization: return first.last == Folding.heh || feminineBodies.contains(first)
    }
  }

  private static let masculineStates = Set(
    [
      "العراق", "لبنان", "الأردن", "اليمن", "السودان", "المغرب", "الصومال", "جنوب السودان", "الكرملين",
      "الفاتيكان",
      "البيت الأبيض", "إقليم كردستان", "قطاع غزة", "البنتاغون",
    ].map { Folding.letters(of: $0.utf8) })

  private static let feminineBodies = Set(
    [
      "قوات", "القوات", "الأمم", "شرطة", "ميليشيا", "السلطات", "سلطات", "الفصائل", "فصائل", "كتائب", "سرايا",
      "حماس",
      "طالبان", "داعش", "قوى", "رويترز", "أوبك",
    ]
    .map { Folding.letters(of: $0.utf8) })
}
