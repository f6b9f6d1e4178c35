import ArabicText

/// The sound masculine plural, whose ending changes with the case: مسؤولون, مسؤولين.
enum SoundPlural {
  /// A word without that ending, so that its cases are one; any other as it is.
  static func base(_ stem: ArraySlice<Letter>) -> ArraySlice<Letter> {
    guard stem.count > 5, stem.last == Folding.noon, let before = stem.dropLast().last,
      before == Folding.waw || before == Folding.yeh
    else { return stem }
    return stem.dropLast(2)
  }
}
