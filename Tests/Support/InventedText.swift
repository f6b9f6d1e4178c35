/// Texts that say nothing, made from a seed: each seed's words and their order are its own.
public enum InventedText {
  /// Sentences of Arabic letters; the same seed gives the same.
  public static func sentences(_ count: Int, seed: UInt64) -> [String] {
    var state = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let letters = Array("بتجدرسعفقكلمني")
    return (0..<count).map { _ in
      (0..<12).map { _ in String((0..<4).map { _ in letters[next(letters.count)] }) }
        .joined(separator: " ") + "."
    }
  }

  /// The sentences as one text.
  public static func article(_ sentences: Int = 10, seed: UInt64) -> String {
    self.sentences(sentences, seed: seed).joined(separator: "\n")
  }
}
