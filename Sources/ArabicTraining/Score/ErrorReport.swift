import ArabicLanguage
import ArabicText
import LinguisticAnnotation

/// The commonest confusions of every layer, each with the context of its first occurrence, the word in brackets.
///
/// Parts that test are never shown. Cuts and tags are looked at on PADT's dev part; lemmas, relations and heads on PUD's
/// first 600 sentences, whose trees and lemmas train nothing; names on AQMAR's articles, which train nothing.
public struct ErrorReport {
  private struct Confusion {
    var count = 0
    var context = ""
  }

  private var cuts: [String: Confusion] = [:]
  private var tags: [String: Confusion] = [:]
  private var lemmas: [String: Confusion] = [:]
  private var relations: [String: Confusion] = [:]
  private var heads: [String: Confusion] = [:]
  private var names: [String: Confusion] = [:]

  /// Runs the models over the parts.
  public init(_ engine: LanguageEngine, _ data: TrainingData) {
    let models = engine.models
    var annotator = SentenceAnnotator(segmenter: models.segmenter, statistics: models.statistics)
    countCutsAndTags(models, data.dev, &annotator)
    for sentence in data.pudTrain { countTree(models, sentence, &annotator) }
    countNames(models, data.namesToLookAt, &annotator)
  }

  private mutating func countCutsAndTags(
    _ models: LanguageModels, _ corpus: TokenCorpus, _ annotator: inout SentenceAnnotator
  ) {
    for sentence in corpus.sentences {
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

  private mutating func countTree(
    _ models: LanguageModels, _ sentence: TreeSentence, _ annotator: inout SentenceAnnotator
  ) {
    let words = sentence.words
    let forms = words.map(\.form)
    annotator.takeWords(FoldedTokens(forms))
    annotator.takeTags(words.map(\.tag))
    let tree = annotator.parse(models.parser)
    for (index, word) in words.enumerated() {
      let relation = String(word.relation.prefix { $0 != ":" })
      let guess = models.parser.relationNames[Int(tree.relations[index])]
      if tree.heads[index] != word.head ?? words.count {
        Self.add("head of \(relation) of \(word.tag.label)", forms, index, to: &heads)
      } else if guess != relation {
        Self.add("\(relation) taken for \(guess)", forms, index, to: &relations)
      }
      guard word.lemma != "_", Lemmatizer.inflects(word.tag) else { continue }
      let lemma = LemmaTrainer.undiacritised(word.lemma)
      let found = LemmaTrainer.undiacritised(
        models.lemmatizer.lemma(annotator.words, index, word.tag, form: word.form, &annotator.lemmatizing))
      if found != lemma {
        Self.add("\(word.form) \(word.tag.label): \(lemma) given as \(found)", forms, index, to: &lemmas)
      }
    }
  }

  private mutating func countNames(
    _ models: LanguageModels, _ corpus: EntityCorpus, _ annotator: inout SentenceAnnotator
  ) {
    let inputs = corpus.sentences.map {
      ModelTrainer.entityInput($0.words, &annotator, models.tagger, models.entities)
    }
    let labels = models.entities.labels(inputs, &annotator.labelling)
    for (sentence, found) in zip(corpus.sentences, labels) {
      let guessed = EntityLabel.spans(found.map { EntityLabel(index: $0) }).filter {
        $0.type != .miscellaneous
      }
      let gold = EntityLabel.spans(sentence.labels)
      for span in gold where !guessed.contains(span) {
        let other = guessed.first { $0.tokens.overlaps(span.tokens) }
        let what = other.map {
          $0.tokens == span.tokens ? "taken for \($0.type.label)" : "with other borders"
        }
        Self.add(
          "\(span.type.label) \(what ?? "missed")", sentence.words, span.tokens.lowerBound, to: &names)
      }
      for span in guessed where !gold.contains(where: { $0.tokens.overlaps(span.tokens) }) {
        Self.add("\(span.type.label) invented", sentence.words, span.tokens.lowerBound, to: &names)
      }
    }
  }

  /// The report: `top` confusions a layer, each with its count and a context.
  public func lines(top: Int) -> [String] {
    func section(_ title: String, _ confusions: [String: Confusion]) -> [String] {
      let sorted = confusions.sorted { ($1.value.count, $0.key) < ($0.value.count, $1.key) }
      return ["== \(title) =="]
        + sorted.prefix(top).map { "\($0.value.count)\t\($0.key)\t\($0.value.context)" }
    }
    return section("segmentation, PADT dev", cuts) + section("UPOS on gold words, PADT dev", tags)
      + section("lemmas on gold words and tags, PUD 1-600", lemmas)
      + section("heads on gold words and tags, PUD 1-600", heads)
      + section("relations of right heads, PUD 1-600", relations) + section("names, AQMAR", names)
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
