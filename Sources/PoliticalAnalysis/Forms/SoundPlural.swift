import ArabicText

/// The sound masculine plural, whose ending changes with the case: مسؤولون, مسؤولين.
enum SoundPlural {
  /// A word without that ending, so that its cases are one; any other as it is.
  static func base(_ stem: ArraySlice<Letter>) -> ArraySlice<Letter> {
    stem.count > 5 && isEnding(of: stem) ? stem.dropLast(2) : stem
  }

  /// Whether a word ends as it does in any case: ون, ين.
  static func isEnding(of letters: ArraySlice<Letter>) -> Bool {
    letters.last == Folding.noon && letters.dropLast().last == Folding.waw || isOblique(letters)
  }

  /// Whether a word ends as it does in the case of objects and genitives: ين.
  static func isOblique(_ letters: ArraySlice<Letter>) -> Bool {
    letters.last == Folding.noon && letters.dropLast().last == Folding.yeh
  }
}
