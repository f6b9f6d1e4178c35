import ArabicText
import LinguisticAnnotation

/// A token as the clause rules see it.
struct Word: Sendable {
  /// Its closed class, read without a leading و or ف.
  var function: FunctionWord = .none
  /// What punctuation it is.
  var punctuation: Punctuation = .none
  /// Whether it begins with a و or ف that can be a conjunction, and is a word without it.
  var hasConjunction = false
  /// Whether it carries the article, alone or after a preposition.
  var hasArticle = false
  /// The preposition written onto it (ب ل ك), where its mention or article shows that.
  var attached: Letter = 0
  /// The mention that touches it, −1 if none.
  var mention = -1
  /// Its readings, a range of `ClauseReading.matches`.
  var matches = 0..<0
  /// Whether it is a word of Arabic letters.
  var isArabic = false
  /// Whether the language engine cuts a conjunction or preposition off it, nil where it did not run.
  var hasProclitic: Bool?
  /// Its part of speech by the language engine, nil where that did not run.
  var tag: PartOfSpeech?
}

/// A reading of a token in the political lexicons.
struct Match: Sendable {
  /// Which token.
  var token: Int
  /// Which lexicon and line.
  var reading: FormTable.Reading
  /// Length of the leading و or ف, in letters.
  var conjunction: Int
  /// A preposition before a noun, or 0.
  var preposition: Letter
  /// Whether the noun carries the article.
  var hasArticle: Bool
  /// Whether a verb carries the future س.
  var isFuture: Bool
  /// The suffix pronoun, none if there is none.
  var suffix: SuffixPronoun
}

/// A pronoun written onto a verb or noun.
enum SuffixPronoun: UInt8, Sendable { case none, him, her, them, both, us, me, you }
