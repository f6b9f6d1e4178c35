import ArabicText

/// The folded letters that clitics are made of, by their English names' sounds.
struct Alphabet: Sendable {
  let waw = Folding.waw, fa = Folding.feh, ba = Folding.beh, lam = Folding.lam, kaf = Folding.kaf,
    sin = Folding.seen
  let alef = Folding.alef, ha = Folding.heh, mim = Folding.meem, nun = Folding.noon, ya = Folding.yeh,
    ta = Folding.teh
}
