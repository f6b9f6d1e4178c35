/// One way to take the proclitics off an orthographic word.
///
/// Order in Arabic: [أ] [و ف] [س | ب ل ك] [ال] stem [enclitic]. `stem` begins after the conjunction and preposition, the
/// article still on: العراق in وبالعراق. Where ل meets ال it is written لل, and the alef of the article is not there:
/// then `hasElidedAlef` is true, and `stem` begins at the second lam (لولايات of للولايات stands for الولايات).
public struct WordReading: Sendable, Equatable {
  /// و or ف, or 0.
  public var conjunction: Letter
  /// ب ل ك, or س of the future, or 0.
  public var preposition: Letter
  /// The rest, article included, a range of `TokenizedText.letters`.
  public var stem: Range<Int>
  /// Whether the stem's first letter is the lam of an article whose alef is not written.
  public var hasElidedAlef: Bool

  /// Makes a reading from its parts.
  public init(conjunction: Letter = 0, preposition: Letter = 0, stem: Range<Int>, hasElidedAlef: Bool = false)
  {
    self.conjunction = conjunction
    self.preposition = preposition
    self.stem = stem
    self.hasElidedAlef = hasElidedAlef
  }
}

/// All readings of a word: at most six, the word as it stands first. A value without allocation.
public struct WordReadings: Sequence, Sendable {
  private let letters: Range<Int>
  private let first: Letter, second: Letter, third: Letter, fourth: Letter

  /// Reads the word at a token of a text; none where it is not Arabic.
  public init(_ text: TokenizedText, _ token: Int) { self.init(text.letters, text.tokens[token].letters) }

  /// Reads the word in a range of letters.
  public init(_ all: [Letter], _ range: Range<Int>) {
    letters = range
    func at(_ offset: Int) -> Letter { range.count > offset ? all[range.lowerBound + offset] : 0 }
    first = at(0)
    second = at(1)
    third = at(2)
    fourth = at(3)
  }

  /// The readings, one after another.
  public struct Iterator: IteratorProtocol {
    private let word: WordReadings
    private var step = 0

    init(_ word: WordReadings) { self.word = word }

    /// The next reading that leaves a stem of at least two letters.
    public mutating func next() -> WordReading? {
      while step < 6 {
        defer { step += 1 }
        if let reading = word.reading(step) { return reading }
      }
      return nil
    }
  }

  /// Starts over.
  public func makeIterator() -> Iterator { Iterator(self) }

  private func reading(_ step: Int) -> WordReading? {
    guard !letters.isEmpty else { return nil }
    let conjoined = step >= 3
    let conjunction: Letter = conjoined ? first : 0
    if conjoined, first != Folding.waw && first != Folding.feh { return nil }
    let base = letters.lowerBound + (conjoined ? 1 : 0)
    let head = conjoined ? second : first, next = conjoined ? third : second,
      after = conjoined ? fourth : third
    let rest = base..<letters.upperBound
    switch step % 3 {
    case 0:
      guard step == 0 || rest.count >= 2 else { return nil }
      return WordReading(conjunction: conjunction, stem: rest)
    case 1:
      let takes = head == Folding.beh || head == Folding.lam || head == Folding.kaf || head == Folding.seen
      guard takes, rest.count >= 3 else { return nil }
      return WordReading(conjunction: conjunction, preposition: head, stem: rest.dropFirst())
    default:
      guard head == Folding.lam, next == Folding.lam, rest.count >= 4,
        after != Folding.alef || rest.count >= 5
      else {
        return nil
      }
      return WordReading(
        conjunction: conjunction, preposition: head, stem: rest.dropFirst(), hasElidedAlef: true)
    }
  }
}

/// A pronoun at a word's end.
public struct Enclitic: Sendable, Equatable {
  /// The word without it, a range of `TokenizedText.letters`. Its last letter may be ت where the word by itself ends in ة.
  public var stem: Range<Int>
  /// The pronoun's letters: ه ها هم هما هن ك كم نا ي ني.
  public var pronoun: Range<Int>

  /// The longest pronoun that a stem may end in and leave two letters, nil where there is none.
  public static func longest(of stem: Range<Int>, in letters: [Letter]) -> Enclitic? {
    for length in [3, 2, 1] where stem.count >= length + 2 {
      let pronoun = stem.suffix(length)
      if isPronoun(letters[pronoun]) { return Enclitic(stem: stem.dropLast(length), pronoun: pronoun) }
    }
    return nil
  }

  private static func isPronoun(_ letters: ArraySlice<Letter>) -> Bool {
    switch letters.count {
    case 1: letters.first == Folding.heh || letters.first == Folding.kaf || letters.first == Folding.yeh
    case 2: two.contains { $0.elementsEqual(letters) }
    default: letters.elementsEqual([Folding.heh, Folding.meem, Folding.alef])
    }
  }

  private static let two: [[Letter]] = ["hA", "hm", "hn", "km", "kn", "nA", "ny"].map { Array($0.utf8) }
}
