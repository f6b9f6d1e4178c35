import ArabicLanguage
import LinguisticAnnotation

/// Gives the trees of 2016 the tags of today's treebank, which the tagger learns: أن is `SCONJ`, التي is `DET` ….
///
/// A sentence that today's files hold word for word takes its tags from there. From such sentences it is learned what
/// became of each word with its old tag, and that is applied to the others.
struct TagTransfer {
  private var official: [UInt64: [PartOfSpeech]] = [:]
  private var byWord: [UInt64: [PartOfSpeech: Int]] = [:]
  private var byTag: [PartOfSpeech: [PartOfSpeech: Int]] = [:]

  init(_ sentences: [CorpusSentence], trees: [TreeSentence]) {
    for sentence in sentences {
      let words = sentence.flatMap(\.words)
      official[Self.key(words.map(\.form))] = words.map(\.tag)
    }
    for tree in trees {
      guard let tags = official[Self.key(tree.words.map(\.form))], tags.count == tree.words.count else {
        continue
      }
      for (word, tag) in zip(tree.words, tags) {
        byWord[Self.key(word), default: [:]][tag, default: 0] += 1
        byTag[word.tag, default: [:]][tag, default: 0] += 1
      }
    }
  }

  func apply(_ tree: TreeSentence) -> TreeSentence {
    var result = tree
    if let tags = official[Self.key(tree.words.map(\.form))], tags.count == tree.words.count {
      for (index, tag) in tags.enumerated() { result.words[index].tag = tag }
      return result
    }
    for (index, word) in tree.words.enumerated() {
      let found = byWord[Self.key(word)] ?? byTag[word.tag] ?? [:]
      if let best = found.max(by: { ($0.value, $1.key.rawValue) < ($1.value, $0.key.rawValue) }) {
        result.words[index].tag = best.key
      }
    }
    return result
  }

  private static func key(_ word: TreeWord) -> UInt64 {
    FeatureHash.mix(FeatureHash.hash(LetterCode.fold(word.form)), UInt64(word.tag.rawValue))
  }

  private static func key(_ forms: [String]) -> UInt64 {
    forms.reduce(7) { FeatureHash.mix($0, FeatureHash.hash(LetterCode.fold($1))) }
  }
}
