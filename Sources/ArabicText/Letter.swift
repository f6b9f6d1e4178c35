/// The compact internal alphabet: one byte a letter, orthographic variants folded together.
///
/// Folding is lossy on purpose (it is for matching, never for output): أ إ آ ٱ ا → ا, ى ئ* ي → ي (final ى too),
/// ة → ه, ؤ → و, گ → ك, پ → ب, چ → ج, ڤ → ف; tatweel, tanwin, short vowels, shadda, sukun and dagger alef vanish.
/// Lexicon entries and article text go through the same function, so both sides agree by construction.
public typealias Letter = UInt8
