import ArabicLanguage
import ArabicText
import LinguisticAnnotation

/// The commonest confusions on PADT's dev part, each with the context of its first occurrence, the word in brackets. Parts
/// that test are never shown.
public struct ErrorReport {
  private struct Confusion {
    var count = 0
    var context = ""
  }

  private var cuts: [String: Confusion] = [:]
  private var tags: [String: Confusion] = [:]

  /// Runs the models over the dev part.
  public init(_ engine: LanguageEngine, _ data: TrainingData) {
    let models = engine.models
    var annotator = SentenceAnnotator(segmenter: models.segmenter, statistics: models.statistics)
    for sentence in data.dev.sentences {
      let surfaces = sentence.map(\.surface)
      annotator.segment(FoldedTokens(surfaces))
      for (index, token) in sentence.enumerated() {
        let guess = models.segmenter.listed.words(of: annotator.tokens, index, annotator.spans[index].cut)
        let gold = token.words.map { LetterCode.fold($0.form) }
        guard guess != gold else { continue }
        let name = "\(token.surface): \(gold.map(Self.show).joined(separator: "+")) cut as "
        Self.add(name + guess.map(Self.show).joined(separator: "+"), surfaces, index, to: &cuts)
      }
      let folded = FoldedTokens(sentence.flatMap { $0.words.map(\.form) })
      annotator.takeWords(folded, joined: WordJoins.guess(folded))
      annotator.tag(models.tagger)
      let words = sentence.flatMap(\.words)
      for (index, word) in words.enumerated() where word.tag.rawValue != annotator.tags[index] {
        let guess = PartOfSpeech(rawValue: annotator.tags[index])?.label ?? "?"
        Self.add("\(word.tag.label) tagged as \(guess)", words.map(\.form), index, to: &tags)
      }
    }
  }

  /// The report: `top` cuts, then `top` tag confusions, each with its count and a context.
  public func lines(top: Int) -> [String] {
    func section(_ title: String, _ confusions: [String: Confusion]) -> [String] {
      let sorted = confusions.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      return ["== \(title) =="]
        + sorted.prefix(top).map { "\($0.value.count)\t\($0.key)\t\($0.value.context)" }
    }
    return section("segmentation, dev", cuts) + section("UPOS on gold words, dev", tags)
  }

  private static func add(_ name: String, _ words: [String], _ index: Int, to all: inout [String: Confusion])
  {
    var confusion = all[name] ?? Confusion()
    confusion.count += 1
    if confusion.count == 1 {
      let before = words[max(0, index - 3)..<index]
      let after = words[(index + 1)..<min(words.count, index + 4)]
      confusion.context = (before + ["[\(words[index])]"] + after).joined(separator: " ")
    }
    all[name] = confusion
  }

  private static func show(_ letters: [UInt8]) -> String { Spelling.write(letters, code: 0) }
}
