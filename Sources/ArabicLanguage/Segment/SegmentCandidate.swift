/// One way of cutting an orthographic word: proclitics, a stem, an enclitic, and what spelling hid.
package struct SegmentCandidate: Sendable, Equatable {
  /// What stood before the stem's first written letter and was assimilated into the preposition ل.
  package enum StartEdit: UInt8, Sendable {
    /// Nothing.
    case none
    /// The alef of the article: للعمل → ل + العمل.
    case alef
    /// The whole article before a stem in ل: للجنة → ل + اللجنة.
    case article
  }

  /// How the stem is spelled when nothing follows it.
  package enum EndEdit: UInt8, Sendable {
    case none
    /// حكومتها → حكومة + ها
    case taMarbuta
    /// منفاه → منفى + ه
    case alefMaqsura
    /// حلفاؤه → حلفاء + ه
    case hamza
    /// كتبوه → كتبوا + ه
    case pluralAlef
  }

  /// و or ف: 0 none, else the index in `conjunctions` plus one.
  package var conjunction: UInt8 = 0
  /// ب ل ك س: 0 none, else the index in `prepositions` plus one.
  package var preposition: UInt8 = 0
  /// The enclitic: 0 none, else the index in `enclitics` plus one.
  package var enclitic: UInt8 = 0
  package var startEdit = StartEdit.none
  package var endEdit = EndEdit.none
  /// Letters of the token that are stem.
  package var stem: Range<Int>
  /// Index among the token's listed (irregular) splits, or -1.
  package var listed: Int8 = -1

  package static let conjunctions: [UInt8] = [LetterCode.waw, LetterCode.fa]
  package static let prepositions: [UInt8] = [LetterCode.ba, LetterCode.lam, LetterCode.kaf, LetterCode.sin]
  package static let enclitics: [[UInt8]] = [
    "ه", "ها", "هم", "هما", "هن", "ك", "كم", "كما", "كن", "نا", "ني", "ي",
  ]
  .map { LetterCode.fold($0) }

  package init(stem: Range<Int>) { self.stem = stem }

  /// Whether the token stays whole.
  package var isWhole: Bool { conjunction == 0 && preposition == 0 && enclitic == 0 && listed < 0 }

  /// A number for the clitics alone.
  package var pattern: UInt64 {
    UInt64(conjunction) | UInt64(preposition) << 4 | UInt64(enclitic) << 8 | UInt64(startEdit.rawValue) << 16
      | UInt64(endEdit.rawValue) << 20
  }

  /// The proclitics' part of `pattern`.
  package var front: UInt64 { pattern & 0xF00FF }

  /// The enclitic's part of `pattern`.
  package var back: UInt64 { pattern & 0xF0FF00 }

  /// Appends the stem's letters as they would be spelled alone.
  package func appendStem(of token: ArraySlice<UInt8>, to letters: inout [UInt8]) {
    switch startEdit {
    case .none: break
    case .alef: letters.append(LetterCode.alef)
    case .article:
      letters.append(LetterCode.alef)
      letters.append(LetterCode.lam)
    }
    let start = token.startIndex
    let last = stem.upperBound - (endEdit == .none || endEdit == .pluralAlef ? 0 : 1)
    letters.append(contentsOf: token[(start + stem.lowerBound)..<(start + last)])
    switch endEdit {
    case .none: break
    case .taMarbuta: letters.append(LetterCode.taMarbuta)
    case .alefMaqsura: letters.append(LetterCode.ya)
    case .hamza: letters.append(LetterCode.hamza)
    case .pluralAlef: letters.append(LetterCode.alef)
    }
  }

  /// The words of the split, as folded letters. Listed splits are not handled here.
  package func words(of token: ArraySlice<UInt8>) -> [[UInt8]] {
    var words: [[UInt8]] = []
    if conjunction > 0 { words.append([Self.conjunctions[Int(conjunction) - 1]]) }
    if preposition > 0 { words.append([Self.prepositions[Int(preposition) - 1]]) }
    var letters: [UInt8] = []
    appendStem(of: token, to: &letters)
    words.append(letters)
    if enclitic > 0 { words.append(Self.enclitics[Int(enclitic) - 1]) }
    return words
  }

  /// Appends every regular way of cutting `token` to `candidates`; the whole token comes first. O(letters).
  package static func appendAll(of token: ArraySlice<UInt8>, to candidates: inout [SegmentCandidate]) {
    let count = token.count
    candidates.append(SegmentCandidate(stem: 0..<count))
    guard count >= 2, token.allSatisfy(LetterCode.isArabic) else { return }
    let start = token.startIndex
    var conjunction: UInt8 = 0
    if let index = conjunctions.firstIndex(of: token[start]) { conjunction = UInt8(index + 1) }
    for first in 0...(conjunction > 0 ? 1 : 0) {
      let atPreposition = first
      var preposition: UInt8 = 0
      if atPreposition + 1 < count,
        let index = prepositions.firstIndex(of: token[start + atPreposition])
      {
        preposition = UInt8(index + 1)
      }
      for second in 0...(preposition > 0 ? 1 : 0) {
        var base = SegmentCandidate(stem: (first + second)..<count)
        base.conjunction = first == 1 ? conjunction : 0
        base.preposition = second == 1 ? preposition : 0
        if base.stem.isEmpty { continue }
        appendEnclitics(of: token, base, to: &candidates)
      }
    }
  }

  private static func appendEnclitics(
    of token: ArraySlice<UInt8>, _ base: SegmentCandidate, to candidates: inout [SegmentCandidate]
  ) {
    appendStartEdits(of: token, base, to: &candidates)
    for (index, enclitic) in enclitics.enumerated() {
      guard base.stem.count > enclitic.count, token.suffix(enclitic.count).elementsEqual(enclitic) else {
        continue
      }
      var cut = base
      cut.enclitic = UInt8(index + 1)
      cut.stem = base.stem.lowerBound..<(base.stem.upperBound - enclitic.count)
      appendStartEdits(of: token, cut, to: &candidates)
      guard cut.stem.count >= 2 else { continue }
      switch token[token.startIndex + cut.stem.upperBound - 1] {
      case LetterCode.ta: cut.endEdit = .taMarbuta
      case LetterCode.alef: cut.endEdit = .alefMaqsura
      case LetterCode.wawHamza, LetterCode.yaHamza: cut.endEdit = .hamza
      case LetterCode.waw: cut.endEdit = .pluralAlef
      default: continue
      }
      appendStartEdits(of: token, cut, to: &candidates)
    }
  }

  private static func appendStartEdits(
    of token: ArraySlice<UInt8>, _ base: SegmentCandidate, to candidates: inout [SegmentCandidate]
  ) {
    if !base.isWhole { candidates.append(base) }
    let lam: UInt8 = 2
    guard base.preposition == lam, base.stem.count >= 2,
      token[token.startIndex + base.stem.lowerBound] == LetterCode.lam
    else { return }
    var edited = base
    edited.startEdit = .alef
    candidates.append(edited)
    edited.startEdit = .article
    candidates.append(edited)
  }
}
