import ArabicLanguage
import Foundation
import LinguisticAnnotation

/// Where the corpora lie under the data folder, and how they are split.
public struct TrainingData: Sendable {
  /// The folder given by `--data`.
  public let folder: URL
  /// Folders of the name lists that the gazetteer is made of.
  public let nameFolders: [URL]
  /// Names in further texts that train: whole ones in two columns, and sentences of the raw news.
  let furtherNames: [EntityCorpus]
  let newsNames: StandoffNames
  /// PADT's official parts: words and tags.
  public let train: TokenCorpus, dev: TokenCorpus, test: TokenCorpus
  /// Trees that train, and trees that test: PADT's dev and test files of 2016 in UD v2.
  public let treeTrain: [TreeSentence], treeTest: [TreeSentence]
  /// PUD: 600 sentences that train, the rest tests.
  public let pudTrain: [TreeSentence], pudTest: [TreeSentence]
  /// ANERcorp as CAMeL split it.
  public let entityTrain: EntityCorpus, entityTest: EntityCorpus
  /// Lines that did not parse, of all files.
  public let faults: [CorpusError]

  /// Reads all corpora. Sentences that occur on both sides of a split are taken out of the tree files.
  ///
  /// - Parameters:
  ///   - nameFolders: folders of name lists for the gazetteer.
  ///   - annotatedFolders: folders of further texts whose names are marked: `.txt` in two columns, `.standoff` for
  ///     sentences of the raw news.
  public init(
    folder: URL, nameFolders: [URL] = [], annotatedFolders: [URL] = []
  ) throws(CorpusError) {
    self.folder = folder
    self.nameFolders = nameFolders
    var further: [EntityCorpus] = []
    var newsNames = StandoffNames()
    for url in annotatedFolders.flatMap(Self.files) {
      switch url.pathExtension {
      case "txt": further.append(try EntityCorpus(contentsOf: url))
      case "standoff": try newsNames.read(contentsOf: url)
      default: continue
      }
    }
    (furtherNames, self.newsNames) = (further, newsNames)
    func words(_ part: String) throws(CorpusError) -> TokenCorpus {
      try TokenCorpus(
        contentsOf: folder.appendingPathComponent("ud-padt/words-upos/ar_padt-ud-\(part).words-upos.txt"))
    }
    train = try words("train")
    dev = try words("dev")
    test = try words("test")
    let (devTrees, devFaults) = try Self.trees(folder, "ud-padt/derived/padt-dev.bare.conllu")
    let (testTrees, testFaults) = try Self.trees(folder, "ud-padt/derived/padt-test.bare.conllu")
    let (pud, pudFaults) = try Self.trees(folder, "ud-pud/ar_pud-ud-750.conllu")
    let tested = SentenceIndex(test.sentences.map { $0.flatMap { $0.words.map(\.form) } })
    let trained = SentenceIndex((train.sentences + dev.sentences).map { $0.flatMap { $0.words.map(\.form) } })
    let testIndex = SentenceIndex(testTrees.map { $0.words.map(\.form) })
    let transfer = TagTransfer(
      train.sentences + dev.sentences + test.sentences, trees: devTrees + testTrees)
    treeTrain = devTrees.filter { sentence in
      let forms = sentence.words.map(\.form)
      return !testIndex.holds(forms) && !tested.holds(forms)
    }.map { transfer.apply(VersionTwoConversion.convert($0)) }
    treeTest = testTrees.filter { !trained.holds($0.words.map(\.form)) }
      .map { transfer.apply(VersionTwoConversion.convert($0)) }
    pudTrain = Array(pud.prefix(600))
    pudTest = Array(pud.dropFirst(600))
    entityTrain = try EntityCorpus(
      contentsOf: folder.appendingPathComponent("anercorp/ANERCorp_CamelLab_train.txt"))
    entityTest = try EntityCorpus(
      contentsOf: folder.appendingPathComponent("anercorp/ANERCorp_CamelLab_test.txt"))
    faults =
      train.faults + dev.faults + test.faults + devFaults + testFaults + pudFaults + entityTrain.faults
      + entityTest.faults + furtherNames.flatMap(\.faults) + newsNames.faults
  }

  /// The files of a folder, by name; none where it is not there.
  private static func files(of folder: URL) -> [URL] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
      .map(folder.appendingPathComponent)
  }

  private static func trees(
    _ folder: URL, _ path: String
  ) throws(CorpusError) -> ([TreeSentence], [CorpusError]) {
    let url = folder.appendingPathComponent(path)
    let text = try CorpusLines.text(of: url)
    let reader = CoNLLUReader(text)
    return (
      reader.sentences,
      reader.faults.map { CorpusError(file: url.path, line: $0.line, reason: $0.reason) }
    )
  }

  /// Articles with names that train nothing and test nothing, for looking at errors: AQMAR's, of the encyclopaedia. Their
  /// names of other kinds (MIS…) count as outside. Empty where there are none.
  var namesToLookAt: EntityCorpus {
    let articles = folder.appendingPathComponent("aqmar/aqmar/articles")
    let files = (try? FileManager.default.contentsOfDirectory(atPath: articles.path)) ?? []
    let texts = files.sorted().compactMap {
      try? String(contentsOf: articles.appendingPathComponent($0), encoding: .utf8)
    }
    return EntityCorpus(texts.joined(separator: "\n\n"), file: articles.path)
  }

  /// The folder of raw news.
  var news: URL { folder.appendingPathComponent("news") }
}

/// Knows which sentences a set holds, by their folded words: whole, or for long ones by half of their five-word runs.
struct SentenceIndex: Sendable {
  private var whole: Set<UInt64> = []
  private var runs: Set<UInt64> = []

  init(_ sentences: [[String]]) {
    for sentence in sentences {
      let (letters, own) = Self.hashes(sentence)
      whole.insert(letters)
      runs.formUnion(own)
    }
  }

  /// Whether the set holds the sentence, or one that shares half of its runs of five words.
  func holds(_ sentence: [String]) -> Bool {
    let (letters, own) = Self.hashes(sentence)
    if whole.contains(letters) { return true }
    guard own.count >= 4 else { return false }
    return own.filter(runs.contains).count * 2 > own.count
  }

  private static func hashes(_ sentence: [String]) -> (UInt64, [UInt64]) {
    let words = sentence.map { FeatureHash.hash(LetterCode.fold($0)) }
    let letters = FeatureHash.hash(sentence.flatMap { LetterCode.fold($0) })
    guard words.count >= 5 else { return (letters, []) }
    let runs = (0...(words.count - 5)).map { at in words[at..<(at + 5)].reduce(1) { FeatureHash.mix($0, $1) }
    }
    return (letters, runs)
  }
}
