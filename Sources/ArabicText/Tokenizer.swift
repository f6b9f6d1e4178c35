/// Cuts a text into tokens and sentences. O(n); total on any bytes, and exact on valid UTF-8.
public enum Tokenizer {
  /// Cuts a text.
  public static func tokenize(_ utf8: [UInt8]) -> TokenizedText {
    var scan = Scan(utf8: utf8)
    scan.run()
    let sentences = SentenceSplitter.split(&scan.tokens, utf8: utf8)
    return TokenizedText(utf8: utf8, tokens: scan.tokens, sentences: sentences, letters: scan.letters)
  }

  struct Scan {
    let utf8: [UInt8]
    var tokens: [Token] = []
    var letters: [Letter] = []
    private var byte = 0, scalar = 0, paragraph = 0
    private var spaceBefore = true

    init(utf8: [UInt8]) {
      self.utf8 = utf8
      tokens.reserveCapacity(utf8.count / 8)
      letters.reserveCapacity(utf8.count / 2)
    }

    mutating func run() {
      while byte < utf8.count {
        let (value, width) = Self.decode(utf8, at: byte)
        let kind = CharacterClass.of(value)
        switch kind {
        case .newline:
          step(width)
          if value != 0x0D { paragraph += 1 }
          spaceBefore = true
        case .blank:
          step(width)
          spaceBefore = true
        case .arabic, .latin, .digit: word(kind)
        case .punctuation, .other: mark(value, width, kind)
        }
      }
    }

    private mutating func step(_ width: Int) {
      byte += width
      scalar += 1
    }

    /// A run of letters of one script, or a number with its separators.
    private mutating func word(_ kind: CharacterClass) {
      let bytes = byte, scalars = scalar, first = letters.count
      while byte < utf8.count {
        let (value, width) = Self.decode(utf8, at: byte)
        if kind == .arabic {
          let letter = Folding.letter(of: value)
          guard letter != Folding.none else { break }
          if letter != Folding.vanishes { letters.append(letter) }
        } else if kind == .digit {
          guard CharacterClass.of(value) == .digit || separates(value, width) else { break }
        } else {
          guard CharacterClass.of(value) == .latin || value == 0x27 && isLatin(at: byte + width) else {
            break
          }
        }
        step(width)
      }
      emit(
        bytes: bytes, scalars: scalars, first: first,
        kind: kind == .arabic ? .arabic : kind == .digit ? .number : .latin)
    }

    /// Whether a mark stands between two digits: 1,5 · 3.14 · ٢٬٠٠٠ (not a full stop at a number's end).
    private func separates(_ value: UInt32, _ width: Int) -> Bool {
      guard value == 0x2E || value == 0x2C || value == 0x66B || value == 0x66C else { return false }
      guard byte + width < utf8.count else { return false }
      return CharacterClass.of(Self.decode(utf8, at: byte + width).scalar) == .digit
    }

    private func isLatin(at index: Int) -> Bool {
      index < utf8.count && CharacterClass.of(Self.decode(utf8, at: index).scalar) == .latin
    }

    /// A mark: a token of its own; a run of full stops is one.
    private mutating func mark(_ value: UInt32, _ width: Int, _ kind: CharacterClass) {
      let bytes = byte, scalars = scalar
      repeat { step(width) } while value == 0x2E && byte < utf8.count && utf8[byte] == 0x2E
      emit(
        bytes: bytes, scalars: scalars, first: letters.count,
        kind: kind == .punctuation ? .punctuation : .other)
    }

    private mutating func emit(bytes: Int, scalars: Int, first: Int, kind: Token.Kind) {
      tokens.append(
        Token(
          bytes: bytes..<byte, scalars: scalars..<scalar, letters: first..<letters.count, kind: kind,
          spaceBefore: spaceBefore, paragraph: paragraph))
      spaceBefore = false
    }

    /// The code point at an offset and its width; a malformed byte counts as one unknown code point.
    static func decode(_ utf8: [UInt8], at index: Int) -> (scalar: UInt32, width: Int) {
      let first = utf8[index]
      if first < 0x80 { return (UInt32(first), 1) }
      let width = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2
      guard first >= 0xC2, first < 0xF5, index + width <= utf8.count else { return (0xFFFD, 1) }
      var value = UInt32(first) & (0xFF >> UInt32(width + 1))
      for offset in 1..<width {
        let next = utf8[index + offset]
        guard next & 0xC0 == 0x80 else { return (0xFFFD, 1) }
        value = value << 6 | UInt32(next & 0x3F)
      }
      return (value, width)
    }
  }
}
