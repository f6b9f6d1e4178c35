import ArabicLanguage
import ArabicText
import LinguisticAnnotation

/// Words and tags from raw text: each sentence's orthographic words are joined by blanks (the corpus keeps no other
/// spacing), tokenized, segmented and tagged, and aligned with gold as the CoNLL 2018 evaluator does.
struct RawTextScore {
  private(set) var exact = SpanScore()
  private(set) var folded = SpanScore()
  private(set) var exactTags = SpanScore()
  private(set) var foldedTags = SpanScore()

  /// A word as either side has it.
  private struct Item {
    var form: String
    var letters: [UInt8]
    var tag: PartOfSpeech
  }

  /// The words between two places where gold and prediction agree that a token ends.
  private struct Region {
    var gold: [Item] = []
    var predicted: [Item] = []
  }

  init(_ sentences: [CorpusSentence], _ engine: LanguageEngine) {
    for sentence in sentences {
      let text = Array(sentence.map(\.surface).joined(separator: " ").utf8)
      for region in Self.regions(sentence, engine.annotate(Tokenizer.tokenize(text))) { count(region) }
    }
  }

  private static func regions(_ gold: CorpusSentence, _ predicted: [AnnotatedSentence]) -> [Region] {
    var ends: [(end: Int, items: [Item])] = []
    var at = 0
    for token in gold {
      at += token.surface.utf8.count
      ends.append(
        (at, token.words.map { Item(form: $0.form, letters: LetterCode.fold($0.form), tag: $0.tag) }))
      at += 1
    }
    var regions: [Region] = []
    var region = Region()
    var next = ends.startIndex
    for sentence in predicted {
      for token in sentence.tokens {
        region.predicted += sentence.words[token.words].map {
          Item(form: $0.form, letters: LetterCode.fold($0.form), tag: $0.tag)
        }
        while next < ends.endIndex, ends[next].end <= token.bytes.upperBound {
          region.gold += ends[next].items
          next += 1
        }
        if next > 0, ends[next - 1].end == token.bytes.upperBound {
          regions.append(region)
          region = Region()
        }
      }
    }
    while next < ends.endIndex {
      region.gold += ends[next].items
      next += 1
    }
    return regions + [region]
  }

  private mutating func count(_ region: Region) {
    let forms = WordAlignment.pairs(region.gold.map(\.form), region.predicted.map(\.form))
    let letters = WordAlignment.pairs(region.gold.map(\.letters), region.predicted.map(\.letters))
    func add(_ score: inout SpanScore, _ correct: Int) {
      score.gold += region.gold.count
      score.predicted += region.predicted.count
      score.correct += correct
    }
    add(&exact, forms.count)
    add(&folded, letters.count)
    add(&exactTags, forms.count { region.gold[$0.0].tag == region.predicted[$0.1].tag })
    add(&foldedTags, letters.count { region.gold[$0.0].tag == region.predicted[$0.1].tag })
  }
}

/// Words by where they stand in the text: for a treebank that cuts orthographic words into pieces of themselves.
enum PositionScore {
  static func score(_ sentences: [TreeSentence], _ engine: LanguageEngine) -> SpanScore {
    var score = SpanScore()
    for sentence in sentences {
      var text: [UInt8] = []
      var gold: Set<Range<Int>> = []
      for word in sentence.words {
        let start = text.count
        text += Array(word.form.utf8)
        gold.insert(start..<text.count)
        if !word.miscellaneous.contains("SpaceAfter=No") { text.append(0x20) }
      }
      var predicted: Set<Range<Int>> = []
      for found in engine.annotate(Tokenizer.tokenize(text)) {
        for word in found.words where !word.bytes.isEmpty { predicted.insert(word.bytes) }
      }
      score.count(gold: gold, predicted: predicted)
    }
    return score
  }
}
