import ArabicText

/// The folded letters that clitics are made of.
struct Alphabet: Sendable {
  let waw, fa, ba, lam, kaf, sin, alef, ha, mim, nun, ya, ta: Letter

  /// Folds each letter once.
  init() {
    func letter(_ text: String) -> Letter { ArabicFold.letters(of: text).first ?? 0 }
    waw = letter("و")
    fa = letter("ف")
    ba = letter("ب")
    lam = letter("ل")
    kaf = letter("ك")
    sin = letter("س")
    alef = letter("ا")
    ha = letter("ه")
    mim = letter("م")
    nun = letter("ن")
    ya = letter("ي")
    ta = letter("ت")
  }
}
