/// What another outlet does to an agency report, at random: the ways that near-duplicates are measured by.
enum CopyEdit: String, CaseIterable, Sendable {
  /// The headline of another article.
  case headline
  /// One word in twenty has a letter more, less or another, at random: misspellings and other transcriptions.
  case misspelt = "misspelt 1 in 20"
  /// Hamza, ya, ta marbuta and diacritics as another house writes them, in every word that has them.
  case orthography
  /// A sentence of another article is put in.
  case inserted = "sentence inserted"
  /// A sentence is taken out.
  case removed = "sentence removed"
  /// The last third is cut.
  case cutThird = "last third cut"
  /// The last half is cut.
  case cutHalf = "last half cut"
  /// The last three tenths are another article's.
  case ending = "ending of another"
  /// The first fifth is another article's.
  case opening = "opening of another"
  /// Another headline, the last fifth cut, a sentence of another article put in, one word in fifty misspelt.
  case several = "several at once"

  /// An article as the edits know it.
  struct Text: Sendable {
    var title: String
    /// Sentences with their words.
    var sentences: [[String]]

    init(title: String, text: String) {
      self.title = title
      sentences = [[]]
      for word in text.split(whereSeparator: \.isWhitespace) {
        sentences[sentences.count - 1].append(String(word))
        if let last = word.last, ".!?؟".contains(last) { sentences.append([]) }
      }
      sentences.removeAll { $0.isEmpty }
    }

    var words: [String] { sentences.flatMap { $0 } }
    /// The whole, headline and all, as it is analysed.
    var joined: String { title + "\n" + words.joined(separator: " ") }
  }

  /// The article after the edit. - Parameter other: where foreign sentences come from.
  func copy(_ text: Text, other: Text, using random: inout SeededRandom) -> Text {
    var copy = text
    switch self {
    case .headline: copy.title = other.title
    case .misspelt: copy.sentences = Self.misspelt(copy.sentences, every: 20, using: &random)
    case .orthography: copy.sentences = copy.sentences.map { $0.map(Self.rewritten) }
    case .inserted: Self.insert(other, into: &copy, using: &random)
    case .removed:
      if copy.sentences.count > 1 { copy.sentences.remove(at: random.next(copy.sentences.count)) }
    case .cutThird: copy.sentences = [Self.first(2.0 / 3, of: copy)]
    case .cutHalf: copy.sentences = [Self.first(0.5, of: copy)]
    case .ending: copy.sentences = [Self.first(0.7, of: copy), Self.foreign(0.3, of: copy, from: other)]
    case .opening:
      let words = copy.words
      copy.sentences = [Self.foreign(0.2, of: copy, from: other), Array(words[(words.count / 5)...])]
    case .several:
      copy.title = other.title
      copy.sentences = [Self.first(0.8, of: copy)]
      Self.insert(other, into: &copy, using: &random)
      copy.sentences = Self.misspelt(copy.sentences, every: 50, using: &random)
    }
    return copy
  }

  private static func first(_ share: Double, of text: Text) -> [String] {
    let words = text.words
    return Array(words.prefix(Int(Double(words.count) * share)))
  }

  /// As many of another's words as are the share of this one's.
  private static func foreign(_ share: Double, of text: Text, from other: Text) -> [String] {
    Array(other.words.prefix(Int(Double(text.words.count) * share)))
  }

  private static func insert(_ other: Text, into text: inout Text, using random: inout SeededRandom) {
    guard !other.sentences.isEmpty else { return }
    let sentence = other.sentences[random.next(other.sentences.count)]
    text.sentences.insert(sentence, at: random.next(text.sentences.count + 1))
  }

  private static let letters = Array("ابتثجحخدذرزسشصضطظعغفقكلمنهوي")

  private static func misspelt(
    _ sentences: [[String]], every interval: Int, using random: inout SeededRandom
  ) -> [[String]] {
    var result = sentences
    for (row, sentence) in sentences.enumerated() {
      for (column, word) in sentence.enumerated() where word.count > 3 && random.next(interval) == 0 {
        var characters = Array(word)
        let place = 1 + random.next(characters.count - 2)
        switch random.next(3) {
        case 0: characters[place] = letters[random.next(letters.count)]
        case 1: characters.insert(letters[random.next(letters.count)], at: place)
        default: characters.remove(at: place)
        }
        result[row][column] = String(characters)
      }
    }
    return result
  }

  private static func rewritten(_ word: String) -> String {
    var result = ""
    for scalar in word.unicodeScalars {
      switch scalar {
      case "أ", "إ", "آ": result.append("ا")
      case "ى": result.append("ي")
      case "ة": result.append("ه")
      case "د", "ر": result += String(scalar) + "\u{0651}"
      default: result.unicodeScalars.append(scalar)
      }
    }
    return result
  }
}

/// Random numbers that are the same on every run: SplitMix64.
struct SeededRandom: Sendable {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  /// A number from 0 to below the bound, which is at least 1.
  mutating func next(_ bound: Int) -> Int {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = (state ^ state >> 30) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ mixed >> 27) &* 0x94D0_49BB_1331_11EB
    return Int((mixed ^ mixed >> 31) >> 1) % max(1, bound)
  }
}
