import ArabicLanguage
import LinguisticAnnotation

/// Trees, lemmas and features on gold words and tags, in percent. Relations count without their subtypes.
struct TreeScore {
  private(set) var words = 0
  private(set) var unlabelled = 0.0
  private(set) var labelled = 0.0
  private(set) var lemmas = 0.0
  private(set) var foldedLemmas = 0.0
  private(set) var features = 0.0

  init(_ sentences: [TreeSentence], _ models: LanguageModels) {
    var annotator = SentenceAnnotator(segmenter: models.segmenter, statistics: models.statistics)
    var (heads, relations, lemma, folded, feature) = (0, 0, 0, 0, 0)
    for sentence in sentences {
      annotator.takeWords(FoldedTokens(sentence.words.map(\.form)))
      annotator.takeTags(sentence.words.map(\.tag))
      let tree = annotator.parse(models.parser)
      let predicted = annotator.features(models.features)
      for (index, word) in sentence.words.enumerated() {
        words += 1
        if tree.heads[index] == word.head ?? sentence.words.count {
          heads += 1
          let name = models.parser.relationNames[Int(tree.relations[index])]
          if name == word.relation.prefix(while: { $0 != ":" }) { relations += 1 }
        }
        var gold = MorphologicalFeatures(column: word.features)
        var guess = predicted[index]
        if word.tag == .noun {  // PADT does not say the gender of nouns.
          gold[.gender] = 0
          guess[.gender] = 0
        }
        if gold == guess { feature += 1 }
        let goldLemma = word.lemma == "_" ? word.form : LemmaTrainer.undiacritised(word.lemma)
        let found = models.lemmatizer.lemma(
          annotator.words, index, word.tag, form: word.form, &annotator.lemmatizing)
        if LemmaTrainer.undiacritised(found) == goldLemma { lemma += 1 }
        if LetterCode.fold(found) == LetterCode.fold(goldLemma) { folded += 1 }
      }
    }
    let all = Double(max(1, words)) / 100
    unlabelled = Double(heads) / all
    labelled = Double(relations) / all
    lemmas = Double(lemma) / all
    foldedLemmas = Double(folded) / all
    features = Double(feature) / all
  }
}
